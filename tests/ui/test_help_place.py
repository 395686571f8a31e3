"""F1: the page of the help that fits, and the way back to where one was, the card kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import help_shown
import pytest
import study_samples as samples
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.study.view import Stage
from quizapp.ui.confirm import Confirm
from quizapp.ui.help_page import HelpPage
from quizapp.ui.help_place import NAME, HelpPlace
from quizapp.ui.icons import Icons
from quizapp.ui.side_bar import places
from quizapp.ui.study_page import StudyPage
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window

F1, ESC = Qt.Key.Key_F1, Qt.Key.Key_Escape


class Frame:
    """A window with the help in it, a page with a field, and a card."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        icons = Icons(samples.ICONS, theme)
        self.window = Window(theme, icons, places())
        qtbot.addWidget(self.window)
        self.study = StudyPage(theme, icons, lambda: 0.0)
        self.door = samples.RecordingDoor()
        self.study.attend(self.door)
        self.field = QLineEdit()
        for name, page in (
            ("today", QLabel("Today")),
            ("library", self.field),
            ("study", self.study),
        ):
            self.window.add_page(name, page)
        self.place = HelpPlace(self.window, theme, help_shown.FOLDER.parent)
        self.window.show_page("today")
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        at = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(at, key, held or Qt.KeyboardModifier.NoModifier)

    @property
    def help(self) -> HelpPage:
        """The page of the help."""
        assert self.place.page is not None
        return self.place.page


@pytest.fixture
def frame(qtbot: QtBot, theme: Theme) -> Iterator[Frame]:
    """A window at Today."""
    made = Frame(qtbot, theme)
    yield made
    made.window.close()


@pytest.mark.parametrize(
    ("page", "fits"), [("today", "start"), ("library", "decks"), ("study", "studying")]
)
def test_the_page_fits_where_one_is(frame: Frame, page: str, fits: str) -> None:
    """F1 opens it, and Esc goes back."""
    frame.window.show_page(page)
    frame.press(F1)
    assert frame.window.page == NAME
    assert frame.help.shown == fits
    frame.press(ESC)
    assert frame.window.page == page


def test_a_widget_may_say_which_page_fits(frame: Frame) -> None:
    """The nearest one around the focus that says so is heard."""
    frame.window.show_page("library")
    frame.field.help_page = "checking"  # type: ignore[attr-defined]  # any widget may say so
    frame.field.setFocus()
    frame.press(F1)
    assert frame.help.shown == "checking"


def test_a_card_waits_with_what_was_typed(frame: Frame) -> None:
    """While a card is studied the help comes and goes, and the answer goes on where it was."""
    frame.window.show_page("study")
    frame.window.set_studying(studying=True)
    frame.study.show_question(samples.QUESTIONS["short"])
    field = frame.study.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    frame.qtbot.keyClicks(field, "Vjosa")
    frame.press(F1)
    assert (frame.window.page, frame.help.shown) == (NAME, "studying")
    assert frame.window.side_bar.isHidden()
    assert frame.window.studying
    frame.press(ESC)
    assert frame.window.page == "study"
    assert frame.study.stage is Stage.ASKING
    assert frame.door.calls == []
    assert QApplication.focusWidget() is field
    assert field.text() == "Vjosa"


def test_other_places_cannot_be_gone_to_while_a_card_waits(frame: Frame) -> None:
    """The sitting is not left by a key of the side bar."""
    frame.window.show_page("study")
    frame.window.set_studying(studying=True)
    frame.press(F1)
    asked = QSignalSpy(frame.window.go)
    frame.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert asked.count() == 0
    assert frame.window.page == NAME


def test_the_place_in_the_side_bar_comes_back(frame: Frame) -> None:
    """Help is marked while it is read, then what was marked before."""
    frame.window.show_page("library")
    frame.press(F1)
    assert frame.window.side_bar.place == NAME
    frame.press(ESC)
    assert frame.window.side_bar.place == "library"


def test_links_and_the_way_back_through_them(frame: Frame) -> None:
    """Back shows the page before, where it was left, and at last leaves the help."""
    frame.press(F1)
    frame.help.text.verticalScrollBar().setValue(40)
    frame.help.text.followed.emit("marking", "lists")
    assert frame.help.shown == "marking"
    assert frame.help.text.verticalScrollBar().value() > 0
    frame.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert frame.help.shown == "start"
    assert frame.help.text.verticalScrollBar().value() == 40
    frame.press(Qt.Key.Key_Backspace)
    assert frame.window.page == "today"


def test_the_contents_mark_where_one_is(frame: Frame) -> None:
    """The page itself, and for one on a code the page that lists the codes."""
    frame.place.open("marking")
    assert frame.help.contents.list.key == "marking"
    frame.help.open("codes/E203")
    assert frame.help.shown == "codes/E203"
    assert frame.help.contents.list.key == "checking"


def test_words_find_a_page_by_keys_alone(frame: Frame) -> None:
    """Ctrl+F, some letters, Enter; Esc first takes back what was typed."""
    frame.press(F1)
    frame.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = frame.help.contents.field
    assert QApplication.focusWidget() is field
    frame.qtbot.keyClicks(field, "accents")
    assert frame.help.contents.list.lines.rowCount() >= 1
    frame.press(Qt.Key.Key_Return)
    assert frame.help.shown == "marking"
    assert QApplication.focusWidget() is frame.help.text
    frame.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    frame.press(ESC)
    assert field.text() == ""
    assert frame.window.page == NAME
    frame.press(ESC)
    assert frame.window.page == "today"


def test_up_and_down_go_through_what_was_found(frame: Frame) -> None:
    """Down leads from the field into the list, Enter opens what is marked there."""
    frame.press(F1)
    frame.help.search()
    frame.help.contents.field.setText("deck")
    frame.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is frame.help.contents.list
    frame.press(Qt.Key.Key_Down)
    wanted = frame.help.contents.list.key.partition("#")[0]
    frame.press(Qt.Key.Key_Return)
    assert frame.help.shown == wanted


def test_in_a_narrow_window_one_of_both_is_shown(frame: Frame, theme: Theme) -> None:
    """At 200 % the contents come by a link, and go when a page is chosen or Esc is pressed."""
    theme.set_text_size(200)
    frame.press(F1)
    page = frame.help
    assert page.text.isVisible()
    assert not page.contents.isVisible()
    page.contents_link.click()
    assert page.contents.isVisible()
    assert not page.text.isVisible()
    frame.press(ESC)
    assert page.text.isVisible()
    assert frame.window.page == NAME


def test_f1_over_a_dialog_keeps_the_dialog(frame: Frame, theme: Theme) -> None:
    """The help opens over it, and the dialog is there when it is closed."""
    dialog = Confirm(theme, frame.window, "Restore?", "It can be undone.", "Restore")
    with frame.qtbot.waitActive(dialog):
        dialog.open()
    QApplication.processEvents()
    frame.press(F1)
    over = dialog.findChild(QDialog, NAME)
    assert over is not None
    shown = over.findChild(HelpPage)
    assert shown is not None
    assert shown.shown == "start"
    frame.qtbot.keyClick(shown.text, ESC)
    assert not over.isVisible()
    assert dialog.isVisible()
    assert frame.window.page == "today"
    dialog.reject()


def test_a_help_without_pages_says_so(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    """What is safe and what to do, in place of the page."""
    window = Window(theme, Icons(samples.ICONS, theme), places())
    qtbot.addWidget(window)
    place = HelpPlace(window, theme, tmp_path)
    place.open("marking")
    assert place.page is not None
    assert "safe" in place.page.text.toPlainText()


def test_letters_may_grow_while_a_page_is_read(frame: Frame, theme: Theme) -> None:
    """The page stays near the lines that were in sight."""
    frame.place.open("format-1")
    bar = frame.help.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    theme.set_text_size(150)
    QApplication.processEvents()
    assert 0.3 < bar.value() / bar.maximum() < 0.7


def test_a_line_is_at_most_68_characters_wide(frame: Frame) -> None:
    """The column stands in the middle of what is left of a wide window."""
    frame.window.resize(1800, 900)
    frame.place.open("marking")
    QApplication.processEvents()
    text = frame.help.text
    form = text.document().rootFrame().frameFormat()
    wide = text.viewport().width() - form.leftMargin() - form.rightMargin()
    assert wide <= 68 * text.fontMetrics().averageCharWidth() + 1
    assert abs(form.leftMargin() - form.rightMargin()) <= 1
