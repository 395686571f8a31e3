"""Which decks are in the student's plan, read from the log."""

from __future__ import annotations

from sqlalchemy import Connection, select, text

from quizapp.collection.cards_cache import STANDS
from quizapp.collection.tables import SELDOM, log
from quizapp.schedule.log import Action

_ROWS = (
    select(log.c.action, log.c.deck)
    .where(text(SELDOM), log.c.action.in_([Action.BEGIN.value, Action.SET_ASIDE.value]), STANDS)
    .order_by(log.c.t, log.c.device, log.c.sequence)
)


def begun_decks(connection: Connection) -> tuple[str, ...]:
    """Ids of the decks in the plan, in the order in which they were begun."""
    begun: dict[str, None] = {}
    for action, deck in connection.execute(_ROWS):
        if action == Action.SET_ASIDE.value:
            begun.pop(deck, None)
        else:
            begun.setdefault(deck)
    return tuple(begun)
