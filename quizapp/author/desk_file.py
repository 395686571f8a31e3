"""How a desk stands to its file: what waits, what could not be written, what is to be chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.author.desk_entry import Entry
from quizapp.author.desk_home import TakenIn, part_name, take_in
from quizapp.author.desk_known import Known
from quizapp.author.desk_saving import DeckSaving, Home, How, Outcome, Snapshot
from quizapp.author.desk_state import NewId, Part, State
from quizapp.author.door import Saving
from quizapp.author.draft_file import ConflictDraft, DraftFile
from quizapp.author.told import Changed, Conflict, Saved, SaveState

_HOW = {
    How.GONE: SaveState.GONE,
    How.BROKEN: SaveState.BROKEN,
    How.FAILED: SaveState.FAILED,
}


class NothingToDo:
    """A look at the file while a save is under way, which looks at it too."""

    def run(self) -> None:
        """Nothing."""


@dataclass
class DeskFile:
    """The file of one desk.

    Attributes:
        path: of the deck.
        known: as it was last read or written.
        drafts: where drafts are kept.
        new_id: makes ten of a-z2-7.
        home: where a copy is made before anything is written; None where the deck is one's own.
        unfinished: keys of questions that are none yet.
    """

    path: Path
    known: Known
    drafts: DraftFile
    new_id: NewId
    home: Home | None = None
    unfinished: set[str] = field(default_factory=set)
    version: int = 0
    _saved: int = 0
    _how: How = How.STANDS
    _under_way: DeckSaving | None = None
    _at: int = 0
    _settled: bool = False
    _copied: bool = False

    def standing(self, state: State) -> SaveState:
        """How the desk stands to its file."""
        if self._how is not How.STANDS:
            return _HOW[self._how]
        if self.version != self._saved:
            return SaveState.WAITING
        if state.held:
            return SaveState.CONFLICT
        return SaveState.UNFINISHED if self.unfinished else SaveState.SAVED

    def touched(self, state: State, keys: Iterable[str], *, ours: bool) -> None:
        """Questions changed; the deck waits to be saved where that was done here."""
        if ours:
            self.version += 1
        for key in keys:
            thing = state.things.get(key)
            if isinstance(thing, Entry) and thing.unfinished:
                self.unfinished.add(key)
            else:
                self.unfinished.discard(key)

    def begin(self, state: State, *, anew: bool = False) -> Saving | None:
        """A save; None where nothing waits, or one is under way."""
        waits = self.version != self._saved or anew or self._how is not How.STANDS
        if not waits or self._under_way is not None:
            return None
        return self._saving(state, anew=anew)

    def look(self, state: State) -> Saving:
        """A save that looks at the file in any case."""
        if self._under_way is not None:
            return NothingToDo()
        return self._saving(state)

    def copy(self, state: State) -> Saving | None:
        """A save that makes the copy of a deck that is not one's own; None where it is made."""
        if self.home is None or self._under_way is not None:
            return None
        self.version += 1
        return self._saving(state)

    def tell_again(self, saved: Saved) -> None:
        """What was told where nobody listened is told with the next save."""
        self._copied = self._copied or saved.own_copy

    def _saving(self, state: State, *, anew: bool = False) -> DeckSaving:
        self._at = self.version
        snapshot = Snapshot(
            state.copy(),
            self.known,
            tuple(self.unfinished),
            self._conflict_drafts(state),
            dirty=self.version != self._saved,
            anew=anew,
            settled=self._settled,
        )
        self._under_way = DeckSaving(self.path, snapshot, self.drafts, self.new_id, self.home)
        return self._under_way

    def end(self, state: State, saving: Saving) -> tuple[TakenIn, Saved]:
        """Take in what came of a save: what came from outside, and what to tell."""
        if not isinstance(saving, DeckSaving) or saving is not self._under_way:
            return TakenIn(), Saved(self.standing(state))
        self._under_way = None
        outcome = saving.outcome
        if outcome is None:  # it never ran
            return TakenIn(), Saved(self.standing(state))
        self._how = outcome.how
        if outcome.how is not How.STANDS:
            return TakenIn(), Saved(self.standing(state), error=outcome.error, kept=outcome.kept)
        self.known = outcome.known
        self._saved = self._at
        self._settled = (saving.snapshot.dirty or self._settled) and outcome.found is None
        if saving.moved:
            self.path, self.drafts, self.home = saving.path, saving.drafts, None
            self._copied = True
        taken = take_in(state, saving.snapshot, outcome)
        if saving.moved:
            taken.merged.clear()  # it is as it was, but for where its texts lie
        return taken, self._told(state, outcome, taken)

    def _told(self, state: State, outcome: Outcome, taken: TakenIn) -> Saved:
        if taken.held or taken.ended:
            self.version += 1  # both sides of what is to be chosen are drafts now, or no more
        tokens = taken.tokens | taken.rebased.keys()
        keys = frozenset(token for token in tokens if token[0] != "#")
        changed = Changed(keys, order=taken.order, head=len(keys) != len(tokens), show="")
        merged = frozenset(taken.merged)
        conflicts = self.conflicts(state)
        self.touched(state, keys, ours=False)
        ids_given = outcome.ids_given
        copied, self._copied = self._copied, False
        return Saved(self.standing(state), changed, conflicts, merged, ids_given, own_copy=copied)

    # What is to be chosen

    def conflicts(self, state: State) -> tuple[Conflict, ...]:
        """Both sides of what was changed in two places."""
        return tuple(
            Conflict(token, self._mine(state, token), held.text.strip())
            for token, held in state.held.items()
        )

    def _mine(self, state: State, token: str) -> str:
        if state.held[token].back:
            return ""
        thing = state.things[token]
        return thing.text.strip() if isinstance(thing, Part) else state.shown_block(token)

    def _conflict_drafts(self, state: State) -> tuple[ConflictDraft, ...]:
        found = []
        for conflict in self.conflicts(state):
            thing = state.things[conflict.key]
            name = part_name(thing) if isinstance(thing, Part) else conflict.key
            fields = thing.typed if isinstance(thing, Entry) else None
            found.append(ConflictDraft(name, conflict.mine, conflict.theirs, fields))
        return tuple(found)
