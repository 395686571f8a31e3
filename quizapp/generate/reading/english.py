"""Whether a text is English: the share of the small words that every English text is full of."""

from __future__ import annotations

import re
from itertools import islice

_SMALL_WORDS = """
the of and to in that is was for with by on as at he she it his her from has have had are
were be been not but this which who said will would an a or they their its after when there
than if more about into over no out up one two also before could i you we our my your
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_MARKERS = frozenset(("the", "and", "of", "to", "that", "with", "from", "this", "they", "which"))
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 3000
_FEWEST = 25
"""Below so many words nothing is said: a headline can do without small words."""
_SHARE = 0.24
_MARKER_SHARE = 0.07


def is_english(text: str) -> bool:
    """Whether the rules, which are for English, can be used; short texts are given the benefit."""
    words = [found[0].lower() for found in islice(_WORD.finditer(text), _LOOKED_AT)]
    if len(words) < _FEWEST:
        letters = sum(map(len, words))
        return sum(len(word) for word in words if word.isascii()) * 2 >= letters
    small = sum(word in _SMALL for word in words) / len(words)
    markers = sum(word in _MARKERS for word in words) / len(words)
    return small >= _SHARE and markers >= _MARKER_SHARE
