"""The tutorial of the help followed to the letter by keys, in a window, from a fresh home.

    python tests/screen/tutorial.py

What is typed is read from the tutorial's own page, and so is the text of the source: where they
change, this follows.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from article_evening import answers
from article_hands import Author
from desktop import Desktop, desktop, wait_for

from quizapp import paths
from quizapp.content import deck_file
from quizapp.content.deck import Deck, DeckRead

PAGE = paths.resources() / "help" / "first-deck.md"
_TYPED = re.compile(r"\b[Tt]ype `([^`]+)`")
_TEXT = re.compile(r"```text\n(.+?)\n```", re.DOTALL)
_KINDS_DOWN = 5  # from Short answer to Date in the menu of kinds


@dataclass(frozen=True, slots=True)
class Words:
    """What the tutorial has the reader type, in order."""

    deck: str
    question: str
    answer: str
    spelling: str
    wrong: tuple[str, str]
    source: str
    dated: str
    day: str
    text: str


def told() -> Words:
    """What stands on the page."""
    page = PAGE.read_text(encoding="utf-8")
    found = _TYPED.findall(page)
    text = _TEXT.search(page)
    assert text is not None
    deck, question, answer, first, second, spelling, source, dated, day = found
    return Words(deck, question, answer, spelling, (first, second), source, dated, day, text[1])


@dataclass(frozen=True, slots=True)
class Came:
    """What came of it.

    Attributes:
        read: the deck's file.
        answers: how many answers the history holds.
    """

    read: DeckRead
    answers: int

    @property
    def deck(self) -> Deck:
        """The deck."""
        assert self.read.deck is not None
        return self.read.deck


class Reader:
    """Does by keys what the tutorial says, and waits for the program after each step."""

    def __init__(self, screen: Desktop, home: paths.Home) -> None:
        self._hands = Author(screen, home)
        self._screen = screen
        self._home = home
        self._main = screen.active()

    def keys(self, *keys: str) -> None:
        """Press keys."""
        self._hands.keys(*keys)

    def type(self, text: str) -> None:
        """Type text."""
        self._screen.type(text)
        self._hands.settle()

    def open(self, *keys: str) -> None:
        """Press keys that open a dialog, and wait until it has the keys."""
        self.keys(*keys)
        wait_for(lambda: self._screen.active() not in {"", self._main}, "a dialog")
        self._hands.settle()

    def close_by(self, *keys: str) -> None:
        """Press keys that close a dialog, and wait until the window has the keys."""
        self.keys(*keys)
        wait_for(lambda: self._screen.active() == self._main, "the window")
        self._hands.settle()

    def press(self, words: str, *, opens: bool) -> None:
        """Press a button by its words, through the menu of commands."""
        self.open("ctrl+shift+p")
        menu = self._screen.active()
        self.type(words)
        self.keys("Return")
        if opens:
            wait_for(lambda: self._screen.active() not in {"", menu, self._main}, "a dialog")
        else:
            wait_for(lambda: self._screen.active() == self._main, "the window")
        self._hands.settle()

    def deck(self) -> Path:
        """The deck's file, once it is there."""
        wait_for(lambda: list(self._home.decks.glob("*.toml")), "the deck's file")
        return next(self._home.decks.glob("*.toml"))

    def wait_for_deck(self, is_so: Callable[[Deck], bool]) -> None:
        """Wait until the deck, as it lies on the disk, is so."""

        def holds() -> bool:
            deck = deck_file.read(self.deck()).deck
            return deck is not None and is_so(deck)

        wait_for(holds, "the deck to be saved")

    def wait_for_answers(self, n: int) -> None:
        """Wait until so many answers are in the history."""
        wait_for(lambda: answers(self._home) == n, f"{n} answers")

    def end(self) -> None:
        """End the program."""
        self._hands.program.ask_to_end()


def follow(screen: Desktop, home: paths.Home) -> Came:
    """Every step of the tutorial; what came of it."""
    words = told()
    reader = Reader(screen, home)
    try:
        _make_deck(reader, words)
        _write_question(reader, words)
        _try(reader)
        _add_source(reader, words)
        _choose_sentence(reader, down=2)
        _write_date(reader, words)
        _choose_sentence(reader, down=1)
        reader.wait_for_deck(lambda deck: [bool(q.evidence) for q in deck.questions] == [True] * 2)
        _study(reader, words)
        path = reader.deck()
    finally:
        reader.end()
    return Came(deck_file.read(path), answers(home))


def _make_deck(reader: Reader, words: Words) -> None:
    reader.keys("ctrl+2")
    reader.press("new deck", opens=True)
    reader.type(words.deck)
    reader.close_by("Return")
    reader.deck()


def _write_question(reader: Reader, words: Words) -> None:
    reader.keys("ctrl+n")
    reader.type(words.question)
    reader.keys("Tab")
    reader.type(words.answer)
    reader.keys("Tab")
    reader.type(words.wrong[0])
    reader.keys("Return")
    reader.type(words.wrong[1])
    reader.keys("Tab")
    reader.type(words.spelling)
    reader.wait_for_deck(lambda deck: len(deck.questions) == 1)


def _try(reader: Reader) -> None:
    """Answer the question without its being counted."""
    reader.press("try it", opens=True)
    reader.keys("1")
    reader.close_by("Escape")


def _add_source(reader: Reader, words: Words) -> None:
    reader.press("add a source", opens=True)
    reader.type(words.source)
    reader.keys("Tab", "Tab", "Tab", "Tab")
    reader.type(words.text)
    reader.close_by("Tab", "Tab", "Tab", "Return")  # over "Open a file" and "Cancel"
    reader.wait_for_deck(lambda deck: len(deck.sources) == 1)


def _choose_sentence(reader: Reader, down: int) -> None:
    reader.open("alt+e")
    reader.keys(*["alt+Down"] * down)
    reader.close_by("Return")


def _write_date(reader: Reader, words: Words) -> None:
    reader.keys("ctrl+n")
    reader.keys("alt+k")
    reader.keys(*["Down"] * _KINDS_DOWN)
    reader.keys("Return")
    reader.type(words.dated)
    reader.keys("Tab")
    reader.type(words.day)  # written as soon as its field is left: half a date is another date


def _study(reader: Reader, words: Words) -> None:
    """Choose an answer to the first question, and type the date for the second."""
    reader.press("study this deck", opens=False)
    reader.keys("1")
    reader.keys("Return")
    reader.wait_for_answers(1)
    reader.type(words.day)
    reader.keys("Return")
    reader.keys("Return")
    reader.wait_for_answers(2)


def main() -> None:
    """Follow it, and print the deck that came of it."""
    with desktop() as screen, tempfile.TemporaryDirectory() as folder:
        home = paths.Home(Path(folder))
        came = follow(screen, home)
        print(next(home.decks.glob("*.toml")).read_text(encoding="utf-8"))
        print(came.answers, "answers;", len(came.read.faults), "faults")


if __name__ == "__main__":
    main()
