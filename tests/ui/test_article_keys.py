"""Keys on New from article: undo leads back, the list is decided in, and none is lost."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import articles_shown
import pytest
from article_table import Table
from articles_shown import PROMPTS, span_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.content.question import Question
from quizapp.generate.article import Article
from quizapp.generate.candidate import Candidate, Field, Finding
from quizapp.generate.desk import State
from quizapp.generate.ground import Ground
from quizapp.ui.theme import Theme


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> Table:
    """A table with an article of every light."""
    return Table(qtbot, theme, articles_shown.desk())


def test_undo_goes_back_to_what_it_undoes(table: Table) -> None:
    """Refused, undone, refused again: it is the same question both times."""
    item = table.view.at
    for _ in range(2):
        table.press(Qt.Key.Key_R)
        table.press(Qt.Key.Key_Return)
        assert table.view.at != item
        assert table.desk.item(item).state is State.REFUSED
        table.press(Qt.Key.Key_Z)
        assert table.view.at == item
        assert "Refused" not in table.view.question._standing.text()
    assert table.desk.counts.refused == 0


def test_undo_shows_a_doubtful_question_again(table: Table) -> None:
    """It would be hidden again with the decision gone, and nobody would see what was undone."""
    table.press(Qt.Key.Key_D)
    table.go_to("doubtful")
    item = table.view.at
    table.press(Qt.Key.Key_A)
    table.press(Qt.Key.Key_D)
    table.press(Qt.Key.Key_Z)
    assert table.view.at == item
    assert table.desk.show_red


def test_after_an_own_question_is_taken_back_one_stays_near(table: Table) -> None:
    """What comes in its place is at hand, and not the first of all."""
    for _ in range(3):
        table.press(Qt.Key.Key_J)
    table.view.article.text.setFocus()
    table.view.article.text.select(span_of("Ana Duka"))
    table.press(Qt.Key.Key_Return)
    place = [item.id for item in table.desk.items].index(table.view.at)
    table.press(Qt.Key.Key_Z)
    assert [item.id for item in table.desk.items].index(table.view.at) == place
    assert not table.desk.show_red


def test_undo_in_the_form_takes_back_what_was_typed(table: Table) -> None:
    """From a button of the form the key undoes the edit, not what was decided before it."""
    table.press(Qt.Key.Key_A)
    at = table.view.at
    table.press(Qt.Key.Key_E)
    table.type(" Now")
    table.view.question.form.kind_button.setFocus()
    table.press(Qt.Key.Key_Z)
    assert not table.editing()
    assert (table.view.at, table.desk.counts.kept) == (at, 1)
    assert not table.desk.item(at).edited


def test_what_is_pressed_while_the_desk_is_away_is_done_after(table: Table) -> None:
    """In its order, and on the question that is at hand by then."""
    first, second = (item.id for item in table.desk.items[:2])
    table.view.hold(held=True)
    table.press(Qt.Key.Key_A)
    table.press(Qt.Key.Key_Z)
    table.press(Qt.Key.Key_J)
    table.press(Qt.Key.Key_A)
    assert table.desk.counts.kept == 0
    table.view.hold(held=False)
    table.qtbot.waitUntil(lambda: table.desk.counts.kept == 1)
    assert table.desk.item(first).state is State.OPEN
    assert table.desk.item(second).state is State.KEPT


def test_letters_command_in_the_list_too(table: Table) -> None:
    """J and K choose a line, A keeps that one and goes on in the list, L leaves it."""
    items = table.desk.items
    table.press(Qt.Key.Key_L)
    table.press(Qt.Key.Key_J)
    assert table.view.at == table.view.question.list.list.key == items[1].id
    assert table.view.checks.failed == 1
    table.press(Qt.Key.Key_A)
    assert table.desk.item(items[1].id).state is State.KEPT
    assert table.view.at == table.view.question.list.list.key == items[2].id
    table.press(Qt.Key.Key_K)
    table.press(Qt.Key.Key_K)
    table.press(Qt.Key.Key_K)
    assert table.view.at == items[-1].id
    table.press(Qt.Key.Key_L)
    assert table.view.question.card.hasFocus()
    assert table.prompt == items[-1].question.prompt


@pytest.mark.parametrize(
    ("key", "editing"), [(Qt.Key.Key_E, True), (Qt.Key.Key_R, False)]
)  # fmt: skip
def test_a_line_is_edited_or_refused_where_it_is_seen(
    table: Table, key: Qt.Key, editing: bool
) -> None:
    """The question of that line comes up for it."""
    table.press(Qt.Key.Key_L)
    table.press(Qt.Key.Key_J)
    table.press(key)
    assert not table.view.question.listing
    assert (table.editing(), table.view.question.refusing) == (editing, not editing)
    assert table.view.at == table.desk.items[1].id


def test_undo_in_the_list_chooses_the_line(table: Table) -> None:
    """What was undone is the line that is chosen."""
    table.press(Qt.Key.Key_L)
    first = table.view.at
    table.press(Qt.Key.Key_A)
    table.press(Qt.Key.Key_Z)
    assert table.view.question.listing
    assert table.view.question.list.list.key == first


def test_escape_leaves_the_filter_and_then_the_list(table: Table) -> None:
    """Letters type in the field, and command once it is left."""
    table.press(Qt.Key.Key_L)
    lists = table.view.question.list
    lists.filter.setFocus()
    table.type("bridge")
    assert table.view.question.listing
    table.press(Qt.Key.Key_Escape)
    assert table.focus is lists.list
    table.press(Qt.Key.Key_A)
    assert table.desk.counts.kept == 1
    table.press(Qt.Key.Key_Escape)
    assert not table.view.question.listing


def test_coming_back_in_the_middle_of_a_refusal_one_types_on(table: Table) -> None:
    """The focus is in the field for the reason, where letters do not command."""
    table.press(Qt.Key.Key_R)
    table.view.question.card.setFocus()
    table.page.focus_first()
    table.type("a")
    assert table.desk.counts.kept == 0
    table.press(Qt.Key.Key_Return)
    assert table.desk.items[0].reason == "a"


def test_an_empty_list_decides_nothing(table: Table) -> None:
    """Where the filter leaves none, no key is for a question that nobody sees."""
    table.press(Qt.Key.Key_L)
    lists = table.view.question.list
    lists.filter.setText("nothing like that")
    lists.focus_first()
    for key in (Qt.Key.Key_A, Qt.Key.Key_J, Qt.Key.Key_1):
        table.press(key)
    assert table.desk.counts.kept == 0
    lists.filter.clear()
    table.press(Qt.Key.Key_A)
    assert table.desk.counts.kept == 1


def test_keys_are_heard_from_elsewhere_in_the_window(qtbot: QtBot, theme: Theme) -> None:
    """With the focus on what stands beside the page they decide all the same."""
    table = Table(qtbot, theme, articles_shown.desk())
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    other = QPushButton("Today")
    column.addWidget(other)
    column.addWidget(table.page)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_A)
    assert table.desk.counts.kept == 1
    table.page.hide()
    qtbot.keyClick(other, Qt.Key.Key_A)
    assert table.desk.counts.kept == 1


def test_hiding_the_doubtful_ones_names_its_key(table: Table) -> None:
    """As showing them does."""
    for words in ("Show it", "Hide the doubtful ones"):
        assert table.button("red").text() == f"{words}  D"
        table.press(Qt.Key.Key_D)


class Beside(articles_shown.Rules):
    """Rules that hold against one question that another is there."""

    def repeats(
        self,
        question: Question,
        ground: Ground,  # noqa: ARG002 - the rules' own need it
        others: Sequence[Question],
        among: Collection[str],
    ) -> tuple[Finding, ...]:
        """The other, as long as it counts."""
        for other in others:
            both = question.prompt == PROMPTS["gap"] and other.prompt == PROMPTS["ready"]
            if both and other.id in among:
                facts = (("prompt", other.prompt), ("question", other.id or ""))
                return (Finding("no-repeat", "answers-each-other", True, Field.PROMPT, facts),)
        return ()

    def propose(self, article: Article) -> tuple[Candidate, ...]:
        """The same, with that found already."""
        found = super().propose(article)
        others = [one.question for one in found]
        ids = {one.id or "" for one in others}
        held = (self.repeats(one, self.ground(article), others, ids) for one in others)
        return tuple(
            replace(each, findings=each.findings + more)
            for each, more in zip(found, held, strict=True)
        )


def test_of_two_that_answer_each_other_one_key_takes_this_one(qtbot: QtBot, theme: Theme) -> None:
    """The other is refused, this one is free, and one undo brings the other back."""
    table = Table(qtbot, theme, articles_shown.desk(Beside()))
    table.press(Qt.Key.Key_D)
    table.go_to("gap")
    item = table.view.at
    assert table.view.checks.failed == 1
    table.press(Qt.Key.Key_1)
    assert table.state("ready") is State.REFUSED
    assert (table.view.at, table.view.checks.failed) == (item, 0)
    table.press(Qt.Key.Key_Z)
    assert table.prompt == PROMPTS["ready"]


def test_the_other_of_two_is_one_key_away(qtbot: QtBot, theme: Theme) -> None:
    """Before deciding between them both can be seen."""
    table = Table(qtbot, theme, articles_shown.desk(Beside()))
    table.press(Qt.Key.Key_D)
    table.go_to("gap")
    table.press(Qt.Key.Key_2)
    assert table.prompt == PROMPTS["ready"]
    assert table.state("ready") is State.OPEN
