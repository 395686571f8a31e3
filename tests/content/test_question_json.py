"""Questions as JSON values: every kind comes back as it was, and nothing else is taken for one."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from strategies import decks

from quizapp.content.deck import Deck
from quizapp.content.question import Number, PartialDate, Question, Short, TrueFalse
from quizapp.content.question_json import (
    Json,
    NotAQuestionError,
    from_json,
    partial_date,
    to_json,
)


@given(deck=decks())
def test_a_question_comes_back_whole(deck: Deck) -> None:
    """Every kind over hostile text is the same after a way through a JSON text."""
    for question in deck.questions:
        assert from_json(json.loads(json.dumps(to_json(question)))) == question


@pytest.mark.parametrize(
    "question",
    [
        Question(None, Short("", "")),
        Question("aaaaaaaaaa", TrueFalse("", answer=False)),
        Question("aaaaaaaaaa", Number("?", Decimal("1E+3"))),
        Question("aaaaaaaaaa", Number("?", Decimal("-0.50"))),
        Question("aaaaaaaaaa", Short("\ud83d", "half a character")),
    ],
)
def test_unfinished_questions_come_back_too(question: Question) -> None:
    """What no deck could hold yet is kept while it is being written."""
    assert from_json(json.loads(json.dumps(to_json(question)))) == question


GOOD = to_json(Question("aaaaaaaaaa", Short("?", "a"), as_of=PartialDate(2022, 3)))


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "riddle"},
        {"kind": ""},
        {"kind": "number"},
        {"kind": "date", "answer": "2008-13", "precision": "month"},
        {"kind": "list", "need": True},
        {"kind": "match", "pairs": [["a"]]},
        {"prompt": 3},
        {"wrong": "a"},
        {"wrong": [1]},
        {"as_of": "2022-02-30"},
        {"as_of": "soon"},
        {"review_by": "2022"},
        {"evidence": ["letter"]},
        {"image": ["a", "b", "c"]},
        {"kind": "flashcard", "both_ways": "yes"},
    ],
)
def test_what_is_no_question_is_refused(change: dict[str, Json]) -> None:
    """One wrong value is told as one error, whatever is wrong with it."""
    with pytest.raises(NotAQuestionError):
        from_json(GOOD | change)


@pytest.mark.parametrize("parts", [(2008,), (2008, 2), (2008, 2, 17), (1, 1, 1)])
def test_a_partial_date_is_read_as_it_is_written(parts: tuple[int, ...]) -> None:
    """Year, month and day, as many as are known."""
    assert partial_date(str(PartialDate(*parts))) == PartialDate(*parts)


def test_the_line_in_a_file_is_not_kept() -> None:
    """A question is the same wherever it stood."""
    question = Question("aaaaaaaaaa", Short("?", "a"), line=7)
    assert from_json(to_json(question)).line == 0
    assert from_json(to_json(question)) == replace(question, line=0)
