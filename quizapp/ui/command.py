"""What can be done, by name: commands that pages offer, and how typed words find them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

_START, _WITHIN, _SPREAD = 3, 2, 1
"""Worth of a typed word that begins a command's word, stands within one, or is spread in it."""
_SPREAD_LEAST = 2  # letters of a typed word that may be spread: one letter is everywhere


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done now.

    Attributes:
        name: in the program, as "editor.new-question"; the same name twice is one command, and
            the first that is offered is the one that counts.
        words: what it does, a verb first, in the current language.
        keys: that do the same, as they are told to people ("Ctrl+N"); "" for none.
        where: what it is done to, in a word or two ("This deck"); it stands beside the words
            and can be typed too.
        do: does it; what it returns is not looked at.
        also: other words by which somebody may look for it; they are not shown.
    """

    name: str
    words: str
    keys: str
    where: str
    do: Callable[[], object]
    also: str = ""


@runtime_checkable
class Commanding(Protocol):
    """A page that says what can be done on it."""

    def commands(self) -> Sequence[Command]:
        """What can be done on this page now, the likeliest first; nothing that would be idle."""
        ...


def offered(*groups: Iterable[Command]) -> tuple[Command, ...]:
    """All commands in the order of their groups, each name once."""
    found: dict[str, Command] = {}
    for group in groups:
        for command in group:
            found.setdefault(command.name, command)
    return tuple(found.values())


def matching(commands: Iterable[Command], typed: str) -> tuple[Command, ...]:
    """The commands that hold every typed word, best first.

    A word counts most where it begins a word of the command, less within one, and least where
    only its letters follow each other there ("nq" in "new question"). Case and accents make no
    difference. With nothing typed all of them stay as they are.
    """
    words = _folded(typed).split()
    ranked = [
        (-worth, place, command)
        for place, command in enumerate(commands)
        if (worth := _worth(command, words)) is not None
    ]
    ranked.sort(key=lambda one: one[:2])
    return tuple(command for _worth_less, _place, command in ranked)


def _worth(command: Command, typed: Sequence[str]) -> int | None:
    """How well a command fits the typed words; None where one of them is not in it."""
    named = _folded(command.words)
    beside = f"{_folded(command.where)} {_folded(command.keys)} {_folded(command.also)}"
    total = 0
    for word in typed:
        worth = 2 * _worth_in(named, word) or _worth_in(beside, word, spread=False)
        if not worth:
            return None
        total += worth
    return total


def _worth_in(text: str, word: str, *, spread: bool = True) -> int:
    if any(part.startswith(word) for part in text.split()):
        return _START
    if word in text:
        return _WITHIN
    if spread and len(word) >= _SPREAD_LEAST:
        rest = iter(text)
        if all(letter in rest for letter in word):
            return _SPREAD
    return 0


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()
