"""What a line typed in the terminal means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.content.mark import Arranged, Chosen, DontKnow, Recalled, Typed
from quizapp.content.question import Form, Kind
from quizapp.study.view import QuestionShown
from quizapp.terminal.typed_line import (
    ANSWER_SIDE,
    Command,
    Meant,
    Ordered,
    Unclear,
    command_in,
    question_line,
)


def _shown(kind: Kind, form: Form) -> QuestionShown:
    return QuestionShown(
        card="c",
        question="q",
        deck="d",
        deck_title="D",
        kind=kind,
        form=form,
        number=1,
        total=1,
        prompt="?",
        options=("A", "B", "C") if form in (Form.CHOOSE, Form.ORDER, Form.MATCH) else (),
        left=("x", "y", "z") if form is Form.MATCH else (),
        several=kind is Kind.MULTI,
        fields=1 if form is Form.TYPE else 0,
    )


CHOICE = _shown(Kind.CHOICE, Form.CHOOSE)
MULTI = _shown(Kind.MULTI, Form.CHOOSE)
TRUE_FALSE = _shown(Kind.TRUE_FALSE, Form.CHOOSE)
TYPED = _shown(Kind.SHORT, Form.TYPE)
ORDER = _shown(Kind.ORDER, Form.ORDER)
MATCH = _shown(Kind.MATCH, Form.MATCH)
RECALL = _shown(Kind.FLASHCARD, Form.RECALL)


@pytest.mark.parametrize(
    ("line", "shown", "meant"),
    [
        ("2", CHOICE, Chosen(frozenset({1}))),
        (" 2 ", CHOICE, Chosen(frozenset({1}))),
        ("", CHOICE, DontKnow()),
        ("0", CHOICE, DontKnow()),
        ("4", CHOICE, Unclear.ONE_DIGIT),
        ("1 2", CHOICE, Unclear.ONE_DIGIT),
        ("x", CHOICE, Unclear.ONE_DIGIT),
        ("²", CHOICE, Unclear.ONE_DIGIT),
        ("1 3", MULTI, Chosen(frozenset({0, 2}))),
        ("13", MULTI, Chosen(frozenset({0, 2}))),
        ("1,3", MULTI, Chosen(frozenset({0, 2}))),
        ("1 9", MULTI, Unclear.DIGITS),
        ("1", TRUE_FALSE, Chosen(frozenset({0}))),
        ("false", TRUE_FALSE, Chosen(frozenset({1}))),
        ("3", TRUE_FALSE, Unclear.ONE_DIGIT),
        ("Osmani", TYPED, Typed(("Osmani",))),
        ("h", TYPED, Typed(("h",))),
        ("0", TYPED, Typed(("0",))),
        ("", TYPED, DontKnow()),
        ("3 1 2", ORDER, Arranged((2, 0, 1))),
        ("312", ORDER, Arranged((2, 0, 1))),
        ("3 1", ORDER, Unclear.ORDER),
        ("3 1 1", ORDER, Unclear.ORDER),
        ("1b 2a 3c", MATCH, Arranged((1, 0, 2))),
        ("1-b, 3 = c", MATCH, Arranged((1, -1, 2))),
        ("b a c", MATCH, Arranged((1, 0, 2))),
        ("2 1 3", MATCH, Arranged((1, 0, 2))),
        ("1d", MATCH, Unclear.MATCH),
        ("b a", MATCH, Unclear.MATCH),
        ("", RECALL, Recalled()),
        ("0", RECALL, DontKnow()),
        ("what", RECALL, Unclear.ENTER),
        ("h", CHOICE, Ordered(Command.HINT)),
        (":h", TYPED, Ordered(Command.HINT)),
        ("?", TYPED, Ordered(Command.HELP)),
        ("f two are right", CHOICE, Ordered(Command.FLAG, "two are right")),
        (":f two are right", TYPED, Ordered(Command.FLAG, "two are right")),
        (":Q", RECALL, Ordered(Command.QUIT)),
        (":x", TYPED, Typed((":x",))),
    ],
)
def test_a_line_means_what_the_student_would_say(
    line: str, shown: QuestionShown, meant: Meant
) -> None:
    """Answers by digit, word or pair; commands by letter, behind a colon where letters type."""
    assert question_line(line, shown) == meant


@pytest.mark.parametrize("command", sorted(ANSWER_SIDE))
def test_every_letter_of_the_answer_side_commands(command: Command) -> None:
    """With and without a colon."""
    assert command_in(command.value, ANSWER_SIDE, typing=False) == Ordered(command)
    assert command_in(f":{command.value}", ANSWER_SIDE, typing=False) == Ordered(command)


@given(
    st.text(max_size=12),
    st.sampled_from([CHOICE, MULTI, TRUE_FALSE, TYPED, ORDER, MATCH, RECALL]),
)
def test_no_line_is_without_a_meaning(line: str, shown: QuestionShown) -> None:
    """Whatever is typed is an answer of the form asked for, a command, or told to be unclear."""
    meant = question_line(line, shown)
    if isinstance(meant, Arranged):
        assert len(meant.indexes) == 3
    if isinstance(meant, Typed):
        assert shown.form is Form.TYPE
