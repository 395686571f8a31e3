"""What the table of format 1 tells of a key: its name, what it holds, what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from quizapp.content.question import Kind


class Holds(Enum):
    """What a key holds, in words that a reference can use."""

    TEXT = "text"
    MARKDOWN = "text, with Markdown"
    TEXTS = "list of texts"
    SPELLINGS_OF = "list of pairs: a spelling, and the answer it stands for"
    PAIRS = "list of pairs of texts"
    GAPS = "text with gaps in double braces"
    FLAG = "true or false"
    NUMBER = "number, without quotes"
    COUNT = "whole number, without quotes"
    TOLERANCE = "number, or a share as text"
    DATE = "date: a year, a month or a day"
    DAY = "date: a whole day"
    KIND = "one of the kinds"
    FORMS = 'list of "choose", "type", "recall"'
    PRECISION = '"year", "month" or "day"'
    ID = "id: up to 64 of a-z, 0-9, hyphen, underscore and full stop"
    QUESTION_ID = "id: ten of a-z and 2-7"
    LANGUAGE = "language tag"
    ADDRESS = "web address"
    FILE = "path from the deck's folder, with / between folders"
    SHA256 = "64 digits of 0-9 and a-f"
    FORMAT = "the number 1"
    BLOCK = "block"
    BLOCKS = "blocks"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a table.

    Attributes:
        name: as it is written.
        holds: its type.
        meaning: what it is for, in one or two sentences.
        example: the line or lines as they stand in a file.
        required: a table without it is at fault.
        default: what holds where it is left out, in words; "" where that says itself.
        least: how many items a list must hold.
        distinct: no item may stand in the list twice.
    """

    name: str
    holds: Holds
    meaning: str
    example: str
    required: bool = False
    default: str = ""
    least: int = 0
    distinct: bool = False


@dataclass(frozen=True, slots=True)
class KindKeys:
    """What a kind of question has of its own.

    Attributes:
        kind: which.
        asked: how it is asked, in a sentence.
        keys: its own, in the order in which they are best written.
    """

    kind: Kind
    asked: str
    keys: tuple[Key, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of its own keys."""
        return names(self.keys)


def names(keys: tuple[Key, ...]) -> frozenset[str]:
    """The names of keys."""
    return frozenset(key.name for key in keys)


PATTERNS = {
    Holds.ID: r"[a-z0-9][a-z0-9._-]{0,63}",
    Holds.QUESTION_ID: r"[a-z2-7]{10}",
    Holds.LANGUAGE: r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*",
    Holds.SHA256: r"[0-9a-f]{64}",
}
"""What the whole of such a text must match, as a regular expression."""
