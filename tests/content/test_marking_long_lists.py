"""A long list is marked while the student's finger is still on the key."""

from __future__ import annotations

import sys
from string import ascii_lowercase

import pytest

from quizapp.content.mark import Reason, Typed
from quizapp.content.marking import mark
from quizapp.content.question import Form, ListQuestion, Question
from quizapp.content.rivals import Rivals

ANSWERS = tuple(f"{a}{b}landia" for a in ascii_lowercase[:12] for b in "aeiou")
QUESTION = Question("list222222", ListQuestion("Which?", ANSWERS, len(ANSWERS)))
CALLS_A_PAIR = 1000
"""Measured at 470 at most; normalising each pair anew takes some 17,000."""


@pytest.mark.parametrize("typed", ["x", "qxabz", "12", "no", "é"])
def test_work_grows_with_the_answers_and_not_with_their_square(typed: str) -> None:
    """Counted in calls, since a clock would measure the machine."""
    mark(QUESTION, Typed(("w",)), form=Form.TYPE)  # the answers are looked at once
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        found = mark(QUESTION, Typed((typed,)), form=Form.TYPE, rivals=Rivals.of(ANSWERS))
    finally:
        sys.setprofile(before)
    assert not found.right
    assert calls < CALLS_A_PAIR * len(ANSWERS)


def test_another_answer_of_the_list_is_still_no_slip() -> None:
    """Answers one letter apart are told apart, however many there are."""
    found = mark(QUESTION, Typed(("aalandia", "aelandia", "aalandie")), form=Form.TYPE)
    assert [part.reason for part in found.parts[:2]] == [Reason.EXACT, Reason.EXACT]
    assert not found.parts[2].right
