"""A source's text, asked where a quote stands in it and which sentence is most like it."""

from __future__ import annotations

import re
from array import array
from functools import cached_property

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[\"'”’)]*")
_STEP = 16
_CROWDED = 64
_ALIKE = 50.0
_REMEMBERED = 1024


class Passages:
    """One text, made quick to search for thousands of quotes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[str, tuple[int, ...]] = {}

    def places(self, quote: str) -> tuple[int, ...]:
        """The offsets of a quote's first two occurrences, or of the one, or none.

        Every sixteenth position of the text is indexed by the sixteen characters there. A quote
        of 31 or more covers one such position wherever it stands, so sixteen look-ups find it;
        a search through the whole text for each quote would cost a long deck seconds. What was
        found is kept for a while, since several questions rest on one quote.
        """
        found = self._found.get(quote)
        if found is None:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            found = self._found[quote] = self._places(quote)
        return found

    def _places(self, quote: str) -> tuple[int, ...]:
        if len(quote) < 2 * _STEP - 1:
            return self._search(quote)
        text, (first, following) = self.text, self._blocks
        found = list[int]()
        for shift in range(_STEP):
            steps, block = 0, first[hash(quote[shift : shift + _STEP]) % len(first)]
            while block:
                at = (block - 1) * _STEP
                if at >= shift and text.startswith(quote, at - shift):
                    found.append(at - shift)
                block, steps = following[block - 1], steps + 1
                if steps > _CROWDED:
                    return self._search(quote)
        return tuple(sorted(found)[:2])

    def _search(self, quote: str) -> tuple[int, ...]:
        first = self.text.find(quote)
        if first < 0:
            return ()
        second = self.text.find(quote, first + 1)
        return (first,) if second < 0 else (first, second)

    @cached_property
    def _blocks(self) -> tuple[array[int], array[int]]:
        """The first block with a hash and, for each block, the next one with its; 0 for none.

        A dictionary of strings would take fifteen times the room.
        """
        count = len(range(0, len(self.text), _STEP))
        first, following = array("I", bytes(8 * count + 4)), array("I", bytes(4 * count))
        for block in range(count, 0, -1):
            at = (block - 1) * _STEP
            place = hash(self.text[at : at + _STEP]) % len(first)
            following[block - 1], first[place] = first[place], block
        return first, following

    def line(self, offset: int) -> int:
        """The line an offset lies on, from 1."""
        return self.text.count("\n", 0, offset) + 1

    def nearest(self, quote: str) -> str:
        """The sentence most like a quote, or "" where none is."""
        from rapidfuzz import fuzz, process

        best = process.extractOne(quote, self._sentences, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return best[0] if best else ""

    @cached_property
    def _sentences(self) -> list[str]:
        found = (sentence.strip() for sentence in _SENTENCE.findall(self.text))
        return [sentence for sentence in found if sentence]
