"""Parts of speech: the lexicon says what a word can be, its neighbours say what it is."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.participles import FINITE_TAGS
from quizapp.generate.language.tag_costs import costs_after
from quizapp.generate.language.tag_mending import mended, verbed
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import How, world

_SIGNS = {
    ".": ".", "!": ".", "?": ".", "…": ":", "...": ":", ",": ",", ";": ":", ":": ":",
    "-": ":", "–": ":", "—": ":", "--": ":", "(": "(", "[": "(", ")": ")", "]": ")",
    "“": "``", "‘": "``", "”": "''", "’": "''", '"': "``", "'": "``", "$": "$", "£": "$",
    "€": "$", "¥": "$", "%": "NN", "&": "CC", "#": "#", "/": ":", "*": ":", "|": ":",
}  # fmt: skip
_NUMBER = re.compile(
    r"\d[\d.,]*(?:[-–]\d[\d.,]*)?(?:bn|mn|tn|m|k|pm|am|kg|km|cm|mm|ft|s|c|f|mph|kph)?|\d{1,2}[:.]\d\d"
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
NUMBER_WORDS = row_of(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred thousand million billion trillion dozen"
)
ORDINALS = row_of(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth twentieth"
)

_OWNING = row_of("the a an its their his our my your")
_BARE = frozenset(("VB", "VBP"))

_ARABIC = re.compile(r"(?:al|el|an|ar|as|ad|ash|az|ul|bin|ben|ibn|abu)[-‑][A-Z]")
MONEY_SIGNS = frozenset(
    ("US$", "HK$", "NZ$", "A$", "C$", "S$", "R$", "NKr", "SKr", "DKr", "Rs", "Rmb", "RM", "CHF",
     "Ksh", "₹", "₽", "₺", "₩", "₪", "₦", "₱")
)  # fmt: skip
"""Signs of money of more than one letter, and those that few keyboards have."""
_AGENTS = re.compile(r"(?:tor|ologist|anist|ician|ment|tion|holder|maker|grower)s$")
"""Ends of plurals that stand for people or things, not for one name."""

# What a tag costs after another, in tenths; a pair that is not named costs `_DEAR`. Set by hand:
# cheap is what English does all the time.
_DEAR = 30


def tagged(tokens: Sequence[Token], shouted: bool, names: frozenset[str]) -> tuple[Token, ...]:
    """The tokens with their parts of speech and lemmas.

    Args:
        tokens: of one sentence.
        shouted: nearly every word has a capital, as in a headline: capitals tell nothing.
        names: words in lower case that the article writes with a capital inside a sentence.
    """
    closing = _closing(tokens)
    choices = [_choices(tokens, i, shouted, names, closing) for i in range(len(tokens))]
    tags = mended(tokens, _best(choices), choices)
    if not shouted and not FINITE_TAGS & set(tags):
        verbed(tokens, tags, [{tag for tag, _ in choice} for choice in choices])
    words = lexicon()
    return tuple(
        t.read_as(tag, words.lemma(t.low, tag) if tag[0] in "VNJR" and
                  not tag.startswith("NNP") else t.lemma or t.low)
        for t, tag in zip(tokens, tags, strict=True)
    )  # fmt: skip


def _choices(  # noqa: C901, PLR0911, PLR0912 - a shape of words each
    tokens: Sequence[Token], i: int, shouted: bool, names: frozenset[str], closing: frozenset[int]
) -> tuple[tuple[str, int], ...]:
    """The tags a word can have, with what each costs by itself."""
    token = tokens[i]
    if token.tag:
        return ((token.tag, 0),)
    text, low = token.text, token.low
    figure = low[:1].isdigit()
    if "-" in text and _ARABIC.match(text):
        return (("NNP", 0),)
    if text in MONEY_SIGNS:
        return (("$", 0),)
    if text in _SIGNS:
        if i in closing:
            return (("''", 0),)
        return ((_SIGNS[text], 0),)
    if low == "'s":
        return (("POS", 0), ("VBZ", 14))
    if (figure and _ORDINAL.fullmatch(low)) or low in ORDINALS:
        return (("JJ", 0), ("RB", 8)) if low != "second" else (("JJ", 0), ("NN", 5), ("RB", 9))
    if (figure and _NUMBER.fullmatch(low)) or low in NUMBER_WORDS:
        return (("CD", 0), ("NN", 9)) if low in ("one", "dozen", "million") else (("CD", 0),)
    if "-" in low and all(part in NUMBER_WORDS for part in low.split("-")):
        return (("CD", 0),)  # forty-one
    if low in ("millions", "billions", "thousands", "hundreds", "dozens", "tens"):
        return (("NNS", 0),)
    known = lexicon().tags(low)
    if low == "found" and i and tokens[i - 1].low == "to":
        known = ("VB",)  # to found a company
    if i and known and tokens[i - 1].low in _OWNING and set(known) <= _BARE:
        known = ("NN", *known)  # a verb that is no noun in the lexicon: "their say"
    elif i and known == ("VBZ",) and tokens[i - 1].low in _OWNING:
        known = ("NNS", *known)  # the likes of Midea
    capital = text[:1].isupper()
    priced = tuple((tag, 4 * n) for n, tag in enumerate(known))
    if capital and not shouted:
        first = i == 0 or (
            tokens[i - 1].tag in ("``", ".", ":") or tokens[i - 1].text in "“‘\"'(["
        )
        if text.isupper() and len(text) > 1 and text != "I" and not (first and known):
            return (("NNP", 0),)
        if not first:
            if known and low in _SMALL:
                return (*priced, ("NNP", 12))
            return (("NNP", 0), ("JJ", 6)) if _nationality(text) else (("NNP", 0),)
        if not known and _AGENTS.search(low) and low not in names:
            return (("NNS", 0), ("NNP", 4))
        if not known:
            return (("NNP", 0), ("JJ", 5)) if _nationality(text) else (("NNP", 0),)
        if low in names and low not in _SMALL:
            return (("NNP", 0), *((tag, cost + 8) for tag, cost in priced))
        if world().given_name(text) is not None and low not in _SMALL:
            return (("NNP", 2), *((tag, cost + 4) for tag, cost in priced))
        return (*priced, ("NNP", 20 if low.endswith("ed") else 14))  # guided walks
    if known:
        return priced
    if shouted and capital and _known_name(text, low, names):
        return (("NNP", 0),)
    return tuple((tag, 5 * n) for n, tag in enumerate(lexicon().guess(text))) or (("NN", 0),)


def _nationality(word: str) -> bool:
    found = world().country(word)
    return found is not None and found.how is How.ADJECTIVE


def _known_name(word: str, low: str, names: frozenset[str]) -> bool:
    if low in names or world().country(word) is not None:
        return True
    return world().organisation(word) is not None or world().given_name(word) is not None


_SMALL = row_of(
    "the a an of in on at by for from to with and or but as if it he she they we i you his her "
    "its their our this that these those who which what when where not is are was were be"
)


def _closing(tokens: Sequence[Token]) -> frozenset[int]:
    """Straight quotation marks that close: an odd number of their like stands before each."""
    places: dict[str, list[int]] = {'"': [], "'": []}
    for i, token in enumerate(tokens):
        if token.text in places:
            places[token.text].append(i)
    return frozenset(i for found in places.values() for i in found[1::2])


def _best(choices: Sequence[Sequence[tuple[str, int]]]) -> list[str]:
    """The cheapest way through (Viterbi)."""
    costs = costs_after()
    paths: list[tuple[str, int]] = [("^", 0)]
    back: list[dict[str, str]] = []
    for options in choices:
        after: list[tuple[str, int]] = []
        links: dict[str, str] = {}
        for tag, own in options:
            least, before = sys.maxsize, ""
            for earlier, paid in paths:
                cost = paid + costs.get((earlier, tag), _DEAR)
                if cost < least or (cost == least and earlier < before):
                    least, before = cost, earlier
            after.append((tag, least + own))
            links[tag] = before
        paths = after
        back.append(links)
    tag = min((cost, tag) for tag, cost in paths)[1]
    tags = []
    for links in reversed(back):
        tags.append(tag)
        tag = links[tag]
    return tags[::-1]
