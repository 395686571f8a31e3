"""The deck as a value: its head, its sources, its questions, and the faults of its file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from quizapp.content.question import PartialDate, Question

VALIDATOR_VERSION = 2
"""Part of a cache's key: raised whenever the same file gives other faults or another deck."""

DECK_LIMIT = 32 * 1024 * 1024
"""Bytes; a larger file is not read. A deck of 10,000 questions has about 5.5 million."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from.

    Attributes:
        file: path of the text relative to the deck file, or "" where there is none.
        sha256: lower-case hex of that file's bytes, or "".
    """

    id: str
    title: str
    publisher: str = ""
    published: PartialDate | None = None
    url: str = ""
    file: str = ""
    sha256: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck file's content, format 1."""

    id: str
    title: str
    language: str = "en"
    description: str = ""
    authors: tuple[str, ...] = ()
    license: str = ""
    sources: tuple[Source, ...] = ()
    questions: tuple[Question, ...] = ()


class Severity(StrEnum):
    """An error keeps a question from being asked; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a deck file; `quizapp.words.faults` puts it into language.

    Attributes:
        code: which fault, a key of the wording table.
        line: from 1; 0 where the whole file is meant.
        facts: the values the wording names, all plain text.
        question: id of the question concerned, or "".
        column: of the key, in characters from 1; 0 where the whole file is meant.
    """

    code: str
    line: int
    facts: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR
    question: str = ""
    column: int = 0


@dataclass(frozen=True, slots=True)
class DeckRead:
    """What reading a file gave.

    Attributes:
        deck: what could be used; questions with errors are left out. None when the file as a
            whole cannot be read, then `faults` holds the one reason.
        faults: everything wrong with it, in order of line.
        files: the texts and images it stands on (absolute), existing or not: with the deck
            itself, they are what a cache must watch.
        texts: the text of each source by source id, as checked.
    """

    path: Path
    deck: Deck | None
    faults: tuple[Fault, ...]
    files: tuple[Path, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
