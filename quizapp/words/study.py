"""A sitting in words: notices, ratings, marks, times, dates and what a question asks for.

Everything comes in as codes and numbers; the values behind them belong to rooms above.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

from quizapp.words import N_, _, ngettext
from quizapp.words.days import next_time
from quizapp.words.marks import MarkLike, describe
from quizapp.words.months import month_names

_NOTICES = {
    "undone": N_("Taken back."),
    "nothing-to-undo": N_("There is nothing more of today to take back."),
    "suspended": N_("Set aside until you take it back."),
    "buried": N_("Left out until tomorrow."),
    "flagged": N_("Flagged. You find it in Library."),
    "unflagged": N_("The flag is taken away."),
    "accepted": N_("Accepted: this answer is right for you from now on."),
    "overruled": N_("The mark is turned."),
    "leech": N_(
        "You forgot this one many times, so it is set aside. Library lists it and says what helps."
    ),
    "started-over": N_("This card is new again."),
    "steps-early": N_("Only questions you just learned are left, so they are asked at once."),
    "again-stands": N_("A wrong answer is asked again. If the mark was wrong, press O first."),
    "not-now": N_("That does nothing here."),
}

# Why a key does nothing where it was pressed.
_IDLE = {
    "no-hint": N_("This question has no hint."),
    "judge": N_("Press 1–4: how well did you know it?"),
    "closed": N_("Show the answer first: Enter"),
    "guess-wrong": N_("Only a right answer can be a guess, and this one was not right."),
    "accept-right": N_("This answer is right already, so there is nothing to accept."),
    "accept-choice": N_("Only words that were typed can be accepted, one answer at a time."),
    "overrule-unknown": N_("You said that you do not know it, so there is no mark to turn."),
    "unmarked": N_("There is no mark here: you judge it yourself, by 1–4."),
    "no-paragraph": N_("There is no more of the paragraph to show."),
    "rate-unknown": N_("You said that you do not know it, so it is asked again."),
}

_RATINGS = {1: N_("Again"), 2: N_("Hard"), 3: N_("Good"), 4: N_("Easy")}

_MEANINGS = {
    1: N_("I did not know it"),
    2: N_("with effort"),
    3: N_("I knew it"),
    4: N_("at once"),
}

_TASKS = {
    "choose": N_("Choose one."),
    "multi": N_("Choose all that are right."),
    "true-false": N_("True or false?"),
    "type": N_("Type the answer."),
    "number": N_("Type a number."),
    "date-year": N_("Type a year."),
    "date-month": N_("Type a month and year."),
    "date-day": N_("Type a day, month and year."),
    "order": N_("Put these in order."),
    "match": N_("Join the pairs."),
    "recall": N_("Recall the answer, then look."),
}


_WRITTEN_DATE = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")


class _Written(NamedTuple):
    """A date as a deck writes it."""

    year: int
    month: int | None
    day: int | None


class PartlyKnownDate(Protocol):
    """A date that may be known to the year or month only."""

    @property
    def year(self) -> int:
        """The year."""

    @property
    def month(self) -> int | None:
        """1 to 12, or None."""

    @property
    def day(self) -> int | None:
        """1 to 31, or None."""


def notice(code: str) -> str:
    """One line for a notice."""
    return _(_NOTICES[code])


def idle(code: str) -> str:
    """Why a key does nothing where it was pressed."""
    return _(_IDLE[code])


def missing(form: str, count: int, *, anything: bool) -> str:
    """What an answer still lacks, and what Enter does if it is pressed once more.

    Args:
        form: "choose", "type", "order" or "match".
        count: how many are missing.
        anything: something was answered; nothing at all means "I don't know".
    """
    if form == "choose":
        return _("Choose at least one, or 0 for I don't know.")
    if form == "type":
        return ngettext(
            "{n} field is empty yet; Enter again answers so.",
            "{n} fields are empty yet; Enter again answers so.",
            count,
        ).format(n=count)
    if form == "order":
        if not anything:
            return _("Nothing is placed yet; Enter again answers so.")
        return ngettext(
            "{n} is not placed yet; Enter again answers so.",
            "{n} are not placed yet; Enter again answers so.",
            count,
        ).format(n=count)
    if not anything:
        return _("Nothing is joined yet; Enter again means that you don't know.")
    return ngettext(
        "{n} is not joined yet; Enter again answers so.",
        "{n} are not joined yet; Enter again answers so.",
        count,
    ).format(n=count)


def rating(value: int) -> str:
    """The name of a rating, 1 to 4."""
    return _(_RATINGS[value])


def rating_meaning(value: int) -> str:
    """What a rating says about the student's memory."""
    return _(_MEANINGS[value])


def mark_line(mark: MarkLike, *, hinted: bool = False) -> str:
    """A mark and its reason in one line: "Right: one letter off, with a hint"."""
    if mark.reason == "recalled":
        return _("Remembered") if mark.right else _("Not remembered")
    return describe(mark, hinted=hinted)


def due(minutes: int, days: int) -> str:
    """When it is asked again: "in 10 minutes", "tomorrow", "in 2 days"."""
    if minutes:
        return ngettext("in {n} minute", "in {n} minutes", minutes).format(n=minutes)
    if days == 1:
        return _("tomorrow")
    if days < 60:
        return ngettext("in {n} day", "in {n} days", days).format(n=days)
    if days < 365:
        months = round(days / 30.4)
        return ngettext("in {n} month", "in {n} months", months).format(n=months)
    years = f"{days / 365.25:.1f}".removesuffix(".0")
    return _("in {n} years").format(n=years) if years != "1" else _("in one year")


def partial_date(when: PartlyKnownDate) -> str:
    """A date as far as it is known: "2022", "March 2022", "17 February 2008"."""
    if when.month is None:
        return str(when.year)
    month = month_names()[when.month - 1]
    if when.day is None:
        return _("{month} {year}").format(month=month, year=when.year)
    return _("{day} {month} {year}").format(day=when.day, month=month, year=when.year)


def as_of(when: PartlyKnownDate) -> str:
    """The date at which it was true: "as of March 2022"."""
    return _("as of {date}").format(date=partial_date(when))


def published(written: str) -> str:
    """A date as a deck writes it in words: "November 2026" for 2026-11; anything else as it is."""
    parts = _WRITTEN_DATE.fullmatch(written)
    if parts is None:
        return written
    year, month, day = (int(part) if part else None for part in parts.groups())
    return partial_date(_Written(year or 0, month, day))


def left(count: int, *, early: bool) -> str:
    """How many questions a sitting left over: "Ended early: 21 questions are left for today."."""
    if early:
        return ngettext(
            "Ended early: {n} question is left for today.",
            "Ended early: {n} questions are left for today.",
            count,
        ).format(n=count)
    return ngettext(
        "{n} question is left for today.", "{n} questions are left for today.", count
    ).format(n=count)


def study_day(day: int, today: int) -> str:
    """A study day near today: "today", "tomorrow", "on Friday", "on Friday 4 December"."""
    return next_time(day, today)


def seconds(value: float) -> str:
    """Time that was taken: "45 seconds", "7 minutes"."""
    if value < 90:
        whole = round(value)
        return ngettext("{n} second", "{n} seconds", whole).format(n=whole)
    whole = round(value / 60)
    return ngettext("{n} minute", "{n} minutes", whole).format(n=whole)


def task(kind: str, form: str, precision: str = "", fields: int = 1) -> str:
    """What the student is to do: "Choose one.", "Type 3 answers, one a line."."""
    if kind in ("multi", "true-false", "number"):
        return _(_TASKS[kind])
    if kind == "date":
        return _(_TASKS[f"date-{precision}"])
    if kind == "list":
        return ngettext("Type one answer.", "Type {n} answers, in any order.", fields).format(
            n=fields
        )
    return _(_TASKS[form])
