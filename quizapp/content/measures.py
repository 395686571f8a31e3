"""Units as people write them: km² is square kilometres, and never kilometres."""

from __future__ import annotations

import re

from quizapp.content.folding import normalise, visible

_MEASURES = (
    "percent pct",
    "€ euro euros eur",
    "$ dollar dollars usd",
    "£ pound pounds gbp",
    "km kilometre kilometres kilometer kilometers",
    "m metre metres meter meters",
    "cm centimetre centimetres centimeter centimeters",
    "mile miles mi",
    "foot feet ft",
    "kg kilo kilos kilogram kilograms",
    "t ton tons tonne tonnes",
    "year years yr yrs",
    "month months",
    "week weeks",
    "day days",
    "hour hours h",
    "minute minutes min",
    "second seconds s sec",
)
_MEASURE = {name: line.split()[0] for line in _MEASURES for name in line.split()}
_LENGTHS = ("km", "m", "cm", "mile", "foot")
_LENGTH = "|".join(
    sorted((n for n, m in _MEASURE.items() if m in _LENGTHS), key=len, reverse=True)
)
_POWERS = {"sq": 2, "square": 2, "cu": 3, "cubic": 3}
_IN_WORDS = re.compile(rf"(sq|square|cu|cubic)\.?\s*({_LENGTH})(?![^\W_])")
_RAISED = re.compile(rf"({_LENGTH})\s?\^?([23])(?![\d.,/^])")


def measure(unit: str) -> tuple[str, int] | None:
    """What a unit measures in, and to which power, or None where it is no known measure.

    "sq km", "km2" and "km²" are ("km", 2), "days" is ("day", 1).
    """
    plain = visible(unit).casefold().strip()
    if m := _IN_WORDS.match(plain):
        return _MEASURE[m[2]], _POWERS[m[1]]
    if m := _RAISED.match(plain):
        return _MEASURE[m[1]], int(m[2])
    for word in (unit.casefold(), *plain.replace(".", "").split()):
        if word in _MEASURE:
            return _MEASURE[word], 1
    return None


def without_power(unit: str) -> str:
    """The unit, of folded case, without the figure of its power: what is left holds no number."""
    m = _RAISED.match(unit.lstrip())
    return m[1] + unit.lstrip()[m.end() :] if m else unit


def may_stand_for(typed: str, wanted: str) -> bool:
    """Whether a typed unit may stand for the wanted one.

    Left out is right; another measure (km for miles, $ for €) is wrong; other words cannot be
    judged and are overlooked.
    """
    if not typed or not wanted:
        return True
    mine = measure(typed)
    return mine is None or mine == measure(wanted)


def same_unit(one: str, other: str) -> bool:
    """Whether two units are one: the same words, or the same measure."""
    if normalise(one) == normalise(other):
        return True
    known = measure(one)
    return known is not None and known == measure(other)
