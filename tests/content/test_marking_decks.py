"""Marking held against every bundled deck."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.content.deck_file import read
from quizapp.content.folding import strict
from quizapp.content.mark import Reason, Typed
from quizapp.content.marking import Rivals, answer_text, mark, typed_answers
from quizapp.content.question import Cloze, Flashcard, Form, Kind, Question, Short, gaps

DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*.toml"))


def _questions(path: Path) -> tuple[Question, ...]:
    deck = read(path).deck
    assert deck is not None
    return deck.questions


def _cards(question: Question) -> list[str | None]:
    if isinstance(question.body, Cloze):
        return [gap.label for gap in gaps(question.body.text)]
    return [None]


def _own(question: Question, gap: str | None) -> set[str]:
    body = question.body
    if isinstance(body, Short):
        return {body.answer, *body.accept}
    answer = answer_text(question, gap)
    pairs = body.accept if isinstance(body, Cloze) else ()
    return {answer, *(spelling for spelling, stands_for in pairs if stands_for == answer)}


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_no_answer_of_a_deck_is_right_for_another_question(path: Path) -> None:
    """Each answer typed for another question is wrong, save where it is the same answer."""
    questions = _questions(path)
    texts = {text for question in questions for text in typed_answers(question)}
    rivals = Rivals.of(texts)
    for question in questions:
        if not isinstance(question.body, Short | Cloze):
            continue
        for gap in _cards(question):
            own = {strict(text) for text in _own(question, gap)}
            for text in texts:
                got = mark(question, Typed((text,)), form=Form.TYPE, gap=gap, rivals=rivals)
                same = strict(text) in own or got.reason is Reason.SAME_VALUE
                assert got.right == same, (question.prompt, text, got.reason)


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_every_right_answer_of_a_deck_is_right(path: Path) -> None:
    """The answer as shown, and every accepted spelling, is right when typed."""
    questions = _questions(path)
    rivals = Rivals.of(text for question in questions for text in typed_answers(question))
    typed = {Kind.SHORT, Kind.NUMBER, Kind.DATE, Kind.CLOZE}
    for question in questions:
        if question.kind not in typed or isinstance(question.body, Flashcard):
            continue
        for gap in _cards(question):
            spellings = {answer_text(question, gap)}
            if question.kind in {Kind.SHORT, Kind.CLOZE}:
                spellings |= _own(question, gap)
            for text in spellings:
                got = mark(question, Typed((text,)), form=Form.TYPE, gap=gap, rivals=rivals)
                assert got.right, (question.prompt, text, got.reason)
