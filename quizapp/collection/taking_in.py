"""A deck copied into the user's own folder, with the texts and images it stands on."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from quizapp.collection.deck_folders import ENDING
from quizapp.content.deck import DeckRead, Fault
from quizapp.content.deck_file import read

_BESIDE = ".quizapp-taking-in"
_ENDINGS = re.compile(r"\.(?:toml|txt|text|md|bak)$", re.IGNORECASE)
_LONGEST = 200
"""Bytes of a name, of which most file systems take 255, with room for an ending and a number."""


class DeckTaken(Exception):  # noqa: N818 - a deck that is there already is no error of ours
    """The user has a deck with that id already.

    Attributes:
        deck: the id.
        path: of the deck that she has.
        file: of the deck that was to be taken in.
    """

    def __init__(self, deck: str, path: Path, file: Path) -> None:
        super().__init__(deck, str(path), str(file))
        self.deck = deck
        self.path = path
        self.file = file


class NotADeck(Exception):  # noqa: N818 - what somebody drops on the window is no error of ours
    """The file cannot be read as a deck.

    Attributes:
        path: of the file.
        fault: says why.
    """

    def __init__(self, path: Path, fault: Fault) -> None:
        super().__init__(str(path), fault.code)
        self.path = path
        self.fault = fault


def copy_deck(path: Path, into: Path, text_root: Path | None, taken: Mapping[str, Path]) -> Path:
    """Copy a deck with its files; it appears whole or not at all, and nothing is overwritten.

    A deck that stands alone becomes one file, one with texts or images a folder. What lay outside
    its folder is put beside it, and the deck's copy says so.

    Args:
        path: the deck.
        into: the user's own folder, made when it is not there.
        text_root: a second folder in which its texts may lie.
        taken: the user's decks by id.

    Returns:
        Where the copy is.

    Raises:
        DeckTaken: its id is taken.
        NotADeck: it cannot be read as one.
        OSError: it cannot be copied; nothing of it is left behind.
    """
    path = path.absolute()
    result = read(path, text_root=text_root)
    if result.deck is None:
        raise NotADeck(path, result.faults[0])
    if result.deck.id in taken:
        raise DeckTaken(result.deck.id, taken[result.deck.id], path)
    into.mkdir(parents=True, exist_ok=True)
    beside = into / f"{_BESIDE}-{os.getpid()}"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    try:
        deck = _fill(beside, path, result, text_root)
        if result.files:
            folder = _free(into / deck.stem)
            beside.rename(folder)
            return folder / deck.name
        target = _free(into / deck.name)
        deck.rename(target)
        return target
    finally:
        with suppress(OSError):
            shutil.rmtree(beside)


def _fill(beside: Path, path: Path, result: DeckRead, text_root: Path | None) -> Path:
    """Copy all into a folder; where the deck itself is."""
    text = path.read_bytes().decode()
    for file in result.files:
        if not file.is_file():
            continue  # a fault of the deck already; its copy has the same
        if file.is_relative_to(path.parent):
            target = beside / file.relative_to(path.parent)
        else:
            target = _free(beside / file.name)
            text = _renamed(text, path.parent, file, target.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        _sync(target)
    copy = _free(beside / clean_name(path.name))
    copy.write_bytes(text.encode())
    _sync(copy)
    if text_root is not None:
        again = read(copy)
        before, now = result.deck, again.deck
        if before is None or now is None or now.questions != before.questions:
            raise NotADeck(path, Fault("copy-differs", 0))
    return copy


def clean_name(name: str) -> str:
    """A name under which a deck is found: text, with no dot before it and one ".toml" behind."""
    stem = "".join(c if c.isprintable() else " " for c in name).strip(" .")
    while (shorter := _ENDINGS.sub("", stem).strip(" .")) != stem:
        stem = shorter
    stem = stem.encode()[:_LONGEST].decode(errors="ignore")
    return (stem or "deck") + ENDING


def _renamed(text: str, folder: Path, file: Path, name: str) -> str:
    """The deck's text with its way to one file replaced, wherever `file` names it."""

    def replaced(found: re.Match[str]) -> str:
        raw = found[2]
        written = json.loads(raw) if raw[0] == '"' else raw[1:-1]
        same = os.path.normpath(folder / written) == os.path.normpath(file)
        return f'{found[1]}"{name}"' if same else found[0]

    return re.sub(r"""(?m)^([ \t]*file[ \t]*=[ \t]*)("[^"\\\n]*"|'[^'\n]*')""", replaced, text)


def _free(path: Path) -> Path:
    found, number = path, 1
    while found.exists() or found.is_symlink():
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
