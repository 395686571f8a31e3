"""A question that a program proposes: the question, where it rests, and what the gates say."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from quizapp.content.content_hash import content_hash
from quizapp.content.question import Question
from quizapp.generate.article import Span

SOURCE = "article"
"""The id of the source in the evidence of a candidate, until a deck gives it another."""


class FactKind(StrEnum):
    """What a question asks about."""

    OFFICE = "office"
    ACTION = "action"
    TIME = "time"
    COUNT = "count"
    SHARE = "share"
    PLACE = "place"
    MEMBERS = "members"
    SPEECH = "speech"
    VIEW = "view"
    PART = "part"
    CAUSE = "cause"
    PURPOSE = "purpose"
    APPOSITION = "apposition"
    CHOSEN = "chosen"
    """Words that the author selected."""


class Origin(StrEnum):
    """Where a distractor comes from."""

    ARTICLE = "article"
    TABLE = "table"
    NEAR = "near"
    """A number or date near the right one."""
    AUTHOR = "author"


class Light(StrEnum):
    """Green passes every gate, amber fails a soft one, red a hard one."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Field(StrEnum):
    """The part of a question that a finding is about."""

    PROMPT = "prompt"
    ANSWER = "answer"
    WRONG = "wrong"
    AS_OF = "as_of"
    ATTRIBUTION = "attribution"
    EVIDENCE = "evidence"


Facts = tuple[tuple[str, str], ...]
"""The values that a wording names, all plain text."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A change that answers a finding.

    Attributes:
        code: which mend, a key of the wording table.
        facts: the values its wording names.
        question: the question as it would be.
    """

    code: str
    facts: Facts
    question: Question


@dataclass(frozen=True, slots=True)
class Finding:
    """What a gate holds against a question.

    Attributes:
        gate: the gate's name, "verbatim"; its table gives number and severity.
        code: why, a key of the wording table.
        hard: a hard gate makes the light red, a soft one amber.
        field: the part of the question it is about.
        facts: the values its wording names.
        mends: changes in one step, the best first.
    """

    gate: str
    code: str
    hard: bool
    field: Field
    facts: Facts = ()
    mends: tuple[Mend, ...] = ()


def light_of(findings: tuple[Finding, ...]) -> Light:
    """The light that findings give together."""
    if any(finding.hard for finding in findings):
        return Light.RED
    return Light.AMBER if findings else Light.GREEN


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed question.

    Attributes:
        question: with its id, and with evidence whose source is `SOURCE`.
        span: where the evidence's quote stands in the article's text.
        fact: the kind of fact it asks about.
        origins: where each of its wrong options comes from, in their order.
        spare: further distractors, the best first, with their origins.
        findings: what the gates hold against it.
        score: how much it is worth asking; larger is better.
    """

    question: Question
    span: Span
    fact: FactKind
    origins: tuple[Origin, ...] = ()
    spare: tuple[tuple[str, Origin], ...] = ()
    findings: tuple[Finding, ...] = ()
    score: float = 0.0

    @property
    def light(self) -> Light:
        """What the findings come to."""
        return light_of(self.findings)


def stable_id(question: Question) -> str:
    """An id that the same question on the same quote always gets: ten of a-z2-7."""
    quote = question.evidence.quote if question.evidence else ""
    text = f"{content_hash(question)}\n{quote}"
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    alphabet = "abcdefghijklmnopqrstuvwxyz234567"
    return "".join(alphabet[byte & 31] for byte in digest[:10])
