"""What a desk shows: questions with their state, tints of sentences, counts; and its keeper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from quizapp.content.question import Question
from quizapp.generate.article import Article
from quizapp.generate.candidate import Candidate, Finding, Light
from quizapp.generate.draft_steps import Log, State


class SentenceState(StrEnum):
    """What a sentence of the article has given so far."""

    NOTHING = "nothing"
    ASKED = "asked"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Item:
    """A question on the desk.

    Attributes:
        id: its id, which stays whatever is edited.
        candidate: as edited last, with what the gates hold against it now.
        reason: why it was refused, or "".
        edited: the author changed its words.
        own: the author asked it by selecting words.
        saved_in: id of the user's deck where it stands already, or "".
    """

    id: str
    candidate: Candidate
    state: State
    reason: str = ""
    edited: bool = False
    own: bool = False
    saved_in: str = ""

    @property
    def question(self) -> Question:
        """The question as it is now."""
        return self.candidate.question

    @property
    def light(self) -> Light:
        """What the findings come to."""
        return self.candidate.light

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the gates hold against it."""
        return self.candidate.findings


@dataclass(frozen=True, slots=True)
class Counts:
    """How many questions are in which state; red ones count as open only when shown or asked."""

    open: int
    kept: int
    refused: int


class Keeper(Protocol):
    """Where a desk's log is kept."""

    @property
    def aside(self) -> Path | None:
        """Where what was kept before lies when it could not be read whole, or None."""
        ...

    def keep(self, article: Article, log: Log, counts: Counts, decks: Mapping[str, int]) -> Log:
        """Write the log; what another writer added meanwhile comes back with it.

        Args:
            article: as it was opened, before any detail was told.
            log: every step the desk knows of.
            counts: for lists of drafts.
            decks: for them too: how many kept questions stand in which of the user's decks.

        Raises:
            DraftNotWrittenError: it was not written.
        """
        ...
