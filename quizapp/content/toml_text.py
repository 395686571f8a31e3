"""Where the blocks and keys of a TOML text stand: tomllib gives values but no lines.

The text is taken to be valid TOML 1.0: tomllib has read it before. Patterns are unrolled so that
each has one way to match, and none is possessive: Python 3.11.2 gets possessive groups wrong.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str, ...]

_BASIC = r'"(?!"")[^"\\\n]*(?:\\.[^"\\\n]*)*"'
_LITERAL = r"'(?!'')[^'\n]*'"
_LONG_BASIC = r'"""[^"\\]*(?:(?:\\.|""?(?!"))[^"\\]*)*"""(?:"{0,2})(?!")'
_LONG_LITERAL = r"'''[^']*(?:''?(?!')[^']*)*'''(?:'{0,2})(?!')"
_STRING = rf"(?:{_LONG_BASIC}|{_LONG_LITERAL}|{_BASIC}|{_LITERAL})"
_COMMENT = r"\#[^\n]*\n"
_PART = rf"(?:[A-Za-z0-9_-]+|{_BASIC}|{_LITERAL})"
_KEY = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_LOOSE = r"""[^\[\]{}"'\#]*"""
_FLAT = rf"[\[{{]{_LOOSE}(?:(?:{_STRING}|{_COMMENT}){_LOOSE})*[\]}}]"
_NESTED = rf"[\[{{]{_LOOSE}(?:(?:{_STRING}|{_COMMENT}|{_FLAT}){_LOOSE})*[\]}}]"
_BARE = r"""[^\s\[\]{}"'\#,][^\n\[\]{}"'\#,]*"""
_VALUE = rf"(?:{_STRING}|{_BARE}|{_NESTED})"
_LINE_END = r"[ \t]*(?:\#[^\n]*|\r)?(?:\n|\Z)"
_BLANK = r"[ \t\r]*(?:\#[^\n]*)?\n"

_SPACE_LINES = re.compile(rf"(?:{_BLANK})*[ \t]*", re.DOTALL)
_STATEMENTS = re.compile(rf"(?:{_BLANK}|[ \t]*{_KEY}[ \t]*=[ \t]*{_VALUE}{_LINE_END})*", re.DOTALL)
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_KEY})[ \t]*\]\]?{_LINE_END}", re.DOTALL)
_EQUATION = re.compile(rf"({_KEY})[ \t]*=[ \t]*", re.DOTALL)
_PARTS = re.compile(_PART, re.DOTALL)
_SCALAR = re.compile(rf"{_STRING}|{_BARE}", re.DOTALL)
_NESTING = re.compile(rf"{_STRING}|\#[^\n]*|[\[\]{{}}]", re.DOTALL)
_STRING_OR_COMMENT = re.compile(rf"{_STRING}|\#[^\n]*", re.DOTALL)
_REST_OF_LINE = re.compile(_LINE_END)
_ARRAY_SPACE = re.compile(r"(?:[ \t\r\n,]|\#[^\n]*)*")
_BETWEEN = re.compile(r"[ \t\r\n,]*")


@dataclass(frozen=True, slots=True)
class Block:
    """A header and the statements below it, or what stands before the first header.

    Attributes:
        name: the header's dotted name; () for what stands before the first one.
        array: whether the header has two brackets.
        line: of the header, from 1.
        column: of its first bracket, in characters from 1.
        start: offset of that bracket.
        body: offset of the line after the header.
        end: offset of the next header's line, or of the text's end.
    """

    name: KeyPath
    array: bool
    line: int
    column: int
    start: int
    body: int
    end: int


@dataclass(frozen=True, slots=True)
class Key:
    """A key and where it stands.

    Attributes:
        path: its dotted parts, below its block; those of an inline table follow the table's own.
        line: from 1.
        column: in characters, from 1.
        start: offset of the key.
        value: offset where its value begins.
        end: offset just past the value.
    """

    path: KeyPath
    line: int
    column: int
    start: int
    value: int
    end: int


def blocks(text: str) -> list[Block]:
    """The blocks in order; the first is what stands before any header."""
    found: list[Block] = []
    name: KeyPath = ()
    array, line, column, start, body = False, 1, 1, 0, 0
    counted, pos = 0, 0
    name_of: dict[str, KeyPath] = {}
    while True:
        pos = _end_of_statements(text, pos)
        found.append(Block(name, array, line, column, start, body, pos))
        header = _HEADER.match(text, pos)
        if header is None:
            return found
        written = header[2]
        if written not in name_of:
            name_of[written] = _path(written)
        name, array, start, body = (
            name_of[written],
            header[1] == "[[",
            header.start(1),
            header.end(),
        )
        line += text.count("\n", counted, start)
        counted, column, pos = start, start - pos + 1, body


def keys(text: str, block: Block) -> list[Key]:
    """The keys of a block in order, those of inline tables after the table's own."""
    found: list[Key] = []
    line, counted, pos = block.line, block.start, block.body
    while True:
        space = _SPACE_LINES.match(text, pos, block.end)
        pos = space.end() if space else pos
        if pos >= block.end:
            return found
        first = len(found)
        pos = _equation(text, pos, (), found)
        for at in range(first, len(found)):
            path, start, value, end = (
                found[at].path,
                found[at].start,
                found[at].value,
                found[at].end,
            )
            line += text.count("\n", counted, start)
            counted = start
            column = start - text.rfind("\n", 0, start)
            found[at] = Key(path, line, column, start, value, end)
        rest = _REST_OF_LINE.match(text, pos)
        pos = rest.end() if rest else block.end


def items(text: str, start: int) -> list[tuple[int, int]]:
    """The offsets of each item of the array at `start`: first character, just past the last."""
    found: list[tuple[int, int]] = []
    pos = start + 1
    while True:
        pos = _past_array_space(text, pos)
        if pos >= len(text) or text[pos] == "]":
            return found
        end = _value(text, pos)
        found.append((pos, end))
        pos = end


def comments(text: str, start: int, end: int) -> list[str]:
    """The comments within whole statements, without their line ends."""
    tokens = _STRING_OR_COMMENT.finditer(text, start, end)
    return [token[0].rstrip("\r") for token in tokens if token[0][0] == "#"]


def next_header(text: str, pos: int) -> int:
    """The offset of the next header's line, or of the text's end; a statement starts at `pos`."""
    return _end_of_statements(text, pos)


def past_line(text: str, pos: int) -> int:
    """The offset of the next line, where `pos` stands behind the statement or header of a line."""
    rest = _REST_OF_LINE.match(text, pos)
    return rest.end() if rest else len(text)


def past_value(text: str, pos: int) -> int:
    """The offset just past the value of the statement at `pos`."""
    return _equation(text, pos, (), [])


def _past_array_space(text: str, pos: int) -> int:
    space = _ARRAY_SPACE.match(text, pos)
    return space.end() if space else pos


def _end_of_statements(text: str, pos: int) -> int:
    """The offset of the next header's line, or of the text's end."""
    while True:
        statements = _STATEMENTS.match(text, pos)
        pos = statements.end() if statements else pos
        space = _SPACE_LINES.match(text, pos)
        ahead = space.end() if space else pos
        if _EQUATION.match(text, ahead) is None:
            # A header, or a last line of spaces or a comment.
            return pos if text.startswith("[", ahead) else len(text)
        # Nested deeper than the pattern goes.
        rest = _REST_OF_LINE.match(text, _equation(text, ahead, (), []))
        pos = rest.end() if rest else len(text)


def _equation(text: str, pos: int, above: KeyPath, found: list[Key]) -> int:
    """Take `key = value` at `pos`; the offset just past it. Lines are filled in later."""
    equation = _EQUATION.match(text, pos)
    if equation is None:
        return len(text)
    path, value = above + _path(equation[1]), equation.end()
    at = len(found)
    found.append(Key(path, 0, 0, pos, value, value))
    end = _inline_table(text, value, path, found) if text[value] == "{" else _value(text, value)
    found[at] = Key(path, 0, 0, pos, value, end)
    return end


def _inline_table(text: str, pos: int, path: KeyPath, found: list[Key]) -> int:
    pos += 1
    while True:
        between = _BETWEEN.match(text, pos)
        pos = between.end() if between else pos
        if pos >= len(text) or text[pos] == "}":
            return pos + 1
        pos = _equation(text, pos, path, found)


def _value(text: str, pos: int) -> int:
    """The offset just past the value at `pos`."""
    if text[pos] not in "[{":
        scalar = _SCALAR.match(text, pos)
        end = scalar.end() if scalar else len(text)
        return pos + len(text[pos:end].rstrip(" \t\r"))
    depth = 0
    for token in _NESTING.finditer(text, pos):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
            if depth == 0:
                return token.end()
    return len(text)


def _path(written: str) -> KeyPath:
    return tuple(_name(part) for part in _PARTS.findall(written))


def _name(part: str) -> str:
    if part[0] == "'":
        return part[1:-1]
    if part[0] != '"':
        return part
    return part[1:-1] if "\\" not in part else str(tomllib.loads(f"name = {part}")["name"])


@dataclass(frozen=True)
class Section:
    """A block with the blocks below it, as `[[question]]` with its `[question.evidence]`."""

    text: str
    parts: tuple[Block, ...]

    @property
    def line(self) -> int:
        """Where it starts."""
        return self.parts[0].line

    @cached_property
    def places(self) -> dict[KeyPath, tuple[int, int]]:
        """Line and column of each key and inner header, by path below the section's own name."""
        root = len(self.parts[0].name)
        found: dict[KeyPath, tuple[int, int]] = {(): (self.parts[0].line, self.parts[0].column)}
        for block in self.parts:
            above = block.name[root:]
            found.setdefault(above, (block.line, block.column))
            for key in keys(self.text, block):
                for length in range(1, len(key.path) + 1):
                    found.setdefault(above + key.path[:length], (key.line, key.column))
        return found

    def place(self, path: KeyPath) -> tuple[int, int]:
        """Line and column of a key; of the nearest thing around it where it is not written."""
        while path not in self.places:
            path = path[:-1]
        return self.places[path]


class Outline:
    """The blocks of a text, and the sections they make."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks = blocks(text)

    def sections(self, name: str) -> list[Section]:
        """Each `[[name]]` with the blocks below it, in order."""
        heads = [i for i, block in enumerate(self.blocks) if block.name == (name,) and block.array]
        parts: list[list[Block]] = [[self.blocks[i]] for i in heads]
        for i, block in enumerate(self.blocks):
            if len(block.name) > 1 and block.name[0] == name and heads:
                parts[bisect_right(heads, i) - 1].append(block)
        return [Section(self.text, tuple(part)) for part in parts]

    @cached_property
    def plain(self) -> Section:
        """All that is in no `[[…]]`: paths are counted from the top."""
        arrays = {block.name[0] for block in self.blocks if block.array}
        apart = (b for b in self.blocks if not b.name or b.name[0] not in arrays)
        return Section(self.text, tuple(apart))


def each_key(text: str) -> Iterator[tuple[Block, Key]]:
    """Every key of a text with its block, in order."""
    for block in blocks(text):
        for key in keys(text, block):
            yield block, key
