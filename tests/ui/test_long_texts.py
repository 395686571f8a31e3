"""Millions of letters where a question has a hundred: they are shown cut, and stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import study_samples as samples
from editor_house import BRIDGES, House
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from study_page_desk import Desk

from quizapp.author.field_reading import fields_of
from quizapp.ui.text_block import LONGEST_SHOWN
from quizapp.ui.theme import Theme

LONG = "Which river? " * 400_000
CUT = f"… (cut here: the whole has {len(LONG):,} characters)"


@pytest.fixture
def house(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[House]:
    """A window on a home with one deck of two questions, the first of which is endless."""
    made = House(qtbot, theme, tmp_path / "home")
    long = BRIDGES.replace("Which river does the old bridge cross?", LONG)
    made.path.write_text(long, encoding="utf-8")
    yield made
    made.close()


def test_the_study_page_shows_its_beginning(desk: Desk) -> None:
    """With a word that says so; the same for an answer."""
    desk.show(replace(samples.SHORT, prompt=LONG))
    assert desk.page.frame.prompt.words().startswith(LONG[:LONGEST_SHOWN] + CUT)
    shown = samples.ANSWERS["short"]
    desk.page.show_answer(replace(shown, explanation=LONG))
    assert desk.page.frame.answer.explanation.text() == LONG[:LONGEST_SHOWN] + CUT


@pytest.mark.parametrize("name", ["flashcard", "cloze"])
def test_cards_and_gaps_are_cut_too(desk: Desk, name: str) -> None:
    """Markdown and text with gaps are no longer than other words."""
    shown = samples.QUESTIONS[name]
    desk.show(replace(shown, prompt=shown.prompt + LONG))
    assert len(desk.page.frame.prompt.words()) < LONGEST_SHOWN + 200


def test_the_editor_shows_it_cut_and_changes_nothing_of_it(house: House) -> None:
    """Its box takes no letters and says why; other fields are typed in and saved."""
    page = house.edit()
    prompt = page.form.parts.prompt
    box = prompt.findChild(QPlainTextEdit)
    assert box is not None
    assert box.isReadOnly()
    assert len(box.toPlainText()) == LONGEST_SHOWN
    assert prompt.text() == LONG
    assert prompt.refusal.startswith("Only the first 20,000 of 5,200,000 characters are shown")
    page.form.focus_first()
    house.type("x")
    prompt.insert("x")
    prompt.wrap_selection("{{", "}}")
    assert prompt.text() == LONG
    page.form.focus_field("answers")
    house.type("i")
    house.router.leave_deck(may_ask=False)
    question = house.deck().questions[0]
    assert question.prompt.split() == LONG.split()
    assert fields_of(question).answers == ("Drini",)


def test_another_question_is_typed_in_as_ever(house: House) -> None:
    """The box is open again, and says nothing."""
    page = house.edit()
    page.step_by(1)
    page.form.focus_first()
    house.type("?")
    assert page.form.parts.prompt.text().endswith("Albania??")
    assert page.form.parts.prompt.refusal == ""


def test_lists_show_no_more_than_a_line_has_room_for(house: House) -> None:
    """Of the editor and of the deck's page alike."""
    page = house.edit()
    assert len(page.list.list.shown_lines()[0].title) < 1000
