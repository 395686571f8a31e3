"""The text of a cell from another program: HTML, sounds and gaps as we write them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BREAKS = {"br", "div", "p", "li", "tr", "h1", "h2", "h3", "ul", "ol", "table", "blockquote"}
_HIDDEN = {"style", "script", "head", "title"}
_SOUND = re.compile(r"\[sound:[^\]\n]*\]|\[anki:[^\]\n]*\]")
_CLOZE = re.compile(r"\{\{c(\d+)::(.*?)(?:::([^{}]*?))?\}\}", re.DOTALL)
_BLANKS = re.compile(r"[ \t\u00a0]+")
_LINES = re.compile(r" ?\n ?(?:\n ?)*")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _BREAKS:
            self.pieces.append("\n")
        elif tag == "img":
            alt = dict(attrs).get("alt")
            self.pieces.append(alt or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BREAKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)


def plain_text(cell: str, *, html: bool) -> str:
    """The words of a cell, without sounds, with gaps in our writing.

    Args:
        cell: as exported.
        html: whether it is HTML.
    """
    cell = _SOUND.sub("", cell)
    if html:
        reader = _Text()
        reader.feed(cell)
        reader.close()
        cell = _LINES.sub("\n", _BLANKS.sub(" ", "".join(reader.pieces)))
    return with_our_gaps(cell).strip()


def with_our_gaps(text: str) -> str:
    """A text with `{{c1::Serbia::hint}}` written as `{{c1:Serbia}}`; a gap keeps its number.

    Two gaps of one number are one card there and two here: the second gets a label of its own.
    """
    seen: dict[str, int] = {}

    def ours(gap: re.Match[str]) -> str:
        n = seen[gap[1]] = seen.get(gap[1], 0) + 1
        label = f"c{gap[1]}" if n == 1 else f"c{gap[1]}_{n}"
        return "{{" + f"{label}:{gap[2].strip()}" + "}}"

    return _CLOZE.sub(ours, text)
