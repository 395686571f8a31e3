"""The learning history as the rooms above see it: a protocol, kept by the collection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from quizapp.content.deck import Fault
from quizapp.content.question import Question
from quizapp.schedule.card import CardState
from quizapp.schedule.log import Entry, Row


@dataclass(frozen=True, slots=True)
class DeckEntry:
    """A deck file as Library lists it.

    Attributes:
        id: deck id; "" where the file cannot be read.
        bundled: comes with the program and is read-only.
        writable: its file may be changed.
        questions: usable questions in it.
        without_id: questions that have no id yet, so cannot be asked.
        hidden: another file with the same id is used instead.
        rival: path of the other file of the user's own with the same id, or "".
        unreadable: code of the one reason why the file cannot be read, or "".
        begun: in the plan.
        articles: sources whose text can be read.
    """

    path: Path
    id: str
    title: str
    description: str = ""
    bundled: bool = False
    writable: bool = False
    questions: int = 0
    cards: int = 0
    without_id: int = 0
    hidden: bool = False
    rival: str = ""
    unreadable: str = ""
    faults: tuple[Fault, ...] = ()
    begun: bool = False
    articles: int = 0


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source as shown; `text` is its article, "" where it has none."""

    id: str
    title: str
    publisher: str
    published: str
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a question rests on: a quote from a source."""

    question: str
    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class DeckCounts:
    """What a deck has to do on a study day, and how far it is."""

    due: int
    new: int
    learned: int  # cards answered at least once
    cards: int
    strong: int = 0  # cards with a stability of 21 days or more


@dataclass(frozen=True, slots=True)
class DayDone:
    """What was done on one study day, voided rows left out."""

    new: int
    answers: int
    seconds: float
    right: int


@dataclass(frozen=True, slots=True)
class Parameters:
    """The memory parameters in force; `w` are FSRS-6's 21."""

    name: str
    w: tuple[float, ...]
    retention: float


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A card with the question it asks and where that stands."""

    state: CardState
    question: Question
    deck: str
    position: int


class Decks(Protocol):
    """The decks, read and cached. Nothing here parses an unchanged file."""

    def entries(self) -> Sequence[DeckEntry]:
        """Every file found, bundled ones last; unreadable ones among them."""
        ...

    def question(self, question_id: str) -> Question | None:
        """A usable question by id; None when its text is gone."""
        ...

    def questions(self, deck_id: str) -> Sequence[Question]:
        """All usable questions of a deck in its order, those without an id too."""
        ...

    def sources(self, deck_id: str) -> Sequence[SourceEntry]:
        """The deck's sources with their texts."""
        ...

    def quotes(self, deck_id: str) -> Sequence[Quoted]:
        """The evidence of every question of the deck that has an id and evidence."""
        ...

    def deck_of(self, question_id: str) -> str:
        """Id of the deck the question stands in, or ""."""
        ...

    def answers(self, deck_id: str) -> frozenset[str]:
        """Every answer and accepted spelling of the deck, as written: rivals of a slip."""
        ...

    def folder(self, deck_id: str) -> Path | None:
        """Where the deck's file lies, for images."""
        ...


class Store(Protocol):
    """The log and its cache of cards. Every write is one durable transaction."""

    def append(self, entry: Entry) -> Row:
        """Append one row and bring the cache up to date, durably, before returning."""
        ...

    def undo(self, day: int, entry: Entry) -> Row | None:
        """Void this device's last standing step of that study day; the row voided, or None."""
        ...

    def last_undoable(self, day: int) -> Row | None:
        """The row that `undo` would void."""
        ...

    def card(self, key: str) -> CardState:
        """The state of a card; the default for one never answered."""
        ...

    def due(self, day: int, now_ms: int, decks: Sequence[str], limit: int) -> Sequence[CardPlace]:
        """Cards in review due on or before the day (learning steps too), longest due first.

        Suspended, buried and orphaned cards are left out. Empty `decks` means every begun deck.
        """
        ...

    def new(self, day: int, decks: Sequence[str], limit: int) -> Sequence[CardPlace]:
        """New cards in the order of the decks' beginning and the decks' own order."""
        ...

    def all_cards(self, deck_id: str) -> Sequence[CardPlace]:
        """Every askable card of a deck (not suspended), in its order."""
        ...

    def set_aside_cards(self) -> Sequence[CardPlace]:
        """Suspended cards, leeches first."""
        ...

    def flagged(self) -> Sequence[CardPlace]:
        """Flagged cards with their reasons."""
        ...

    def counts(self, day: int, now_ms: int) -> Mapping[str, DeckCounts]:
        """Counts of all decks, begun or not, by deck id."""
        ...

    def load(self, first_day: int, last_day: int) -> Mapping[int, int]:
        """How many cards are due on each study day of the range, for placing."""
        ...

    def next_due(self, day: int) -> tuple[int, int] | None:
        """(study day, cards) of the next day after `day` on which something is due."""
        ...

    def done_on(self, day: int) -> DayDone:
        """What was done on that study day."""
        ...

    def answered_on(self, day: int) -> Sequence[Row]:
        """The standing answer rows of that study day, in order."""
        ...

    def parameters(self) -> Parameters:
        """The memory parameters and desired retention in force."""
        ...

    def accepted(self, question_id: str) -> Sequence[str]:
        """Spellings this student said are right from now on."""
        ...

    def spellings(self) -> Sequence[tuple[str, str]]:
        """(question id, spelling) of everything accepted, in the order of accepting."""
        ...

    def forget_spelling(self, question_id: str, spelling: str, entry: Entry) -> int:
        """Void the rows that accepted a spelling, of whatever day; how many there were."""
        ...

    def fixed_form(self, deck_id: str) -> str:
        """The form the student fixed for the deck, or ""."""
        ...

    def seconds_by_form(self) -> Mapping[str, float]:
        """Typical seconds of an answer by form, from the log; forms never used are absent."""
        ...

    def former_answer(self, question_id: str) -> str | None:
        """The answer as it was when last asked, where it was changed since; else None."""
        ...
