"""Make a deck from nothing by keyboard alone, in a window: each kind of question once, then study.

    python tests/screen/author_evening.py

A fresh home, the menu of commands, Tab and letters; nothing is clicked and no file is written by
hand. What was typed must stand in the deck's file, and every question must be answered at once.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from article_hands import Author
from desktop import Desktop, desktop, wait_for
from evening import history, rebuild_check

from quizapp import paths
from quizapp import settings as preferences
from quizapp.content import deck_file
from quizapp.content.deck import Deck
from quizapp.content.question import Kind, Question
from quizapp.schedule.log import Action
from quizapp.settings import Settings

TITLE = "Bridges of the Drin"
MOST_TURNS = 60
"""Cards that are answered at most: one that was wrong is asked again."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A question as its author types it.

    Attributes:
        kind: chosen by Alt+K.
        keys: words in braces are typed, all else is pressed.
    """

    kind: Kind
    keys: tuple[str, ...]


EVENING = (
    Typed(Kind.SHORT, ("{Which town has the oldest bridge?}", "Tab", "{Kukes}")),
    Typed(
        Kind.CHOICE,
        (
            "{Who paid for the repair?}",
            "Tab",
            "{The town}",
            "Tab",
            "{The state}",
            "Return",
            "{A bank}",
        ),
    ),
    Typed(
        Kind.MULTI,
        (
            "{Which rivers meet there?}",
            "Tab",
            "{White Drin}",
            "Return",
            "{Black Drin}",
            "Tab",
            "{Vjosa}",
        ),
    ),
    Typed(
        Kind.TRUE_FALSE,
        ("{The bridge was built of wood.}", "Tab", "Tab", "space", "Tab", "{It is of stone.}"),
    ),
    Typed(Kind.NUMBER, ("{How many arches does it have?}", "Tab", "{7}")),
    Typed(Kind.DATE, ("{When was it reopened?}", "Tab", "{18 March 2022}")),
    Typed(
        Kind.LIST,
        (
            "{Name two materials of its piers.}",
            "Tab",
            "{granite}",
            "Return",
            "{marble}",
        ),
    ),
    Typed(
        Kind.ORDER,
        (
            "{Put its owners in order.}",
            "Tab",
            "{the sultan}",
            "Return",
            "{the king}",
            "Return",
            "{the town}",
        ),
    ),
    Typed(
        Kind.MATCH,
        (
            "{Match each bridge with its town.}",
            "Tab",
            "{Old bridge}",
            "Tab",
            "{Kukes}",
            "Return",
            "{New bridge}",
            "Tab",
            "{Peshkopi}",
        ),
    ),
    Typed(Kind.CLOZE, ("{The bridge was built in {{1894}} by masons from {{Korca}}.}",)),
    Typed(Kind.FLASHCARD, ("{Drin}", "Tab", "{The longest river of Albania}")),
)


class Hands:
    """An author's hands: keys in a window."""

    def __init__(self, screen: Desktop, home: paths.Home) -> None:
        self._hands = Author(screen, home)
        self._screen = screen
        self._home = home

    def press(self, *keys: str) -> None:
        """Press keys; words in braces are typed."""
        for key in keys:
            if key.startswith("{"):
                self._screen.type(key[1:-1])
            else:
                self._screen.keys(key)
        self._hands.settle()

    def command(self, words: str) -> None:
        """Do something by the menu of commands."""
        self.press("ctrl+shift+p")
        self.press(f"{{{words}}}")
        self.press("Return")

    def deck(self) -> Deck | None:
        """The deck as it lies on the disk."""
        found = list(self._home.decks.glob("*.toml"))
        return deck_file.read(found[0]).deck if found else None

    def wait_for_deck(self, is_so: Callable[[Deck], bool], what: str) -> None:
        """Wait until the deck on the disk is so."""

        def holds() -> bool:
            deck = self.deck()
            return deck is not None and is_so(deck)

        wait_for(holds, what)

    def close(self) -> tuple[int, str]:
        """Close the window; the exit code and what was written to stderr."""
        self._screen.keys("alt+F4")
        return self._hands.program.wait()


def make(hands: Hands, evening: Sequence[Typed]) -> None:
    """Make the deck, and write its questions."""
    hands.press("ctrl+2")
    hands.command("new deck")
    hands.press(f"{{{TITLE}}}", "Return")
    hands.wait_for_deck(lambda deck: deck.title == TITLE, "the deck")
    before = Kind.SHORT
    for count, typed in enumerate(evening, start=1):
        hands.press("ctrl+n")
        _wait(hands, count - 1)  # a number counts when its field is left
        turn = list(Kind).index(typed.kind) - list(Kind).index(before)
        if turn:
            hands.press("alt+k", *["Down"] * turn, "Return")
        hands.press(*typed.keys)
        before = typed.kind
    hands.press("Tab")
    _wait(hands, len(evening))


def _wait(hands: Hands, count: int) -> None:
    hands.wait_for_deck(lambda deck: len(deck.questions) == count, f"question {count}")


def study(hands: Hands, home: paths.Home, deck: Deck) -> int:
    """Study the deck at once, until each question was answered; how many answers there are."""
    hands.command("study this deck")
    wanted = {question.id or "" for question in deck.questions}
    for _turn in range(MOST_TURNS):
        if wanted <= answered(home):
            break
        before = count_answers(home)
        for keys in (("1", "Return"), ("Return",), ("Return",), ("3",), ("Return",)):
            hands.press(*keys)
            if count_answers(home) > before:
                break
    assert wanted <= answered(home), sorted(wanted - answered(home))
    hands.press("Escape")
    return count_answers(home)


def answered(home: paths.Home) -> set[str]:
    """Ids of the questions that were answered."""
    with history(home) as found:
        return {row.question for row in found.log_rows() if row.action is Action.ANSWER}


def count_answers(home: paths.Home) -> int:
    """How many answers the history holds."""
    with history(home) as found:
        return sum(row.action is Action.ANSWER for row in found.log_rows())


def evening(screen: Desktop, root: Path, typed: Sequence[Typed]) -> tuple[Deck, int]:
    """One deck from nothing, studied at once; the deck and how many answers there are."""
    home = paths.Home(root)
    root.mkdir(exist_ok=True)
    # The usual ten new questions a day would leave the eleventh kind for tomorrow.
    home.settings.write_text(preferences.written(replace(Settings(), new_per_day=20)), "utf-8")
    hands = Hands(screen, home)
    make(hands, typed)
    deck = hands.deck()
    assert deck is not None
    answers = study(hands, home, deck)
    assert hands.close() == (0, "")
    return deck, answers


def kinds(questions: Sequence[Question]) -> list[Kind]:
    """The kinds of questions, in order."""
    return [question.kind for question in questions]


def main() -> None:
    """Make the whole deck, and print it."""
    with tempfile.TemporaryDirectory() as folder, desktop() as screen:
        root = Path(folder)
        deck, answers = evening(screen, root, EVENING)
        print(next((root / "decks").glob("*.toml")).read_text("utf-8"))
        missing = set(Kind) - set(kinds(deck.questions))
        checked = rebuild_check(root)
        print(f"{len(deck.questions)} questions, {answers} answers, missing kinds: {missing}")
        print(checked.stdout.strip())
        sys.exit(checked.returncode or bool(missing))


if __name__ == "__main__":
    main()
