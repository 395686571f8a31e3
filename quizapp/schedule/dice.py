"""Chance that falls the same way twice: seeded by a card and the number of its review."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

Item = TypeVar("Item")

MASK = (1 << 64) - 1


def seed_of(card_key: str, review: int) -> int:
    """A 64-bit seed, the same on every machine and in every release.

    Args:
        card_key: the card.
        review: how many answers were counted on it before.
    """
    text = f"{card_key}\0{review}".encode()
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big")


class Dice:
    """A stream of chance from one seed: SplitMix64 (Steele, Lea and Flood, 2014)."""

    def __init__(self, seed: int) -> None:
        self._state = seed & MASK

    def below(self, n: int) -> int:
        """A whole number from 0 to n-1, each as likely; n is 1 or more."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        # The high bits of a product instead of a remainder: no bias worth the name.
        return ((z ^ (z >> 31)) * n) >> 64

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """The items in a drawn order (Fisher and Yates)."""
        drawn = list(items)
        for last in range(len(drawn) - 1, 0, -1):
            other = self.below(last + 1)
            drawn[last], drawn[other] = drawn[other], drawn[last]
        return drawn

    def sample(self, items: Sequence[Item], n: int) -> list[Item]:
        """At most n of the items, in a drawn order."""
        return self.shuffled(items)[:n]
