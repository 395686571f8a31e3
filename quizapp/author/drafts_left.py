"""How many drafts the editor keeps of a deck, for whoever reads the deck and not its drafts."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_LIMIT = 64 * 1024 * 1024


def drafts_left(folder: Path, deck: Path) -> int:
    """How many questions of a deck are drafts: not, or not as they stand there, in its file.

    Nothing is written or put aside; what cannot be read holds none.

    Args:
        folder: in which drafts of decks are kept.
        deck: the deck's file, by any path.
    """
    return max((_in(path, deck) for path in _files(folder, deck)), default=0)


def _files(folder: Path, deck: Path) -> Iterator[Path]:
    """The files that may hold them: their names end in a mark of the deck's path."""
    for known in dict.fromkeys((str(deck.absolute()), os.path.realpath(deck))):
        mark = _digest(known.encode("utf-8", "surrogateescape"))[:8]
        with suppress(OSError):
            yield from sorted(folder.glob(f"*-{mark}.json"))


def _in(path: Path, deck: Path) -> int:
    try:
        if path.stat().st_size > _LIMIT:
            return 0
        states = json.loads(path.read_bytes())["states"]
        name = _digest(deck.read_bytes())
        state = next((s for s in states if s["sha256"] == name), states[0] if states else None)
        return len(state["questions"]) if state is not None else 0
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return 0


def _digest(data: bytes) -> str:
    """As the drafts' files are named, and the bytes they go with, without what writes them."""
    return hashlib.sha256(data).hexdigest()
