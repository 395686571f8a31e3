"""Which of several files with one deck id is used: the user's own before a bundled one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A deck file that can be read."""

    path: str
    deck: str
    bundled: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What becomes of a file.

    Attributes:
        used: its questions are asked.
        rival: path of the user's other file with the same id between which she has not chosen,
            or of the one she chose instead, or "".
    """

    used: bool
    rival: str = ""


def standings(files: Sequence[Candidate], chosen: Mapping[str, str]) -> dict[str, Standing]:
    """What becomes of each file, by path.

    Args:
        files: in order; until she chooses, the first of the user's own is used.
        chosen: paths that the user chose, by deck id.
    """
    by_deck: dict[str, list[Candidate]] = {}
    for file in files:
        by_deck.setdefault(file.deck, []).append(file)
    found: dict[str, Standing] = {}
    for deck, group in by_deck.items():
        own = [file for file in group if not file.bundled] or group[:1]
        choice = next((file for file in own if file.path == chosen.get(deck)), None)
        used = choice or own[0]
        for file in group:
            rival = ""
            if len(own) > 1 and file in own:
                if file is not used:
                    rival = used.path
                elif choice is None:
                    rival = own[1].path
            found[file.path] = Standing(file is used, rival)
    return found
