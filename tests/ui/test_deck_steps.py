"""Steps on the way to a deck: what is asked when files are dropped, and what is said after."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.collection.taking_in import DeckTaken
from quizapp.schedule.store import DeckEntry
from quizapp.study.rooms import Rooms
from quizapp.ui.confirm import Confirm
from quizapp.ui.controls import Toast
from quizapp.ui.deck_steps import DeckSteps
from quizapp.ui.guard import Guard
from quizapp.ui.theme import Theme

OWN = Path("/home/mira/.local/share/quizapp/decks")


class Shelf:
    """A library that takes in decks of three questions; `capitals` is there already."""

    def __init__(self, without_id: int) -> None:
        self.without_id = without_id
        self.given: list[str] = []

    def take_in(self, path: Path) -> DeckEntry:
        """Copy it, but for the one that is there."""
        if path.stem == "capitals":
            raise DeckTaken("capitals", OWN / path.name, path)
        return DeckEntry(
            OWN / path.name, path.stem, path.stem.title(), without_id=self.without_id, questions=3
        )

    def give_ids(self, deck_id: str) -> int:
        """Write them."""
        self.given.append(deck_id)
        return self.without_id


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """A window that asks and says."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    return widget


def steps(parent: QWidget, theme: Theme, shelf: Shelf) -> tuple[DeckSteps, Toast]:
    """The steps over a shelf, and where they speak."""
    toast = Toast(theme, parent)
    rooms = cast("Rooms", SimpleNamespace(library=shelf))
    return DeckSteps(parent, theme, rooms, Guard(toast, "/data/quizapp.log")), toast


def answer(asked: list[str], *, yes: bool) -> None:
    """Answer the dialog that is about to open, and note what it asks."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Confirm)
        asked.append(f"{dialog.windowTitle()} {dialog.accessibleDescription()}")
        (dialog.yes if yes else dialog.no).click()

    QTimer.singleShot(0, press)


@pytest.mark.parametrize(
    ("yes", "given", "said"),
    [
        (True, ["civics"], "1 deck was added. 3 questions were given ids."),
        (False, [], "1 deck was added. Its questions are given ids when you begin it."),
    ],
)
def test_a_dropped_deck_without_ids_asks_and_says_what_happened(
    parent: QWidget, theme: Theme, yes: bool, given: list[str], said: str
) -> None:
    """The student learns that a copy is changed, not her file, and may leave it for later."""
    shelf, asked = Shelf(without_id=3), list[str]()
    deck_steps, toast = steps(parent, theme, shelf)
    answer(asked, yes=yes)
    deck_steps.take_in([Path("/home/mira/civics.toml")])
    assert "“Civics” was copied into your own folder" in asked[0]
    assert "stays as it is" in asked[0]
    assert shelf.given == given
    assert toast.text() == said


def test_a_dropped_deck_with_ids_asks_nothing(parent: QWidget, theme: Theme) -> None:
    """It is there, and that is said."""
    shelf = Shelf(without_id=0)
    deck_steps, toast = steps(parent, theme, shelf)
    assert [e.id for e in deck_steps.take_in([Path("/home/mira/civics.toml")])] == ["civics"]
    assert toast.text() == "1 deck was added."
    assert shelf.given == []


def test_a_dropped_deck_whose_id_is_taken_names_both_files(parent: QWidget, theme: Theme) -> None:
    """Which file was refused, and which one has the id already."""
    deck_steps, toast = steps(parent, theme, Shelf(without_id=0))
    dropped = Path("/home/mira/Downloads/capitals.toml")
    assert deck_steps.take_in([dropped]) == []
    assert str(dropped) in toast.text()
    assert str(OWN / "capitals.toml") in toast.text()
