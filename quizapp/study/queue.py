"""What is asked next: steps whose time is over, then due questions and new ones in turn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from quizapp.content.question import split_key
from quizapp.schedule.log import Moment
from quizapp.schedule.store import CardPlace, Decks, Store

RECENT = 4
"""So many cards back a card counts as only just asked."""


@dataclass(frozen=True, slots=True)
class Lined:
    """The cards that a sitting is to ask, each list in the order to ask it.

    Attributes:
        steps: in learning, whether their time is over or not.
        due: in review and due, or whatever else is to be asked before what is new.
        new: never answered.
        apart: no two cards of one question are asked on one day.
        once: a card is done when it was right once, and its learning step is left for later.
    """

    steps: tuple[CardPlace, ...] = ()
    due: tuple[CardPlace, ...] = ()
    new: tuple[CardPlace, ...] = ()
    apart: bool = True
    once: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """The card to ask.

    Attributes:
        early: its learning step is not over yet, but nothing else is left.
    """

    card: CardPlace
    early: bool = False


class Queue:
    """The cards of one sitting that still wait.

    Built once a sitting from the store; an answer moves one card, and nothing is read again but
    the state of the card that comes next, so that what another program did since is respected.

    Args:
        day: the study day it is for.
    """

    def __init__(self, store: Store, decks: Decks, lined: Lined, day: int) -> None:
        self.day = day
        self._store = store
        self._decks = decks
        self._apart = lined.apart
        self._once = lined.once
        self._first: list[CardPlace] = []
        self._steps = list(lined.steps)
        self._due = list(lined.due)
        self._new = list(lined.new)
        self._share = (max(1, len(self._due)), max(1, len(self._new)))
        self._taken = [0, 0]
        self._last: CardPlace | None = None
        self._last_missed = False
        self._recent: tuple[str, ...] = ()

    def next(self, now: Moment) -> Turn | None:
        """Take the card to ask now out of the queue; None when none is left."""
        while True:
            turn = self._pick(now)
            if turn is None:
                return None
            fresh = self._fresh(turn.card)
            if fresh is not None:
                self._last = fresh
                self._recent = (*self._recent, fresh.state.key)[-RECENT:]
                return Turn(fresh, turn.early)

    def answered(self, card: CardPlace, *, missed: bool) -> None:
        """A card was answered: its learning step waits, or it is done with its siblings.

        Args:
            card: with its state after the answer.
            missed: it was not remembered.
        """
        self._forget(card.state.key)
        self._last_missed = missed
        done = self._once and not missed
        if card.state.step >= 0 and not card.state.suspended and not done:
            self._steps.append(card)
        if self._apart:
            self.drop_siblings(card)

    def drop_siblings(self, card: CardPlace) -> None:
        """Ask no other card of this question any more, but for those in learning."""
        question = split_key(card.state.key)[0]
        self._due = [c for c in self._due if split_key(c.state.key)[0] != question]
        self._new = [c for c in self._new if split_key(c.state.key)[0] != question]

    def drop_question(self, card: CardPlace) -> None:
        """Ask no card of this question any more, those in learning neither."""
        self.drop_siblings(card)
        question = split_key(card.state.key)[0]
        self._steps = [c for c in self._steps if split_key(c.state.key)[0] != question]
        self._first = [c for c in self._first if split_key(c.state.key)[0] != question]

    def put_first(self, card: CardPlace) -> None:
        """Ask this card before all others: it was taken back."""
        self._forget(card.state.key)
        self._first.insert(0, card)
        self._last = None

    def put_new(self, card: CardPlace) -> None:
        """Ask this card as the first of the new ones: it was started over."""
        self._forget(card.state.key)
        self._new.insert(0, card)

    def drop(self, key: str) -> None:
        """Ask this card no more."""
        self._forget(key)

    def left(self, asked: Collection[str] = ()) -> int:
        """How many cards still come that are not among those asked already."""
        every = (*self._first, *self._steps, *self._due, *self._new)
        return len({card.state.key for card in every} - set(asked))

    def waits_for(self, keys: Collection[str]) -> bool:
        """Whether one of these cards still comes."""
        lines = (self._first, self._steps, self._due, self._new)
        return any(card.state.key in keys for line in lines for card in line)

    def waiting(self) -> int:
        """When the first learning step is over, UTC milliseconds; 0 for none."""
        return min((card.state.due_ms for card in self._steps), default=0)

    def _pick(self, now: Moment) -> Turn | None:
        if self._first:
            return Turn(self._first.pop(0))
        ready = [card for card in self._steps if card.state.due_ms <= now.utc_ms]
        waiting = [card for card in self._steps if card.state.due_ms > now.utc_ms]
        ready.sort(key=_step_over)
        waiting.sort(key=self._early)
        card = self._first_apart((ready, *self._in_turn(), waiting))
        if card is None:
            return None
        early = any(card is other for other in waiting)
        if early and not self._last_missed and self._is_last(card):
            return None  # known a moment ago, and nothing else is left: it waits for its time
        for place, line in enumerate((self._due, self._new)):
            self._taken[place] += any(card is other for other in line)
        self._forget(card.state.key)
        return Turn(card, early and not ready)

    def _is_last(self, card: CardPlace) -> bool:
        return self._last is not None and card.state.key == self._last.state.key

    def _early(self, card: CardPlace) -> tuple[bool, int]:
        """Steps asked early come in turn: a card that was only just asked lets others go first."""
        return card.state.key in self._recent, card.state.due_ms

    def _in_turn(self) -> tuple[Sequence[CardPlace], Sequence[CardPlace]]:
        """Due and new, the one whose share has been asked less so far first."""
        due_share = (self._taken[0] + 0.5) / self._share[0]
        new_share = (self._taken[1] + 0.5) / self._share[1]
        return (self._due, self._new) if due_share <= new_share else (self._new, self._due)

    def _first_apart(self, sources: Iterable[Sequence[CardPlace]]) -> CardPlace | None:
        """The first card that is no sibling of the last one; else the least near to it."""
        near: list[CardPlace] = []
        for source in sources:
            for card in source:
                if self._last is None or not _siblings(card, self._last):
                    return card
                near.append(card)
        same = self._last.state.key if self._last else ""
        return min(near, key=lambda card: card.state.key == same, default=None)

    def _fresh(self, card: CardPlace) -> CardPlace | None:
        """The card as it now stands; None when it is not to be asked any more."""
        state = self._store.card(card.state.key)
        question = self._decks.question(split_key(state.key)[0])
        if question is None or state.suspended or state.buried_day == self.day:
            return None
        return replace(card, state=state, question=question)

    def _forget(self, key: str) -> None:
        self._first = [c for c in self._first if c.state.key != key]
        self._steps = [c for c in self._steps if c.state.key != key]
        self._due = [c for c in self._due if c.state.key != key]
        self._new = [c for c in self._new if c.state.key != key]


def _step_over(card: CardPlace) -> int:
    return card.state.due_ms


def _siblings(one: CardPlace, other: CardPlace) -> bool:
    return split_key(one.state.key)[0] == split_key(other.state.key)[0]
