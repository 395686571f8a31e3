"""The words of a question as gates compare them: small words apart, endings laid aside."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quizapp.generate.language.word_list import row_of

_WORD = re.compile(r"[^\W_]+(?:[-‑'’.,/:][^\W_]+)*|_{3,}")
_PLAIN_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile(r"['’]s$|['’]$")


SMALL = row_of(
    "a an the and or but nor so yet of in on at to from by for with without within into onto over "
    "under up down out off about around as than then there here this that these those such what "
    "which who whom whose when where why how is are was were be been being am do does did done "
    "has have had having will would shall should can could may might must not no never it its he "
    "she they them their his her him we us our you your i me my one ones each every all any some "
    "both either neither many much more most less few own other another same also only just even "
    "if while because although though until till since after before during between against "
    "among through per via too very let get got"
)
"""Words that tell nothing by themselves."""

HELPERS = row_of(
    "do does did is are was were have has had will would can could may might must should"
)
"""Verbs that help another."""

LEADING = row_of("a an the each every any some no one another all both")
"""Words that open a noun phrase."""

MONTHS = row_of(
    "january february march april may june july august september october november december"
)

_IRREGULAR = {
    form: base
    for base, forms in {
        "become": "became",
        "begin": "began begun",
        "blow": "blew blown",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen",
        "come": "came",
        "draw": "drew drawn",
        "drive": "drove driven",
        "fall": "fell fallen",
        "fight": "fought",
        "find": "found",
        "fly": "flew flown",
        "forbid": "forbade forbidden",
        "give": "gave given",
        "go": "went gone",
        "grow": "grew grown",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lead": "led",
        "leave": "left",
        "lose": "lost",
        "make": "made",
        "mean": "meant",
        "meet": "met",
        "pay": "paid",
        "rise": "rose risen",
        "run": "ran",
        "say": "said",
        "see": "saw seen",
        "seek": "sought",
        "sell": "sold",
        "send": "sent",
        "shoot": "shot",
        "show": "shown",
        "sink": "sank sunk",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "steal": "stole stolen",
        "strike": "struck",
        "take": "took taken",
        "teach": "taught",
        "tell": "told",
        "think": "thought",
        "win": "won",
        "withdraw": "withdrew withdrawn",
        "write": "wrote written",
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people",
    }.items()
    for form in forms.split()
}
_ENDINGS = ("ing", "ed")
_ROOT = 6


class Word(NamedTuple):
    """A word of a text, and where it stands there."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_name(self) -> bool:
        """Whether it is written like a name, with a capital letter."""
        return self.text[:1].isupper()


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words and gaps of a text in order; "Kosovo's" is one, told without its ending."""
    found = []
    for match in _WORD.finditer(text):
        bare = _APOSTROPHE.sub("", match.group())
        low = bare.casefold().replace("’", "'")
        found.append(Word(bare, low, match.start(), match.start() + len(bare)))
    return tuple(found)


@lru_cache(maxsize=4096)
def folded(text: str) -> frozenset[str]:
    """All words of a text in lower case, those that a hyphen or an apostrophe joins apart.

    A pattern of words none of which is among them is not worth searching for: that takes
    ten times as long.
    """
    return frozenset(_PLAIN_WORD.findall(text.casefold()))


_TITLE = re.compile(r"^In the report “([^”]+)”")
_TITLE_WEIGHS = 6
"""So many words the title of a report counts at most: it is read as one name."""


def length(text: str) -> int:
    """How many words a question has to be read through; a long headline is one name."""
    found = _TITLE.match(text)
    title = len(found[1].split()) if found is not None else 0
    return len(text.split()) - max(0, title - _TITLE_WEIGHS)


@lru_cache(maxsize=4096)
def stem(low: str) -> str:
    """A word in lower case without the endings of number and tense; "troops" is "troop"."""
    low = _IRREGULAR.get(low, low)
    if len(low) <= 3 or not low.isalpha():
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith("ied"):
        return low[:-3] + "y"
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-2] if low.endswith(("sses", "xes", "ches", "shes", "zes")) else low[:-1]
    for ending in _ENDINGS:
        bare = low.removesuffix(ending)
        if bare != low and len(bare) >= 3 and re.search("[aeiouy]", bare):
            double = bare[-1] == bare[-2] and bare[-1] not in "lsz"
            low = bare[:-1] if double else bare
            break
    return low.removesuffix("e") if len(low) > 3 else low


def root(low: str) -> str:
    """The first letters, by which "recognise", "recognition" and "recognised" are one."""
    return stem(low)[:_ROOT].rstrip("e")


@lru_cache(maxsize=4096)
def content(text: str) -> tuple[Word, ...]:
    """The words that tell something, in order."""
    return tuple(word for word in words(text) if word.low not in SMALL and word.text[0] != "_")


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that tell something; parts of a hyphened word too."""
    return frozenset(stem(part) for word in content(text) for part in parts(word.low))


@lru_cache(maxsize=4096)
def roots(text: str) -> frozenset[str]:
    """The roots of the words that tell something; parts of a hyphened word too."""
    return frozenset(root(part) for word in content(text) for part in parts(word.low))


def parts(low: str) -> tuple[str, ...]:
    """A word, and the words that hyphens join in it."""
    if "-" not in low or any(c.isdigit() for c in low):
        return (low,)
    return (low, *(part for part in low.split("-") if part not in SMALL))


def plain(text: str) -> str:
    """A text without the signs of Markdown."""
    return re.sub(r"[*`]|(?<!\w)_|_(?!\w)", "", text) if re.search(r"[*`_]", text) else text
