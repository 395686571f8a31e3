"""The live preview and the trial: the study page's own frame and marking, and no stolen focus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
import study_samples
from editor_samples import DECK, FOLDER, QUESTIONS, TEXTS
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.author.trying import ways
from quizapp.content.question import Choice, Form, Kind, Question, Short
from quizapp.ui.editor_preview import EditorPreview
from quizapp.ui.editor_try import TrySheet
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme


class Beside:
    """A field that is being typed in, with the preview beside it."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.window = QWidget()
        self.icons = Icons(study_samples.ICONS, theme)
        self.preview = EditorPreview(theme, self.icons, lambda: 100.0)
        self.field = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.field)
        column.addWidget(self.preview, 1)
        self.window.resize(500, 700)
        qtbot.addWidget(self.window)
        self.window.show()
        self.field.setFocus()

    def show(self, kind: Kind) -> None:
        """Show the sample of a kind."""
        self.preview.show_question(QUESTIONS[kind], DECK, TEXTS, FOLDER)


@pytest.fixture
def beside(qtbot: QtBot, theme: Theme) -> Iterator[Beside]:
    """A preview beside a field."""
    made = Beside(qtbot, theme)
    yield made
    made.window.close()


def _buttons(beside: Beside) -> dict[str, QWidget]:
    return {
        button.text(): button
        for button in (*beside.preview._sides.buttons(), *beside.preview._forms.buttons())
        if button.isVisible()
    }


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_shown_and_takes_no_focus(qtbot: QtBot, beside: Beside, kind: Kind) -> None:
    """Both sides, every way; what is typed elsewhere is not disturbed."""
    beside.show(kind)
    assert beside.preview.frame.isVisible()
    for at in range(len(ways(QUESTIONS[kind]))):
        beside.preview._forms.button(at).click()
        for side in (1, 0):
            beside.preview._sides.button(side).click()
            assert beside.preview.frame.answer.isVisible() == bool(side)
            assert beside.field.hasFocus()
    takers = [
        child
        for child in beside.preview.frame.findChildren(QWidget)
        if child.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert takers == []
    del qtbot


def test_ways_are_named(beside: Beside) -> None:
    """Forms of a short question, gaps of a cloze, directions of a card."""
    beside.show(Kind.SHORT)
    assert list(_buttons(beside)) == ["Question", "Answer", "Choose", "Type", "Recall"]
    beside.show(Kind.CLOZE)
    assert list(_buttons(beside))[2:] == ["kosovo", "serbia", "year"]
    beside.show(Kind.CHOICE)
    assert list(_buttons(beside)) == ["Question", "Answer"]


def test_what_is_typed_comes_a_moment_later(qtbot: QtBot, beside: Beside) -> None:
    """The same question is shown anew after a rest, another one at once."""
    beside.show(Kind.CHOICE)
    before = beside.preview.frame.prompt.words()
    changed = Question(QUESTIONS[Kind.CHOICE].id, Choice("Where?", "Kosovo", ("Serbia",)))
    beside.preview.show_question(changed, DECK, TEXTS, FOLDER)
    assert beside.preview.frame.prompt.words() == before
    qtbot.waitUntil(lambda: beside.preview.frame.prompt.words() == "Where?")


def test_the_way_looked_at_stays(beside: Beside) -> None:
    """A form is kept while the question is typed on."""
    beside.show(Kind.SHORT)
    beside.preview._forms.button(1).click()
    beside.show(Kind.SHORT)
    beside.preview.show_now()
    assert beside.preview.way is not None
    assert beside.preview.way.form is Form.TYPE


def test_a_second_wrong_option_has_it_chosen_unless_the_author_looks_at_another_way(
    beside: Beside,
) -> None:
    """It is shown as a student is asked at first, however it had to be asked before."""
    short = QUESTIONS[Kind.SHORT]
    assert isinstance(short.body, Short)
    one_wrong = replace(short, body=replace(short.body, wrong=("Edi Rama",)))

    def form_of(question: Question) -> Form | None:
        beside.preview.show_question(question, DECK, TEXTS, FOLDER)
        beside.preview.show_now()
        return beside.preview.way.form if beside.preview.way is not None else None

    assert form_of(one_wrong) is Form.TYPE
    assert form_of(short) is Form.CHOOSE
    beside.preview._forms.button(2).click()
    assert form_of(one_wrong) is Form.RECALL
    assert form_of(short) is Form.RECALL


def test_nothing_to_see_yet(beside: Beside) -> None:
    """A question without words is not shown, nor can it be tried."""
    empty = Question(QUESTIONS[Kind.CHOICE].id, Choice("", "", ()))
    beside.preview.show_question(empty, DECK, TEXTS, FOLDER)
    assert not beside.preview.frame.isVisible()
    assert not beside.preview._try.isEnabled()


def test_a_trial_goes_through_all_forms(qtbot: QtBot, beside: Beside) -> None:
    """Chosen, typed, recalled; each marked; then the sheet is gone."""
    sheet = TrySheet(
        beside.preview._theme, beside.icons, iter(range(0, 10**6, 5)).__next__, beside.window
    )
    sheet.ask(QUESTIONS[Kind.SHORT], DECK, TEXTS, FOLDER)
    qtbot.waitUntil(sheet.isVisible)
    page = sheet.page
    options = [row._words for row in page.frame.question.options._rows[:3]]
    qtbot.keyClick(page, str(options.index("Edi Rama") + 1))
    assert "Wrong" in page.frame.answer.mark.words
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.way is not None and sheet.way.form is Form.TYPE)
    field = page.frame.question.fields.focused()
    assert field is not None
    qtbot.keyClicks(field, "Osmani")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Right" in page.frame.answer.mark.words
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.way is not None and sheet.way.form is Form.RECALL)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    with qtbot.waitSignal(sheet.ended):
        qtbot.keyClick(page, "3")


def test_a_trial_is_left_by_esc(qtbot: QtBot, beside: Beside) -> None:
    """At any time, back to the editor; it begins with the form that is looked at."""
    assert beside.preview.try_out() is None
    beside.show(Kind.SHORT)
    beside.preview._forms.button(1).click()
    sheet = beside.preview.try_out()
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    assert sheet.way == ways(QUESTIONS[Kind.SHORT])[1]
    with qtbot.waitSignal(sheet.ended):
        qtbot.keyClick(sheet.page, Qt.Key.Key_Escape)


def test_esc_ends_a_trial_where_it_stands_marked_too(qtbot: QtBot, beside: Beside) -> None:
    """No other form is asked of who wants to leave."""
    sheet = TrySheet(
        beside.preview._theme, beside.icons, iter(range(0, 10**6, 5)).__next__, beside.window
    )
    sheet.ask(QUESTIONS[Kind.SHORT], DECK, TEXTS, FOLDER)
    qtbot.waitUntil(sheet.isVisible)
    qtbot.keyClick(sheet.page, "1")
    assert sheet.page.frame.answer.mark.words
    with qtbot.waitSignal(sheet.ended):
        qtbot.keyClick(sheet.page, Qt.Key.Key_Escape)
