"""Questions that go with one: they rest on the same sentence or hold the same answer."""

from __future__ import annotations

from quizapp.author.door import Desk
from quizapp.content.marking import answer_text
from quizapp.content.question import Cloze, Question, TrueFalse


def resting_with(desk: Desk, key: str) -> tuple[str, ...]:
    """Keys of the other questions that may have to change when one does."""
    question = desk.question(key)
    if question is None:
        return ()
    answer = _answer(question)
    return tuple(
        other.id
        for other in desk.deck.questions
        if other.id is not None
        and other.id != key
        and (
            (question.evidence is not None and other.evidence == question.evidence)
            or (answer and _answer(other) == answer)
        )
    )


def _answer(question: Question) -> str:
    if isinstance(question.body, Cloze | TrueFalse):
        return ""
    return answer_text(question, None).casefold()
