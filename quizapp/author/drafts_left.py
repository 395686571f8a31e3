"""How many drafts the editor keeps of a deck, for whoever reads the deck and not its drafts."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class DraftsLeft:
    """What is kept of a deck beside its file.

    Attributes:
        questions: those that are unfinished: not, or not as they stand there, in the file. One
            that is asked as it was before counts as much as one that is new.
        conflicts: what was changed in two places, until the author chooses.
    """

    questions: int = 0
    conflicts: int = 0


def drafts_left(folder: Path, deck: Path) -> DraftsLeft:
    """What the editor keeps of a deck; everywhere it is counted as here.

    Nothing is written or put aside; what cannot be read holds none.

    Args:
        folder: in which drafts of decks are kept.
        deck: the deck's file, by any path.
    """
    found = [_in(path, deck) for path in _files(folder, deck)]
    return max(found, key=lambda left: (left.questions, left.conflicts), default=DraftsLeft())


def _files(folder: Path, deck: Path) -> Iterator[Path]:
    """The files that may hold them: their names end in a mark of the deck's path."""
    for known in dict.fromkeys((str(deck.absolute()), os.path.realpath(deck))):
        mark = _digest(known.encode("utf-8", "surrogateescape"))[:8]
        with suppress(OSError):
            yield from sorted(folder.glob(f"*-{mark}.json"))


def _in(path: Path, deck: Path) -> DraftsLeft:
    try:
        if path.stat().st_size > _LIMIT:
            return DraftsLeft()
        states = json.loads(path.read_bytes())["states"]
        name = _digest(deck.read_bytes())
        state = next((s for s in states if s["sha256"] == name), states[0] if states else None)
        if state is None:
            return DraftsLeft()
        return DraftsLeft(len(state["questions"]), len(state["conflicts"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return DraftsLeft()


def _digest(data: bytes) -> str:
    """As the drafts' files are named, and the bytes they go with, without what writes them."""
    return hashlib.sha256(data).hexdigest()
