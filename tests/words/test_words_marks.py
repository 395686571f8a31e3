"""The sentence for every mark."""

from __future__ import annotations

import pytest

from quizapp.content.mark import Arranged, Chosen, Mark, Part, Reason, Response, Typed
from quizapp.content.marking import mark
from quizapp.content.question import Body, Form, ListQuestion, Multi, Order, Question
from quizapp.words.marks import describe, reason_of_part

RIGHT = {
    *(Reason.EXACT, Reason.SAME_BUT, Reason.ACCEPTED, Reason.ACCEPTED_BY_STUDENT, Reason.SLIP),
    *(Reason.WITHIN, Reason.SAME_VALUE, Reason.PARTS, Reason.CHOSEN, Reason.RECALLED),
    Reason.OVERRULED,
}


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    """Every reason is worded, for a mark and for an item of a list."""
    right = reason in RIGHT
    parts = (Part("x", right),)
    given = Mark(right, reason, float(right), ignored=("case",), slips=1, parts=parts)
    assert describe(given).startswith(("Right", "Wrong", "Not known", "Your own", "Counted once"))
    assert isinstance(reason_of_part(reason), str)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (Mark(True, Reason.EXACT, 1), "Right"),
        (Mark(True, Reason.SLIP, 1, slips=1), "Right: one letter off"),
        (Mark(True, Reason.SLIP, 1, slips=2), "Right: 2 letters off"),
        (
            Mark(True, Reason.SAME_BUT, 1, ignored=("case", "accents", "spacing")),
            "Right: the same but for capitals, accents and spacing",
        ),
        (Mark(True, Reason.OVERRULED, 1), "Right: you turned the mark"),
        (Mark(False, Reason.OVERRULED, 0), "Wrong: you turned the mark"),
        (Mark(False, Reason.DIGITS, 0), "Wrong: the figures differ"),
        (Mark(False, Reason.NEGATION, 0), "Wrong: it says the opposite"),
    ],
)
def test_the_sentence(given: Mark, sentence: str) -> None:
    """A mark reads as tabled."""
    assert describe(given) == sentence


TWO_OF_FOUR = ListQuestion("?", ("aa", "bb", "cc", "dd"), 2)
MULTI = Multi("?", ("aa", "bb"), ("cc", "dd"))
ORDER = Order("?", ("aa", "bb", "cc", "dd"))


@pytest.mark.parametrize(
    ("body", "response", "sentence"),
    [
        (TWO_OF_FOUR, Typed(("aa", "dd")), "Right: all 2"),
        (TWO_OF_FOUR, Typed(("aa", "xx")), "Wrong: 1 of 2"),
        (TWO_OF_FOUR, Typed(("aa", "bb", "xx")), "Wrong: 2 of 4, and one that is wrong"),
        (TWO_OF_FOUR, Typed(("xx", "yy")), "Wrong"),
        (MULTI, Chosen(frozenset({0, 1})), "Right: all 2"),
        (MULTI, Chosen(frozenset({0})), "Wrong: 1 of 2"),
        (MULTI, Chosen(frozenset({0, 2, 3})), "Wrong: 1 of 2, and 2 that are wrong"),
        (ORDER, Arranged((0, 1, 2, 3)), "Right: all 4"),
        (ORDER, Arranged((0, 1, 3, 2)), "Wrong: 2 of 4"),
    ],
)
def test_what_is_counted(body: Body, response: Response, sentence: str) -> None:
    """Where parts are counted, the sentence says how many of how many."""
    form = {Typed: Form.TYPE, Chosen: Form.CHOOSE, Arranged: Form.ORDER}[type(response)]
    shown = ("aa", "bb", "cc", "dd")
    assert describe(mark(Question("aaaaaaaaaa", body), response, form=form, shown=shown)) == (
        sentence
    )
