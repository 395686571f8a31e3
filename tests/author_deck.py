"""A deck of three questions on the desk, for tests of what happens to its file."""

from __future__ import annotations

from dataclasses import replace

from quizapp.author.desk import DeckDesk

A, B, C = "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"
TEXT = """# The deck.
format = 1

[deck]
id = "d"
title = "Deck"

# The first.
[[question]]
id = "aaaaaaaaaa"
prompt = "One?"
answer = "1"

[[question]]
id = "bbbbbbbbbb"
prompt = "Two?"
answer = "2"

[[question]]
id = "cccccccccc"
prompt = "Three?"
answer = "3"
"""


def answer(desk: DeckDesk, key: str, text: str) -> None:
    """Type an answer."""
    desk.change(key, replace(desk.fields(key), answers=(text,)))


def split(text: str) -> list[str]:
    """The head and the three blocks, each with its comment."""
    head, rest = text.split("# The first.\n")
    blocks = rest.split("[[question]]")[1:]
    found = ["[[question]]" + block for block in blocks]
    return [head, "# The first.\n" + found[0], *found[1:]]
