"""Statements beside the questions: a gap for what none of them asks, and what is made false."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from quizapp.content.question import Cloze, DateQuestion, ListQuestion, Number, Short, TrueFalse
from quizapp.generate.article import Span
from quizapp.generate.candidate import Candidate, FactKind, Light
from quizapp.generate.compose import false_candidate, gap_candidate
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import folded
from quizapp.generate.facts.standing import standing_statement
from quizapp.generate.facts.statements import Statement, statements
from quizapp.generate.language.quantities import value_of
from quizapp.generate.language.tokenising import words as tokens_of

_A_SENTENCE = 2
"""Statements that may rest on one sentence."""
_GAP = re.compile(r"\{\{(.*?)\}\}")
_AMOUNT = re.compile(r"\d[\d,.]*(?: ?(?:bn|tn|m|k|million|billion))?")
_ASIDE = re.compile(r"\b(?:when|because|after|before|which|who|while|if|although)\b[^,]*\{\{")
"""A gap in a clause under another."""
_DATED = "a date"
"""What stands for every answer that is a date: a sentence seldom has two that are asked."""


def fillers(
    asked: Sequence[Candidate], discourse: Discourse
) -> tuple[list[Candidate], list[Candidate]]:
    """(statements with a gap, statements made false), unjudged.

    A gap is for what no green question of its sentence asks; what one does ask is made false.

    Args:
        asked: the questions there are, judged.
        discourse: the article.
    """
    ground = discourse.ground
    covered = {(c.span, answer) for c in asked if c.light is Light.GREEN for answer in _answers(c)}
    gaps: list[Candidate] = []
    false: list[Candidate] = []
    for bare in statements(discourse):
        statement = standing_statement(discourse, bare)
        aside = _ASIDE.search(statement.text) is not None
        known = (ground.sentences[statement.sentence].span, _gap_of(statement)) in covered
        if known and aside:
            continue  # what is false must not seem to be the main clause
        made = (false_candidate if known else gap_candidate)(statement, ground)
        if made is not None:
            (false if known else gaps).append(made)
    return gaps, false


def fitting(
    statements: Iterable[Candidate], judged: Callable[[Candidate], Candidate]
) -> Iterator[Candidate]:
    """The green ones of statements, few of a sentence, none that says the same.

    Args:
        statements: unjudged, the best first.
        judged: adds what the gates hold against one; asked only of those that have a place.
    """
    said: dict[Span, set[str]] = {}
    for statement in statements:
        told = said.setdefault(statement.span, set())
        words = _whole(statement)
        if len(told) == _A_SENTENCE or any(words in other or other in words for other in told):
            continue
        candidate = judged(statement)
        if candidate.light is Light.GREEN:
            told.add(words)
            yield candidate


def _whole(candidate: Candidate) -> str:
    """What a question states, its gap filled in."""
    body = candidate.question.body
    if isinstance(body, TrueFalse):
        return body.correction
    return _GAP.sub(r"\1", body.text) if isinstance(body, Cloze) else ""


def _gap_of(statement: Statement) -> str:
    """The answer of a statement's gap, as `_answers` writes it."""
    if statement.kind is FactKind.TIME:
        return _DATED
    return _same(statement.entity.name if statement.entity else statement.answer)


def _answers(candidate: Candidate) -> tuple[str, ...]:
    """The answers of a question, numbers by their value, dates all alike."""
    body = candidate.question.body
    if isinstance(body, Short):
        amount = _AMOUNT.search(body.answer)
        bare = (amount[0],) if amount else ()
        return tuple(_same(words) for words in (body.answer, *body.accept, *bare))
    if isinstance(body, ListQuestion):
        return tuple(_same(words) for words in body.answers)
    if isinstance(body, Number):
        return (_same(str(body.answer)),)
    return (_DATED,) if isinstance(body, DateQuestion) else ()


def _same(words: str) -> str:
    """Words as they are compared: "Three" is 3."""
    bare = words.lstrip("€£$¥ ")
    value = value_of(list(tokens_of(bare, Span(0, len(bare)))))
    return folded(words) if value is None else f"{value.normalize():f}"
