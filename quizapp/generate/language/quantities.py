"""Numbers with what they measure: counts, shares, money, measures, votes; no years and no ages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from quizapp.generate.language.phrases import HEDGE_STARTS, hedge_at
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of, words_in

_WORDS = {
    word: n
    for n, word in enumerate(
        words_in("zero one two three four five six seven eight nine ten eleven twelve "
        "thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty")
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
    "km": "kilometres",
    "kg": "kilograms",
    "ft": "feet",
    "cm": "centimetres",
    "mm": "millimetres",
    "mph": "miles per hour",
    "kph": "kilometres per hour",
    "km/h": "kilometres per hour",
}
_LONGEST = 20
"""Characters of a number in digits."""
_TOO_LARGE = Decimal(10) ** 15
_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)(bn|tn|mn|m|k|km/h|km|kg|ft|mph|kph|cm|mm)?")
_TALLY = re.compile(r"(\d{1,4})[-–](\d{1,4})")
CURRENCIES = row_of(
    "dollar euro pound yen franc krona krone peso rupee ruble rouble yuan renminbi won real rand "
    "lira dinar dirham shekel zloty forint sol soles baht ringgit rupiah naira shilling hryvnia "
    "cent penny pence"
)
_LENGTHS = row_of("second minute hour day night week month year decade century centurie weekend")
_MEASURES = row_of(
    "kilometre kilometer km metre meter mile yard foot feet inch centimetre centimeter millimetre "
    "millimeter tonne ton kilogram kilo kg gram pound ounce litre liter gallon barrel hectare "
    "acre degree megawatt gigawatt kilowatt watt volt knot mph kph storey story"
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
          "ninth": 9, "tenth": 10}  # fmt: skip
_PERCENT = frozenset(("%", "percent", "pc", "percentage"))
_CODES = row_of(
    "article route chapter section page room no number magnitude line resolution group level "
    "highway gate platform flight paragraph clause rule protocol phase stage tier category type "
    "aged age turned no."
)
"""Words before a number that is a name or an age."""
_LYING = row_of("bury lie hide trap sit rest sleep stand vanish disappear live sink")
"""What is done under or over something, so that these are no limits of a number."""
_MORE_HEDGES = (("an", "estimated"), ("little", "more", "than"), ("a", "little", "over"),
                ("a", "total", "of"), ("a", "record"))  # fmt: skip
_SILENT = frozenset((("a", "total", "of"), ("a", "record")))
_MORE_STARTS = frozenset(words[0] for words in _MORE_HEDGES)
_STARTS = HEDGE_STARTS | _MORE_STARTS | frozenset(_WORDS) | {"half", "a", "an"}
"""What else than a figure or a sign of money a quantity can begin with; and "two-thirds"."""


_VOTING = frozenset(("vote", "rule", "pass", "approve", "defeat", "reject"))
_WHOLES = frozenset(("of", "the", "its", "their", "all"))
_NATIONS = frozenset(("u.s.", "us", "swiss", "canadian", "australian"))
_CLOCK = frozenset(("a.m.", "p.m.", "am", "pm", "o'clock", "gmt", ":"))
_AGO = frozenset(("old", "ago", "earlier", "later", "before"))


class Sort(StrEnum):
    """What a number says."""

    COUNT = "count"
    SHARE = "share"
    """So many percent."""
    PART = "part"
    """A fraction in words: "nearly a third"."""
    RATIO = "ratio"
    """As in "nine in ten"."""
    MONEY = "money"
    MEASURE = "measure"
    LENGTH = "length"
    """A length of time."""
    VOTE = "vote"
    """As in "seven votes to five"."""


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
        ranged: it is a range, from its lower to its upper end; the value is the upper one.
    """

    sort: Sort
    first: int
    number: int
    end: int
    value: Decimal | None
    hedge: str
    unit: str
    exact: bool = True
    ranged: bool = False


def value_of(tokens: Sequence[Token]) -> Decimal | None:
    """The value of number words, "1.8 million", "twenty-one", "3,770"; None of other words.

    None of a quadrillion and more too: such a run of digits is no count, and would not be exact.
    """
    total: Decimal | None = None
    for token in tokens:
        low = token.low
        digits = _DIGITS.fullmatch(low)
        if digits:
            if total is not None or len(low) > _LONGEST:
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
        if total >= _TOO_LARGE:
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
    return tuple(_with_ranges(tokens, found))


def _with_ranges(tokens: Sequence[Token], found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, the two ends of a range as one: "between 5 and 7 percent", "60 to 80"."""
    joined: list[Quantity] = []
    for upper in found:
        lower = joined[-1] if joined else None
        ranged = _range(tokens, lower, upper) if lower is not None else None
        if ranged is not None:
            joined[-1] = ranged
        else:
            joined.append(upper)
    return joined


_RANGED = frozenset((Sort.COUNT, Sort.SHARE, Sort.MEASURE, Sort.LENGTH, Sort.MONEY))


def _range(tokens: Sequence[Token], lower: Quantity, upper: Quantity) -> Quantity | None:
    """One quantity of two that are its ends, or None."""
    alike = lower.sort in (upper.sort, Sort.COUNT) and upper.sort in _RANGED and not upper.hedge
    rising = (lower.value or 0) < (upper.value or 0)
    if not alike or not rising or lower.end != upper.first - 1 or lower.hedge:
        return None
    link, before = _low(tokens, lower.end), _low(tokens, lower.first - 1)
    if (before, link) not in _ENDS and not (link == "to" and before not in _NO_RANGE):
        return None
    first = lower.first - (before == "between")
    return replace(upper, first=first, exact=True, ranged=True)


_ENDS = frozenset((("between", "and"),))
_NO_RANGE = frozenset(("from", "between", "by", "voted", "won", "lost", "vote", "of"))


def quantity_at(tokens: Sequence[Token], start: int) -> Quantity | None:
    """The quantity that begins at a token, with its hedge; None where there is none."""
    token = tokens[start]
    if token.tag not in ("CD", "$") and token.low not in _STARTS and "-" not in token.low:
        return None
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
    """(index behind a hedge, its words); "only" and "a total of" are passed over in silence."""
    for words in _MORE_HEDGES if tokens[start].low in _MORE_STARTS else ():
        end = start + len(words)
        said = tuple(t.low for t in tokens[start:end]) == words
        if said and end < len(tokens) and tokens[end].tag in ("CD", "$"):
            return end, "" if words in _SILENT else " ".join(words)
    i = start + hedge_at(tokens, start)
    hedge = " ".join(t.low for t in tokens[start:i])
    lying = start > 0 and tokens[start - 1].lemma in _LYING
    if hedge in ("over", "under") and (tokens[i].low in _WORDS or lying):
        return start, ""  # under six white stars, buried under 2,900 metres of ice
    return i, "" if hedge in ("only", "just", "exactly", "barely") else hedge


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _vote(tokens: Sequence[Token], start: int, i: int) -> Quantity | None:
    """As in "seven votes to five", "153 to 127" behind "by", "5-4" behind a verb."""
    if i != start or tokens[i].tag != "CD":
        return None
    before = _low(tokens, i - 1)
    if _TALLY.fullmatch(tokens[i].low):
        voted = before == "by" or tokens[i - 1].lemma in _VOTING
        return Quantity(Sort.VOTE, i, i, i + 1, None, "", "") if voted else None
    named = _low(tokens, i + 1) in ("votes", "vote")
    to = i + 1 + named
    other = tokens[to + 1 : to + 2]
    numbers = value_of(tokens[i : i + 1]) is not None and value_of(other) is not None
    if before not in ("by", "voted") or _low(tokens, to) not in ("to", "against") or not numbers:
        return None
    end = to + 2 + (_low(tokens, to + 2) == "votes")
    share = _low(tokens, end) in _PERCENT or _low(tokens, end) == "per"
    if not named and (share or other[0].low in _SCALES):
        return None
    return Quantity(Sort.VOTE, i, i, end, None, "", "")


def _part(tokens: Sequence[Token], start: int, i: int, hedge: str) -> Quantity | None:
    """As in "a third of", "two-thirds of", "three quarters of", "half the", "by half"."""
    upper, lower, end = _fraction(tokens, i)
    if not 0 < upper < lower or _low(tokens, i - 1) == "and":
        return None
    whole, further = _low(tokens, end), _low(tokens, end + 1)
    of = whole == "of" and further != "a"  # a quarter of a percentage point
    half = _low(tokens, end - 1) == "half" and end == i + 1 and whole in _WHOLES
    by = _low(tokens, start - 1) == "by" and whole in ("", ".", ",", "in", "since", "to", "from")
    if not (of or half or by):
        return None
    return Quantity(Sort.PART, start, i, end, Decimal(upper) / Decimal(lower), hedge, "")


def _fraction(tokens: Sequence[Token], i: int) -> tuple[int, int, int]:
    """(numerator, denominator, index behind) of a fraction in words; zeros where there is none."""
    low, behind = _low(tokens, i), _low(tokens, i + 1)
    if low == "half":
        return 1, 2, i + 1
    if "-" in low:
        one, _, other = low.partition("-")
        return _WORDS.get(one, 0), _PARTS.get(other.removesuffix("s"), 0), i + 1
    if low in ("a", "an") or low in _WORDS:
        return _WORDS.get(low, 1), _PARTS.get(behind.removesuffix("s"), 0), i + 2
    return 0, 0, i


def _ratio(tokens: Sequence[Token], start: int, i: int, hedge: str) -> Quantity | None:
    """As in "nine in ten", "two out of three"."""
    out = 1 if _low(tokens, i + 1) == "out" and _low(tokens, i + 2) == "of" else 0
    base = i + 2 + out
    if tokens[i].tag != "CD" or (_low(tokens, i + 1) != "in" and not out) or base >= len(tokens):
        return None
    one, other = value_of(tokens[i : i + 1]), value_of(tokens[base : base + 1])
    if one is None or other not in (3, 4, 5, 10, 20, 100, 1000) or one >= other:
        return None
    if tokens[i].low.isdigit() != tokens[base].low.isdigit() or _low(tokens, base + 1) in _LENGTHS:
        return None
    return Quantity(Sort.RATIO, start, i, base + 1, one, hedge, str(other))


def _numbered(tokens: Sequence[Token], start: int, i: int, hedge: str) -> Quantity | None:
    sign = tokens[i].text if i < len(tokens) and tokens[i].tag == "$" else ""
    first = i + 1 if sign else i
    if _low(tokens, i) == "a" and _low(tokens, i + 1) == "dozen":
        return Quantity(Sort.COUNT, start, i, i + 2, Decimal(12), hedge, "")
    end = first
    while end < len(tokens) and tokens[end].tag == "CD":
        end += 1
    value = value_of(tokens[first:end])
    if value is None or (not sign and _is_name(tokens, start, first, end, value)):
        return None
    exact = _alone(tokens, start, end)
    if tuple(_low(tokens, end + k) for k in range(3)) == ("and", "a", "half"):
        value, end = value + Decimal("0.5"), end + 3
    sort, end, unit = (Sort.MONEY, end, sign) if sign else _unit(tokens, end)
    return Quantity(sort, start, i, end, value, hedge, unit, exact)


def _unit(tokens: Sequence[Token], end: int) -> tuple[Sort, int, str]:
    """(sort, index behind the unit, unit) of a number that ends at an index."""
    glued = _DIGITS.fullmatch(tokens[end - 1].low)
    if glued and glued.group(2) in _GLUED:
        return Sort.MEASURE, end, _GLUED[glued.group(2)]
    low = _low(tokens, end)
    if low in _PERCENT or (low == "per" and _low(tokens, end + 1) == "cent"):
        end += 1 + (low == "per")
        points = _low(tokens, end) in ("point", "points")
        return (Sort.MEASURE, end + 1, "percentage points") if points else (Sort.SHARE, end, "%")
    nation = low in _NATIONS
    if (
        end + nation < len(tokens)
        and {tokens[end + nation].lemma, tokens[end + nation].low} & CURRENCIES
    ):
        return Sort.MONEY, end + nation + 1, low
    return _measured(tokens, end)


def _measured(tokens: Sequence[Token], end: int) -> tuple[Sort, int, str]:
    if end >= len(tokens):
        return Sort.COUNT, end, ""
    low = tokens[end].low
    if tokens[end].lemma in _LENGTHS or low.removesuffix("s") in _LENGTHS:
        further = tokens[end + 1 : end + 4]
        joined = [t.low for t in further[:1]] == ["and"] and len(further) == len("and")
        if joined and further[1].tag == "CD" and further[2].lemma in _LENGTHS:
            return Sort.LENGTH, end + 4, ""
        return Sort.LENGTH, end + 1, _plural(tokens[end])
    square = low in ("square", "cubic", "nautical")
    unit = end + square
    if unit >= len(tokens) or not {tokens[unit].lemma, tokens[unit].low} & _MEASURES:
        return Sort.COUNT, end, ""
    said = (f"{low} " if square else "") + _plural(tokens[unit])
    if _low(tokens, unit + 1) in ("celsius", "fahrenheit"):
        unit += 1
        said += " " + tokens[unit].text
    return Sort.MEASURE, unit + 1, said


def _plural(token: Token) -> str:
    low = token.low
    said = {"km": "kilometres", "kg": "kilograms", "foot": "feet", "feet": "feet"}.get(low, low)
    return said if said in ("feet", "mph", "kph") or said.endswith("s") else said + "s"


def _is_name(tokens: Sequence[Token], start: int, first: int, end: int, value: Decimal) -> bool:
    """Whether a number is a year, an age, a time of day or the number of a thing."""
    low, before, behind = tokens[first].low, _low(tokens, start - 1), _low(tokens, end)
    single = end == first + 1
    named = start > 0 and tokens[start - 1].tag in ("NNP", "NNPS")
    year = low.isdigit() and len(low) == len("2008") and 1500 < value < 2100
    age = before == "," and behind in (",", ".")
    if single and (year or age or named):
        return True
    if behind in _CLOCK or before in _CODES or (low == "one" and behind in ("of", ",", ".", "")):
        return True
    ago = behind == "years" and _low(tokens, end + 1) in _AGO
    return ago or behind in ("year-old", "years-old")


def _is_share(tokens: Sequence[Token], i: int) -> bool:
    """Whether a percent sign follows the figures that stand here."""
    while i < len(tokens) and tokens[i].tag == "CD":
        i += 1
    return f"{_low(tokens, i)} {_low(tokens, i + 1)}" == "per cent" or _low(tokens, i) in _PERCENT


def _alone(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a number is neither end of a range: "between 5 and 7", "six to nine"."""
    before, further = _low(tokens, start - 1), _low(tokens, start - 2)
    numbered = start > 1 and (tokens[start - 2].tag == "CD" or further in _PERCENT)
    percents = _is_share(tokens, end)
    if before == "to" and further in _PERCENT and not percents:
        return True  # fell 18 percent to 1.4 billion
    if before in ("to", "and", "or", "-", "–") and numbered:
        opened = {t.low for t in tokens[max(0, start - 5) : start - 2]}
        return before == "to" and "from" in opened
    step = end + (_low(tokens, end) in _PERCENT)
    ranged = _low(tokens, step) in ("to", "or", "-", "–") and step + 1 < len(tokens)
    if percents and _low(tokens, step) == "to" and ranged and not _is_share(tokens, step + 1):
        return before != "between"
    return before != "between" and not (ranged and tokens[step + 1].tag == "CD")
