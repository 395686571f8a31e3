"""Decks of which the editor keeps all words while their file is gone, or holds nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from quizapp.author.desk_heads import free_name
from quizapp.author.told import KeptDeck
from quizapp.content.deck_file import read_as
from quizapp.content.named_files import holds_anything
from quizapp.content.whole_write import write_whole

_LIMIT = 64 * 1024 * 1024
_NONE: Mapping[str, Path] = MappingProxyType({})


def kept_decks(folder: Path, own: Mapping[str, Path] = _NONE) -> tuple[KeptDeck, ...]:
    """The decks that drafts keep while their files are gone; what cannot be read is left out.

    Nothing is written or put aside.

    Args:
        folder: in which drafts of decks are kept.
        own: files of the user's own decks by id; one that was moved takes its drafts along when
            it is opened.
    """
    found = (_kept(path, own) for path in sorted(folder.glob("*.json")))
    return tuple(kept for kept in found if kept is not None)


def write_anew(kept: KeptDeck, decks: Path) -> Path:
    """Write a kept deck where its file was; its drafts go with it when it is opened.

    Args:
        kept: the deck.
        decks: the folder for it where its own is gone, or holds another deck by now.

    Returns:
        Where it lies now.

    Raises:
        OSError: it cannot be written; the draft is as it was.
    """
    to = kept.path
    if not to.parent.is_dir() or holds_anything(to):
        decks.mkdir(parents=True, exist_ok=True)
        to = decks / f"{free_name(kept.path.stem, _stems(decks))}{kept.path.suffix}"
    write_whole(to, _bytes(kept))
    return to


def put_kept_aside(kept: KeptDeck, removed: Path) -> Path:
    """Put a kept deck and its draft among the decks that were deleted; where it lies now.

    Raises:
        OSError: it could not be moved; the draft lies where it was.
    """
    removed.mkdir(parents=True, exist_ok=True)
    folder = removed / free_name(kept.path.stem, {each.name for each in removed.iterdir()})
    folder.mkdir()
    to = folder / kept.path.name
    write_whole(to, _bytes(kept))
    kept.draft.replace(folder / kept.draft.name)
    return to


def _kept(path: Path, own: Mapping[str, Path]) -> KeptDeck | None:
    try:
        if path.stat().st_size > _LIMIT:
            return None
        found = json.loads(path.read_bytes())
        deck = Path(found["path"])
        # of two states the later one counts: where it holds nothing, the deck was written, and
        # deleted since
        text = _mine(found["states"][-1])
    except (OSError, ValueError, KeyError, IndexError, TypeError, RecursionError):
        return None
    if not text or holds_anything(deck):
        return None
    read = read_as(deck, text).deck
    moved = own.get(read.id) if read is not None else None
    if moved is not None and moved != deck and holds_anything(moved):
        return None
    title = read.title if read is not None else ""
    return KeptDeck(path, deck, title or deck.stem, len(read.questions) if read else 0, text)


def _mine(state: Mapping[str, object]) -> str:
    mine = state["mine"]
    return mine if isinstance(mine, str) and mine.strip() else ""


def _stems(folder: Path) -> set[str]:
    return {each.stem for each in folder.iterdir()}


def _bytes(kept: KeptDeck) -> bytes:
    return kept.text.encode("utf-8", "surrogatepass")
