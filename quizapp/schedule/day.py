"""Study days: local dates that begin at four in the morning, and the order of time."""

from __future__ import annotations

from typing import Protocol

from quizapp.schedule.log import Moment

MS_A_MINUTE = 60_000
MS_A_DAY = 86_400_000
CUT_OFF_MIN = 4 * 60
ORDINAL_OF_1970 = 719_163


class WallClock(Protocol):
    """The part of a clock that says what time it is."""

    def utc_ms(self) -> int:
        """Milliseconds since 1970, UTC."""
        ...

    def offset_min(self, utc_ms: int) -> int:
        """Local time minus UTC at that instant, in minutes."""
        ...


def study_day(utc_ms: int, offset_min: int) -> int:
    """The study day of an instant, as a proleptic ordinal (`date.fromordinal` reads it).

    Until 04:00 local time it is still the day before.
    """
    local_ms = utc_ms + (offset_min - CUT_OFF_MIN) * MS_A_MINUTE
    return local_ms // MS_A_DAY + ORDINAL_OF_1970


def moment(clock: WallClock) -> Moment:
    """Now, with its study day frozen."""
    utc_ms = clock.utc_ms()
    offset_min = clock.offset_min(utc_ms)
    return Moment(utc_ms, offset_min, study_day(utc_ms, offset_min))


def elapsed_days(last_day: int, day: int) -> int:
    """Study days from one to the other; 0 when the clock or the traveller went back."""
    return max(0, day - last_day)


def ordered_time(latest: int, utc_ms: int) -> int:
    """A new row's ordered time: a clock that ran back does not put it before earlier rows.

    Args:
        latest: the largest raw time that this device has written, 0 for none.
        utc_ms: the raw clock now.
    """
    return max(latest, utc_ms)
