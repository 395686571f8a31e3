"""Words that say when: dates, years, weekdays and "last month", and the dates they mean."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from quizapp.content.question import PartialDate
from quizapp.generate.language.meant_dates import (
    as_date,
    as_partial,
    month_meant,
    weekday_meant,
)
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of, words_in

MONTHS = {
    name: n // 2 + 1
    for n, name in enumerate(
        words_in(
            "january jan february feb march mar april apr may may june jun july jul august aug "
            "september sep october oct november nov december dec"
        )
    )
} | {"sept": 9}
MONTH_NAMES = tuple(
    words_in(
        "January February March April May June July August September October November December"
    )
)
WEEKDAYS = {
    name: n for n, name in enumerate(
        words_in("monday tuesday wednesday thursday friday saturday sunday")
    )
}  # fmt: skip
_PARTS = row_of("morning afternoon evening night midday noon dawn overnight lunchtime midnight")
_PREPOSITIONS = row_of(
    "in on since by until till from after before during at around throughout between for "
    "through over to of"
)
_PERIODS = row_of(
    "day week month year decade century summer winter spring autumn fall weekend quarter season "
    "morning afternoon evening night session term semester"
)
_NUMBERS = {
    word: n for n, word in enumerate(
        words_in("zero one two three four five six seven eight nine ten eleven twelve")
    )
} | {"a": 1, "an": 1}  # fmt: skip


_ORDINALS = {
    word: n + 1 for n, word in enumerate(
        words_in("first second third fourth fifth sixth seventh eighth ninth tenth")
    )
}  # fmt: skip


_STARTS = row_of(
    "spring summer autumn fall winter night morning evening afternoon eve end beginning start "
    "middle"
)
_VAGUE = row_of("early late mid mid- the earlier later about around both roughly only")
_ROUGHLY = frozenset(("about", "around", "both", "roughly", "the", "earlier", "later"))
_TODAY = ("yesterday", "today", "tonight", "tomorrow")
_WHICH = ("last", "this", "next", "past")
_DATES = frozenset((*_NUMBERS, *_ORDINALS, *WEEKDAYS, *MONTHS, *_TODAY, *_WHICH))
"""What else than a figure a date can begin with; and "mid-July"."""
_BEGINNINGS = _PREPOSITIONS | _STARTS | _VAGUE | _DATES
_UNTIL = {"between": ("and",), "from": ("to", "until", "till", "through")}
"""How a span of years goes on."""


class When(StrEnum):
    """How a time is said."""

    ABSOLUTE = "absolute"
    """With its year, so that it stands alone."""
    RESOLVED = "resolved"
    """Relative or without its year, but the publication date tells which."""
    RELATIVE = "relative"
    """Relative, and nothing tells which."""
    LENGTH = "length"
    """A length of time: "for three years", "in ten days"."""


_YEARS = range(1000, 2100)
"""Years that a text is published in; on any other day nothing can be reckoned from."""
_LONGEST_COUNT = 3
"""Digits of how long ago something was, where its date is reckoned."""


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """Words that say when.

    Attributes:
        first: index of the first token: the preposition, where there is one.
        end: index after the last.
        preposition: "in", "since", or "".
        when: how it is said.
        value: the date meant, as exactly as known; None where nothing tells.
        whole: the preposition and the date are all the words: no "early", no "the end of".
    """

    first: int
    end: int
    preposition: str
    when: When
    value: PartialDate | None
    whole: bool = True


def spoken(value: PartialDate) -> str:
    """A date in words: "March 10, 2022", "March 2022", "2022"."""
    if value.month is None:
        return str(value.year)
    name = MONTH_NAMES[value.month - 1]
    return f"{name} {value.year}" if value.day is None else f"{name} {value.day}, {value.year}"


def with_preposition(value: PartialDate) -> str:
    """As in "on March 10, 2022", "in 2022"."""
    return ("in " if value.day is None else "on ") + spoken(value)


def times(tokens: Sequence[Token], published: PartialDate | None) -> tuple[TimePhrase, ...]:
    """The time phrases of a sentence, in order, none within another."""
    if published is not None and published.year not in _YEARS:
        published = None
    found: list[TimePhrase] = []
    i = 0
    while i < len(tokens):
        phrase = _time_at(tokens, i, published)
        if phrase is None:
            i += 1
        else:
            found.append(phrase)
            i = phrase.end
    return tuple(found)


def _time_at(tokens: Sequence[Token], i: int, published: PartialDate | None) -> TimePhrase | None:
    if tokens[i].low not in _BEGINNINGS and not _may_date(tokens[i].low):
        return None
    start, preposition = i, ""
    if tokens[i].low in _PREPOSITIONS and tokens[i].tag in ("IN", "TO", "RP"):
        preposition = tokens[i].low
        i += 1
    if preposition == "of" and _low(tokens, i) in _STARTS:
        return None
    named = _past_part(tokens, i)
    dated = named
    while dated < len(tokens) and tokens[dated].low in _VAGUE:
        dated += 1
    read = _date_at(tokens, dated, published)
    if read is None and dated > i:
        named = dated = i
        read = _date_at(tokens, i, published)
    if read is None:
        return None if preposition == "of" else _length(tokens, start, i, preposition)
    whole = not any(t.low in _ROUGHLY for t in tokens[named:dated]) and preposition != "of"
    if named > i and preposition == "at":
        preposition = "in" if read[2] is None or read[2].day is None else "on"
    return _phrase(tokens, start, preposition, read, published, whole=whole)


def _phrase(
    tokens: Sequence[Token],
    start: int,
    preposition: str,
    read: tuple[int, When, PartialDate | None],
    published: PartialDate | None,
    *,
    whole: bool,
) -> TimePhrase | None:
    """The phrase of a date behind its preposition; None where the two do not go together."""
    end, when, value = read
    if value is not None and not _is_there(value):
        when, value = When.RELATIVE, None
    known = value is not None and value.day is not None and when is When.RESOLVED
    # a bare year is part of some name or count
    bare = not preposition and when is When.ABSOLUTE and value and value.month is None
    if bare or (preposition == "of" and not known) or (
        preposition == "at" and when is not When.RELATIVE
    ):  # fmt: skip
        return None
    if _low(tokens, end) in ("'s", "’s") and when is When.RESOLVED:
        return TimePhrase(start, end, "by", When.RELATIVE, None, whole=False)
    link = _UNTIL.get(preposition, ())
    if when in (When.ABSOLUTE, When.RESOLVED) and _low(tokens, end) in link:
        until = _date_at(tokens, end + 1, published)
        if until is not None and until[1] is when:
            when = When.ABSOLUTE
            return TimePhrase(start, until[0], preposition, when, value, whole=False)
    return TimePhrase(start, end, preposition, when, value, whole)


def _is_there(value: PartialDate) -> bool:
    """Whether the calendar has a day, as it has no February 31."""
    if value.month is None or value.day is None:
        return True
    return value.day <= monthrange(value.year, value.month)[1]


def _past_part(tokens: Sequence[Token], i: int) -> int:
    """Index behind "the summer of", "the night of", "the end of" before a date, or i."""
    j = i + (_low(tokens, i) in ("the", "a"))
    j += _low(tokens, j) in ("early", "late")
    if j > i and _low(tokens, j) in _STARTS and _low(tokens, j + 1) == "of":
        return j + 2
    return i


def _may_date(low: str) -> bool:
    """Whether a date can begin with a word: most cannot, and are not read further."""
    return (
        low in _DATES
        or low[:1].isdecimal()
        or low.startswith("mid-")
        or low.removesuffix(".") in MONTHS
    )


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _year(word: str) -> int | None:
    return int(word) if re.fullmatch(r"1[0-9]\d\d|20\d\d", word) else None


def _day(word: str) -> int | None:
    if word in _ORDINALS:
        return _ORDINALS[word]
    found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", word)
    day = int(found.group(1)) if found else 0
    return day if 1 <= day <= 31 else None


def _date_at(
    tokens: Sequence[Token], i: int, published: PartialDate | None
) -> tuple[int, When, PartialDate | None] | None:
    word = _low(tokens, i)
    if not _may_date(word):
        return None
    bare = word.removesuffix(".").removeprefix("mid-")
    year = _year(bare)
    if year is not None:
        counted = _low(tokens, i + 1) in ("people", "troops", "soldiers")
        return None if counted else (i + 1, When.ABSOLUTE, PartialDate(year))
    named = word.startswith("mid-") or (i < len(tokens) and tokens[i].text[:1].isupper())
    if bare in WEEKDAYS and named:
        return _weekday_first(tokens, i, WEEKDAYS[bare], published)
    if bare in MONTHS and named:
        return _month_first(tokens, i, MONTHS[bare], published)
    return _day_first(tokens, i, published) or _deictic(tokens, i, published)


def _weekday_first(
    tokens: Sequence[Token], i: int, weekday: int, published: PartialDate | None
) -> tuple[int, When, PartialDate | None]:
    """As in "Monday night", "Monday, June 3"."""
    end = i + 1
    while _low(tokens, end) in _PARTS:
        end += 1
    if _low(tokens, end) == "," and _low(tokens, end + 1).removesuffix(".") in MONTHS:
        read = _date_at(tokens, end + 1, published)
        if read:
            return read
    return (end, *_resolved(weekday_meant(tokens, i, weekday, published)))


def _day_first(
    tokens: Sequence[Token], i: int, published: PartialDate | None
) -> tuple[int, When, PartialDate | None] | None:
    """As in "5 May", "the 5th of May 2024"."""
    day = _day(_low(tokens, i))
    at = i + 1 + (_low(tokens, i + 1) == "of")
    month = MONTHS.get(_low(tokens, at).removesuffix("."))
    if day is None or month is None or not tokens[at].text[:1].isupper():
        return None
    year = _year(_low(tokens, at + 1))
    if year:
        return at + 2, When.ABSOLUTE, PartialDate(year, month, day)
    return (at + 1, *_resolved(month_meant(tokens, i, month, day, published)))


def _month_first(
    tokens: Sequence[Token], i: int, month: int, published: PartialDate | None
) -> tuple[int, When, PartialDate | None] | None:
    following = _low(tokens, i + 1)
    year = _year(following)
    if year:
        return i + 2, When.ABSOLUTE, PartialDate(year, month)
    if following == "last" and _low(tokens, i + 2) == "year" and published:
        return i + 3, When.RESOLVED, PartialDate(published.year - 1, month)
    day = _day(following)
    if day is None:
        if tokens[i].low in ("may", "march") and tokens[i].tag != "NNP":
            return None
        return (i + 1, *_resolved(month_meant(tokens, i, month, None, published)))
    comma = 1 if _low(tokens, i + 2) == "," else 0
    year = _year(_low(tokens, i + 2 + comma))
    if year:
        end = i + 3 + comma
        return end, When.ABSOLUTE, PartialDate(year, month, day)
    return (i + 2, *_resolved(month_meant(tokens, i, month, day, published)))


def _resolved(value: PartialDate | None) -> tuple[When, PartialDate | None]:
    return (When.RELATIVE if value is None else When.RESOLVED), value


def _deictic(
    tokens: Sequence[Token], i: int, published: PartialDate | None
) -> tuple[int, When, PartialDate | None] | None:
    word, following = _low(tokens, i), _low(tokens, i + 1)
    today = as_date(published)
    if word in _TODAY:
        end = i + 2 if following in _PARTS else i + 1
        shift = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        if today is None:
            return end, When.RELATIVE, None
        return end, When.RESOLVED, as_partial(today + timedelta(shift))
    if word in _WHICH and following in (*_PERIODS, *WEEKDAYS, *MONTHS):
        if word == "this" and following in ("session", "term", "day", "quarter", "season"):
            return None
        value = _shifted(word, following, published)
        return i + 2, When.RESOLVED if value else When.RELATIVE, value
    if word == "last" and _low(tokens, i + 1) == "calendar":
        return i + 3, When.RELATIVE, None
    return _ago(tokens, i, published)


def _ago(
    tokens: Sequence[Token], i: int, published: PartialDate | None
) -> tuple[int, When, PartialDate | None] | None:
    """As in "three years ago", "two days later"."""
    word, unit, third = (_low(tokens, i + k) for k in range(3))
    counted = word in _NUMBERS or word.isdecimal()
    long = unit.removesuffix("s") in (*_PERIODS, "hour", "minute")
    if not counted or not long or third not in ("ago", "earlier", "later", "before", "after"):
        return None
    if len(word) > _LONGEST_COUNT and word.isdecimal():
        return i + 3, When.RELATIVE, None
    count = _NUMBERS.get(word) or (int(word) if word.isdecimal() else 0)
    value, today = None, as_date(published)
    if third == "ago" and published and unit in ("years", "year"):
        value = PartialDate(published.year - count)
    elif third == "ago" and today and unit in ("days", "day"):
        value = as_partial(today - timedelta(count))
    return i + 3, When.RESOLVED if value else When.RELATIVE, value


def _shifted(word: str, unit: str, published: PartialDate | None) -> PartialDate | None:
    if published is None:
        return None
    if unit == "year":
        return (
            PartialDate(published.year + {"last": -1, "this": 0, "next": 1, "past": 99}[word])
            if word != "past"
            else None
        )
    if unit == "month" and published.month and word in ("last", "this", "next"):
        step = {"last": -1, "this": 0, "next": 1}[word]
        months = published.year * 12 + published.month - 1 + step
        return PartialDate(months // 12, months % 12 + 1)
    if unit in MONTHS and published.month and word == "last":
        year = published.year - (MONTHS[unit] >= published.month)
        return PartialDate(year, MONTHS[unit])
    return None


def _length(tokens: Sequence[Token], start: int, i: int, preposition: str) -> TimePhrase | None:
    """As in "for three years", "in 10 days", "for more than a decade"."""
    if preposition not in ("for", "in", "within", "after", "over", "during", "through"):
        return None
    j = i
    while _low(tokens, j) in (
        "more",
        "than",
        "at",
        "least",
        "nearly",
        "almost",
        "about",
        "the",
        "past",
        "last",
        "next",
        "first",
        "some",
        "over",
        "just",
        "under",
    ):
        j += 1
    word = _low(tokens, j)
    number = word in _NUMBERS or word.replace(",", "").isdigit() or word in ("several", "many", "")
    if number:
        j += 1
    unit = _low(tokens, j).removesuffix("s")
    if unit in (*_PERIODS, "hour", "minute", "second", "centurie") and (number or j > i):
        relative = any(_low(tokens, k) in ("past", "last", "next") for k in range(i, j))
        when = When.RELATIVE if relative else When.LENGTH
        return TimePhrase(start, j + 1, preposition, when, None)
    return None
