"""How a deck of one's own stands: how much the checks hold against it, which facts are old."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the checks are heavy to import, and whoever shows a count does without them
    from quizapp.check.facts_to_check import FactToCheck


@dataclass(frozen=True, slots=True)
class OldFact:
    """A question whose fact wants checking, as a list shows it.

    Attributes:
        deck: id of its deck.
        deck_title: its title.
        path: the deck's file.
        prompt, answer: in words.
        fact: since when, and why.
    """

    deck: str
    deck_title: str
    path: Path
    prompt: str
    answer: str
    fact: FactToCheck


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one deck.

    Attributes:
        errors, warnings: how many findings.
        old: facts to check, the longest due first.
        drafts: questions that are unfinished in the editor, as `DraftsLeft` counts them.
        conflicts: what was changed here and outside, until the author chooses.
    """

    errors: int = 0
    warnings: int = 0
    old: tuple[OldFact, ...] = ()
    drafts: int = 0
    conflicts: int = 0
