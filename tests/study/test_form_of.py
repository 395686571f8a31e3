"""A fact is asked in harder forms as it is better known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    Form,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    PartialDate,
    Precision,
    Question,
    Short,
    TrueFalse,
)
from quizapp.schedule.card import CardState
from quizapp.study.form_of import form_for

CHOOSE, TYPE, RECALL = Form.CHOOSE, Form.TYPE, Form.RECALL
WRONG = ("Albin Kurti", "Edi Rama")
LONG = "An attack on one of them is an attack on all of them"


def question(body: Body) -> Question:
    """A question with nothing but its body."""
    return Question("k7f3q2m4xd", body, review_by=date(2027, 1, 1))


def short(
    answer: str = "Osmani", wrong: tuple[str, ...] = WRONG, forms: tuple[Form, ...] = ()
) -> Question:
    """A `short` question."""
    return question(Short("Who?", answer, wrong=wrong, forms=forms))


def known(run: int, stability: float = 5.0) -> CardState:
    """A card with a run of right answers."""
    return CardState("k7f3q2m4xd", stability, 5.0, reviews=max(run, 1), right_run=run)


NEW = CardState("k7f3q2m4xd")


@pytest.mark.parametrize(
    ("state", "asked", "form"),
    [
        (NEW, short(), CHOOSE),
        (known(0), short(), CHOOSE),
        (known(1), short(), CHOOSE),
        (known(2), short(), TYPE),
        (known(9, 60.0), short(), TYPE),
        (known(9, 60.1), short(), RECALL),
        (known(0, 90.0), short(), CHOOSE),
        (known(1, 90.0), short(), CHOOSE),
        (NEW, short(wrong=WRONG[:1]), TYPE),
        (NEW, short(wrong=()), TYPE),
        (known(2, 61.0), short(wrong=()), RECALL),
        (NEW, short(LONG), CHOOSE),
        (known(2), short(LONG), RECALL),
        (NEW, short(LONG, ()), RECALL),
        (known(2), short("x" * 40), TYPE),
        (known(2), short("x" * 41), RECALL),
        (NEW, short(forms=(TYPE,)), TYPE),
        (known(9, 99.0), short(forms=(TYPE,)), TYPE),
        (NEW, short(LONG, forms=(TYPE,)), TYPE),
        (known(9, 99.0), short(forms=(CHOOSE,)), CHOOSE),
        (known(9, 99.0), short(forms=(CHOOSE, TYPE)), TYPE),
        (NEW, short(forms=(TYPE, RECALL)), TYPE),
        (known(2), short(forms=(CHOOSE, RECALL)), RECALL),
        (NEW, short(wrong=(), forms=(CHOOSE,)), TYPE),
        (NEW, short(LONG, (), forms=(CHOOSE,)), RECALL),
    ],
)
def test_forms_of_a_short_question(state: CardState, asked: Question, form: Form) -> None:
    """Chosen until right twice running, then typed, recalled past 60 days; `forms` restricts."""
    assert form_for(state, asked) is form


@pytest.mark.parametrize(
    ("fixed", "asked", "form"),
    [
        (TYPE, short(), TYPE),
        (RECALL, short(), RECALL),
        (CHOOSE, short(), CHOOSE),
        (CHOOSE, short(wrong=WRONG[:1]), TYPE),
        (TYPE, short(LONG), TYPE),
        (RECALL, short(forms=(CHOOSE, TYPE)), CHOOSE),
        (None, short(), CHOOSE),
        (Form.ORDER, short(), CHOOSE),
    ],
)
def test_a_fixed_form_holds_where_permitted(
    fixed: Form | None, asked: Question, form: Form
) -> None:
    """The form fixed for a deck wins unless the question does not permit it."""
    assert form_for(NEW, asked, fixed) is form


@pytest.mark.parametrize("state", [NEW, known(1), known(9, 99.0)], ids=["new", "young", "old"])
@pytest.mark.parametrize("fixed", [None, CHOOSE, TYPE, RECALL])
@pytest.mark.parametrize(
    ("body", "form"),
    [
        (Choice("?", "a", WRONG), CHOOSE),
        (Multi("?", ("a", "b"), WRONG), CHOOSE),
        (TrueFalse("?", answer=True), CHOOSE),
        (Number("?", Decimal(3770)), TYPE),
        (DateQuestion("?", PartialDate(2008), Precision.YEAR), TYPE),
        (ListQuestion("?", ("a", "b"), 2), TYPE),
        (Cloze("Kosovo left {{Serbia}}."), TYPE),
        (Order("?", ("a", "b", "c")), Form.ORDER),
        (Match("?", (("a", "b"), ("c", "d"))), Form.MATCH),
        (Flashcard("?", "a"), RECALL),
    ],
)
def test_other_kinds_have_one_form(
    body: Body, form: Form, fixed: Form | None, state: CardState
) -> None:
    """Neither memory nor a fixed form changes how they are asked."""
    assert form_for(state, question(body), fixed) is form
