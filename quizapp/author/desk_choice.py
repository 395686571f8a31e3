"""A question that was changed in two places, settled: mine, theirs, or both beside each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from quizapp.author.desk_entry import Base, Entry
from quizapp.author.desk_rows import copied, without
from quizapp.author.desk_state import Part, State, Thing
from quizapp.author.told import Side

Choice: TypeAlias = "tuple[dict[str, Thing | None], Sequence[str] | None]"
"""What tokens stand for afterwards, and the order where it changes."""


def chosen(state: State, token: str, side: Side, free: Callable[[], str]) -> Choice:
    """What settling does to the desk.

    Args:
        state: the desk, on which mine stands, and theirs is held.
        token: what was changed in two places.
        side: which is kept.
        free: makes an id that is free.
    """
    thing, theirs = state.things[token], state.held[token].text
    if state.held[token].back:  # theirs stands on the desk
        return without(state, [token]) if side is Side.MINE else ({token: thing}, None)
    if isinstance(thing, Part):
        return _of_part(state, token, thing, theirs, side)
    if not theirs:
        apart = copied(thing, token)
        return without(state, [token]) if side is Side.THEIRS else ({token: apart}, None)
    found = Base(theirs)
    if side is Side.THEIRS:
        return {token: Entry(found)}, None
    if side is Side.MINE:
        return {token: Entry(found, thing.typed, thing.valid, thing.wrong)}, None
    key, at = free(), state.order.index(token) + 1
    order = [*state.order[:at], key, *state.order[at:]]
    return {token: Entry(found), key: copied(thing, key)}, order


def _of_part(state: State, token: str, part: Part, theirs: str, side: Side) -> Choice:
    if side is not Side.THEIRS:
        return {token: Part(part.kind, part.text, part.content, fresh=not theirs)}, None
    if not theirs:
        return {token: None}, [other for other in state.order if other != token]
    return {token: Part(part.kind, theirs)}, None
