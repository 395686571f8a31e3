"""Steps on the deck that the editor's page takes without asking: each is the desk's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from quizapp.author.door import Adding, Desk
from quizapp.author.told import Changed, KindChange, Line
from quizapp.check.finding import Finding
from quizapp.content.question import Kind, Question
from quizapp.ui.editor_page_sheets import MANY
from quizapp.ui.editor_related import resting_with
from quizapp.words import _, ngettext


class Table(Protocol):
    """The page as its steps see it."""

    @property
    def desk(self) -> Desk | None:
        """The deck that is worked on."""
        ...

    @property
    def at(self) -> str:
        """Key of the question at hand, "" for none."""
        ...

    @property
    def chosen(self) -> tuple[str, ...]:
        """Keys of the chosen questions."""
        ...

    @property
    def in_deck_order(self) -> bool:
        """All questions are listed, as they stand in the deck."""
        ...

    def do(
        self,
        step: Callable[..., Changed],
        *words: object,
        new: Mapping[str, Line] | None = None,
    ) -> bool:
        """Carry a step out, show what it changed; whether it was done."""
        ...

    def do_in_turns(
        self, step: Callable[[], Changed], new: Mapping[str, Line], then: Callable[[], None]
    ) -> None:
        """Carry out a step that adds many questions; keys are heard between its parts."""
        ...

    def go_through(self, way: Callable[[], Changed]) -> None:
        """Go back or forth in what was done, to the field that it changed."""
        ...

    def say(self, words: str) -> None:
        """Say a line that goes by itself."""
        ...


class EditorPageSteps:
    """Carries the steps out on what is at hand and what is chosen."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def related(self) -> tuple[str, ...]:
        """Questions on the same sentence as the one at hand, or with its answer; none is said."""
        desk, at = self._table.desk, self._table.at
        question = desk.question(at) if desk is not None and at else None
        keys = resting_with(desk, question) if desk is not None and question is not None else ()
        if not keys:
            self._table.say(_("No other question rests on the same sentence or answers the same."))
        return keys

    def add(self) -> bool:
        """Add an empty question behind the one at hand, of its kind; whether it is there."""
        desk, at = self._table.desk, self._table.at
        if desk is None:
            return False
        kind = desk.line(at).kind if at else Kind.SHORT
        return self._table.do(desk.add, kind, at)

    def begin_add(self, questions: Sequence[Question]) -> Adding | None:
        """Finished questions that are to stand behind the one at hand, to be made ready."""
        desk, at = self._table.desk, self._table.at
        return desk.begin_add(tuple(questions), at) if desk is not None else None

    def end_add(self, adding: Adding, n: int) -> None:
        """Add what was made ready, and say so."""
        desk = self._table.desk
        words = ngettext("{n:,} question was added.", "{n:,} questions were added.", n)
        say = partial(self._table.say, words.format(n=n))
        if desk is not None and len(adding.lines) > MANY:
            self._table.do_in_turns(partial(desk.end_add, adding), adding.lines, say)
        elif desk is not None and self._table.do(desk.end_add, adding, new=adding.lines):
            say()

    def duplicate(self) -> None:
        """Copy the chosen questions."""
        desk, chosen = self._table.desk, self._table.chosen
        if desk is not None and chosen:
            self._table.do(desk.duplicate, chosen)

    def delete(self) -> None:
        """Take the chosen questions out, and say how they come back."""
        desk, chosen = self._table.desk, self._table.chosen
        if desk is None or not chosen or not self._table.do(desk.delete, chosen):
            return
        n = len(chosen)
        self._table.say(
            ngettext(
                "{n} question was deleted. Ctrl+Z brings it back.",
                "{n} questions were deleted. Ctrl+Z brings them back.",
                n,
            ).format(n=n)
        )

    def move(self, by: int) -> None:
        """Move the chosen questions one place up (-1) or down (1)."""
        desk, chosen = self._table.desk, self._table.chosen
        if desk is None or not chosen:
            return
        if not self._table.in_deck_order:
            self._table.say(_("Questions are moved while all are listed, in the deck's order."))
            return
        order = list(desk.keys)
        first, last = order.index(chosen[0]), order.index(chosen[-1])
        if by < 0 < first:
            self._table.do(desk.move, chosen, order[first - 1])
        elif by > 0 and last + 1 < len(order):
            self._table.do(desk.move, chosen, order[last + 2] if last + 2 < len(order) else "")

    def turned(self, kind: Kind) -> KindChange | None:
        """What the question at hand would be as another kind."""
        desk, at = self._table.desk, self._table.at
        return desk.turned(at, kind) if desk is not None and at else None

    def turn(self, turned: KindChange) -> bool:
        """Have the question at hand be of another kind."""
        desk, at = self._table.desk, self._table.at
        return desk is not None and bool(at) and self._table.do(desk.change, at, turned.fields)

    def mend(self, finding: Finding) -> None:
        """Apply the mend of a finding."""
        desk, at = self._table.desk, self._table.at
        if desk is not None and at:
            self._table.do(desk.mend, at, finding)

    def accept(self, spelling: str) -> None:
        """Take a student's spelling in."""
        desk, at = self._table.desk, self._table.at
        if desk is not None and at:
            self._table.do(desk.accept, at, spelling)

    def add_image(self, name: str, data: bytes, alt: str) -> None:
        """Put a picture before the question at hand."""
        desk, at = self._table.desk, self._table.at
        if desk is not None and at:
            self._table.do(desk.add_image, at, name, data, alt)

    def remove_image(self) -> None:
        """Take the picture away."""
        desk, at = self._table.desk, self._table.at
        if desk is not None and at:
            bare = replace(desk.fields(at), image="", image_alt="")
            self._table.do(desk.change, at, bare)

    def undo(self) -> None:
        """Take the last step back."""
        desk = self._table.desk
        if desk is not None and desk.undoable is not None:
            self._table.go_through(desk.undo)

    def redo(self) -> None:
        """Do the step again that was taken back."""
        desk = self._table.desk
        if desk is not None and desk.redoable is not None:
            self._table.go_through(desk.redo)
