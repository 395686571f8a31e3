"""What a card shows to choose from, put in order or join, drawn by a seed of card and review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import factorial

from quizapp.content.question import Choice, Form, Match, Multi, Order, Question, Short, TrueFalse
from quizapp.schedule.dice import Dice

MOST_WRONG = 3


@dataclass(frozen=True, slots=True)
class Options:
    """What is shown, and what is right of it.

    Attributes:
        shown: options, items to order, or right sides to match, in the order shown; empty for
            true-false, whose two buttons are the screen's, and where nothing is chosen.
        left: left sides to match, in the order shown.
        right: indexes into `shown` that are right, ascending; for items to order the right
            order; for left sides the right side of each; for true-false 0 is true, 1 is false.
        choices: k, among how many equally likely answers a guess picks; 0 where it can't.
    """

    shown: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    right: tuple[int, ...] = ()
    choices: int = 0


NOTHING_SHOWN = Options()


def drawn(question: Question, form: Form, seed: int) -> Options:
    """The options of one asking; the same seed draws the same, so that undo shows it again.

    One is chosen among the answer and at most three of its `wrong`; `multi` shows all options,
    where a guess is one of all their sets but the empty one. Three or more items to be ordered
    never stand in the right order, nor do the sides of three or more pairs all stand face to
    face; with two that rule would tell the answer, so either order may show.

    Args:
        question: asked.
        form: it is asked in; Form.TYPE and Form.RECALL show nothing.
        seed: of card and review, see `dice.seed_of`.
    """
    dice = Dice(seed)
    options = NOTHING_SHOWN
    match question.body:
        case Short(answer=answer, wrong=wrong) | Choice(answer=answer, wrong=wrong):
            if form is Form.CHOOSE:
                some = dice.sample(wrong, MOST_WRONG)
                options = _chosen((answer,), some, dice, 1 + len(some))
        case Multi(answers=answers, wrong=wrong):
            options = _chosen(answers, wrong, dice, 2 ** len(answers + wrong) - 1)
        case TrueFalse(answer=answer):
            options = Options(right=(0 if answer else 1,), choices=2)
        case Order(answers=answers):
            options = _arranged(answers, dice)
        case Match(pairs=pairs):
            facing = dice.shuffled(pairs)
            arranged = _arranged([right for _, right in facing], dice)
            options = replace(arranged, left=tuple(left for left, _ in facing))
        case _:
            pass
    return options


def _chosen(answers: Sequence[str], wrong: Sequence[str], dice: Dice, guesses: int) -> Options:
    """One answer or several among the wrong ones."""
    marked = dice.shuffled([*((a, True) for a in answers), *((w, False) for w in wrong)])
    return Options(
        shown=tuple(text for text, _ in marked),
        right=tuple(place for place, (_, right) in enumerate(marked) if right),
        choices=guesses,
    )


def _arranged(items: Sequence[str], dice: Dice) -> Options:
    """Items shuffled, and where each of them is shown."""
    places = _moved(items, dice)
    return Options(
        shown=tuple(items[place] for place in places),
        right=tuple(places.index(n) for n in range(len(items))),
        choices=factorial(len(items)),
    )


def _moved(items: Sequence[str], dice: Dice) -> list[int]:
    """The items' places shuffled; three or more never look as they were, if they differ."""
    places = dice.shuffled(range(len(items)))
    looks_moved = any(items[place] != item for place, item in zip(places, items, strict=True))
    if looks_moved or len(items) < 3:
        return places
    # Turning by one moves something unless all items are alike.
    return [*range(1, len(items)), 0]
