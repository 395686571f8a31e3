"""One save of a deck in work: a snapshot taken at once, then read, merged and written."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from quizapp.author.desk_entry import Entry, to_be_written
from quizapp.author.desk_ids import named, names_for
from quizapp.author.desk_known import Known, pieces_of
from quizapp.author.desk_state import NewId, Part, State, laid_out
from quizapp.author.draft_file import ConflictDraft, DraftFile, DraftState, QuestionDraft, digest
from quizapp.content.deck_file import DECK_LIMIT, DeckUnreadableError, read_as, text_of
from quizapp.content.deck_merging import Conflict, TheirsUnreadableError, merge
from quizapp.content.named_files import FileRefusedError, holds_anything, read_bytes
from quizapp.content.one_writer import alone
from quizapp.content.question import Cloze
from quizapp.content.whole_write import write_whole

_MOST_MERGES = 3


class How(Enum):
    """What became of the file."""

    STANDS = auto()  # it holds what was on the desk
    GONE = auto()
    BROKEN = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a save goes by.

    Attributes:
        state: the desk's own copy.
        known: the file as last read or written.
        unfinished: keys of questions that are none yet.
        conflicts: what is still to be chosen.
        dirty: something may have to be written to the deck; else the file is only looked at.
        anew: write the file though it is gone.
        settled: every question has its id in its block, and every gap its label.
    """

    state: State
    known: Known
    unfinished: tuple[str, ...]
    conflicts: tuple[ConflictDraft, ...]
    dirty: bool
    anew: bool
    settled: bool = False


@dataclass(slots=True)
class Outcome:
    """What came of it.

    Attributes:
        how: whether the file stands as it should.
        known: the file as it is now.
        sent: the text of each token as the desk gave it.
        found: the deck as it is now, where something came from outside; else None.
        conflicts: what was changed in two places.
        written: cloze texts as written, by key.
        ids_given: how many ids were written.
        error: why it failed.
        kept: all that could not be written is a draft on disk.
    """

    how: How
    known: Known
    sent: dict[str, str] = field(default_factory=dict)
    found: State | None = None
    conflicts: tuple[Conflict, ...] = ()
    written: dict[str, str] = field(default_factory=dict)
    ids_given: int = 0
    error: Exception | None = None
    kept: bool = False


class Home(Protocol):
    """Where a deck that may not be written is copied to before it is."""

    def place(self) -> Path:
        """The file of the copy, which may be there already."""
        ...

    def carried(self, to: Path, text: str) -> str:
        """The deck's text as it stands in the copy; the files that it names lie there then.

        Raises:
            OSError: a file could not be copied.
        """
        ...

    def drafts_at(self, to: Path) -> DraftFile:
        """Where drafts of the copy are kept."""
        ...


class DeckSaving:
    """One save; `quizapp.author.door.Saving`.

    Attributes:
        snapshot: what it goes by.
        outcome: what came of it, once it has run.
        path, drafts: of the deck; of its copy, once that was made.
        moved: the copy was made.
    """

    def __init__(
        self,
        path: Path,
        snapshot: Snapshot,
        drafts: DraftFile,
        new_id: NewId,
        home: Home | None = None,
    ) -> None:
        self.snapshot = snapshot
        self.outcome: Outcome | None = None
        self.path = path
        self.drafts = drafts
        self.moved = False
        self._home = home if snapshot.dirty else None
        self._left = path, drafts
        self._new_id = new_id

    def run(self) -> None:
        """Read the file, merge what changed outside, and write; it raises nothing."""
        if self._home is not None:
            self.path = self._home.place()
            self.drafts = self._home.drafts_at(self.path)
        with alone(self.path):
            try:
                self.outcome = self._run()
            except Exception as error:  # noqa: BLE001 - whatever fails is told, and all is kept
                self.outcome = Outcome(How.FAILED, self.snapshot.known, error=error)
                self._keep_whole(self.outcome)

    def _run(self) -> Outcome:
        state, known = self.snapshot.state, self.snapshot.known
        wanted = self.snapshot.dirty and not self.snapshot.settled
        ids_given = _settle(state) if wanted else 0
        blocks = state.blocks()
        pieces = [text for _token, text in blocks]
        mine = "".join(pieces)
        outcome = Outcome(How.STANDS, known, ids_given=ids_given)
        text = self._met(outcome, blocks, mine)
        if text is None:
            self._keep_whole(outcome, mine)
            return outcome
        if self._home is not None and not self.path.exists():
            text = self._home.carried(self.path, mine)
            if text != mine:
                outcome.sent, outcome.found = dict(blocks), laid_out(text, self._new_id)
        self._write_contents(state)
        if self.snapshot.dirty or self.snapshot.anew or self._conflicting(outcome):
            if text != mine:
                pieces = pieces_of(text, outcome.found)
            self._write(outcome, outcome.known, pieces)
        if self._home is not None:
            self.moved = True
            _path, drafts = self._left
            if drafts.there:
                drafts.keep(DraftState())
        return outcome

    def _met(self, outcome: Outcome, blocks: list[tuple[str, str]], mine: str) -> str | None:
        """The text with what came from outside; None where the file is gone or no deck.

        Merging a long deck takes seconds, in which the file may change once more: then it is
        merged again.
        """
        text = mine
        for _attempt in range(_MOST_MERGES):
            there = self._there(outcome)
            if outcome.how is not How.STANDS:
                return None
            if there is None or there.same(outcome.known):
                break
            outcome.sent = dict(blocks)
            try:
                text = self._merged(outcome, there, mine)
            except (TheirsUnreadableError, tomllib.TOMLDecodeError):
                outcome.how = How.BROKEN
                faults = read_as(self.path, there.text).faults
                outcome.error = DeckUnreadableError(faults[0]) if faults else None
                return None
        return text

    def _conflicting(self, outcome: Outcome) -> bool:
        return bool(outcome.conflicts) or self.drafts.there

    def _there(self, outcome: Outcome) -> Known | None:
        """The file as it is; None where it is to be written anew."""
        try:
            if read_bytes(self.path, DECK_LIMIT) == outcome.known.data:
                return outcome.known
        except FileRefusedError:
            pass  # `text_of` says why
        if not holds_anything(self.path):
            makes = self.snapshot.anew or self._home is not None
            outcome.how = How.STANDS if makes else How.GONE
            return None
        try:
            text = text_of(self.path)
        except DeckUnreadableError as error:
            outcome.how, outcome.error = How.BROKEN, error
            return None
        return Known.of(text)

    def _merged(self, outcome: Outcome, there: Known, mine: str) -> str:
        """The text with what both sides changed; what came from outside is laid out."""
        known = self.snapshot.known
        names = names_for(known.text, there.text, known.names, self._new_id)
        base, theirs = named(known.text, known.names), named(there.text, names)
        if not self.snapshot.dirty and base != mine:
            mine = base
            with_names = dict(laid_out(base, self._new_id).blocks())
            outcome.sent |= {key: with_names.get(key, text) for key, text in outcome.sent.items()}
        merged = merge(base, mine, theirs)
        outcome.conflicts = merged.conflicts
        changed = merged.text != mine
        outcome.found = laid_out(merged.text, self._new_id) if changed else None
        text = there.text
        outcome.known = replace(there, pieces=tuple(pieces_of(text, outcome.found)), names=names)
        return merged.text if self.snapshot.dirty else text

    def _write(self, outcome: Outcome, known: Known, pieces: Sequence[str]) -> None:
        """Write the deck and its drafts so that a crash leaves both of one time."""
        new = known.with_text(pieces)
        before, drafts = self.drafts.now, DraftState()
        kept = self.snapshot.unfinished or self.snapshot.conflicts or outcome.conflicts
        drafted = bool(kept) or self.drafts.there
        if drafted:
            drafts = self._draft_state(outcome, new)
        makes = self.snapshot.anew or self._home is not None
        if new is not known or makes:
            if drafted:
                self.drafts.keep(replace(before, sha256=digest(known.data)), drafts)
            if makes:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            _refuse_protected(self.path)
            write_whole(self.path, new.data)
            if drafted and drafts.empty:
                self.drafts.keep(drafts)  # the deck holds it all
        elif drafted and drafts != before:
            self.drafts.keep(drafts)
        outcome.known = new
        outcome.written = _clozes(self.snapshot.state)

    def _draft_state(self, outcome: Outcome, new: Known) -> DraftState:
        state = self.snapshot.state
        conflicts = {conflict.key: conflict for conflict in self.snapshot.conflicts}
        for each in outcome.conflicts:
            name = name_of(each)
            conflicts.setdefault(name, ConflictDraft(name, each.mine, each.theirs))
        return DraftState(
            digest(new.data),
            tuple(self._question_drafts(state)),
            tuple(conflicts.values()),
        )

    def _question_drafts(self, state: State) -> list[QuestionDraft]:
        if not self.snapshot.unfinished:
            return []
        wanted, found, above = set(self.snapshot.unfinished), list[QuestionDraft](), ""
        for key in state.question_keys():
            if key in wanted:
                entry = state.entry(key)
                block = entry.block(state.written.get(key, ""), state.line_end)
                found.append(QuestionDraft(key, entry.fields, block, above))
            above = key
        return found

    def _keep_whole(self, outcome: Outcome, mine: str = "") -> None:
        """Keep everything as a draft, where the deck's own file cannot be written."""
        state, known = self.snapshot.state, self.snapshot.known
        self.path, self.drafts = self._left
        try:
            mine = mine or state.text()
            drafts = self._draft_state(outcome, known)
            if mine != known.text or outcome.how is How.GONE:  # nobody else has it now
                drafts = replace(drafts, base=known.text, mine=mine)
            if drafts != self.drafts.now:
                self.drafts.keep(drafts)
            outcome.kept = True
        except (OSError, ValueError) as error:
            outcome.error = outcome.error or error

    def _write_contents(self, state: State) -> None:
        """Write the sources' texts that are new beside the deck."""
        for _token, part in state.parts():
            if part.content is not None:
                write_content(self.path, part, part.content)


def _refuse_protected(path: Path) -> None:
    """Leave a file alone that nobody may write; another could be put in its place all the same.

    Raises:
        PermissionError: it is read-only.
    """
    with suppress(FileNotFoundError):
        if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def name_of(conflict: Conflict) -> str:
    """What a block changed on two sides is called: a question's key, "source:x" or "deck"."""
    if conflict.kind == "question":
        return conflict.id
    return f"{conflict.kind}:{conflict.id}" if conflict.kind == "source" else conflict.kind


def write_content(deck: Path, part: Part, content: bytes) -> None:
    """Write a source's text where its block says, unless it lies there.

    Raises:
        OSError: it cannot be written; what was there is untouched.
    """
    blocks = tomllib.loads(part.text).get("source", [])
    name = blocks[0].get("file") if blocks else None
    if not isinstance(name, str) or not name:
        return
    path = deck.parent / name
    try:
        if hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(content).digest():
            return
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)


def _settle(state: State) -> int:
    """Write the ids and labels that are still to be written; how many ids."""
    count = 0
    for thing in state.things.values():
        if isinstance(thing, Entry) and thing.base is not None and thing.base.unsettled:
            count += thing.base.settle()
    return count


def _clozes(state: State) -> dict[str, str]:
    found = {}
    for key, thing in state.things.items():
        if isinstance(thing, Entry) and thing.made is not None:
            body = to_be_written(thing.made, state.written.get(key, "")).body
            if isinstance(body, Cloze):
                found[key] = body.text
    return found
