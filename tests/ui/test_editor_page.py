"""The editor's page: questions are chosen, typed, moved, tagged, deleted and brought back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import study_samples
from editor_desk import FakeDesk, doubt, many, questions
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.author.told import Changed, Conflict, NewSource, Saved, SaveState, Side, Step
from quizapp.content.question import Kind
from quizapp.ui.editor_page import EditorPage
from quizapp.ui.editor_step_words import undo_words
from quizapp.ui.icons import Icons
from quizapp.ui.menu_button import MenuButton
from quizapp.ui.theme import Theme

Key = Qt.Key
NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Table:
    """The page with a fake desk on it."""

    def __init__(self, qtbot: QtBot, theme: Theme, desk: FakeDesk) -> None:
        self.qtbot = qtbot
        self.page = EditorPage(theme, Icons(study_samples.ICONS, theme), lambda: 0.0)
        qtbot.addWidget(self.page)
        self.page.resize(1280, 800)
        self.desk = desk
        self.said = QSignalSpy(self.page.said)
        self.page.show_desk(desk)
        self.page.show()
        self.page.activateWindow()
        self.page.focus_first()
        QApplication.processEvents()

    @property
    def focus(self) -> QWidget:
        """What has the keys."""
        return self.page.focusWidget()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self.focus, key, held)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        """Type where the focus is."""
        self.qtbot.keyClicks(self.focus, words)

    def prompts(self) -> list[str]:
        """What the list shows."""
        return [line.title for line in self.page.list.list.shown_lines()]

    def choose(self, *rows: int) -> None:
        """Choose lines of the list."""
        shown = self.page.list.list.shown_lines()
        self.page.list.focus_first()
        self.page.list.choose([shown[row].key for row in rows])
        self.page.list.chosen.emit(shown[rows[0]].key)

    def sift(self, name: str, option: str) -> None:
        """Choose an option of one of the list's menus."""
        button = self.page.list.findChild(MenuButton, f"sieve {name}")
        assert button is not None
        button.choose(option)
        button.taken.emit(option)

    def words(self) -> str:
        """The last line that was said."""
        return str(self.said.at(self.said.count() - 1)[0])


@pytest.fixture
def make(qtbot: QtBot, theme: Theme) -> Iterator[Callable[[FakeDesk], Table]]:
    """Puts desks on pages that are gone before the next test."""
    made: list[Table] = []

    def put(desk: FakeDesk) -> Table:
        made.append(Table(qtbot, theme, desk))
        return made[-1]

    yield put
    for table in made:
        table.page.close()
        table.page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def table(make: Callable[[FakeDesk], Table]) -> Table:
    """A deck of three questions, the first at hand."""
    return make(FakeDesk())


def test_what_is_typed_is_on_the_desk_and_in_the_list(table: Table) -> None:
    """A letter reaches the desk at once, and the list a moment later."""
    table.type("!")
    assert table.desk.fields(table.page.at).prompt.endswith("!")
    table.qtbot.waitUntil(lambda: table.prompts()[0].endswith("!"))


def test_an_unfinished_question_says_that_the_older_one_is_still_asked(table: Table) -> None:
    """Only where one stands in the deck; a new one is not asked at all."""

    def said() -> bool:
        label = table.page.form.head.findChild(QWidget, "as before")
        assert label is not None
        return label.isVisible()

    assert not said()
    at = table.page.at
    table.page.form.focus_field("answers")
    table.press(Key.Key_A, CTRL)
    table.press(Key.Key_Delete)
    table.qtbot.waitUntil(said)
    table.page.do_step("new")
    assert not said()
    table.page.list.choose([at])
    table.page.list.chosen.emit(at)
    assert said()
    table.page.form.focus_field("answers")
    table.type("42")
    table.qtbot.waitUntil(lambda: not said())


def test_undo_in_a_field_is_the_decks_own(table: Table) -> None:
    """Ctrl+Z takes the step back, in whichever field the focus stands, and Ctrl+Shift+Z not."""
    first = table.page.at
    table.type("!")
    table.choose(1)
    assert table.page.at != first
    table.page.focus_first()
    table.press(Key.Key_Z, CTRL)
    assert table.page.at == first
    assert not table.desk.fields(first).prompt.endswith("!")
    table.press(Key.Key_Z, CTRL | SHIFT)
    assert table.desk.fields(first).prompt.endswith("!")


def test_undo_says_what_it_takes_back(table: Table) -> None:
    """The button names the step."""
    undo = table.page.bar.findChild(QAbstractButton, "undo")
    assert undo is not None
    assert not undo.isEnabled()
    table.page.do(table.desk.tag, (table.page.at,), "stone")
    assert undo.text() == "Undo: add a tag"
    assert undo.isEnabled()


def test_a_new_question_is_of_the_kind_before(table: Table) -> None:
    """Ctrl+N behind a number is a number, and is typed into at once."""
    table.choose(1)
    table.page.focus_first()
    table.press(Key.Key_N, CTRL)
    assert table.desk.fields(table.page.at).kind is Kind.NUMBER
    assert table.desk.keys.index(table.page.at) == 2
    table.type("How long is it?")
    assert table.desk.fields(table.page.at).prompt == "How long is it?"


def test_several_are_deleted_and_come_back(table: Table) -> None:
    """Delete needs no question, since undo is there, and that is said."""
    table.choose(0, 1)
    table.press(Key.Key_Delete)
    assert len(table.desk.keys) == 1
    assert table.words() == "2 questions were deleted. Ctrl+Z brings them back."
    assert table.page.at == table.desk.keys[0]
    table.press(Key.Key_Z, CTRL)
    assert len(table.desk.keys) == len(table.prompts()) == 3


def test_all_deleted_offers_the_first_question(table: Table) -> None:
    """An empty deck says what would be here."""
    table.choose(0, 1, 2)
    table.press(Key.Key_Delete)
    assert table.page.at == ""
    assert table.page.empty.isVisible()
    table.press(Key.Key_N, CTRL)
    assert table.page.form.isVisible()


@pytest.mark.parametrize(
    ("row", "key", "order"),
    [
        (0, Key.Key_Down, [1, 0, 2]),
        (2, Key.Key_Up, [0, 2, 1]),
        (0, Key.Key_Up, [0, 1, 2]),
        (2, Key.Key_Down, [0, 1, 2]),
    ],
)
def test_alt_and_the_arrows_move_a_question(
    table: Table, row: int, key: Qt.Key, order: list[int]
) -> None:
    """One place at a time, and not beyond the ends; it stays the chosen one."""
    before = table.prompts()
    table.choose(row)
    chosen = table.page.list.chosen_keys
    table.press(key, ALT)
    assert table.prompts() == [before[at] for at in order]
    assert table.page.list.chosen_keys == chosen


def test_nothing_is_moved_where_the_order_is_another(table: Table) -> None:
    """In a list that is sifted "one up" has no meaning, and that is said."""
    before = list(table.desk.keys)
    table.page.list.filter.setText("river")
    table.choose(0)
    table.press(Key.Key_Up, ALT)
    assert list(table.desk.keys) == before
    assert "while all are listed" in table.words()


def test_search_and_sieves_leave_what_is_wanted(table: Table) -> None:
    """Words, kind, tag, state and age, together too."""
    lists = table.page.list
    lists.filter.setText("drin river")
    assert table.prompts() == ["Which river does it cross?"]
    lists.filter.clear()
    for name, option, count in (("kind", "number", 1), ("kind", "all", 3), ("tag", "rivers", 1)):
        table.sift(name, option)
        assert len(table.prompts()) == count, option


def test_a_question_that_the_sieve_hides_is_shown_when_it_is_wanted(table: Table) -> None:
    """Undo of a step on a hidden question lists all again."""
    first = table.desk.keys[0]
    table.page.do(table.desk.tag, (first,), "stone")
    table.page.list.filter.setText("river does")
    table.choose(0)
    assert table.page.at != first
    table.press(Key.Key_Z, CTRL)
    assert table.page.at == first
    assert len(table.prompts()) == 3


def test_sorting_puts_the_worst_first(make: Callable[[FakeDesk], Table]) -> None:
    """An unfinished question stands before one with a warning, and that before the others."""
    table = make(FakeDesk())
    last = table.desk.keys[2]
    table.page.do(table.desk.change, last, replace(table.desk.fields(last), answers=("",)))
    table.sift("sort", "state")
    assert table.prompts()[0] == "Which river does it cross?"


def test_a_duplicate_stands_behind_and_is_shown(table: Table) -> None:
    """Ctrl+D copies the question at hand."""
    table.press(Key.Key_D, CTRL)
    assert table.desk.keys.index(table.page.at) == 1
    assert table.prompts()[0] == table.prompts()[1]


def test_a_kind_that_drops_nothing_is_taken_at_once(table: Table) -> None:
    """And one that drops something is asked about first."""
    asked = QSignalSpy(table.page.kind_wanted)
    table.page.form.kind_wanted.emit(Kind.FLASHCARD)
    assert table.desk.fields(table.page.at).kind is Kind.FLASHCARD
    assert asked.count() == 0
    table.choose(2)
    table.page.form.kind_wanted.emit(Kind.NUMBER)
    assert asked.count() == 1
    assert table.desk.fields(table.page.at).kind is Kind.SHORT
    table.page.turn(asked.at(0)[1])
    assert table.desk.fields(table.page.at).kind is Kind.NUMBER


def test_escape_goes_to_the_list_and_then_back(table: Table) -> None:
    """From a field to the questions, from there to where one came from."""
    left = QSignalSpy(table.page.left)
    table.press(Key.Key_Escape)
    assert table.page.list.list.hasFocus()
    assert left.count() == 0
    table.press(Key.Key_Escape)
    assert left.count() == 1


def test_ctrl_page_keys_go_through_the_questions(table: Table) -> None:
    """Without leaving the form."""
    keys = table.desk.keys
    table.press(Key.Key_PageDown, CTRL)
    assert table.page.at == keys[1]
    table.press(Key.Key_PageUp, CTRL)
    table.press(Key.Key_PageUp, CTRL)
    assert table.page.at == keys[0]


def test_a_finding_is_mended_from_the_form(make: Callable[[FakeDesk], Table]) -> None:
    """The list tells of it until then."""
    desk = FakeDesk()
    finding = doubt()
    desk.held[desk.keys[0]] = (finding,)
    table = make(desk)
    under = table.page.list.list.shown_lines()[0].under
    assert under[0][0].endswith("1 finding")
    table.page.form.mend.emit(finding)
    assert not table.page.list.list.shown_lines()[0].under[0][0].endswith("1 finding")


def test_a_conflict_shows_both_and_one_is_chosen(table: Table) -> None:
    """Nothing is thrown away before that."""
    key = table.desk.keys[0]
    mine = '[[question]]\nid = "qaaaaaaaab"\nprompt = "Mine?"\nanswer = "Yes"\n'
    theirs = mine.replace("Mine", "Theirs")
    table.desk.outcome = Saved(SaveState.CONFLICT, conflicts=(Conflict(key, mine, theirs),))
    table.page.do(table.desk.tag, (key,), "stone")
    saving = table.desk.begin_save()
    assert saving is not None
    saving.run()
    table.desk.end_save(saving)
    table.page.show_saving(saving=False)
    assert table.page.bar.state.text() == "1 question was changed in two places"
    table.page.show_conflict()
    sheet = table.page.conflict
    assert sheet.isVisible()
    words = [label.text() for label in sheet.findChildren(type(table.page.bar.title))]
    assert any("Question: Mine?" in text for text in words)
    assert any("Question: Theirs?" in text for text in words)
    chosen = QSignalSpy(sheet.chosen)
    sheet.buttons[Side.BOTH].click()
    assert chosen.at(0) == [key, Side.BOTH]


def test_the_menu_of_commands_has_what_can_be_done(table: Table) -> None:
    """Undo is among it only where there is something to undo."""
    names = {command.name for command in table.page.commands()}
    assert {"editor.new", "editor.delete", "editor.try", "editor.back"} <= names
    assert "editor.undo" not in names
    table.page.do(table.desk.tag, (table.page.at,), "stone")
    assert "editor.undo" in {command.name for command in table.page.commands()}


def test_ten_thousand_questions_are_filtered_by_the_last_words(
    make: Callable[[FakeDesk], Table],
) -> None:
    """The list holds them all, and a filter finds one."""
    table = make(FakeDesk(start=many(10_000)))
    table.page.list.filter.setText("number 9876 of")
    assert len(table.prompts()) == 1
    table.page.list.filter.clear()
    assert len(table.prompts()) == 10_000


def test_a_changed_fact_offers_what_rests_on_it(make: Callable[[FakeDesk], Table]) -> None:
    """Another answer may make other questions wrong: they are named once, and listed if wanted."""
    first, number, river = questions()
    twin = replace(river, id="qzzzzzzzzz", evidence=first.evidence)
    table = make(FakeDesk(start=(first, number, river, twin)))
    table.page.form.focus_field("answers")
    table.type("!")
    table.qtbot.waitUntil(table.page.offer.isVisible)
    assert table.page.offer.words.startswith("1 other question rests on the same sentence")
    table.page.offer.step.emit("list")
    assert table.prompts() == [first.prompt, twin.prompt]
    assert not table.page.offer.isVisible()


def test_what_the_checks_bring_leaves_the_cursor_alone(table: Table) -> None:
    """Typing goes on where it was."""
    table.page.form.focus_field("prompt")
    table.press(Key.Key_Home)
    table.type("So: ")
    table.page.take(Changed(frozenset({table.page.at})))
    table.type("now")
    assert "So: now" in table.desk.fields(table.page.at).prompt


def test_a_source_that_is_added_can_be_rested_on_at_once(
    make: Callable[[FakeDesk], Table],
) -> None:
    """The form that is up offers to choose words in its text."""
    desk = FakeDesk()
    desk.remove_source("bridge")
    table = make(desk)
    evidence = table.page.form.parts.evidence
    table.page.do(table.desk.add_source, NewSource("About it", text="It was so. It is so."))
    button = evidence.findChild(QAbstractButton, "choose quote")
    assert button is not None
    assert button.isVisibleTo(evidence)


def test_undo_puts_the_cursor_where_it_undid(table: Table) -> None:
    """In the field that changed, of the question that is shown for it; also by the button."""
    table.choose(2)
    form = table.page.form
    form.focus_field("wrong", 1)
    table.type("x")
    table.choose(0)
    table.page.focus_first()
    table.press(Key.Key_Z, CTRL)
    assert table.page.at == table.desk.keys[2]
    assert form.parts.wrong.typing() == 1
    assert table.desk.fields(table.page.at).wrong[1] == "Shkumbin"
    table.press(Key.Key_Z, CTRL | SHIFT)
    assert form.parts.wrong.typing() == 1
    undo = table.page.bar.findChild(QAbstractButton, "undo")
    assert undo is not None
    undo.setFocus()
    undo.click()
    assert form.parts.wrong.typing() == 1


def test_undo_leaves_the_cursor_in_the_field_that_it_changes(table: Table) -> None:
    """Typing goes on there."""
    table.press(Key.Key_Home, CTRL)
    table.type("So")
    table.press(Key.Key_Z, CTRL)
    table.type("A")
    assert table.desk.fields(table.page.at).prompt.startswith("SAWhere")


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step("change", (("field", "answers"), ("kind", "short"))), "Undo: change answer"),
        (Step("change", (("field", "answers"), ("kind", "order"))), "Undo: change items"),
        (Step("change", (("field", "prompt"), ("kind", "short"))), "Undo: change question"),
        (Step("change", (("field", "as_of"), ("kind", "number"))), "Undo: change “as of”"),
        (Step("change", (("field", ""), ("kind", "short"))), "Undo: change question"),
        (Step("add", (("count", "1"),)), "Undo: add question"),
        (Step("add", (("count", "3"),)), "Undo: add 3 questions"),
        (Step("delete", (("count", "1"),)), "Undo: delete question"),
        (Step("source", (("how", "remove"),)), "Undo: remove source"),
        (Step("resolve"), "Undo: choose a version"),
        (None, "Undo"),
    ],
)
def test_undo_names_the_step(step: Step | None, words: str) -> None:
    """By the field, and by how many."""
    assert undo_words(step) == words
