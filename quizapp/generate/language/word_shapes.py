"""What the shape and the end of a word that is not known tell of it."""

from __future__ import annotations

import re


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


PREFIXES = _set_of(
    "re co pre over under out un mis fore de non anti pro ex vice mid multi self semi sub counter "
    "inter"
)
GLUED = ("re", "over", "under", "out", "un", "mis", "fore")
"""Prefixes that a verb may take without a hyphen: outspend, unfreeze."""
_SUFFIXES = tuple(
    (re.compile(f"(?:{endings})$"), tuple(tags.split()))
    for endings, tags in (
        ("ward|wide|most|some|like|proof", "JJ RB"),
        ("[^aeiou]ly|ily|ally|ably|ibly|ely", "RB JJ"),
        ("ings", "NNS"),
        ("[aeiouy].*ing", "VBG NN JJ"),
        ("[aeiouy].*[^e]ed", "VBD VBN JJ"),
        ("ous|ful|less|able|ible|ical|ish|esque|[aeiouy].*ic|[^aeiou]ive|ative|itive", "JJ NN"),
        ("tion|sion|ment|ness|ity|ism|ship|hood|ance|ence|ency|ancy|dom|ology|graphy|ture", "NN"),
        ("ist|er|or|ee|eer|ian|man|woman|crat|logist", "NN JJ"),
        ("al|ary|ory|ar|ant|ent|ese|en", "JJ NN"),
        ("ize|ise|yse|yze|ify", "VB VBP"),
        ("ate", "VB JJ NN VBP"),
        ("men|women", "NNS"),
        ("ss|us|is", "NN JJ"),
        (r"(?:tion|sion|ment|nes|it[iy]e|ism|ist|er|or|ship|ie|ian|al|ant|ent)s", "NNS VBZ"),
        ("s", "NNS VBZ"),
    )
)
MEASURES = _set_of(
    "year month week day hour minute second mile metre meter kilometre kilometer foot inch tonne "
    "ton pound dollar euro page storey story seat member point man woman person part party state "
    "nation way time term range scale level class quarter century"
)
PARTICLES = _set_of("up off out in down over back away by on to")
DESCRIBING = _set_of("old based led style wide long free related only")


def tags_by_end(low: str) -> tuple[str, ...]:
    """The tags that words with such an end mostly have; never empty."""
    return next((tags for end, tags in _SUFFIXES if end.search(low)), ("NN", "JJ"))


def number_tags(low: str) -> tuple[str, ...]:
    """Tags of a word that begins with a digit: 18-year-old, 1990s, 5th, 3,770."""
    if low.endswith("-olds") or re.fullmatch(r"\d+s", low):
        return ("NNS",)
    if low.endswith("-old"):
        return ("JJ", "NN")
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", low) or re.fullmatch(r"[\d.,]+-[a-z].*", low):
        return ("JJ",)
    return ("CD",)
