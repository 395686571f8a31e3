"""Drafts of a deck on disk: what is no question yet, and what the author has still to choose.

The file holds one state, or two while a save is under way: each names the deck's bytes that it
goes with, so that whichever of both a crash left, the other is told by it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

from quizapp.author.fields import Fields
from quizapp.content.question import Form, Kind
from quizapp.content.whole_write import write_whole

VERSION = 1
_LIMIT = 64 * 1024 * 1024
_BLANK: dict[str, object] = asdict(Fields())
Json: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """A question that is none yet.

    Attributes:
        key: its id.
        fields: what stands in its form.
        base: its block in the file as it was, "" for one that is not in the file.
        after: the question before it, "" at the beginning.
    """

    key: str
    fields: Fields
    base: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ConflictDraft:
    """A question changed in two places, until its author chose: both blocks, "" where gone."""

    key: str
    mine: str
    theirs: str
    fields: Fields | None = None


@dataclass(frozen=True, slots=True)
class DraftState:
    """What goes with one state of the deck's file.

    Attributes:
        sha256: of the file's bytes.
        questions: those that are none yet.
        conflicts: what is still to be chosen.
        base: the deck's text as last read, where it could not be written.
        mine: the deck's text as it should have been written; "" where it was.
    """

    sha256: str = ""
    questions: tuple[QuestionDraft, ...] = ()
    conflicts: tuple[ConflictDraft, ...] = ()
    base: str = ""
    mine: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is kept."""
        return not (self.questions or self.conflicts or self.mine)

    @property
    def names(self) -> set[str]:
        """What its drafts are of."""
        questions = {draft.key for draft in self.questions}
        return questions | {draft.key for draft in self.conflicts}

    def beside(self, other: DraftState) -> DraftState:
        """It with the drafts of another window."""
        if other.empty:
            return self
        questions, conflicts = self.questions + other.questions, self.conflicts + other.conflicts
        return replace(self, questions=questions, conflicts=conflicts)


def digest(data: bytes) -> str:
    """The name of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


@dataclass(slots=True)
class DraftFile:
    """Where the drafts of one deck lie; its calls may be made in any thread, one at a time.

    Another window may keep drafts of the same deck there: what this one never had is left.

    Attributes:
        path: of the drafts.
        deck: of the deck's file.
        now: what was last read or kept.
        there: whether there is a file, which may hold an older state too.
    """

    path: Path
    deck: Path
    now: DraftState = field(default_factory=DraftState)
    there: bool = False
    _seen: bytes = b""
    _had: set[str] = field(default_factory=set)
    _others: DraftState = field(default_factory=DraftState)

    def read(self, deck_bytes: bytes) -> DraftState:
        """The drafts that go with the deck's bytes; a file that cannot be read is put aside.

        Of two states that fit neither, it is the older: it may tell again what is in the deck,
        but it never misses what is not.
        """
        states = self._states()
        self.there = bool(states)
        self._had = {name for state in states for name in state.names}
        name = digest(deck_bytes)
        found = next((s for s in states if s.sha256 == name), None)
        self.now = found or (states[0] if states else DraftState())
        return self.now

    def _states(self) -> list[DraftState]:
        try:
            if self.path.stat().st_size > _LIMIT:
                return []
            self._seen = self.path.read_bytes()
            found = json.loads(self._seen)
        except FileNotFoundError:
            return []
        except (OSError, ValueError, RecursionError):
            self.put_aside()
            return []
        try:
            return [_state(item) for item in found["states"]]
        except (KeyError, TypeError, ValueError):
            self.put_aside()
            return []

    def put_aside(self) -> None:
        """Keep the file under another name: what it holds cannot be put on a desk."""
        with suppress(OSError):
            self.path.replace(self.path.with_suffix(".damaged"))

    def keep(self, *states: DraftState) -> None:
        """Put states in the file, the older first; none that holds anything removes it.

        Raises:
            OSError: it cannot be written; what was there is untouched.
        """
        self._had.update(name for state in states for name in state.names)
        others = self._of_others()
        if all(state.empty for state in states) and others.empty:
            self.path.unlink(missing_ok=True)
            self.there, self._seen = False, b""
        else:
            written = [_json(state.beside(others)) for state in states]
            told = {"version": VERSION, "path": str(self.deck), "states": written}
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.there = True
            data = json.dumps(told).encode("utf-8", "surrogatepass")
            write_whole(self.path, data)
            self._seen = data
        self.now = states[-1]

    def _of_others(self) -> DraftState:
        """What another window keeps in the file and this one never had."""
        try:
            if self.path.read_bytes() == self._seen:
                return self._others
        except OSError:
            return DraftState()
        states = self._states()
        last = states[-1] if states else DraftState()
        self._others = DraftState(
            "",
            tuple(draft for draft in last.questions if draft.key not in self._had),
            tuple(draft for draft in last.conflicts if draft.key not in self._had),
        )
        return self._others


def draft_path(folder: Path, deck_id: str, deck: Path) -> Path:
    """Where a deck's drafts lie; two files of one id have one each."""
    mark = digest(str(deck).encode("utf-8", "surrogateescape"))[:8]
    return folder / f"{deck_id}-{mark}.json"


def adopt(path: Path, deck_id: str) -> None:
    """Take over the drafts of a deck whose file was moved or renamed."""
    if path.exists():
        return
    with suppress(OSError, ValueError, KeyError, TypeError):
        for other in sorted(path.parent.glob(f"{deck_id}-????????.json")):
            if not Path(json.loads(other.read_bytes())["path"]).exists():
                other.replace(path)
                return


def _json(state: DraftState) -> Json:
    return asdict(state)


def _state(found: Mapping[str, object]) -> DraftState:
    read: Callable[[object], Json] = _table
    questions = [
        QuestionDraft(
            _word(item["key"]), _fields(item["fields"]), _word(item["base"]), _word(item["after"])
        )
        for item in map(read, _list(found["questions"]))
    ]
    conflicts = [
        ConflictDraft(
            _word(item["key"]),
            _word(item["mine"]),
            _word(item["theirs"]),
            None if item["fields"] is None else _fields(item["fields"]),
        )
        for item in map(read, _list(found["conflicts"]))
    ]
    return DraftState(
        _word(found["sha256"]),
        tuple(questions),
        tuple(conflicts),
        _word(found["base"]),
        _word(found["mine"]),
    )


def _fields(found: object) -> Fields:
    """A form as it was kept.

    Raises:
        KeyError: something is missing.
        TypeError: it holds something else.
        ValueError: it names a kind or form that there is none of.
    """
    table = _table(found)
    values = {name: _like(before, table[name], name) for name, before in _BLANK.items()}
    return Fields(**values)


def _like(before: object, value: object, name: str) -> Any:  # noqa: ANN401 - as the field has it
    if name == "kind":
        return Kind(_word(value))
    if name in {"accept", "pairs"}:
        return tuple((_word(left), _word(right)) for left, right in map(_list, _list(value)))
    if name == "forms":
        return tuple(Form(_word(form)) for form in _list(value))
    if isinstance(before, tuple):
        return tuple(_word(row) for row in _list(value))
    if isinstance(before, bool):
        if not isinstance(value, bool):
            raise TypeError(name)
        return value
    return _word(value)


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value


def _table(value: object) -> Json:
    if not isinstance(value, dict):
        raise TypeError("no table")
    return value
