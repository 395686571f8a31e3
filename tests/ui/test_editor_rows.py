"""Rows to type into: added, taken out, moved and pasted by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import study_samples
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from quizapp.ui.editor_field_icon import IconButton
from quizapp.ui.editor_rows import Rows, RowWords
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme

ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Backspace
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Desk:
    """Rows in a window."""

    def __init__(self, qtbot: QtBot, theme: Theme, sides: int) -> None:
        self.qtbot = qtbot
        self.rows = Rows(theme, Icons(study_samples.ICONS, theme), sides=sides, movable=True)
        self.rows.set_row_words(RowWords(("Item",) * sides, "Add an item"))
        qtbot.addWidget(self.rows)
        self.rows.resize(400, 400)
        self.rows.show()
        self.told: list[tuple[tuple[str, ...], ...]] = []
        self.rows.changed.connect(lambda: self.told.append(self.rows.rows()))

    def keys(self, *keys: str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        """Type into whatever has the focus."""
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            if isinstance(key, str):
                self.qtbot.keyClicks(focus, key)
            elif isinstance(key, tuple):
                self.qtbot.keyClick(focus, *key)
            else:
                self.qtbot.keyClick(focus, key)

    def paste(self, text: str) -> None:
        """Paste a text where the cursor is."""
        QGuiApplication.clipboard().setText(text)
        self.keys((Qt.Key.Key_V, CTRL))

    def texts(self) -> list[str]:
        """What stands in the rows, sides joined by a bar."""
        return ["|".join(row) for row in self.rows.rows()]


@pytest.fixture(params=[1])
def desk(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    """Rows to try."""
    made = Desk(qtbot, theme, request.param)
    made.rows.put_rows(())
    made.rows.type_into()
    yield made
    made.rows.close()
    made.rows.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


pairs = pytest.mark.parametrize("desk", [2], indirect=True)


def test_nothing_is_nothing(desk: Desk) -> None:
    """There is a row to type into, and none in what is told."""
    assert desk.rows.rows() == ()
    desk.keys("a", BACK)
    assert desk.rows.rows() == ()


def test_enter_adds_a_row_behind(desk: Desk) -> None:
    """In the middle too; Enter in an empty last row goes on."""
    desk.keys("a", ENTER, "c")
    desk.rows.type_into(0)
    desk.keys(ENTER, "b")
    assert desk.texts() == ["a", "b", "c"]
    desk.rows.type_into(2)
    desk.keys(ENTER)
    with desk.qtbot.waitSignal(desk.rows.left):
        desk.keys(ENTER)


def test_backspace_takes_an_empty_row_out(desk: Desk) -> None:
    """The cursor goes to the end of the row before; the only row stays."""
    desk.keys("a", ENTER, "b", ENTER, BACK, "x")
    assert desk.texts() == ["a", "bx"]
    desk.keys(BACK, BACK, BACK, BACK, BACK, BACK, "y")
    assert desk.texts() == ["y"]


def test_a_row_in_front_is_taken_out(desk: Desk) -> None:
    """Then the cursor goes on to the next."""
    desk.keys("a", ENTER, "b")
    desk.rows.type_into(0)
    desk.keys(BACK, BACK, "x")
    assert desk.texts() == ["bx"]


def test_alt_and_arrows_move_a_row(desk: Desk) -> None:
    """The cursor goes with it; at the ends nothing moves."""
    desk.keys("a", ENTER, "b", ENTER, "c", (Qt.Key.Key_Up, ALT), "!")
    assert desk.texts() == ["a", "c!", "b"]
    desk.keys((Qt.Key.Key_Up, ALT), (Qt.Key.Key_Up, ALT), "?")
    assert desk.texts() == ["c!?", "a", "b"]
    desk.keys((Qt.Key.Key_Down, ALT))
    assert desk.texts() == ["a", "c!?", "b"]


def test_several_lines_pasted_are_several_rows(desk: Desk) -> None:
    """Without the empty ones, and told once; a row pasted on keeps what it had."""
    desk.keys("a ")
    before = len(desk.told)
    desk.paste("1\n\n  2  \r\n3\n")
    assert desk.texts() == ["a 1", "2", "3"]
    assert len(desk.told) == before + 1
    desk.paste("\n\n")
    assert desk.texts() == ["a 1", "2", "3"]


def test_the_mouse_does_it_too(desk: Desk) -> None:
    """Add, move, take out."""
    desk.keys("a")
    add = desk.rows.findChild(QPushButton, "add row")
    assert isinstance(add, QPushButton)
    add.click()
    desk.keys("b")
    named = {b.accessibleName(): b for b in desk.rows._rows[0].findChildren(IconButton)}
    named["Move down · Alt+↓"].click()
    assert desk.texts() == ["b", "a"]
    named["Take out · Backspace in the empty row"].click()
    assert desk.texts() == ["a"]


def test_added_from_outside(desk: Desk) -> None:
    """Into the empty row where there is one."""
    desk.rows.add(("a",))
    desk.rows.add(("b",))
    assert desk.texts() == ["a", "b"]
    assert desk.told[-1] == (("a",), ("b",))


def test_what_was_put_is_given_back(desk: Desk) -> None:
    """Exactly, whatever it holds, and nothing is told."""
    rows = (("a\u00a0b",), ("",), (" c ",), ("line\nbreak",))
    desk.rows.put_rows(rows)
    assert desk.rows.rows() == rows
    desk.rows.put_rows(rows[:1])
    assert desk.rows.rows() == rows[:1]
    assert desk.told == []


@pairs
def test_pairs_side_by_side(desk: Desk) -> None:
    """Enter goes to the other side, then to a new row; Backspace back again."""
    desk.keys("a", ENTER, "1", ENTER, "b", ENTER)
    assert desk.texts() == ["a|1", "b|"]
    desk.keys(BACK, "!", BACK, BACK, BACK, "?")
    assert desk.texts() == ["a|1?"]


@pairs
def test_pairs_pasted(desk: Desk) -> None:
    """By tab, equals sign or dash; a line that has none fills the left side."""
    desk.paste("a\t1\nb = 2\nc – 3\nd")
    assert desk.texts() == ["a|1", "b|2", "c|3", "d|"]
