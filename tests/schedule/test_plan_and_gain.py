"""How much belongs to a day, and which of it gains most."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.schedule.card import CardState
from quizapp.schedule.gain import gain
from quizapp.schedule.memory import DEFAULT_WEIGHTS
from quizapp.schedule.plan import DUE_ASKINGS, NEW_ASKINGS, Limits, Plan, plan
from quizapp.schedule.store import DayDone

NOTHING = DayDone(new=0, answers=0, seconds=0.0, right=0)
DAY = 738_000


@pytest.mark.parametrize(
    ("due", "new", "done", "asked"),
    [
        (0, 0, NOTHING, (0, 0)),
        (5, 0, NOTHING, (5, 0)),
        (0, 50, NOTHING, (0, 10)),
        (20, 3, NOTHING, (20, 3)),
        (0, 50, DayDone(4, 12, 120.0, 9), (0, 6)),
        (0, 50, DayDone(12, 40, 300.0, 30), (0, 0)),
        (500, 50, NOTHING, (105, 1)),
        (500, 50, DayDone(1, 90, 1199.0, 80), (1, 1)),
        (500, 50, DayDone(0, 99, 1200.0, 80), (0, 0)),
        (500, 50, DayDone(0, 99, 4000.0, 80), (0, 0)),
        (95, 50, NOTHING, (95, 3)),
    ],
)
def test_a_day(due: int, new: int, done: DayDone, asked: tuple[int, int]) -> None:
    """Ten seconds an answer, ten new and twenty minutes a day: due first, then what fits."""
    found = plan(due, new, done, Limits(), due_seconds=10.0, new_seconds=10.0)
    assert (found.due, found.new) == asked
    seconds = found.due * 10 * DUE_ASKINGS + found.new * 10 * NEW_ASKINGS
    assert found.minutes == pytest.approx(seconds / 60)


@given(
    due=st.integers(0, 2000),
    new=st.integers(0, 2000),
    seconds=st.floats(0, 5000),
    begun=st.integers(0, 30),
    limits=st.builds(Limits, st.integers(0, 100), st.floats(0, 600)),
    pace=st.floats(0.5, 120),
)
def test_a_day_is_never_overfull(
    due: int, new: int, seconds: float, begun: int, limits: Limits, pace: float
) -> None:
    """Never more than there is or may be begun, and at most a card of each kind over time."""
    found = plan(due, new, DayDone(begun, begun, seconds, 0), limits, pace, pace)
    assert 0 <= found.due <= due
    assert 0 <= found.new <= min(new, max(0, limits.new - begun))
    left = max(0.0, limits.minutes - seconds / 60)
    assert found.minutes <= left + pace * (DUE_ASKINGS + NEW_ASKINGS) / 60 + 1e-6
    if not left:
        assert found == Plan(0, 0, 0.0)


def card(stability: float, elapsed: int, difficulty: float = 5.0) -> CardState:
    """A card in review."""
    return CardState("c", stability, difficulty, last_day=DAY - elapsed, reviews=3)


def test_half_the_time_is_twice_the_gain() -> None:
    """Gain is recall a second."""
    state = card(10, 12)
    slow = gain(state, DAY, 12.0, DEFAULT_WEIGHTS)
    assert gain(state, DAY, 6.0, DEFAULT_WEIGHTS) == pytest.approx(2 * slow)


def test_what_lasts_anyway_gains_little() -> None:
    """A strong card just due gains less than a weak one just due."""
    strong = gain(card(400, 400), DAY, 8.0, DEFAULT_WEIGHTS)
    weak = gain(card(10, 10), DAY, 8.0, DEFAULT_WEIGHTS)
    assert 0 < strong < weak


def test_what_is_easy_to_learn_gains_more() -> None:
    """Of two alike the less difficult card gains more."""
    easy = gain(card(10, 10, 2.0), DAY, 8.0, DEFAULT_WEIGHTS)
    hard = gain(card(10, 10, 9.0), DAY, 8.0, DEFAULT_WEIGHTS)
    assert easy > hard


def test_a_day_before_the_last_answer_counts_as_the_same_day() -> None:
    """A traveller's day that went back gains what the same day does."""
    state = card(10, 0)
    ahead = replace(state, last_day=DAY + 1)
    here = gain(state, DAY, 8.0, DEFAULT_WEIGHTS)
    assert gain(ahead, DAY, 8.0, DEFAULT_WEIGHTS) == here
