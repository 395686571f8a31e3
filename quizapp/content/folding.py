"""What two writings of an answer have in common once case, accents and the like are overlooked."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_KEPT = 400
"""Letters of the longest text whose foldings are kept: an essay is folded each time."""

OVERLOOKED = ("case", "accents", "punctuation", "article", "spacing")
"""What may be overlooked, in the order that a mark names it."""

_SAME_SIGN = {
    **dict.fromkeys("’‘ʼʻ‛´`′ʹ׳＇", "'"),
    **dict.fromkeys("“”„‟″«»״", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("⁄∕", "/"),
    **dict.fromkeys("٪％%", " percent "),
    "ـ": "",  # tatweel only stretches a word
    "٬": ",",
    "٫": ".",
}
_SIGNS = str.maketrans(_SAME_SIGN)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_POWER = re.compile(r"(?<=\d)[⁰¹²³⁴-⁹]+")
_MIXED = re.compile(r"(?<=\d)(?=[¼½¾⅐-⅞])")
_OWN_LETTER = {  # Latin letters that Unicode does not take apart
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "ŀ": "l",
    "Ł": "L",
    "Ø": "O",
    "Đ": "D",
    "Ð": "D",
    "Ħ": "H",
    "Ŧ": "T",
    "Ŀ": "L",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "Æ": "AE",
    "Œ": "OE",
    "Þ": "TH",
}
_GRAVE, _ACUTE = "\u0300", "\u0301"
_ARTICLE = re.compile(r"""^(["'(\[]*)(?:the|an?)\s+(?=\S)""", re.IGNORECASE)
_SIGN = re.compile(r"[^\w\s]|_")
_PART_OF_NAME = "#@*§"
_SPACE = re.compile(r" (?!-[0-9])(?:(?<![0-9] )|(?![0-9]))")


def visible(text: str) -> str:
    """The text as a reader sees it: compatible letters, quotes, dashes and spaces made one.

    Controls, direction marks and other characters without a shape are dropped, digits of every
    script become 0-9, "%" becomes "percent". A raised number after a digit keeps its power:
    10⁶ is 10^6, never 106.
    """
    return _seen(text) if len(text) <= _KEPT else _see(text)


def _see(text: str) -> str:
    for _ in range(8):
        seen = _visible_once(text)
        if seen == text:
            break
        text = seen
    return text


def _visible_once(text: str) -> str:
    if not text.isascii():
        text = "".join(_shape(c) for c in text)
        text = _POWER.sub(lambda m: "^" + m[0].translate(_RAISED), text)
        text = _MIXED.sub(" ", text).translate(_SIGNS)
        text = unicodedata.normalize("NFKC", text)
        text = "".join(str(unicodedata.decimal(c, c)) for c in text)
    elif not text.isprintable():
        text = "".join(_shape(c) for c in text)
    return " ".join(text.translate(_SIGNS).split())


@lru_cache(maxsize=4096)
def _shape(c: str) -> str:
    """The character, a space for one that only breaks lines, "" for one that has no shape."""
    if c.isspace():
        return " "
    if unicodedata.category(c) in {"Cc", "Cf", "Cs"}:
        return ""
    if "\ufe00" <= c <= "\ufe0f" or "\U000e0100" <= c <= "\U000e01ef":
        return ""
    return c


_seen = lru_cache(maxsize=4096)(_see)
"""A list of sixty answers asks for the same few texts some ten thousand times."""


def fold(text: str, keep: tuple[str, ...] = ()) -> str:
    """The text without what may be overlooked, save the differences named in `keep`.

    Accents go from Latin and Greek letters; in Cyrillic only marks of stress go and ё becomes е,
    since й and и are two letters; in Arabic and Hebrew vowel signs go. Marks of other scripts are
    part of their letters and stay. Punctuation goes, but not a sign that is part of a name (C++,
    C#), nor what stands between digits, nor a minus. A text of nothing but punctuation keeps it.
    Spaces between digits stay, so that "1 2" is never 12.
    """
    return _folded(text, keep) if len(text) <= _KEPT else _do_fold(text, keep)


def _do_fold(text: str, keep: tuple[str, ...]) -> str:
    folded = _fold_once(text, keep)
    for _ in range(8):
        again = folded if "spacing" in keep else _fold_once(folded, keep)
        if again == folded:
            break
        folded = again
    return folded


_folded = lru_cache(maxsize=4096)(_do_fold)


def forget() -> None:
    """Let go of the texts that were folded last: whoever folded thousands once is done."""
    _seen.cache_clear()
    _folded.cache_clear()


def normalise(text: str) -> str:
    """The text without all that may be overlooked; equal for two writings of one answer."""
    if text.isascii() and text.replace(" ", "").isalpha() and text.lstrip()[0] not in "aAtT":
        return text.replace(" ", "").lower()
    return fold(text)


def strict(text: str) -> str:
    """As `normalise`, but accents are kept: where this differs, two answers are different."""
    return normalise(text) if text.isascii() else fold(text, ("accents",))


def same_answer(one: str, other: str) -> bool:
    """Whether two answers of a deck are one: they differ in less than an accent.

    A word that could be an article counts as one or not, whichever makes them the same.
    """
    if strict(one) == strict(other):
        return True
    keep = ("accents", "article")
    return fold(one, keep) == fold(other, keep)


def words(text: str) -> tuple[str, ...]:
    """The words of the text, folded but for spacing."""
    return tuple(fold(text, ("spacing",)).split())


def overlooked(typed: str, answer: str) -> tuple[str, ...]:
    """What must be overlooked for the two to be the same; they must be the same by `alike`."""
    if visible(typed) == visible(answer):
        return ()
    if normalise(typed) == normalise(answer):
        found = tuple(f for f in OVERLOOKED if fold(typed, (f,)) != fold(answer, (f,)))
        if found:
            return found
    # what differs stands in an article, or right behind one
    return tuple(
        f for f in OVERLOOKED if fold(typed, (f, "article")) != fold(answer, (f, "article"))
    )


def alike(typed: str, answer: str) -> bool:
    """Whether the two are the same but for what may be overlooked.

    "A levels" is "A-levels", though its first word could be an article.
    """
    if normalise(typed) == normalise(answer):
        return True
    return fold(typed, ("article",)) == fold(answer, ("article",))


def _fold_once(text: str, keep: tuple[str, ...]) -> str:
    text = visible(text)
    if "case" not in keep:
        text = visible(text.casefold())
    if "accents" not in keep and not text.isascii():
        text = _without_accents(text) or text
    bare = text
    if "article" not in keep:
        while (shorter := _ARTICLE.sub(r"\1", bare)) != bare:
            bare = shorter
    if "punctuation" not in keep:
        bare = " ".join(_SIGN.sub(_without_sign, bare).split())
    if not bare:
        bare = text
    return bare if "spacing" in keep else _SPACE.sub("", bare)


def _without_sign(m: re.Match[str]) -> str:
    sign, text = m[0], m.string
    before, after = text[: m.start()][-1:], text[m.end() : m.end() + 1]
    if sign == "&":
        return " and "
    if sign in _PART_OF_NAME or not unicodedata.category(sign).startswith("P"):
        return sign
    if sign in ".,:/'" and before.isdecimal() and after.isdecimal():
        return sign
    if sign == "-" and after.isdecimal() and before in {"", " "}:
        return sign
    if sign in ".'" and before and unicodedata.category(before)[0] in "LM":
        return ""
    return " "


def _without_accents(text: str) -> str:
    out: list[str] = []
    base = ""
    for c in text:
        if unicodedata.combining(c) or unicodedata.category(c) == "Mn":
            out.append(_loose_mark(c, base))
        else:
            base = c
            out.append(_bare_letter(c))
    return unicodedata.normalize("NFC", "".join(out))


def _loose_mark(mark: str, base: str) -> str:
    """What is left of a mark that no composed letter holds."""
    if _is_vowel_sign(mark) or _is_latin_or_greek(base):
        return ""
    return "" if _is_cyrillic(base) and mark in {_GRAVE, _ACUTE} else mark


@lru_cache(maxsize=4096)
def _bare_letter(c: str) -> str:
    if c in _OWN_LETTER:
        return _OWN_LETTER[c]
    if c in "ёЁ":
        return "е" if c == "ё" else "Е"
    parts = unicodedata.normalize("NFD", c)
    if _is_latin_or_greek(c):
        return _OWN_LETTER.get(parts[0], parts[0])
    if _is_cyrillic(c):
        kept = (p for p in parts[1:] if p != _GRAVE and (p != _ACUTE or parts[0] in "гкГК"))
        return unicodedata.normalize("NFC", parts[0] + "".join(kept))
    return c


def _is_vowel_sign(c: str) -> bool:
    """A sign of Arabic or Hebrew that is usually not written."""
    return (
        "\u064b" <= c <= "\u0652"
        or c == "\u0670"
        or "\u0591" <= c <= "\u05bd"
        or c in "\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    )


def _is_latin_or_greek(c: str) -> bool:
    return (
        "A" <= c <= "Z"
        or "a" <= c <= "z"
        or "\u00c0" <= c <= "\u02af"
        or "\u1e00" <= c <= "\u1fff"
        or "\u0370" <= c <= "\u03ff"
    )


def _is_cyrillic(c: str) -> bool:
    return "\u0400" <= c <= "\u052f"
