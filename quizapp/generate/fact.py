"""A fact that an article states, with the stems that ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from quizapp.content.question import PartialDate, Precision
from quizapp.generate.candidate import FactKind
from quizapp.generate.entity import EntityKind


@dataclass(frozen=True, slots=True)
class Count:
    """A number as an article gives it.

    Attributes:
        value: the whole value: 1.8 million is 1800000.
        words: as written, hedge and magnitude too: "some 50,000".
        hedge: "some", "more than", or "".
        unit: "%", "$", "km", or "".
    """

    value: Decimal
    words: str
    hedge: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that an article states.

    Attributes:
        kind: what sort of fact.
        sentence: index of the sentence that states it.
        stems: questions that ask for it, the best first; more than one ask the same thing.
        answers: the answer, or the members of a list.
        type: what sort of thing the answer is, for distractors; OTHER for plain words.
        accept: also right when typed.
        count: of a number.
        day: of a date.
        precision: to which that date is asked.
        statement: the fact as a statement in which the first answer stands once, or "".
        speaker: whose claim or words it is, or "".
        ages: it goes out of date.
        pairs: of a match.
        predicate: what is said, in a word or two: facts that share it say the same thing.
        weight: how good such questions are, from 0 to 1.
    """

    kind: FactKind
    sentence: int
    stems: tuple[str, ...]
    answers: tuple[str, ...]
    type: EntityKind = EntityKind.OTHER
    accept: tuple[str, ...] = ()
    count: Count | None = None
    day: PartialDate | None = None
    precision: Precision = Precision.YEAR
    statement: str = ""
    speaker: str = ""
    ages: bool = False
    pairs: tuple[tuple[str, str], ...] = ()
    predicate: str = ""
    weight: float = 0.5
