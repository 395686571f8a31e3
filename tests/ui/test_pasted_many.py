"""Thousands of rows: read and added in another thread, with progress, and Cancel ends it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from editor_house import House
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.editor_page import EditorPage
from quizapp.ui.theme import Theme

MANY = 2_000


@pytest.fixture
def house(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[House]:
    """A window on a home with one deck of two questions."""
    made = House(qtbot, theme, tmp_path / "home")
    yield made
    made.close()


@pytest.fixture
def page(house: House) -> EditorPage:
    """The editor with many rows before it, all read."""
    found = house.edit()
    text = "\n".join(f"What is number {n} called?\tName {n} of things" for n in range(MANY))
    QGuiApplication.clipboard().setText(text)
    found.pasted.emit()
    assert found.paste.busy  # the window went on before they were read
    house.wait(lambda: not found.paste.busy)
    return found


def test_many_rows_become_one_step(house: House, page: EditorPage) -> None:
    """They stand behind the question at hand, in order, and one undo takes all of them back."""
    assert page.paste.words.startswith("2,000 rows become questions.")
    page.paste.add.click()
    assert page.paste.busy
    assert not page.paste.add.isEnabled()
    desk = page.desk
    assert desk is not None
    house.wait(lambda: len(desk.keys) == MANY + 2)
    house.wait(lambda: "2,000 questions were added." in house.said())
    prompts = [line.title for line in page.list.list.shown_lines()]
    assert prompts[1] == "What is number 0 called?"
    assert prompts[MANY] == f"What is number {MANY - 1} called?"
    assert desk.line(page.at).number == 2
    page.do_step("undo")
    assert len(desk.keys) == 2


def test_cancel_while_adding_adds_nothing(house: House, page: EditorPage) -> None:
    """The rows are there still, to be added or left."""
    let_go, desk = threading.Event(), page.desk
    assert desk is not None

    def wait(progress: Callable[[float], None], stopped: Callable[[], bool]) -> None:
        progress(0.5)
        while not stopped():
            let_go.wait(0.01)

    page.paste.carry_out(MANY, wait, pytest.fail)
    assert "Adding 2,000 questions" in page.paste.words
    house.qtbot.keyClick(page.paste, Qt.Key.Key_Escape)
    let_go.set()
    assert not page.paste.busy
    assert page.paste.isVisible()
    assert page.paste.add.isEnabled()
    assert len(desk.keys) == 2
    house.qtbot.keyClick(page.paste, Qt.Key.Key_Escape)
    assert not page.paste.isVisible()


def test_leaving_the_deck_ends_what_goes_on(house: House, page: EditorPage) -> None:
    """Nothing is added to a deck that is no longer there."""
    page.paste.add.click()
    page.left.emit()
    house.wait(lambda: not page.isVisible())
    assert not page.paste.busy
    assert len(house.deck().questions) == 2


def test_while_other_rows_are_read_those_before_are_gone(house: House, page: EditorPage) -> None:
    """Nothing can be added of what is not shown any more."""
    house.qtbot.keyClick(page.paste, Qt.Key.Key_Escape)
    QGuiApplication.clipboard().setText("Where?\tThere\n" * 3_000)
    page.pasted.emit()
    assert page.paste.busy
    assert page.paste.table.rows.rowCount() == 0
    assert not page.paste.add.isVisible()
    house.wait(lambda: not page.paste.busy)
    assert page.paste.add.isVisible()
    assert page.paste.table.rows.rowCount() == 3_000
