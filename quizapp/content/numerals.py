"""Numbers as people write them: digits in groups, words, fractions, scales, units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from quizapp.content.folding import fold, normalise, visible
from quizapp.content.measures import without_power

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: n for n, word in enumerate(_ONES)} | {
    word: 10 * n for n, word in enumerate(_TENS, start=2)
}
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALES |= {"trillion": 10**12}
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mio": 10**6, "mln": 10**6}
_SHORT_SCALES |= {"bn": 10**9, "b": 10**9, "bln": 10**9, "tn": 10**12}
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_ORDINAL = {word: n for n, word in enumerate(ORDINALS, start=1)} | {"thirtieth": 30}
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}
_PARTS |= {"fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6}
_PARTS |= {"eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10}
_NUMBER_WORDS = set(_WORDS) | set(_SCALES) | set(_ORDINAL) | set(_PARTS) - {"second"}

_ABOUT = re.compile(
    r"(?:(?:about|around|approximately|roughly|circa|nearly|almost|some|exactly|in|for)\s+"
    r"|(?:approx|ca|c)(?:\s+|\.\s*)|[~≈=]\s*)+"
)
_CURRENCY = re.compile(r"(?:[$€£¥₹]|(?:eur|usd|gbp|chf)\b)\s*")
_DIGITS = re.compile(
    r"""(?P<mixed>\d+[ ]\d+/\d+)
      | (?P<fraction>\d+/\d+)
      | (?P<grouped>\d{1,3}(?:(?P<sep>[ '])\d{3})(?:(?P=sep)\d{3})*(?:[.,]\d+)?)
      | (?P<commas>[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?)
      | (?P<indian>\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?)
      | (?P<dots>\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d+)
      | (?P<decimal>\d+[.,]\d+|\.\d+|\d+)""",
    re.VERBOSE,
)
_ROMAN = re.compile(
    r"\b(?=[IVX]{2,}\b)X{0,3}(?:IX|IV|V?I{0,3})\b"
    r"|(?<=[a-z] )[IVX]$"  # Elizabeth I, but not the letter X or the word I
)
_UNIT = re.compile(r"\s*[^\W\d_][^\d]{0,60}|\s*[$€£¥₹]|")
_NOT_A_UNIT = {"or", "to", "and", "x", "not", "times", "minus", "plus", "between", "no", "th"}
_NOT_A_UNIT |= {"st", "nd", "rd"}
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class NumberRead:
    """A number as it was typed, and the words behind or the currency before it."""

    value: Fraction
    unit: str


def read_number(text: str, unit: str = "") -> NumberRead | None:
    """The number that the whole text states, or None.

    A comma before exactly three digits groups thousands, before any other count it is a decimal
    comma. A single dot is always decimal: "3.770" is 3.77, because reading it as either would
    accept a thousandfold error; two dots group. "About", "in" and the like are overlooked, words
    that change the meaning ("more than") are not.

    Args:
        text: all that was typed.
        unit: the unit asked for: a letter that is this unit ("m") is not read as a scale.
    """
    rest = visible(text).casefold().strip("\"' ").rstrip(".")
    if len(rest) > _LONGEST:
        return None
    if about := _ABOUT.match(rest):
        rest = rest[about.end() :]
    sign, rest = _take_sign(rest)
    currency = ""
    if before := _CURRENCY.match(rest):
        currency, rest = before[0].strip(), rest[before.end() :]
        if sign == 1:
            sign, rest = _take_sign(rest)
    rest = rest.removeprefix("+")
    taken = _take_digits(rest, unit) or _take_words(rest)
    if taken is None:
        return None
    value, behind = taken
    words = without_power(behind)
    if not _UNIT.fullmatch(words) or not _may_be_unit(words):
        return None
    return NumberRead(sign * value, currency or behind.strip())


def scale_of_unit(unit: str) -> tuple[int, str]:
    """The scale with which a unit starts, and the rest: (10**6, "people") of "million people"."""
    first, _, rest = unit.strip().partition(" ")
    scale = _SCALES.get(first.casefold())
    return (scale, rest) if scale else (1, unit)


@lru_cache(maxsize=1024)
def in_digits(text: str) -> str:
    """The text folded to words, with every number in it written in plain digits.

    "Article four" is "article 4", "3,770 troops" is "3770 troops", "two thirds" is "2/3",
    "First" is "1st", "World War II" is "world war 2".
    """
    folded = fold(_ROMAN.sub(_from_roman, visible(text)), ("spacing",))
    folded = re.sub(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])", _ungroup, folded)
    folded = re.sub(r"(?<![\d.,])(?<!\d )\d{1,3}(?: \d{3})+(?![\d,])(?! \d)", _ungroup, folded)
    tokens = folded.split()
    out: list[str] = []
    at = 0
    while at < len(tokens):
        run = _run_of_words(tokens, at)
        if ordinal := _ordinal(tokens, at):
            nth, at = ordinal
            out.append(_nth(nth))
        elif run is None:
            out.append(tokens[at])
            at += 1
        else:
            value, at = run
            out.append(_plain(value))
    return " ".join(out)


def numbers(text: str) -> tuple[str, ...]:
    """The numbers in a text written by `in_digits`, in order."""
    return tuple(re.findall(r"-?\d+(?:[.,:/^]\d+)*(?:st|nd|rd|th)?", text))


def is_roman(word: str) -> bool:
    """Whether a word in either case could be a Roman numeral."""
    return word in {"I", "V", "X", "i", "v", "x"} or (
        len(word) > 1 and not set(word.upper()) - set("IVXLCDM")
    )


def roman(text: str) -> frozenset[str]:
    """The Roman numerals, in capitals, of a text as written; given back in small letters."""
    return frozenset(
        word.lower() for word in re.findall(r"\b[IVXLCDM]+\b", text) if is_roman(word)
    )


def is_number_word(word: str) -> bool:
    """Whether a folded word names a number, an ordinal or a fraction."""
    return word in _NUMBER_WORDS or word.removesuffix("s") in _SCALES


def _from_roman(m: re.Match[str]) -> str:
    sizes = [{"I": 1, "V": 5, "X": 10}[letter] for letter in m[0]]
    smaller = sum(a for a, b in pairwise(sizes) if a < b)
    return str(sum(sizes) - 2 * smaller)


def _ungroup(m: re.Match[str]) -> str:
    return m[0].replace(",", "").replace(" ", "")


def _ordinal(tokens: list[str], at: int) -> tuple[int, int] | None:
    """The ordinal that starts at `at`, "first" or "twenty first", and where the next word is."""
    if tokens[at] in _ORDINAL:
        return _ORDINAL[tokens[at]], at + 1
    tens, ones = _WORDS.get(tokens[at], 0), _ORDINAL.get("".join(tokens[at + 1 : at + 2]), 10)
    return (tens + ones, at + 2) if tens >= 20 and ones < 10 else None


def _nth(n: int) -> str:
    if n % 100 in {11, 12, 13}:
        return f"{n}th"
    return f"{n}{({1: 'st', 2: 'nd', 3: 'rd'}).get(n % 10, 'th')}"


def _plain(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else str(value)


def _take_sign(text: str) -> tuple[int, str]:
    if m := re.match(r"(?:-|minus\b)\s*(?=[\w.$€£¥₹])", text):
        return -1, text[m.end() :]
    return 1, text


def _take_digits(text: str, unit: str) -> tuple[Fraction, str] | None:
    m = _DIGITS.match(text)
    if m is None:
        return None
    value = _value(m)
    if value is None:
        return None
    behind = text[m.end() :]
    if behind[:1].isdigit() or re.match(r"[.,/'][\d.,/']", behind):
        return None
    while scale := re.match(r"\s*([a-z]+)\.?(?![\w'^])", behind):
        word = scale[1]
        if normalise(word) == normalise(unit):
            break
        times = _SCALES.get(word) or _SCALES.get(word.removesuffix("s")) or _SHORT_SCALES.get(word)
        if times is None:
            break
        value, behind = value * times, behind[scale.end() :]
    return value, behind


def _value(m: re.Match[str]) -> Fraction | None:
    text = m[0]
    if m["mixed"] or m["fraction"]:
        whole, _, part = text.rpartition(" ")
        top, _, bottom = part.partition("/")
        if not int(bottom):
            return None
        return Fraction(int(whole or 0)) + Fraction(int(top), int(bottom))
    if m["grouped"]:
        text = text.replace(" ", "").replace("'", "").replace(",", ".")
    elif m["commas"] or m["indian"]:
        text = text.replace(",", "")
    elif m["dots"]:
        text = text.replace(".", "").replace(",", ".")
    else:
        text = text.replace(",", ".")
    return Fraction("0" + text)


def _take_words(text: str) -> tuple[Fraction, str] | None:
    tokens = text.replace("-", " ").replace(",", " ").split()
    if not tokens:
        return None
    if tokens[0] in {"none", "nil", "nought", "nobody"} and len(tokens) == 1:
        return Fraction(0), ""
    if tokens[0] in {"a", "an", "half"}:
        start = ["one", *(tokens[1:] if tokens[0] != "half" else tokens)]
        if start[1:2] == ["couple"]:
            return Fraction(2), _behind(start[2:])
        if start[1:2] == ["dozen"]:
            return Fraction(12), _behind(start[2:])
        if start[1:2] and start[1] in (_SCALES | _PARTS):
            tokens = start
    run = _run_of_words(tokens, 0)
    if run is None:
        return None
    value, at = run
    if tokens[at : at + 3] == ["and", "a", "half"]:
        value, at = value + Fraction(1, 2), at + 3
    elif tokens[at : at + 1] == ["dozen"]:
        value, at = value * 12, at + 1
    return value, _behind(tokens[at:])


def _behind(tokens: list[str]) -> str:
    return " " + " ".join(tokens) if tokens else ""


def _run_of_words(tokens: list[str], at: int) -> tuple[Fraction, int] | None:
    """The number that starts with a number word at `at`, and where the next word stands.

    Also a number in digits before a scale: "1.8 million".
    """
    first = tokens[at]
    if re.fullmatch(r"\d+(?:[.,]\d{1,2})?", first) and tokens[at + 1 : at + 2]:
        if tokens[at + 1] in _SCALES:
            value = Fraction(first.replace(",", "."))
            return value * _SCALES[tokens[at + 1]], at + 2
        return None
    if first not in _WORDS:
        return None
    whole, n = _whole_number(tokens, at)
    value = Fraction(whole)
    if n < len(tokens) and tokens[n] in _PARTS and 0 < value < 100:
        return value / _PARTS[tokens[n]], n + 1
    return value, n


def _whole_number(tokens: list[str], at: int) -> tuple[int, int]:
    """The whole number in words from `at`, and where the next word stands."""
    total = group = 0
    last = 0  # the size of the word before: a smaller one may follow
    for n, word in enumerate(tokens[at:], start=at):
        if word in _WORDS and _may_follow(_WORDS[word], last):
            group += _WORDS[word]
            last = _WORDS[word] or 1
        elif word == "hundred" and 0 < group < 100:
            group, last = group * 100, 100
        elif word in _SCALES and group and word != "hundred":
            total, group, last = total + group * _SCALES[word], 0, 1000
        elif word != "and" or last < 100 or not set(tokens[n + 1 : n + 2]) & set(_WORDS):
            return total + group, n
    return total + group, len(tokens)


def _may_follow(value: int, last: int) -> bool:
    """Ones follow tens, both follow hundreds and scales."""
    return last == 0 or last >= 100 or (20 <= last < 100 and 0 < value < 10)


def _may_be_unit(behind: str) -> bool:
    """Whether words behind a number leave it as it is: no second number, no misspelt scale."""
    for word in re.findall(r"[^\W\d_]+", behind):
        if word in _NOT_A_UNIT or is_number_word(word) or word.endswith("n't"):
            return word in {"second", "seconds"}
        if any(OSA.distance(word, scale) <= 2 for scale in _SCALES if len(word) > 4):
            return False
    return True
