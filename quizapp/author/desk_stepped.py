"""Steps on a deck in work: done, taken back, done again, written, and chosen between."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from quizapp.author.desk_choice import chosen
from quizapp.author.desk_entry import Entry
from quizapp.author.desk_file import DeskFile
from quizapp.author.desk_lines import Lines
from quizapp.author.desk_shown import ShownDesk
from quizapp.author.desk_state import NewId, State, Thing, free
from quizapp.author.desk_steps import Steps, step
from quizapp.author.desk_typing import Typing, differing, end_of_change, main_field, row_of
from quizapp.author.door import Saving
from quizapp.author.told import Changed, Conflict, Saved, SaveState, Side, Step


class SteppedDesk(ShownDesk):
    """A deck in work with its history; `quizapp.author.door.Desk` says what each call does."""

    def __init__(
        self,
        file: DeskFile,
        state: State,
        new_id: NewId,
        today: date | None,
        lines: Lines | None = None,
        text_root: Path | None = None,
    ) -> None:
        super().__init__(file, state, today, lines, text_root)
        self._new_id = new_id
        self._steps = Steps()

    @property
    def undoable(self) -> Step | None:
        """What `undo` would take back."""
        return self._steps.past[-1].step if self._steps.past else None

    @property
    def redoable(self) -> Step | None:
        """What `redo` would do again."""
        return self._steps.future[-1].step if self._steps.future else None

    def undo(self) -> Changed:
        """Take the last step back."""
        return self._back_or_forth(self._steps.undo)

    def redo(self) -> Changed:
        """Do the step again that was taken back."""
        return self._back_or_forth(self._steps.redo)

    def _back_or_forth(self, go: Callable[[State], Changed]) -> Changed:
        """Go through the history, and say which field is another one since."""
        were = dict(self._state.things)
        changed = self._after(go(self._state))
        before, after = were.get(changed.show), self._state.things.get(changed.show)
        if not isinstance(before, Entry) or not isinstance(after, Entry):
            return changed
        field = main_field(differing(before.fields, after.fields))
        row = row_of(before.fields, after.fields, field)
        side, end = end_of_change(before.fields, after.fields, field, row)
        return replace(changed, field=field, row=row, side=side, end=end)

    def _do(
        self,
        name: Step,
        things: Mapping[str, Thing | None],
        order: Sequence[str] | None = None,
        typing: Typing | None = None,
        settled: Collection[str] = (),
    ) -> Changed:
        if not things and order is None:
            return Changed()
        return self._after(self._steps.do(self._state, name, things, order, typing, settled))

    def _after(self, changed: Changed, *, ours: bool = True) -> Changed:
        if changed == Changed():
            return changed
        self._file.touched(self._state, changed.keys, ours=ours)
        self._checks.touch(changed.keys)
        self._view.touched(changed.keys, order=changed.order, head=changed.head)
        return changed

    def _free(self, taken: Collection[str] = ()) -> str:
        return free(self._new_id, {*self._state.things, *taken})

    # The file

    @property
    def state(self) -> SaveState:
        """How the desk stands to its file."""
        return self._file.standing(self._state)

    def begin_save(self, *, anew: bool = False) -> Saving | None:
        """A snapshot to be written, or None where nothing waits."""
        return self._file.begin(self._state, anew=anew)

    def end_save(self, saving: Saving) -> Saved:
        """Take in what came of it; typing may have gone on meanwhile."""
        taken, saved = self._file.end(self._state, saving)
        self._steps.forget(taken.tokens)
        for token, (old, new) in taken.rebased.items():
            self._steps.rebase(token, old, new)
        if saved.own_copy:
            self._view.moved(self.path)
            self._checks.moved(self.path)
        self._after(saved.changed, ours=False)
        return saved

    def begin_look(self) -> Saving:
        """Like a save, when the file may have changed outside: merges what is there."""
        return self._file.look(self._state)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What the author has still to choose."""
        return self._file.conflicts(self._state)

    def resolve(self, key: str, side: Side) -> Changed:
        """Settle a conflict; undo brings it back with both sides."""
        if key not in self._state.held:
            return Changed()
        things, order = chosen(self._state, key, side, self._free)
        return self._do(step("resolve"), things, order, settled=(key,))
