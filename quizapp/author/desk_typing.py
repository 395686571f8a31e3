"""Typing into a question: which fields wait until they are left, and where one step ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from quizapp.author.fields import Fields
from quizapp.content.question import Kind

_ALWAYS = frozenset({"as_of", "review_by"})
_OF_KIND = {
    Kind.NUMBER: frozenset({"answers", "unit", "tolerance"}),
    Kind.DATE: frozenset({"answers"}),
    Kind.LIST: frozenset({"need"}),
}
_NO_TEXTS = frozenset({"", "source", "image", "precision", "forms", "holds", "both_ways"})
_FOLLOWING = frozenset({"accept"})
_NAMES = tuple(one.name for one in fields(Fields))


def differing(before: Fields, after: Fields) -> tuple[str, ...]:
    """The names of the fields that do not hold the same."""
    return tuple(name for name in _NAMES if getattr(before, name) != getattr(after, name))


def waiting(before: Fields, after: Fields) -> tuple[str, ...]:
    """Of the fields that differ, those that mean something else until they are finished.

    "4 M" on the way to "4 May 1921" is four million, and "4 May 19" a day of the year 19: what is
    half typed there must not take the place of what was finished before.
    """
    found = _ALWAYS | _OF_KIND.get(after.kind, frozenset())
    return tuple(name for name in differing(before, after) if name in found)


def main_field(names: Sequence[str]) -> str:
    """The field that a step is about; "" where it is about several."""
    if len(names) > 1:  # spellings follow the answer that they stand for
        names = [name for name in names if name not in _FOLLOWING]
    pairs = ({"source", "quote"}, "quote"), ({"image", "image_alt"}, "image")
    if len(names) > 1:
        return next((name for pair, name in pairs if set(names) <= pair), "")
    return names[0] if names else ""


def row_of(before: Fields, after: Fields, field: str) -> int:
    """The first row of a field that is another one now; -1 where it has no rows."""
    old, new = getattr(before, field, None), getattr(after, field, None)
    if not isinstance(old, tuple) or not isinstance(new, tuple):
        return -1
    most = min(len(old), len(new))
    first = next((at for at in range(most) if old[at] != new[at]), most)
    return min(first, max(len(new) - 1, 0))


def end_of_change(before: Fields, after: Fields, field: str, row: int) -> tuple[int, int]:
    """The side of a row on which its text is another one now, and where that change ends.

    The end is the number of letters before it; -1 where no text changed.
    """
    old, new = getattr(before, field, None), getattr(after, field, None)
    if field in _NO_TEXTS:
        return 0, -1
    if row >= 0 and isinstance(old, tuple) and isinstance(new, tuple):
        new = new[row] if row < len(new) else ""
        old = old[row] if row < len(old) else ("", "") if isinstance(new, tuple) else ""
    side = 0
    if isinstance(old, tuple) and isinstance(new, tuple):
        side = next((at for at, text in enumerate(new) if text != old[at]), 0)
        old, new = old[side], new[side]
    if not isinstance(old, str) or not isinstance(new, str) or old == new:
        return side, -1
    _start, same = _around_change(old, new)
    return side, len(new) - same


def _around_change(old: str, new: str) -> tuple[int, int]:
    """How many letters before a change stand in both texts, and how many behind it."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    same = next((n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start)
    return start, same


@dataclass(frozen=True, slots=True)
class Typing:
    """One letter typed or taken out.

    Attributes:
        key: of the question.
        field: in which it was.
        row: of the field, and the side of the row.
        start, end: where the letter stands or stood, and where the cursor is since.
        adds: it was typed, not taken out.
        begins: it is the first letter of a word.
    """

    key: str
    field: str
    row: tuple[int, int]
    start: int
    end: int
    adds: bool
    begins: bool

    def goes_on(self, last: Typing | None) -> bool:
        """Whether it belongs to the step of the letter before it."""
        return (
            last is not None
            and not self.begins
            and (self.key, self.field, self.row, self.adds)
            == (last.key, last.field, last.row, last.adds)
            and last.end in ({self.start} if self.adds else {self.start, self.start + 1})
        )


def typing_between(key: str, before: Fields, after: Fields, field: str) -> Typing | None:
    """How a field was typed on; None where it was more than a letter: a step of its own."""
    place = _changed_text(getattr(before, field), getattr(after, field))
    if place is None:
        return None
    row, old, new = place
    start, same = _around_change(old, new)
    gone, come = old[start : len(old) - same], new[start : len(new) - same]
    if len(gone) + len(come) != 1:
        return None
    begins = bool(come) and not come.isspace() and start > 0 and new[start - 1].isspace()
    return Typing(key, field, row, start, start + len(come), bool(come), begins)


def _changed_text(before: object, after: object) -> tuple[tuple[int, int], str, str] | None:
    """The one text that differs, with its place."""
    if isinstance(before, str) and isinstance(after, str):
        return (0, 0), before, after
    if not (isinstance(before, tuple) and isinstance(after, tuple)):
        return None
    if not before and len(after) == 1:  # the first row is shown before it is there
        before = ("",) if isinstance(after[0], str) else (("",) * len(after[0]),)
    if len(before) != len(after):
        return None
    changed = [at for at, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    if len(changed) != 1:
        return None
    found = _changed_text(before[changed[0]], after[changed[0]])
    return None if found is None else ((changed[0], found[0][0]), found[1], found[2])
