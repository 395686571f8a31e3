"""What can go wrong with the learning history on disk, one small class for each."""

from __future__ import annotations

import sqlite3
from pathlib import Path


class HistoryError(Exception):
    """The learning history cannot be read or written.

    Attributes:
        path: the database.
        detail: SQLite's own words, or "".
    """

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(str(path), detail)
        self.path = path
        self.detail = detail


class DatabaseLockedError(HistoryError):
    """Another program held the database for longer than we wait. Nothing was written."""


class DiskFullError(HistoryError):
    """There is no room left. What was to be written is not; all that was before, is."""


class ReadOnlyHomeError(HistoryError):
    """The database or its folder cannot be written. It can be looked at."""


class UnusableDatabaseError(HistoryError):
    """The system refuses the database for a reason that has no class of its own."""


class CorruptDatabaseError(HistoryError):
    """The database is damaged. It was not touched.

    Attributes:
        backup: the newest backup that is whole, or None.
    """

    def __init__(self, path: Path, detail: str = "", backup: Path | None = None) -> None:
        super().__init__(path, detail)
        self.backup = backup


class NewerDatabaseError(HistoryError):
    """A newer version of the program wrote the database. It was not touched.

    Attributes:
        version: of its schema.
    """

    def __init__(self, path: Path, version: str) -> None:
        super().__init__(path, version)
        self.version = version


_FULL = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMOPEN,
)
_BY_CODE: dict[int, type[HistoryError]] = {
    sqlite3.SQLITE_BUSY: DatabaseLockedError,
    sqlite3.SQLITE_LOCKED: DatabaseLockedError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_READONLY: ReadOnlyHomeError,
    sqlite3.SQLITE_PERM: ReadOnlyHomeError,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyHomeError,
    sqlite3.SQLITE_CORRUPT: CorruptDatabaseError,
    sqlite3.SQLITE_NOTADB: CorruptDatabaseError,
}


def failure_of(path: Path, error: BaseException) -> HistoryError | None:
    """Our class for one of SQLite's errors; None where the program itself is at fault."""
    if not isinstance(error, sqlite3.DatabaseError):
        return None
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    if code in _FULL:
        return DiskFullError(path, str(error))
    found = _BY_CODE.get(code & 0xFF)
    if found is not None:
        return found(path, str(error))
    if code & 0xFF == sqlite3.SQLITE_IOERR:
        return UnusableDatabaseError(path, str(error))
    return None
