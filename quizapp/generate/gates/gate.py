"""A gate as a value: its number, its name, its severity and the function that judges."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quizapp.content.question import Question
from quizapp.generate.candidate import Finding
from quizapp.generate.gates.company import Company
from quizapp.generate.ground import Ground

Test = Callable[[Question, Ground, Company], Iterable[Finding]]
"""What a gate holds against a question, whose source is the ground; nothing if it passes."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One of the checks a question goes through.

    Attributes:
        number: "G3", by which papers and talk name it.
        name: "self-contained", by which findings and `generate --json` name it.
        hard: whether failing it makes a question red; else amber.
        test: the function that judges; pure.
        english: whether it reads English, and says nothing useful of another language.
    """

    number: str
    name: str
    hard: bool
    test: Test
    english: bool = True
