"""From a mark to the rating that it proposes."""

from __future__ import annotations

from quizapp.schedule.log import Rating

MAPPING_VERSION = 1


def proposed(*, right: bool, hinted: bool, guessed: bool) -> Rating:
    """The rating a mark proposes; one key changes it.

    Wrong, "I don't know", "I guessed" and too few of a list are Again: nothing was remembered.
    Right is Good, a slip of the keys too. With a hint it is Hard. Easy is only ever the
    student's own.

    Args:
        right: the mark, overruling included; too few of a list is not right.
        hinted: the hint was shown before the answer.
        guessed: the student said "I guessed".
    """
    if guessed or not right:
        return Rating.AGAIN
    return Rating.HARD if hinted else Rating.GOOD


def softens(*, right: bool, choices: int, rating: Rating) -> bool:
    """Whether the answer may have been luck, so that less is believed of it.

    Args:
        right: the final mark.
        choices: among how many equally likely answers a guess picks; 0 where it can't.
        rating: the rating that counts; Again already says that nothing was remembered.
    """
    return right and choices > 1 and rating != Rating.AGAIN
