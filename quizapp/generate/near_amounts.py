"""Wrong amounts of the form of a right one: money, fractions, votes and lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from quizapp.generate.distractors import near_numbers
from quizapp.generate.language.word_list import words_in

_FRACTIONS = (
    "a tenth", "a fifth", "a quarter", "a third", "half", "two-thirds", "three-quarters",
)  # fmt: skip
_WORDS = tuple(words_in("zero one two three four five six seven eight nine ten eleven twelve"))
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ANY = re.compile(rf"\d[\d,]*|\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


def near_amounts(words: str, sort: str) -> tuple[str, ...]:
    """Amounts that could be taken for one, written as it is; none where its form is not known.

    No two are alike, and none is the right one.

    Args:
        words: the amount as the article gives it.
        sort: "money", "part", "vote", "length", "range" or "span".
    """
    said = {
        "part": _fractions,
        "vote": _votes,
        "ratio": _ratios,
        "span": _spans,
        "range": _ranges,
    }.get(sort)
    if said is not None:
        return _distinct(said(words), words)
    found = _NUMBER.search(words)
    if sort == "length" and (found is None or " and a half" in words):
        return _distinct(_lengths(words), words)
    if found is None or (sort == "length" and " and " in words):
        return ()
    near = _near(Decimal(found.group().replace(",", "")))
    return _distinct((_NUMBER.sub(f"{n:,}", words, count=1) for n in near), words)


def _distinct(near: Iterable[str], words: str) -> tuple[str, ...]:
    return tuple(amount for amount in dict.fromkeys(near) if amount != words)


def _fractions(words: str) -> tuple[str, ...]:
    plain = words.lower().replace("-", " ")
    place = next(
        (n for n, f in enumerate(_FRACTIONS) if plain.endswith(f.replace("-", " "))), None
    )
    if place is None:
        return ()
    spaced = words.lower().endswith(_FRACTIONS[place].replace("-", " "))
    said = _FRACTIONS[place]
    hedge = words[: len(words) - len(said)]
    order = sorted(range(len(_FRACTIONS)), key=lambda n: (abs(n - place), n))
    near = (_FRACTIONS[n] for n in order if n != place)
    return tuple(hedge + (f.replace("-", " ") if spaced else f) for f in near)


def _ratios(words: str) -> tuple[str, ...]:
    """As "nearly one in four" beside "nearly one in five", "seven in ten" beside "nine in ten"."""
    found = [m.group() for m in _ANY.finditer(words)]
    if len(found) != 2:
        return ()
    one, base = (_value(word) for word in found)
    if one == 1:
        pairs = [(1, n) for n in (base - 1, 2 * base, base + 1, base + 2, base * 3) if n > 1]
    else:
        pairs = [(n, base) for n in (one - 2, one + 1, one - 1, one + 2) if 0 < n < base]
    return tuple(_replaced(words, _written(a, found[0]), _written(b, found[1])) for a, b in pairs)


def _ranges(words: str) -> tuple[str, ...]:
    """Other ranges, both ends moved: "between 105,000 and 179,000"."""
    found = [Decimal(number.replace(",", "")) for number in _NUMBER.findall(words)]
    if len(found) != 2:
        return ()
    pairs = zip(_near(found[0]), _near(found[1]), strict=False)
    return tuple(
        _replaced_numbers(words, f"{one:,}", f"{other:,}") for one, other in pairs if one < other
    )


def _replaced_numbers(words: str, *new: str) -> str:
    given = iter(new)
    return _NUMBER.sub(lambda _: next(given), words)


def _spans(words: str) -> tuple[str, ...]:
    """Other spans of years, none later: "2010 to 2016" beside "2013 to 2019"."""
    found = [int(year) for year in re.findall(r"\d{4}", words)]
    if len(found) != 2 or found[0] >= found[1]:
        return ()
    first, last = found
    pairs = [(first - 3, last - 3), (first - 2, last), (first - 1, last - 2)]
    years = ((str(a), str(b)) for a, b in pairs if a < b)
    return tuple(words.replace(str(first), a).replace(str(last), b) for a, b in years)


def _replaced(words: str, *new: str) -> str:
    given = iter(new)
    return _ANY.sub(lambda _: next(given), words)


def _near(value: Decimal) -> tuple[Decimal, ...]:
    """Numbers near a number; of a round one, its half and its doubles."""
    near = near_numbers(value)
    if len(near) > 1:
        return near
    return tuple(
        number
        for number in (value + value / 2, value - value / 2, value + value)
        if value and number == number.to_integral_value()
    )


def _lengths(words: str) -> tuple[str, ...]:
    """Other lengths in small numbers: "three and a half years" beside "four and a half years"."""
    found = _ANY.findall(words)
    if len(found) != 1:
        return ()
    value = _value(found[0])
    near = (n for n in (value + 1, value - 1, value + 2, value - 2) if n > 1)
    return tuple(_ANY.sub(_written(n, found[0]), words, count=1) for n in near)


def _votes(words: str) -> tuple[str, ...]:
    """Other outcomes of as many votes: "eight votes to four" beside "seven votes to five"."""
    found = [m.group() for m in _ANY.finditer(words)]
    if len(found) != 2:
        return ()
    more, less = (_value(word) for word in found)
    step = max(1, (more + less) // 40)
    near = []
    for shift in (step, 2 * step, -step, 3 * step):
        one, other = more + shift, less - shift
        if one > other >= 0 or (more < less and other > one >= 0):
            near.append(_replaced(words, _written(one, found[0]), _written(other, found[1])))
    return tuple(near)


def _value(word: str) -> int:
    low = word.lower()
    return _WORDS.index(low) if low in _WORDS else int(low.replace(",", ""))


def _written(value: int, like: str) -> str:
    if like.lower() in _WORDS and value < len(_WORDS):
        return _WORDS[value]
    return f"{value:,}" if "," in like or value < 1000 else str(value)
