"""Words in a row, as the rules' tables are written."""

from __future__ import annotations


def words_in(row: str) -> tuple[str, ...]:
    """The words of a row parted by spaces, in order."""
    return tuple(row.split())


def row_of(row: str) -> frozenset[str]:
    """The words of a row parted by spaces, for asking whether a word is among them."""
    return frozenset(row.split())
