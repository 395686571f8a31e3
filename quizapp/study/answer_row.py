"""The row that an answer leaves in the log."""

from __future__ import annotations

from quizapp.content.content_hash import content_hash
from quizapp.content.marking import MARKING_VERSION
from quizapp.schedule.fold import recall_of
from quizapp.schedule.log import Answer
from quizapp.schedule.rating_of import MAPPING_VERSION
from quizapp.schedule.store import Parameters
from quizapp.study.asking import written
from quizapp.study.sitting import Answered
from quizapp.study.verdict import final_mark, proposed_rating, rating_in_force


class NotJudgedError(ValueError):
    """A recall that the student has not judged is no answer yet."""


def answer_of(answered: Answered, parameters: Parameters) -> Answer:
    """What an answer's row keeps.

    Where the student judges, nothing is proposed: the rating given stands for both.

    Raises:
        NotJudgedError: there is no rating yet.
    """
    asking, state = answered.asking, answered.asking.card.state
    final, rating = final_mark(answered), rating_in_force(answered)
    if final is None or rating is None:
        raise NotJudgedError(state.key)
    outcome = answered.outcomes[rating]
    return Answer(
        content_hash=content_hash(asking.card.question),
        form=asking.form.value,
        shown=(*asking.options.left, *asking.options.shown),
        given=written(asking, answered.response),
        reason=final.reason.value,
        right=final.right,
        score=final.score,
        overruled=answered.overruled,
        hinted=asking.hinted,
        guessed=answered.guessed,
        choices=asking.options.choices,
        seconds=answered.seconds,
        proposed=proposed_rating(answered) or rating,
        rating=rating,
        step=state.step,
        predicted=recall_of(state, answered.moment.day, parameters.w),
        parameter_set=parameters.name,
        marking_version=MARKING_VERSION,
        mapping_version=MAPPING_VERSION,
        due_day=outcome.due_day,
        due_ms=outcome.due_ms,
        next_step=outcome.step,
    )
