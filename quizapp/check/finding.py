"""A finding: what is held against a deck, where it stands, and the change that would mend it."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.check.code import Code, code_of
from quizapp.content.deck import Severity
from quizapp.content.deck_text import Value
from quizapp.content.toml_text import KeyPath

Facts = tuple[tuple[str, str], ...]
"""The values that a wording names, all plain text."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A change that mends a finding and cannot harm; `quizapp check --fix` makes it.

    Attributes:
        code: which change, a key of the wording table.
        facts: the values its wording names.
        changes: keys of the block that the finding stands in, by their path below it, with what
            they shall hold; None takes a key out. Empty where `--fix` knows the change by its
            code alone: an id, a gap's label, the format.
    """

    code: str
    facts: Facts = ()
    changes: tuple[tuple[KeyPath, Value | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What is held against a deck.

    Attributes:
        code: which of the codes.
        reason: which wording, a key of the table of `quizapp.words.checking`.
        line: from 1; 0 where the whole file is meant, or a question that stands in no file.
        column: in characters, from 1; 0 as for the line.
        key: the field concerned: "answer", "wrong", "evidence.quote", "image_alt"; of a source
            "source.file", of the deck "deck.title"; "" where a whole block or file is meant.
        question: the id of the question concerned, the later of two; None where it has none or
            no question is concerned.
        facts: the values the wording names.
        severity: an error keeps a question from being asked, or makes it wrong.
        mend: a change that is safe, or None.
    """

    code: Code
    reason: str
    line: int = 0
    column: int = 0
    key: str = ""
    question: str | None = None
    facts: Facts = ()
    severity: Severity = Severity.WARNING
    mend: Mend | None = None


def held(
    number: str, reason: str, key: str, *, mend: Mend | None = None, **facts: object
) -> Finding:
    """A finding that has no place yet, of the code with this number, at its usual severity.

    Raises:
        KeyError: there is no such code.
    """
    code = code_of(number)
    told = tuple((name, str(fact)) for name, fact in facts.items())
    return Finding(code, reason, key=key, facts=told, severity=code.severity, mend=mend)
