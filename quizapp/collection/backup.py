"""Copies of the learning history: made by SQLite, verified, thinned out, and put back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from quizapp.collection.failures import HistoryFailure, failure_of

DAILY = 7
WEEKLY = 4
_PREFIX = "quizapp-"
_SUFFIX = ".sqlite"
_TIME = "%Y-%m-%d-%H%M%S"
PAGES_AT_ONCE = 1000


class BackupFailed(HistoryFailure):
    """A copy was made and is not what it was made from; it was thrown away."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the learning history.

    Attributes:
        made: local date and time.
        daily: made by itself; others are never thrown away by us.
        size: in bytes.
    """

    path: Path
    made: datetime
    daily: bool
    size: int


def backups(folder: Path) -> list[Backup]:
    """The copies in a folder, newest first."""
    found = []
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(ValueError, OSError):
            stem = path.stem.removeprefix(_PREFIX)
            daily, _, when = stem.rpartition("_")
            made = datetime.strptime(when, _TIME)  # noqa: DTZ007 - local time, as it is shown
            found.append(Backup(path, made, daily == "daily", path.stat().st_size))
    return sorted(found, key=lambda one: (one.made, one.path.name), reverse=True)


def back_up(database: Path, folder: Path, now: datetime, why: str = "asked") -> Path:
    """Copy the learning history and verify the copy; safe while it is written to.

    Args:
        database: the history.
        folder: where copies are kept, made when it is not there.
        now: local date and time, for the name.
        why: "daily", "asked", "before-restore" or "before-VERSION"; goes into the name.

    Returns:
        Where the copy is. It appears whole or not at all.

    Raises:
        BackupFailed: the copy is not what it was made from.
        HistoryFailure: the history cannot be read, or the copy not be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BackupFailed(folder, str(error)) from error
    target = _free(folder, why, now)
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        copy_database(database, beside)
        verify(beside)
        _sync(beside)
        beside.rename(target)
        _sync(folder)
    except OSError as error:
        raise BackupFailed(target, str(error)) from error
    finally:
        beside.unlink(missing_ok=True)
    return target


def back_up_daily(database: Path, folder: Path, now: datetime) -> Path | None:
    """Copy the history if that was not done today, then thin out what was kept.

    Returns:
        Where the copy is; None when there was one of today.
    """
    if any(one.daily and one.made.date() == now.date() for one in backups(folder)):
        return None
    made = back_up(database, folder, now, "daily")
    for one in superfluous(backups(folder)):
        with suppress(OSError):
            one.path.unlink()
    return made


def superfluous(kept: Sequence[Backup]) -> list[Backup]:
    """Of the daily copies those that may go: not of the newest 7 days nor the newest of 4 weeks.

    Args:
        kept: copies of any kind, newest first.
    """
    days: dict[date, Backup] = {}
    for one in kept:
        if one.daily:
            days.setdefault(one.made.date(), one)
    staying = list(days.values())[:DAILY]
    weeks: dict[tuple[int, int], Backup] = {}
    for day, one in list(days.items())[DAILY:]:
        weeks.setdefault(day.isocalendar()[:2], one)
    staying += list(weeks.values())[:WEEKLY]
    return [one for one in kept if one.daily and one not in staying]


def newest_good(folder: Path) -> Path | None:
    """The newest copy that is whole, or None."""
    for one in backups(folder):
        with suppress(HistoryFailure):
            verify(one.path)
            return one.path
    return None


def copy_database(source: Path, target: Path) -> None:
    """Copy by SQLite's backup API: one moment of the source, whoever writes to it meanwhile.

    Raises:
        HistoryFailure: one of its classes.
    """
    try:
        reading = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
        try:
            writing = sqlite3.connect(target)
            try:
                # A read transaction holds the moment, so that writers do not start it again.
                reading.execute("BEGIN")
                (before,) = reading.execute("SELECT count(*) FROM log").fetchone()
                reading.backup(writing)
                (after,) = writing.execute("SELECT count(*) FROM log").fetchone()
                writing.execute("PRAGMA journal_mode=DELETE")
            finally:
                writing.close()
        finally:
            reading.close()
    except sqlite3.Error as error:
        raise failure_of(source, error) or BackupFailed(target, str(error)) from error
    if before != after:
        raise BackupFailed(target, f"{after} rows of {before}")


def verify(path: Path) -> int:
    """See that a copy is whole; how many rows its log has.

    Raises:
        HistoryFailure: it is not.
    """
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            (rows,) = connection.execute("SELECT count(*) FROM log").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise failure_of(path, error) or BackupFailed(path, str(error)) from error
    if found != "ok":
        raise BackupFailed(path, f"{found}, {rows} rows")
    return int(rows)


def put_in_place(backup: Path, database: Path) -> None:
    """Put a verified copy where the history is; the history must not be open.

    Raises:
        HistoryFailure: the copy is not whole, or cannot be written; the history stands.
    """
    verify(backup)
    beside = database.with_name(f".{database.name}.{os.getpid()}.new")
    try:
        shutil.copyfile(backup, beside)
        _sync(beside)
        verify(beside)
        for rest in ("-wal", "-shm"):
            database.with_name(database.name + rest).unlink(missing_ok=True)
        beside.replace(database)
        _sync(database.parent)
    except OSError as error:
        raise BackupFailed(database, str(error)) from error
    finally:
        beside.unlink(missing_ok=True)


def _free(folder: Path, why: str, now: datetime) -> Path:
    found = folder / f"{_PREFIX}{why}_{now.strftime(_TIME)}{_SUFFIX}"
    number = 1
    while found.exists():
        number += 1
        found = folder / f"{_PREFIX}{why}-{number}_{now.strftime(_TIME)}{_SUFFIX}"
    return found


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
