"""A deck's text cut into its blocks, each with the comment above it; joined, they are the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from quizapp.content.deck_editing_reading import table_of
from quizapp.content.toml_text import Block, Outline, blocks, keys, next_header, past_line

QUESTION, SOURCE, PLAIN = "question", "source", ""

_BRACKET_LINE = re.compile(r"\n[ \t]*\[[^\n]*")
_USUAL_HEADER = re.compile(
    r"[ \t]*\[(?:\[[ \t]*(question|source)[ \t]*\]|"
    r"[ \t]*(?:deck|(question)[ \t]*\.[ \t]*evidence)[ \t]*)\][ \t]*(?:\#.*)?\r?"
)
_ANY_HEADER = re.compile(r"[ \t]*\[[^,]*\][ \t]*(?:\#.*)?\r?")
_FIRST_ID = re.compile(
    r"(?:[ \t]*\#[^\n]*\n)*[ \t]*\[\[[^\n]*\n(?:[ \t\r]*(?:\#[^\n]*)?\n)*"
    r"""[ \t]*id[ \t]*=[ \t]*["']([a-z2-7]+)["'][ \t]*(?:[\#\r\n]|\Z)"""
)
_BLANK_LINES = re.compile(r"(?:[ \t]*\r?\n)+")
_BLANK_END = re.compile(r"(?<=\n)(?:[ \t]*\r?\n)+[ \t]*\Z")


class BlockMissingError(LookupError):
    """A text has no such block; `kind` is "question" or "source"."""

    def __init__(self, kind: str, index: int) -> None:
        super().__init__(kind, index)
        self.kind = kind
        self.index = index


class _Head(NamedTuple):
    """Where a piece starts, its kind, and whether it starts with the block's own header."""

    start: int
    kind: str
    own: bool


class Piece(NamedTuple):
    """A part of a deck's text.

    Attributes:
        kind: "question" or "source" for a block with the tables below it; "" for all else.
        text: from the comment directly above the header to the next piece.
        goes_on: it holds tables below an earlier block of its kind, with other blocks between.
    """

    kind: str
    text: str
    goes_on: bool = False


def cut(text: str) -> tuple[Piece, ...]:
    """The pieces of a text that is valid TOML; the first is what stands before any header."""
    heads = _usual_heads(text)
    if heads is None:
        heads = _heads(text)
    pieces: list[Piece] = []
    kind, goes_on, done = PLAIN, False, 0
    for start, name, is_block in heads:
        pieces.append(Piece(kind, text[done:start], goes_on))
        kind, goes_on, done = name, bool(name) and not is_block, start
    pieces.append(Piece(kind, text[done:], goes_on))
    return tuple(pieces)


def _usual_heads(text: str) -> list[_Head] | None:
    """As `_heads`, but fast, for a text with no header but a deck's own; else None."""
    found: list[_Head] = []
    kind, seen, body = PLAIN, False, 0
    for start, end, header in _header_lines(text):
        if header is None:
            return None
        above, body = body, end
        below = header[2] is not None
        if below and kind == header[2]:
            continue
        if below and not seen:
            return None
        kind = header[1] or header[2] or PLAIN
        seen = seen or kind == QUESTION
        found.append(_Head(_with_comment(text, start, above), kind, not below))
    return found


def _header_lines(text: str) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """Start, end and match of each header's line; no match for one that is not a deck's own.

    A line that looks like a deck's header is one unless it stands in a long string. So only
    blocks that may have one are read statement by statement.
    """
    if text.lstrip(" \t").startswith("["):
        yield 0, 0, None  # the pattern needs a line before it, to be fast
    known: dict[str, re.Match[str] | None] = {}
    body, fence, sure = 0, _next_fence(text, 0), -1
    for line in _BRACKET_LINE.finditer(text):
        start, written = line.start() + 1, line[0][1:]
        if fence < start and sure < start:
            sure = next_header(text, body)
            fence = _next_fence(text, sure)
        if start < sure:
            continue
        if written not in known:
            known[written] = _USUAL_HEADER.fullmatch(written)
        header = known[written]
        if header is None and start != sure and not _ANY_HEADER.fullmatch(written):
            continue  # a line of a list
        body = line.end()
        yield start, body, header


def _next_fence(text: str, pos: int) -> int:
    """Where three quotes in a row stand next."""
    places = (text.find(fence, pos) for fence in ('"""', "'''"))
    return min((place for place in places if place >= 0), default=len(text))


def _heads(text: str) -> list[_Head]:
    """Where pieces start."""
    found: list[_Head] = []
    current = PLAIN
    all_blocks = blocks(text)
    arrays = {b.name[0] for b in all_blocks if b.array and len(b.name) == 1}
    for above, block in pairwise(all_blocks):
        name = block.name[0]
        kind = name if name in arrays & {QUESTION, SOURCE} else PLAIN
        if kind and kind == current and len(block.name) > 1:
            continue
        current = kind
        line = text.rfind("\n", 0, block.start) + 1
        found.append(_Head(_with_comment(text, line, above.body), kind, len(block.name) == 1))
    return found


def _with_comment(text: str, line: int, body: int) -> int:
    """Where the comment lines directly above a line start, not before `body`."""
    if text.endswith("\n\n", 0, line):  # the usual case, told fast
        return line
    start = line
    while start > body:
        above = max(text.rfind("\n", 0, start - 1) + 1, body)
        if not text[above:start].lstrip(" \t").startswith("#"):
            break
        start = above
    if _next_fence(text[start:line], 0) < line - start:
        # It may be the end of a long string.
        statements = Block((), False, 1, 1, body, body, line)
        last = max((key.end for key in keys(text, statements)), default=body)
        start = max(start, past_line(text, last) if last > body else start)
    return start


def core_and_tail(text: str) -> tuple[str, str]:
    """A piece's block with the comments at it, and the blank lines and comments after it."""
    last = blocks(text)[-1]
    ends = [key.end for key in keys(text, last)]
    pos = past_line(text, max(ends)) if ends else last.body
    while text[pos:].lstrip(" \t").startswith("#"):
        pos = past_line(text, pos)
    return text[:pos], text[pos:]


def id_of(piece: Piece) -> str:
    """The id written in a block, as it is written; "" where there is none."""
    usual = _FIRST_ID.match(piece.text)
    if usual is not None:
        return usual[1]
    section = Outline(piece.text).sections(piece.kind)[0]
    for key in keys(piece.text, section.parts[0]):
        if key.path == ("id",):
            name = table_of(f"id = {piece.text[key.value : key.end]}")["id"]
            return name if isinstance(name, str) else ""
    return ""


def line_end_of(text: str) -> str:
    """How the lines of a text end."""
    return "\r\n" if "\r" in text and "\r\n" in text else "\n"


def with_line_end(text: str, line_end: str) -> str:
    """A text whose last line has an end."""
    return text if text.endswith("\n") else text + line_end


def without_blank_start(text: str) -> str:
    """A text without the blank lines at its start."""
    blank = _BLANK_LINES.match(text)
    return text[blank.end() :] if blank else text


def without_blank_end(text: str) -> str:
    """A text without the blank lines at its end; its last line keeps its own end."""
    return _BLANK_END.sub("", text)


def ends_blank(text: str) -> bool:
    """Whether a text ends with a blank line, or is none."""
    return not text.strip() or _BLANK_END.search(text) is not None


def ends_in_comment(text: str) -> bool:
    """Whether the last line of a text, below its last statement, is a comment."""
    last = text[text.rfind("\n", 0, max(len(text) - 1, 0)) + 1 :]
    return last.lstrip(" \t").startswith("#")
