"""A question as texts of a form, and a question again."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import drafting
import pytest
from hypothesis import given
from strategies import decks

from quizapp.content.deck import Deck
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Evidence,
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
from quizapp.ui.article_fields import (
    FieldError,
    Fields,
    fields_of,
    nearest_question,
    published_of,
    question_of,
    turned_into,
)
from quizapp.ui.article_words import field_words

BASE = Question("abcdefghij", Short("Who cut it?", "Ana Duka", wrong=("Berat",)))


@given(deck=decks())
def test_untouched_fields_give_the_question_back(deck: Deck) -> None:
    """Whatever a question holds, opening and closing the form changes nothing."""
    for question in deck.questions:
        assert question_of(fields_of(question), question) == question


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        (
            Fields(Kind.SHORT, " Who  cut it? ", "Duka\n", "A\n\n B \nA", "D; Duka A"),
            Short("Who cut it?", "Duka", ("D", "Duka A"), ("A", "B")),
        ),
        (Fields(Kind.CHOICE, "Who?", "Duka", "A"), Choice("Who?", "Duka", ("A",))),
        (Fields(Kind.MULTI, "Who?", "A\nB", "C"), Multi("Who?", ("A", "B"), ("C",))),
        (
            Fields(Kind.TRUE_FALSE, "It is.", holds=False, correction="It was."),
            TrueFalse("It is.", answer=False, correction="It was."),
        ),
        (
            Fields(Kind.NUMBER, "How many?", "3,770", unit=" troops "),
            Number("How many?", Decimal(3770), "troops"),
        ),
        (Fields(Kind.NUMBER, "How many?", "1.8 million"), Number("How many?", Decimal(1800000))),
        (
            Fields(Kind.DATE, "When?", "17 February 2008"),
            DateQuestion("When?", PartialDate(2008, 2, 17), Precision.DAY),
        ),
        (
            Fields(Kind.DATE, "When?", "2008"),
            DateQuestion("When?", PartialDate(2008), Precision.YEAR),
        ),
        (
            Fields(Kind.LIST, "Which?", "A\nB\nC", need="2"),
            ListQuestion("Which?", ("A", "B", "C"), 2),
        ),
        (Fields(Kind.LIST, "Which?", "A\nB"), ListQuestion("Which?", ("A", "B"), 2)),
        (Fields(Kind.ORDER, "First?", "A\nB"), Order("First?", ("A", "B"))),
        (
            Fields(Kind.MATCH, "Match them.", "a = 1\nb=2"),
            Match("Match them.", (("a", "1"), ("b", "2"))),
        ),
        (Fields(Kind.CLOZE, "It left {{Serbia}}."), Cloze("It left {{Serbia}}.")),
    ],
    ids=lambda value: value.kind.value if isinstance(value, Fields) else "",
)
def test_what_is_typed_becomes_a_question(fields: Fields, body: Body) -> None:
    """Each kind is made of its fields, without stray spaces, empty lines and repeats."""
    assert question_of(fields, BASE) == replace(BASE, body=body)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (Fields(Kind.SHORT, "", "x"), "no-prompt"),
        (Fields(Kind.SHORT, "Who?", " "), "no-answer"),
        (Fields(Kind.CHOICE, "Who?", "x"), "no-wrong"),
        (Fields(Kind.TRUE_FALSE, "It is.", holds=False), "no-correction"),
        (Fields(Kind.NUMBER, "How many?", "many"), "not-a-number"),
        (Fields(Kind.DATE, "When?", "soon"), "answer-not-a-date"),
        (Fields(Kind.DATE, "When?", "3/4/2008"), "two-dates"),
        (Fields(Kind.SHORT, "Who?", "x", as_of="lately"), "as-of-not-a-date"),
        (Fields(Kind.LIST, "Which?", "A\nB", need="3"), "need"),
        (Fields(Kind.LIST, "Which?", "A\nB", need="two"), "need"),
        (Fields(Kind.ORDER, "First?", "A"), "one-item"),
        (Fields(Kind.MATCH, "Match.", "a = 1"), "one-item"),
        (Fields(Kind.MATCH, "Match.", "a = 1\nb"), "no-pair"),
        (Fields(Kind.CLOZE, "No gap."), "no-gap"),
        (Fields(Kind.CLOZE, "A {{ }} gap."), "no-gap"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_in_words(fields: Fields, code: str) -> None:
    """An incomplete form names its reason, and every reason has words without gaps in them."""
    with pytest.raises(FieldError) as caught:
        question_of(fields, BASE)
    assert caught.value.code == code
    assert field_words(caught.value)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (Fields(Kind.SHORT, "Who cut the ribbon?", ""), "Who cut the ribbon?"),
        (Fields(Kind.NUMBER, "How many?", "many"), "How many?"),
        (Fields(Kind.SHORT, "", ""), "Who cut it?"),
    ],
)
def test_what_makes_sense_is_kept_of_an_unfinished_form(typed: Fields, kept: str) -> None:
    """A new wording is not lost because another field is not right yet."""
    assert nearest_question(typed, BASE).prompt == kept


@pytest.mark.parametrize("body", drafting.BODIES, ids=lambda body: type(body).__name__)
@pytest.mark.parametrize("kind", list(Kind))
def test_any_kind_can_become_any_other(body: Body, kind: Kind) -> None:
    """Changing the kind gives a question of it or a reason in words, and loses no text."""
    quote = "It left Serbia in 2008."
    question = Question("abcdefghij", body, evidence=Evidence("article", quote))
    fields = fields_of(question)
    turned = turned_into(fields, kind, quote)
    assert made_of(turned, question)
    back = replace(turned, kind=question.kind, prompt=fields.prompt, correction=fields.correction)
    assert question_of(back, question) == question


def made_of(fields: Fields, base: Question) -> str:
    """The kind of the question that fields make, or in words why they make none."""
    try:
        return question_of(fields, base).kind.value
    except FieldError as error:
        return field_words(error)


def test_a_gap_opens_where_the_answer_stands() -> None:
    """A cloze starts from the sentence, with braces around the answer."""
    made = turned_into(
        Fields(Kind.SHORT, "What did it leave?", "Serbia"), Kind.CLOZE, "It left Serbia."
    )
    assert made.prompt == "It left {{Serbia}}."


@pytest.mark.parametrize(
    ("text", "date"),
    [("", None), ("17 March 2022", PartialDate(2022, 3, 17)), ("2022-03", PartialDate(2022, 3))],
)
def test_a_date_of_publication_is_read(text: str, date: PartialDate | None) -> None:
    """Any usual writing will do, and none at all."""
    assert published_of(text) == date
