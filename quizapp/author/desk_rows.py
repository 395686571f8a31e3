"""Rows of the desk that come, go and move: the order after a step, and what is left of a block."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from quizapp.author.desk_entry import Entry
from quizapp.author.desk_state import Part, State, Thing, tail_of


def without(state: State, keys: Collection[str]) -> tuple[dict[str, Thing | None], list[str]]:
    """What stands for what when questions are taken out, and the order.

    A comment below a block, with a blank line between, is not the block's: it stays.
    """
    gone = set(keys)
    things: dict[str, Thing | None] = dict.fromkeys(keys)
    order: list[str] = []
    for token in state.order:
        if token not in gone:
            order.append(token)
            continue
        base = state.entry(token).base
        tail = tail_of(base.text) if base is not None else ""
        if tail:
            stays = state.new_token()
            things[stays] = Part("", tail)
            order.append(stays)
    return things, order


def behind(order: Sequence[str], new: Mapping[str, Sequence[str]]) -> list[str]:
    """An order with new tokens, each run behind the token that it is named by; "" is the end."""
    found = []
    for token in order:
        found.append(token)
        found += new.get(token, ())
    return [*found, *new.get("", ())]


def moved(order: Sequence[str], keys: Collection[str], before: str) -> list[str]:
    """An order with questions in front of another, in the order that they have; "" is the end."""
    wanted = set(keys)
    run = [token for token in order if token in wanted]
    rest = [token for token in order if token not in wanted]
    if before in wanted:  # in front of one of themselves: of the next that stays
        at = order.index(before)
        before = next((t for t in order[at:] if t not in wanted and t[0] != "#"), "")
    at = rest.index(before) if before in rest else len(rest)
    return [*rest[:at], *run, *rest[at:]]


def copied(entry: Entry, key: str) -> Entry:
    """A copy of a question with another id."""
    made = replace(entry.valid, id=key, line=0) if entry.valid is not None else None
    if entry.wrong or made is None:
        return Entry(None, None, made).changed(entry.fields, key)
    return Entry(None, None, made)
