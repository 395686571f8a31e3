"""Time the pure fold of 100,000 cards from 1,000,000 rows: python tests/benchmarks/replay_log.py.

Prints the best of three runs for plain answers and for logs in which one and two of three answers
were chosen among four options, beside the same rows walked without sums (the floor).
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Iterable

from quizapp.schedule.memory import DEFAULT_WEIGHTS
from quizapp.schedule.replay import Plain, replay

CARDS, ROWS_A_CARD = 100_000, 10


def a_log(chosen_share: float, seed: int = 7) -> list[Plain]:
    """Rows of a made-up history, sorted by card."""
    dice = random.Random(seed)
    rows: list[Plain] = []
    for n in range(CARDS):
        key = f"card{n:06d}"
        day = 738_000 + dice.randrange(300)
        for review in range(ROWS_A_CARD):
            rating = dice.choices((1, 2, 3, 4), (12, 5, 78, 5))[0]
            step = 1 if review == 0 else -1
            k = 4 if dice.random() < chosen_share else 0
            t = day * 86_400_000
            rows.append((key, "answer", day, t, "", "h", rating, rating > 1, k, day + 3, 0, step))
            day += 0 if review == 0 else dice.choice((1, 3, 7, 20, 50))
    return rows


def best(rows: Iterable[Plain]) -> float:
    """Seconds of the fastest of three replays."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        for _state in replay(rows, DEFAULT_WEIGHTS):
            pass
        times.append(time.perf_counter() - start)
    return min(times)


def walked(rows: Iterable[Plain]) -> float:
    """Seconds to unpack every row and do nothing."""
    start = time.perf_counter()
    for _a, _b, _c, _d, _e, _f, _g, _h, _i, _j, _k, _l in rows:
        pass
    return time.perf_counter() - start


def main() -> None:
    """Print the three figures."""
    gc.disable()
    for name, share in (
        ("none chosen", 0.0),
        ("a third of four", 0.33),
        ("two thirds of four", 0.67),
    ):
        rows = a_log(share)
        print(f"{name}: walk {walked(rows):.2f} s, replay {best(rows):.2f} s")


if __name__ == "__main__":
    main()
