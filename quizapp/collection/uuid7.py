"""UUIDv7 (RFC 9562, section 5.7): ids that sort by the time they were made."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Dice: TypeAlias = Callable[[int], bytes]
"""Takes a number of bytes and returns as many random ones."""


def uuid7(utc_ms: int, dice: Dice) -> str:
    """A UUID of version 7, as 36 characters.

    Args:
        utc_ms: milliseconds since 1970; the lowest 48 bits are kept.
        dice: where its 74 random bits come from.
    """
    chance = int.from_bytes(dice(10), "big")
    high, low = (chance >> 62) & 0xFFF, chance & ((1 << 62) - 1)
    value = (utc_ms & ((1 << 48) - 1)) << 80 | 7 << 76 | high << 64 | 2 << 62 | low
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def device_id(dice: Dice) -> str:
    """A name for a machine: ten hex digits, so that two of a student's never meet."""
    return dice(5).hex()
