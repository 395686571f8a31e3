"""Where a deck's blocks and keys stand, found block by block when a finding asks for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from quizapp.content.deck_editing_reading import table_of
from quizapp.content.toml_text import KeyPath, Outline, Section
from quizapp.content.validation_fields import Table

QUESTION, SOURCE, DECK = "question", "source", "deck"

_UNUSUAL = re.compile(r"""\"{3}|'{3}|^[ \t]*\[\[[ \t]*["']""", re.MULTILINE)
"""Where what looks like a header may be a text, or a header does not look like one."""
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*(question|source)[ \t]*\]\]", re.MULTILINE)


@dataclass(frozen=True)
class BlockAt:
    """A `[[question]]` or `[[source]]` with the tables below it.

    Attributes:
        kind: which of the two.
        index: among its kind, from 0.
        start: offset of its header's line.
        end: offset of the next block's, or of the text's end.
        line: of its header, from 1.
        text: what stands from start to end.
    """

    kind: str
    index: int
    start: int
    end: int
    line: int
    text: str

    @cached_property
    def section(self) -> Section | None:
        """Its keys; None where the text is no block that can be told from the others."""
        sections = Outline(self.text).sections(self.kind)
        return sections[0] if sections else None

    @cached_property
    def table(self) -> Table:
        """Its values as written, those with faults too; empty where it cannot be read alone."""
        try:
            found = table_of(self.text).get(self.kind)
        except ValueError:
            return {}
        first = found[0] if isinstance(found, list) and found else None
        return first if isinstance(first, dict) else {}

    def place(self, path: KeyPath) -> tuple[int, int]:
        """Line and column of a key in the file; of what is around it where it is not written."""
        if self.section is None:
            return self.line, 1
        line, column = self.section.place(path)
        return line + self.line - 1, column


class Places:
    """The blocks of one deck's text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def block(self, line: int) -> BlockAt | None:
        """The block that a line stands in; None above the first."""
        at = bisect_right(self._lines, line) - 1
        return self._blocks[at] if at >= 0 else None

    @property
    def blocks(self) -> tuple[BlockAt, ...]:
        """Every block, in order."""
        return self._blocks

    @cached_property
    def _blocks(self) -> tuple[BlockAt, ...]:
        heads = self._heads()
        ends = [*(start for start, _, _ in heads[1:]), len(self.text)][: len(heads)]
        counts = {QUESTION: 0, SOURCE: 0}
        found = []
        for (start, line, kind), end in zip(heads, ends, strict=True):
            found.append(BlockAt(kind, counts[kind], start, end, line, self.text[start:end]))
            counts[kind] += 1
        return tuple(found)

    def _heads(self) -> list[tuple[int, int, str]]:
        """Offset of the header's line, its line and its kind."""
        if _UNUSUAL.search(self.text):
            return [
                (self.text.rfind("\n", 0, block.start) + 1, block.line, block.name[0])
                for block in Outline(self.text).blocks
                if block.array and block.name in {(QUESTION,), (SOURCE,)}
            ]
        found, line, counted = [], 1, 0
        for header in _HEADER.finditer(self.text):
            line += self.text.count("\n", counted, header.start())
            counted = header.start()
            found.append((header.start(), line, header[1]))
        return found

    @cached_property
    def _lines(self) -> list[int]:
        return [block.line for block in self._blocks]
