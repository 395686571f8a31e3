"""A question as the texts of a form and back, for every kind; what is wrong, field by field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from strategies import decks

from quizapp.author.field_reading import (
    UnfinishedError,
    fields_of,
    nearest_question,
    question_of,
)
from quizapp.author.fields import Fields
from quizapp.content.deck import Deck
from quizapp.content.deck_file import read_as, write_text
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Evidence,
    Form,
    Kind,
    ListQuestion,
    Match,
    Number,
    PartialDate,
    Precision,
    Question,
    Short,
    Tolerance,
)

ID = "k7f3q2m4xd"


@given(decks())
def test_untouched_fields_give_back_the_very_question(deck: Deck) -> None:
    """Untouched fields give back the very question."""
    for question in deck.questions:
        assert question_of(fields_of(question), question, question.id or ID) == question


@given(decks())
def test_what_a_form_makes_reads_back_from_a_file(deck: Deck) -> None:
    """What a form makes reads back from a file."""
    for question in deck.questions:
        fields = replace(fields_of(question), source="", quote="", image="")
        try:
            made = question_of(fields, None, ID)
        except UnfinishedError:  # a text of one control sign, say, is none once tidied
            continue
        text = write_text(Deck("deck", "Deck", questions=(made,)))
        read = read_as(Path("/deck.toml"), text).deck
        assert read is not None
        assert read.questions == (made,)


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        (
            Fields(
                prompt=" Who  asked?\n", answers=("Vjosa  Osmani ",), wrong=("", "Kurti", "Rama")
            ),
            Short("Who  asked?", "Vjosa Osmani", (), ("Kurti", "Rama")),
        ),
        (
            Fields(prompt="Who?", answers=("A",), accept=(("a", ""), ("", ""), ("a", ""))),
            Short("Who?", "A", ("a",)),
        ),
        (
            Fields(Kind.NUMBER, "How many?", ("3,770",), unit="km", tolerance="5 %"),
            Number("How many?", Decimal(3770), "km", Tolerance(Decimal(5), percent=True)),
        ),
        (
            Fields(Kind.NUMBER, "How many?", ("1.5 million",), tolerance="50"),
            Number("How many?", Decimal(1500000), "", Tolerance(Decimal(50))),
        ),
        (
            Fields(Kind.NUMBER, "How many?", ("3,770 km",), unit="km"),
            Number("How many?", Decimal(3770), "km"),
        ),
        (
            Fields(Kind.DATE, "When?", ("17 Feb 2008",), precision="year"),
            DateQuestion("When?", PartialDate(2008, 2, 17), Precision.YEAR),
        ),
        (
            Fields(
                Kind.LIST, "Which?", ("A", "", "B", "C"), accept=(("b", "B"), ("", "")), need="2"
            ),
            ListQuestion("Which?", ("A", "B", "C"), 2, (("b", "B"),)),
        ),
        (
            Fields(Kind.MATCH, "Join", pairs=(("a", "1"), ("", ""), ("b", "2"))),
            Match("Join", (("a", "1"), ("b", "2"))),
        ),
        (
            Fields(Kind.CLOZE, "Left {{Serbia}} in {{2008}}.", accept=(("SRB", "Serbia"),)),
            Cloze("Left {{Serbia}} in {{2008}}.", (("SRB", "Serbia"),)),
        ),
        (
            Fields(Kind.CHOICE, "Who?", ("A",), wrong=("B",)),
            Choice("Who?", "A", ("B",)),
        ),
    ],
)
def test_a_new_question_is_read(fields: Fields, body: Body) -> None:
    """A new question is read."""
    made = question_of(fields, None, ID)
    assert made == replace(made, id=ID, body=body)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (Fields(), {("prompt", "no-prompt", -1), ("answers", "no-answer", 0)}),
        (Fields(prompt="Who?", answers=()), {("answers", "no-answer", 0)}),
        (
            Fields(prompt="Who?", answers=("A",), wrong=("B", "B ", "A")),
            {("wrong", "repeated", 1), ("wrong", "wrong-is-right", 2)},
        ),
        (
            Fields(prompt="Who?", answers=("A",), wrong=("B",), accept=(("B", ""),)),
            {("accept", "wrong-is-accepted", 0)},
        ),
        (
            Fields(prompt="Who?", answers=("A",), wrong=("B",), forms=(Form.CHOOSE,)),
            {("forms", "forms-choose", -1)},
        ),
        (Fields(Kind.CHOICE, "Who?", ("A",)), {("wrong", "no-wrong", 0)}),
        (
            Fields(Kind.TRUE_FALSE, "It is.", holds=False),
            {("correction", "no-correction", -1)},
        ),
        (Fields(Kind.NUMBER, "?", ("many",)), {("answers", "not-a-number", 0)}),
        (Fields(Kind.NUMBER, "?", ("",)), {("answers", "no-answer", 0)}),
        (Fields(Kind.NUMBER, "?", ("3 km",)), {("answers", "unit-apart", 0)}),
        (Fields(Kind.NUMBER, "?", ("1/3",)), {("answers", "no-decimal", 0)}),
        (
            Fields(Kind.NUMBER, "?", ("3",), tolerance="some"),
            {("tolerance", "not-a-tolerance", -1)},
        ),
        (
            Fields(Kind.NUMBER, "?", ("3",), tolerance="-5"),
            {("tolerance", "tolerance-negative", -1)},
        ),
        (
            Fields(Kind.NUMBER, "?", ("3",), tolerance="101%"),
            {("tolerance", "tolerance-percent", -1)},
        ),
        (Fields(Kind.DATE, "When?", ("soon",)), {("answers", "not-a-date", 0)}),
        (Fields(Kind.DATE, "When?", ("3/4/2008",)), {("answers", "two-dates", 0)}),
        (
            Fields(Kind.DATE, "When?", ("2008",), precision="day"),
            {("precision", "precision-finer", -1)},
        ),
        (Fields(Kind.LIST, "?", ("A", "B"), need="3"), {("need", "need", -1)}),
        (Fields(Kind.LIST, "?", ("A", "A")), {("answers", "repeated", 1)}),
        (
            Fields(Kind.LIST, "?", ("A", "B"), accept=(("c", "C"), ("A", "B"))),
            {("accept", "accept-target", 0), ("accept", "accept-is-answer", 1)},
        ),
        (Fields(Kind.ORDER, "?", ("A", " ")), {("answers", "one-item", -1)}),
        (
            Fields(Kind.MATCH, "?", pairs=(("a", "1"), ("b", ""))),
            {("pairs", "half-a-pair", 1)},
        ),
        (Fields(Kind.MATCH, "?", pairs=(("a", "1"),)), {("pairs", "one-pair", -1)}),
        (Fields(Kind.MATCH, "?", pairs=(("a", "1"), ("b", "1"))), {("pairs", "repeated", 1)}),
        (Fields(Kind.CLOZE, "No gap."), {("prompt", "gap-none", -1)}),
        (Fields(Kind.CLOZE, "A {{gap."), {("prompt", "gap-braces", -1)}),
        (Fields(Kind.CLOZE, "A {{}} gap."), {("prompt", "gap-empty", -1)}),
        (Fields(prompt="?", answers=("A",), as_of="soon"), {("as_of", "not-a-date", -1)}),
        (Fields(prompt="?", answers=("A",), review_by="2008"), {("review_by", "not-a-day", -1)}),
        (Fields(prompt="?", answers=("A",), quote="It is."), {("source", "no-source", -1)}),
        (Fields(prompt="?", answers=("A",), source="letter"), {("quote", "no-quote", -1)}),
        (Fields(prompt="?", answers=("A",), image="a.png"), {("image_alt", "no-alt", -1)}),
    ],
)
def test_all_troubles_are_told_with_their_field_and_row(
    fields: Fields, found: set[tuple[str, str, int]]
) -> None:
    """All troubles are told with their field and row."""
    with pytest.raises(UnfinishedError) as caught:
        question_of(fields, None, ID)
    assert {(t.field, t.code, t.row) for t in caught.value.troubles} == found


def test_common_fields_are_read() -> None:
    """Common fields are read."""
    fields = Fields(
        prompt="Who?",
        answers=("A",),
        as_of="March 2022",
        review_by="1 Jan 2027",
        tags=("people", "", "people"),
        source="letter",
        quote="It is A.",
        attribution=" The  writer ",
    )
    made = question_of(fields, None, ID)
    assert made.as_of == PartialDate(2022, 3)
    assert made.review_by == date(2027, 1, 1)
    assert made.tags == ("people",)
    assert made.evidence == Evidence("letter", "It is A.")
    assert made.attribution == "The writer"


def test_gap_keeps_its_label_while_its_words_are_edited() -> None:
    """Gap keeps its label while its words are edited."""
    base = Question(ID, Cloze("Left {{serbia:Serbia}} in {{y:2008}}."))
    typed = Fields(Kind.CLOZE, "It left {{the Republic of Serbia}} in {{2008}}.")
    made = question_of(typed, base, ID)
    assert made.prompt == "It left {{serbia:the Republic of Serbia}} in {{y:2008}}."


def test_spelling_follows_an_answer_that_is_written_anew() -> None:
    """Spelling follows an answer that is written anew."""
    base = Question(ID, ListQuestion("Which?", ("Serbia", "Albania"), 2, (("SRB", "Serbia"),)))
    fields = replace(fields_of(base), answers=("Republic of Serbia", "Albania"))
    once = question_of(fields, base, ID)
    assert once.body == ListQuestion(
        "Which?", ("Republic of Serbia", "Albania"), 2, (("SRB", "Republic of Serbia"),)
    )
    again = replace(fields, answers=("The Republic of Serbia", "Albania"))
    twice = question_of(again, once, ID).body
    assert isinstance(twice, ListQuestion)
    assert twice.accept == (("SRB", "The Republic of Serbia"),)


def test_half_of_a_surrogate_pair_is_replaced() -> None:
    """Half of a surrogate pair is replaced."""
    made = question_of(Fields(prompt="A\ud800?", answers=("b\udfff",)), None, ID)
    assert (made.prompt, made.body) == ("A\ufffd?", Short("A\ufffd?", "b\ufffd"))


@given(decks())
def test_a_preview_can_always_be_made(deck: Deck) -> None:
    """A preview can always be made."""
    for question in deck.questions:
        for kind in Kind:
            fields = replace(fields_of(question), kind=kind, quote="", need="x", tolerance="x")
            assert nearest_question(fields, question, ID).kind is kind
            assert nearest_question(fields, None, ID).kind is kind


def test_a_preview_keeps_what_makes_sense_and_the_rest_as_it_was() -> None:
    """A preview keeps what makes sense and the rest as it was."""
    base = Question(ID, Number("How many?", Decimal(3770), "km"))
    fields = replace(fields_of(base), prompt="How far?", answers=("37x",))
    assert nearest_question(fields, base, ID).body == Number("How far?", Decimal(3770), "km")
