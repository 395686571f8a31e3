"""The menu of kinds by keyboard: a kind is taken when it is chosen, and not on the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_house import House
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from quizapp.content.question import Kind
from quizapp.ui.confirm import Confirm
from quizapp.ui.editor_page import EditorPage
from quizapp.ui.theme import Theme

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore(  # of a window that is not on a screen
    "This plugin does not support (raise|grabbing)", extend=True
)


@pytest.fixture
def house(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[House]:
    """A window on a home with one deck of two questions."""
    made = House(qtbot, theme, tmp_path / "home")
    yield made
    made.close()


@pytest.fixture
def page(house: House) -> EditorPage:
    """The editor with the cursor in a question."""
    found = house.edit()
    found.form.focus_first()
    return found


def _menu(house: House) -> QMenu:
    """The menu of kinds, opened by its key."""
    house.qtbot.keyClick(house.window.focusWidget(), Key.Key_K, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _kind(page: EditorPage) -> Kind:
    assert page.desk is not None
    return page.desk.fields(page.at).kind


def test_arrows_pass_through_kinds_and_take_none(house: House, page: EditorPage) -> None:
    """Neither what is passed nor Esc writes anything."""
    menu = _menu(house)
    for _kind_passed in range(4):
        house.qtbot.keyClick(menu, Key.Key_Down)
        assert _kind(page) is Kind.SHORT
    house.qtbot.keyClick(menu, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert page.desk is not None
    assert page.desk.undoable is None
    assert _kind(page) is Kind.SHORT


def test_enter_takes_the_kind_as_one_step(house: House, page: EditorPage) -> None:
    """However many were passed, one undo is enough."""
    menu = _menu(house)
    house.qtbot.keyClick(menu, Key.Key_Down)
    house.qtbot.keyClick(menu, Key.Key_Down)
    house.qtbot.keyClick(menu, Key.Key_Up)
    house.qtbot.keyClick(menu, Key.Key_Return)
    assert _kind(page) is Kind.CHOICE
    page.do_step("undo")
    assert _kind(page) is Kind.SHORT
    assert page.desk is not None
    assert page.desk.undoable is None


def test_what_has_no_place_is_asked_about_once(house: House, page: EditorPage) -> None:
    """The answer has none in a statement; nothing is changed until that is agreed to."""
    menu = _menu(house)
    for _passed in range(3):
        house.qtbot.keyClick(menu, Key.Key_Down)
    house.qtbot.keyClick(menu, Key.Key_Return)
    asked = [one for one in house.window.findChildren(Confirm) if one.isVisible()]
    assert len(asked) == 1
    assert _kind(page) is Kind.SHORT
    asked[0].accept()
    assert _kind(page) is Kind.TRUE_FALSE
    page.do_step("undo")
    assert page.desk is not None
    assert page.desk.fields(page.at).answers == ("Drin",)
