"""The content hash: what changes it, and what does not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from strategies import bodies, clozes, texts

from quizapp.content.content_hash import content_hash, labelled
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    Evidence,
    Flashcard,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    Question,
    Short,
    TrueFalse,
    gaps,
)


def of(body: Body) -> str:
    """The hash of a question with this body alone."""
    return content_hash(Question(None, body))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Short("ab", "c"), Short("a", "bc")),
        (Short("a", "b"), Flashcard("a", "b")),
        (Short("a", "b"), Choice("a", "b", ("c",))),
        (Order("a", ("b", "c")), Order("a", ("c", "b"))),
        (Order("a", ("b", "c")), Order("a", ("bc",))),
        (Multi("a", ("b",), ("c",)), ListQuestion("a", ("b",), 1)),
        (Match("a", (("b", "c"), ("d", "e"))), Match("a", (("b", "e"), ("d", "c")))),
        (Number("a", Decimal(1)), Number("a", Decimal(1), "km")),
        (Number("a", Decimal(1)), Number("a", Decimal(-1))),
        (TrueFalse("a", answer=True), TrueFalse("a", answer=False)),
        (Cloze("{{a}} b"), Cloze("a {{b}}")),
    ],
)
def test_what_is_asked_or_right_changes_the_hash(one: Body, other: Body) -> None:
    """Fields are kept apart, and kind, answers, pairs and unit all count."""
    assert of(one) != of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Short("a", "b"), Short("a", "b", ("c",), ("d", "e"))),
        (Choice("a", "b", ("c",)), Choice("a", "b", ("d",))),
        (Number("a", Decimal("1.50")), Number("a", Decimal("1.5"))),
        (Number("a", Decimal(1000)), Number("a", Decimal("1E+3"))),
        (Number("a", Decimal("0.0")), Number("a", Decimal("-0"))),
        (ListQuestion("a", ("b", "c"), 1), ListQuestion("a", ("b", "c"), 2)),
        (Cloze("{{Serbia}}, {{x}}"), Cloze("{{serbia:Serbia}}, {{x:x}}")),
        (TrueFalse("a", answer=True), TrueFalse("a", answer=True, correction="b")),
    ],
)
def test_what_is_beside_the_question_does_not(one: Body, other: Body) -> None:
    """Distractors, spellings, ways of writing and labels do not make another question."""
    assert of(one) == of(other)


def test_a_hash_is_the_same_in_every_version() -> None:
    """It is kept in learning histories: these two must never change."""
    assert of(Short("Who?", "Vjosa Osmani")) == "ab89f96f9c801664"
    assert of(Number("How many?", Decimal(3770), "soldiers")) == "78712f8ad199ac96"


@settings(max_examples=200)
@given(body=bodies, text=texts)
def test_explanation_evidence_and_id_do_not_count(body: Body, text: str) -> None:
    """An edit beside the question leaves its hash."""
    question = Question(None, body)
    edited = replace(
        question,
        id="aaaaaaaaaa",
        explanation=text,
        hint=text,
        tags=(text,),
        attribution=text,
        evidence=Evidence("a", text),
    )
    assert content_hash(edited) == content_hash(question)
    assert len(content_hash(question)) == 16


@settings(max_examples=200)
@given(body=clozes)
def test_labels_written_are_the_labels_it_had(body: Cloze) -> None:
    """A gap's label is the same before and after it is written, and written once."""
    written = labelled(body.text)
    assert [(gap.label, gap.answer) for gap in gaps(written)] == [
        (gap.label, gap.answer) for gap in gaps(body.text)
    ]
    assert all(gap.labelled for gap in gaps(written))
    assert labelled(written) == written
