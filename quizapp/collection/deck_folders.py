"""Where deck files are looked for, and which are found there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ENDING = ".toml"
"""Of a deck's file, in small letters or large."""
DEPTH = 3
"""How many levels of folders are looked through: a deck's folder, a subject's, a school's."""


@dataclass(frozen=True, slots=True)
class DeckFolder:
    """A folder with decks.

    Attributes:
        own: the user's own; every TOML file in it is meant to be a deck.
        bundled: comes with the program and is read-only.
        text_root: a second folder in which texts of sources may lie.
    """

    path: Path
    own: bool = False
    bundled: bool = False
    text_root: Path | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a deck, in the folder that it was found through."""

    path: Path
    folder: DeckFolder


def find(folders: Sequence[DeckFolder]) -> list[Found]:
    """Every `*.toml` and `*.TOML` of the folders, in their order and by path, each once.

    Folders and broken links with such a name are among them, since who put them there will look
    for them. Names that begin with a dot are passed over, and a folder that is not there is empty.
    """
    found: dict[str, Found] = {}
    for folder in folders:
        for path in sorted(_below(folder.path, DEPTH, set())):
            found.setdefault(os.path.realpath(path), Found(path, folder))
    return list(found.values())


def added(name: str) -> DeckFolder:
    """A folder that the user added, as the settings name it; it need not be there.

    "~" is the user's home; where it names nobody, the folder is one that is not there.
    """
    try:
        return DeckFolder(Path(name).expanduser())
    except RuntimeError:
        return DeckFolder(Path(name))


def folders_in(folders: Sequence[DeckFolder]) -> list[Path]:
    """The folders and all that lie in them, as deep as decks are looked for."""
    return [path for folder in folders for path in _folders(folder.path, DEPTH, set())]


def _folders(folder: Path, depth: int, seen: set[str]) -> Iterator[Path]:
    if not os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        return
    real = os.path.realpath(folder)
    if real in seen:
        return
    seen.add(real)
    yield folder
    if depth > 1:
        for entry in _entries(folder):
            if _is_folder(entry) and not _is_deck_name(entry.name):
                yield from _folders(Path(entry.path), depth - 1, seen)


def _below(folder: Path, depth: int, seen: set[str]) -> Iterator[Path]:
    for each in _folders(folder, depth, seen):
        for entry in _entries(each):
            if _is_deck_name(entry.name):
                yield Path(entry.path)


def _is_deck_name(name: str) -> bool:
    return name.lower().endswith(ENDING)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:  # a folder that cannot be read has no decks for us
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a loop of links
        return False
