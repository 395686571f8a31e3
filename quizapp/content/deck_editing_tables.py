"""Keys of one table of a text set and removed, in whichever of its forms the table is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quizapp.content.deck_editing_values import value_like
from quizapp.content.deck_text import Value, value_text
from quizapp.content.toml_text import Block, Key, KeyPath, Section, comments, keys, past_line


class Edit(NamedTuple):
    """Characters `start` to `end` of a text become `text`."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits, those at one place in the order given; none reaches into another."""
    pieces, done = [], 0
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*pieces, text[done:]])


class _Place(NamedTuple):
    """A key that is written, with its path below the section."""

    path: KeyPath
    key: Key
    part: Block
    stands_alone: bool  # on its own line, not within an inline table


@dataclass
class Statements:
    """What is written in a section of a text, and the edits that change it.

    Attributes:
        section: a table with the tables below it.
        line_end: of the file.
    """

    section: Section
    line_end: str
    _edits: list[Edit] = field(default_factory=list)
    _places: list[_Place] = field(init=False)
    _inline: dict[int, _Place] = field(default_factory=dict)
    _added: dict[int, list[str]] = field(default_factory=dict)
    _cut: list[_Place] = field(default_factory=list)
    _tables: dict[KeyPath, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._places = list(self._written())

    def edits(self) -> list[Edit]:
        """All that was asked for."""
        inline = [edit for table in self._inline.values() for edit in self._inside(table)]
        end = self._end_of(self.section.parts[-1])
        root = self.section.parts[0].name
        gap = "" if root else self.line_end
        tables = [
            self._lines(end, [f"{gap}[{'.'.join(root + path)}]", *lines])
            for path, lines in self._tables.items()
        ]
        return [*self._edits, *inline, *tables]

    def set(self, path: KeyPath, value: Value, order: Sequence[str]) -> None:
        """Give a key a value; one that is new stands behind those that come before it.

        Args:
            path: below the section.
            value: the new value.
            order: of the keys of its table.

        Raises:
            ValueError: a text holds half of a surrogate pair, which no file can.
        """
        exact = self._exact(path)
        if exact is None:
            self.remove(path)
            self._add(path, value, order)
            return
        start, end = exact.key.value, exact.key.end
        new = value_like(self._text[start:end], value, self.line_end)
        self._edits.append(Edit(start, end, new))

    def remove(self, path: KeyPath) -> None:
        """Take a key out with its lines, or a table with its keys; their comments stay."""
        for part in self.section.parts:
            if self._above(part)[: len(path)] == path:
                self._edits.append(self._taken_out(part.start, part.body))
        for place in self._places:
            if place.path[: len(path)] != path:
                continue
            if place.stands_alone:
                end = past_line(self._text, place.key.end)
                self._edits.append(self._taken_out(place.key.start, end))
            elif len(self._around(place).path) < len(path):
                table = self._around(place)
                self._inline[table.key.value] = table
                self._cut.append(place)

    @property
    def _text(self) -> str:
        return self.section.text

    def _above(self, part: Block) -> KeyPath:
        return part.name[len(self.section.parts[0].name) :]

    def _written(self) -> Iterator[_Place]:
        for part in self.section.parts:
            end = 0
            for key in keys(self._text, part):
                yield _Place(self._above(part) + key.path, key, part, key.start >= end)
                end = max(end, key.end)

    def _exact(self, path: KeyPath) -> _Place | None:
        return next((place for place in self._places if place.path == path), None)

    def _line_start(self, offset: int) -> int:
        return self._text.rfind("\n", 0, offset) + 1

    def _taken_out(self, start: int, end: int) -> Edit:
        """A statement or header becomes the comments that stood beside it and in it."""
        left = [self._indent(start) + comment for comment in comments(self._text, start, end)]
        lines = "".join(line + self.line_end for line in left)
        return Edit(self._line_start(start), end, lines)

    def _end_of(self, part: Block) -> int:
        ends = (place.key.end for place in self._places if place.part is part)
        last = max(ends, default=None)
        return part.body if last is None else past_line(self._text, last)

    def _lines(self, at: int, lines: Iterable[str]) -> Edit:
        """Whole lines put in at an offset where a line starts, or at the text's end."""
        joined = self.line_end.join(lines)
        whole = at == 0 or self._text[at - 1] == "\n"
        return Edit(at, at, joined + self.line_end if whole else self.line_end + joined)

    def _add(self, path: KeyPath, value: Value, order: Sequence[str]) -> None:
        table, name = path[:-1], path[-1]
        equation = f"{name} = {value_text(value)}"
        for part in self.section.parts:
            if self._above(part) == table and (table or part is self.section.parts[0]):
                before = order[: order.index(name)] if name in order else order
                self._add_line(part, equation, len(table), before)
                return
        inline = self._exact(table)
        dotted = [p for p in self._places if p.path[: len(table)] == table and p.stands_alone]
        if inline is not None:
            self._inline[inline.key.value] = inline
            self._added.setdefault(inline.key.value, []).append(equation)
        elif dotted:
            last = dotted[-1]
            above = ".".join(table[len(self._above(last.part)) :])
            self._edits.append(self._below(last, f"{above}.{equation}"))
        else:
            self._tables.setdefault(table, []).append(equation)

    def _add_line(self, part: Block, equation: str, depth: int, before: Sequence[str]) -> None:
        own = [place for place in self._places if place.part is part and place.stands_alone]
        for name in reversed(before):
            for place in reversed(own):
                if place.path[depth] == name:
                    self._edits.append(self._below(place, equation))
                    return
        indent = self._indent(own[0].key.start if own else part.start)
        self._edits.append(self._lines(part.body, [indent + equation]))

    def _below(self, place: _Place, equation: str) -> Edit:
        line = self._indent(place.key.start) + equation
        return self._lines(past_line(self._text, place.key.end), [line])

    def _indent(self, offset: int) -> str:
        return self._text[self._line_start(offset) : offset]

    def _around(self, place: _Place) -> _Place:
        """The inline table that a key stands in."""
        tables = (p for p in self._places if p.key.start < place.key.start < p.key.end)
        return max(tables, key=lambda p: p.key.start)

    def _inside(self, table: _Place) -> list[Edit]:
        """What was asked for within an inline table, or in the place of what is none."""
        start, end = table.key.value, table.key.end
        inner = [p for p in self._places if start < p.key.start < end and self._around(p) is table]
        equations = ", ".join(self._added.get(start, []))
        kept = [p for p in inner if p not in self._cut]
        if not kept:
            return [Edit(start, end, f"{{ {equations} }}" if equations else "{}")]
        edits = []
        for at, place in enumerate(inner):
            if place not in self._cut:
                continue
            if place.key.start < kept[-1].key.start:
                edits.append(Edit(place.key.start, inner[at + 1].key.start, ""))
            else:
                edits.append(Edit(inner[at - 1].key.end, place.key.end, ""))
        if equations:
            edits.append(Edit(inner[-1].key.end, inner[-1].key.end, f", {equations}"))
        return edits
