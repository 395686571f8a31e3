"""Ids and labels that a deck has on the desk and not yet in the file, when the file changes."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from quizapp.content.deck_editing_blocks import QUESTION, Piece, core_and_tail, cut, id_of
from quizapp.content.id_writing import with_ids


def names_for(
    base: str, theirs: str, names: Sequence[str], new_id: Callable[[], str]
) -> tuple[str, ...]:
    """The ids for the questions of `theirs` that have none, in order.

    A question gets the id of the one that stands in its place in `base`, else a new one.

    Args:
        base: the file's text as last read.
        theirs: the file's text as it is now.
        names: the ids, in order, of the questions of `base` that have none.
        new_id: makes ten of a-z2-7.
    """
    old, new = _nameless(base), _nameless(theirs)
    matcher = SequenceMatcher(None, [*map(_core, old)], [*map(_core, new)], autojunk=False)
    found: dict[int, str] = {}
    for code, i1, i2, j1, j2 in matcher.get_opcodes():
        if code == "equal" or (code == "replace" and i2 - i1 == j2 - j1):
            found.update(zip(range(j1, j2), names[i1:i2], strict=True))
    return tuple(found.get(at) or new_id() for at in range(len(new)))


def named(text: str, names: Sequence[str]) -> str:
    """A text with these ids in the questions that have none, and a label in each gap."""
    if not names and "{{" not in text:
        return text
    in_turn: Iterator[str] = iter(names)
    tables = tomllib.loads(text).get("question", [])
    return with_ids(text, tables, lambda: next(in_turn))[0]


def _nameless(text: str) -> list[Piece]:
    pieces = [piece for piece in cut(text) if piece.kind == QUESTION and not piece.goes_on]
    return [piece for piece in pieces if not id_of(piece)]


def _core(piece: Piece) -> str:
    return core_and_tail(piece.text)[0].strip()
