"""Study an evening by keyboard alone, in a window and in a terminal, and print what came of it.

    python tests/screen/evening.py [--cards 20]

The deck has all eleven kinds. Its questions are answered right, wrong, with a slip, not at all,
with a hint, by guessing; marks are turned, spellings accepted, ratings changed, a step undone.
Which question is on the screen is known from a second sitting without a screen, in a home of its
own, that is taken through the same steps; after each row that the program writes, both histories
must say the same. Nothing is read from the window.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desktop import desktop, wait_for
from evening_hands import Hands, Keys, Lines
from study_answers import right_answer, wrong_answer
from study_desk import RecordingView

from quizapp import build, paths
from quizapp.collection.collection import Collection
from quizapp.collection.database import Database
from quizapp.content.mark import DontKnow, Response, Typed
from quizapp.content.question import Question, split_key
from quizapp.schedule.log import Action, Answer, Rating, Row
from quizapp.settings import Settings
from quizapp.study.view import EndShown, QuestionShown, Scope, Wanted
from quizapp.words.study import due as due_words
from quizapp.words.study import rating as rating_word

DECK = Path(__file__).with_name("evening.toml")
DECK_ID = "evening"
NEAR_MS = 3000
"""No step is taken so shortly before a learning step is over that program and mirror might differ
on whether it is."""


class Manner(Enum):
    """How a question is answered when it is asked for the first time."""

    RIGHT = "right"
    WRONG = "wrong"
    SLIP = "slip"
    DONT_KNOW = "don't know"
    HINT = "hint"
    GUESSED = "guessed"
    OVERRULED = "overruled"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    UNDONE = "undone"


MANNERS = (
    Manner.GUESSED,
    Manner.SLIP,
    Manner.WRONG,
    Manner.DONT_KNOW,
    Manner.RIGHT,
    Manner.HINT,
    Manner.RIGHT,
    Manner.OVERRULED,
    Manner.CHANGED,
    Manner.UNDONE,
    Manner.RIGHT,
    Manner.ACCEPTED,
)
"""By the deck's order, over and over."""


class Mirror:
    """The same sitting without a screen, in a home of its own."""

    def __init__(self, root: Path) -> None:
        self.clock = build.SystemClock()
        home = with_deck(root)
        self.rooms = build.open_rooms(home, Settings(), self.clock)
        self.view = RecordingView()
        self.door = self.rooms.presenter(self.view)

    def calm(self) -> bool:
        """Whether no learning step is just about to be over."""
        now = self.clock.utc_ms()
        found = self.rooms.store.due(self.rooms.day(), now + NEAR_MS, (), 500)
        return not any(now - NEAR_MS // 10 < place.state.due_ms for place in found)

    def question(self) -> Question:
        """The question that stands on the screen."""
        found = self.rooms.decks.question(self.view.question.question)
        assert found is not None
        return found


def with_deck(root: Path) -> paths.Home:
    """A home with nothing in it but the evening's deck."""
    home = paths.Home(root)
    home.decks.mkdir(parents=True)
    shutil.copy(DECK, home.decks)
    return home


@contextmanager
def history(home: paths.Home) -> Iterator[Collection]:
    """A home's history, to look at while the program writes it."""
    database = Database(home.database, "ro")
    try:
        yield Collection(database, os.urandom)
    finally:
        database.close()


@dataclass
class Student:
    """Studies with hands, and knows from the mirror what her hands see.

    Attributes:
        asked: cards in the order of their first showing.
    """

    hands: Hands
    mirror: Mirror
    home: paths.Home
    asked: list[str] = field(default_factory=list)

    def evening(self, cards: int, *, brief: bool) -> None:
        """Study until so many cards were answered; `brief` leaves the learning steps out."""
        mirror = self.mirror
        self.hands.begin()
        mirror.rooms.library.begin(DECK_ID)
        wait_for(self._is_written, "the deck in the plan")
        self.hands.start()
        mirror.door.start(Wanted())
        while not self._is_enough(cards, brief=brief):
            if isinstance(mirror.view.shown[-1], QuestionShown):
                self._showing(mirror.view.question)
            else:
                self.hands.five_more(mirror.view.end)
                mirror.door.start(Wanted(Scope.FIVE_MORE))
        if isinstance(mirror.view.shown[-1], QuestionShown):
            self._leave()
        self.hands.close()

    def _is_enough(self, cards: int, *, brief: bool) -> bool:
        """Look at what came; steps are left for another evening where it is to be brief."""
        shown = self.mirror.view.shown[-1]
        enough = len(self.asked) >= cards
        if isinstance(shown, EndShown):
            return enough or not shown.more_new
        if brief and not enough and isinstance(shown, QuestionShown) and not shown.is_new:
            self._leave()
            return False
        return brief and enough

    def _leave(self) -> None:
        self.hands.leave()
        self.mirror.door.end()

    def _showing(self, shown: QuestionShown) -> None:
        """Answer a question, in its own manner when it is new."""
        first = shown.card not in self.asked
        if first:
            self.asked.append(shown.card)
        manner = MANNERS[(len(self.asked) - 1) % len(MANNERS)] if first else Manner.RIGHT
        if manner is Manner.HINT and shown.hint:
            self.hands.hint(shown)
            self.mirror.door.hint()
        self._respond(shown, self._response(shown, manner))
        answer = self.mirror.view.answer
        if answer.judging:
            self._rate(Rating.HARD if manner is Manner.CHANGED else Rating.GOOD)
            return
        if manner is Manner.GUESSED and answer.can_guess:
            self.hands.letter("g")
            self.mirror.door.guess()
        elif manner is Manner.OVERRULED and answer.can_overrule:
            self.hands.letter("o")
            self.mirror.door.overrule()
        elif manner is Manner.ACCEPTED and answer.can_accept:
            self.hands.letter("a")
            self._together(self.mirror.door.accept)
        elif manner is Manner.CHANGED:
            self.hands.rate(Rating.EASY)
            self.mirror.door.rate(Rating.EASY)
        self._go_on()
        if manner is Manner.UNDONE:
            self._take_back_and_mend(shown)

    def _take_back_and_mend(self, shown: QuestionShown) -> None:
        """Undo from what came next, which may be the end, and answer right."""
        after = self.mirror.view.shown[-1]
        assert isinstance(after, QuestionShown)
        self.hands.undo(after)
        self._together(self.mirror.door.undo)
        assert self.mirror.view.question.card == shown.card
        self._respond(shown, right_answer(self.mirror.view.question, self.mirror.question()))
        if self.mirror.view.answer.judging:
            self._rate(Rating.GOOD)
        else:
            self._go_on()

    def _response(self, shown: QuestionShown, manner: Manner) -> Response:
        question = self.mirror.question()
        right = right_answer(shown, question)
        match manner:
            case Manner.DONT_KNOW:
                return DontKnow()
            case Manner.WRONG | Manner.OVERRULED | Manner.ACCEPTED | Manner.UNDONE:
                return wrong_answer(shown, question)
            case Manner.SLIP if isinstance(right, Typed):
                return Typed(tuple(slipped(text) for text in right.texts))
        return right

    def _respond(self, shown: QuestionShown, response: Response) -> None:
        self.hands.respond(shown, response)
        self.mirror.door.respond(response)

    def _rate(self, rating: Rating) -> None:
        wait_for(self.mirror.calm, "no learning step about to be over")
        self.hands.rate(rating)
        self._together(lambda: self.mirror.door.rate(rating))

    def _go_on(self) -> None:
        wait_for(self.mirror.calm, "no learning step about to be over")
        self.hands.go_on()
        self._together(self.mirror.door.go_on)

    def _together(self, step: Callable[[], None]) -> None:
        """Take a step in the mirror too, and wait until both histories say the same."""
        step()
        wait_for(self._is_written, f"row {self.mirror.rooms.store.rows()}, {self.asked[-1]}")
        self.hands.written()
        with history(self.home) as found:
            ours, theirs = list(self.mirror.rooms.store.log_rows())[-1], list(found.log_rows())[-1]
        assert told(theirs) == told(ours), f"{told(theirs)}\nexpected {told(ours)}"

    def _is_written(self) -> bool:
        with history(self.home) as found:
            return found.rows() == self.mirror.rooms.store.rows()


def slipped(word: str) -> str:
    """Two letters changed over."""
    return word[:-3] + word[-2] + word[-3] + word[-1]


def told(row: Row) -> tuple[object, ...]:
    """What two histories of the same steps must have in common of a row."""
    answer = row.answer
    if answer is None:
        return (row.action, row.card, row.text)
    return (
        row.action,
        row.card,
        answer.form,
        answer.given,
        answer.right,
        answer.reason,
        answer.rating,
        answer.hinted,
        answer.guessed,
        answer.due_day,
        answer.next_step,
    )


def rows_of(home: paths.Home) -> list[Row]:
    """The whole log of a home."""
    with history(home) as found:
        return list(found.log_rows())


def table(rows: list[Row], mirror: Mirror, title: str) -> Table:
    """What was asked, answered, marked, rated, and when it is due."""
    voided = {row.voids for row in rows if row.action is Action.UNDO}
    drawn = Table("kind", "form", "answered", "mark", "rating", "due", "besides", title=title)
    for row in rows:
        question = mirror.rooms.decks.question(split_key(row.card)[0]) if row.card else None
        kind = question.kind.value if question else ""
        if row.answer is not None:
            answer = row.answer
            drawn.add_row(
                kind,
                answer.form,
                "; ".join(answer.given) or "—",
                f"{'right' if answer.right else 'wrong'}, {answer.reason}",
                rating_word(int(answer.rating)),
                due_of(row, answer),
                besides(answer, taken_back=row.id in voided),
            )
        elif row.card:
            drawn.add_row(kind, "", row.text or "—", "", "", "", row.action.value)
    return drawn


def due_of(row: Row, answer: Answer) -> str:
    """When the card is due again, counted from the answer."""
    minutes = round((answer.due_ms - row.moment.utc_ms) / 60_000) if answer.due_ms else 0
    return due_words(minutes, answer.due_day - row.moment.day)


def besides(answer: Answer, *, taken_back: bool) -> str:
    """What else the log knows of an answer."""
    said = [
        ("hint", answer.hinted),
        ("guessed", answer.guessed),
        ("mark turned", answer.overruled),
        (f"was {rating_word(int(answer.proposed))}", answer.rating is not answer.proposed),
        ("step", answer.step >= 0),
        ("taken back", taken_back),
    ]
    return ", ".join(words for words, holds in said if holds)


def in_window(root: Path, cards: int, *, brief: bool) -> tuple[list[Row], Mirror]:
    """An evening in a window, from a fresh home below `root`."""
    home, mirror = with_deck(root / "window"), Mirror(root / "mirror-of-window")
    with desktop() as screen:
        Student(Keys(screen, home.root), mirror, home).evening(cards, brief=brief)
    return rows_of(home), mirror


def in_terminal(root: Path, cards: int, *, brief: bool) -> tuple[list[Row], Mirror]:
    """The same in a terminal, from another fresh home."""
    home, mirror = with_deck(root / "terminal"), Mirror(root / "mirror-of-terminal")
    Student(Lines(home.root, DECK_ID), mirror, home).evening(cards, brief=brief)
    return rows_of(home), mirror


def rebuild_check(home: Path) -> subprocess.CompletedProcess[str]:
    """Prove that the cards of a home are what its log amounts to."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "quizapp", "--home", str(home), "rebuild", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )


def main() -> int:
    """Study in both, and print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cards", type=int, default=20)
    cards = parser.parse_args().cards
    console = Console(width=150)
    code = 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, study in (("window", in_window), ("terminal", in_terminal)):
            rows, mirror = study(root, cards, brief=False)
            console.print(table(rows, mirror, f"An evening in the {name}"))
            answers = [row for row in rows if row.answer is not None]
            different = {row.card for row in answers}
            console.print(f"{len(answers)} answers to {len(different)} cards, {len(rows)} rows")
            assert len(different) >= cards, "too few cards"
            checked = rebuild_check(root / name)
            console.print(f"rebuild --check: {checked.stdout or checked.stderr}")
            code = code or checked.returncode
    return code


if __name__ == "__main__":
    sys.exit(main())
