"""Whether two writings state one value: a number, a date, a day of the year, years from and to."""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.content.date_text import names_month, read_dates, read_days
from quizapp.content.folding import normalise, visible, words
from quizapp.content.measures import same_unit
from quizapp.content.numerals import in_digits, numbers, read_number, roman
from quizapp.content.slips import negations
from quizapp.words.months import month_names

_A_YEAR = re.compile(r"[1-9]\d{2,3}")
_SPAN = re.compile(
    r"(?:from\s+)?(\d{4})\s*(?:[-/]|to|until|till)\s*(\d{4}|\d{2})|between\s+(\d{4})\s+and\s+(\d{4})"
)
_NTH = re.compile(r"(?:\bthe )?\b(\d+)(?:st|nd|rd|th)\b")


def same_value(typed: str, text: str) -> bool:
    """Whether `typed` states the number, date or years that the right answer `text` states."""
    if not states_value(text) or negations(words(typed)) != negations(words(text)):
        return False
    return _same_figures(typed, text) or _same_number(typed, text) or _same_date(typed, text)


def same_with_what_is_asked(typed: str, text: str, asked: str) -> bool:
    """Whether `typed` is `text` and no more than the question's own words say beside it.

    "60 days" is 60 where the question speaks of days, "10 March 2022" the tenth of March where
    it speaks of 2022.
    """
    if not states_value(text):
        return False
    return _with_unit(typed, text, asked) or _with_year(typed, text, asked)


def states_value(text: str) -> bool:
    """Whether there is anything in a right answer that could be written as another value."""
    return _states_value(text, month_names())


@lru_cache(maxsize=1024)
def _states_value(text: str, _months: tuple[str, ...]) -> bool:
    """Kept by the names of the months too, since another language has others."""
    return (
        bool(numbers(in_digits(text)))
        or read_number(text) is not None
        or bool(read_dates(text))
        or names_month(text)
        or _span(text) is not None
    )


def _with_unit(typed: str, text: str, asked: str) -> bool:
    mine, right = read_number(typed), read_number(text)
    if mine is None or right is None or right.unit or mine.value != right.value:
        return False
    unit, named = _unit_words(mine.unit), set(_unit_words(asked))
    return bool(unit) and not negations(unit) and named.issuperset(unit)


def _unit_words(text: str) -> tuple[str, ...]:
    """The words, one and many alike."""
    return words(re.sub(r"s\b", "", visible(text).casefold().replace("per cent", "percent")))


def _with_year(typed: str, text: str, asked: str) -> bool:
    if not names_month(text):
        return False
    days, named = read_days(text), words(asked)
    return len(days) == 1 and any(
        str(date.year) in named and (date.month, date.day) in days for date in read_dates(typed)
    )


def _same_figures(typed: str, text: str) -> bool:
    mine, right = in_digits(typed), in_digits(text)
    if not numbers(right):
        return False
    if roman(visible(text)) and " " in right:  # a king's numeral is said as an ordinal
        mine = _NTH.sub(r"\1", mine)
    return normalise(mine) == normalise(right)


def _same_number(typed: str, text: str) -> bool:
    a, b = read_number(typed), read_number(text)
    return a is not None and b is not None and a.value == b.value and same_unit(a.unit, b.unit)


def _same_date(typed: str, text: str) -> bool:
    meant = read_dates(text)
    if len(meant) == 1 and (read_number(text) is None or _A_YEAR.fullmatch(visible(text))):
        (day,) = meant
        return day in read_dates(typed, near=day.year)
    if meant:
        return False
    if names_month(text):
        days = read_days(text)
        return len(days) == 1 and days <= read_days(typed)
    span = _span(text)
    return span is not None and span == _span(typed)


def _span(text: str) -> tuple[int, int] | None:
    """The first and last year that the whole text states: "1998–1999", "1998-99"."""
    m = _SPAN.fullmatch(visible(text).casefold().rstrip("."))
    if m is None:
        return None
    first, last = m[1] or m[3], m[2] or m[4]
    years = int(first), int(first[: 4 - len(last)] + last)
    return years if years[0] < years[1] else None
