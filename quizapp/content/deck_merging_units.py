"""The units in which deck texts are merged: blocks with what stands behind them, known by id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from quizapp.content.deck_editing_blocks import (
    Piece,
    core_and_tail,
    cut,
    id_of,
    line_end_of,
    with_line_end,
)

_ID_LINE = re.compile(r"""^[ \t]*(?:id|"id"|'id')[ \t]*=[^\n]*(?:\n|\Z)""", re.MULTILINE)
_HEADER = re.compile(r"^[ \t]*\[[ \t]*([^\]\n]*?)[ \t]*\]", re.MULTILINE)


class UnitKey(NamedTuple):
    """What a unit is known by.

    Attributes:
        kind: "question" or "source"; "" for the top of the text and for tables in no array.
        name: the id, else the text, or the table's name.
        number: counts units of one name, which a good deck has none of.
    """

    kind: str
    name: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """A block with its own comments and what stands behind it.

    Attributes:
        text: all of it.
        id: of the block, or "".
    """

    text: str
    id: str


Units: TypeAlias = dict[UnitKey, Unit]


def as_units(text: str, base: Units | None = None) -> Units:
    """The units of a text in order; joined, they are the text where no table stands astray.

    Args:
        text: valid TOML; any other is cut somehow.
        base: the units both sides started from; a block that was given its id since is known by
            what it was there.
    """
    groups: list[list[Piece]] = []
    last: dict[str, list[Piece]] = {}
    for piece in cut(text):
        if piece.goes_on and piece.kind in last:
            last[piece.kind].append(piece)
        else:
            last[piece.kind] = [piece]
            groups.append(last[piece.kind])
    nameless = {key.name for key, unit in (base or {}).items() if key.kind and not unit.id}
    found: Units = {}
    for group in groups:
        piece = group[0]
        unit = Unit(_joined(group), id_of(piece) if piece.kind else "")
        name = unit.id
        if not piece.kind:
            header = _HEADER.search(piece.text) if found else None
            name = header[1] if header else ""
        elif not name:
            name = unit.text.strip()
        elif nameless and UnitKey(piece.kind, name) not in (base or {}):
            was = _ID_LINE.sub("", unit.text, count=1).strip()
            name = was if was in nameless else name
        key = UnitKey(piece.kind, name)
        while key in found:
            key = key._replace(number=key.number + 1)
        found[key] = unit
    return found


def _joined(group: list[Piece]) -> str:
    """A block's pieces: its tables in a row, then what stood behind each."""
    if len(group) == 1:
        return group[0].text
    parts = [core_and_tail(piece.text) for piece in group]
    line_end = line_end_of(group[0].text)
    cores = [with_line_end(core, line_end) for core, _ in parts]
    return "".join([*cores, *(tail for _, tail in parts)])
