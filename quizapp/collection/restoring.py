"""Back to a backup: its rows put into the open history, under the locks of SQLite itself.

The file is not swapped, since another window or a terminal may have it open and would go on
writing into a file without a name.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Table, update
from sqlalchemy.dialects.sqlite import insert

from quizapp.collection import cards_cache
from quizapp.collection.backup import BackupDamaged, back_up, verify
from quizapp.collection.database import BUSY_MS, Database
from quizapp.collection.deck_cache import UNSETTLED
from quizapp.collection.failures import (
    CorruptDatabase,
    DatabaseLocked,
    failure_of_file,
)
from quizapp.collection.ledger import DEVICE, REBUILD
from quizapp.collection.opening import bring_up_to_date, clear
from quizapp.collection.tables import STATE_COLUMNS, daily, log, meta, past
from quizapp.collection.uuid7 import Dice, device_id
from quizapp.schedule.card import CardState

TRIES = 3
"""How often the present history is copied anew because it was answered meanwhile."""


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


_COLUMNS, _DAILY, _PAST = _columns(log), _columns(daily), _columns(past)
_SAME = " AND ".join(f'kept."{column.name}" IS log."{column.name}"' for column in log.columns)
_STATES = ", ".join(STATE_COLUMNS)
_NEW_STATES = ", ".join(f"{name} = excluded.{name}" for name in STATE_COLUMNS[1:])
# Where the decks have a card stays as it is: decks are no part of what is gone back to.
_HISTORY = f"""
    DELETE FROM main.log WHERE NOT EXISTS (SELECT 1 FROM copy.log AS kept WHERE {_SAME});
    INSERT INTO main.log ({_COLUMNS}) SELECT {_COLUMNS} FROM copy.log AS kept
    WHERE NOT EXISTS (SELECT 1 FROM main.log AS log WHERE log.id = kept.id) ORDER BY kept.rowid;
    INSERT INTO main.cards ({_STATES}, question) SELECT {_STATES}, question FROM copy.cards
    WHERE true ON CONFLICT (key) DO UPDATE SET {_NEW_STATES};
    DELETE FROM main.daily;
    INSERT INTO main.daily ({_DAILY}) SELECT {_DAILY} FROM copy.daily;
    INSERT OR IGNORE INTO main.past ({_PAST}) SELECT {_PAST} FROM copy.past;
    DELETE FROM main.meta WHERE name = '{REBUILD}';
    INSERT INTO main.meta SELECT * FROM copy.meta WHERE name = '{REBUILD}'
    """  # noqa: S608 - our names
_UNKNOWN_CARDS = "SELECT key FROM main.cards WHERE key NOT IN (SELECT key FROM copy.cards)"
_ROWS = "SELECT count(*) FROM main.log"


def restore(
    path: Path,
    backup: Path,
    backups: Path,
    dice: Dice,
    now: datetime,
    wait_ms: int = BUSY_MS,
) -> Path:
    """Go back to a backup; the present history is copied first, so that this can be undone.

    The history may be open, here and in other programs: they find the older one at their next
    step. It goes on under a new device id, since what this device wrote after the backup may have
    reached other devices under the same numbers.

    Args:
        path: the history.
        backup: the copy to go back to.
        backups: where copies are kept.
        dice: random bytes, for the new device id.
        now: local date and time, for the copy's name.
        wait_ms: how long to wait for another program's lock.

    Returns:
        The copy of the present history.

    Raises:
        BackupDamaged: the copy is not whole.
        HistoryFailure: one of its classes; in any case the present history stands.
    """
    verify(backup)
    with _prepared(path, backup, now) as older:
        database = Database(path, "rw", wait_ms)
        try:
            return _put(database, older, backups, dice, now)
        finally:
            database.close()


def _put(database: Database, older: Path, backups: Path, dice: Dice, now: datetime) -> Path:
    database.connection.exec_driver_sql("ATTACH DATABASE ? AS copy", (str(older),))
    for _ in range(TRIES):
        kept = back_up(database.path, backups, now, "before-restore")
        rows = _rows_in(kept)
        with database.transaction() as connection:
            if database.value(_ROWS) == rows:  # else somebody answered after the copy was made
                _replace(connection, device_id(dice))
                return kept
        kept.unlink(missing_ok=True)
    raise DatabaseLocked(database.path)


def _rows_in(copy: Path) -> object:
    database = Database(copy, "immutable")
    try:
        return database.value(_ROWS)
    finally:
        database.close()


def _replace(connection: Connection, device: str) -> None:
    unknown = connection.exec_driver_sql(_UNKNOWN_CARDS).scalars().all()
    for statement in _HISTORY.split(";"):
        connection.exec_driver_sql(statement)
    cards_cache.put(connection, [CardState(key) for key in unknown])
    connection.execute(update(meta).where(meta.c.name == DEVICE).values(value=device))
    unsettled = insert(meta).values(name=UNSETTLED, value="cards")
    connection.execute(unsettled.on_conflict_do_nothing())


@contextmanager
def _prepared(path: Path, backup: Path, now: datetime) -> Iterator[Path]:
    """The backup beside the history, brought up to date; it is thrown away at the end."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        try:
            shutil.copyfile(backup, beside)
        except OSError as error:
            raise failure_of_file(path, error) from error
        database = Database(beside, "rw")
        try:
            bring_up_to_date(database, backups=None, now=now)
        except CorruptDatabase as error:
            raise BackupDamaged(backup, error.detail) from error
        finally:
            database.close()
        yield beside
    finally:
        clear(beside)
