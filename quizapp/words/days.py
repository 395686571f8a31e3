"""The day in words, as a page opens with it: the greeting and the date."""

from __future__ import annotations

from datetime import date

from quizapp.words import N_, _

_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_NIGHT, _NOON, _EVENING = 4, 12, 18  # local hours


def greeting(hour: int) -> str:
    """How to greet at a local hour, 0 to 23; the night belongs to the evening before."""
    if _NIGHT <= hour < _NOON:
        return _("Good morning")
    if _NOON <= hour < _EVENING:
        return _("Good afternoon")
    return _("Good evening")


def long_day(day: int) -> str:
    """A study day as "Tuesday 24 November"."""
    when = date.fromordinal(day)
    return _("{weekday} {day} {month}").format(
        weekday=_(_WEEKDAYS[when.weekday()]), day=when.day, month=_(_MONTHS[when.month - 1])
    )
