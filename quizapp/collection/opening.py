"""Open the learning history, whatever state it is in, and make it where there is none yet."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from quizapp.collection.backup import back_up, newest_good
from quizapp.collection.backup import backups as copies_in
from quizapp.collection.collection import Collection
from quizapp.collection.database import BUSY_MS, DAMAGED, Database
from quizapp.collection.failures import (
    CacheDamaged,
    CorruptDatabase,
    DatabaseLocked,
    DiskFull,
    FileInPlace,
    FolderInPlace,
    HistoryFailure,
    HistoryReplaced,
    MissingDatabase,
    NewerDatabase,
    NoRoomToOpen,
    ReadOnlyHome,
    failure_of_file,
)
from quizapp.collection.holding import held_elsewhere
from quizapp.collection.ledger import DEVICE
from quizapp.collection.tables import KNOWN_VERSIONS, TRIGGERS, VERSION, meta, metadata, version
from quizapp.collection.uuid7 import Dice, device_id

ASIDE = ".corrupt-"
"""Between the database's name and the day on which it was found damaged and set aside."""


_KEPT = ("log", "meta", "alembic_version")
"""The tables that nothing else can be made of."""
_NAMES = frozenset(
    [
        *metadata.tables,
        *(str(index.name) for table in metadata.tables.values() for index in table.indexes),
        *(trigger.split()[2] for trigger in TRIGGERS),
    ]
)


def open_collection(
    path: Path, dice: Dice, backups: Path, now: datetime, wait_ms: int = BUSY_MS
) -> Collection:
    """Open the learning history; make one where there is none, bring an old one up to date.

    A damaged one is set aside, and as long as nothing was put in its place every opening says so:
    a new, empty history in silence would look like a loss. So it is where there is none, or one of
    no length, and there are backups of one. On a full disk it may be opened to be looked at only.

    Args:
        path: the database; its folder is made when it is not there.
        dice: random bytes, for ids.
        backups: where copies are kept; one is made before an old schema is changed.
        now: local date and time, for names of files.
        wait_ms: how long to wait for another program's lock, then and at each later step.

    Raises:
        MissingDatabase: there are backups of it, and it is gone.
        CorruptDatabase: it is damaged; `aside` says where it lies, `backup` what is at hand.
        NewerDatabase: a newer program wrote it.
        DatabaseLocked: another program holds it.
        NoRoomToOpen: there is no room to make or to change it.
        ReadOnlyHome: there is none, or one of an old schema, and nothing can be written.
        FolderInPlace, FileInPlace: something else lies where it or its folder should be.
    """
    if not path.exists() and (aside := set_aside_before(path)) is not None:
        raise CorruptDatabase(path, aside=aside, backup=newest_good(backups))
    if is_empty(path) and copies_in(backups):
        raise MissingDatabase(path, backup=newest_good(backups))
    try:
        return _open(path, dice, backups, now, wait_ms)
    except CorruptDatabase as error:
        aside = set_aside(path, now)
        kind = CacheDamaged if isinstance(error, CacheDamaged) else CorruptDatabase
        raise kind(path, error.detail, aside, newest_good(backups)) from error
    except DiskFull as error:
        raise NoRoomToOpen(path, error.detail) from error


def _open(path: Path, dice: Dice, backups: Path, now: datetime, wait_ms: int) -> Collection:
    database = open_database(path, wait_ms)
    try:
        if database.value("SELECT count(*) FROM sqlite_master") == 0:
            make_schema(database, dice)
        bring_up_to_date(database, backups, now)
        _look_for_damage(database)
    except BaseException:
        database.close()
        raise
    return Collection(database, dice)


def begin_anew(path: Path, dice: Dice) -> None:
    """Make an empty history where there is none, though there are backups of one.

    Raises:
        HistoryReplaced: there is one again.
        HistoryFailure: another of its classes.
    """
    if not is_empty(path):
        raise HistoryReplaced(path)
    database = open_database(path)
    try:
        make_schema(database, dice)
    finally:
        database.close()


def is_empty(path: Path) -> bool:
    """Whether there is no database, or one of no length."""
    return not path.exists() or (path.is_file() and path.stat().st_size == 0)


def open_database(path: Path, wait_ms: int = BUSY_MS) -> Database:
    """A connection that writes, or where that cannot be done, one that looks.

    Raises:
        HistoryFailure: one of its classes.
    """
    _make_folder(path.parent)
    if path.is_dir():
        raise FolderInPlace(path)
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        if not path.is_file():
            raise ReadOnlyHome(path)
        try:
            return _looking(path, "ro", wait_ms)
        except ReadOnlyHome:
            return _looking(path, "immutable", wait_ms)
    try:
        return Database(path, busy_ms=wait_ms)
    except DiskFull as error:
        return _looking_when_full(path, wait_ms, error)
    except ReadOnlyHome as error:
        if shutil.disk_usage(path.parent).free:
            raise
        return _looking_when_full(path, wait_ms, error)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        for one in (folder, *folder.parents):
            if one.exists():
                raise FileInPlace(one) from error
        raise ReadOnlyHome(folder, str(error)) from error
    except OSError as error:
        raise failure_of_file(folder, error) from error


def _looking_when_full(path: Path, wait_ms: int, error: HistoryFailure) -> Database:
    """A connection that looks, where all that was committed stands in the file itself."""
    rest = path.with_name(path.name + "-wal")
    if is_empty(path) or not is_empty(rest):
        raise NoRoomToOpen(path, error.detail) from error
    try:
        return _looking(path, "immutable", wait_ms, DiskFull)
    except HistoryFailure:
        raise NoRoomToOpen(path, error.detail) from error


def _looking(
    path: Path, mode: str, wait_ms: int, refusal: type[HistoryFailure] = ReadOnlyHome
) -> Database:
    database = Database(path, mode, wait_ms, refusal)
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


def bring_up_to_date(database: Database, backups: Path | None, now: datetime) -> None:
    """Bring an old schema up to date.

    Args:
        database: the connection to write with.
        backups: where a copy is put first; None for what is a copy itself.
        now: local date and time, for the copy's name.

    Raises:
        CorruptDatabase: it is no learning history, or not a whole one.
        NewerDatabase: a newer program wrote it.
        HistoryFailure: another of its classes; it is as it was.
    """
    named = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    if not database.value(named):
        raise CorruptDatabase(database.path, "not a learning history")
    found = database.connection.scalar(select(version.c.version_num))
    if not found:
        raise CorruptDatabase(database.path, "its version is not written in it")
    if found == VERSION:
        return
    if found not in KNOWN_VERSIONS:
        raise NewerDatabase(database.path, str(found))
    if database.read_only:
        raise ReadOnlyHome(database.path)
    from quizapp.collection.migrations.upgrading import upgrade

    if backups is not None:
        back_up(database.path, backups, now, f"before-{VERSION}")
    upgrade(database)


def _look_for_damage(database: Database) -> None:
    """Read a little of everything; all of it where damage was met before.

    Raises:
        CacheDamaged: only what is made from the log is.
        CorruptDatabase: it is damaged.
    """
    names = database.connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars()
    missing = sorted(_NAMES.difference(names))
    if missing:
        kind = CorruptDatabase if set(missing) & set(_KEPT) else CacheDamaged
        raise kind(database.path, f"missing: {', '.join(missing)}")
    for name, table in metadata.tables.items():
        try:
            database.connection.execute(select(table).limit(1)).first()
        except CorruptDatabase as error:
            if name in _KEPT or not error.detail.startswith("no such column"):
                raise
            raise CacheDamaged(database.path, error.detail) from error
    met = database.path.with_name(database.path.name + DAMAGED)
    if met.exists():
        found = database.value("PRAGMA integrity_check(1)")
        if found != "ok":
            raise CorruptDatabase(database.path, str(found))
        met.unlink()


def set_aside(path: Path, now: datetime) -> Path | None:
    """Rename a damaged database, with what belongs to it; where it is, None if it cannot be.

    Raises:
        DatabaseLocked: another program has it open, and would go on writing into it.
    """
    if held_elsewhere(path):
        raise DatabaseLocked(path, "damaged, and open in another program")
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


def clear(path: Path) -> None:
    """Throw a database away, with what belongs to it."""
    for rest in ("", "-wal", "-shm", "-journal", DAMAGED):
        try:
            path.with_name(path.name + rest).unlink(missing_ok=True)
        except OSError as error:
            raise failure_of_file(path, error) from error
