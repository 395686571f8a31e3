"""Which keys of a block must change so that it says something else, and no more than those."""

from __future__ import annotations

from collections.abc import Callable, Collection
from copy import deepcopy
from typing import TypeAlias

from quizapp.content.deck_editing_reading import Said, Values, same
from quizapp.content.deck_text import Value
from quizapp.content.toml_text import KeyPath
from quizapp.content.validation_fields import Table

Changes: TypeAlias = "dict[KeyPath, Value | None]"
"""By path below the block: the new value, or None for a key or a table that goes."""

_ROUNDS = 4  # a key may stand for what is so anyway, until another one changes
_NOTHING = object()


def changes(
    table: Table,
    read: Callable[[Table], Said],
    wanted: Values,
    touched: Collection[str] | None = None,
) -> Changes:
    """The keys to set, in the writer's order, then those to take out.

    Args:
        table: the block's values as they are.
        read: what a block with such values says.
        wanted: what it shall say.
        touched: the first keys that are to say something else; what stands at another one stays
            even where it cannot be read. None where all that cannot be read is to go.
    """
    table = deepcopy(table)
    found: Changes = {}
    for _ in range(_ROUNDS):
        step = _step(table, read(table), wanted, touched)
        if not step:
            break
        for path, value in step.items():
            _put(table, path, value)
        found |= step
    places = {path: place for place, path in enumerate(wanted)}
    return dict(sorted(found.items(), key=lambda item: places.get(item[0], len(places))))


def _step(table: Table, said: Said, wanted: Values, touched: Collection[str] | None) -> Changes:
    step: Changes = {}
    stays = said.wrong.difference(said.wrong if touched is None else touched)
    for path, value in wanted.items():
        if path[0] in stays:
            continue
        doubtful = path[0] in said.wrong or not same(said.values.get(path, _NOTHING), value)
        if doubtful and not same(_raw(table, path), value):
            step[path] = value
    tops = {path[0] for path in wanted}
    unwanted = {path[0] for path in said.values} | said.wrong
    for key in sorted(unwanted - tops - stays):
        if key in table:
            step[key,] = None
    return step


def _raw(table: Table, path: KeyPath) -> object:
    value: object = table
    for part in path:
        value = value.get(part, _NOTHING) if isinstance(value, dict) else _NOTHING
    return value


def _put(table: Table, path: KeyPath, value: Value | None) -> None:
    for part in path[:-1]:
        inner = table.get(part)
        if not isinstance(inner, dict):
            inner = table[part] = {}
        table = inner
    if value is None:
        del table[path[-1]]
    else:
        table[path[-1]] = value
