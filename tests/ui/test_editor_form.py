"""The editor's form: every kind, typed in by keys alone, with what is said beside the fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
import study_samples
from editor_samples import DECK, QUESTIONS, TEXTS
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.author.field_reading import UnfinishedError, fields_of, question_of
from quizapp.author.fields import Fields, FieldTrouble
from quizapp.check.finding import Finding, Mend, held
from quizapp.content.deck import Deck
from quizapp.content.question import Form, Kind, Question
from quizapp.ui.editor_form import EditorForm
from quizapp.ui.editor_notes import Weight
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme


class Typing:
    """A form in a window; what it says is kept, and troubles come back as the page sends them."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.form = EditorForm(theme, Icons(study_samples.ICONS, theme))
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.window.resize(460, 800)
        qtbot.addWidget(self.window)
        self.said: list[Fields] = []
        self.form.changed.connect(self._changed)
        self.window.show()

    def begin(self, kind: Kind) -> None:
        """A new question of a kind, with the cursor in it."""
        self.show(Fields(kind=kind))
        self.form.focus_first()

    def show(self, fields: Fields, findings: tuple[Finding, ...] = ()) -> None:
        """Put fields into the form."""
        self.form.show_question(fields, self.troubles(fields), findings, DECK, TEXTS)

    def keys(self, *keys: str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        """Type into whatever has the focus."""
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            if isinstance(key, str):
                self.qtbot.keyClicks(focus, key)
            elif isinstance(key, tuple):
                self.qtbot.keyClick(focus, key[0], key[1])
            else:
                self.qtbot.keyClick(focus, key)

    def type_into(self, name: str, *keys: str | Qt.Key) -> None:
        """Type into a field."""
        self.form.focus_field(name)
        self.keys(*keys)

    def question(self) -> Question:
        """What the form makes."""
        return question_of(self.form.fields(), None, "aaaaaaaaaa")

    def notes(self, name: str) -> list[str]:
        """What is said beside a field."""
        slot = next(s for s in self.form.parts.of(self.form.fields().kind) if s.field == name)
        return [note.words for note in slot.group.notes()]

    def visible(self) -> list[str]:
        """The fields that are seen."""
        active = self.form.parts.of(self.form.fields().kind)
        return [slot.field for slot in active if slot.group.isVisible()]

    @staticmethod
    def troubles(fields: Fields) -> tuple[FieldTrouble, ...]:
        """Why fields are no question yet."""
        try:
            question_of(fields, None, "aaaaaaaaaa")
        except UnfinishedError as error:
            return error.troubles
        return ()

    def _changed(self, fields: Fields) -> None:
        self.said.append(fields)
        self.form.refresh(self.troubles(fields), ())


@pytest.fixture
def typing(qtbot: QtBot, theme: Theme) -> Iterator[Typing]:
    """A form to type into."""
    made = Typing(qtbot, theme)
    yield made
    made.window.close()
    made.window.deleteLater()  # what is left over makes a theme slow
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_question_comes_back_as_it_was(typing: Typing, kind: Kind) -> None:
    """Nothing is said of what was only shown, and the fields are exactly those."""
    fields = fields_of(QUESTIONS[kind])
    typing.show(fields)
    assert typing.form.fields() == fields
    for slot in typing.form.parts.of(kind):
        assert slot.control.into(fields) == fields, slot.field
    assert typing.said == []


@pytest.mark.parametrize("kind", list(Kind))
def test_questions_in_turn(typing: Typing, kind: Kind) -> None:
    """Whatever stood in the form before leaves nothing behind."""
    for before in Kind:
        typing.show(fields_of(QUESTIONS[before]))
        typing.show(fields_of(QUESTIONS[kind]))
        fields = typing.form.fields()
        for slot in typing.form.parts.of(kind):
            assert slot.control.into(fields) == fields, (before, slot.field)


ENTER = Qt.Key.Key_Return
CTRL_ENTER = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
ALT = Qt.KeyboardModifier.AltModifier

TYPED: dict[Kind, tuple[str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier], ...]] = {
    Kind.SHORT: ("Who?", ENTER, "Vjosa Osmani", ENTER, "Kurti", ENTER, ENTER, "Osmani"),
    Kind.CHOICE: ("Where?", ENTER, "Kosovo", ENTER, "Albania", ENTER, "Serbia"),
    Kind.MULTI: ("Which?", ENTER, "a", ENTER, "b", ENTER, ENTER, "c"),
    Kind.NUMBER: ("How many?", ENTER, "3770", ENTER, "troops"),
    Kind.DATE: ("When?", ENTER, "17 Feb 2008"),
    Kind.LIST: ("Name two.", ENTER, "a", ENTER, "b", ENTER, "c", ENTER, ENTER, "2"),
    Kind.ORDER: ("Order.", ENTER, "first", ENTER, "second"),
    Kind.MATCH: ("Join.", ENTER, "a", ENTER, "1", ENTER, "b", ENTER, "2"),
    Kind.CLOZE: ("Kosovo left {{Serbia}}.",),
    Kind.FLASHCARD: ("NATO", CTRL_ENTER, "an alliance"),
}


@pytest.mark.parametrize("kind", list(TYPED))
def test_each_kind_by_keys_alone(typing: Typing, kind: Kind) -> None:
    """Enter goes on, and what was typed is a question."""
    typing.begin(kind)
    typing.keys(*TYPED[kind])
    made = typing.question()
    assert made.kind is kind
    fields = typing.form.fields()
    expected = {
        Kind.SHORT: (("Vjosa Osmani",), ("Kurti", ""), (("Osmani", ""),)),
        Kind.CHOICE: (("Kosovo",), ("Albania", "Serbia"), ()),
        Kind.MULTI: (("a", "b", ""), ("c",), ()),
        Kind.NUMBER: (("3770",), (), ()),
        Kind.DATE: (("17 Feb 2008",), (), ()),
        Kind.LIST: (("a", "b", "c", ""), (), ()),
        Kind.ORDER: (("first", "second"), (), ()),
        Kind.MATCH: (("",), (), ()),
        Kind.CLOZE: (("",), (), ()),
        Kind.FLASHCARD: (("an alliance",), (), ()),
    }
    accept = tuple(pair for pair in fields.accept if pair[0])
    assert (fields.answers, fields.wrong, accept) == expected[kind]
    if kind is Kind.MATCH:
        assert fields.pairs == (("a", "1"), ("b", "2"))
    if kind is Kind.LIST:
        assert fields.need == "2"


def test_a_statement_by_keys_alone(typing: Typing) -> None:
    """Two buttons, chosen by Space, and what is true."""
    typing.begin(Kind.TRUE_FALSE)
    typing.keys("Kosovo is a member.", ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert typing.form.fields().holds is False
    assert "Write what is true instead." in typing.notes("correction")
    typing.type_into("correction", "It asked.")
    assert typing.question().kind is Kind.TRUE_FALSE
    assert typing.notes("correction") == []


def test_every_key_is_told_once(typing: Typing) -> None:
    """One change a letter, each with all that stands there."""
    typing.begin(Kind.SHORT)
    typing.keys("Who?")
    assert [fields.prompt for fields in typing.said] == ["W", "Wh", "Who", "Who?"]


def test_saying_anew_moves_nothing(typing: Typing) -> None:
    """Cursor and focus stay where they are when troubles, findings and the same fields come."""
    typing.show(fields_of(QUESTIONS[Kind.SHORT]))
    typing.form.focus_first()
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    cursor = box.textCursor()
    cursor.setPosition(4)
    box.setTextCursor(cursor)
    typing.keys("x")
    finding = held("E315", "hint-is-answer", "hint", answer="Vjosa Osmani")
    typing.form.refresh((FieldTrouble("answers", "no-answer", (), 0),), (finding,))
    typing.show(typing.form.fields(), (finding,))
    assert QApplication.focusWidget() is box
    assert box.textCursor().position() == 5


def test_undone_by_the_page_the_cursor_stays_near(typing: Typing) -> None:
    """Words that come back do not send the cursor to the start."""
    typing.begin(Kind.SHORT)
    typing.keys("Who wrote")
    typing.show(replace(typing.form.fields(), prompt="Who wrot"))
    typing.keys("e?")
    assert typing.form.fields().prompt == "Who wrote?"


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Y])
def test_undoing_is_left_to_the_page(typing: Typing, key: Qt.Key) -> None:
    """The field itself undoes nothing."""
    typing.begin(Kind.SHORT)
    typing.keys("Who?", (key, Qt.KeyboardModifier.ControlModifier))
    assert typing.form.fields().prompt == "Who?"


def test_what_is_seldom_used_is_folded(typing: Typing) -> None:
    """It says what is in it, opens by a key, and by itself where something stands there."""
    typing.begin(Kind.SHORT)
    assert "hint" not in typing.visible()
    more = typing.form.findChild(QPushButton, "more")
    assert isinstance(more, QPushButton)
    assert "hint" in more.text()
    typing.keys((Qt.Key.Key_M, ALT))
    assert {"hint", "explanation", "tags", "as_of", "review_by", "image"} <= set(typing.visible())
    typing.keys((Qt.Key.Key_M, ALT))
    typing.show(replace(Fields(), hint="A president"))
    assert "hint" in typing.visible()
    assert "tags" not in typing.visible()
    typing.show(Fields(), (held("E401", "office-now", "as_of", word="president"),))
    assert "as_of" in typing.visible()
    typing.form.focus_field("tags")
    assert "tags" in typing.visible()


def test_findings_stand_beside_their_field(typing: Typing) -> None:
    """With the mend as a button; what is about no field stands over the form."""
    mend = Mend("take-texts-own", (), ((("evidence", "quote"), "words"),))
    facts = {"quote": "w", "source": "letter", "passage": "words"}
    finding = held("E203", "quote-near", "evidence.quote", mend=mend, **facts)
    whole = replace(finding, key="", mend=None)
    typing.show(fields_of(QUESTIONS[Kind.SHORT]), (finding, whole))
    slot = next(s for s in typing.form.parts.of(Kind.SHORT) if s.field == "quote")
    (note,) = slot.group.notes()
    assert note.weight is Weight.ERROR
    assert note.finding == finding
    assert [one.finding for one in typing.form.head.notes()] == [whole]
    buttons = [b for b in slot.group.findChildren(QPushButton, "mend") if b.isVisible()]
    with typing.qtbot.waitSignal(typing.form.mend) as heard:
        buttons[0].click()
    assert heard.args == [finding]


def test_a_mend_by_its_button_leaves_the_cursor_in_the_field(typing: Typing) -> None:
    """The button goes with its note; one goes on typing where it stood."""
    mend = Mend("drop-accepted", (("spelling", "osmani"),))
    finding = held("E504", "accepted-for-nothing", "accept", mend=mend, spelling="osmani")
    fields = fields_of(QUESTIONS[Kind.SHORT])
    typing.show(fields, (finding,))
    slot = typing.form.parts.at(typing.form.parts.spellings)
    next(b for b in slot.group.findChildren(QPushButton, "mend") if b.isVisible()).setFocus()
    typing.show(fields)
    typing.keys("!")
    assert typing.form.fields().accept[0][0] == "Osmani!"


def test_every_finding_of_a_field_has_its_place(typing: Typing) -> None:
    """Keys of a deck file are the form's fields; a key of another kind stands over the form."""
    for key, field in (
        ("answer", "answers"),
        ("prompt", "prompt"),
        ("wrong", "wrong"),
        ("image_alt", "image"),
        ("evidence.source", "quote"),
    ):
        typing.show(fields_of(QUESTIONS[Kind.SHORT]), (_held_at(key),))
        assert typing.notes(field), key
    typing.show(fields_of(QUESTIONS[Kind.SHORT]), (_held_at("pairs"),))
    assert typing.form.head.notes()


def _held_at(key: str) -> Finding:
    return held("E315", "hint-is-answer", key, answer="Vjosa Osmani")


def test_dates_and_numbers_are_said_in_words(typing: Typing) -> None:
    """As they are understood, where they could be taken otherwise."""
    typing.begin(Kind.DATE)
    typing.type_into("answers", "3 mar 2022")
    slot = typing.form.parts.at(typing.form.parts.answer)
    assert slot.group.read_words() == "3 March 2022"
    typing.keys(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert typing.notes("answers")
    typing.begin(Kind.NUMBER)
    typing.type_into("answers", "13770")
    assert slot.group.read_words() == "13\u202f770"


def test_alt_g_hides_the_words_selected(typing: Typing) -> None:
    """Or the word at the cursor; the gaps are listed with their spellings."""
    typing.begin(Kind.CLOZE)
    typing.keys("Kosovo left Serbia")
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    typing.keys((Qt.Key.Key_G, ALT))
    assert typing.form.fields().prompt == "Kosovo left {{Serbia}}"
    typing.type_into("accept", "Srbija")
    assert typing.form.fields().accept == (("Srbija", "Serbia"),)
    typing.form.focus_first()
    for _ in range(2):
        typing.keys(Qt.Key.Key_Left)
    typing.keys("n")
    assert typing.form.fields().prompt == "Kosovo left {{Serbian}}"
    assert typing.form.fields().accept == (("Srbija", "Serbian"),)


def test_kinds_are_chosen_from_a_menu(typing: Typing) -> None:
    """The one at hand asks for nothing."""
    typing.show(fields_of(QUESTIONS[Kind.SHORT]))
    menu = typing.form.head.kind_menu()
    assert len(menu.actions()) == len(Kind)
    with typing.qtbot.waitSignal(typing.form.kind_wanted) as heard:
        menu.actions()[list(Kind).index(Kind.CLOZE)].trigger()
    assert heard.args == [Kind.CLOZE]
    with typing.qtbot.assertNotEmitted(typing.form.kind_wanted):
        menu.actions()[0].trigger()


def test_what_students_said_stands_beside_the_question(typing: Typing) -> None:
    """A spelling is taken in by one click."""
    fields = fields_of(QUESTIONS[Kind.SHORT])
    typing.form.show_question(fields, (), (), DECK, TEXTS, ("Madam Osmani",), ("It is wrong",))
    button = typing.form.findChild(QPushButton, "accept 0")
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    with typing.qtbot.waitSignal(typing.form.accept_spelling) as heard:
        button.click()
    assert heard.args == ["Madam Osmani"]
    typing.show(fields)
    assert not typing.form.head._students.isVisible()


def test_suggestions_are_taken_in_by_a_key(typing: Typing) -> None:
    """Alt+S asks, Space or Enter takes one; none is left over for the next question."""
    fields = replace(fields_of(QUESTIONS[Kind.CHOICE]), wrong=("Albania",))
    typing.show(fields)
    typing.form.focus_field("wrong")
    typing.keys((Qt.Key.Key_S, ALT))
    offered = typing.form.suggesting.wrong.texts()
    assert "Greece" in offered or "Serbia" in offered
    first = offered[0]
    typing.keys(ENTER)
    assert typing.form.fields().wrong == ("Albania", first)
    assert first not in typing.form.suggesting.wrong.texts()
    typing.show(fields_of(QUESTIONS[Kind.SHORT]))
    assert typing.form.suggesting.wrong.texts() == ()


def test_spellings_are_suggested(typing: Typing) -> None:
    """The surname, where no other answer could be meant."""
    typing.show(replace(fields_of(QUESTIONS[Kind.SHORT]), accept=()))
    typing.form.focus_field("accept")
    typing.keys((Qt.Key.Key_S, ALT), ENTER)
    assert typing.form.fields().accept == (("Osmani", ""),)


def test_forms_are_switched(typing: Typing) -> None:
    """In the order of the forms, whatever was pressed first."""
    typing.show(fields_of(QUESTIONS[Kind.SHORT]))
    typing.form.focus_field("forms")
    typing.keys(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert typing.form.fields().forms == (Form.RECALL,)


@pytest.mark.parametrize("kind", list(Kind))
def test_tab_goes_in_reading_order(typing: Typing, kind: Kind) -> None:
    """From the kind down to the last field, with everything unfolded."""
    typing.show(fields_of(QUESTIONS[kind]))
    typing.form.focus_field("hint")
    typing.window.resize(460, 3000)
    QApplication.processEvents()
    start: QWidget = typing.form.head.kind_button
    start.setFocus()
    seen: list[tuple[int, int]] = []
    for _ in range(120):
        at = QApplication.focusWidget()
        assert at is not None
        corner = at.mapTo(typing.window, QPoint(0, 0))
        seen.append((corner.y(), corner.x()))
        typing.keys(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            break
    assert len(seen) > 8
    rows = [y for y, _x in seen]
    for before, after in pairwise(seen):
        assert after[0] >= before[0] - 14, (rows, before, after)


@pytest.mark.parametrize("kind", [Kind.LIST, Kind.MULTI, Kind.CLOZE, Kind.ORDER, Kind.MATCH])
def test_tab_goes_from_field_to_field_in_rows(typing: Typing, kind: Kind) -> None:
    """Whoever types on after Tab types into a field, down to what the answer rests on."""
    typing.show(fields_of(QUESTIONS[kind]))
    typing.form.focus_first()
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QPlainTextEdit), (kind, focus)
        typing.keys(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None and typing.form.parts.evidence.isAncestorOf(focus):
            break
    else:
        pytest.fail("Tab does not come to what it rests on")


def test_tab_goes_on_from_the_last_suggestion_that_was_taken(typing: Typing) -> None:
    """The focus stands on the button that asks then, which Tab itself does not come to."""
    typing.show(replace(fields_of(QUESTIONS[Kind.SHORT]), accept=()))
    typing.form.focus_field("accept")
    typing.keys((Qt.Key.Key_S, ALT), ENTER, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert typing.form.parts.evidence.isAncestorOf(focus)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_is_cut_off(typing: Typing, theme: Theme, kind: Kind, percent: int) -> None:
    """Narrow and with large text: every part is inside the form, as wide as it needs to be."""
    theme.set_text_size(percent)
    typing.window.resize(380, 560)
    typing.show(fields_of(QUESTIONS[kind]))
    typing.form.focus_field("hint")
    QApplication.processEvents()
    page = typing.form._page
    assert page.body.width() <= page.viewport().width()
    for child in page.body.findChildren(QWidget):
        if child.isVisible() and child.parentWidget() is not None:
            right = child.mapTo(page.body, QPoint(child.width(), 0)).x()
            assert right <= page.body.width(), (kind, child, child.accessibleName())
            assert child.width() >= child.minimumSizeHint().width(), (kind, child)


@pytest.mark.parametrize("kind", list(Kind))
def test_everything_has_a_name(typing: Typing, kind: Kind) -> None:
    """A screen reader says what each control is."""
    typing.show(fields_of(QUESTIONS[kind]))
    typing.form.focus_field("hint")
    for child in typing.form.findChildren(QWidget):
        if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = child.accessibleName() or (
                child.text() if isinstance(child, QPushButton) else ""
            )
            assert name.strip(), child


def test_boxes_are_as_high_as_their_words(typing: Typing) -> None:
    """At every width, also when the window grows narrow."""
    typing.show(fields_of(QUESTIONS[Kind.SHORT]))
    heights = []
    for width in (800, 420, 250, 800):
        typing.window.resize(width, 800)
        for _ in range(6):
            QApplication.processEvents()
        heights.append(typing.form.parts.prompt.height())
    assert heights[0] == heights[3]
    assert heights[0] < heights[1] < heights[2]


def test_a_deck_without_sources(typing: Typing) -> None:
    """Alt+E asks for a source to be added."""
    typing.form.show_question(Fields(), (), (), Deck("d", "A deck"), {})
    typing.form.focus_first()
    with typing.qtbot.waitSignal(typing.form.source_wanted):
        typing.keys((Qt.Key.Key_E, ALT))


def test_what_was_found_far_below_is_said_above_and_reached_by_a_key(typing: Typing) -> None:
    """The list says that there are findings; the form says where, and goes there."""
    found = (
        held("E305", "options-alike", "wrong", option="Kurti", other="Albin Kurti"),
        held("E404", "review-before-as-of", "as_of", review="2020", as_of="2021"),
    )
    typing.show(fields_of(QUESTIONS[Kind.SHORT]), found)
    link = typing.form.head.findChild(QPushButton, "found")
    assert link is not None
    assert link.text() == "2 findings: Wrong options; As of: when it was true · Alt+F"
    typing.form.focus_first()
    seen = []
    for _time in range(3):
        typing.keys((Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier))
        focus = QApplication.focusWidget()
        slots = typing.form.parts.of(Kind.SHORT)
        seen.append(next(s.field for s in slots if focus and s.group.isAncestorOf(focus)))
    assert seen == ["wrong", "as_of", "wrong"]


def test_where_nothing_was_found_nothing_is_said_above(typing: Typing) -> None:
    """What is yet to be typed is no finding."""
    typing.show(Fields(kind=Kind.SHORT))
    link = typing.form.head.findChild(QPushButton, "found")
    assert link is not None
    assert not link.isVisible()
    assert not typing.form.can_do("finding")
