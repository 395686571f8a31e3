"""What can go wrong with the learning history on disk, one small class for each."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path


class HistoryFailure(Exception):  # noqa: N818 - a disk that is full is no error of ours
    """The learning history cannot be read or written.

    Attributes:
        path: the database.
        detail: SQLite's own words, or "".
    """

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(str(path), detail)
        self.path = path
        self.detail = detail


class DatabaseLocked(HistoryFailure):
    """Another program held the database for longer than we wait. Nothing was written."""


class DiskFull(HistoryFailure):
    """There is no room left. What was to be written is not; all that was before, is."""


class NoRoomToOpen(DiskFull):
    """There is no room to make the database, or to open the one that is there."""


class HistoryReplaced(HistoryFailure):
    """The file at the database's path is not the one that was opened. Nothing was written."""


class FolderInPlace(HistoryFailure):
    """A folder has the database's name. It was not touched."""


class FileInPlace(HistoryFailure):
    """Where the folder of the database should be, or one above it, there is a file.

    Attributes:
        path: the folder that should be there.
    """


class ReadOnlyHome(HistoryFailure):
    """The database or its folder cannot be written. It can be looked at."""


class UnusableDatabase(HistoryFailure):
    """The system refuses the database for a reason that has no class of its own."""


class CorruptDatabase(HistoryFailure):
    """The database is damaged. It was set aside whole, if it could be renamed.

    Attributes:
        aside: where the damaged file now lies, or None while it lies where it did.
        backup: the newest backup that is whole, or None.
    """

    def __init__(
        self, path: Path, detail: str = "", aside: Path | None = None, backup: Path | None = None
    ) -> None:
        super().__init__(path, detail)
        self.aside = aside
        self.backup = backup


class DamageMet(CorruptDatabase):
    """Damage was met on reading or writing. The database lies where it did, open as it was."""


class MissingDatabase(CorruptDatabase):
    """There is no database, or one of no length, though there are backups of one."""


class CacheDamaged(CorruptDatabase):
    """Tables that are made from the log are missing or not ours; the log itself is there."""


class NewerDatabase(HistoryFailure):
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
_BY_CODE: dict[int, type[HistoryFailure]] = {
    sqlite3.SQLITE_BUSY: DatabaseLocked,
    sqlite3.SQLITE_LOCKED: DatabaseLocked,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: ReadOnlyHome,
    sqlite3.SQLITE_PERM: ReadOnlyHome,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyHome,
    sqlite3.SQLITE_CORRUPT: DamageMet,
    sqlite3.SQLITE_NOTADB: DamageMet,
}
_MISSING = ("no such table", "no such column", "no such index")
"""SQLite has no codes of their own for these. Our statements name what a whole history has."""


def failure_of(path: Path, error: BaseException) -> HistoryFailure | None:
    """Our class for one of SQLite's errors; None where the program itself is at fault."""
    if not isinstance(error, sqlite3.DatabaseError):
        return None
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    if code in _FULL:
        return DiskFull(path, str(error))
    found = _BY_CODE.get(code & 0xFF)
    if found is not None:
        return found(path, str(error))
    if code & 0xFF == sqlite3.SQLITE_IOERR:
        return UnusableDatabase(path, str(error))
    if str(error).startswith(_MISSING):
        return DamageMet(path, str(error))
    return None


def failure_of_file(path: Path, error: OSError) -> HistoryFailure:
    """Our class for what the system says of a file that belongs to the history."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path, str(error))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnlyHome(path, str(error))
    return UnusableDatabase(path, str(error))
