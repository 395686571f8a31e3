"""Open the learning history, whatever state it is in, and make it where there is none yet."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from quizapp.collection.collection import Collection
from quizapp.collection.database import Database
from quizapp.collection.failures import (
    HistoryFailure,
    ReadOnlyHome,
)
from quizapp.collection.tables import TRIGGERS, VERSION, meta, metadata, version
from quizapp.collection.uuid7 import Dice, device_id

DEVICE = "device"


def open_collection(path: Path, dice: Dice) -> Collection:
    """Open the learning history, or make a new one.

    Args:
        path: the database; its folder is made when it is not there.
        dice: random bytes, for ids.
    """
    database = open_database(path)
    try:
        if not database.read_only:
            prepare(database, dice)
        device = database.connection.scalar(select(meta.c.value).where(meta.c.name == DEVICE))
    except HistoryFailure:
        database.close()
        raise
    return Collection(database, device or "", dice)


def open_database(path: Path) -> Database:
    """A connection that writes, or where the folder cannot be written, one that looks."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return Database(path)
    except (ReadOnlyHome, OSError):
        if not path.is_file():
            raise ReadOnlyHome(path) from None
    try:
        return _looking(path, "ro")
    except ReadOnlyHome:
        return _looking(path, "immutable")


def _looking(path: Path, mode: str) -> Database:
    database = Database(path, mode)
    try:
        database.value("SELECT count(*) FROM sqlite_master")
    except HistoryFailure:
        database.close()
        raise
    return database


def prepare(database: Database, dice: Dice) -> None:
    """Make the tables where there are none."""
    if database.value("SELECT count(*) FROM sqlite_master") == 0:
        make_schema(database, dice)


def make_schema(database: Database, dice: Dice) -> None:
    """Make all tables in one transaction; does nothing when another program was faster."""
    with database.transaction() as connection:
        if database.value("SELECT count(*) FROM sqlite_master"):
            return
        metadata.create_all(connection, checkfirst=False)
        for trigger in TRIGGERS:
            connection.exec_driver_sql(trigger)
        connection.execute(insert(version).values(version_num=VERSION))
        connection.execute(insert(meta).values(name=DEVICE, value=device_id(dice)))
