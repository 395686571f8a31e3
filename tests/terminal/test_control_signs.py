"""Control characters in decks and bytes typed that are no letters do nothing and stop nothing."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from study_desk import Desk

from quizapp.content.question import Choice, Evidence, Flashcard, Order, Question, Short
from quizapp.schedule.store import SourceEntry
from quizapp.study.presenter import Presenter
from quizapp.study.today import today
from quizapp.study.view import DeckToday, StudyView, Wanted
from quizapp.terminal.control_signs import plain, plainly, without_halves
from quizapp.terminal.due_lines import due_lines
from quizapp.terminal.keyboard import Keyboard
from quizapp.terminal.screen import TerminalStudy

CLEAR, TITLE, C1 = "\x1b[2J", "\x1b]0;mine\x07", "\x9b31m"
WILD = CLEAR + TITLE + C1 + "\u202e"
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]")
QUESTIONS = [
    Question(
        "short22222",
        Short("Who " + WILD, "Vjosa " + WILD, wrong=("a" + WILD, "b")),
        hint="hint" + WILD,
        explanation="because" + WILD,
        attribution="she" + WILD,
        evidence=Evidence("text", "wrote" + WILD),
    ),
    Question("choic22222", Choice("Which" + WILD, "x" + WILD, ("y" + WILD, "z"))),
    Question("order22222", Order("In order" + WILD, ("1" + WILD, "2", "3" + WILD))),
    Question("flash22222", Flashcard("Front *" + WILD, "Back " + WILD)),
]


def study(desk: Desk, *lines: str, colour: bool = False) -> str:
    """What a terminal was sent while these lines were typed."""
    out = io.StringIO()
    console = Console(file=out, width=80, force_terminal=colour, highlight=False)
    typed = iter(lines)

    def read(prompt: str) -> str:
        out.write(prompt)
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    def door(view: StudyView) -> Presenter:
        return Presenter(view, desk.store, desk.store, desk.clock, lambda: desk.limits)

    TerminalStudy(console, Keyboard(read), door).run(Wanted())
    return out.getvalue()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.kind.value)
def test_no_control_of_a_deck_reaches_the_terminal(question: Question) -> None:
    """Prompt, options, hint, answer, evidence and the end show signs in place of controls."""
    desk = Desk(question)
    text = "Before" + WILD + ". wrote" + WILD + " After."
    desk.store.texts["deck"] = (SourceEntry("text", "A" + WILD, "B" + WILD, "2022", "", text),)
    sent = study(desk, "h", "0", "m", "4", "", "q")
    assert CONTROL.search(sent) is None
    assert "␛[2J" in sent.replace("\n", "")


def test_colour_is_not_taken_for_a_control() -> None:
    """What the program itself sends stays: only the deck's is made a sign."""
    sent = study(Desk(QUESTIONS[0]), "0", "q", colour=True)
    assert "\x1b[" in sent
    assert "\x1b[2J" not in sent
    assert "\x1b]0" not in sent


def test_a_title_on_today_is_shown_plainly() -> None:
    """In the lines of the day as well."""
    line = DeckToday("deck", "Civics" + WILD, 1, 2, 0, 3)
    desk = Desk(QUESTIONS[0])
    shown = replace(
        today(desk.store, desk.store, desk.limits, desk.clock), begun=(line,), first=False
    )
    assert not any(CONTROL.search(text) for text in due_lines(shown))


@given(st.text())
def test_a_plain_text_holds_no_control(text: str) -> None:
    """Letters, tabs and line breaks stay as they are."""
    assert CONTROL.search(plain(text)) is None
    if CONTROL.search(text) is None:
        assert plain(text) == text
    assert plain(plain(text)) == plain(text)


def test_every_text_within_a_value_is_made_plain() -> None:
    """In a dataclass within a tuple within a dict; what is no text is left alone."""
    question = QUESTIONS[0]
    found = plainly({"a": (question, [WILD], Path("x" + WILD), 3, None)})["a"]
    assert "\x1b" not in repr(found).replace("\\x1b", "\x1b")
    assert found[3:] == (3, None)
    assert plainly(question.kind) is question.kind


@given(st.text())
def test_a_line_typed_can_always_be_written(typed: str) -> None:
    """A byte that is no letter, read as half a pair, becomes a sign."""
    line = Keyboard(lambda _prompt: typed + "\udcff").line("")
    assert line.encode().decode() == line
    assert without_halves(typed) == typed


def test_an_answer_with_a_stray_byte_is_saved_and_the_sitting_goes_on() -> None:
    """What is in the log can be encoded."""
    desk = Desk(Question("typed22222", Short("Capital?", "Pristina")))
    study(desk, "Prist\udcffina", "", "Pristina\udce9", "", "q")
    given_answers = [row.answer.given for row in desk.answers() if row.answer]
    assert given_answers
    assert all("".join(texts).encode() for texts in given_answers)


def test_a_prompt_shows_controls_as_signs() -> None:
    """A deck's title in a question to the student is printed by `input`, not drawn."""
    prompts: list[str] = []

    def read(prompt: str) -> str:
        prompts.append(prompt)
        return ""

    Keyboard(read).line("Begin “" + WILD + "”?")
    assert CONTROL.search(prompts[0]) is None
