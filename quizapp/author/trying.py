"""A question tried out as a student would meet it: a real sitting over a history that forgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from quizapp.content.deck import Deck
from quizapp.content.question import Form, Kind, Question, Short, card_keys
from quizapp.content.right_answer import typed_answers
from quizapp.schedule.card import CardState
from quizapp.schedule.log import Action, Clock, Entry, Row
from quizapp.schedule.parameters import DEFAULT
from quizapp.schedule.plan import Limits
from quizapp.schedule.store import (
    CardPlace,
    DayDone,
    DeckCounts,
    DeckEntry,
    Parameters,
    Quoted,
    SourceEntry,
)
from quizapp.study.form_of import ONLY_FORM, permitted_forms
from quizapp.study.presenter import Presenter
from quizapp.study.view import Scope, StudyView, Wanted

_IN_ORDER = (Form.CHOOSE, Form.TYPE, Form.RECALL)
_NO_ID = "aaaaaaaaaa"


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a question can be asked: a form, and which of its cards.

    Attributes:
        card: the card's key.
        part: a gap's label, "reverse", or "" for a question with one card.
    """

    form: Form
    card: str
    part: str = ""


def ways(question: Question) -> tuple[Way, ...]:
    """Every way to ask it, the easiest first."""
    asked = _named(question)
    if isinstance(asked.body, Short):
        forms = [form for form in _IN_ORDER if form in permitted_forms(asked.body)]
    else:
        forms = [ONLY_FORM[asked.kind]]
    keys = tuple(card_keys(asked))
    return tuple(Way(form, key, key.partition("/")[2]) for form in forms for key in keys)


def trial(
    view: StudyView,
    question: Question,
    deck: Deck,
    texts: Mapping[str, str],
    folder: Path | None,
    clock: Clock,
    way: Way,
) -> Presenter:
    """Ask one question on a screen; nothing of it is remembered anywhere.

    Args:
        view: the screen.
        question: with or without an id.
        deck: it stands in; its other answers are what a slip must not spell.
        texts: of the deck's sources, by source id.
        folder: of the deck's file, for pictures; None for none.
        clock: tells how long the answer took.
        way: how it is asked, one of `ways`.

    Returns:
        The door for what is done on the screen. When the question is answered and left, the
        screen is shown the end.
    """
    asked = _named(question)
    store = _Forgetful(way.form if asked.kind is Kind.SHORT else None)
    door = Presenter(view, store, _OneDeck(asked, deck, texts, folder), clock, Limits)
    door.start(Wanted(Scope.CARDS, cards=(way.card,)))
    return door


def _named(question: Question) -> Question:
    """With an id, since cards are named after it."""
    return question if question.id else replace(question, id=_NO_ID)


class _OneDeck:
    """The decks of a sitting in which one question is asked; `quizapp.schedule.store.Decks`."""

    def __init__(
        self, question: Question, deck: Deck, texts: Mapping[str, str], folder: Path | None
    ) -> None:
        self._question = question
        self._deck = deck
        self._texts = texts
        self._folder = folder

    def entries(self) -> Sequence[DeckEntry]:
        """The one deck."""
        path = self._folder or Path()
        return [DeckEntry(path, self._deck.id, self._deck.title, questions=1, cards=1)]

    def question(self, question_id: str) -> Question | None:
        """The question that is tried."""
        return self._question if question_id == self._question.id else None

    def questions(self, deck_id: str) -> Sequence[Question]:
        """The question that is tried."""
        del deck_id
        return [self._question]

    def sources(self, deck_id: str) -> Sequence[SourceEntry]:
        """The deck's sources with their texts."""
        del deck_id
        return [
            SourceEntry(
                source.id,
                source.title,
                source.publisher,
                str(source.published or ""),
                source.url,
                self._texts.get(source.id, ""),
            )
            for source in self._deck.sources
        ]

    def quotes(self, deck_id: str) -> Sequence[Quoted]:
        """None: nothing that is still to come could be told."""
        del deck_id
        return []

    def deck_of(self, question_id: str) -> str:
        """The deck's id."""
        return self._deck.id if question_id == self._question.id else ""

    def answers(self, deck_id: str) -> frozenset[str]:
        """Every answer of the deck, the question's own as it reads now."""
        del deck_id
        others = (one for one in self._deck.questions if one.id != self._question.id)
        return frozenset(
            answer for one in (*others, self._question) for answer in typed_answers(one)
        )

    def folder(self, deck_id: str) -> Path | None:
        """Where pictures lie."""
        del deck_id
        return self._folder


class _Forgetful:
    """A learning history that keeps what one sitting needs and no more; `Store`.

    A card answered in it is still new, so that every trial asks what a student meets first.
    """

    def __init__(self, form: Form | None) -> None:
        self._form = form
        self._rows: list[Row] = []
        self._count = count(1)

    def append(self, entry: Entry) -> Row:
        """Keep a row until the sitting is over."""
        number = next(self._count)
        row = Row(
            id=f"trial-{number}",
            device="trial",
            sequence=number,
            t=entry.moment.utc_ms,
            moment=entry.moment,
            action=entry.action,
            card=entry.card,
            deck=entry.deck,
            question=entry.question,
            text=entry.text,
            number=entry.number,
            answer=entry.answer,
        )
        self._rows.append(row)
        return row

    def undo(self, day: int, entry: Entry) -> Row | None:
        """Forget the last row."""
        del day, entry
        return self._rows.pop() if self._rows else None

    def last_undoable(self, day: int) -> Row | None:
        """The last row."""
        del day
        return self._rows[-1] if self._rows else None

    def card(self, key: str) -> CardState:
        """New, and flagged or set aside as the sitting has it."""
        state = CardState(key)
        for row in self._rows:
            if row.card != key:
                continue
            if row.action is Action.FLAG:
                state = replace(state, flag=row.text)
            elif row.action is Action.UNFLAG:
                state = replace(state, flag=None)
        return state

    def due(self, day: int, now_ms: int, decks: Sequence[str], limit: int) -> Sequence[CardPlace]:
        """Nothing."""
        del day, now_ms, decks, limit
        return []

    def new(self, day: int, decks: Sequence[str], limit: int) -> Sequence[CardPlace]:
        """Nothing."""
        del day, decks, limit
        return []

    def all_cards(self, deck_id: str) -> Sequence[CardPlace]:
        """Nothing."""
        del deck_id
        return []

    def set_aside_cards(self) -> Sequence[CardPlace]:
        """Nothing."""
        return []

    def flagged(self) -> Sequence[CardPlace]:
        """Nothing."""
        return []

    def counts(self, day: int, now_ms: int) -> Mapping[str, DeckCounts]:
        """Nothing."""
        del day, now_ms
        return {}

    def load(self, first_day: int, last_day: int) -> Mapping[int, int]:
        """Nothing lies ahead."""
        del first_day, last_day
        return {}

    def next_due(self, day: int) -> tuple[int, int] | None:
        """Nothing is due again."""
        del day
        return None

    def done_on(self, day: int) -> DayDone:
        """Nothing was done."""
        del day
        return DayDone(0, 0, 0.0, 0)

    def answered_on(self, day: int) -> Sequence[Row]:
        """Nothing was answered."""
        del day
        return []

    def parameters(self) -> Parameters:
        """The standard ones."""
        return DEFAULT

    def accepted(self, question_id: str) -> Sequence[str]:
        """Spellings accepted in this sitting."""
        return [
            row.text
            for row in self._rows
            if row.action is Action.ACCEPT and row.question == question_id
        ]

    def spellings(self) -> Sequence[tuple[str, str]]:
        """Nothing."""
        return []

    def forget_spelling(self, question_id: str, spelling: str, entry: Entry) -> int:
        """Nothing is there to forget."""
        del question_id, spelling, entry
        return 0

    def fixed_form(self, deck_id: str) -> str:
        """The form that is tried."""
        del deck_id
        return self._form or ""

    def seconds_by_form(self) -> Mapping[str, float]:
        """Nothing is known yet."""
        return {}

    def former_answer(self, question_id: str) -> str | None:
        """No answer was known before."""
        del question_id
        return None
