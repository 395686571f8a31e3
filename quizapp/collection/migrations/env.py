"""What Alembic runs to migrate: on the connection it is handed, in the transaction it is in."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=False,  # the caller holds one transaction around all steps
)
context.run_migrations()
