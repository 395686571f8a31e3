"""Evidence as a field, and the sheet in which it is chosen in the source's own text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from editor_samples import DECK, TEXT, TEXTS
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.author.fields import Fields
from quizapp.content.deck import Deck, Source
from quizapp.generate.article import Span
from quizapp.ui.editor_evidence import EvidenceField
from quizapp.ui.editor_evidence_sheet import EvidenceSheet
from quizapp.ui.theme import Theme

ENTER = Qt.Key.Key_Return
ALT = Qt.KeyboardModifier.AltModifier
TWO = replace(DECK, sources=(*DECK.sources, Source("map", "A map")))


class Desk:
    """The field in a window, with the fields that it makes."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.field = EvidenceField(theme)
        QVBoxLayout(self.window).addWidget(self.field)
        self.window.resize(700, 600)
        qtbot.addWidget(self.window)
        self.window.show()
        self.fields = Fields()
        self.field.changed.connect(self._changed)

    def show(self, fields: Fields, deck: Deck = DECK) -> None:
        """Put fields in."""
        self.fields = fields
        self.field.show_sources(deck, TEXTS)
        self.field.put(fields)

    def sheet(self) -> EvidenceSheet:
        """The sheet, opened."""
        self.field.choose()
        found = self.field.findChild(EvidenceSheet)
        assert isinstance(found, EvidenceSheet)
        self.qtbot.waitUntil(found.text.hasFocus)
        return found

    def _changed(self) -> None:
        self.fields = self.field.into(self.fields)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    """A field to try."""
    made = Desk(qtbot, theme)
    yield made
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_sentence_by_keys_alone(desk: Desk) -> None:
    """Enter selects the sentence, Alt and an arrow the next, Enter takes it."""
    desk.show(Fields())
    sheet = desk.sheet()
    desk.qtbot.keyClick(sheet.text, ENTER)
    desk.qtbot.keyClick(sheet, Qt.Key.Key_Down, ALT)
    desk.qtbot.keyClick(sheet, Qt.Key.Key_Down, ALT)
    desk.qtbot.keyClick(sheet, Qt.Key.Key_Up, ALT)
    desk.qtbot.keyClick(sheet.text, ENTER)
    assert (desk.fields.source, desk.fields.quote) == ("letter", "It was the spring of 2022.")


def test_words_are_taken_whole(desk: Desk) -> None:
    """What is selected within a word is widened."""
    desk.show(Fields())
    sheet = desk.sheet()
    at = TEXT.find("smani, the presi")
    sheet.text.select(Span(at, at + 16))
    desk.qtbot.keyClick(sheet.text, ENTER)
    assert desk.fields.quote == "Osmani, the president"


def test_words_on_two_places_are_not_taken(desk: Desk) -> None:
    """It says so, and the sheet stays."""
    desk.show(Fields())
    sheet = desk.sheet()
    at = TEXT.find("Kosovo")
    sheet.text.select(Span(at, at + 6))
    desk.qtbot.keyClick(sheet.text, ENTER)
    assert "more than once" in sheet._said.text()
    assert sheet.isVisible()
    assert desk.fields.quote == ""
    use = sheet.findChild(QPushButton, "use")
    assert isinstance(use, QPushButton)
    assert not use.isEnabled()


def test_searching_by_typing(desk: Desk) -> None:
    """A letter goes to the search, ↓ goes on, and Enter uses the sentence that was found."""
    desk.show(Fields())
    sheet = desk.sheet()
    desk.qtbot.keyClick(sheet.text, "n")
    focus = QApplication.focusWidget()
    assert focus is sheet._search
    desk.qtbot.keyClicks(focus, "ato")
    first = sheet._selected().quote
    assert first == "She asked for help in joining NATO."
    desk.qtbot.keyClick(focus, Qt.Key.Key_Down)
    second = sheet._selected().quote
    assert "Greece" in second
    desk.qtbot.keyClick(focus, Qt.Key.Key_Up)
    assert sheet._selected().quote == first
    desk.qtbot.keyClick(focus, Qt.Key.Key_Down)
    desk.qtbot.keyClick(focus, ENTER)
    assert not sheet.isVisible()
    assert desk.fields.quote == second


def test_enter_takes_nothing_where_nothing_was_found(desk: Desk) -> None:
    """The sentence still selected is one of another search."""
    desk.show(Fields())
    sheet = desk.sheet()
    desk.qtbot.keyClick(sheet.text, "n")
    desk.qtbot.keyClicks(sheet._search, "atoxyz")
    assert "does not stand" in sheet._count.text()
    desk.qtbot.keyClick(sheet._search, ENTER)
    assert sheet.isVisible()
    assert desk.fields.quote == ""


def test_the_quote_at_hand_is_marked(desk: Desk) -> None:
    """The sheet opens where it stands; Esc leaves everything as it was."""
    quote = "Nobody replied for a while."
    fields = Fields(source="letter", quote=quote)
    desk.show(fields)
    sheet = desk.sheet()
    marks = [one.cursor.selectedText() for one in sheet.text.extraSelections()]
    assert quote in marks
    desk.qtbot.keyClick(sheet.text, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert desk.fields == fields


def test_typed_words_rest_on_the_only_source(desk: Desk) -> None:
    """Without words it rests on nothing; with words again on what it did before."""
    desk.show(Fields())
    button = desk.field.findChild(QPushButton, "source")
    assert isinstance(button, QPushButton)
    assert button.text() == f"From: {DECK.sources[0].title} ▾"  # proposed, before words are there
    assert desk.field.into(Fields()) == Fields()
    desk.field.type_into()
    focus = QApplication.focusWidget()
    assert focus is not None
    desk.qtbot.keyClicks(focus, "x")
    assert (desk.fields.source, desk.fields.quote) == ("letter", "x")
    desk.qtbot.keyClick(focus, Qt.Key.Key_Backspace)
    assert (desk.fields.source, desk.fields.quote) == ("", "")
    desk.qtbot.keyClicks(focus, "y")
    assert (desk.fields.source, desk.fields.quote) == ("letter", "y")


def test_of_several_sources_one_is_chosen(desk: Desk) -> None:
    """From a menu; it stays the source when the words are typed anew."""
    desk.show(Fields(), TWO)
    desk.field.type_into()
    focus = QApplication.focusWidget()
    assert focus is not None
    desk.qtbot.keyClicks(focus, "x")
    assert desk.fields.source == ""
    menu = desk.field.source_menu()
    next(one for one in menu.actions() if one.text() == "A map").trigger()
    assert (desk.fields.source, desk.fields.quote) == ("map", "x")
    desk.qtbot.keyClick(focus, Qt.Key.Key_Backspace)
    desk.qtbot.keyClicks(focus, "y")
    assert desk.fields.source == "map"


def test_a_deck_without_a_text_asks_for_one(desk: Desk) -> None:
    """There is nothing to choose in."""
    desk.show(Fields(), Deck("d", "A deck"))
    add = desk.field.findChild(QPushButton, "add source")
    assert isinstance(add, QPushButton)
    assert add.isVisible()
    with desk.qtbot.waitSignal(desk.field.source_wanted):
        desk.field.choose()
