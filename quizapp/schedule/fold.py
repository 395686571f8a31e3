"""The fold: from the rows of a card to its state, one row at a time.

`replay` does the same for a whole log at speed, with the same step of memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.schedule.card import CardState
from quizapp.schedule.day import elapsed_days
from quizapp.schedule.log import Action, Answer, Rating, Row
from quizapp.schedule.memory import Memory, Weights, next_memory, retrievability
from quizapp.schedule.rating_of import softens
from quizapp.schedule.steps import IN_REVIEW

LEECH_LAPSES = 8
LEECH_AGAIN = 4


def standing(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows that hold: neither voided nor a voiding row itself.

    A voiding row cannot be voided in turn, and one row may be voided by two devices. It may come
    before the row it voids where devices' clocks differ.
    """
    rows = list(rows)
    voided = {row.voids for row in rows if row.action is Action.UNDO}
    return (row for row in rows if row.action is not Action.UNDO and row.id not in voided)


def fold(key: str, rows: Iterable[Row], w: Weights) -> CardState:
    """The state of a card.

    Args:
        key: the card's key.
        rows: its standing rows, in order.
        w: the parameters in force now, used for all rows: new parameters are a replay.
    """
    state = CardState(key)
    for row in rows:
        state = apply(state, row, w)
    return state


def apply(state: CardState, row: Row, w: Weights) -> CardState:
    """The state after one more standing row of the card. Rows that concern no card change none.

    A leech that is taken up again keeps its lapses and is set aside anew after four more. To
    start over makes the card new, in the plan and no leech; its flag and what the student was
    told of changes stay. The text of a SEEN_CHANGE row is the content hash as told.
    """
    if row.action is Action.ANSWER and row.answer is not None:
        return answered(state, row, row.answer, w)
    return marked(state, row.action, row.moment.day, row.text)


def marked(state: CardState, action: Action, day: int, text: str) -> CardState:
    """The state after a row that is no answer, given its action, study day and text."""
    changed = state
    match action:
        case Action.SUSPEND:
            changed = replace(state, suspended=True)
        case Action.UNSUSPEND:
            changed = replace(state, suspended=False, leech=False)
        case Action.BURY:
            changed = replace(state, buried_day=day)
        case Action.FLAG:
            changed = replace(state, flag=text)
        case Action.UNFLAG:
            changed = replace(state, flag=None)
        case Action.SEEN_CHANGE:
            changed = replace(state, seen_hash=text)
        case Action.START_OVER:
            changed = CardState(state.key, flag=state.flag, seen_hash=state.seen_hash)
        case _:
            pass
    return changed


def answered(state: CardState, row: Row, answer: Answer, w: Weights) -> CardState:
    """The state after an answer: memory is stepped, due is what the row chose.

    A lapse is Again on a card in review. The run of right answers goes on with each that was
    right and not rated Again, and any other ends it.
    """
    rating = answer.rating
    memory = remembered(
        state,
        rating,
        row.moment.day,
        w,
        choices=answer.choices if softens_row(answer) else 0,
    )
    lapse = rating == Rating.AGAIN and state.step == IN_REVIEW and state.reviews > 0
    lapses = state.lapses + lapse
    leech = lapse and becomes_leech(lapses)
    return CardState(
        key=state.key,
        stability=memory.stability,
        difficulty=memory.difficulty,
        last_day=row.moment.day,
        last_ms=row.t,
        due_day=answer.due_day,
        due_ms=answer.due_ms,
        step=answer.next_step,
        reviews=state.reviews + 1,
        lapses=lapses,
        right_run=state.right_run + 1 if answer.right and rating != Rating.AGAIN else 0,
        suspended=state.suspended or leech,
        leech=state.leech or leech,
        buried_day=state.buried_day,
        flag=state.flag,
        content_hash=answer.content_hash,
        seen_hash=state.seen_hash,
    )


def softens_row(answer: Answer) -> bool:
    """Whether an answer may have been luck."""
    return softens(right=answer.right, choices=answer.choices, rating=answer.rating)


def becomes_leech(lapses: int) -> bool:
    """At the eighth lapse, and at every fourth after it for a leech that was taken up again."""
    return lapses >= LEECH_LAPSES and (lapses - LEECH_LAPSES) % LEECH_AGAIN == 0


def recall_of(state: CardState, day: int, w: Weights) -> float | None:
    """Recall to be expected on a study day; None for a new card."""
    if state.is_new:
        return None
    return retrievability(state.stability, elapsed_days(state.last_day, day), w)


def remembered(
    state: CardState, rating: Rating, day: int, w: Weights, *, choices: int = 0
) -> Memory:
    """The memory after an answer on a study day.

    Learning-step answers step it too, by the formula for the same day.

    Args:
        state: before the answer.
        rating: the rating that counts.
        day: study day of the answer.
        w: the parameters.
        choices: among how many options a right answer was chosen, 0 where luck is no question.
    """
    before = None if state.is_new else Memory(state.stability, state.difficulty)
    return next_memory(before, rating, elapsed_days(state.last_day, day), w, choices)
