"""A block whose remarks were changed on one side and its values on the other: both are kept."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import cast

from quizapp.content.deck_editing_blocks import PLAIN, QUESTION, SOURCE, line_end_of
from quizapp.content.deck_editing_reading import (
    EVIDENCE_ORDER,
    HEAD_ORDER,
    QUESTION_ORDER,
    SOURCE_ORDER,
    table_of,
)
from quizapp.content.deck_editing_tables import Statements, applied
from quizapp.content.deck_text import Value
from quizapp.content.toml_text import KeyPath, Outline, Section, blocks, comments
from quizapp.content.validation_fields import Table

_ORDERS: dict[tuple[str, KeyPath], tuple[str, ...]] = {
    (QUESTION, ()): QUESTION_ORDER,
    (QUESTION, ("evidence",)): EVIDENCE_ORDER,
    (SOURCE, ()): SOURCE_ORDER,
    (PLAIN, ("deck",)): HEAD_ORDER,
}


def with_remarks_of_both(kind: str, base: str, mine: str, theirs: str) -> str | None:
    """One side's values in the other's text, where that side alone changed what is said.

    Remarks are comments, blank lines, quotes: all that says nothing. Where both changed values,
    or one that changed values wrote remarks of its own too, there is no such text.

    Args:
        kind: "question" or "source"; "" for the head.
        base: the block before; valid TOML, like the others.
        mine: as it stands here.
        theirs: as it stands on disk.
    """
    if not (base and mine and theirs):
        return None
    try:
        before, here, there = (table_of(text) for text in (base, mine, theirs))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    if there == before and not _new_remarks(mine, base + theirs):
        return _with_values(kind, theirs, before, here)
    if here == before and not _new_remarks(theirs, base + mine):
        return _with_values(kind, mine, before, there)
    return None


def says_the_same(one: str, other: str) -> bool:
    """Whether two blocks differ in remarks alone."""
    try:
        return table_of(one) == table_of(other)
    except (tomllib.TOMLDecodeError, RecursionError):
        return False


def _new_remarks(text: str, known: str) -> bool:
    return not set(_remarks(text)) <= set(_remarks(known))


def _remarks(text: str) -> list[str]:
    return [remark.strip() for remark in comments(text, 0, len(text))]


def _with_values(kind: str, text: str, before: Table, after: Table) -> str | None:
    """A text that says `before` made to say `after`; None where that cannot be written."""
    statements = Statements(_section(kind, text), line_end_of(text))
    try:
        for path, value in _changes(_inner(kind, before), _inner(kind, after)):
            if value is None:
                statements.remove(path)
            else:
                order = _ORDERS.get((kind, path[:-1]), ())
                statements.set(path, cast("Value", value), order)
        found = applied(text, statements.edits())
        return found if table_of(found) == after else None
    except (ValueError, TypeError, AttributeError):  # a value that no deck of ours has
        return None


def _section(kind: str, text: str) -> Section:
    if kind == PLAIN:
        return Section(text, tuple(block for block in blocks(text) if not block.array))
    return Outline(text).sections(kind)[0]


def _inner(kind: str, table: Table) -> Table:
    if kind == PLAIN:
        return table
    found = table.get(kind)
    return found[0] if isinstance(found, list) and found and isinstance(found[0], dict) else {}


def _changes(before: Table, after: Table, above: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    """Each key that differs, with its new value; None for one that goes."""
    for name in (*before, *(name for name in after if name not in before)):
        old, new, path = before.get(name), after.get(name), (*above, name)
        if old == new and type(old) is type(new):
            continue
        if isinstance(new, dict):
            if old is not None and not isinstance(old, dict):
                yield path, None
            inner: Table = old if isinstance(old, dict) else {}
            yield from _changes(inner, new, path)
        else:
            yield path, new
