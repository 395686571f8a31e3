"""The cache made anew from the log, and the proof that it is what the log says, bit for bit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import TypeAlias

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from quizapp.collection import cards_cache
from quizapp.collection.daily_totals import count_day, counted
from quizapp.collection.database import Database
from quizapp.collection.deck_cache import UNSETTLED
from quizapp.collection.ledger import DEVICE, REBUILD, parameters_in
from quizapp.collection.tables import STATE_COLUMNS, daily, meta
from quizapp.content.question import split_key
from quizapp.schedule.card import CardState
from quizapp.schedule.next_due import settled
from quizapp.schedule.replay import Plain, StateTuple, replay
from quizapp.schedule.store import Parameters

Progress: TypeAlias = Callable[[int, int], None]
"""Told how many rows of the log are done, and of how many."""

_ByKey: TypeAlias = dict[tuple[object, ...], tuple[object, ...]]

_Ground: TypeAlias = tuple[Parameters, int, str | None]
"""The parameters, since when they are in force, and the device: another one after a restore."""
_Change: TypeAlias = tuple[StateTuple | None, StateTuple]

CARDS_AT_ONCE = 250
"""How many cards are written in one transaction, so that nobody waits for it for long."""
_TELL_EVERY = 20_000

_ROWS = """
    SELECT card, action, day, t, text, content_hash, rating, right, choices,
        due_day, due_ms, next_step
    FROM log
    WHERE card <> '' AND action <> 'undo' {standing}
    ORDER BY card, t, device, sequence
"""
_SOME_VOIDED = """AND rowid NOT IN (
        SELECT voided.rowid FROM log AS undo JOIN log AS voided ON voided.id = undo.voids
        WHERE undo.voids <> '')"""
_TALLIES = {
    "totals": (
        1,
        "SELECT deck, cards, learned, strong, fresh FROM totals WHERE cards > 0",
        """
        SELECT deck, count(*), sum(reviews > 0), sum(stability >= 21),
            sum(reviews = 0 AND suspended = 0)
        FROM cards WHERE deck <> '' GROUP BY deck
        """,
    ),
    "due_days": (
        2,
        "SELECT deck, day, cards FROM due_days",
        """
        SELECT deck, due_day, count(*) FROM cards
        WHERE deck <> '' AND reviews > 0 AND suspended = 0 GROUP BY deck, due_day
        """,
    ),
}
"""For each table that triggers keep: how wide its key is, what it has, what it should have."""
_INSERT = f"""
    INSERT INTO cards ({", ".join(STATE_COLUMNS)}, question)
    VALUES ({", ".join(f"?{n}" for n in range(1, len(STATE_COLUMNS) + 1))}, ?18)
    ON CONFLICT (key) DO NOTHING
    """  # noqa: S608 - our names
_STATES = f"SELECT {', '.join(STATE_COLUMNS)} FROM cards ORDER BY key"  # noqa: S608 - our names


@dataclass(frozen=True, slots=True)
class Difference:
    """Something in which the cache is not what the log says.

    Attributes:
        table: "cards", "daily", "totals" or "due_days".
        key: of the card, or what else names the row.
        cached: the values in the cache, or None where it has none.
        logged: the values that the log gives, or None where it gives none.
    """

    table: str
    key: str
    cached: tuple[object, ...] | None
    logged: tuple[object, ...] | None


def check(database: Database, progress: Progress | None = None) -> list[Difference]:
    """Every difference between the cache and the log; none when all is well.

    Args:
        database: to read with; it sees one moment of the history.
        progress: told now and then.

    Raises:
        HistoryFailure: the history cannot be read.
    """
    with database.in_our_words():
        database.raw.execute("BEGIN")
        try:
            found = [
                Difference("cards", key, before and _bare(before), after and _bare(after))
                for key, before, after in _differing(database, progress)
            ]
            found += _differing_days(database)
            found += _differing_totals(database)
        finally:
            database.raw.execute("COMMIT")
    return found


def rebuild(database: Database, progress: Progress | None = None) -> int:
    """Make the cache what the log says; how many cards were changed.

    The log is read as it is now, through a connection of its own; cards answered meanwhile are
    folded singly. Each card is either as it was or as it should be at any moment, whatever breaks
    off in between, and then the next rebuild comes to the same end.

    Args:
        database: the connection to write with.
        progress: told now and then.

    Raises:
        HistoryFailure: the history cannot be read or written.
    """
    with database.in_our_words():
        return _rebuild(database, progress)


def _rebuild(database: Database, progress: Progress | None) -> int:
    changed = 0
    reader = Database(database.path, "rw")
    try:
        reader.raw.execute("BEGIN")
        (newest,) = reader.raw.execute("SELECT coalesce(max(rowid), 0) FROM log").fetchone()
        read = _ground(reader.connection)
        lot: list[_Change] = []
        for key, before, after in _differing(reader, progress):
            lot.append((before, after or _new(key)))
            if len(lot) >= CARDS_AT_ONCE:
                changed += _write(database, lot, newest, read)
                lot = []
        changed += _write(database, lot, newest, read)
        reader.raw.execute("COMMIT")
    finally:
        reader.close()
    _rebuild_days(database)
    _rebuild_totals(database)
    with database.transaction() as connection:
        if changed:  # a card that the cache had lost has no place in a deck yet
            connection.execute(
                insert(meta).values(name=UNSETTLED, value="cards").on_conflict_do_nothing()
            )
        if _ground(connection) == read:  # else it is wanted again
            connection.execute(delete(meta).where(meta.c.name == REBUILD))
    return changed


def _write(database: Database, changes: Sequence[_Change], newest: int, read: _Ground) -> int:
    """Write states, and for cards with rows newer than those read, what these now amount to."""
    if not changes:
        return 0
    with database.transaction() as connection:
        since = database.raw.execute("SELECT card, voids FROM log WHERE rowid > ?", (newest,))
        later = since.fetchall()
        now = _ground(connection)
        touched = {card for card, _ in later}
        if any(voids for _, voids in later) or now != read:
            touched |= {after[0] for _, after in changes}
        for before, after in changes:
            if after[0] not in touched:
                _change(database, before, after)
        cards_cache.put(
            connection,
            [
                cards_cache.folded(connection, a[0], *now[:2])
                for _, a in changes
                if a[0] in touched
            ],
        )
    return len(changes)


def _change(database: Database, before: StateTuple | None, after: StateTuple) -> None:
    """Write one state, by SQL of our own: a hundred thousand may be written.

    Only what differs is set. To set a column that an index holds is to write the index anew,
    though the value stays.
    """
    if before is None:
        database.raw.execute(_INSERT, (*after, split_key(after[0])[0]))
        return
    differing = [n for n, value in enumerate(after) if value != before[n]]
    names = ", ".join(f"{STATE_COLUMNS[n]} = ?" for n in differing)
    database.raw.execute(
        f"UPDATE cards SET {names} WHERE key = ?",  # noqa: S608 - our names
        (*(after[n] for n in differing), after[0]),
    )


def _differing(
    database: Database, progress: Progress | None
) -> Iterator[tuple[str, StateTuple | None, StateTuple | None]]:
    """(card key, as cached, as logged) of each card that differs, by key.

    A card that the log does not know has to be as new as one that the cache does not know.
    """
    parameters, since = parameters_in(database.connection)
    logged = replay(_rows(database, progress), parameters.w)
    cached: Iterator[StateTuple] = database.raw.execute(_STATES)
    after, before = next(logged, None), next(cached, None)
    while after is not None or before is not None:
        if before is None or (after is not None and after[0] < before[0]):
            assert after is not None  # noqa: S101 - for the type checker; the loop says so
            known, key = None, after[0]
            wanted: StateTuple | None = after
            after = next(logged, None)
        elif after is None or before[0] < after[0]:
            known, key, wanted = before, before[0], None
            before = next(cached, None)
        else:
            known, key, wanted = before, before[0], after
            after, before = next(logged, None), next(cached, None)
        if wanted is not None and wanted[4] < since:
            wanted = astuple(settled(_state(wanted), parameters, since))
        if (known or _new(key)) != (wanted or _new(key)):
            yield key, known, wanted


def _rows(database: Database, progress: Progress | None) -> Iterator[Plain]:
    voided = database.raw.execute("SELECT 1 FROM log WHERE voids <> '' LIMIT 1").fetchone()
    query = _ROWS.format(standing=_SOME_VOIDED if voided else "")
    rows: Iterator[Plain] = database.raw.execute(query)
    if progress is None:
        yield from rows
        return
    (total,) = database.raw.execute("SELECT count(*) FROM log").fetchone()
    progress(0, total)
    for done, row in enumerate(rows, 1):
        yield row
        if not done % _TELL_EVERY:
            progress(done, total)
    progress(total, total)


def _ground(connection: Connection) -> _Ground:
    device = connection.scalar(select(meta.c.value).where(meta.c.name == DEVICE))
    return (*parameters_in(connection), device)


def _new(key: str) -> StateTuple:
    return astuple(CardState(key))


def _state(values: StateTuple) -> CardState:
    return cards_cache.state_from(values)


def _bare(values: StateTuple) -> tuple[object, ...]:
    return values[1:]


def _differing_days(database: Database) -> list[Difference]:
    found: list[_ByKey] = []
    for query in (select(daily), counted()):
        rows = (tuple(row) for row in database.connection.execute(query))
        found.append({row[:3]: row for row in rows})
    return _compared("daily", *found)


def _differing_totals(database: Database) -> list[Difference]:
    """Where what the triggers counted is not what is there to count."""
    found = []
    for table, (width, kept, there) in _TALLIES.items():
        found += _compared(
            table,
            {row[:width]: row for row in database.raw.execute(kept)},
            {row[:width]: row for row in database.raw.execute(there)},
        )
    return found


def _compared(table: str, cached: _ByKey, logged: _ByKey) -> list[Difference]:
    return [
        Difference(table, " ".join(map(str, key)), cached.get(key), logged.get(key))
        for key in sorted({*cached, *logged}, key=str)
        if cached.get(key) != logged.get(key)
    ]


def _rebuild_days(database: Database) -> None:
    for day in sorted({_day_of(one) for one in _differing_days(database)}):
        with database.transaction() as connection:
            count_day(connection, day)


def _rebuild_totals(database: Database) -> None:
    if _differing_totals(database):
        with database.transaction():
            for table, (_, _, there) in _TALLIES.items():
                database.raw.execute(f"DELETE FROM {table}")  # noqa: S608 - our names
                database.raw.execute(f"INSERT INTO {table} {there}")


def _day_of(one: Difference) -> int:
    return int(one.key.partition(" ")[0])
