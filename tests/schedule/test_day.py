"""Study days begin at four, and time in the log never runs back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from quizapp.schedule.day import elapsed_days, moment, ordered_time, study_day
from quizapp.schedule.log import Moment


def utc_ms(text: str) -> int:
    """Milliseconds of an instant in UTC."""
    return round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("instant", "offset_min", "day"),
    [
        ("2024-05-02T03:59:59.999", 0, "2024-05-01"),
        ("2024-05-02T04:00:00", 0, "2024-05-02"),
        ("2024-05-02T23:59:00", 0, "2024-05-02"),
        ("2024-05-02T01:59:00", 120, "2024-05-01"),
        ("2024-05-02T02:00:00", 120, "2024-05-02"),
        ("2024-05-02T08:59:00", -300, "2024-05-01"),
        ("2024-05-01T14:00:00", 840, "2024-05-02"),
        ("2024-03-01T03:00:00", 0, "2024-02-29"),
        ("1970-01-01T03:00:00", 0, "1969-12-31"),
    ],
)
def test_a_study_day_begins_at_four(instant: str, offset_min: int, day: str) -> None:
    """Until 04:00 by the local clock it is still the day before."""
    expected = datetime.fromisoformat(day).date().toordinal()
    assert study_day(utc_ms(instant), offset_min) == expected


@dataclass(frozen=True)
class StoppedClock:
    """A clock that stands."""

    ms: int

    def utc_ms(self) -> int:
        """Always the same."""
        return self.ms

    def offset_min(self, utc_ms: int) -> int:
        """Summer time from a certain instant on."""
        return 120 if utc_ms >= self.ms else 60


def test_a_moment_freezes_clock_offset_and_day() -> None:
    """The offset is that of the very instant, and the day goes with it."""
    ms = utc_ms("2024-03-31T01:00:00")
    day = datetime(2024, 3, 30, tzinfo=UTC).date().toordinal()
    assert moment(StoppedClock(ms)) == Moment(ms, 120, day)


@pytest.mark.parametrize(
    ("last", "day", "elapsed"), [(100, 100, 0), (100, 103, 3), (100, 99, 0), (100, 1, 0)]
)
def test_elapsed_days_never_fall_below_none(last: int, day: int, elapsed: int) -> None:
    """Going back counts as the same day."""
    assert elapsed_days(last, day) == elapsed


@pytest.mark.parametrize(("latest", "now", "t"), [(0, 5, 5), (9, 5, 9), (5, 9, 9)])
def test_ordered_time_never_runs_back(latest: int, now: int, t: int) -> None:
    """A clock that ran back takes the largest time so far."""
    assert ordered_time(latest, now) == t
