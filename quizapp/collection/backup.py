"""Copies of the learning history: made by SQLite, verified, and thinned out."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from quizapp.collection.database import BUSY_MS, note_damage
from quizapp.collection.failures import DatabaseLocked, DiskFull, HistoryFailure, failure_of

DAILY = 7
WEEKLY = 4
_PREFIX = "quizapp-"
_SUFFIX = ".sqlite"
_TIME = "%Y-%m-%d-%H%M%S"
_WHY = ("daily", "asked", "before-restore")
_OF_DAYS = "SELECT coalesce(sum(answers), 0) FROM daily"
_OF_LOG = "SELECT count(*) FROM log WHERE action = 'answer'"  # a copy older than the table `daily`


class BackupFailed(HistoryFailure):
    """A copy was made and is not what it was made from; it was thrown away."""


class BackupDamaged(HistoryFailure):
    """A copy is damaged or none of ours. It was left where it is, and the history as it is."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the learning history.

    Attributes:
        made: local date and time.
        why: it was made: "daily", "asked", "before-restore" or "before-change" (of the schema).
        size: in bytes.
    """

    path: Path
    made: datetime
    why: str
    size: int

    @property
    def daily(self) -> bool:
        """Made by itself; others are never thrown away by us."""
        return self.why == "daily"


def backups(folder: Path) -> list[Backup]:
    """The copies in a folder, newest first."""
    found = []
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(ValueError, OSError):
            stem = path.stem.removeprefix(_PREFIX)
            why, _, when = stem.rpartition("_")
            made = datetime.strptime(when, _TIME)  # noqa: DTZ007 - local time, as it is shown
            found.append(Backup(path, made, _why(why), path.stat().st_size))
    return sorted(found, key=lambda one: (one.made, one.path.name), reverse=True)


def answers_in(copy: Path) -> int | None:
    """How many answers that were not taken back a copy has; None where it cannot be read."""
    try:
        connection = sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            try:
                (found,) = connection.execute(_OF_DAYS).fetchone()
            except sqlite3.OperationalError:
                (found,) = connection.execute(_OF_LOG).fetchone()
        finally:
            connection.close()
    except sqlite3.Error:
        return None
    return int(found)


def back_up(
    database: Path, folder: Path, now: datetime, why: str = "asked", wait_ms: int = BUSY_MS
) -> Path:
    """Copy the learning history and verify the copy; safe while it is written to.

    Args:
        database: the history.
        folder: where copies are kept, made when it is not there.
        now: local date and time, for the name.
        why: "daily", "asked", "before-restore" or "before-VERSION"; goes into the name.
        wait_ms: how long to wait for another program's lock.

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
        copy_database(database, beside, wait_ms)
        try:
            verify(beside)
        except BackupDamaged as error:
            note_damage(database)  # copied page by page, so the fault may well lie there
            raise BackupFailed(target, error.detail) from error
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


def copy_database(source: Path, target: Path, wait_ms: int = BUSY_MS) -> None:
    """Copy by SQLite's backup API: one moment of the source, whoever writes to it meanwhile.

    Raises:
        HistoryFailure: one of its classes.
    """
    try:
        reading = sqlite3.connect(
            f"{source.absolute().as_uri()}?mode=ro", uri=True, timeout=wait_ms / 1000
        )
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
        BackupDamaged: it is not.
    """
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            (rows,) = connection.execute("SELECT count(*) FROM log").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        known = failure_of(path, error)
        if isinstance(known, DatabaseLocked | DiskFull):
            raise known from error
        raise BackupDamaged(path, str(error)) from error
    if found != "ok":
        raise BackupDamaged(path, f"{found}, {rows} rows")
    return int(rows)


def _why(named: str) -> str:
    """The reason of a copy of its name, in which a number may follow it."""
    for why in _WHY:
        if named == why or named.startswith(f"{why}-"):
            return why
    return "before-change" if named.startswith("before-") else "asked"


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
