"""Two changed copies of one deck text made one, block by block; nothing of either is lost."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from quizapp.content.deck_editing_blocks import (
    QUESTION,
    core_and_tail,
    ends_blank,
    ends_in_comment,
    line_end_of,
    with_line_end,
    without_blank_end,
)
from quizapp.content.deck_file import FORMAT
from quizapp.content.deck_merging_units import UnitKey, Units, as_units
from quizapp.content.deck_merging_values import with_remarks_of_both

DECK = "deck"


class TheirsUnreadableError(ValueError):
    """The text on disk is no deck that can be read; `deck_file.read_as` tells why."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A block that two sides changed to different texts.

    Attributes:
        kind: "question", "source" or "deck".
        id: the block's id; "" for the deck's own table and for a block without one.
        base: its text before, "" where there was none.
        mine: its text here, "" where it was taken out.
        theirs: its text on disk, "" where it was taken out. It is what stands in the merged text.
    """

    kind: str
    id: str
    base: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of merging.

    Attributes:
        text: valid TOML.
        conflicts: blocks of which `text` holds theirs, in no order.
        taken: ids of questions that theirs changed, added or took out, conflicts apart.
    """

    text: str
    conflicts: tuple[Conflict, ...] = ()
    taken: frozenset[str] = frozenset()


def merge(base: str, mine: str, theirs: str) -> Merged:
    """What theirs says, with all that only mine changed.

    Blocks are known by their id, those without one by their text. Comments and blank lines
    between blocks are merged too; where both sides changed them at one place, theirs stand and
    the comments that mine added follow. Where one side changed only the remarks of a block and
    the other what it says, both stand. A new order is taken from the side that made it, theirs
    where both did. No text has a byte order mark; the merged one has theirs' line ends.

    Args:
        base: what both sides started from, valid TOML.
        mine: valid TOML.
        theirs: any text.

    Raises:
        TheirsUnreadableError: theirs is not valid TOML, or no deck of this format.
    """
    line_end = line_end_of(theirs)
    before, ours = _with_line_ends(base, line_end), _with_line_ends(mine, line_end)
    known = as_units(before)
    here, there = as_units(ours, known), as_units(theirs, known)
    _check(there, {unit.text for unit in (*known.values(), *here.values())})
    if theirs == base:
        return Merged(mine)
    merging = _Merging(known, here, there, line_end)
    if mine in {base, theirs}:
        return Merged(theirs, (), merging.taken())
    text = merging.text()
    if not _fit_together(merging.order, merging.chosen):
        return Merged(theirs, (Conflict(DECK, "", base, mine, theirs),))
    return Merged(text, tuple(merging.conflicts), merging.taken())


def _with_line_ends(text: str, line_end: str) -> str:
    if line_end_of(text) == line_end:
        return text
    return text.replace("\r\n", "\n").replace("\n", line_end)


def _check(theirs: Units, valid: Collection[str]) -> None:
    """Raise where theirs is no deck; units whose text is known to be valid are not read again."""
    for key, unit in theirs.items():
        if not key.kind or unit.text in valid:
            continue
        blocks = _table(unit.text)
        inner = blocks.get(key.kind)
        if blocks.keys() != {key.kind} or not isinstance(inner, list) or len(inner) != 1:
            raise TheirsUnreadableError
    head = _table("".join(unit.text for key, unit in theirs.items() if not key.kind))
    kinds = {key.kind for key in theirs}
    if head.keys() & kinds:
        raise TheirsUnreadableError
    number = head.get("format", FORMAT)
    if isinstance(number, bool) or number != FORMAT:
        raise TheirsUnreadableError
    if not (head.keys() | kinds) & {"format", "deck", "question"}:
        raise TheirsUnreadableError


def _table(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise TheirsUnreadableError from error


def _fit_together(order: Iterable[UnitKey], chosen: Mapping[UnitKey, str]) -> bool:
    """Whether the tables that are no blocks can stand in one file with each other and these."""
    try:
        head = tomllib.loads("".join(chosen[key] for key in order if not key.kind))
    except tomllib.TOMLDecodeError:
        return False
    return not head.keys() & {key.kind for key in order}


@dataclass
class _Merging:
    """One merge.

    Attributes:
        conflicts: found by `text`.
        chosen: the text of each unit, as `text` took it.
        order: of these.
    """

    base: Units
    mine: Units
    theirs: Units
    line_end: str
    conflicts: list[Conflict] = field(default_factory=list)
    chosen: dict[UnitKey, str] = field(default_factory=dict)
    order: list[UnitKey] = field(default_factory=list)

    def text(self) -> str:
        """The merged text."""
        for key in dict.fromkeys([*self.theirs, *self.mine]):
            text = self._text(key)
            if text:
                self.chosen[key] = text
        self.order = self._ordered()
        return self._joined()

    def taken(self) -> frozenset[str]:
        """Ids of questions that only theirs changed, added or took out."""
        found = set()
        for key in self.theirs.keys() | self.base.keys():
            before, here, there = self._texts(key)
            if key.kind == QUESTION and here == before != there:
                found.add((self.theirs.get(key) or self.base[key]).id)
        return frozenset(found - {""})

    def _texts(self, key: UnitKey) -> tuple[str, str, str]:
        """What stands under a key in base, mine and theirs; "" where nothing does."""
        base, mine, theirs = self.base.get(key), self.mine.get(key), self.theirs.get(key)
        return (
            base.text if base else "",
            mine.text if mine else "",
            theirs.text if theirs else "",
        )

    def _text(self, key: UnitKey) -> str:
        base, mine, theirs = self._texts(key)
        if mine in {theirs, base}:
            return theirs
        if theirs == base:
            return mine
        (base, behind_base), (mine, behind_mine), (theirs, behind_theirs) = (
            self._core_and_tail(text) for text in (base, mine, theirs)
        )
        core = theirs
        if theirs == base:
            core = mine
        elif mine not in {theirs, base}:
            both = with_remarks_of_both(key.kind, base, mine, theirs)
            if both is None:
                self._conflict(key, base, mine, theirs)
            else:
                core = both
        tail = self._tail(behind_base, behind_mine, behind_theirs)
        if not core:
            # The block is gone. What was written behind it meanwhile is not.
            return "".join(self._new_comments(behind_base, tail))
        return core + tail

    def _core_and_tail(self, text: str) -> tuple[str, str]:
        """A block may be the text's last in one copy only, without a line's end."""
        core, tail = core_and_tail(text)
        return with_line_end(core, self.line_end) if core else "", tail

    def _conflict(self, key: UnitKey, base: str, mine: str, theirs: str) -> None:
        unit = self.theirs.get(key) or self.mine.get(key)
        name = unit.id if unit else ""
        self.conflicts.append(Conflict(key.kind or DECK, name, base, mine, theirs))

    def _tail(self, base: str, mine: str, theirs: str) -> str:
        if mine in {theirs, base}:
            return theirs
        if theirs == base:
            return mine
        new = self._new_comments(base + theirs, mine)
        tail = with_line_end(theirs, self.line_end) if new and theirs else theirs
        return tail + "".join(new) + (self.line_end if new else "")

    def _new_comments(self, known: str, text: str) -> list[str]:
        """The lines of comments in a text that are not known, each with its line end."""
        lines = {line.strip() for line in known.splitlines()}
        return [
            line.strip() + self.line_end
            for line in text.splitlines()
            if line.strip() and line.strip() not in lines
        ]

    def _ordered(self) -> list[UnitKey]:
        """The order of the side that made a new one; what the other added follows what it did."""
        lead, other = self.theirs, self.mine
        if [key for key in self.base if key in self.theirs] == [
            key for key in self.theirs if key in self.base
        ]:
            lead, other = self.mine, self.theirs
        followers: dict[UnitKey, list[UnitKey]] = {}
        last = next(iter(lead))
        for key in other:
            if key in lead:
                last = key
            elif key in self.chosen:
                followers.setdefault(last, []).append(key)
        order: list[UnitKey] = []
        for key in lead:
            order += [key] if key in self.chosen else []
            order += followers.get(key, [])
        return order

    def _joined(self) -> str:
        in_mine, in_theirs = dict(pairwise(self.mine)), dict(pairwise(self.theirs))
        pieces: list[str] = []
        for key, following in pairwise(self.order):
            text = with_line_end(self.chosen[key], self.line_end)
            in_a_row = in_theirs.get(key) == following
            if not (in_a_row and text == self.theirs[key].text):
                in_a_row = in_a_row or in_mine.get(key) == following
                if (not in_a_row or ends_in_comment(text)) and not ends_blank(text):
                    text += self.line_end
            pieces.append(text)
        last = self.order[-1]
        at_end = last in {next(reversed(self.theirs)), next(reversed(self.mine))}
        text = self.chosen[last]
        return "".join([*pieces, text if at_end else without_blank_end(text)])
