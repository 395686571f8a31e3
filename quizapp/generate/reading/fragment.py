"""The words of HTML as they stand, block by block: for what was copied by hand out of a page."""

from __future__ import annotations

from html.parser import HTMLParser

from quizapp.generate.reading.outcome import Found
from quizapp.generate.reading.prose import clean, spaced, whole

_BLOCK_TAGS = """
address article aside blockquote body br caption dd details dialog div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p
pre section summary table tbody td tfoot th thead title tr ul
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_SILENT = frozenset(("script", "style", "template", "noscript", "svg", "math", "select", "head"))


class _Words(HTMLParser):
    """Gathers paragraphs; the first heading too."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.heading = ""
        self._current: list[str] = []
        self._silent = 0
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a paragraph, a list's item with its mark."""
        del attrs
        if tag in _SILENT:
            self._silent += 1
        if tag == "body":
            self._silent = 0  # a head that was never closed
        if tag in _BLOCKS:
            self.close_part()
        self._in_heading = tag == "h1" or (self._in_heading and tag not in _BLOCKS)
        if tag == "li":
            self._current.append("- ")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its paragraph."""
        if tag in _SILENT and self._silent:
            self._silent -= 1
        if tag in _BLOCKS:
            self.close_part()

    def handle_data(self, data: str) -> None:
        """Words of the paragraph, unless nobody sees them."""
        if not self._silent:
            self._current.append(data)

    def close_part(self) -> None:
        """End the paragraph."""
        words = spaced(clean("".join(self._current)).replace("\n", " "))
        self._current.clear()
        if words and words != "-":
            self.parts.append(words)
            if self._in_heading and not self.heading:
                self.heading = words
        self._in_heading = False


def fragment_text(markup: str) -> Found:
    """All words of a piece of HTML; its first heading is the title."""
    reader = _Words()
    reader.feed(markup)
    reader.close()
    reader.close_part()
    return Found(whole(reader.parts), reader.heading)
