"""Which questions of a deck rest on a stretch of a source's text, looked up without a scan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizapp.schedule.store import Quoted

KEYED = 8
"""So many first letters of a quote find it; more would cost more at each place of a paragraph."""


class Quotes:
    """The quotes of a deck by how they begin.

    Args:
        quoted: each question's evidence.
    """

    def __init__(self, quoted: Iterable[Quoted]) -> None:
        self._by_start: dict[tuple[str, str], list[tuple[str, str]]] = {}
        lengths = set()
        for one in quoted:
            quote = " ".join(one.quote.split())
            if quote:
                start = quote[:KEYED]
                lengths.add(len(start))
                self._by_start.setdefault((one.source, start), []).append((quote, one.question))
        self._lengths = tuple(lengths)

    def within(self, source: str, paragraph: str) -> Iterator[tuple[int, int, str]]:
        """Where quotes stand in a paragraph of a source: (start, end, question id).

        Args:
            source: its id.
            paragraph: its lines joined, runs of space as one space.
        """
        for length in self._lengths:
            for at in range(len(paragraph) - length + 1):
                key = (source, paragraph[at : at + length])
                for quote, question in self._by_start.get(key, ()):
                    if paragraph.startswith(quote, at):
                        yield at, at + len(quote), question
