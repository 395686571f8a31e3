"""Back to a backup, and on from a damaged database with all that can still be read of it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import update

from quizapp.collection.backup import back_up, put_in_place
from quizapp.collection.database import Database
from quizapp.collection.failures import HistoryFailure
from quizapp.collection.opening import DEVICE, open_collection
from quizapp.collection.rebuild import rebuild
from quizapp.collection.rows import COLUMNS, from_columns
from quizapp.collection.tables import meta
from quizapp.collection.uuid7 import Dice, device_id
from quizapp.schedule.log import Row

GIVE_UP_AFTER = 50_000
"""Where even the number of rows cannot be read: so many in a row that are not there."""
_LOT = 500


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a recovery came to.

    Attributes:
        from_backup: rows that the backup had.
        salvaged: rows read from the damaged database that the backup did not have.
    """

    from_backup: int
    salvaged: int


def restore(path: Path, backup: Path, backups: Path, dice: Dice, now: datetime) -> Path:
    """Go back to a backup; the present history is copied first, so that this can be undone.

    The history must not be open. It goes on under a new device id, since what this device wrote
    after the backup may have reached other devices under the same numbers.

    Args:
        path: the history.
        backup: the copy to go back to.
        backups: where copies are kept.
        dice: random bytes, for the new device id.
        now: local date and time, for the copy's name.

    Returns:
        The copy of the present history.

    Raises:
        HistoryFailure: one of its classes; the present history stands.
    """
    kept = back_up(path, backups, now, "before-restore")
    put_in_place(backup, path)
    _new_device(path, dice)
    return kept


def recover(
    path: Path, aside: Path, backup: Path | None, backups: Path, dice: Dice, now: datetime
) -> Recovered:
    """Go on from a damaged database: the backup, if one is given, and all rows still readable.

    It is put together beside its place and then renamed, so that breaking off loses nothing.

    Args:
        path: where the history was.
        aside: where the damaged one was set aside.
        backup: a whole copy to start from, or None for an empty history.
        backups: where copies are kept.
        dice: random bytes, for ids.
        now: local date and time, for names of files.

    Raises:
        HistoryFailure: one of its classes; nothing was changed.
    """
    beside = path.with_name(f".{path.name}.recovering")
    _clear(beside)
    if backup is not None:
        shutil.copyfile(backup, beside)
        _new_device(beside, dice)
    collection = open_collection(beside, dice, backups, now)
    try:
        before = collection.rows()
        salvaged = collection.merge(salvage(aside))
        rebuild(collection.database)
    finally:
        collection.close()
    _clear(path)
    beside.replace(path)
    return Recovered(before, salvaged)


def salvage(corrupt: Path) -> Iterator[Row]:
    """Every row of the log that can still be read, one by one where the page is damaged.

    The database itself is not changed. Of one that is none at all nothing comes.
    """
    copy = corrupt.with_name(f".{corrupt.name}.{os.getpid()}.salvage")
    try:
        for rest in ("", "-wal"):  # the write-ahead log is folded in on reading: into the copy
            with suppress(FileNotFoundError):
                shutil.copyfile(
                    corrupt.with_name(corrupt.name + rest), copy.with_name(copy.name + rest)
                )
        connection = sqlite3.connect(copy)
        try:
            yield from _readable(connection)
        finally:
            connection.close()
    finally:
        _clear(copy)


def _readable(connection: sqlite3.Connection) -> Iterator[Row]:
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    lot = f"SELECT rowid, {names} FROM log WHERE rowid > ? ORDER BY rowid LIMIT {_LOT}"  # noqa: S608 - our names
    one = f"SELECT rowid, {names} FROM log WHERE rowid = ?"  # noqa: S608 - our names
    last, missed, end = 0, 0, _last_number(connection)
    while missed < GIVE_UP_AFTER and (end is None or last < end):
        try:
            found = connection.execute(lot, (last,)).fetchall()
            if not found:
                return
        except sqlite3.Error:
            found = []
            for number in range(last + 1, last + 1 + _LOT):
                with suppress(sqlite3.Error):
                    found += connection.execute(one, (number,)).fetchall()
            missed = 0 if found else missed + _LOT
            last += _LOT
        else:
            last, missed = found[-1][0], 0
        for values in found:
            with suppress(ValueError, TypeError, KeyError):
                yield from_columns(values[1:])


def _last_number(connection: sqlite3.Connection) -> int | None:
    try:
        (last,) = connection.execute("SELECT max(rowid) FROM log").fetchone()
    except sqlite3.Error:
        return None
    return int(last or 0)


def _new_device(path: Path, dice: Dice) -> None:
    database = Database(path, "rw")
    try:
        with database.transaction() as connection:
            connection.execute(
                update(meta).where(meta.c.name == DEVICE).values(value=device_id(dice))
            )
    finally:
        database.close()


def _clear(path: Path) -> None:
    for rest in ("", "-wal", "-shm", "-journal"):
        try:
            path.with_name(path.name + rest).unlink(missing_ok=True)
        except OSError as error:
            raise HistoryFailure(path, str(error)) from error
