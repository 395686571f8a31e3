"""The cursor in the editor: after undo and redo, and where Tab goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_house import BRIDGES, House
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.editor_page import EditorPage
from quizapp.ui.theme import Theme

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SOURCE = '[[source]]\nid = "s"\ntitle = "A letter"\nfile = "s.md"\n\n# The town'


@pytest.fixture
def house(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[House]:
    """A window on a home with one deck of two questions."""
    made = House(qtbot, theme, tmp_path / "home")
    (made.home.decks / "s.md").write_text("It crosses the Drin.")
    text = BRIDGES.replace("# The town", SOURCE)
    text = text.replace('"Drin"', '"Drin"\nwrong = ["Vjosa", "Osum"]', 1)
    made.path.write_text(text)
    yield made
    made.close()


@pytest.fixture
def page(house: House) -> EditorPage:
    """The editor with the cursor in a question."""
    found = house.edit()
    house.wait(lambda: _is_drawn(found))
    found.form.focus_first()
    return found


def _is_drawn(page: EditorPage) -> bool:
    """Whether the preview, which comes a moment later, can be gone to."""
    tried = page.preview.findChild(QAbstractButton, "try")
    return tried is not None and tried.isVisible() and tried.isEnabled()


def _press(house: House, key: Key, *held: Qt.KeyboardModifier) -> None:
    focus = house.window.focusWidget()
    house.qtbot.keyClick(focus, key, *held)


def _at(house: House) -> tuple[str, int]:
    """The field that is typed into, and the letters before its cursor."""
    box = house.window.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    return box.accessibleName(), box.textCursor().position()


def test_undo_and_redo_put_the_cursor_where_the_change_ended(
    house: House, page: EditorPage
) -> None:
    """Also where it stands elsewhere in the same field, and after letters beyond 16 bits."""
    _press(house, Key.Key_Home, CTRL)
    for _letter in "Which ":
        _press(house, Key.Key_Right)
    house.type("x")
    _press(house, Key.Key_End, CTRL)
    _press(house, Key.Key_Z, CTRL)
    assert _at(house) == ("Question", 6)
    _press(house, Key.Key_End, CTRL)
    _press(house, Key.Key_Y, CTRL)
    assert _at(house) == ("Question", 7)
    page.form.parts.prompt.set_text("𝒜𝒜 b")
    page.form.parts.prompt.put_cursor(2)
    assert _at(house) == ("Question", 4)


def test_it_goes_back_to_the_row_that_changed(house: House, page: EditorPage) -> None:
    """From another row of the field, and from another field."""
    page.form.focus_field("wrong", 1)
    _press(house, Key.Key_Home)
    house.type("x")
    page.form.focus_field("wrong", 0)
    _press(house, Key.Key_Z, CTRL)
    assert _at(house) == ("Wrong options, row 2", 0)
    page.form.focus_field("answers")
    _press(house, Key.Key_Y, CTRL)
    assert _at(house) == ("Wrong options, row 2", 1)


def _walk(house: House, key: Key, most: int = 60) -> list[str]:
    """What that key comes to, each once, until it comes to one of them again: to the first."""
    found: list[str] = []
    seen: list[QWidget] = []
    for _stop in range(most):
        focus = house.window.focusWidget()
        if focus in seen:
            assert focus is seen[0]
            break
        seen.append(focus)
        words = f"[{focus.text()}]" if isinstance(focus, QAbstractButton) else ""
        found.append(focus.objectName() or words or focus.accessibleName())
        house.qtbot.keyClick(focus, key)
    return found


def test_tab_reads_the_form_once_and_in_order(house: House, page: EditorPage) -> None:
    """Question, answer, wrong options, spellings, evidence; then the preview, and round again."""
    round_ = _walk(house, Key.Key_Tab)
    assert page.at
    form = [
        "Question",
        "Answer",
        "Wrong options, row 1",
        "Wrong options, row 2",
        "Also right when typed, row 1",
        "What it rests on",
        "choose quote",
        "source",
        "more",
    ]
    assert round_[: len(form)] == form
    assert len(round_) < 60  # it came back to where it began
    assert {"try", "back", "kind", "Questions"} <= set(round_)


def test_backtab_goes_from_the_preview_to_the_end_of_the_form(
    house: House, page: EditorPage
) -> None:
    """As far as it is open."""
    page.form.focus_first()
    for _stop in range(60):
        _press(house, Key.Key_Tab)
        if not page.form.isAncestorOf(house.window.focusWidget()):
            break
    _press(house, Key.Key_Backtab)
    focus = house.window.focusWidget()
    assert page.form.isAncestorOf(focus)
    assert focus.objectName() == "more"


@pytest.mark.parametrize("size", [100, 200])
def test_undo_stays_in_one_line(house: House, page: EditorPage, theme: Theme, size: int) -> None:
    """What is cut is whole in its tooltip and for a screen reader."""
    theme.set_text_size(size)
    house.window.resize(900, 600)
    new = page.bar.findChild(QAbstractButton, "new")
    undo = page.bar.findChild(QAbstractButton, "undo")
    assert new is not None
    assert undo is not None
    page.form.focus_field("wrong", 0)
    house.type("x")
    house.wait(lambda: undo.text() == "Undo: change wrong options" and undo.width() > 100)
    house.wait(lambda: undo.height() <= new.height())
    house.wait(lambda: abs(undo.geometry().center().y() - new.geometry().center().y()) < 8)
    assert undo.accessibleName() == "Undo: change wrong options"
    assert undo.toolTip().startswith("Undo: change wrong options")
