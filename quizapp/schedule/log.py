"""The rows of the learning history as values: everything that changes what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Protocol


class Rating(IntEnum):
    """How well a card was remembered, as FSRS counts."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Action(StrEnum):
    """What a row does."""

    ANSWER = "answer"
    UNDO = "undo"  # voids the row named in `voids`
    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    BURY = "bury"  # out of the queue until the next study day
    FLAG = "flag"  # `text` says what is wrong
    UNFLAG = "unflag"
    START_OVER = "start-over"  # the card is new again
    ACCEPT = "accept"  # `text` is a spelling right for this student from now on
    BEGIN = "begin"  # the deck is in the plan
    SET_ASIDE = "set-aside"  # the deck is out of the plan
    PARAMETERS = "parameters"  # `text` is JSON: {"set": name, "w": [21 numbers]}
    RETENTION = "retention"  # `number` is the desired retention
    FORM = "form"  # `text` is a form fixed for the deck, or ""
    SEEN_CHANGE = "seen-change"  # the student was told that the answer changed


STEPS = frozenset(
    {
        Action.ANSWER,
        Action.SUSPEND,
        Action.BURY,
        Action.FLAG,
        Action.UNFLAG,
        Action.START_OVER,
        Action.ACCEPT,
    }
)
"""Steps of a sitting on a card, which undo takes back; others go back where they are made."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, as one device saw it.

    Attributes:
        utc_ms: raw clock, milliseconds since 1970, UTC.
        offset_min: local time minus UTC, minutes.
        day: study day, a proleptic ordinal of the local date with its cut-off at 04:00.
    """

    utc_ms: int
    offset_min: int
    day: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer's row keeps besides when and where.

    Attributes:
        content_hash: of the question as it was asked.
        form: how it was asked.
        shown: options or items as shown, in order.
        given: what was answered, as text items.
        reason: reason code of the mark.
        right: the final mark, overruling included.
        score: 0 to 1.
        choices: k, among how many equally likely answers a guess picks; 0 where it can't.
        seconds: from question shown to answered.
        proposed: the rating that the mark proposed.
        rating: the rating that counts.
        step: index of the learning step the card stood at before; -1 when it was in review or new.
        predicted: recall predicted at that moment, 0 to 1; None for a new card.
        parameter_set: name of the parameters in force.
        marking_version: of the marking rules.
        mapping_version: of the mapping from mark to rating and of softening.
        due_day: study day chosen for the next review.
        due_ms: UTC milliseconds when a learning step is over; 0 when due by day.
        next_step: the learning step the card stands at afterwards; -1 for review.
    """

    content_hash: str
    form: str
    shown: tuple[str, ...]
    given: tuple[str, ...]
    reason: str
    right: bool
    score: float
    overruled: bool
    hinted: bool
    guessed: bool
    choices: int
    seconds: float
    proposed: Rating
    rating: Rating
    step: int
    predicted: float | None
    parameter_set: str
    marking_version: int
    mapping_version: int
    due_day: int
    due_ms: int
    next_step: int


@dataclass(frozen=True, slots=True)
class Row:
    """One appended row.

    Attributes:
        id: UUIDv7, text.
        device: which machine wrote it.
        sequence: counts up by one a row on that device.
        t: ordered time, the largest `utc_ms` that device had seen so far.
        card: card key, or "" where none is concerned.
        deck: deck id, or "".
        question: question id, or "".
        voids: id of the row an UNDO takes back, or "".
    """

    id: str
    device: str
    sequence: int
    t: int
    moment: Moment
    action: Action
    card: str = ""
    deck: str = ""
    question: str = ""
    voids: str = ""
    text: str = ""
    number: float = 0.0
    answer: Answer | None = None

    @property
    def order(self) -> tuple[int, str, int]:
        """Where the row stands in the history: (t, device, sequence)."""
        return (self.t, self.device, self.sequence)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a caller wants appended; the store adds id, device, sequence and ordered time."""

    action: Action
    moment: Moment
    card: str = ""
    deck: str = ""
    question: str = ""
    text: str = ""
    number: float = 0.0
    answer: Answer | None = None


class Clock(Protocol):
    """The time, handed in."""

    def utc_ms(self) -> int:
        """Milliseconds since 1970, UTC, as the machine's clock has it."""
        ...

    def offset_min(self, utc_ms: int) -> int:
        """Local time minus UTC at that instant, in minutes."""
        ...

    def running_s(self) -> float:
        """Seconds of a clock that never runs back, for measuring how long something took."""
        ...
