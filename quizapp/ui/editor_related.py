"""Questions that go with one: they rest on the same sentence or hold the same answer."""

from __future__ import annotations

from quizapp.author.door import Desk
from quizapp.check.facts_to_check import resting_together
from quizapp.content.marking import answer_text
from quizapp.content.question import Cloze, Question


def resting_with(desk: Desk, question: Question) -> tuple[str, ...]:
    """Keys of the other questions that may have to change when this one does."""
    standing = frozenset(desk.keys)
    return tuple(
        one.question.id
        for one in resting_together(desk.deck, question)
        if one.question.id is not None and one.question.id in standing
    )


def says_otherwise(before: Question, now: Question) -> bool:
    """Whether another answer is right now, or it rests on another sentence."""
    return _fact(before) != _fact(now)


def _fact(question: Question) -> tuple[object, ...]:
    body = question.body
    answer = body.text if isinstance(body, Cloze) else answer_text(question, None)
    return answer, question.evidence
