"""A card's state: all that is remembered of it, folded from its rows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardState:
    """What the log's rows of one card amount to.

    A card without rows is the default: new.

    Attributes:
        stability: days until recall falls to 0.9; 0 for a new card.
        difficulty: 1 to 10; 0 for a new card.
        last_day: study day of the last answer; 0 for none.
        last_ms: ordered time of the last answer.
        due_day: study day chosen by the last answer; 0 for a new card.
        due_ms: when its learning step is over; 0 when it is due by day.
        step: index of the learning step it stands at; -1 for new or in review.
        reviews: answers counted, voided ones not.
        lapses: Again on a card in review.
        right_run: times running it was right, a lapse sets it to 0; forms rest on it.
        suspended: taken out by the student, or as a leech.
        leech: set aside after too many lapses.
        buried_day: study day on which it is left out; 0 for none.
        flag: what the student says is wrong; None when not flagged.
        content_hash: of the question when last answered; "" for none.
        seen_hash: the content hash the student was last told of, "" for none.
    """

    key: str
    stability: float = 0.0
    difficulty: float = 0.0
    last_day: int = 0
    last_ms: int = 0
    due_day: int = 0
    due_ms: int = 0
    step: int = -1
    reviews: int = 0
    lapses: int = 0
    right_run: int = 0
    suspended: bool = False
    leech: bool = False
    buried_day: int = 0
    flag: str | None = None
    content_hash: str = ""
    seen_hash: str = ""

    @property
    def is_new(self) -> bool:
        """Never answered, or started over."""
        return self.reviews == 0
