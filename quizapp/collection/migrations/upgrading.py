"""An old schema brought to the newest, in one transaction, after a copy was made."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from quizapp.collection.database import Database


def upgrade(database: Database, to: str = "head") -> None:
    """Run the steps from the schema the database has to a newer one: all of them, or none.

    Args:
        database: the connection to write with.
        to: the version wanted.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    with database.transaction() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)
