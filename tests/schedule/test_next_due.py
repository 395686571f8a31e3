"""Ratings, learning steps, and what each of the four ratings would do to a card."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.schedule.card import CardState
from quizapp.schedule.log import Moment, Rating
from quizapp.schedule.next_due import days_worth_loading, options, settled
from quizapp.schedule.parameters import DEFAULT
from quizapp.schedule.place import LONGEST_DAYS
from quizapp.schedule.rating_of import proposed, softens
from quizapp.schedule.steps import Step, after

DAY = 738_000
NOON = Moment((DAY - 719_163) * 86_400_000 + 12 * 3_600_000, 0, DAY)
AGAIN, HARD, GOOD, EASY = Rating


@pytest.mark.parametrize(
    ("right", "hinted", "guessed", "rating"),
    [
        (True, False, False, GOOD),
        (True, True, False, HARD),
        (True, False, True, AGAIN),
        (True, True, True, AGAIN),
        (False, False, False, AGAIN),
        (False, True, False, AGAIN),
        (False, False, True, AGAIN),
    ],
)
def test_the_mark_proposes_a_rating(
    right: bool, hinted: bool, guessed: bool, rating: Rating
) -> None:
    """Right is Good, with a hint Hard; wrong or guessed is Again; Easy is never proposed."""
    assert proposed(right=right, hinted=hinted, guessed=guessed) is rating


@pytest.mark.parametrize(
    ("right", "choices", "rating", "soft"),
    [
        (True, 4, GOOD, True),
        (True, 2, EASY, True),
        (True, 4, AGAIN, False),
        (False, 4, GOOD, False),
        (True, 1, GOOD, False),
        (True, 0, GOOD, False),
    ],
)
def test_which_answers_may_be_luck(right: bool, choices: int, rating: Rating, soft: bool) -> None:
    """Only a right answer among two or more, not rated Again."""
    assert softens(right=right, choices=choices, rating=rating) is soft


@pytest.mark.parametrize(
    ("index", "new", "lapsed", "steps"),
    [
        (-1, True, False, ((0, 1), (0, 6), (1, 10), (-1, 0))),
        (0, False, False, ((0, 1), (0, 6), (1, 10), (-1, 0))),
        (1, False, False, ((0, 1), (1, 10), (-1, 0), (-1, 0))),
        (-1, False, False, ((1, 10), (-1, 0), (-1, 0), (-1, 0))),
        (-1, False, True, ((1, 10), (-1, 0), (-1, 0), (-1, 0))),
        (1, False, True, ((1, 10), (1, 10), (-1, 0), (-1, 0))),
        (7, False, False, ((0, 1), (1, 10), (-1, 0), (-1, 0))),
    ],
    ids=["new", "first", "second", "review", "review again", "relearning", "step of old"],
)
def test_steps(index: int, new: bool, lapsed: bool, steps: tuple[tuple[int, int], ...]) -> None:
    """Where Again, Hard, Good and Easy lead from each step, with the minutes."""
    for rating, (onward, minutes) in zip(Rating, steps, strict=True):
        assert after(index, rating, new=new, lapsed=lapsed) == Step(onward, minutes)


def test_a_new_card_s_four_ways() -> None:
    """Again in a minute, Hard in six, Good in ten, Easy in days."""
    found = options(CardState("c"), NOON, DEFAULT, {})
    assert [found[r].minutes for r in Rating] == [1, 6, 10, 0]
    assert [found[r].due_ms - NOON.utc_ms for r in (AGAIN, HARD, GOOD)] == [
        60_000,
        360_000,
        600_000,
    ]
    assert found[EASY].due_ms == 0
    assert 6 <= found[EASY].days <= 10
    assert found[EASY].due_day == DAY + found[EASY].days
    assert found[GOOD].memory.stability == DEFAULT.w[2]


def test_a_step_past_four_in_the_morning_is_due_the_next_day() -> None:
    """The due day of a learning step is the study day on which it is over."""
    late = replace(NOON, utc_ms=NOON.utc_ms + 16 * 3_600_000 - 300_000)
    found = options(CardState("c"), late, DEFAULT, {})
    assert (found[AGAIN].due_day, found[GOOD].due_day) == (DAY, DAY + 1)


@given(
    stability=st.floats(0.01, 3000),
    difficulty=st.floats(1, 10),
    elapsed=st.integers(0, 2000),
    retention=st.floats(0.7, 0.97),
    choices=st.integers(0, 6),
)
def test_a_card_in_review_is_put_off_in_order(
    stability: float, difficulty: float, elapsed: int, retention: float, choices: int
) -> None:
    """Again comes back in ten minutes; Hard, Good and Easy in days that never fall back."""
    state = CardState("c", stability, difficulty, last_day=DAY - elapsed, reviews=4)
    parameters = replace(DEFAULT, retention=retention)
    found = options(state, NOON, parameters, {}, choices=choices)
    assert (found[AGAIN].minutes, found[AGAIN].step, found[AGAIN].days) == (10, 1, 0)
    hard, good, easy = (found[r].days for r in (HARD, GOOD, EASY))
    assert 1 <= hard <= good <= easy <= LONGEST_DAYS
    assert hard < good < easy or easy == LONGEST_DAYS


def test_more_wanted_recall_means_shorter_intervals() -> None:
    """A higher desired retention asks sooner."""
    state = CardState("c", 40.0, 5.0, last_day=DAY - 40, reviews=4)
    days = [
        options(state, NOON, replace(DEFAULT, retention=r), {})[GOOD].days
        for r in (0.8, 0.9, 0.95)
    ]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == 3


def test_load_moves_a_review_to_a_quiet_day() -> None:
    """Of the days that the interval may stray to, the quietest is taken."""
    state = CardState("c", 40.0, 5.0, last_day=DAY - 40, reviews=4)
    busy = {DAY + n: 50 for n in range(1, LONGEST_DAYS + 1)}
    due = options(state, NOON, DEFAULT, busy)[GOOD].due_day
    moved = options(state, NOON, DEFAULT, busy | {due: 60, due + 1: 0})[GOOD].due_day
    assert moved == due + 1
    first, last = days_worth_loading(NOON)
    assert first <= moved <= last


def test_due_days_are_chosen_again_after_a_change() -> None:
    """A card answered before the change gets a due day by the parameters in force."""
    state = CardState("c", 40.0, 5.0, DAY, 1000, DAY + 400, reviews=4)
    again = settled(state, DEFAULT, since=2000)
    assert replace(again, due_day=state.due_day) == state
    assert 35 <= again.due_day - DAY <= 45
    assert settled(again, DEFAULT, since=2000) == again


@pytest.mark.parametrize(
    "state",
    [
        CardState("c"),
        CardState("c", 1.0, 5.0, DAY, 1000, DAY, 99, step=1, reviews=2),
        CardState("c", 40.0, 5.0, DAY, 2000, DAY + 400, reviews=4),
    ],
    ids=["new", "in a step", "answered since"],
)
def test_due_days_that_stay(state: CardState) -> None:
    """New cards, those in a step, and those answered since keep what they have."""
    assert settled(state, DEFAULT, since=2000) == state
