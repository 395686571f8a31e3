"""Words of a source's text taken as a quote: whole words, and on one place only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|\n\s*\n")
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|vs|etc|e\.g|i\.e|approx|ca))\.$")


class Unfit(StrEnum):
    """Why words cannot be a quote."""

    NOTHING = "nothing"  # there are no words
    TWICE = "twice"  # they stand on more than one place


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a text.

    Attributes:
        start: offset of the first, in code points.
        end: offset behind the last.
        quote: the words, as they stand there.
        unfit: why they cannot be a quote, or None.
    """

    start: int
    end: int
    quote: str
    unfit: Unfit | None = None


def quoted(text: str, start: int, end: int) -> Quoted:
    """What was selected, widened to whole words, without space around it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return Quoted(start, start, "", Unfit.NOTHING)
    while start > 0 and _within_word(text, start):
        start -= 1
    while end < len(text) and _within_word(text, end):
        end += 1
    quote = text[start:end]
    first = text.find(quote)
    twice = text.find(quote, first + 1) >= 0
    return Quoted(start, end, quote, Unfit.TWICE if twice else None)


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """From where to where the sentence goes in which an offset lies, without space around it."""
    start, end = 0, len(text)
    for match in _SENTENCE_END.finditer(text):
        if match.group().startswith(".") and _ABBREVIATION.search(text, 0, match.start() + 1):
            continue
        if match.end() > offset:
            end = match.end()
            break
        start = match.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def next_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence behind one; itself where it is the last."""
    after = end
    while after < len(text) and text[after].isspace():
        after += 1
    return sentence_at(text, after) if after < len(text) else (start, end)


def sentence_before(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence before one; itself where it is the first."""
    before = start - 1
    while before >= 0 and text[before].isspace():
        before -= 1
    if before < 0:
        return start, end
    found = sentence_at(text, before)
    return found if found[1] > found[0] else (start, end)


def near_quote(text: str, quote: str, around: int = 1500) -> str:
    """The part of a text in which a quote stands, for a look at it; "" where it does not.

    Where a paragraph begins or ends within reach the part is cut there, so that the paragraph of
    the quote is whole. A text of a book's length is slow to read by sentences, a part is not.

    Args:
        text: of the source.
        quote: as it stands there.
        around: characters before and after the quote, at most.
    """
    at = text.find(quote) if quote else -1
    if at < 0:
        return ""
    start, end = max(0, at - around), min(len(text), at + len(quote) + around)
    begins, ends = text.rfind("\n\n", start, at), text.find("\n\n", at + len(quote), end)
    return text[begins + 2 if begins >= 0 else start : ends if ends >= 0 else end]


def places_of(text: str, wanted: str) -> tuple[int, ...]:
    """Where words stand in a text, however they are cased; offsets in code points."""
    if not wanted.strip():
        return ()
    pattern = r"\s+".join(re.escape(word) for word in wanted.split())
    return tuple(match.start() for match in re.finditer(pattern, text, re.IGNORECASE))


def _within_word(text: str, offset: int) -> bool:
    """Whether an offset lies between two letters or digits."""
    return text[offset - 1].isalnum() and text[offset].isalnum()
