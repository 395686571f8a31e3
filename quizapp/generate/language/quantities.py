"""Numbers with what they measure: counts, shares, money, measures, votes; no years and no ages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from quizapp.generate.language.phrases import hedge_at
from quizapp.generate.language.token import Token

_WORDS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "dozen": 12,
}  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "bn": 10**9, "tn": 10**12, "mn": 10**6, "m": 10**6, "k": 1000, "dozen": 12,
}  # fmt: skip
_GLUED = {
    "km": "kilometres", "kg": "kilograms", "ft": "feet", "mph": "miles per hour", "cm": "centimetres",
    "kph": "kilometres per hour", "mm": "millimetres", "km/h": "kilometres per hour",
}  # fmt: skip
_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)(bn|tn|mn|m|k|km/h|km|kg|ft|mph|kph|cm|mm)?")
_TALLY = re.compile(r"(\d{1,4})[-–](\d{1,4})")
CURRENCIES = frozenset(
    "dollar euro pound yen franc krona krone peso rupee ruble rouble yuan renminbi won real rand "
    "lira dinar dirham shekel zloty forint sol soles baht ringgit rupiah naira shilling hryvnia "
    "cent penny pence".split()
)
_LENGTHS = frozenset(
    "second minute hour day night week month year decade century centurie weekend".split()
)
_MEASURES = frozenset(
    "kilometre kilometer km metre meter mile yard foot feet inch centimetre centimeter millimetre "
    "millimeter tonne ton kilogram kilo kg gram pound ounce litre liter gallon barrel hectare acre "
    "degree megawatt gigawatt kilowatt watt volt knot mph kph storey story".split()
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
          "ninth": 9, "tenth": 10}  # fmt: skip
_PERCENT = frozenset(("%", "percent", "pc", "percentage"))
_CODES = frozenset(
    "article route chapter section page room no number magnitude line resolution group level "
    "highway gate platform flight paragraph clause rule protocol phase stage tier category type "
    "aged age turned".split()
)
"""Words before a number that is a name or an age."""
_MORE_HEDGES = (("an", "estimated"), ("little", "more", "than"), ("a", "little", "over"),
                ("a", "total", "of"), ("a", "record"))  # fmt: skip
_SILENT = frozenset((("a", "total", "of"), ("a", "record")))


class Sort(StrEnum):
    """What a number says."""

    COUNT = "count"
    SHARE = "share"
    """So many percent."""
    PART = "part"
    """A fraction in words: "nearly a third"."""
    RATIO = "ratio"
    """ "nine in ten"."""
    MONEY = "money"
    MEASURE = "measure"
    LENGTH = "length"
    """A length of time."""
    VOTE = "vote"
    """ "seven votes to five"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit in a sentence.

    Attributes:
        sort: what it says.
        first: index of its first token, hedge included.
        number: index of its first token behind the hedge.
        end: index after the number and its unit; of a count, where the counted noun begins.
        value: in single units: 1.8 million is 1800000; None of a vote.
        hedge: "more than" or "".
        unit: "years", "kilometres", "%", the currency, or "".
        exact: neither half of a range, nor added to another number.
    """

    sort: Sort
    first: int
    number: int
    end: int
    value: Decimal | None
    hedge: str
    unit: str
    exact: bool = True


def value_of(tokens: Sequence[Token]) -> Decimal | None:
    """The value of number words, "1.8 million", "twenty-one", "3,770"; None where they are none."""
    total: Decimal | None = None
    for token in tokens:
        low = token.low
        digits = _DIGITS.fullmatch(low)
        if digits:
            if total is not None:
                return None
            total = Decimal(digits.group(1).replace(",", ""))
            scale = _SCALES.get(digits.group(2) or "")
            total = total * scale if scale else total
        elif low in _SCALES and total is not None:
            total *= _SCALES[low]
        elif low in _WORDS and total is None:
            total = Decimal(_WORDS[low])
        elif "-" in low and all(part in _WORDS for part in low.split("-")) and total is None:
            total = Decimal(sum(_WORDS[part] for part in low.split("-")))
        else:
            return None
    return total


def quantities(tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """The quantities of a sentence, in order, none within another."""
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        quantity = quantity_at(tokens, i)
        if quantity is None:
            i += 1
        else:
            found.append(quantity)
            i = max(i + 1, quantity.end)
    return tuple(found)


def quantity_at(tokens: Sequence[Token], start: int) -> Quantity | None:
    """The quantity that begins at a token, with its hedge; None where there is none."""
    i, hedge = _hedge(tokens, start)
    found = (
        _vote(tokens, start, i)
        or _part(tokens, start, i, hedge)
        or _ratio(tokens, start, i, hedge)
        or _numbered(tokens, start, i, hedge)
    )
    if found is None and i > start:
        return None
    return found


def _hedge(tokens: Sequence[Token], start: int) -> tuple[int, str]:
    for words in _MORE_HEDGES:
        end = start + len(words)
        if tuple(t.low for t in tokens[start:end]) == words and end < len(tokens):
            if tokens[end].tag in ("CD", "$"):
                return end, "" if words in _SILENT else " ".join(words)
    i = start + hedge_at(tokens, start)
    hedge = " ".join(t.low for t in tokens[start:i])
    if hedge in ("over", "under") and tokens[i].low in _WORDS:
        return start, ""  # under six white stars
    return i, "" if hedge in ("only", "just", "exactly") else hedge


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _vote(tokens: Sequence[Token], start: int, i: int) -> Quantity | None:
    """ "seven votes to five", "153 to 127" behind "by", "5-4" behind a verb."""
    if i != start:
        return None
    before = _low(tokens, i - 1)
    if tokens[i].tag == "CD" and _TALLY.fullmatch(tokens[i].low):
        verb = tokens[i - 1].lemma in ("vote", "rule", "pass", "approve", "defeat", "reject") or \
            before == "by"  # fmt: skip
        return Quantity(Sort.VOTE, i, i, i + 1, None, "", "") if verb else None
    if tokens[i].tag != "CD" or before not in ("by", "voted"):
        return None
    to = i + 2 if _low(tokens, i + 1) in ("votes", "vote") else i + 1
    if _low(tokens, to) not in ("to", "against") or to + 1 >= len(tokens):
        return None
    if value_of(tokens[i : i + 1]) is None or value_of(tokens[to + 1 : to + 2]) is None:
        return None
    if to == i + 1 and tokens[to + 1].low in _SCALES:
        return None
    end = to + 2 + (_low(tokens, to + 2) == "votes")
    if to == i + 1 and (_low(tokens, end) in _PERCENT or _low(tokens, end) == "per"):
        return None
    return Quantity(Sort.VOTE, i, i, end, None, "", "")


def _part(tokens: Sequence[Token], start: int, i: int, hedge: str) -> Quantity | None:
    """ "a third of", "two-thirds of", "three quarters of", "half the", "by half"."""
    low, behind = _low(tokens, i), _low(tokens, i + 1)
    if low == "half" or (low == "a" and behind == "half"):
        end = i + 1 + (low == "a")
        whole = _low(tokens, end)
        if low == "a" and whole not in ("of",):
            return None
        if _low(tokens, i - 1) == "and" or whole in (
            "dozen",
            "million",
            "century",
            "hour",
            "time",
        ):
            return None
        by = _low(tokens, start - 1) == "by"
        if whole not in ("of", "the", "its", "their", "all") and (not by or whole in ("a", "an")):
            return None
        return Quantity(Sort.PART, start, i, end, Decimal("0.5"), hedge, "")
    upper, lower, end = 0, 0, i + 1
    if "-" in low:
        one, _, other = low.partition("-")
        upper, lower = _WORDS.get(one, 0), _PARTS.get(other.removesuffix("s"), 0)
    elif low in ("a", "an", "one") or low in _WORDS:
        upper, lower = _WORDS.get(low, 1), _PARTS.get(behind.removesuffix("s"), 0)
        end = i + 2
    if not upper or not lower or upper >= lower:
        return None
    by = _low(tokens, start - 1) == "by"
    if _low(tokens, end) != "of" and not (
        by and _low(tokens, end) in ("", ".", ",", "in", "since")
    ):
        return None
    if _low(tokens, end) == "of" and _low(tokens, end + 1) == "a":
        return None  # a quarter of a percentage point
    return Quantity(Sort.PART, start, i, end, Decimal(upper) / Decimal(lower), hedge, "")


def _ratio(tokens: Sequence[Token], start: int, i: int, hedge: str) -> Quantity | None:
    """ "nine in ten", "two out of three"."""
    out = 1 if _low(tokens, i + 1) == "out" and _low(tokens, i + 2) == "of" else 0
    if tokens[i].tag != "CD" or (_low(tokens, i + 1) != "in" and not out):
        return None
    base = i + 2 + out
    one = value_of(tokens[i : i + 1])
    other = value_of(tokens[base : base + 1]) if base < len(tokens) else None
    if one is None or other is None or one >= other or other not in (3, 4, 5, 10, 20, 100, 1000):
        return None
    if tokens[i].low.isdigit() != tokens[base].low.isdigit() or _low(tokens, base + 1) in _LENGTHS:
        return None
    return Quantity(Sort.RATIO, start, i, base + 1, one, hedge, str(other))


def _numbered(tokens: Sequence[Token], start: int, i: int, hedge: str) -> Quantity | None:
    sign = tokens[i].text if i < len(tokens) and tokens[i].tag == "$" else ""
    first = i + 1 if sign else i
    if not sign and _low(tokens, i) == "a" and _low(tokens, i + 1) == "dozen":
        return Quantity(Sort.COUNT, start, i, i + 2, Decimal(12), hedge, "")
    end = first
    while end < len(tokens) and tokens[end].tag == "CD":
        end += 1
    value = value_of(tokens[first:end]) if end > first else None
    if value is None:
        return None
    single = end == first + 1
    if not sign and _is_name(tokens, start, first, end, value, single=single):
        return None
    exact = _alone(tokens, start, end)
    if (
        _low(tokens, end) == "and"
        and _low(tokens, end + 1) == "a"
        and _low(tokens, end + 2) == "half"
    ):
        value, end = value + Decimal("0.5"), end + 3
        if tokens[min(end, len(tokens) - 1)].lemma not in _LENGTHS | _MEASURES:
            return None
    if sign:
        return Quantity(Sort.MONEY, start, i, end, value, hedge, sign, exact)
    glued = _DIGITS.fullmatch(tokens[end - 1].low)
    if glued and glued.group(2) in _GLUED:
        return Quantity(Sort.MEASURE, start, i, end, value, hedge, _GLUED[glued.group(2)], exact)
    return _with_unit(tokens, start, i, end, value, hedge, exact=exact)


def _with_unit(
    tokens: Sequence[Token],
    start: int,
    i: int,
    end: int,
    value: Decimal,
    hedge: str,
    *,
    exact: bool,
) -> Quantity:
    low = _low(tokens, end)
    if low in _PERCENT or (low == "per" and _low(tokens, end + 1) == "cent"):
        end += 1 + (low == "per")
        if _low(tokens, end) in ("point", "points") or low == "percentage":
            end += _low(tokens, end) in ("point", "points")
            return Quantity(Sort.MEASURE, start, i, end, value, hedge, "percentage points", exact)
        return Quantity(Sort.SHARE, start, i, end, value, hedge, "%", exact)
    lemma = tokens[end].lemma if end < len(tokens) else ""
    if lemma in CURRENCIES or low in CURRENCIES:
        return Quantity(Sort.MONEY, start, i, end + 1, value, hedge, low, exact)
    if low in ("u.s.", "us", "swiss", "canadian", "australian", "hong") and \
            end + 1 < len(tokens) and tokens[end + 1].lemma in CURRENCIES:  # fmt: skip
        return Quantity(Sort.MONEY, start, i, end + 2, value, hedge, low, exact)
    if lemma in _LENGTHS or low.removesuffix("s") in _LENGTHS:
        after = _low(tokens, end + 1)
        if after == "and" and end + 3 < len(tokens) and tokens[end + 2].tag == "CD" and (
                tokens[end + 3].lemma in _LENGTHS):  # fmt: skip
            return Quantity(Sort.LENGTH, start, i, end + 4, value, hedge, "", exact)
        return Quantity(Sort.LENGTH, start, i, end + 1, value, hedge, _plural(tokens[end]), exact)
    square = low in ("square", "cubic", "nautical")
    unit = end + square
    if unit < len(tokens) and (tokens[unit].lemma in _MEASURES or tokens[unit].low in _MEASURES):
        said = f"{low} " if square else ""
        said += _plural(tokens[unit])
        if _low(tokens, unit + 1) in ("celsius", "fahrenheit"):
            unit += 1
            said += " " + tokens[unit].text
        return Quantity(Sort.MEASURE, start, i, unit + 1, value, hedge, said, exact)
    return Quantity(Sort.COUNT, start, i, end, value, hedge, "", exact)


def _plural(token: Token) -> str:
    low = token.low
    if low in ("km", "kg", "mph", "kph"):
        return {"km": "kilometres", "kg": "kilograms"}.get(low, low)
    if low == "foot":
        return "feet"
    return low if low.endswith("s") or low == "feet" else low + "s"


def _is_name(
    tokens: Sequence[Token], start: int, first: int, end: int, value: Decimal, *, single: bool
) -> bool:
    """Whether a number is a year, an age, a time of day or the number of a thing."""
    low, before, behind = tokens[first].low, _low(tokens, start - 1), _low(tokens, end)
    if single and low.isdigit() and len(low) == 4 and 1500 < value < 2100:
        return True
    if behind in ("a.m.", "p.m.", "am", "pm", "o'clock", "gmt", ":") or low == "one" and (
            behind in ("of", ",", ".", "")):  # fmt: skip
        return True
    if before in _CODES or before == "no.":
        return True
    if start and tokens[start - 1].tag in ("NNP", "NNPS") and single and tokens[start - 1].low not in (
            "%",):  # fmt: skip
        return True
    if before == "," and behind in (",", ".") and single:
        return True  # an age
    return behind in ("year-old", "years-old") or (
        behind == "years" and _low(tokens, end + 1) in ("old", "ago", "earlier", "later", "before"))  # fmt: skip


def _alone(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a number is neither end of a range: "between 5 and 7", "six to nine"."""
    before, further = _low(tokens, start - 1), _low(tokens, start - 2)
    if before in ("between", "to", "and", "or", "-", "–") and start >= 2 and (
            tokens[start - 2].tag == "CD" or further in _PERCENT):  # fmt: skip
        ranged = any(t.low in ("between", "from") for t in tokens[max(0, start - 5) : start - 2])
        return (
            before == "to"
            and ranged
            and any(t.low == "from" for t in tokens[max(0, start - 5) : start - 2])
        )
    if before == "between":
        return False
    step = end + (_low(tokens, end) in _PERCENT)
    return not (
        _low(tokens, step) in ("to", "or", "-", "–")
        and step + 1 < len(tokens)
        and tokens[step + 1].tag == "CD"
    )
