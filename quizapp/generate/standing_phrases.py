"""Whether "the …" is understood by somebody who has not read the article."""

from __future__ import annotations

from quizapp.generate.discourse import Discourse
from quizapp.generate.language.phrases import NAMES, NounPhrase
from quizapp.generate.language.word_list import row_of

UNIQUE = row_of(
    "world sun moon earth internet public sea sky economy environment past future ground weather "
    "media law first last only death life age number rest majority start end beginning top "
    "time cause aftermath wake process use risk right need lack basis case fact role scene "
    "north south east west northern southern eastern western coast capital"
)
"""Nouns of which there is one, or which need no telling which."""
_BODIES = row_of("company firm group bank lender carmaker retailer maker manufacturer club agency")


def _by_nation(discourse: Discourse, index: int, phrase: NounPhrase) -> bool:
    """As in "the American company": only which country's, and told before."""
    parse = discourse.parses[index]
    inside = parse.tokens[phrase.first : phrase.head]
    told = any(t.tag == "JJ" and t.text[:1].isupper() for t in inside)
    named = any(t.tag in NAMES or t.tag == "CD" for t in inside)
    head = parse.tokens[phrase.head].lemma
    return told and not named and head in _BODIES and discourse.points_back(index, phrase)


def stands(discourse: Discourse, index: int, phrase: NounPhrase, end: int) -> bool:  # noqa: PLR0911 - a shape of words each
    """Whether "the …" is understood without the article."""
    parse = discourse.parses[index]
    tokens = parse.tokens
    chunk = parse.chunk(phrase)
    if _by_nation(discourse, index, phrase):
        return False
    if discourse.specific(index, phrase):
        return True
    if not discourse.points_back(index, phrase):
        return True
    if chunk.end <= end and discourse.specific(index, chunk):
        return True
    head = tokens[phrase.head].lemma
    inside = {t.low for t in tokens[phrase.first : phrase.end]}
    if head in UNIQUE or inside & UNIQUE:
        return True
    if any(t.tag in ("JJS", "RBS") for t in tokens[phrase.first : phrase.end]):
        return True
    following, low = parse.tag(phrase.end), parse.low(phrase.end)
    if phrase.end < end:
        if low in ("of", "that", "who", "which", "whose", "where"):
            return True
        if following in ("VBN", "VBG") or (
            following == "IN"
            and low in ("for", "in", "between", "against", "on", "to", "from", "at")
        ):
            return chunk.end <= end
    return False
