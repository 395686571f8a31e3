"""Deciding on an article's questions: keys, editing, mends, asking, and where columns stand."""

from __future__ import annotations

from dataclasses import replace

import articles_shown
import drafting
import pytest
from article_table import Table
from articles_shown import PROMPTS, span_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.content.question import Kind, Short
from quizapp.generate.desk import SentenceState, State
from quizapp.ui.article_editing import TYPING_MS
from quizapp.ui.article_text import ArticleText, Offsets
from quizapp.ui.keys_help import KeysHelp
from quizapp.ui.theme import Theme

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> Table:
    """A table with an article of every light."""
    return Table(qtbot, theme, articles_shown.desk())


def test_keeping_is_one_key_and_goes_on(table: Table) -> None:
    """A keeps the question at hand and brings the next open one."""
    assert table.prompt == PROMPTS["ready"]
    table.press(Qt.Key.Key_A)
    assert table.state("ready") is State.KEPT
    assert table.prompt == PROMPTS["ages"]
    assert "1 kept" in table.view.question.counter.text()


@pytest.mark.parametrize("reason", ["", "Too easy"])
def test_refusing_asks_for_a_reason_that_may_stay_empty(table: Table, reason: str) -> None:
    """R, a reason or none, Enter: refused, and the next one is there."""
    item = table.view.at
    table.press(Qt.Key.Key_R)
    assert table.state("ready") is State.OPEN
    table.type(reason)
    table.press(Qt.Key.Key_Return)
    assert table.state("ready") is State.REFUSED
    assert table.desk.item(item).reason == reason
    assert table.prompt == PROMPTS["ages"]


def test_a_refusal_can_be_called_off(table: Table) -> None:
    """Esc in the field for the reason refuses nothing, and letters command again."""
    table.press(Qt.Key.Key_R)
    table.press(Qt.Key.Key_Escape)
    assert table.state("ready") is State.OPEN
    assert not table.view.question.refusing
    table.press(Qt.Key.Key_A)
    assert table.state("ready") is State.KEPT


def test_going_to_and_fro_decides_nothing(table: Table) -> None:
    """J and K go round through all that are shown."""
    seen = [table.view.at]
    for _ in table.desk.items:
        table.press(Qt.Key.Key_J)
        seen.append(table.view.at)
    assert seen[-1] == seen[0]
    assert len(set(seen)) == len(table.desk.items)
    table.press(Qt.Key.Key_K)
    assert table.view.at == seen[-2]
    assert table.desk.counts.kept == table.desk.counts.refused == 0


def test_doubtful_ones_are_hidden_until_asked_for(table: Table) -> None:
    """D shows them and hides them again."""
    assert PROMPTS["doubtful"] not in {i.question.prompt for i in table.desk.items}
    table.press(Qt.Key.Key_D)
    assert PROMPTS["doubtful"] in {i.question.prompt for i in table.desk.items}
    table.press(Qt.Key.Key_D)
    assert PROMPTS["doubtful"] not in {i.question.prompt for i in table.desk.items}


def test_a_digit_takes_a_mend(table: Table) -> None:
    """The check that failed is mended, and passes."""
    table.go_to("ages")
    assert table.view.checks.failed == 1
    table.press(Qt.Key.Key_1)
    item = table.desk.item(table.view.at)
    assert item.question.as_of == articles_shown.MARCH
    assert table.view.checks.failed == 0


def test_keeping_all_that_are_ready_is_asked_for(table: Table) -> None:
    """Shift+A asks for it, and decides nothing by itself."""
    with table.qtbot.waitSignal(table.view.keep_ready):
        table.press(Qt.Key.Key_A, SHIFT)
    assert table.desk.counts.kept == 0


def test_editing_stays_in_place_and_letters_type(table: Table) -> None:
    """E opens the form, letters go into it, Enter takes what stands there."""
    item = table.view.at
    table.press(Qt.Key.Key_E)
    assert table.editing()
    table.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    table.type("Which aerie was rejoined?")
    assert table.state("ready") is State.OPEN
    table.press(Qt.Key.Key_Return)
    assert not table.editing()
    assert table.desk.item(item).question.prompt == "Which aerie was rejoined?"
    assert table.desk.item(item).edited
    assert table.view.at == item


def test_checks_run_while_one_types(table: Table) -> None:
    """What is typed is judged soon after the last letter, without being kept."""
    table.press(Qt.Key.Key_E)
    box = table.view.question.form.boxes["prompt"]
    box.set_text(PROMPTS["doubtful"])
    table.qtbot.waitUntil(lambda: table.view.checks.failed == 1, timeout=20 * TYPING_MS)
    assert table.desk.item(table.view.at).question.prompt == PROMPTS["ready"]


def test_escape_leaves_the_form_and_keeps_its_words(table: Table) -> None:
    """Nothing that was typed is lost by leaving."""
    item = table.view.at
    table.press(Qt.Key.Key_E)
    table.type(" Now")
    table.press(Qt.Key.Key_Escape)
    assert table.desk.item(item).question.prompt.endswith("? Now")


def test_discarding_leaves_the_question_as_it_was(table: Table) -> None:
    """A button takes back what was typed."""
    table.press(Qt.Key.Key_E)
    table.type(" Now")
    table.click("discard")
    assert table.prompt == PROMPTS["ready"]
    assert not table.editing()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1270, 770), (900, 600)])
def test_the_buttons_that_end_the_form_are_whole_in_any_window(
    table: Table, width: int, height: int
) -> None:
    """They stand under the fields, which scroll."""
    table.page.resize(width, height)
    table.press(Qt.Key.Key_E)
    QApplication.processEvents()
    for name in ("done", "discard"):
        button = table.button(name)
        assert button.visibleRegion().boundingRect() == button.rect()
        assert button.sizeHint().width() <= button.width()


def test_an_unfinished_form_stays_and_says_what_is_missing(table: Table) -> None:
    """Without an answer it does not close, and leaving the page keeps the new wording."""
    item = table.view.at
    table.press(Qt.Key.Key_E)
    form = table.view.question.form
    form.boxes["answers"].set_text("")
    form.boxes["prompt"].set_text("Which town?")
    table.press(Qt.Key.Key_Return)
    assert table.editing()
    table.page.hide()
    question = table.desk.item(item).question
    assert question.prompt == "Which town?"
    assert isinstance(question.body, Short)
    assert question.body.answer == "Velin"


def test_a_question_can_become_another_kind(table: Table) -> None:
    """A short answer becomes a gap in its sentence, and back what it was."""
    table.press(Qt.Key.Key_E)
    form = table.view.question.form
    form.turn_into(Kind.CLOZE)
    made = form.question()
    assert made is not None
    assert made.kind is Kind.CLOZE
    assert "{{Velin}}" in made.prompt
    form.turn_into(Kind.SHORT)
    assert form.question() == table.desk.item(table.view.at).question


def test_selected_words_become_a_question_at_once(table: Table) -> None:
    """Enter in the article asks about what is selected; it is at hand, open and the author's."""
    text = table.view.article.text
    text.setFocus()
    text.select(span_of("Ana Duka"))
    table.press(Qt.Key.Key_Return)
    item = table.desk.item(table.view.at)
    assert item.own
    assert item.state is State.OPEN
    assert getattr(item.question.body, "answer", "") == "Ana Duka"
    table.press(Qt.Key.Key_A)
    assert table.desk.item(item.id).state is State.KEPT


def test_words_are_selected_by_keys_alone(table: Table) -> None:
    """W goes to the question's quote, Shift and arrows select, Enter asks, Esc would go back."""
    table.press(Qt.Key.Key_W)
    assert table.focus is table.view.article.text
    for _ in range(3):
        table.press(Qt.Key.Key_Right, CONTROL | SHIFT)
    table.press(Qt.Key.Key_Return)
    assert getattr(table.desk.item(table.view.at).question.body, "answer", "") == "The town of"
    table.press(Qt.Key.Key_W)
    table.press(Qt.Key.Key_Escape)
    table.press(Qt.Key.Key_A)
    assert table.desk.counts.kept == 1


def test_nothing_is_asked_about_nothing(table: Table) -> None:
    """Without a selection the button rests and Enter does nothing."""
    assert not table.view.article.ask_button.isEnabled()
    table.view.article.text.setFocus()
    before = len(table.desk.items)
    table.press(Qt.Key.Key_Return)
    assert len(table.desk.items) == before


def test_letters_command_also_from_the_article(table: Table) -> None:
    """The article takes no letters, so they decide."""
    table.view.article.text.setFocus()
    table.press(Qt.Key.Key_A)
    assert table.state("ready") is State.KEPT


def test_the_list_leads_to_any_question(table: Table) -> None:
    """L, a filter, Enter twice: that question is at hand."""
    table.press(Qt.Key.Key_L)
    lists = table.view.question.list
    table.qtbot.keyClicks(lists.filter, "masons")
    table.qtbot.keyClick(lists.filter, Qt.Key.Key_Return)
    table.press(Qt.Key.Key_Return)
    assert table.prompt == PROMPTS["gap"]
    assert not table.view.question.listing


@pytest.mark.parametrize(
    ("sieve", "left"), [("all", 7), ("red", 1), ("amber", 1), ("kept", 1), ("refused", 1)]
)
def test_the_list_is_sifted_by_light_and_state(table: Table, sieve: str, left: int) -> None:
    """Each button leaves the questions of its kind."""
    table.press(Qt.Key.Key_A)
    table.go_to("statement")
    table.press(Qt.Key.Key_R)
    table.press(Qt.Key.Key_Return)
    table.press(Qt.Key.Key_D)
    table.press(Qt.Key.Key_L)
    lists = table.view.question.list
    table.click(f"sieve {sieve}")
    assert lists.list.lines.rowCount() == left


def test_other_articles_are_one_key_away(table: Table) -> None:
    """O leaves the article, on which everything is kept."""
    with table.qtbot.waitSignal(table.view.left):
        table.press(Qt.Key.Key_O)


def test_undo_is_asked_for_and_shown(table: Table) -> None:
    """Z asks for it; what was taken back is said."""
    table.press(Qt.Key.Key_A)
    table.press(Qt.Key.Key_Z)
    assert table.said.at(table.said.count() - 1) == ["Not kept any more."]
    assert table.state("ready") is State.OPEN


def test_every_key_is_told(table: Table) -> None:
    """The question mark opens the list of keys."""
    table.press(Qt.Key.Key_Question, SHIFT)
    help_shown = table.view.findChild(KeysHelp)
    assert help_shown is not None
    help_shown.accept()


def test_nothing_left_to_decide_is_said(qtbot: QtBot, theme: Theme) -> None:
    """After the last decision the page stays and says that saving is next."""
    table = Table(qtbot, theme, articles_shown.desk())
    for _ in table.desk.items:
        table.press(Qt.Key.Key_A)
    assert table.desk.counts.open == 0
    assert "decided" in table.said.at(table.said.count() - 1)[0]


def test_where_nothing_was_found_one_can_still_ask(qtbot: QtBot, theme: Theme) -> None:
    """The empty page offers the step that fills it, and that step works."""
    table = Table(qtbot, theme, articles_shown.desk(articles_shown.NoRules()))
    assert "Select words" in table.view.question.nothing.text()
    table.view.article.text.select(span_of("Velin"))
    table.view.article.ask_button.click()
    assert table.desk.items[0].own


def test_saving_needs_something_kept(table: Table) -> None:
    """The button rests until a question is kept."""
    assert not table.button("save").isEnabled()
    table.press(Qt.Key.Key_A)
    with table.qtbot.waitSignal(table.view.save):
        table.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_sentences_follow_what_is_decided(table: Table) -> None:
    """The tints are the desk's states, and one sentence changes with one decision."""
    text = table.view.article.text
    before = {one.span: one.state for one in text._tinted}
    table.press(Qt.Key.Key_A)
    after = {one.span: one.state for one in text._tinted}
    changed = {span for span in after if after[span] is not before[span]}
    assert {span.of(drafting.TEXT) for span in changed} == {
        "The town of Velin reopened its old bridge on Monday."
    }
    assert all(after[span] is SentenceState.KEPT for span in changed)


@pytest.mark.parametrize(
    ("width", "size", "side_by_side"),
    [(1280, 100, 3), (1199, 100, 2), (900, 100, 2), (900, 80, 2), (799, 100, 1), (1280, 200, 1),
     (1280, 150, 2), (960, 80, 3)],
)  # fmt: skip
def test_columns_stand_as_the_width_allows(
    qtbot: QtBot, theme: Theme, width: int, size: int, side_by_side: int
) -> None:
    """Three from 1,200 pixels divided by the text size, two from 800, else one; all reachable."""
    table = Table(qtbot, theme, articles_shown.desk())
    theme.set_text_size(size)
    table.page.setMinimumSize(0, 0)
    table.page.resize(width, 800)
    QApplication.processEvents()
    columns = table.view.columns
    assert columns.count == side_by_side
    for name in ("left", "right", "middle"):
        columns.show_column(name)
        assert columns._columns[name].isVisible()
        shown = sum(column.isVisible() for column in columns._columns.values())
        assert shown == side_by_side


@pytest.mark.parametrize("text", ["plain", "a😀b😀😀c", "😀", "", "tail😀"])
def test_offsets_count_code_points(text: str) -> None:
    """Letters that are two for Qt are one for the article, both ways."""
    offsets = Offsets(text)
    for at in range(len(text) + 1):
        position = offsets.to_qt(at)
        assert position == len(text[:at].encode("utf-16-le")) // 2
        assert offsets.from_qt(position) == at


def test_a_selection_behind_wide_letters_is_exact(qtbot: QtBot, theme: Theme) -> None:
    """What is selected on screen is what is asked about."""
    view = ArticleText(theme)
    qtbot.addWidget(view)
    text = "😀😀 first\n\n😀 second line"
    view.show_text(text)
    span = replace(articles_shown.span_of("Velin"), start=text.index("second"), end=len(text))
    view.select(span)
    assert view.selection() == span
    assert view.textCursor().selectedText() == "second line"


def test_a_book_is_put_up_piece_by_piece(qtbot: QtBot, theme: Theme) -> None:
    """A long text is whole in the end, and the quote far down is marked then."""
    view = ArticleText(theme)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    text = "\n\n".join(f"Sentence {n} of a long book stands here." for n in range(4000))
    view.show_text(text)
    assert len(view.toPlainText()) < len(text)
    quote = replace(articles_shown.span_of("Velin"), start=len(text) - 10, end=len(text) - 1)
    view.show_quote(quote)
    qtbot.waitUntil(lambda: view.toPlainText() == text, timeout=20_000)
    assert view.verticalScrollBar().value() > 0
