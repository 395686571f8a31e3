"""What else is right in a gap: a date the other way round, money with its magnitude in full."""

from __future__ import annotations

import re

_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Z][a-z]+)(?P<year> \d{4})?"
)
_MONTH_FIRST = re.compile(
    r"(?P<month>[A-Z][a-z]+) (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?(?P<year> \d{4}))?"
)
_SHORT_SUM = re.compile(r"(?P<sign>\D?)(?P<sum>\d[\d.,]*)(?P<scale>bn|tn|m|k)")
_SCALES = {"k": "thousand", "m": "million", "bn": "billion", "tn": "trillion"}


def spellings(answer: str) -> tuple[str, ...]:
    """Other ways to write what stands in a gap.

    Args:
        answer: the words of the gap, as the article has them.

    Returns:
        As in "31 October": "October 31"; "€85m": "€85 million", "85 million", "85m". None of
        other words.
    """
    day = _DAY_FIRST.fullmatch(answer)
    if day is not None:
        comma = "," if day["year"] else ""
        return (f"{day['month']} {day['day']}{comma}{day['year'] or ''}",)
    day = _MONTH_FIRST.fullmatch(answer)
    if day is not None:
        return (f"{day['day']} {day['month']}{day['year'] or ''}",)
    short = _SHORT_SUM.fullmatch(answer)
    if short is not None:
        full = f"{short['sum']} {_SCALES[short['scale']]}"
        bare = (full, f"{short['sum']}{short['scale']}")
        return (f"{short['sign']}{full}", *bare) if short["sign"] else (full,)
    return (answer[1:],) if answer[:1] in "€£$¥" and answer[1:2].isdigit() else ()
