"""What each of the four ratings would do to a card: its memory, its step and its due day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from quizapp.schedule.card import CardState
from quizapp.schedule.day import MS_A_MINUTE, study_day
from quizapp.schedule.dice import seed_of
from quizapp.schedule.fold import remembered
from quizapp.schedule.log import Moment, Rating
from quizapp.schedule.memory import Memory, interval_days
from quizapp.schedule.place import LONGEST_DAYS, place
from quizapp.schedule.rating_of import softens
from quizapp.schedule.steps import IN_REVIEW, after
from quizapp.schedule.store import Parameters


@dataclass(frozen=True, slots=True)
class Scheduled:
    """What one rating would do.

    Attributes:
        memory: after the answer.
        step: index of the learning step the card stands at next; -1 for by days.
        minutes: until it is asked again in a learning step; 0 when it goes by days.
        days: study days until it is due; 0 when it goes by minutes and falls on the same day.
        due_day: study day on which it is due.
        due_ms: UTC milliseconds when its learning step is over; 0 when it goes by days.
    """

    memory: Memory
    step: int
    minutes: int
    days: int
    due_day: int
    due_ms: int


def options(
    state: CardState,
    moment: Moment,
    parameters: Parameters,
    load: Mapping[int, int],
    *,
    right: bool = True,
    choices: int = 0,
) -> dict[Rating, Scheduled]:
    """What each of the four ratings would do now.

    Args:
        state: the card before the answer.
        moment: when it is answered.
        parameters: in force.
        load: cards due by study day, for the days that lie ahead.
        right: the mark, overruling included.
        choices: among how many equally likely answers a guess picks; 0 where it can't.
    """
    memories = {
        rating: remembered(
            state,
            rating,
            moment.day,
            parameters.w,
            choices=choices if softens(right=right, choices=choices, rating=rating) else 0,
        )
        for rating in Rating
    }
    steps = {
        rating: after(state.step, rating, new=state.is_new, lapsed=state.lapses > 0)
        for rating in Rating
    }
    wanted = {
        rating: interval_days(memories[rating].stability, parameters.retention, parameters.w)
        for rating in Rating
        if steps[rating].index == IN_REVIEW
    }
    placed = place(wanted, moment.day, seed_of(state.key, state.reviews), load)
    found: dict[Rating, Scheduled] = {}
    for rating in Rating:
        step = steps[rating]
        if step.index == IN_REVIEW:
            due_day, due_ms = placed[rating], 0
        else:
            due_ms = moment.utc_ms + step.minutes * MS_A_MINUTE
            due_day = study_day(due_ms, moment.offset_min)
        found[rating] = Scheduled(
            memory=memories[rating],
            step=step.index,
            minutes=step.minutes,
            days=due_day - moment.day,
            due_day=due_day,
            due_ms=due_ms,
        )
    return found


def days_worth_loading(moment: Moment) -> tuple[int, int]:
    """(first, last) study day whose load `options` may look at."""
    return moment.day + 1, moment.day + LONGEST_DAYS


def settled(state: CardState, parameters: Parameters, since: int) -> CardState:
    """The state with its due day chosen again, if it was chosen under other parameters.

    After a change of parameters or desired retention due days are chosen again, with seeded
    fuzz and without load. Cards that are new or in a learning step stay.

    Args:
        state: as folded.
        parameters: in force.
        since: ordered time since when they are, see `parameters.in_force`.
    """
    if state.is_new or state.step != IN_REVIEW or state.last_ms >= since:
        return state
    wanted = interval_days(state.stability, parameters.retention, parameters.w)
    seed = seed_of(state.key, state.reviews - 1)
    due = place({Rating.GOOD: wanted}, state.last_day, seed, {})
    return replace(state, due_day=due[Rating.GOOD])
