"""What is pasted into a field and is too much for it: refused at once, in words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.article_text_box import LONGEST_PASTE, MOST_PASTED, TextBox
from quizapp.ui.theme import Theme


@pytest.fixture
def box(qtbot: QtBot, theme: Theme) -> Iterator[TextBox]:
    """A box on its own."""
    made = TextBox(theme, "Question")
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def paste(box: TextBox, text: str) -> None:
    """Paste into it."""
    QGuiApplication.clipboard().setText(text)
    edit = box.findChild(QPlainTextEdit)
    assert edit is not None
    edit.paste()


def test_two_megabytes_are_refused_in_words_and_what_stands_there_stays(box: TextBox) -> None:
    """Laid out they would hold up every key; the words say where a whole text belongs."""
    box.set_text("What is it?")
    paste(box, "word " * 400_000)
    assert box.text() == "What is it?"
    assert "2,000,000 characters" in box.refusal
    assert "source" in box.refusal


def test_a_source_takes_a_whole_text(box: TextBox) -> None:
    """Only what no text has is too much for it."""
    box.take_whole_texts()
    text = "One line of an article.\n" * 2_000
    paste(box, text)
    assert box.text() == text
    paste(box, "word " * 500_000)
    assert "2,500,000 characters" in box.refusal
    assert "source" not in box.refusal


def test_the_refusal_goes_when_something_is_typed(box: TextBox, qtbot: QtBot) -> None:
    """It was read by then."""
    paste(box, "x" * (LONGEST_PASTE + 1))
    assert box.refusal
    edit = box.findChild(QPlainTextEdit)
    assert edit is not None
    qtbot.keyClicks(edit, "a")
    assert not box.refusal
    assert box.text() == "a"


def test_as_much_as_a_field_takes_is_taken(box: TextBox) -> None:
    """The limit itself is allowed."""
    paste(box, "x" * LONGEST_PASTE)
    assert len(box.text()) == LONGEST_PASTE
    assert not box.refusal


def test_too_many_lines_make_no_rows(box: TextBox) -> None:
    """Each would be a box of its own; a table of rows has its own page."""
    handed: list[str] = []
    box.split_pasted()
    box.pasted.connect(handed.append)
    paste(box, "a\n" * MOST_PASTED)
    assert not handed
    assert f"{MOST_PASTED + 1} lines" in box.refusal
    paste(box, "a\nb")
    assert handed == ["a\nb"]


def test_the_words_have_the_room_that_they_need(box: TextBox, qtbot: QtBot) -> None:
    """In a narrow form too; and the box is small again when they are gone."""
    around = QWidget()
    column = QVBoxLayout(around)
    column.addWidget(box)
    column.addStretch(1)
    qtbot.addWidget(around)
    around.resize(260, 500)
    around.show()
    QApplication.processEvents()
    before = box.height()
    paste(box, "x" * (LONGEST_PASTE + 1))
    qtbot.waitUntil(lambda: box.height() > before)
    qtbot.waitUntil(lambda: box.height() == box.heightForWidth(box.width()))
    paste(box, "a")
    qtbot.waitUntil(lambda: box.height() == before)
    box.setParent(None)
