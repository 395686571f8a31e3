"""The cache of cards: each the fold of its standing rows, brought up to date in their transaction.

Nothing here begins a transaction; the callers hold one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import Any

from sqlalchemy import Connection, bindparam, select, text
from sqlalchemy.dialects.sqlite import insert

from quizapp.collection.rows import SELECTED, from_columns
from quizapp.collection.tables import STATE_COLUMNS, cards, log
from quizapp.content.question import split_key
from quizapp.schedule.card import CardState
from quizapp.schedule.fold import apply, fold
from quizapp.schedule.log import Row
from quizapp.schedule.next_due import settled
from quizapp.schedule.store import Parameters

STANDS = text(
    "log.action <> 'undo' AND NOT EXISTS"
    " (SELECT 1 FROM log AS u WHERE u.voids = log.id AND u.voids <> '')"
)
"""A row holds: it is neither voided nor a voiding row itself."""

STATE = [cards.c[name] for name in STATE_COLUMNS]
_ONE_STATE = select(*STATE).where(cards.c.key == bindparam("key"))
_ROWS_OF_CARD = (
    select(*SELECTED)
    .where(log.c.card == bindparam("key"), STANDS)
    .order_by(log.c.t, log.c.device, log.c.sequence)
)
_LAST_OF_CARD = (
    select(log.c.t, log.c.device, log.c.sequence)
    .where(log.c.card == bindparam("key"))
    .order_by(log.c.t.desc(), log.c.device.desc(), log.c.sequence.desc())
    .limit(1)
)
_INSERT = insert(cards)
_UPSERT = _INSERT.on_conflict_do_update(
    index_elements=["key"], set_={name: _INSERT.excluded[name] for name in STATE_COLUMNS[1:]}
)


def state_from(values: Sequence[Any]) -> CardState:
    """A state of its columns, in the order of `STATE_COLUMNS`."""
    found = list(values)
    found[11], found[12] = bool(found[11]), bool(found[12])
    return CardState(*found)


def to_columns(state: CardState) -> dict[str, Any]:
    """The columns of a state, by name."""
    found = dict(zip(STATE_COLUMNS, astuple(state), strict=True))
    found["suspended"], found["leech"] = int(state.suspended), int(state.leech)
    return found


def state_of(connection: Connection, key: str) -> CardState:
    """The cached state of a card; the default for one never answered."""
    found = connection.execute(_ONE_STATE, {"key": key}).first()
    return CardState(key) if found is None else state_from(found)


def standing_rows(connection: Connection, key: str) -> list[Row]:
    """The rows of a card that hold, in order."""
    return [from_columns(values) for values in connection.execute(_ROWS_OF_CARD, {"key": key})]


def folded(connection: Connection, key: str, parameters: Parameters, since: int) -> CardState:
    """The state of a card from its rows alone.

    Args:
        connection: to read with.
        key: of the card.
        parameters: in force.
        since: ordered time since when they are.
    """
    state = fold(key, standing_rows(connection, key), parameters.w)
    return settled(state, parameters, since)


def comes_last(connection: Connection, row: Row) -> bool:
    """Whether no row of its card stands after it in the order of the log."""
    last = connection.execute(_LAST_OF_CARD, {"key": row.card}).first()
    return last is None or tuple(last) <= row.order


def stepped(state: CardState, row: Row, parameters: Parameters, since: int) -> CardState:
    """The state after one more row that comes last."""
    return settled(apply(state, row, parameters.w), parameters, since)


def put(connection: Connection, states: Iterable[CardState]) -> None:
    """Keep states. What the decks say of the cards stays."""
    found = [to_columns(s) | {"question": split_key(s.key)[0]} for s in states]
    if found:
        connection.execute(_UPSERT, found)
