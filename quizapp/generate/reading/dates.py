"""A date as articles write it: "March 10, 2022", "10 March 2022", "2022-03-10", "March 2022"."""

from __future__ import annotations

import calendar
import re

from quizapp.content.question import PartialDate
from quizapp.words.months import ENGLISH

_NUMBER = {name[:3].lower(): number for number, name in enumerate(ENGLISH, 1)}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d|21\d\d)(?!\d)"
_WRITINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"(?P<day>\d{{1,2}})(?P<part>[./-])(?P<number>\d{{1,2}})(?P=part){_YEAR}",
        rf"{_YEAR}-(?P<number>\d\d)(?![\d-])",
        rf"{_MONTH},?\s+{_YEAR}",
    )
)
_YEAR_ALONE = re.compile(rf"{_YEAR}$")
_BEFORE = re.compile(
    r"(?:(?:first\s+|last\s+)?(?:published|posted|updated|modified|date)(?:\s+on|\s+at)?\s*:?\s*)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\sT,|·•–-]*(?:at\s+)?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*"
    r"(?:Z|[+-]\d\d:?\d\d|\(?[A-Z]{2,5}\)?)?[\s.|]*",
)


def date_at(text: str, place: int = 0) -> tuple[PartialDate, int] | None:
    """The date with a year that begins right there, and where it ends; None where none does.

    A writing in figures counts only if day and month cannot be mistaken for one another.
    """
    for writing in _WRITINGS:
        found = writing.match(text, place)
        if found and (date := _date(found.groupdict())):
            return date, found.end()
    return None


def date_of(text: str) -> PartialDate | None:
    """The date that a line tells and nothing else, as "Published: Thursday, March 10, 2022, 9 am".

    None where the line says anything more, and where the date does not exist.
    """
    text = text.strip()[:200]
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    if year := _YEAR_ALONE.match(text, start):
        return PartialDate(int(year["year"]))
    found = date_at(text, start)
    if found and _AFTER.fullmatch(text, found[1]):
        return found[0]
    return None


def _date(parts: dict[str, str | None]) -> PartialDate | None:
    year = int(parts["year"] or 0)
    name = parts.get("month")
    month = _NUMBER[name[:3].lower()] if name else int(parts.get("number") or 0)
    if not 1 <= month <= 12:
        return None
    if not parts.get("day"):
        return PartialDate(year, month)
    day = int(parts["day"] or 0)
    if parts.get("part") and day <= 12 and day != month:
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return PartialDate(year, month, day)
