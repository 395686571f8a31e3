"""The log's one door: rows are appended and voided, and what rests on them is kept in step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, bindparam, select, text
from sqlalchemy.dialects.sqlite import insert

from quizapp.collection import cards_cache
from quizapp.collection.cards_cache import STANDS
from quizapp.collection.daily_totals import count_day, count_one
from quizapp.collection.database import Database
from quizapp.collection.rows import SELECTED, from_columns, to_columns
from quizapp.collection.tables import SELDOM, log, meta
from quizapp.collection.uuid7 import Dice, uuid7
from quizapp.schedule.day import ordered_time
from quizapp.schedule.log import STEPS, Action, Entry, Row
from quizapp.schedule.parameters import in_force
from quizapp.schedule.store import Parameters

ROWS_AT_ONCE = 100
"""How many foreign rows are taken in one transaction, so that it stays short."""

REBUILD = "rebuild"
DEVICE = "device"
"""In `meta`, with the name under which this machine writes."""
_CHANGE_ALL = (Action.PARAMETERS, Action.RETENTION)
_REBUILD_WANTED = select(meta.c.value).where(meta.c.name == REBUILD)
_DEVICE = select(meta.c.value).where(meta.c.name == DEVICE)
_INSERT = insert(log)
_INSERT_NEW = insert(log).on_conflict_do_nothing()
_LAST_OF_DEVICE = (
    select(log.c.t, log.c.sequence)
    .where(log.c.device == bindparam("device"))
    .order_by(log.c.sequence.desc())
    .limit(1)
)
_LAST_STANDING = (
    select(*SELECTED)
    .where(
        log.c.device == bindparam("device"),
        log.c.day == bindparam("day"),
        log.c.card != "",
        log.c.action.in_([step.value for step in STEPS]),
        STANDS,
    )
    .order_by(log.c.sequence.desc())
    .limit(1)
)
_IN_FORCE = (
    select(*SELECTED)
    .where(text(SELDOM), log.c.action.in_([a.value for a in _CHANGE_ALL]), STANDS)
    .order_by(log.c.t, log.c.device, log.c.sequence)
)


def parameters_in(connection: Connection) -> tuple[Parameters, int]:
    """The parameters in force, and the ordered time since when."""
    return in_force(from_columns(values) for values in connection.execute(_IN_FORCE))


def rebuild_wanted(connection: Connection) -> bool:
    """Whether cards wait to be folded anew, as after a change of parameters."""
    return connection.execute(_REBUILD_WANTED).first() is not None


class Ledger:
    """Appends to the log of one database.

    Args:
        database: the connection to write with.
        dice: random bytes, for ids.
    """

    def __init__(self, database: Database, dice: Dice) -> None:
        self._database = database
        self._dice = dice

    @property
    def device(self) -> str:
        """Which machine this is, looked up each time: it is another one after a restore."""
        return self._database.connection.scalar(_DEVICE) or ""

    def append(self, entry: Entry) -> Row:
        """Append one row and bring the cache up to date, in one transaction."""
        with self._database.transaction() as connection:
            row = self._row(connection, entry)
            self._take(connection, row)
        return row

    def undo(self, day: int, entry: Entry) -> Row | None:
        """Void this device's last standing row of that study day."""
        with self._database.transaction() as connection:
            target = self.last_undoable(day)
            if target is None:
                return None
            self._void(connection, target, entry)
        return target

    def void(self, rows: Sequence[Row], entry: Entry) -> None:
        """Void these rows, of whatever day and device, in one transaction."""
        with self._database.transaction() as connection:
            for target in rows:
                self._void(connection, target, entry)

    def _void(self, connection: Connection, target: Row, entry: Entry) -> None:
        about = replace(
            entry,
            action=Action.UNDO,
            card=target.card,
            deck=target.deck,
            question=target.question,
            answer=None,
        )
        row = replace(self._row(connection, about), voids=target.id)
        connection.execute(_INSERT, to_columns(row))
        self._catch_up(connection, [target])

    def last_undoable(self, day: int) -> Row | None:
        """The row that `undo` would void."""
        found = self._database.connection.execute(
            _LAST_STANDING, {"device": self.device, "day": day}
        ).first()
        return None if found is None else from_columns(found)

    def merge(self, rows: Iterable[Row]) -> int:
        """Take in rows of other devices; those known already are passed over. How many were new.

        The result is the same in whatever order rows come.
        """
        pending = list(rows)
        taken = 0
        for start in range(0, len(pending), ROWS_AT_ONCE):
            with self._database.transaction() as connection:
                taken += self._merge_some(connection, pending[start : start + ROWS_AT_ONCE])
        return taken

    def _merge_some(self, connection: Connection, rows: Sequence[Row]) -> int:
        new = [row for row in rows if connection.execute(_INSERT_NEW, to_columns(row)).rowcount]
        voided = [row.voids for row in new if row.voids]
        targets = connection.execute(select(*SELECTED).where(log.c.id.in_(voided)))
        self._catch_up(connection, [*new, *(from_columns(values) for values in targets)])
        return len(new)

    def _row(self, connection: Connection, entry: Entry) -> Row:
        device = self.device
        last = connection.execute(_LAST_OF_DEVICE, {"device": device}).first()
        latest, sequence = (0, 0) if last is None else last
        return Row(
            id=uuid7(entry.moment.utc_ms, self._dice),
            device=device,
            sequence=sequence + 1,
            t=ordered_time(latest, entry.moment.utc_ms),
            moment=entry.moment,
            action=entry.action,
            card=entry.card,
            deck=entry.deck,
            question=entry.question,
            text=entry.text,
            number=entry.number,
            answer=entry.answer,
        )

    def _take(self, connection: Connection, row: Row) -> None:
        """Write a new row of this device and step what it concerns."""
        simple = not row.card or cards_cache.comes_last(connection, row)
        connection.execute(_INSERT, to_columns(row))
        if not simple or row.action in _CHANGE_ALL or rebuild_wanted(connection):
            self._catch_up(connection, [row])
            return
        if row.card:
            parameters, since = parameters_in(connection)
            before = cards_cache.state_of(connection, row.card)
            cards_cache.put(connection, [cards_cache.stepped(before, row, parameters, since)])
        count_one(connection, row)

    def _catch_up(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Make anew from the log whatever these rows concern."""
        parameters, since = parameters_in(connection)
        keys = dict.fromkeys(row.card for row in rows if row.card)
        cards_cache.put(
            connection,
            [cards_cache.folded(connection, key, parameters, since) for key in keys],
        )
        for day in {row.moment.day for row in rows if row.answer is not None}:
            count_day(connection, day)
        if any(row.action in _CHANGE_ALL for row in rows):
            connection.execute(
                insert(meta).values(name=REBUILD, value="wanted").on_conflict_do_nothing()
            )
