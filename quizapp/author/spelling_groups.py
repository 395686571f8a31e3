"""Accepted spellings gathered under the answers they stand for, while the answers are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The spellings of one answer.

    Attributes:
        target: the answer, or the words of a gap.
        spellings: one row each, as typed.
        lost: no answer reads so any longer; the spellings wait for one.
    """

    target: str
    spellings: tuple[str, ...] = ()
    lost: bool = False


def grouped(accept: Pairs, targets: Sequence[str]) -> tuple[Group, ...]:
    """A group for each answer in its order, then one for each that is gone but had spellings."""
    found = {target: [text for text, of in accept if of == target] for target in targets}
    groups = [Group(target, tuple(texts)) for target, texts in found.items()]
    gone = dict.fromkeys(of for _text, of in accept if of not in found)
    groups += [
        Group(target, tuple(text for text, of in accept if of == target), lost=True)
        for target in gone
    ]
    return tuple(groups)


def followed(groups: Sequence[Group], targets: Sequence[str]) -> tuple[Group, ...]:
    """The groups after the answers were typed on: an answer written anew keeps its spellings.

    An answer is taken for the one that stood in its place where none of the others reads like
    it and as many stand there as before.
    """
    now = tuple(dict.fromkeys(targets))
    was = [group for group in groups if not group.lost]
    by_target = {group.target: group for group in groups}
    made: list[Group] = []
    for at, target in enumerate(now):
        old = by_target.get(target)
        if old is None and len(now) == len(was) and was[at].target not in now:
            old = was[at]
        made.append(replace(old, target=target, lost=False) if old else Group(target))
        if old is not None:
            by_target.pop(old.target, None)
    kept = (group for group in by_target.values() if any(row.strip() for row in group.spellings))
    return (*made, *(replace(group, lost=True) for group in kept))


def accepted(groups: Sequence[Group]) -> Pairs:
    """The rows of `Fields.accept` again."""
    return tuple((text, group.target) for group in groups for text in group.spellings)
