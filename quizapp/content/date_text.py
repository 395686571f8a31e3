"""Dates as people write them, read to every date they can mean, and written in words."""

from __future__ import annotations

import calendar
import re

from quizapp.content.folding import normalise, visible
from quizapp.content.numerals import ORDINALS
from quizapp.content.question import PartialDate, Precision
from quizapp.words import _
from quizapp.words.months import ENGLISH, month_names

_LONGEST = 60
_NAMED = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s*(?:of\s)?\s*)?(?P<m1>[^\W\d_]+)\s*(?:of\s)?\s*"
    r"(?P<y1>\d{3,4})"
    r"|(?P<m2>[^\W\d_]+)\s*(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?P<y2>\d{3,4})"
    r"|(?P<y3>\d{4})\s*(?P<m3>[^\W\d_]+)(?:\s*(?P<d3>\d{1,2})(?:st|nd|rd|th)?)?"
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/. ])(\d{1,2})(?:\2(\d{1,2}))?")
_YEAR_LAST = re.compile(r"(?:(\d{1,2})([-/. ]))?(\d{1,2})([-/. ])(\d{4})")
_YEAR = re.compile(r"\d{1,4}")
_BEFORE = re.compile(r"^(?:(?:in|on|the|year|since|a\.?d\.?|anno domini)\s+)+")
_AFTER = re.compile(r"\s+(?:a\.?d\.?|c\.?e\.?)$")
_DAY = {word: n for n, word in enumerate(ORDINALS, start=1)}
_DAY |= {f"twenty-{word}": 20 + n for n, word in enumerate(ORDINALS[:9], start=1)}
_DAY |= {"thirtieth": 30, "thirty-first": 31}
_DAYS = re.compile(rf"\b({'|'.join(sorted(_DAY, key=len, reverse=True))})\b")
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?\s*(?=\S)"
)


def date_in_words(day: PartialDate) -> str:
    """The date as it is shown: 2008, February 2008 or 17 February 2008."""
    if day.month is None:
        return str(day.year)
    month = month_names()[day.month - 1]
    year = str(day.year) if day.year >= 100 else f"{day.year:04}"  # never taken for a day
    if day.day is None:
        return _("{month} {year}").format(month=month, year=year)
    return _("{day} {month} {year}").format(day=day.day, month=month, year=year)


def at_precision(day: PartialDate, precision: Precision) -> PartialDate:
    """The date with nothing finer than `precision`."""
    match precision:
        case Precision.YEAR:
            return PartialDate(day.year)
        case Precision.MONTH:
            return PartialDate(day.year, day.month)
        case Precision.DAY:
            return day


def read_dates(text: str) -> frozenset[PartialDate]:
    """Every date that the whole text can mean; empty if it is none.

    "3/4/2008" is the third of April or the fourth of March; with full stops the day stands
    first. Years have four digits unless they stand
    alone; beside the name of a month three will do. Month names may be cut to three
    letters or more, but not misspelt. A day of the week is overlooked.
    """
    plain = visible(text).casefold()
    if len(plain) > _LONGEST:
        return frozenset()
    plain = plain.strip('" ').rstrip(".")
    plain = _AFTER.sub("", _WEEKDAY.sub("", _BEFORE.sub("", plain)))
    plain = _BEFORE.sub("", plain)
    plain = _DAYS.sub(lambda m: f"{_DAY[m[1]]}th", plain)
    if _YEAR.fullmatch(plain):
        return _valid((int(plain), None, None))
    return _in_digits(plain) | _with_month_name(plain)


def _in_digits(plain: str) -> frozenset[PartialDate]:
    if m := _YEAR_FIRST.fullmatch(plain):
        return _valid((int(m[1]), int(m[3]), int(m[4]) if m[4] else None))
    m = _YEAR_LAST.fullmatch(plain)
    if m is None or (m[1] and m[2] != m[4]):
        return frozenset()
    if m[1] is None:
        return _valid((int(m[5]), int(m[3]), None))
    readings = [(int(m[5]), int(m[3]), int(m[1]))]
    if m[2] != ".":
        readings.append((int(m[5]), int(m[1]), int(m[3])))
    return _valid(*readings)


def _with_month_name(plain: str) -> frozenset[PartialDate]:
    spaced = " ".join(re.sub(r"[,.]|(?<=\w)-(?=\w)", " ", plain).split())
    m = _NAMED.fullmatch(spaced)
    if m is None:
        return frozenset()
    month = _month(m["m1"] or m["m2"] or m["m3"])
    day = m["d1"] or m["d2"] or m["d3"]
    year = int(m["y1"] or m["y2"] or m["y3"])
    return _valid((year, month, int(day) if day else None)) if month else frozenset()


def agree(read: PartialDate, known: PartialDate) -> bool:
    """Whether two dates are the same as far as both are known."""
    pairs = zip(
        (read.year, read.month, read.day), (known.year, known.month, known.day), strict=True
    )
    return all(a == b for a, b in pairs if a is not None and b is not None)


def usual_writings(day: PartialDate) -> tuple[str, ...]:
    """The date in words and in the writings with which a wrong one is compared."""
    names = date_in_words(day), str(day)
    if day.month is None or day.day is None:
        return names
    month = month_names()[day.month - 1]
    return (
        *names,
        f"{month} {day.day}, {day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.month}/{day.day}/{day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
    )


def _valid(*readings: tuple[int, int | None, int | None]) -> frozenset[PartialDate]:
    return frozenset(
        PartialDate(year, month, day)
        for year, month, day in readings
        if year
        and (month is None or 1 <= month <= 12)
        and (day is None or (month and 1 <= day <= calendar.monthrange(year, month)[1]))
    )


def _month(name: str) -> int | None:
    """The month of an English name or one in the language of the screen, whole or cut short."""
    if len(name) < 3:
        return None
    own = [visible(month).casefold() for month in month_names()]
    for names in (tuple(month.casefold() for month in ENGLISH), own):
        found = [n for n, month in enumerate(names, start=1) if month.startswith(name)]
        if len(found) == 1:
            return found[0]
    if name == "sept":
        return 9
    same = [n for n, month in enumerate(own, start=1) if normalise(month) == normalise(name)]
    return same[0] if same else None
