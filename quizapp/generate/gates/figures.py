"""The numbers and years that a text names, whatever their writing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from quizapp.content.numerals import in_digits

_FIGURE = re.compile(r"(?<![\w.])[$€£]?(\d+(?:[.,]\d+)*(?:/\d+)?)(bn|mn|tn|[mk])?(?![\w:])(%)?")
_SCALE = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_AS_WORDS = {
    "dozen": Fraction(12),
    "half": Fraction(1, 2),
    "halved": Fraction(1, 2),
    "both": Fraction(2),
    "pair": Fraction(2),
    "couple": Fraction(2),
    "twice": Fraction(2),
    "doubled": Fraction(2),
    "tripled": Fraction(3),
    "once": Fraction(1),
    "single": Fraction(1),
    "none": Fraction(0),
}
_RANGE = re.compile(r"\b(\d{2})(\d{2})\s*[-–/]\s*(\d{2})\b(?!\d)")
_YEAR = re.compile(r"(?<![\d.,])([1-9]\d{3})(?![\d]|,\d|\.\d)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text: its value, and the words before and behind it in lower case."""

    value: Fraction
    before: str
    behind: str
    percent: bool


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[Figure, ...]:
    """Every number of a text in order; "3,770" and "four" too, but no time of day."""
    digits = in_digits(text)
    found = []
    for m in _FIGURE.finditer(digits):
        value = _value(m.group(1), m.group(2))
        if value is not None:
            before, behind = digits[: m.start()].rstrip(), digits[m.end() :].lstrip()
            percent = bool(m.group(3)) or behind.startswith(("percent", "per cent"))
            found.append(Figure(value, before, behind, percent))
    return tuple(found)


@lru_cache(maxsize=4096)
def values(text: str) -> frozenset[Fraction]:
    """The values of a text's numbers, also of those said in a word: half, both, a dozen."""
    said = {_AS_WORDS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _AS_WORDS}
    return frozenset(figure.value for figure in figures(text)) | said


def _value(number: str, scale: str | None) -> Fraction | None:
    over, _, under = number.replace(",", "").partition("/")
    try:
        value = Fraction(over) / Fraction(under or "1")
    except (ValueError, ZeroDivisionError):
        return None
    return value * _SCALE.get(scale or "", 1)


@lru_cache(maxsize=4096)
def years(text: str) -> frozenset[int]:
    """The years from 1000 that a text names; 1998 and 1999 in "1998-99"."""
    found = {int(year) for year in _YEAR.findall(text)}
    return frozenset(found | {int(a + c) for a, _, c in _RANGE.findall(text)})
