"""Thousands of rows: read and added in another thread, with progress, and Cancel ends it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from editor_house import House
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.content.question import Kind
from quizapp.ui.editor_page import EditorPage
from quizapp.ui.menu_button import MenuButton
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


def test_nothing_moves_while_rows_are_added(house: House, page: EditorPage) -> None:
    """The line of progress comes and goes in a place of its own."""
    QApplication.processEvents()
    places = [page.paste.table.mapTo(page, QPoint(0, 0)), page.paste.add.mapTo(page, QPoint(0, 0))]
    page.paste.add.click()
    assert page.paste.busy
    QApplication.processEvents()
    assert page.paste._line.isVisible()
    assert page.paste.table.mapTo(page, QPoint(0, 0)) == places[0]
    assert page.paste.add.mapTo(page, QPoint(0, 0)) == places[1]
    page.paste.stop()
    house.wait(lambda: not page.paste.busy)


def test_rows_of_unlike_kinds_say_which_in_the_table(house: House) -> None:
    """In a column of its own, and the menu of kinds makes them all one."""
    page = house.edit()
    rows = "Capital of Kosovo\tPristina\nIt is so\tTrue\nHow many members\t32\n"
    QGuiApplication.clipboard().setText(rows)
    page.pasted.emit()
    house.wait(lambda: not page.paste.busy)
    model = page.paste.table.rows
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Kind"
    kinds = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
    assert kinds == ["Short answer", "True or false", "Number"]
    button = page.paste.findChild(MenuButton, "kind")
    assert button is not None
    assert button.chosen == "by row"
    button.choose("short")
    button.taken.emit("short")
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Question"
    page.paste.add.click()
    desk = page.desk
    assert desk is not None
    house.wait(lambda: len(desk.keys) == 5)
    assert {desk.line(key).kind for key in desk.keys} == {Kind.SHORT}
