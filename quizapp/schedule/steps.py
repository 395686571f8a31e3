"""Learning steps: minutes until a new or forgotten card is asked again."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.schedule.log import Rating

LEARNING_MINUTES = (1, 10)
RELEARNING_STEP = 1  # a lapse goes to the ten minutes: it was known once
IN_REVIEW = -1


@dataclass(frozen=True, slots=True)
class Step:
    """Where an answer leaves a card.

    Attributes:
        index: of the learning step it stands at next; -1 when it goes by days.
        minutes: until it is asked again; 0 when it goes by days.
    """

    index: int
    minutes: int


BY_DAYS = Step(IN_REVIEW, 0)


def after(index: int, rating: Rating, *, new: bool, lapsed: bool) -> Step:
    """The step after an answer.

    A new card stands before the first step. Again goes to the first step (after a lapse to the
    ten minutes), Hard repeats the step, Good goes on to the next one and past the last by days,
    Easy goes by days at once. Repeating the first step takes half-way to the second, so that
    Hard waits longer than Again. A card in review is relearned after Again, else stays by days.

    Args:
        index: the step the card stands at; -1 for new or in review.
        rating: the rating that counts.
        new: it was never answered.
        lapsed: it was in review before, so that the steps are for relearning.
    """
    first = RELEARNING_STEP if lapsed else 0
    if index == IN_REVIEW:
        if not new:
            relearn = Step(RELEARNING_STEP, LEARNING_MINUTES[RELEARNING_STEP])
            return relearn if rating == Rating.AGAIN else BY_DAYS
        index = 0
    index = min(max(index, first), len(LEARNING_MINUTES) - 1)
    following = index + 1
    if rating == Rating.AGAIN:
        return Step(first, LEARNING_MINUTES[first])
    if rating == Rating.HARD:
        minutes = LEARNING_MINUTES[index]
        if index == 0:
            minutes = (minutes + LEARNING_MINUTES[1] + 1) // 2
        return Step(index, minutes)
    if rating == Rating.GOOD and following < len(LEARNING_MINUTES):
        return Step(following, LEARNING_MINUTES[following])
    return BY_DAYS
