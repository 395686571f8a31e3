"""What an answer on the screen counts as: its mark, its rating, and what may still change it."""

from __future__ import annotations

from dataclasses import replace

from quizapp.content.mark import DontKnow, Mark, Reason, Typed
from quizapp.content.question import Form, Kind
from quizapp.schedule.log import Rating
from quizapp.schedule.rating_of import proposed
from quizapp.study.sitting import Answered


def final_mark(answered: Answered) -> Mark | None:
    """The mark in force: overruled, or by the student's own judgement; None before that."""
    given = answered.given
    if given is None:
        if answered.chosen is None:
            return None
        right = answered.chosen != Rating.AGAIN
        return Mark(right=right, reason=Reason.RECALLED, score=float(right))
    if answered.overruled:
        right = not given.right
        return replace(given, right=right, reason=Reason.OVERRULED, score=float(right))
    return given


def proposed_rating(answered: Answered) -> Rating | None:
    """The rating that the mark proposes; None before a recall is judged."""
    final = final_mark(answered)
    if answered.given is None or final is None:
        return None
    return proposed(right=final.right, hinted=answered.asking.hinted, guessed=answered.guessed)


def rating_in_force(answered: Answered) -> Rating | None:
    """The rating that counts: the student's, else the proposed one; None before a judgement.

    While the student says "I guessed" it is Again, whatever she chose before.
    """
    if answered.guessed or answered.chosen is None:
        return proposed_rating(answered)
    return answered.chosen


def ratings_to_choose(answered: Answered) -> tuple[Rating, ...]:
    """The ratings that may be given now: of a wrong answer Again stands, until it is turned."""
    final = final_mark(answered)
    if answered.given is not None and final is not None and not final.right:
        return (Rating.AGAIN,)
    return tuple(Rating)


def can_guess(answered: Answered) -> bool:
    """A right answer may have been a guess."""
    final = final_mark(answered)
    return answered.given is not None and final is not None and final.right


def can_overrule(answered: Answered) -> bool:
    """There is a mark, and the student did answer."""
    return answered.given is not None and not isinstance(answered.response, DontKnow)


def can_accept(answered: Answered) -> bool:
    """One answer was typed, and the rules did not find it right."""
    return (
        isinstance(answered.response, Typed)
        and len(answered.response.texts) == 1
        and answered.asking.form is Form.TYPE
        and answered.asking.card.question.kind is not Kind.LIST
        and answered.given is not None
        and not answered.given.right
        and not answered.accepted
    )
