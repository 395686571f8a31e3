"""Under a field the form says how what stands there is read, or what it takes."""

from __future__ import annotations

import articles_shown
import pytest
from article_table import Table
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.author.fields import Fields
from quizapp.content.question import Kind
from quizapp.ui.article_editing import TYPING_MS
from quizapp.ui.article_form import QuestionForm
from quizapp.ui.article_hints import hint
from quizapp.ui.theme import Role, Theme

LIKE = "Write it like 17 February 2008, March 2022 or 2008."


@pytest.mark.parametrize(
    ("name", "fields", "said"),
    [
        ("answers", Fields(Kind.DATE, answers=("",)), LIKE),
        ("answers", Fields(Kind.DATE, answers=("17 F",)), LIKE),
        ("answers", Fields(Kind.DATE, answers=("1",)), "The year 1 is wanted. For a day write"),
        ("answers", Fields(Kind.DATE, answers=("17.2.2008",)), "17 February 2008: day, month and"),
        ("answers", Fields(Kind.DATE, answers=("2/2008",)), "February 2008: month and year"),
        ("answers", Fields(Kind.DATE, answers=("2008",)), "The year 2008 is wanted."),
        ("answers", Fields(Kind.DATE, answers=("17 February 2008",), precision="year"),
         "17 February 2008: the year is wanted."),
        ("answers", Fields(Kind.NUMBER, answers=("",)), "Write it like 3,770"),
        ("answers", Fields(Kind.NUMBER, answers=("1.8 million",), unit="people"), "Read as 1"),
        ("answers", Fields(Kind.SHORT, answers=("1",)), ""),
        ("as_of", Fields(as_of=""), ""),
        ("as_of", Fields(as_of="Mar"), LIKE),
        ("as_of", Fields(as_of="3/2022"), "March 2022"),
        ("prompt", Fields(prompt="1"), ""),
    ],
)  # fmt: skip
def test_a_hint_says_how_it_is_read(name: str, fields: Fields, said: str) -> None:
    """Only for what is read as something, and for an as-of only once one is typed."""
    found = hint(name, fields)
    assert found.startswith(said)
    assert bool(found) == bool(said)


def role_of(form: QuestionForm) -> Role:
    """The colour in which the form says what is missing."""
    return form._trouble._role


def test_what_is_not_typed_to_its_end_is_no_fault(qtbot: QtBot, theme: Theme) -> None:
    """The beginning of a date is not marked wrong; Enter on it is, in words."""
    table = Table(qtbot, theme, articles_shown.desk())
    table.press(Qt.Key.Key_E)
    form = table.view.question.form
    form.turn_into(Kind.DATE)
    form.boxes["answers"].set_text("17 F")
    assert form.hints["answers"].text() == LIKE
    qtbot.waitUntil(lambda: "“17 F”" in form._trouble.text(), timeout=20 * TYPING_MS)
    assert role_of(form) is Role.MUTED
    table.press(Qt.Key.Key_Return)
    assert table.editing()
    assert role_of(form) is Role.WRONG
    form.boxes["answers"].set_text("17 March 2022")
    assert form.hints["answers"].text().startswith("17 March 2022")
    table.press(Qt.Key.Key_Return)
    assert not table.editing()
