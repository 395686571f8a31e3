"""What Library and a deck's page say and do, over the decks and the history, without a screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from quizapp.content.deck import Fault
from quizapp.content.question import Cloze, Flashcard, Kind, Question, filled_in, gaps
from quizapp.schedule.day import moment
from quizapp.schedule.log import Action, Clock, Entry
from quizapp.schedule.store import CardPlace, DeckCounts, DeckEntry, Decks, SourceEntry, Store
from quizapp.words.markdown_words import plain_words

if TYPE_CHECKING:
    from quizapp.study.question_detail import QuestionDetail

SOON_MS = 86_400_000
"""A learning step counts as due while it waits, as in the plan, which asks it at once."""

WORDS_A_MINUTE = 200
"""How fast a student reads an article that is new to her; a common figure for careful reading."""


class Shelf(Decks, Protocol):
    """Decks that can be taken in and changed, as the collection keeps them."""

    def take_in(self, path: Path) -> DeckEntry:
        """Copy a deck with its texts and images into the user's own folder."""
        ...

    def give_ids(self, deck_id: str) -> int:
        """Write ids into the questions that lack one; how many."""
        ...

    def choose(self, path: Path) -> None:
        """Of two own decks with one id, use this file."""
        ...


@dataclass(frozen=True, slots=True)
class DeckLine:
    """One file in Library.

    Attributes:
        flagged: cards of it that the student flagged.
        set_aside: cards of it that are not asked.
    """

    entry: DeckEntry
    counts: DeckCounts
    flagged: int = 0
    set_aside: int = 0

    @property
    def askable(self) -> bool:
        """There is something in it to study."""
        return bool(self.entry.id) and not self.entry.unreadable and not self.entry.hidden


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question on a deck's page.

    Attributes:
        search: what a filter looks in, case folded.
    """

    id: str
    kind: Kind
    prompt: str
    answer: str
    tags: tuple[str, ...]
    search: str


@dataclass(frozen=True, slots=True)
class CardLine:
    """A flagged card or one set aside."""

    card: str
    deck: str
    prompt: str
    flag: str | None
    leech: bool
    suspended: bool
    lapses: int


@dataclass(frozen=True, slots=True)
class SpellingLine:
    """A spelling that the student said is right from now on."""

    question: str
    prompt: str
    spelling: str


@dataclass(frozen=True, slots=True)
class DeckShown:
    """A deck's page."""

    line: DeckLine
    questions: tuple[QuestionLine, ...]
    articles: tuple[SourceEntry, ...]
    flagged: tuple[CardLine, ...]
    set_aside: tuple[CardLine, ...]
    spellings: tuple[SpellingLine, ...] = ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong in its file."""
        return self.line.entry.faults


class Begin:
    """What beginning a deck came to."""

    BEGUN = "begun"
    NEEDS_IDS = "needs-ids"  # ask, then give_ids and begin again
    NEEDS_COPY = "needs-copy"  # its file cannot be written: ask, then take it in
    EMPTY = "empty"


_NONE = DeckCounts(due=0, new=0, learned=0, cards=0)


class Library:
    """Lists decks and carries out what is done to them there.

    Args:
        shelf: the decks.
        store: the learning history.
        clock: the time.
    """

    def __init__(self, shelf: Shelf, store: Store, clock: Clock) -> None:
        self._shelf = shelf
        self._store = store
        self._clock = clock

    def lines(self) -> tuple[DeckLine, ...]:
        """Every file: begun decks first, then own ones, then bundled; unreadable ones last."""
        now = moment(self._clock)
        counts = self._store.counts(now.day, now.utc_ms + SOON_MS)
        flagged = Counter(place.deck for place in self._store.flagged())
        aside = Counter(place.deck for place in self._store.set_aside_cards())
        lines = [
            DeckLine(e, counts.get(e.id, _NONE), flagged[e.id], aside[e.id])
            for e in self._shelf.entries()
        ]
        return tuple(sorted(lines, key=_rank))

    def line(self, deck_id: str) -> DeckLine | None:
        """The file in use for a deck."""
        return next((x for x in self.lines() if x.entry.id == deck_id and x.askable), None)

    def deck(self, deck_id: str) -> DeckShown | None:
        """A deck's page; None when it is gone."""
        line = self.line(deck_id)
        if line is None:
            return None
        return DeckShown(
            line=line,
            questions=tuple(self._questions(deck_id)),
            articles=tuple(s for s in self._shelf.sources(deck_id) if s.text),
            flagged=_cards(self._store.flagged(), deck_id),
            set_aside=_cards(self._store.set_aside_cards(), deck_id),
            spellings=tuple(self._spellings(deck_id)),
        )

    def question(self, deck_id: str, key: str) -> QuestionDetail | None:
        """A question whole, by its id, or by "#" and its place in the deck where it has none."""
        from quizapp.study.question_detail import question_detail

        today = moment(self._clock).day
        return question_detail(self._shelf, self._store, deck_id, key, today)

    def articles(self, deck_id: str) -> tuple[SourceEntry, ...]:
        """The texts that a deck rests on and that can be read."""
        return tuple(s for s in self._shelf.sources(deck_id) if s.text)

    def set_aside_cards(self) -> tuple[CardLine, ...]:
        """Every card that was set aside, of all decks."""
        return _cards(self._store.set_aside_cards(), "")

    def begin(self, deck_id: str) -> str:
        """Put a deck into the plan, or say what it needs first; one of `Begin`."""
        line = self.line(deck_id)
        if line is None:
            return Begin.EMPTY
        if line.entry.without_id:
            return Begin.NEEDS_IDS if line.entry.writable else Begin.NEEDS_COPY
        if not line.entry.questions:
            return Begin.EMPTY
        self._append(Action.BEGIN, deck=deck_id)
        return Begin.BEGUN

    def give_ids(self, deck_id: str) -> int:
        """Write ids into a deck that lacks them; how many."""
        return self._shelf.give_ids(deck_id)

    def take_in(self, path: Path) -> DeckEntry:
        """Copy a deck into the user's own folder."""
        return self._shelf.take_in(path)

    def choose(self, path: Path) -> None:
        """Of two own decks with one id, use this file."""
        self._shelf.choose(path)

    def set_aside(self, deck_id: str) -> None:
        """Take a deck out of the plan; its history stays."""
        self._append(Action.SET_ASIDE, deck=deck_id)

    def take_back(self, card: str) -> None:
        """Ask a card again that was set aside."""
        self._append(Action.UNSUSPEND, card=card)

    def start_over(self, card: str) -> None:
        """Ask a card again as if it were new."""
        self._append(Action.START_OVER, card=card)

    def unflag(self, card: str) -> None:
        """Take a flag away."""
        self._append(Action.UNFLAG, card=card)

    def forget_spelling(self, question: str, spelling: str) -> None:
        """Take a spelling for right no longer that the student accepted; no mark is changed."""
        entry = Entry(Action.UNDO, moment(self._clock))
        self._store.forget_spelling(question, spelling, entry)

    def _append(self, action: Action, *, deck: str = "", card: str = "") -> None:
        question = card.partition("/")[0]
        if question and not deck:
            deck = self._shelf.deck_of(question)
        self._store.append(
            Entry(action, moment(self._clock), card=card, deck=deck, question=question)
        )

    def _spellings(self, deck_id: str) -> Iterator[SpellingLine]:
        for question_id, spelling in self._store.spellings():
            question = self._shelf.question(question_id)
            if question is not None and self._shelf.deck_of(question_id) == deck_id:
                yield SpellingLine(question_id, filled_in(question.prompt), spelling)

    def _questions(self, deck_id: str) -> Sequence[QuestionLine]:
        # Late, since marking is heavy to import and Library's list does without it.
        from quizapp.content.right_answer import answer_text

        lines = []
        for question in self._shelf.questions(deck_id):
            body = question.body
            if isinstance(body, Cloze):
                prompt = filled_in(body.text)
                answer = ", ".join(g.answer for g in gaps(body.text))
            else:
                prompt, answer = body.prompt, answer_text(question, None)
                if isinstance(body, Flashcard):
                    prompt, answer = plain_words(prompt), plain_words(answer)
            search = " ".join((prompt, answer, question.id or "", *question.tags)).casefold()
            lines.append(
                QuestionLine(
                    question.id or "", question.kind, prompt, answer, question.tags, search
                )
            )
        return lines


def reading_minutes(text: str) -> int:
    """How long an article takes to read, at least one minute."""
    return max(1, round(len(text.split()) / WORDS_A_MINUTE))


def matching(lines: Sequence[QuestionLine], words: str) -> list[QuestionLine]:
    """The questions in which every word stands somewhere."""
    wanted = words.casefold().split()
    return [line for line in lines if all(word in line.search for word in wanted)]


def _rank(line: DeckLine) -> tuple[int, str]:
    entry = line.entry
    if entry.unreadable or entry.hidden:
        return (3, entry.path.name.casefold())
    if entry.begun:
        return (0, entry.title.casefold())
    return (2 if entry.bundled else 1, entry.title.casefold())


def _cards(places: Sequence[CardPlace], deck_id: str) -> tuple[CardLine, ...]:
    return tuple(
        CardLine(
            card=place.state.key,
            deck=place.deck,
            prompt=_in_a_list(place.question),
            flag=place.state.flag,
            leech=place.state.leech,
            suspended=place.state.suspended,
            lapses=place.state.lapses,
        )
        for place in places
        if not deck_id or place.deck == deck_id
    )


def _in_a_list(question: Question) -> str:
    """What a question asks, in plain words."""
    body = question.body
    return plain_words(body.prompt) if isinstance(body, Flashcard) else filled_in(question.prompt)
