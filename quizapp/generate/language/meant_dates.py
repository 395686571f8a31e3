"""Which date is meant where its year is not told: the last one, or of what is planned the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from quizapp.content.question import PartialDate
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of

_AHEAD = frozenset(("will", "shall", "'ll", "wo", "would"))
_PLANNED = row_of(
    "due scheduled expected set planned plans plan aims aim hopes hope intends intend is are"
)
_RUNS_ON = ("VB", "VBN", "VBG", "MD", "TO", "RB", "VBZ", "VBP", "IN", "RP")


def month_meant(
    tokens: Sequence[Token], i: int, month: int, day: int | None, published: PartialDate | None
) -> PartialDate | None:
    """The month or day that the words at an index mean; None where the publication is not known.

    Args:
        tokens: of the sentence: its verb tells whether the date is still to come.
        i: index where the date begins.
        month: from 1 to 12.
        day: of the month, None where only the month is told.
        published: when the article appeared.
    """
    if published is None or published.month is None:
        return None
    year = published.year
    if _to_come(tokens, i):
        year += (month, day or 31) < (published.month, published.day or 1)
    elif month > published.month:
        year -= 1
    return PartialDate(year, month, day)


def weekday_meant(
    tokens: Sequence[Token], i: int, weekday: int, published: PartialDate | None
) -> PartialDate | None:
    """The day that a weekday means, Monday being 0; None where no day of publication is known."""
    today = as_date(published)
    if today is None:
        return None
    if _to_come(tokens, i):
        return as_partial(today + timedelta((weekday - today.weekday() - 1) % 7 + 1))
    return as_partial(today - timedelta((today.weekday() - weekday) % 7))


def _to_come(tokens: Sequence[Token], i: int) -> bool:
    """Whether the verb that a date belongs to tells of what is still to happen."""
    if i and tokens[i - 1].low in ("by", "until", "till"):
        return True
    j = i - 1
    while j >= 0 and not tokens[j].tag.startswith(("VB", "MD")) and tokens[j].low != "due":
        if tokens[j].tag in (":", "``", "''"):
            return False
        j -= 1
    if j < 0:
        ahead = next((t for t in tokens[i:] if t.tag.startswith(("VB", "MD"))), None)
        return ahead is not None and ahead.low in _AHEAD
    infinitive = False
    while j >= 0 and (tokens[j].tag in _RUNS_ON or tokens[j].low == "due"):
        low = tokens[j].low
        if low in _AHEAD or (low in _PLANNED and infinitive) or low == "due":
            return True
        if low in ("has", "have", "had", "was", "were", "did"):
            return False
        infinitive = infinitive or low == "to"
        j -= 1
    return False


def as_date(value: PartialDate | None) -> date | None:
    """A date of which the day is known; None of any other."""
    if value is None or value.month is None or value.day is None:
        return None
    return date(value.year, value.month, value.day)


def as_partial(day: date) -> PartialDate:
    """A day as the questions keep it."""
    return PartialDate(day.year, day.month, day.day)
