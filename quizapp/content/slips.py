"""Slips of the keys: how many an answer may hold, and where they may not stand."""

from __future__ import annotations

from itertools import takewhile

from rapidfuzz.distance import OSA

from quizapp.content.folding import visible, words
from quizapp.content.numerals import is_number_word, is_roman, roman

_SHORT_WORD = 5
_LONG_ANSWER = 10
MOST_SLIPS = 2
_NEGATIVE = {
    *("not", "no", "non", "never", "neither", "nor", "none", "nobody", "nothing", "nowhere"),
    *("without", "cannot", "cant", "dont", "wont", "isnt", "arent", "wasnt", "werent", "doesnt"),
    *("didnt", "hasnt", "havent", "hadnt", "mustnt", "shouldnt", "couldnt", "wouldnt", "neednt"),
}
_POSITIVE = {
    "without": "with",
    "cannot": "can",
    "cant": "can",
    "wont": "will",
    "neither": "either",
}
_DROPPED = {"not", "no", "non", "never"}
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
_TAKES_A = {"moral", "typical", "political", "symmetric", "symmetrical", "theist", "theism"}
_TAKES_A |= {"gnostic", "gnosticism", "social", "sexual", "historical", "septic", "morality"}


def allowed(letters: int) -> int:
    """How many slips an answer of so many letters may hold: none, one or two."""
    if letters < _SHORT_WORD:
        return 0
    return 1 if letters < _LONG_ANSWER else MOST_SLIPS


def slips(typed: str, answer: str) -> int | None:
    """How many letters `typed` is off, from 1, or None where it is more than slips.

    A slip is a letter left out, added, changed or swapped with its neighbour (Damerau, optimal
    string alignment). A word holds one at most, a word under five letters none; a word with a
    digit, a number word, an ordinal, a Roman numeral and a negation hold none.
    """
    mine, right = words(typed), words(answer)
    joined, wanted = "".join(mine), "".join(right)
    most = allowed(sum(c.isalpha() for c in wanted))
    if not most or OSA.distance(joined, wanted, score_cutoff=most) > most:
        return None
    fixed = roman(visible(answer))
    if len(mine) != len(right):
        return _slip_of_joined(mine, right, fixed)
    count = 0
    for a, b in zip(mine, right, strict=True):
        if a == b:
            continue
        if not _may_slip(a, b, fixed) or OSA.distance(a, b, score_cutoff=1) > 1:
            return None
        count += 1
    return count if 0 < count <= most else None


def _slip_of_joined(
    mine: tuple[str, ...], right: tuple[str, ...], fixed: frozenset[str]
) -> int | None:
    """One slip where words were joined or parted as well."""
    joined, wanted = "".join(mine), "".join(right)
    if OSA.distance(joined, wanted, score_cutoff=1) != 1:
        return None
    if any(_holds_none(word) for word in mine) or negations(mine) != negations(right):
        return None
    at = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(joined, wanted, strict=False))
    )
    start = 0
    for word in right:
        if at < start + len(word) or word is right[-1]:
            same_end = wanted[start + len(word) :]
            typed = joined[start : len(joined) - len(same_end)] if same_end else joined[start:]
            fits = joined.endswith(same_end) and OSA.distance(typed, word) == 1
            return 1 if fits and _may_slip(typed, word, fixed) else None
        start += len(word)
    return None


def negations(text: tuple[str, ...]) -> int:
    """How many of the folded words deny; "non" is part of the word behind it."""
    return sum(word in _NEGATIVE and word != "non" for word in text)


def differ_by_negation(typed: tuple[str, ...], answer: tuple[str, ...]) -> bool:
    """Whether two texts, as folded words, are the same but for "not", "no", "un-" or the like."""
    denials = [sum(word in _NEGATIVE for word in text) for text in (typed, answer)]
    if denials[0] != denials[1] and "".join(typed) == "".join(answer):
        return True
    mine, right = _affirmed(typed), _affirmed(answer)
    if "".join(mine) == "".join(right):
        return denials[0] != denials[1]
    if len(mine) != len(right):
        return False
    pairs = [(a, b) for a, b in zip(mine, right, strict=True) if a != b]
    return bool(pairs) and all(_denies(a, b) or _denies(b, a) for a, b in pairs)


def _affirmed(text: tuple[str, ...]) -> tuple[str, ...]:
    out = (_POSITIVE.get(word, _contraction(word)) for word in text if word not in _DROPPED)
    return tuple(out)


def _contraction(word: str) -> str:
    return word[:-2] if word in _NEGATIVE and word.endswith("nt") else word


def _denies(word: str, stem: str) -> bool:
    if word == "a" + stem:
        return stem in _TAKES_A
    return len(stem) > 2 and any(word == prefix + stem for prefix in _PREFIXES)


def _holds_none(word: str) -> bool:
    return word in _NEGATIVE or is_number_word(word) or any(c.isdigit() for c in word)


def _may_slip(typed: str, word: str, fixed: frozenset[str]) -> bool:
    if len(word) < _SHORT_WORD or _holds_none(word) or _holds_none(typed):
        return False
    if _denies(typed, word) or _denies(word, typed):
        return False
    return not (word in fixed or (fixed and is_roman(typed)))
