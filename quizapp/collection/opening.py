"""Open the learning history, whatever state it is in, and make it where there is none yet."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from quizapp.collection.backup import back_up, newest_good
from quizapp.collection.collection import Collection
from quizapp.collection.database import DAMAGED, Database
from quizapp.collection.failures import (
    CorruptDatabase,
    HistoryFailure,
    NewerDatabase,
    ReadOnlyHome,
)
from quizapp.collection.tables import KNOWN_VERSIONS, TRIGGERS, VERSION, meta, metadata, version
from quizapp.collection.uuid7 import Dice, device_id

DEVICE = "device"
ASIDE = ".corrupt-"
"""Between the database's name and the day on which it was found damaged and set aside."""


def open_collection(path: Path, dice: Dice, backups: Path, now: datetime) -> Collection:
    """Open the learning history; make one where there is none, bring an old one up to date.

    A damaged one is set aside, and as long as nothing was put in its place every opening says so:
    a new, empty history in silence would look like a loss.

    Args:
        path: the database; its folder is made when it is not there.
        dice: random bytes, for ids.
        backups: where copies are kept; one is made before an old schema is changed.
        now: local date and time, for names of files.

    Raises:
        CorruptDatabase: it is damaged; `aside` says where it lies, `backup` what is at hand.
        NewerDatabase: a newer program wrote it.
        DatabaseLocked: another program holds it.
        DiskFull: there is no room to make or to change it.
        ReadOnlyHome: there is none, or one of an old schema, and nothing can be written.
    """
    if not path.exists() and (aside := set_aside_before(path)) is not None:
        raise CorruptDatabase(path, aside=aside, backup=newest_good(backups))
    try:
        return _open(path, dice, backups, now)
    except CorruptDatabase as error:
        aside = set_aside(path, now)
        raise CorruptDatabase(path, error.detail, aside, newest_good(backups)) from error


def _open(path: Path, dice: Dice, backups: Path, now: datetime) -> Collection:
    if path.is_file() and path.stat().st_size == 0 and newest_good(backups) is not None:
        raise CorruptDatabase(path, "empty, and there are backups of it")
    database = open_database(path)
    try:
        if database.value("SELECT count(*) FROM sqlite_master") == 0:
            make_schema(database, dice)
        _bring_up_to_date(database, backups, now)
        _look_for_damage(database)
        device = database.connection.scalar(select(meta.c.value).where(meta.c.name == DEVICE))
    except BaseException:
        database.close()
        raise
    return Collection(database, device or "", dice)


def open_database(path: Path) -> Database:
    """A connection that writes, or where the folder cannot be written, one that looks.

    Raises:
        HistoryFailure: one of its classes.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReadOnlyHome(path, str(error)) from error
    if os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK)):
        return Database(path)
    if not path.is_file():
        raise ReadOnlyHome(path)
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


def _bring_up_to_date(database: Database, backups: Path, now: datetime) -> None:
    named = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    if not database.value(named):
        raise CorruptDatabase(database.path, "not a learning history")
    found = str(database.connection.scalar(select(version.c.version_num)))
    if found == VERSION:
        return
    if found not in KNOWN_VERSIONS:
        raise NewerDatabase(database.path, found)
    if database.read_only:
        raise ReadOnlyHome(database.path)
    from quizapp.collection.migrations.upgrading import upgrade

    back_up(database.path, backups, now, f"before-{VERSION}")
    upgrade(database)


def _look_for_damage(database: Database) -> None:
    """Read a little of everything; all of it where damage was met before.

    Raises:
        CorruptDatabase: it is damaged.
    """
    for table in metadata.tables.values():
        database.connection.execute(select(table).limit(1)).first()
    met = database.path.with_name(database.path.name + DAMAGED)
    if met.exists():
        found = database.value("PRAGMA integrity_check(1)")
        if found != "ok":
            raise CorruptDatabase(database.path, str(found))
        met.unlink()


def set_aside(path: Path, now: datetime) -> Path | None:
    """Rename a damaged database, with what belongs to it; where it is, None if it cannot be."""
    target = path.with_name(f"{path.name}{ASIDE}{now:%Y-%m-%d}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}{ASIDE}{now:%Y-%m-%d}-{number}")
    try:
        path.rename(target)
    except OSError:
        return None
    for rest in ("-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + rest).rename(target.with_name(target.name + rest))
    with suppress(OSError):
        path.with_name(path.name + DAMAGED).unlink()
    return target


def set_aside_before(path: Path) -> Path | None:
    """The database that was set aside last, or None."""
    every = path.parent.glob(f"{path.name}{ASIDE}*")
    whole = [one for one in every if not one.name.endswith(("-wal", "-shm"))]
    return max(whole, key=lambda one: (one.stat().st_mtime_ns, one.name), default=None)
