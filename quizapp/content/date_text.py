"""Dates as people write them, read to every date they can mean, and written in words."""

from __future__ import annotations

import calendar
import re

from rapidfuzz.distance import OSA

from quizapp.content.folding import normalise, visible
from quizapp.content.numerals import ORDINALS
from quizapp.content.question import PartialDate, Precision
from quizapp.words import _
from quizapp.words.months import ENGLISH, month_names

_ENGLISH = tuple(month.casefold() for month in ENGLISH)
_LONGEST = 60
_LONG_MONTH = 5  # letters from which on a month may hold a slip: June and July stay apart
_SHORT_WORD = 4
_NO_SHORT_YEARS = 1000  # nobody writes 476 as '76
_TH = r"(?:st|nd|rd|th)?"
_NAMED = re.compile(
    rf"(?:(?P<d1>\d{{1,2}}){_TH}\s*(?:of\s)?\s*)?(?P<m1>[^\W\d_]+)\s*(?:of\s)?\s*"
    r"(?P<y1>\d{3,4}|'?\d{2})"
    rf"|(?P<m2>[^\W\d_]+)\s*(?:the\s)?(?P<d2>\d{{1,2}}){_TH}\s+(?:of\s)?(?P<y2>\d{{3,4}}|'?\d{{2}})"
    rf"|(?P<y3>\d{{4}})\s*(?P<m3>[^\W\d_]+)(?:\s*(?P<d3>\d{{1,2}}){_TH})?"
)
_NAMED_DAY = re.compile(
    rf"(?:(?P<d1>\d{{1,2}}){_TH}\s*(?:of\s)?\s*)?(?P<m1>[^\W\d_]+)"
    rf"|(?P<m2>[^\W\d_]+)\s*(?:the\s)?(?P<d2>\d{{1,2}}){_TH}"
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/. ])(\d{1,2})(?:\2(\d{1,2}))?")
_YEAR_LAST = re.compile(r"(?:(\d{1,2})([-/. ]))?(\d{1,2})([-/. ])(\d{4}|'?\d{2})")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})([-/.])(\d{1,2})")
_YEAR = re.compile(r"\d{1,4}|'\d{2}")
_BEFORE = re.compile(
    r"^(?:(?:in|on|of|the|year|since|about|around|roughly|approximately|circa|approx|ca|c"
    r"|a\.?d\.?|anno domini)\s+|(?:approx|ca|c)\.\s*|[~≈]\s*)+"
)
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


def read_dates(text: str, near: int | None = None) -> frozenset[PartialDate]:
    """Every date that the whole text can mean; empty if it is none.

    "3/4/2008" is the third of April or the fourth of March; with full stops the day stands
    first. Years have four digits unless they stand alone; beside the name of a month three will
    do. Month names may be cut to three letters or more, but not misspelt. A day of the week is
    overlooked.

    Args:
        text: all that was typed.
        near: a year in whose century a year of two digits lies, "17/2/08" or "'08"; without it
            two digits are no year.
    """
    plain = _plain(text)
    if _YEAR.fullmatch(plain):
        alone = _year(plain, near) if plain[0] == "'" else int(plain)
        return _valid((alone, None, None))
    return _in_digits(plain, near) | _with_month_name(plain, near)


def read_days(text: str) -> frozenset[tuple[int, int | None]]:
    """Every month, with its day or None, that the whole text can mean where it names no year.

    "10/3" is the tenth of March or the third of October, "March 10" and "10.3." the tenth of
    March, "March" the month.
    """
    plain = _plain(text)
    found: list[tuple[int, int | None]] = []
    if m := _DAY_AND_MONTH.fullmatch(plain):
        found.append((int(m[3]), int(m[1])))
        if m[2] != ".":
            found.append((int(m[1]), int(m[3])))
    elif m := _NAMED_DAY.fullmatch(_spaced(plain)):
        day = m["d1"] or m["d2"]
        found.append((_month(m["m1"] or m["m2"]) or 0, int(day) if day else None))
    leap = 2000
    valid = _valid(*((leap, month, day) for month, day in found if month))
    return frozenset((date.month or 0, date.day) for date in valid)


def names_month(text: str) -> bool:
    """Whether the name of a month, whole or cut short, is a word of the text."""
    return any(_month(word) for word in re.findall(r"[^\W\d_]+", visible(text).casefold()))


def mend_month(text: str) -> str | None:
    """The text with its one misspelt name of a month mended, or None.

    A name of five letters or more may hold one slip (a letter left out, added, changed or
    swapped with its neighbour) where that leaves no doubt which month is meant.
    """
    if len(text) > _LONGEST:
        return None
    plain = visible(text).casefold()
    mended = [
        (m, name)
        for m in re.finditer(r"[^\W\d_]+", plain)
        if len(m[0]) >= _SHORT_WORD and not _month(m[0]) and (name := _nearly(m[0]))
    ]
    if len(mended) != 1:
        return None
    m, name = mended[0]
    return plain[: m.start()] + name + plain[m.end() :]


def _nearly(word: str) -> str | None:
    """The only month whose name is one slip from the word."""
    own = [visible(month).casefold() for month in month_names()]
    names = [*enumerate(_ENGLISH), *enumerate(own)]
    near = {
        n: name for n, name in names if len(name) >= _LONG_MONTH and OSA.distance(word, name) == 1
    }
    return next(iter(near.values())) if len(near) == 1 else None


def _plain(text: str) -> str:
    """The text as a reader sees it, without what may stand around a date."""
    plain = visible(text).casefold()
    if len(plain) > _LONGEST:
        return ""
    plain = plain.strip('" ').rstrip(".")
    plain = _AFTER.sub("", _WEEKDAY.sub("", _BEFORE.sub("", plain)))
    plain = _BEFORE.sub("", plain)
    return _DAYS.sub(lambda m: f"{_DAY[m[1]]}th", plain)


def _year(digits: str, near: int | None) -> int:
    """The year that the digits mean; 0, which is none, for two digits without a century."""
    number = int(digits.lstrip("'"))
    if len(digits.lstrip("'")) > 2:
        return number
    return 0 if near is None or near < _NO_SHORT_YEARS else near - near % 100 + number


def _in_digits(plain: str, near: int | None) -> frozenset[PartialDate]:
    if m := _YEAR_FIRST.fullmatch(plain):
        return _valid((int(m[1]), int(m[3]), int(m[4]) if m[4] else None))
    m = _YEAR_LAST.fullmatch(plain)
    if m is None or (m[1] and m[2] != m[4]):
        return frozenset()
    if m[1] is None:  # "2/08" may as well be a day
        return _valid((int(m[5]) if len(m[5]) > 3 else 0, int(m[3]), None))
    year = _year(m[5], near)
    readings = [(year, int(m[3]), int(m[1]))]
    if m[2] != ".":
        readings.append((year, int(m[1]), int(m[3])))
    return _valid(*readings)


def _with_month_name(plain: str, near: int | None) -> frozenset[PartialDate]:
    m = _NAMED.fullmatch(_spaced(plain))
    if m is None:
        return frozenset()
    month = _month(m["m1"] or m["m2"] or m["m3"])
    day = m["d1"] or m["d2"] or m["d3"]
    digits = m["y1"] or m["y2"] or m["y3"]
    if not month or (len(digits) == 2 and not day):  # "Feb 08" may as well be a day
        return frozenset()
    return _valid((_year(digits, near), month, int(day) if day else None))


def _spaced(plain: str) -> str:
    return " ".join(re.sub(r"[,.]|(?<=\w)-(?=\w)", " ", plain).split())


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
    for names in (_ENGLISH, own):
        found = [n for n, month in enumerate(names, start=1) if month.startswith(name)]
        if len(found) == 1:
            return found[0]
    if name == "sept":
        return 9
    same = [n for n, month in enumerate(own, start=1) if normalise(month) == normalise(name)]
    return same[0] if same else None
