"""A deck put on the desk, with the drafts that were left of it."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from quizapp.author.desk import DeckDesk
from quizapp.author.desk_entry import Base, Entry
from quizapp.author.desk_file import DeskFile
from quizapp.author.desk_home import head_of, source_of
from quizapp.author.desk_known import Known, pieces_of
from quizapp.author.desk_lines import Lines
from quizapp.author.desk_saving import name_of
from quizapp.author.desk_state import Held, NewId, Part, State, laid_out
from quizapp.author.desk_typing import waiting
from quizapp.author.draft_file import (
    ConflictDraft,
    DraftFile,
    DraftState,
    QuestionDraft,
    adopt,
    draft_path,
)
from quizapp.author.first_copy import FirstCopy
from quizapp.content.deck_editing_blocks import QUESTION, Piece, id_of
from quizapp.content.deck_file import DeckUnreadableError, read_as, text_of
from quizapp.content.deck_merging import merge

_NOT_IN_BLOCKS = frozenset({"blocks-wanted", "deck-shape"})
"""Faults of a deck whose questions or sources stand in no blocks, so that none can be added."""


def opened(
    path: Path,
    drafts: Path,
    new_id: NewId,
    today: date | None,
    home: tuple[Path, Path | None] | None = None,
) -> DeckDesk:
    """A deck on the desk.

    Args:
        path: its file.
        drafts: the folder in which drafts of decks are kept.
        new_id: makes ten of a-z2-7.
        today: what depends on the day is checked only when it is given.
        home: of a deck that may not be written, the folder for a copy of it, and a second one in
            which its texts may lie.

    Raises:
        DeckUnreadableError: it is no deck as a whole.
    """
    known = Known.of(text_of(path))
    lines = Lines()
    state = _laid_out(path, known.text, new_id, lines)
    known = replace(known, pieces=tuple(pieces_of(known.text, state)))
    text_root = home[1] if home is not None else None
    head = read_as(path, state.rest(), text_root=text_root).deck
    deck_id = head.id if head is not None else path.stem
    at = draft_path(drafts, deck_id, path)
    adopt(at, deck_id)
    file = DraftFile(at, path)
    left = file.read(known.data)
    names = tuple(
        thing.base.given
        for thing in state.things.values()
        if isinstance(thing, Entry) and thing.base is not None and thing.base.given
    )
    first = None
    if home is not None and head is not None:
        first = FirstCopy(path, head, home[0], drafts, text_root)
    desk_file = DeskFile(path, replace(known, names=names), file, new_id, first)
    if left.mine and left.mine != known.text:
        state = _with_unwritten(left, state, known, file, new_id)
    if not left.empty:
        _Left(state).take(left.questions, left.conflicts)
        keys = state.question_keys()
        desk_file.touched(state, keys, ours=bool(left.mine) or bool(state.held))
    return DeckDesk(desk_file, state, new_id, today, lines, text_root)


def _laid_out(path: Path, text: str, new_id: NewId, lines: Lines) -> State:
    """The text on the desk; what is shown of its questions comes into `lines`.

    Raises:
        DeckUnreadableError: it is no deck as a whole.
    """
    try:
        state = laid_out(text, new_id)
        read = read_as(path, state.rest())
        for fault in read.faults:
            if fault.code in _NOT_IN_BLOCKS:
                raise DeckUnreadableError(fault)
        empty = {fault.code for fault in read.faults} == {"empty"}
        whole = read.deck is not None or (empty and state.question_keys())
        if whole:
            for key in state.question_keys():
                _read(state.entry(key), key, lines)
            return state
    except tomllib.TOMLDecodeError:
        pass
    read = read_as(path, text)
    if read.deck is None:
        raise DeckUnreadableError(read.faults[0])
    return laid_out(text, new_id)


def _read(entry: Entry, key: str, lines: Lines) -> None:
    """Read a block once: that it is TOML, and its line.

    Raises:
        tomllib.TOMLDecodeError: it is none.
    """
    lines.read(key, entry)
    if entry.base is not None:
        entry.base.let_go()


def _with_unwritten(
    left: DraftState, state: State, known: Known, file: DraftFile, new_id: NewId
) -> State:
    """The desk as it stood when the deck's file could not be written, with what came since."""
    try:
        merged = merge(left.base, left.mine, known.text)
        found = laid_out(merged.text, new_id)
    except ValueError:
        file.put_aside()
        return state
    for conflict in merged.conflicts:
        if conflict.mine == left.mine:  # the whole of both cannot stand together
            file.put_aside()
            continue
        name = name_of(conflict)
        if conflict.kind == QUESTION and not name:  # it got its id only here
            name = id_of(Piece(QUESTION, conflict.mine))
        _Left(found).take((), (ConflictDraft(name, conflict.mine, conflict.theirs),))
    return found


class _Left:
    """Puts drafts back on the desk."""

    def __init__(self, state: State) -> None:
        self._state = state

    def take(self, questions: Sequence[QuestionDraft], conflicts: Sequence[ConflictDraft]) -> None:
        for draft in questions:
            self._question(draft)
        for conflict in conflicts:
            self._conflict(conflict)

    def _question(self, draft: QuestionDraft) -> None:
        key = draft.key
        there = self._state.things.get(key)
        if not isinstance(there, Entry):
            base = Base(draft.base) if draft.base else None
            self._insert(key, _as_left(Entry(base), draft), draft.after)
            if base is not None:  # it was taken out of the file since
                self._state.held[key] = Held("")
            return
        now = there.base.text if there.base is not None else ""
        if draft.base.strip() == now.strip() or not draft.base:
            self._state.things[key] = _as_left(there, draft)
        else:
            mine = Base(draft.base, last=there.base is not None and there.base.last)
            self._state.things[key] = _as_left(Entry(mine), draft)
            self._state.held[key] = Held(now)

    def _insert(self, key: str, entry: Entry, after: str) -> None:
        order = self._state.order
        at = order.index(after) + 1 if after in self._state.things else len(order)
        if not after:  # before the first question, behind the head
            keys = self._state.question_keys()
            at = order.index(keys[0]) if keys else len(order)
        order.insert(at, key)
        self._state.things[key] = entry

    def _conflict(self, conflict: ConflictDraft) -> None:
        token = self._token(conflict.key)
        if token in self._state.held:  # its draft said so already
            return
        thing = self._state.things.get(token) if token else None
        if isinstance(thing, Part):
            self._state.held[token] = Held(thing.text)
            self._state.things[token] = Part(thing.kind, conflict.mine + "\n", thing.content)
        elif thing is None and conflict.mine and token and token[0] != "#":
            self._insert(token, _mine(Entry(), conflict), "")
            self._state.held[token] = Held("")
        elif isinstance(thing, Entry) and thing.base is not None:
            self._state.held[token] = Held(thing.base.text, back=not conflict.mine)
            if conflict.mine:
                self._state.things[token] = _mine(thing, conflict)

    def _token(self, name: str) -> str:
        if name == "deck":
            return head_of(self._state) or ""
        if name.startswith("source:"):
            return source_of(self._state, name.removeprefix("source:")) or ""
        return name


def _as_left(entry: Entry, draft: QuestionDraft) -> Entry:
    """A question with what was typed; a number or date that nobody finished still waits."""
    waits = waiting(entry.fields, draft.fields)
    return entry.changed(draft.fields, draft.key, typing=waits)


def _mine(there: Entry, conflict: ConflictDraft) -> Entry:
    """The author's side of a question that was changed in two places."""
    mine = Base(conflict.mine.rstrip() + "\n", last=there.base is None or there.base.last)
    entry = Entry(mine)
    if conflict.fields is None or conflict.fields == entry.fields:
        return entry
    return entry.changed(conflict.fields, conflict.key)
