"""Which due card to ask first when not all can be: the one that gains most for its time.

The gain is the recall that asking now adds at a day a month ahead, over the recall without.
Simulated on a backlog (tests/benchmarks/queue_order.py) it keeps 0.6 to 1.8 points more recall
over 60 days than asking what is longest due, and 1.4 to 1.6 more than what is least recalled; a
horizon of 10 or 90 days makes no odds.
"""

from __future__ import annotations

from quizapp.schedule.card import CardState
from quizapp.schedule.day import elapsed_days
from quizapp.schedule.log import Rating
from quizapp.schedule.memory import Memory, Weights, next_memory, retrievability

HORIZON_DAYS = 30


def gain(state: CardState, day: int, seconds: float, w: Weights) -> float:
    """Recall gained a second by asking a card in review today.

    With R the recall today, and S(Good) and S(Again) the stabilities its answers would leave,

        R·r(30, S(Good)) + (1-R)·r(30, S(Again)) - r(elapsed + 30, S)

    is what asking adds to the chance of knowing it in 30 days; it is divided by the seconds that
    it takes.

    Args:
        state: of a card that is not new.
        day: study day.
        seconds: typical for the form it is asked in, above 0.
        w: the parameters.
    """
    elapsed = elapsed_days(state.last_day, day)
    memory = Memory(state.stability, state.difficulty)
    recall = retrievability(memory.stability, elapsed, w)
    good = next_memory(memory, Rating.GOOD, elapsed, w).stability
    again = next_memory(memory, Rating.AGAIN, elapsed, w).stability
    asked = recall * retrievability(good, HORIZON_DAYS, w) + (1.0 - recall) * retrievability(
        again, HORIZON_DAYS, w
    )
    return (asked - retrievability(memory.stability, elapsed + HORIZON_DAYS, w)) / seconds
