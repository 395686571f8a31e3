"""Whole decks copied with their texts and pictures, and put aside."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from quizapp.author.carrying import Carrier
from quizapp.author.desk_heads import free_name
from quizapp.author.desk_home import head_of
from quizapp.author.desk_state import Part, State, free, laid_out
from quizapp.content.deck import Deck
from quizapp.content.deck_editing import change_head, change_source, set_key
from quizapp.content.deck_file import DeckUnreadableError, read_as, text_of
from quizapp.content.whole_write import write_whole

_MARK = "\ufeff"


def place_of_copy(deck_id: str, folder: Path) -> Path:
    """Where a deck of this id lies in a folder, or would: its file's name may be taken."""
    to, taken = folder / f"{deck_id}.toml", 1
    while to.exists():
        with suppress(DeckUnreadableError):
            if _read(to, None)[1].id == deck_id:
                return to
        taken += 1
        to = folder / f"{deck_id}-{taken}.toml"
    return to


def carried(path: Path, deck: Deck, to: Path, text: str, text_root: Path | None) -> str:
    """A deck's text as it stands in a copy of it; the files that it names are copied.

    Args:
        path: the deck's file.
        deck: its own fields and its sources.
        to: the file of the copy, under the same id.
        text: of the deck, as it is to stand in the copy.
        text_root: a second folder in which its texts may lie.

    Raises:
        OSError: a file could not be copied.
    """
    state = laid_out(text, lambda: "")
    _bring(state, deck, path, to, deck, text_root)
    return "".join(_texts(state))


def duplicate(
    path: Path,
    to: Path,
    called: tuple[str, str],
    text_root: Path | None,
    new_id: Callable[[], str],
) -> None:
    """Copy a deck as another one; comments stay, every question gets a new id.

    Args:
        path: its file.
        to: the file of the other.
        called: the id and the title of the other.
        text_root: a second folder in which its texts may lie.
        new_id: makes ten of a-z2-7.

    Raises:
        DeckUnreadableError: it is no deck as a whole.
        OSError: it cannot be written.
    """
    text, deck = _read(path, text_root)
    taken: set[str] = set()

    def next_id() -> str:
        name = free(new_id, taken)
        taken.add(name)
        return name

    state = laid_out(text, next_id)
    other = replace(deck, id=called[0], title=called[1], sources=(), questions=())
    token = head_of(state)
    if token is not None:
        part = state.part(token)
        state.things[token] = Part(part.kind, change_head(part.text, other, deck))
    _bring(state, deck, path, to, other, text_root)
    for key in state.question_keys():
        base = state.entry(key).base
        if base is None:
            continue
        base.given = next_id()
        if "id" in base.table:
            base.text = set_key(base.text, 0, ("id",), base.given)
        else:
            base.settle()
    _write(to, "".join(_texts(state)))


def _texts(state: State) -> Iterator[str]:
    for token in state.order:
        thing = state.things[token]
        if isinstance(thing, Part):
            yield thing.text
        elif thing.base is not None:
            yield thing.base.text


def _bring(
    state: State, deck: Deck, path: Path, to: Path, other: Deck, text_root: Path | None
) -> None:
    """Copy the files that a deck names, and name them as they lie now."""
    carrier = Carrier(deck, path.parent, replace(other, sources=()), to, text_root)
    for source in deck.sources:
        for _token, part in state.parts():
            if part.kind == "source" and source.file and _id_of(part) == source.id:
                file = carrier.file(source.file, source.id)
                part.text = change_source(part.text, 0, replace(source, file=file), source)
    for key in state.question_keys():
        base = state.entry(key).base
        image = base.table.get("image") if base is not None else None
        if base is not None and isinstance(image, str) and image:
            base.text = set_key(base.text, 0, ("image",), carrier.file(image))


def _id_of(part: Part) -> str:
    blocks = tomllib.loads(part.text).get("source", [])
    return str(blocks[0].get("id", "")) if blocks else ""


def _read(path: Path, text_root: Path | None) -> tuple[str, Deck]:
    text = text_of(path).removeprefix(_MARK)
    read = read_as(path, text, text_root=text_root)
    if read.deck is None:
        raise DeckUnreadableError(read.faults[0])
    return text, read.deck


def _write(to: Path, text: str) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    write_whole(to, text.encode())


def put_aside(path: Path, removed: Path) -> Path:
    """Move a deck, with the folder of its texts, into a folder of its own; where it lies now.

    Raises:
        OSError: it could not be moved; it lies where it was.
    """
    removed.mkdir(parents=True, exist_ok=True)
    taken = {each.name for each in removed.iterdir()}
    folder = removed / free_name(path.stem, taken)
    folder.mkdir()
    beside = _folder_of(path)
    try:
        if beside is not None:
            shutil.copytree(beside, folder / beside.name)
        shutil.move(path, folder / path.name)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    if beside is not None and not _is_used(beside, path):
        shutil.rmtree(beside, ignore_errors=True)
    return folder / path.name


def _folder_of(path: Path) -> Path | None:
    """The folder with a deck's texts and pictures, named by its id."""
    try:
        deck_id = _read(path, None)[1].id
    except DeckUnreadableError:
        deck_id = path.stem
    folder = path.parent / deck_id
    return folder if folder.is_dir() and not folder.is_symlink() else None


def _is_used(folder: Path, but: Path) -> bool:
    """Whether another deck names a file in a folder."""
    for other in but.parent.glob("*.toml"):
        if other == but:
            continue
        try:
            if f'"{folder.name}/' in text_of(other):
                return True
        except DeckUnreadableError:
            return True
    return any(folder.rglob("*.toml"))
