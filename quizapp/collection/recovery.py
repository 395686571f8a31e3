"""On from a damaged database: from a backup, and with all that can still be read of it."""

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

from quizapp.collection.collection import Collection
from quizapp.collection.database import Database
from quizapp.collection.failures import HistoryReplaced, ReadOnlyHome, failure_of_file
from quizapp.collection.ledger import DEVICE
from quizapp.collection.opening import (
    begin_anew,
    bring_up_to_date,
    clear,
    is_empty,
    set_aside,
)
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


def recover(path: Path, aside: Path, backup: Path | None, dice: Dice, now: datetime) -> Recovered:
    """Go on from a damaged database: the backup, if one is given, and all rows still readable.

    It is put together beside its place and then renamed, so that breaking off loses nothing.

    Args:
        path: where the history was.
        aside: where the damaged one was set aside.
        backup: a whole copy to start from, or None for an empty history.
        dice: random bytes, for ids.
        now: local date and time, for names of files.

    Raises:
        HistoryFailure: one of its classes; nothing was changed.
    """
    beside = path.with_name(f".{path.name}.recovering")
    clear(beside)
    try:
        before, salvaged = _put_together(beside, aside, backup, dice, now)
        _make_way(path, aside, now)
        beside.replace(path)
    except OSError as error:
        raise failure_of_file(path, error) from error
    finally:
        clear(beside)
    return Recovered(before, salvaged)


def _put_together(
    beside: Path, aside: Path, backup: Path | None, dice: Dice, now: datetime
) -> tuple[int, int]:
    """Make the new history beside its place; the rows of the backup, and those salvaged."""
    if backup is None:
        begin_anew(beside, dice)
    else:
        shutil.copyfile(backup, beside)
        _new_device(beside, dice)
    database = Database(beside, "rw")
    try:
        bring_up_to_date(database, None, now)
        collection = Collection(database, dice)
        before = collection.rows()
        salvaged = collection.merge(salvage(aside))
        rebuild(database)
    finally:
        database.close()
    return before, salvaged


def _make_way(path: Path, aside: Path, now: datetime) -> None:
    """Set aside what could not be before; refuse where a good history stands there again.

    Raises:
        HistoryFailure: something is to stay where it is.
    """
    if not is_empty(path):
        if aside != path:
            raise HistoryReplaced(path)
        if set_aside(path, now) is None:
            raise ReadOnlyHome(path)
    clear(path)


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
        clear(copy)


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
