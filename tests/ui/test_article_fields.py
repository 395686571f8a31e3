"""A question as texts of a form, and a question again."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import drafting
import pytest
from hypothesis import given
from strategies import decks

from quizapp.author.field_reading import UnfinishedError, fields_of
from quizapp.author.fields import Fields
from quizapp.author.kind_change import turned
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
from quizapp.ui.article_fields import Texts, made, nearest, published_of, texts_of, with_texts
from quizapp.ui.article_words import field_words

BASE = Question("abcdefghij", Short("Who cut it?", "Ana Duka", wrong=("Berat",)))


def read(texts: Texts, base: Question = BASE) -> Question:
    """The question that texts make of an empty form."""
    return made(with_texts(Fields(texts.kind, wrong=("",)), texts), base)


@given(deck=decks())
def test_untouched_fields_give_the_question_back(deck: Deck) -> None:
    """Whatever a question holds, opening and closing the form changes nothing."""
    for question in deck.questions:
        fields = fields_of(question)
        assert with_texts(fields, texts_of(fields)) == fields
        assert made(fields, question) == question


@pytest.mark.parametrize(
    ("texts", "body"),
    [
        (
            Texts(Kind.SHORT, " Who  cut it? ", "Duka\n", "A\n\n B ", "D; Duka A"),
            Short("Who cut it?", "Duka", ("D", "Duka A"), ("A", "B")),
        ),
        (Texts(Kind.CHOICE, "Who?", "Duka", "A"), Choice("Who?", "Duka", ("A",))),
        (Texts(Kind.MULTI, "Who?", "A\nB", "C"), Multi("Who?", ("A", "B"), ("C",))),
        (
            Texts(Kind.TRUE_FALSE, "It is.", holds=False, correction="It was."),
            TrueFalse("It is.", answer=False, correction="It was."),
        ),
        (
            Texts(Kind.NUMBER, "How many?", "3,770", unit=" troops "),
            Number("How many?", Decimal(3770), "troops"),
        ),
        (Texts(Kind.NUMBER, "How many?", "1.8 million"), Number("How many?", Decimal(1800000))),
        (
            Texts(Kind.DATE, "When?", "17 February 2008"),
            DateQuestion("When?", PartialDate(2008, 2, 17), Precision.DAY),
        ),
        (
            Texts(Kind.DATE, "When?", "2008"),
            DateQuestion("When?", PartialDate(2008), Precision.YEAR),
        ),
        (
            Texts(Kind.LIST, "Which?", "A\nB\nC", need="2"),
            ListQuestion("Which?", ("A", "B", "C"), 2),
        ),
        (Texts(Kind.LIST, "Which?", "A\nB"), ListQuestion("Which?", ("A", "B"), 2)),
        (Texts(Kind.ORDER, "First?", "A\nB"), Order("First?", ("A", "B"))),
        (
            Texts(Kind.MATCH, "Match them.", "a = 1\nb=2"),
            Match("Match them.", (("a", "1"), ("b", "2"))),
        ),
        (Texts(Kind.CLOZE, "It left {{Serbia}}."), Cloze("It left {{Serbia}}.")),
    ],
    ids=lambda value: value.kind.value if isinstance(value, Texts) else "",
)
def test_what_is_typed_becomes_a_question(texts: Texts, body: Body) -> None:
    """Each kind is made of its texts, without stray spaces and empty lines."""
    assert read(texts) == replace(BASE, body=body)


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (Texts(Kind.SHORT, "", "x"), "no-prompt"),
        (Texts(Kind.SHORT, "Who?", " "), "no-answer"),
        (Texts(Kind.SHORT, "Who?", "x", "x"), "wrong-is-right"),
        (Texts(Kind.SHORT, "Who?", "x", "A\nA"), "repeated"),
        (Texts(Kind.CHOICE, "Who?", "x"), "no-wrong"),
        (Texts(Kind.TRUE_FALSE, "It is.", holds=False), "no-correction"),
        (Texts(Kind.NUMBER, "How many?", "many"), "not-a-number"),
        (Texts(Kind.DATE, "When?", "soon"), "not-a-date"),
        (Texts(Kind.DATE, "When?", "3/4/2008"), "two-dates"),
        (Texts(Kind.SHORT, "Who?", "x", as_of="lately"), "not-a-date"),
        (Texts(Kind.LIST, "Which?", "A\nB", need="3"), "need"),
        (Texts(Kind.LIST, "Which?", "A\nB", need="two"), "need"),
        (Texts(Kind.ORDER, "First?", "A"), "one-item"),
        (Texts(Kind.MATCH, "Match.", "a = 1"), "one-pair"),
        (Texts(Kind.MATCH, "Match.", "a = 1\nb"), "half-a-pair"),
        (Texts(Kind.CLOZE, "No gap."), "gap-none"),
        (Texts(Kind.CLOZE, "A {{ }} gap."), "gap-empty"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_in_words(texts: Texts, code: str) -> None:
    """An incomplete form names its reason, and every reason has words without gaps in them."""
    with pytest.raises(UnfinishedError) as caught:
        read(texts)
    assert [trouble.code for trouble in caught.value.troubles] == [code]
    assert field_words(caught.value)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (Texts(Kind.SHORT, "Who cut the ribbon?", ""), "Who cut the ribbon?"),
        (Texts(Kind.SHORT, "Who cut the ribbon?", "x", as_of="lately"), "Who cut the ribbon?"),
        (Texts(Kind.NUMBER, "How many?", "many"), "Who cut it?"),
        (Texts(Kind.SHORT, "", ""), "Who cut it?"),
    ],
)
def test_what_makes_sense_is_kept_of_an_unfinished_form(typed: Texts, kept: str) -> None:
    """A new wording is not lost because another field is not right yet; no half question stays."""
    found = nearest(with_texts(Fields(typed.kind), typed), BASE)
    assert found.prompt == kept
    assert made(fields_of(found), found) == found


def test_other_spellings_go_with_the_answer_they_stand_for() -> None:
    """Their field is not shown here, so nobody is asked about them."""
    body = ListQuestion("Which?", ("A", "B", "C"), 2, (("a", "A"), ("c", "C")))
    question = replace(BASE, body=body)
    fields = fields_of(question)
    typed = replace(texts_of(fields), answers="A\nB\nD")
    found = made(with_texts(fields, typed), question).body
    assert isinstance(found, ListQuestion)
    assert (found.answers, found.accept) == (("A", "B", "D"), (("a", "A"),))


def test_a_date_is_as_exact_as_it_is_written() -> None:
    """A year written over a whole day asks for the year."""
    body = DateQuestion("When?", PartialDate(2008, 2, 17), Precision.MONTH)
    fields = fields_of(replace(BASE, body=body))
    found = made(with_texts(fields, replace(texts_of(fields), answers="2008")), BASE).body
    assert found == DateQuestion("When?", PartialDate(2008), Precision.YEAR)


@pytest.mark.parametrize("body", drafting.BODIES, ids=lambda body: type(body).__name__)
@pytest.mark.parametrize("kind", list(Kind))
def test_any_kind_can_become_any_other(body: Body, kind: Kind) -> None:
    """Changing the kind gives a question of it or a reason in words, and back what it was."""
    quote = "It left Serbia in 2008."
    question = Question("abcdefghij", body, evidence=Evidence("article", quote))
    fields = fields_of(question)
    other = turned(fields, kind).fields
    assert said_of(other, question)
    assert made(turned(other, question.kind, fields).fields, question) == question


def said_of(fields: Fields, base: Question) -> str:
    """The kind of the question that fields make, or in words why they make none."""
    try:
        return made(fields, base).kind.value
    except UnfinishedError as error:
        return field_words(error)


@pytest.mark.parametrize(
    ("text", "date"),
    [("", None), ("17 March 2022", PartialDate(2022, 3, 17)), ("2022-03", PartialDate(2022, 3))],
)
def test_a_date_of_publication_is_read(text: str, date: PartialDate | None) -> None:
    """Any usual writing will do, and none at all."""
    assert published_of(text) == date
