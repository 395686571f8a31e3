"""On which day to ask again: whole days, in order, capped, spread by seeded chance and load."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor

from quizapp.schedule.dice import Dice
from quizapp.schedule.log import Rating

LONGEST_DAYS = 1826
NO_SPREAD_BELOW = 2.5
# (from days, to days, share of that stretch by which an interval may stray), as Anki's users
# know them: short intervals stray more in proportion, long ones by a twentieth.
SPREAD = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))


def place(
    intervals: Mapping[Rating, float],
    today: int,
    seed: int,
    load: Mapping[int, int],
    longest: int = LONGEST_DAYS,
) -> dict[Rating, int]:
    """The due day of each rating.

    Each lies 1 to `longest` days ahead, and a better rating lies a day or more after the worse
    one (equal only at the cap). Within the range that an interval may stray the day with the
    fewest cards is taken, by chance among equals.

    Args:
        intervals: wanted days by rating, not rounded; ratings that go by minutes are left out.
        today: study day.
        seed: of card and review, see `dice.seed_of`.
        load: cards due by study day; empty to spread by chance alone.
        longest: the longest interval allowed, days.
    """
    placed: dict[Rating, int] = {}
    least = 1
    for rating in sorted(intervals):
        low, high = spread(intervals[rating], longest)
        low = min(max(low, least), longest)
        high = max(low, high)
        days = _lightest(low, high, today, Dice(seed + rating), load)
        placed[rating] = today + days
        least = days + 1
    return placed


def spread(interval: float, longest: int = LONGEST_DAYS) -> tuple[int, int]:
    """The first and last whole day, in days from today, that an interval may be moved to."""
    if interval < NO_SPREAD_BELOW:
        days = min(max(1, _rounded(interval)), longest)
        return days, days
    interval = min(interval, float(longest))
    strays = 1.0 + sum(
        share * (min(interval, end) - start) for start, end, share in SPREAD if interval > start
    )
    low = max(2, _rounded(interval - strays))
    high = min(_rounded(interval + strays), longest)
    return min(low, high), high


def _lightest(low: int, high: int, today: int, dice: Dice, load: Mapping[int, int]) -> int:
    if low == high:
        return low
    days = range(low, high + 1)
    least = min(load.get(today + n, 0) for n in days)
    lightest = [n for n in days if load.get(today + n, 0) == least]
    return lightest[dice.below(len(lightest))]


def _rounded(days: float) -> int:
    """Half a day counts as one; Python's own rounding would send 2.5 to 2 and 3.5 to 4."""
    return floor(days + 0.5)
