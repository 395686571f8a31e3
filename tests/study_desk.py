"""A desk to try sittings at: a clock that is set, a log kept in memory, a screen that records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.content.content_hash import content_hash
from quizapp.content.marking import answer_text
from quizapp.content.question import Question, card_keys, split_key
from quizapp.schedule.card import CardState
from quizapp.schedule.day import MS_A_DAY, ORDINAL_OF_1970, study_day
from quizapp.schedule.fold import fold, standing
from quizapp.schedule.log import Action, Entry, Row
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
from quizapp.study.presenter import Presenter
from quizapp.study.view import AnswerShown, EndShown, Notice, QuestionShown

DAY = 739_000
EVENING_MS = (DAY - ORDINAL_OF_1970) * MS_A_DAY + 18 * 3_600_000


@dataclass
class SetClock:
    """A clock that stands until it is moved."""

    now_ms: int = EVENING_MS

    def utc_ms(self) -> int:
        """As set."""
        return self.now_ms

    def offset_min(self, utc_ms: int) -> int:
        """UTC itself."""
        del utc_ms
        return 0

    def running_s(self) -> float:
        """The same clock, in seconds."""
        return self.now_ms / 1000

    def pass_s(self, seconds: float) -> None:
        """Move it."""
        self.now_ms += round(seconds * 1000)

    def next_evening(self) -> None:
        """The same time a day later."""
        self.now_ms += MS_A_DAY

    @property
    def day(self) -> int:
        """The study day."""
        return study_day(self.now_ms, 0)


class DiskFullError(Exception):
    """What the memory's log raises when it is told to refuse."""


@dataclass
class Memory:
    """The learning history and the decks in memory: the plainest thing that keeps the protocols.

    Attributes:
        decks: questions by deck id; all are begun.
        refusing: every write fails.
    """

    decks: dict[str, list[Question]]
    texts: dict[str, tuple[SourceEntry, ...]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    refusing: bool = False
    form: str = ""

    def append(self, entry: Entry) -> Row:
        """Keep a row."""
        return self._keep(entry, "")

    def undo(self, day: int, entry: Entry) -> Row | None:
        """Void the last row of the day."""
        last = self.last_undoable(day)
        if last is not None:
            self._keep(entry, last.id)
        return last

    def last_undoable(self, day: int) -> Row | None:
        """The last standing row of the day that is a student's step on a card."""
        rows = [r for r in standing(self.rows) if r.moment.day == day and r.card]
        return rows[-1] if rows else None

    def _keep(self, entry: Entry, voids: str) -> Row:
        if self.refusing:
            raise DiskFullError
        number = len(self.rows) + 1
        latest = max((row.t for row in self.rows), default=0)
        row = Row(
            id=f"row-{number}",
            device="here",
            sequence=number,
            t=max(latest, entry.moment.utc_ms),
            moment=entry.moment,
            action=entry.action,
            card=entry.card,
            deck=entry.deck,
            question=entry.question,
            voids=voids,
            text=entry.text,
            number=entry.number,
            answer=entry.answer,
        )
        self.rows.append(row)
        return row

    def card(self, key: str) -> CardState:
        """Folded anew each time."""
        return fold(key, [r for r in standing(self.rows) if r.card == key], DEFAULT.w)

    def _places(self, decks: Sequence[str]) -> list[CardPlace]:
        return [
            CardPlace(self.card(key), question, deck, position)
            for deck in decks or self.decks
            for position, question in enumerate(self.decks[deck])
            for key in card_keys(question)
        ]

    def due(self, day: int, now_ms: int, decks: Sequence[str], limit: int) -> list[CardPlace]:
        """Cards in review or learning that are due."""
        found = [
            place
            for place in self._places(decks)
            if not place.state.is_new
            and not place.state.suspended
            and place.state.buried_day != day
            and place.state.due_day <= day
            and place.state.due_ms <= now_ms
        ]
        return sorted(found, key=lambda place: place.state.due_day)[:limit]

    def new(self, day: int, decks: Sequence[str], limit: int) -> list[CardPlace]:
        """New cards in order."""
        found = [
            place
            for place in self._places(decks)
            if place.state.is_new and not place.state.suspended and place.state.buried_day != day
        ]
        return found[:limit]

    def all_cards(self, deck_id: str) -> list[CardPlace]:
        """Every card not suspended."""
        return [p for p in self._places([deck_id]) if not p.state.suspended]

    def set_aside_cards(self) -> list[CardPlace]:
        """Suspended ones."""
        return [p for p in self._places(()) if p.state.suspended]

    def flagged(self) -> list[CardPlace]:
        """Flagged ones."""
        return [p for p in self._places(()) if p.state.flag is not None]

    def counts(self, day: int, now_ms: int) -> Mapping[str, DeckCounts]:
        """Counted one by one."""
        return {
            deck: DeckCounts(
                due=len(self.due(day, now_ms, [deck], 10_000)),
                new=len(self.new(day, [deck], 10_000)),
                learned=sum(not p.state.is_new for p in self._places([deck])),
                cards=len(self._places([deck])),
            )
            for deck in self.decks
        }

    def load(self, first_day: int, last_day: int) -> Mapping[int, int]:
        """How many are due on each day."""
        load: dict[int, int] = {}
        for place in self._places(()):
            if first_day <= place.state.due_day <= last_day:
                load[place.state.due_day] = load.get(place.state.due_day, 0) + 1
        return load

    def next_due(self, day: int) -> tuple[int, int] | None:
        """The next day on which something is due."""
        later = [p.state.due_day for p in self._places(()) if p.state.due_day > day]
        return (min(later), later.count(min(later))) if later else None

    def answered_on(self, day: int) -> list[Row]:
        """Standing answers of a day."""
        return [r for r in standing(self.rows) if r.moment.day == day and r.answer]

    def done_on(self, day: int) -> DayDone:
        """What was done on a day."""
        answers = self.answered_on(day)
        begun = {r.card for r in answers} - {
            r.card for r in standing(self.rows) if r.answer and r.moment.day < day
        }
        given = [r.answer for r in answers if r.answer]
        return DayDone(
            len(begun), len(given), sum(a.seconds for a in given), sum(a.right for a in given)
        )

    def parameters(self) -> Parameters:
        """The default ones."""
        return DEFAULT

    def accepted(self, question_id: str) -> list[str]:
        """Spellings accepted."""
        return [text for question, text in self.spellings() if question == question_id]

    def spellings(self) -> list[tuple[str, str]]:
        """All that were accepted."""
        return [(r.question, r.text) for r in standing(self.rows) if r.action is Action.ACCEPT]

    def forget_spelling(self, question_id: str, spelling: str, entry: Entry) -> int:
        """Void the rows that accepted it."""
        found = [
            r
            for r in standing(self.rows)
            if r.action is Action.ACCEPT and (r.question, r.text) == (question_id, spelling)
        ]
        for row in found:
            self._keep(entry, row.id)
        return len(found)

    def fixed_form(self, deck_id: str) -> str:
        """As set for all decks."""
        del deck_id
        return self.form

    def seconds_by_form(self) -> Mapping[str, float]:
        """Not known."""
        return {}

    def former_answer(self, question_id: str) -> str | None:
        """Whether the hash changed; the former answer's words are not kept here."""
        question = self.question(question_id)
        hashes = {
            r.answer.content_hash
            for r in list(standing(self.rows))
            if r.answer and r.question == question_id
        }
        changed = bool(hashes) and question is not None and content_hash(question) not in hashes
        return "as it was" if changed else None

    def entries(self) -> list[DeckEntry]:
        """The decks, readable all."""
        return [
            DeckEntry(Path(f"{deck}.toml"), deck, deck.title(), questions=len(qs), begun=True)
            for deck, qs in self.decks.items()
        ]

    def question(self, question_id: str) -> Question | None:
        """By id."""
        every = (q for questions in self.decks.values() for q in questions)
        return next((q for q in every if q.id == question_id), None)

    def questions(self, deck_id: str) -> list[Question]:
        """Of a deck."""
        return self.decks[deck_id]

    def sources(self, deck_id: str) -> tuple[SourceEntry, ...]:
        """Of a deck."""
        return self.texts.get(deck_id, ())

    def quotes(self, deck_id: str) -> list[Quoted]:
        """Of a deck."""
        return [
            Quoted(q.id, q.evidence.source, q.evidence.quote)
            for q in self.decks[deck_id]
            if q.id and q.evidence
        ]

    def deck_of(self, question_id: str) -> str:
        """Where a question stands."""
        for deck, questions in self.decks.items():
            if any(q.id == question_id for q in questions):
                return deck
        return ""

    def answers(self, deck_id: str) -> frozenset[str]:
        """Rivals of a slip."""
        return frozenset(
            answer_text(q, split_key(key)[1]) for q in self.decks[deck_id] for key in card_keys(q)
        )

    def folder(self, deck_id: str) -> Path | None:
        """Nowhere real."""
        del deck_id
        return Path("/decks")


@dataclass
class RecordingView:
    """A screen that remembers what it was shown."""

    shown: list[QuestionShown | AnswerShown | EndShown] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    troubles: list[Exception] = field(default_factory=list)

    def show_question(self, shown: QuestionShown) -> None:
        """Remember it."""
        self.shown.append(shown)

    def show_answer(self, shown: AnswerShown) -> None:
        """Remember it."""
        self.shown.append(shown)

    def show_finished(self, shown: EndShown) -> None:
        """Remember it."""
        self.shown.append(shown)

    def show_notice(self, notice: Notice) -> None:
        """Remember it."""
        self.notices.append(notice)

    def show_trouble(self, error: Exception) -> None:
        """Remember it."""
        self.troubles.append(error)

    @property
    def question(self) -> QuestionShown:
        """What is asked now."""
        now = self.shown[-1]
        assert isinstance(now, QuestionShown), now
        return now

    @property
    def answer(self) -> AnswerShown:
        """What was answered now."""
        now = self.shown[-1]
        assert isinstance(now, AnswerShown), now
        return now

    @property
    def end(self) -> EndShown:
        """The end now."""
        now = self.shown[-1]
        assert isinstance(now, EndShown), now
        return now


class Desk:
    """A sitting with all that belongs to it."""

    def __init__(self, *questions: Question, limits: Limits | None = None) -> None:
        self.store = Memory({"deck": list(questions)})
        self.clock = SetClock()
        self.limits = limits or Limits()
        self.view = RecordingView()
        self.door = self._door()

    def _door(self) -> Presenter:
        return Presenter(self.view, self.store, self.store, self.clock, lambda: self.limits)

    def restart(self) -> None:
        """The program is closed and opened again."""
        self.view = RecordingView()
        self.door = self._door()

    def change(self, question: Question) -> None:
        """An author changed a question's text."""
        self.store.decks["deck"] = [
            question if q.id == question.id else q for q in self.store.decks["deck"]
        ]

    def answers(self) -> list[Row]:
        """The standing answers in the log."""
        return [r for r in standing(self.store.rows) if r.answer]
