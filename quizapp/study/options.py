"""What a card shows to choose from, put in order or join, drawn by a seed of card and review."""

from __future__ import annotations

from dataclasses import dataclass
from math import factorial

from quizapp.content.question import Choice, Form, Match, Multi, Order, Question, Short, TrueFalse
from quizapp.schedule.dice import Dice

MOST_WRONG = 3


@dataclass(frozen=True, slots=True)
class Options:
    """What is shown.

    Attributes:
        shown: options, items to order, or left sides to match, in the order shown; for
            true-false "true" and "false"; empty where nothing is chosen.
        right_indexes: indexes into `shown` that are right, where options are chosen.
        opposite: for match, the right sides in the order shown.
        choices: k, among how many equally likely answers a guess picks; 0 where it can't.
    """

    shown: tuple[str, ...] = ()
    right_indexes: frozenset[int] = frozenset()
    opposite: tuple[str, ...] = ()
    choices: int = 0


NOTHING_SHOWN = Options()


def drawn(question: Question, form: Form, seed: int) -> Options:
    """The options of one asking; the same seed draws the same, so that undo shows it again.

    One question is chosen among its answer and at most three of its `wrong`; `multi` shows all
    options, where a guess is one of all their subsets but the empty one. Three or more items to
    be ordered never stand in the right order, nor do the sides of three or more pairs all stand
    face to face; with two that rule would tell the answer, so either order may show.

    Args:
        question: asked.
        form: it is asked in; Form.TYPE and Form.RECALL show nothing.
        seed: of card and review, see `dice.seed_of`.
    """
    dice = Dice(seed)
    match question.body:
        case Short(answer=answer, wrong=wrong) | Choice(answer=answer, wrong=wrong):
            return _one_of(answer, wrong, dice) if form is Form.CHOOSE else NOTHING_SHOWN
        case Multi(answers=answers, wrong=wrong):
            shown = tuple(dice.shuffled([*answers, *wrong]))
            right = frozenset(n for n, option in enumerate(shown) if option in answers)
            return Options(shown, right, choices=2 ** len(shown) - 1)
        case TrueFalse(answer=answer):
            return Options(("true", "false"), frozenset({0 if answer else 1}), choices=2)
        case Order(answers=answers):
            return Options(_moved(answers, dice), choices=factorial(len(answers)))
        case Match(pairs=pairs):
            placed = dice.shuffled(pairs)
            return Options(
                shown=tuple(left for left, _ in placed),
                opposite=_moved(tuple(right for _, right in placed), dice),
                choices=factorial(len(pairs)),
            )
        case _:
            return NOTHING_SHOWN


def _one_of(answer: str, wrong: tuple[str, ...], dice: Dice) -> Options:
    shown = tuple(dice.shuffled([answer, *dice.sample(wrong, MOST_WRONG)]))
    return Options(shown, frozenset({shown.index(answer)}), choices=len(shown))


def _moved(items: tuple[str, ...], dice: Dice) -> tuple[str, ...]:
    """The items shuffled; three or more never as they were unless all are alike."""
    shuffled = tuple(dice.shuffled(items))
    if shuffled != items or len(items) < 3 or len(set(items)) < 2:
        return shuffled
    # Turning by one moves something, since not all are alike.
    return (*items[1:], items[0])
