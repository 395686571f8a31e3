"""Ids and gap labels written into a deck's text, every other character left as it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from typing import TypeAlias

from quizapp.content.gap_faults import gap_faults
from quizapp.content.question import gaps
from quizapp.content.toml_text import Block, Key, Outline, keys

Insertion: TypeAlias = tuple[int, str]

_RAW = re.compile(
    r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\[ \t]*\r?\n[ \t\r\n]*|\\.|\r\n|.", re.DOTALL
)


def with_ids(
    text: str, questions: list[dict[str, object]], new_id: Callable[[], str]
) -> tuple[str, int]:
    """A deck's text with ids and gap labels added.

    Args:
        text: the file's text, valid TOML.
        questions: the values of its `[[question]]` blocks, in order.
        new_id: makes ten of a-z2-7; asked again where it gives one that is taken.

    Returns:
        The text and how many ids were written.
    """
    taken = {str(question.get("id")) for question in questions}
    sections = Outline(text).sections("question")
    if len(sections) != len(questions):  # written as a list of tables: a fault of the file
        return text, 0
    insertions: list[Insertion] = []
    count = 0
    for section, question in zip(sections, questions, strict=True):
        block = section.parts[0]
        if "id" not in question:
            name = new_id()
            while name in taken:
                name = new_id()
            taken.add(name)
            insertions.append(_id_line(text, block, name))
            count += 1
        if question.get("kind") == "cloze" and isinstance(question.get("text"), str):
            insertions += _labels(text, block)
    return _with(text, insertions), count


def _id_line(text: str, block: Block, name: str) -> Insertion:
    header = text[block.start : block.body]
    line = f'id = "{name}"'
    if header.endswith("\n"):
        return block.body, line + ("\r\n" if header.endswith("\r\n") else "\n")
    return block.body, ("\r\n" if "\r\n" in text else "\n") + line


def _labels(text: str, block: Block) -> Iterator[Insertion]:
    """A label and a colon behind the opening braces of each gap that has none."""
    for key in keys(text, block):
        if key.path != ("text",):
            continue
        words, places = _read_string(text, key)
        if gap_faults(words):
            return
        for gap in gaps(words):
            if not gap.labelled:
                yield places[gap.start + 1] + 1, f"{gap.label}:"


def _read_string(text: str, key: Key) -> tuple[str, list[int]]:
    """The words of a string, and the offset of each character's last own character in `text`."""
    raw = text[key.value : key.end]
    fence = raw[:3] if raw[:3] in ('"""', "'''") and len(raw) >= 6 else raw[:1]
    start, end = key.value + len(fence), key.end - len(fence)
    if len(fence) == 3 and text.startswith("\r\n", start):
        start += 2
    elif len(fence) == 3 and text.startswith("\n", start):
        start += 1
    words, places = [], []
    plain = fence[0] == "'"
    pos = start
    while pos < end:
        found = _RAW.match(text, pos, end)
        piece = found[0] if found else text[pos]
        if plain and piece[0] == "\\":
            piece = "\\"
        pos += len(piece)
        if word := _decoded(piece):
            words.append(word)
            places.append(pos - 1)
    return "".join(words), places


def _decoded(piece: str) -> str:
    """One character, or "" for the break of a continued line."""
    if piece == "\r\n":
        return "\n"
    if len(piece) == 1:
        return piece
    return "" if piece[1] in " \t\r\n" else str(tomllib.loads(f'piece = "{piece}"')["piece"])


def _with(text: str, insertions: list[Insertion]) -> str:
    pieces, done = [], 0
    for at, piece in sorted(insertions):
        pieces += [text[done:at], piece]
        done = at
    return "".join([*pieces, text[done:]])
