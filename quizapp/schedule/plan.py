"""How much of what is due and new belongs to today, by the day's limits."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from quizapp.schedule.store import DayDone

NEW_ASKINGS = 3.0  # a new card is asked about three times on its first day, with its steps
DUE_ASKINGS = 1.15  # one in ten is forgotten and asked again, now and then twice


@dataclass(frozen=True, slots=True)
class Limits:
    """What a student means to do in a day.

    Attributes:
        new: cards begun.
        minutes: of answering.
    """

    new: int = 10
    minutes: float = 20.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is still to do today.

    Attributes:
        due: cards in review or a learning step to ask.
        new: cards to begin.
        minutes: how long both take, to the student's own pace.
    """

    due: int
    new: int
    minutes: float


def plan(
    due: int, new: int, done: DayDone, limits: Limits, due_seconds: float, new_seconds: float
) -> Plan:
    """What of the due and the new cards is still to ask today.

    Due ones come first: what was learned is kept before more is begun. New ones get what time
    they leave, yet at least one does as long as any time is left, so that a backlog does not
    end a course.

    Args:
        due: cards due today.
        new: cards never answered, in decks begun.
        done: today.
        limits: of a day.
        due_seconds: typical seconds of an answer on a due card, above 0.
        new_seconds: typical seconds of an answer on a new card, above 0.
    """
    left = max(0.0, limits.minutes * 60.0 - done.seconds)
    due_cost, new_cost = due_seconds * DUE_ASKINGS, new_seconds * NEW_ASKINGS
    may_begin = min(new, max(0, limits.new - done.new))
    # The last card may run over: time is left, so one more is begun.
    due_now = min(due, ceil(left / due_cost))
    room = floor((left - due_now * due_cost) / new_cost + 1e-9)
    new_now = min(may_begin, max(room, 1 if left > 0.0 else 0))
    return Plan(due_now, new_now, (due_now * due_cost + new_now * new_cost) / 60.0)
