"""One connection to the database: its settings, its transactions, and its errors in our words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import StaticPool

from quizapp.collection.failures import (
    CorruptDatabase,
    HistoryFailure,
    HistoryReplaced,
    ReadOnlyHome,
    failure_of,
)

BUSY_MS = 5000
_IS_FOREIGN = "SELECT count(*) > 0 AND sum(name = 'log') = 0 FROM sqlite_master"
DAMAGED = ".damaged"
"""After the database's name, that of an empty file: damage was met, all is looked at next time."""


class _Kept(sqlite3.Connection):
    """A connection that a pool cannot close.

    SQLAlchemy's thinks one stale that was made before 1970, as its clock has it, and would go on
    with it closed.
    """

    def close(self) -> None:
        """Do nothing."""

    def really_close(self) -> None:
        """Close."""
        super().close()


class Database:
    """A connection, for one thread.

    SQLAlchemy is told that every statement stands alone, and transactions are begun here, so that
    one that writes takes its lock at once and none is begun for looking.

    Args:
        path: the file; made when it is not there.
        mode: "rwc" to write, "rw" to write but not to make it, "ro" to look, "immutable" to look
            where not even a lock can be written.
        busy_ms: how long to wait for another program's lock.
        refusal: what to raise on writing where one can only look.

    Raises:
        HistoryFailure: one of its classes.
    """

    def __init__(
        self,
        path: Path,
        mode: str = "rwc",
        busy_ms: int = BUSY_MS,
        refusal: type[HistoryFailure] = ReadOnlyHome,
    ) -> None:
        self.path = path
        self._refusal = refusal
        self.read_only = mode in ("ro", "immutable")
        query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
        try:
            self.raw: _Kept = sqlite3.connect(
                f"{path.absolute().as_uri()}?{query}",
                uri=True,
                isolation_level=None,
                timeout=busy_ms / 1000,
                factory=_Kept,
                check_same_thread=False,  # handed from the thread that opens to the one that uses
            )
        except sqlite3.Error as error:
            raise failure_of(path, error) or error from error
        try:
            self._set_up(busy_ms)
        except sqlite3.Error as error:
            self.raw.really_close()
            raise failure_of(path, error) or error from error
        self._engine = create_engine(
            "sqlite://",
            creator=lambda: self.raw,
            poolclass=StaticPool,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,  # an error is logged, and answers do not belong into the log
        )
        event.listen(self._engine, "handle_error", self._reword)
        self.connection: Connection = self._engine.connect()
        self._file = _file_at(path)

    def _set_up(self, busy_ms: int) -> None:
        self.raw.execute(f"PRAGMA busy_timeout={busy_ms}")
        self.raw.execute("PRAGMA foreign_keys=ON")
        self.raw.execute("PRAGMA cache_size=-8000")
        (foreign,) = self.raw.execute(_IS_FOREIGN).fetchone()
        if not self.read_only and not foreign:  # which would be written into its file
            self.raw.execute("PRAGMA journal_mode=WAL")
            self.raw.execute("PRAGMA synchronous=FULL")

    def _reword(self, context: ExceptionContext) -> None:
        found = self._worded(context.original_exception)
        if found is not None:
            raise found from context.original_exception

    def _worded(self, error: BaseException) -> HistoryFailure | None:
        found = failure_of(self.path, error)
        if isinstance(found, CorruptDatabase):
            note_damage(self.path)
        return found

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction that writes: all of it is durable at the end, or none of it ever was.

        Raises:
            HistoryFailure: one of its classes; nothing was written.
        """
        if self.read_only:
            raise self._refusal(self.path)
        self.connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            self._see_that_it_is_there()
            yield self.connection
            self.connection.exec_driver_sql("COMMIT")
        except BaseException:
            if self.raw.in_transaction:
                self.raw.execute("ROLLBACK")
            raise

    def _see_that_it_is_there(self) -> None:
        """Refuse to write into a file that has lost its name."""
        if _file_at(self.path) != self._file:
            raise HistoryReplaced(self.path)

    def value(self, sql: str) -> object:
        """The first value of a statement's first row, or None."""
        row = self.connection.exec_driver_sql(sql).first()
        return None if row is None else row[0]

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        with self.in_our_words():
            return int(self.raw.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def in_our_words(self) -> Iterator[None]:
        """Say in our words what fails within on the connection `raw`."""
        try:
            yield
        except sqlite3.Error as error:
            raise self._worded(error) or error from error

    def close(self) -> None:
        """Close; the write-ahead log is folded into the file."""
        self.connection.close()
        self._engine.dispose()
        self.raw.really_close()


def note_damage(path: Path) -> None:
    """Have all of a database looked at when it is opened next."""
    with suppress(OSError):
        path.with_name(path.name + DAMAGED).touch()


def _file_at(path: Path) -> tuple[int, int] | None:
    """What tells the file at a path from any other; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
