"""Questions that go with one: they rest on the same sentence or hold the same answer."""

from __future__ import annotations

from quizapp.author.door import Desk
from quizapp.check.facts_to_check import resting_together


def resting_with(desk: Desk, key: str) -> tuple[str, ...]:
    """Keys of the other questions that may have to change when one does."""
    question = desk.question(key)
    if question is None:
        return ()
    found = resting_together(desk.deck, question)
    standing = frozenset(desk.keys)
    return tuple(
        one.question.id
        for one in found
        if one.question.id is not None and one.question.id in standing
    )
