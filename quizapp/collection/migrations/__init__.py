"""Steps from each schema of the learning history to the next, run by Alembic."""
