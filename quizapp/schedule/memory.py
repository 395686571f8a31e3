"""One step of memory by FSRS-6: stability, difficulty, recall, and what a lucky guess leaves.

The formulas are those of FSRS-6 as published by Open Spaced Repetition ("The Algorithm", FSRS-6)
and as its reference engine computes them, in 64-bit floats. Days are whole study days. The step
is made once for a set of parameters, with all that depends on them alone worked out, and takes
plain numbers: a rebuild takes a million steps.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from math import exp
from typing import NamedTuple, TypeAlias

from quizapp.schedule.log import Rating

Weights: TypeAlias = tuple[float, ...]
# (stability, difficulty, rating, elapsed days, choices) -> (stability, difficulty)
Stepper: TypeAlias = Callable[[float, float, int, int, int], tuple[float, float]]

DEFAULT_WEIGHTS: Weights = (
    0.212,
    1.2931,
    2.3065,
    8.2956,
    6.4133,
    0.8334,
    3.0194,
    0.001,
    1.8722,
    0.1666,
    0.796,
    1.4835,
    0.0614,
    0.2629,
    1.6483,
    0.6014,
    1.8729,
    0.5425,
    0.0912,
    0.0658,
    0.1542,
)

SHORTEST_STABILITY = 0.001
LONGEST_STABILITY = 36_500.0
EASIEST = 1.0
HARDEST = 10.0
RECALL_OF_NEW = 0.5
CLOSE_ENOUGH = 3e-3  # of the root; the step that is this short leaves recall within 1e-6


class Memory(NamedTuple):
    """What is remembered of a card.

    Attributes:
        stability: days until recall falls to 0.9.
        difficulty: 1 to 10.
    """

    stability: float
    difficulty: float


def curve_factor(w: Weights) -> float:
    """The constant that makes recall 0.9 when as many days have passed as the stability has."""
    return float(0.9 ** (-1.0 / w[20])) - 1.0


def retrievability(stability: float, elapsed_days: float, w: Weights) -> float:
    """Recall to be expected, 0 to 1: FSRS-6's power curve (1 + F·t/S)^(-w20)."""
    return float((1.0 + curve_factor(w) * elapsed_days / stability) ** -w[20])


def interval_days(stability: float, retention: float, w: Weights) -> float:
    """Days until recall falls to `retention`: the power curve turned round; not rounded."""
    return float(stability * (retention ** (-1.0 / w[20]) - 1.0) / curve_factor(w))


def next_memory(
    memory: Memory | None, rating: Rating, elapsed_days: int, w: Weights, choices: int = 0
) -> Memory:
    """The memory after an answer.

    Args:
        memory: before the answer; None for a new card.
        rating: how well it was remembered.
        elapsed_days: whole study days since the last answer, 0 or more; with 0 the formula for
            the same day holds.
        w: the 21 parameters.
        choices: among how many options a right answer was chosen, so that it is softened; 0 or 1
            where luck is no question.
    """
    stability, difficulty = memory or (0.0, 0.0)
    return Memory(*stepper(w)(stability, difficulty, rating, elapsed_days, choices))


def knew(recall: float, choices: int) -> float:
    """The chance that a right answer among `choices` options was known, not guessed: Bayes.

    With recall R the answer is right either because it was known, R, or by luck, (1-R)/k.
    """
    return recall / (recall + (1.0 - recall) / choices)


def softened(good: Memory, again: Memory, p: float, w: Weights) -> Memory:
    """The memory to hold when it was known with chance p and only guessed otherwise.

    Stability as `mixed_stability` has it, difficulty as the weighted mean.
    """
    return Memory(
        mixed_stability(good.stability, again.stability, p, curve_factor(w), w[20]),
        p * good.difficulty + (1.0 - p) * again.difficulty,
    )


def mixed_stability(good: float, again: float, p: float, factor: float, decay: float) -> float:
    """The stability of a memory that is `good` with chance p, else `again`.

    Stability is by definition the time until recall falls to 0.9. Here recall is the mixture
    p·R(t, good) + (1-p)·R(t, again), so the stability is the t at which that mixture is 0.9:
    what is then predicted for the day it is due is what will be found. (A weighted mean of the
    two stabilities promises up to 0.045 too much, because the curve is convex.)

    Measured as recall^(-1/decay) a single curve is a straight line and the mixture, a power mean
    of straight lines, bends only a little and one way. Newton's method on it therefore never
    overshoots; its first step, from day 0, leads to the weighted harmonic mean.

    Args:
        good: stability if it was known, days.
        again: stability if it was only guessed.
        p: the chance that it was known.
        factor: see `curve_factor`.
        decay: w20.
    """
    q = 1.0 - p
    if q <= 0.0 or good == again:
        return good
    known_pace, guessed_pace = factor / good, factor / again
    straight, back = 1.0 / decay, -decay
    t = factor / (p * known_pace + q * guessed_pace)
    step = t
    while step > CLOSE_ENOUGH * t:
        x = 1.0 + known_pace * t
        y = 1.0 + guessed_pace * t
        known, guessed = p * x**back, q * y**back
        recall = known + guessed
        fall = known * known_pace / x + guessed * guessed_pace / y
        step = ((recall / 0.9) ** straight - 1.0) * recall / fall
        t += step
    return t


@lru_cache(maxsize=8)
def stepper(w: Weights) -> Stepper:  # noqa: C901 (small formulas share the constants)
    """The step of memory for a set of parameters, on plain numbers.

    It takes stability (0 for a new card), difficulty, rating, elapsed days and the choices of a
    right answer, as `next_memory` does.
    """
    factor, decay = curve_factor(w), w[20]
    again = int(Rating.AGAIN)
    first = (0.0, *(_held(w[rating - 1]) for rating in Rating))
    raw_difficulty = [0.0, *(w[4] - exp(w[5] * (rating - 1.0)) + 1.0 for rating in Rating)]
    first_difficulty = [min(max(d, EASIEST), HARDEST) for d in raw_difficulty]
    pull, stay = w[7] * raw_difficulty[Rating.EASY], 1.0 - w[7]
    push = (0.0, *(w[6] * (rating - 3.0) / 9.0 for rating in Rating))
    same_day_growth = (0.0, *(exp(w[17] * (rating - 3.0 + w[18])) for rating in Rating))
    same_day_flatter = -w[19]
    growth = (0.0, *(exp(w[8]) * effort for effort in (0.0, w[15], 1.0, w[16])))
    flatter, eager = -w[9], w[10]
    left, harder, kept, late = w[11], -w[12], w[13], w[14]
    lapse_cap = exp(w[17] * w[18])

    def same_day(s: float, rating: int) -> float:
        """w17 to w19; a right answer on the same day never lowers stability."""
        grown: float = same_day_growth[rating] * s**same_day_flatter
        return _held(s * grown) if grown > 1.0 or rating == again else s

    def recalled(s: float, d: float, forgotten: float, rating: int) -> float:
        """w8 to w10, w15, w16: it grows with what was nearly forgotten."""
        gain: float = growth[rating] * (11.0 - d) * s**flatter * (exp(eager * forgotten) - 1.0)
        return _held(s * (1.0 + gain))

    def lapsed(s: float, d: float, forgotten: float) -> float:
        """w11 to w14; never above what a lapse on the same day would leave at the least."""
        remains: float = left * d**harder * ((s + 1.0) ** kept - 1.0) * exp(late * forgotten)
        return _held(min(remains, s / lapse_cap))

    def difficulty_after(d: float, rating: int) -> float:
        """w6, less near 10, and w7 towards that of a first Easy."""
        moved = pull + stay * (d - push[rating] * (10.0 - d))
        return moved if EASIEST < moved < HARDEST else min(max(moved, EASIEST), HARDEST)

    @cache
    def begun(rating: int, choices: int) -> tuple[float, float]:
        """After the first answer; there are few cases, each met by every card."""
        good, good_d = first[rating], first_difficulty[rating]
        return blended(good, good_d, first[again], first_difficulty[again], RECALL_OF_NEW, choices)

    def blended(
        good: float, good_d: float, lost: float, lost_d: float, recall: float, choices: int
    ) -> tuple[float, float]:
        if choices <= 1:
            return good, good_d
        p = knew(recall, choices)
        return mixed_stability(good, lost, p, factor, decay), p * good_d + (1.0 - p) * lost_d

    def step(s: float, d: float, rating: int, elapsed: int, choices: int) -> tuple[float, float]:
        if s == 0.0:
            return begun(rating, choices)
        good_d = difficulty_after(d, rating)
        if elapsed == 0:
            return same_day(s, rating), good_d
        recall = (1.0 + factor * elapsed / s) ** -decay
        if rating == again:
            return lapsed(s, d, 1.0 - recall), good_d
        good = recalled(s, d, 1.0 - recall, rating)
        if choices <= 1:
            return good, good_d
        lost, lost_d = lapsed(s, d, 1.0 - recall), difficulty_after(d, again)
        return blended(good, good_d, lost, lost_d, recall, choices)

    return step


def _held(stability: float) -> float:
    # The comparison first: min and max on every step would double its time.
    if SHORTEST_STABILITY < stability < LONGEST_STABILITY:
        return stability
    return min(max(stability, SHORTEST_STABILITY), LONGEST_STABILITY)
