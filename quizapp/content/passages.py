"""A source's text, asked where a quote stands in it and which sentence is most like it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[\"'”’)]*")
_STEP = 16
_CROWDED = 64
_ALIKE = 50.0


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
        found is kept, since several questions rest on one quote.
        """
        found = self._found.get(quote)
        if found is None:
            found = self._found[quote] = self._places(quote)
        return found

    def _places(self, quote: str) -> tuple[int, ...]:
        if len(quote) < 2 * _STEP - 1:
            return self._search(quote)
        index, found = self._blocks, list[int]()
        for shift in range(_STEP):
            blocks = index.get(quote[shift : shift + _STEP])
            if blocks is None:
                continue
            if len(blocks) > _CROWDED:
                return self._search(quote)
            for at in blocks:
                if at >= shift and self.text.startswith(quote, at - shift):
                    found.append(at - shift)
        return tuple(sorted(found)[:2])

    def _search(self, quote: str) -> tuple[int, ...]:
        first = self.text.find(quote)
        if first < 0:
            return ()
        second = self.text.find(quote, first + 1)
        return (first,) if second < 0 else (first, second)

    @cached_property
    def _blocks(self) -> dict[str, list[int]]:
        index: defaultdict[str, list[int]] = defaultdict(list)
        for at in range(0, len(self.text), _STEP):
            index[self.text[at : at + _STEP]].append(at)
        return dict(index)

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
