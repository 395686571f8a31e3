"""Due days are whole, in order, capped, spread by seeded chance and by load."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.schedule.dice import Dice, seed_of
from quizapp.schedule.log import Rating
from quizapp.schedule.place import LONGEST_DAYS, place, spread

TODAY = 738_000
INTERVALS = st.dictionaries(st.sampled_from(list(Rating)), st.floats(0.0, 50_000.0))
LOADS = st.dictionaries(st.integers(TODAY, TODAY + 2000), st.integers(0, 90), max_size=60)
SEEDS = st.integers(0, 2**64 - 1)


@given(INTERVALS, SEEDS, LOADS, st.integers(1, LONGEST_DAYS))
def test_order_and_caps(
    intervals: dict[Rating, float], seed: int, load: dict[int, int], longest: int
) -> None:
    """Each due day lies 1 to the longest days ahead, and better ratings lie later below it."""
    placed = place(intervals, TODAY, seed, load, longest)
    assert placed.keys() == intervals.keys()
    days = [placed[rating] - TODAY for rating in sorted(placed)]
    assert all(1 <= n <= longest for n in days)
    assert all(a < b or a == b == longest for a, b in itertools.pairwise(days))


@given(INTERVALS, SEEDS, LOADS)
def test_the_same_seed_places_the_same(
    intervals: dict[Rating, float], seed: int, load: dict[int, int]
) -> None:
    """Chance falls alike for the same card and review."""
    assert place(intervals, TODAY, seed, load) == place(intervals, TODAY, seed, dict(load))


@given(st.floats(0.0, 3000.0), SEEDS, LOADS)
def test_one_rating_alone_stays_in_its_spread(
    interval: float, seed: int, load: dict[int, int]
) -> None:
    """Load and chance move a due day within the range that its interval may stray."""
    low, high = spread(interval)
    days = place({Rating.GOOD: interval}, TODAY, seed, load)[Rating.GOOD] - TODAY
    assert low <= days <= high


@pytest.mark.parametrize(
    ("interval", "low", "high"),
    [
        (0.1, 1, 1),
        (1.49, 1, 1),
        (1.5, 2, 2),
        (2.49, 2, 2),
        (2.5, 2, 4),
        (5.0, 4, 6),
        (10.0, 8, 12),
        (20.0, 17, 23),
        (100.0, 93, 107),
        (1826.0, 1733, 1826),
        (9000.0, 1733, 1826),
    ],
)
def test_how_far_an_interval_strays(interval: float, low: int, high: int) -> None:
    """Below two and a half days not at all, then a day or two, at length a twentieth."""
    assert spread(interval) == (low, high)


def test_the_least_loaded_day_is_taken() -> None:
    """Where one day of the range has fewest cards it is taken whatever the seed."""
    load = {TODAY + n: 10 for n in range(1, 30)} | {TODAY + 11: 3}
    due = {place({Rating.GOOD: 10.0}, TODAY, seed, load)[Rating.GOOD] for seed in range(50)}
    assert due == {TODAY + 11}


def test_without_load_chance_spreads_over_the_range() -> None:
    """Every day of the range is taken about as often by many cards."""
    due = Counter(
        place({Rating.GOOD: 10.0}, TODAY, seed_of(f"card{n}", 3), {})[Rating.GOOD]
        for n in range(5000)
    )
    assert sorted(due) == [TODAY + n for n in range(8, 13)]
    assert all(850 < count < 1150 for count in due.values())


def test_seeds_are_the_same_everywhere() -> None:
    """A seed hangs on card and review only, told apart, and is fixed for ever."""
    assert seed_of("k7f3q2m4xd", 3) == 0x4291E651BA2E5435
    assert seed_of("k7f3q2m4xd", 3) != seed_of("k7f3q2m4xd", 4)
    assert seed_of("card", 11) != seed_of("card1", 1)


@given(SEEDS, st.lists(st.integers(), max_size=20), st.integers(1, 1000))
def test_dice(seed: int, items: list[int], n: int) -> None:
    """Draws lie below n, a shuffle loses nothing, and a sample is a part of it."""
    assert 0 <= Dice(seed).below(n) < n
    assert sorted(Dice(seed).shuffled(items)) == sorted(items)
    assert Dice(seed).sample(items, n) == Dice(seed).shuffled(items)[:n]
