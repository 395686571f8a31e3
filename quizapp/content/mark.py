"""What a student answers and the mark it gets, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Chosen:
    """Options chosen, by index into the options shown; true-false: 0 is true, 1 is false."""

    indexes: frozenset[int]


@dataclass(frozen=True, slots=True)
class Typed:
    """Words typed; for a list one item a field, else exactly one."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arranged:
    """Order: indexes of the items shown, in the student's order.

    Match: for each left item, in the order shown, the index of the right item shown, or -1.
    """

    indexes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Recalled:
    """The student asks to see the answer and will judge."""


@dataclass(frozen=True, slots=True)
class DontKnow:
    """The student says that the answer is not known."""


Response: TypeAlias = Chosen | Typed | Arranged | Recalled | DontKnow


class Reason(StrEnum):
    """Why a mark is what it is; `quizapp.words.marks` puts it into language."""

    EXACT = "exact"
    SAME_BUT = "same-but"  # but for case, accents, punctuation, article, spacing
    ACCEPTED = "accepted"  # a spelling the deck lists
    ACCEPTED_BY_STUDENT = "accepted-by-student"  # a spelling the student added
    SLIP = "slip"  # one or more letters off
    WITHIN = "within"  # a number within tolerance
    SAME_VALUE = "same-value"  # a number or date in another writing
    PARTS = "parts"  # n of m: list, multi, order, match
    CHOSEN = "chosen"  # the right option
    RECALLED = "recalled"  # the student judges
    DONT_KNOW = "dont-know"
    WRONG = "wrong"
    WRONG_OPTION = "wrong-option"
    OTHER_ANSWER = "other-answer"  # it is another answer of the deck, or a wrong option
    DIGITS = "digits"  # letters are right, digits are not
    NEGATION = "negation"  # a "not" too much or too few
    NOT_A_NUMBER = "not-a-number"
    NOT_A_DATE = "not-a-date"
    TOO_COARSE = "too-coarse"  # a year where a day is asked
    TOO_FEW = "too-few"  # a list or multi with some right
    REPEATED = "repeated"  # an item of a list whose answer was given already
    OVERRULED = "overruled"  # the student turned the mark


class Change(StrEnum):
    """One step of a difference between what was typed and what is right."""

    SAME = "same"
    MISSING = "missing"  # in the right answer only
    EXTRA = "extra"  # typed only


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters of a difference, in reading order."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """The mark of one item of a list, option of a multi, item of an order, or pair of a match."""

    given: str
    right: bool
    answer: str = ""
    reason: Reason = Reason.EXACT


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark with its reason.

    Attributes:
        score: from 0 to 1, partial where parts are counted.
        against: the answer or accepted spelling that it was compared with.
        ignored: for SAME_BUT, what was overlooked: "case", "accents", "punctuation", "article",
            "spacing", in that order.
        slips: for SLIP, letters off.
        difference: for a wrong or slipped typed answer, letter by letter.
        parts: where parts are counted.
        missed: right answers that were not given, where parts are counted.
    """

    right: bool
    reason: Reason
    score: float
    against: str = ""
    ignored: tuple[str, ...] = ()
    slips: int = 0
    difference: tuple[Piece, ...] = ()
    parts: tuple[Part, ...] = ()
    missed: tuple[str, ...] = ()
