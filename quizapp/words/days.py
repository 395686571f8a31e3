"""Days in words: the greeting, a date, "tomorrow", and how long a study takes."""

from __future__ import annotations

from datetime import date

from quizapp.words import N_, _, ngettext
from quizapp.words.months import month_names

_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_DAYS_A_WEEK = 7
_NIGHT_ENDS, _NOON, _EVENING = 4, 12, 18  # local hours


def greeting(hour: int) -> str:
    """How to greet at a local hour, 0 to 23; the night belongs to the evening before."""
    if _NIGHT_ENDS <= hour < _NOON:
        return _("Good morning")
    if _NOON <= hour < _EVENING:
        return _("Good afternoon")
    return _("Good evening")


def long_day(day: int) -> str:
    """A study day as "Tuesday 24 November"."""
    when = date.fromordinal(day)
    return _("{weekday} {day} {month}").format(
        weekday=_(_WEEKDAYS[when.weekday()]), day=when.day, month=month_names()[when.month - 1]
    )


def next_time(day: int, today: int) -> str:
    """A coming study day as seen from today: "tomorrow", "on Friday", "on 4 December"."""
    ahead = day - today
    if ahead <= 0:
        return _("today")
    if ahead == 1:
        return _("tomorrow")
    when = date.fromordinal(day)
    if ahead < _DAYS_A_WEEK:
        return _("on {weekday}").format(weekday=_(_WEEKDAYS[when.weekday()]))
    month = month_names()[when.month - 1]
    if when.year == date.fromordinal(today).year:
        return _("on {day} {month}").format(day=when.day, month=month)
    return _("on {day} {month} {year}").format(day=when.day, month=month, year=when.year)


def about(minutes: float) -> str:
    """How long something takes, in whole minutes, at least one."""
    whole = max(1, round(minutes))
    return ngettext("about {n} minute", "about {n} minutes", whole).format(n=whole)
