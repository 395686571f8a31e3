"""Compare orders of a backlog under a daily limit: python tests/benchmarks/queue_order.py.

A student comes back to 1,500 due cards (half chosen in 6 s, half typed in 12 s) and studies 10
minutes an evening for 60 days, and again with 5. Each order meets the same students. Printed:
the mean recall of all cards over the 60 days, on the last and 30 days after it, in per cent.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from quizapp.schedule.card import CardState
from quizapp.schedule.gain import gain
from quizapp.schedule.log import Rating
from quizapp.schedule.memory import (
    DEFAULT_WEIGHTS,
    Memory,
    interval_days,
    next_memory,
    retrievability,
)

CARDS, DAYS, AFTER, STUDENTS = 1500, 60, 30, 3
EVENINGS = (600.0, 300.0)
W = DEFAULT_WEIGHTS


@dataclass
class Card:
    """A card of the simulated student, whose memory is as the model has it."""

    memory: Memory
    last: int
    due: int
    seconds: float

    def recall(self, day: int) -> float:
        """True recall on a day."""
        return retrievability(self.memory.stability, day - self.last, W)

    def gain(self, day: int) -> float:
        """As the app weighs it."""
        state = CardState("", *self.memory, last_day=self.last, reviews=1)
        return gain(state, day, self.seconds, W)


ORDERS: dict[str, Callable[[Card, int], float]] = {
    "gain a second": lambda card, day: -card.gain(day),
    "gain, time left out": lambda card, day: -card.gain(day) * card.seconds,
    "longest due first": lambda card, _day: card.due,
    "lowest recall first": lambda card, day: card.recall(day),
    "highest recall first": lambda card, day: -card.recall(day),
    "lowest stability first": lambda card, _day: card.memory.stability,
    "by chance": lambda card, day: hash((card.memory, day)),
}


def backlog(seed: int) -> list[Card]:
    """Cards with some history, left lying for up to 60 days past their due day."""
    dice = random.Random(seed)
    cards = []
    for n in range(CARDS):
        memory = Memory(0.0, 0.0)
        for review in range(dice.randint(1, 8)):
            rating = dice.choices(list(Rating), (12, 8, 75, 5))[0]
            days = max(1, round(memory.stability)) if review else 0
            memory = next_memory(memory if review else None, rating, days, W)
        interval = max(1, round(memory.stability))
        late = dice.randint(0, 60)
        cards.append(Card(memory, -interval - late, -late, 6.0 if n % 2 else 12.0))
    return cards


def studied(
    order: Callable[[Card, int], float], seed: int, seconds: float
) -> tuple[float, float, float]:
    """(mean recall over the days, on the last, a month after) with this order."""
    cards, dice = backlog(seed), random.Random(seed + 1)
    over_days = 0.0
    for day in range(1, DAYS + 1):
        left = seconds
        due = sorted((c for c in cards if c.due <= day), key=lambda card: order(card, day))
        for card in due:
            if left <= 0:
                break
            left -= card.seconds
            recalled = dice.random() < card.recall(day)
            rating = Rating.GOOD if recalled else Rating.AGAIN
            memory = next_memory(card.memory, rating, day - card.last, W)
            if not recalled:
                left -= card.seconds
                memory = next_memory(memory, Rating.GOOD, 0, W)
            card.memory, card.last = memory, day
            card.due = day + max(1, round(interval_days(memory.stability, 0.9, W)))
        over_days += sum(card.recall(day) for card in cards) / CARDS
    last = sum(card.recall(DAYS) for card in cards) / CARDS
    later = sum(card.recall(DAYS + AFTER) for card in cards) / CARDS
    return over_days / DAYS, last, later


def main() -> None:
    """Print one line an order, for each length of an evening."""
    for seconds in EVENINGS:
        print(f"{seconds / 60:.0f} minutes{'':15} {'60 days':>8} {'last':>8} {'+30 d':>8}")
        for name, order in ORDERS.items():
            runs = [studied(order, seed, seconds) for seed in range(STUDENTS)]
            means = [100 * sum(run[n] for run in runs) / STUDENTS for n in range(3)]
            print(f"{name:24} " + " ".join(f"{mean:8.2f}" for mean in means))


if __name__ == "__main__":
    main()
