"""What can be asked, and how much of it there is: the questions put to the cache of cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select, text

from quizapp.collection.cards_cache import STATE, state_from
from quizapp.collection.question_text import from_text
from quizapp.collection.tables import (
    FRESH,
    IN_PLAY,
    STATE_COLUMNS,
    cards,
    due_days,
    questions,
)
from quizapp.content.question import Question
from quizapp.schedule.store import CardPlace, DeckCounts

REMEMBERED = 2000
"""How many questions are kept as values, so that the same card is not read twice in a sitting."""

_TOLD = len(STATE_COLUMNS)
_PLACES = select(
    *STATE,
    cards.c.question,
    cards.c.deck,
    cards.c.position,
    cards.c.file,
    questions.c.line,
    questions.c.body,
).join_from(
    cards,
    questions,
    (questions.c.file == cards.c.file) & (questions.c.position == cards.c.position),
)

_DECK = cards.c.deck.concat("")
"""The deck where its index is not to be gone by: left to itself SQLite sorts whole decks."""
_DUE = (
    _PLACES.where(
        text(IN_PLAY),
        cards.c.due_day <= bindparam("day"),
        cards.c.due_ms <= bindparam("now"),
        cards.c.buried_day != bindparam("day"),
        _DECK.in_(bindparam("decks", expanding=True)),
    )
    .order_by(cards.c.due_day, cards.c.due_ms, cards.c.key)
    .limit(bindparam("limit"))
)
_NEW = (
    _PLACES.where(
        text(FRESH), cards.c.deck == bindparam("deck"), cards.c.buried_day != bindparam("day")
    )
    .order_by(cards.c.position, cards.c.part)
    .limit(bindparam("limit"))
)
_OF_DECK = _PLACES.where(
    cards.c.deck == bindparam("deck"), cards.c.deck != "", text("suspended = 0")
).order_by(cards.c.position, cards.c.part)
_SUSPENDED = _PLACES.where(text("suspended = 1")).order_by(
    cards.c.leech.desc(), _DECK, cards.c.position, cards.c.part
)
_FLAGGED = _PLACES.where(text("flag IS NOT NULL")).order_by(_DECK, cards.c.position, cards.c.part)
_COUNTS = text(
    """
    SELECT deck, cards, learned, strong, fresh,
        (SELECT sum(d.cards) FROM due_days AS d WHERE d.deck = totals.deck AND d.day <= :day)
    FROM totals WHERE cards > 0
    """
)
_NOT_NOW = text(
    f"""
    SELECT deck, sum(reviews = 0), sum(reviews > 0 AND due_day <= :day)
    FROM cards INDEXED BY cards_buried
    WHERE buried_day = :day AND buried_day > 0 AND suspended = 0 AND deck <> '' GROUP BY deck
    UNION ALL
    SELECT deck, 0, count(*) FROM cards INDEXED BY cards_waiting
    WHERE due_ms > :now AND due_ms > 0 AND due_day <= :day AND buried_day <> :day AND {IN_PLAY}
    GROUP BY deck
    """  # noqa: S608 - no input
)
_LOAD = (
    select(due_days.c.deck, due_days.c.day, due_days.c.cards)
    .where(due_days.c.deck.in_(bindparam("decks", expanding=True)))
    .order_by(due_days.c.day)
)
_NEXT = text("SELECT min(day) FROM due_days WHERE deck = :deck AND day > :day AND cards > 0")
_ON_DAY = text("SELECT cards FROM due_days WHERE deck = :deck AND day = :day")


class Asking:
    """Reads the cache of cards of one database.

    Args:
        connection: to read with.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._questions: dict[tuple[int, int], Question] = {}

    def due(self, day: int, now_ms: int, decks: Sequence[str], limit: int) -> list[CardPlace]:
        """Cards in review or learning whose time has come, longest due first."""
        return self._places(
            _DUE, {"day": day, "now": now_ms, "decks": list(decks), "limit": limit}
        )

    def new(self, day: int, decks: Sequence[str], limit: int) -> list[CardPlace]:
        """New cards, deck after deck, each in its own order."""
        found: list[CardPlace] = []
        for deck in decks:
            if len(found) >= limit:
                break
            wanted = {"deck": deck, "day": day, "limit": limit - len(found)}
            found += self._places(_NEW, wanted)
        return found

    def of_deck(self, deck: str) -> list[CardPlace]:
        """Every card of a deck but suspended ones, in its order."""
        return self._places(_OF_DECK, {"deck": deck})

    def suspended(self) -> list[CardPlace]:
        """Suspended cards, leeches first."""
        return self._places(_SUSPENDED, {})

    def flagged(self) -> list[CardPlace]:
        """Flagged cards."""
        return self._places(_FLAGGED, {})

    def counts(self, day: int, now_ms: int) -> dict[str, DeckCounts]:
        """Counts of every deck that has cards, by deck id."""
        told = {"day": day, "now": now_ms}
        buried: dict[str, tuple[int, int]] = {}
        for deck, new, due in self._connection.execute(_NOT_NOW, told):
            before = buried.get(deck, (0, 0))
            buried[deck] = (before[0] + new, before[1] + due)
        found = {}
        for deck, every, learned, strong, fresh, due in self._connection.execute(_COUNTS, told):
            new_out, due_out = buried.get(deck, (0, 0))
            found[deck] = DeckCounts(
                due=(due or 0) - due_out,
                new=fresh - new_out,
                learned=learned,
                cards=every,
                strong=strong,
            )
        return found

    def load(self, decks: Sequence[str]) -> dict[int, int]:
        """Cards in play by due day."""
        found: dict[int, int] = {}
        for _deck, day, count in self._connection.execute(_LOAD, {"decks": list(decks)}):
            found[day] = found.get(day, 0) + count
        return found

    def next_due(self, day: int, decks: Sequence[str]) -> tuple[int, int] | None:
        """(study day, cards) of the next day after `day` on which something is due."""
        firsts = [
            (first, deck)
            for deck in decks
            if (first := self._connection.scalar(_NEXT, {"deck": deck, "day": day})) is not None
        ]
        if not firsts:
            return None
        next_day = min(first for first, _ in firsts)
        on_day = [
            self._connection.scalar(_ON_DAY, {"deck": deck, "day": next_day}) or 0
            for first, deck in firsts
            if first == next_day
        ]
        return next_day, sum(on_day)

    def _places(self, query: Select[Any], told: Mapping[str, object]) -> list[CardPlace]:
        return [self._place(values) for values in self._connection.execute(query, told)]

    def _place(self, values: Sequence[Any]) -> CardPlace:
        question_id, deck, position, file, line, body = values[_TOLD:]
        known = self._questions.get((file, position))
        if known is None:
            if len(self._questions) >= REMEMBERED:
                self._questions.clear()
            known = from_text(body, question_id, line)
            self._questions[file, position] = known
        return CardPlace(state_from(values[:_TOLD]), known, deck, position)
