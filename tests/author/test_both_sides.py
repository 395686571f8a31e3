"""Both sides of every kind, as a student sees them who knows the answer."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quizapp.author.both_sides import both_sides
from quizapp.author.trying import ways
from quizapp.content.deck import Deck
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    Kind,
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

BODIES: tuple[Body, ...] = (
    Short("Who wrote?", "Vjosa Osmani", (), ("Albin Kurti", "Edi Rama")),
    Choice("Where is Pristina?", "Kosovo", ("Albania",)),
    Multi("Which are members?", ("Albania", "Croatia"), ("Serbia", "Kosovo")),
    TrueFalse("Kosovo is a member.", answer=False, correction="It is not."),
    Number("How many troops?", Decimal("3770.5"), "troops"),
    DateQuestion("When?", PartialDate(2008, 2, 17), Precision.DAY),
    ListQuestion("Name two.", ("Greece", "Romania", "Spain"), 2),
    Order("In order.", ("first", "second", "third")),
    Match("Join.", (("Kosovo", "Pristina"), ("Albania", "Tirana"))),
    Cloze("{{a:Kosovo}} left {{b:Serbia}} in {{year:2008}}."),
    Flashcard("**NATO**", "an *alliance*", both_ways=True),
)


@pytest.mark.parametrize("body", BODIES, ids=lambda body: type(body).__name__)
def test_every_way_is_answered_right(body: Body) -> None:
    """A right answer is marked right; of a recall the student judges."""
    question = Question(None, body, explanation="So it is.")
    deck = Deck("d", "A deck", questions=(question,))
    found = ways(question)
    assert found
    for way in found:
        sides = both_sides(question, deck, {}, None, way)
        assert sides is not None
        assert sides.question.form is way.form
        assert sides.question.card == way.card
        assert sides.answer.explanation == "So it is."
        mark = sides.answer.mark
        assert mark.right if mark is not None else sides.answer.judging


def test_the_table_holds_every_kind() -> None:
    """None of the eleven is left out."""
    assert {Question(None, body).kind for body in BODIES} == set(Kind)
