"""A clause as a value: its subject, its verb, and the places where it can end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quizapp.generate.language.phrases import (
    VerbGroup,
)


class Role(StrEnum):
    """What a clause is in its sentence."""

    MAIN = "main"
    THAT = "that"
    """What somebody says, thinks or finds."""
    RELATIVE = "relative"
    UNDER = "under"
    """Behind "because", "when", "although"."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase with what hangs on it: "the president of the small republic".

    Attributes:
        first: index of its first token.
        end: index after its last.
        head: index of its noun.
    """

    first: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence, by indices of its tokens.

    Attributes:
        subject: None where it is left out or not found.
        object: the noun phrase right behind the verb, or None.
        end: index after the last word that belongs to it.
        cuts: indices, rising, where the predicate may end before that; `end` is the last.
        under: the word that opens it: "because", "that", "who", or "".
        opened: index where it begins, its opening word and fronted phrases included.
        shared: the subject stands before an earlier verb: "signed and left".
    """

    subject: Chunk | None
    verb: VerbGroup
    object: Chunk | None
    end: int
    cuts: tuple[int, ...]
    role: Role
    under: str
    opened: int
    shared: bool = False
