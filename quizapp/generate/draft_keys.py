"""The letters with which an author decides, the same in the window and in a terminal."""

from __future__ import annotations

LETTERS = {
    "a": "keep",
    "A": "keep-green",
    "e": "edit",
    "r": "refuse",
    "z": "undo",
    "j": "next",
    "k": "back",
    "l": "list",
    "w": "words",
    "d": "red",
    "o": "others",
    "?": "keys",
}
"""What each letter asks for. Digits take what the checks offer, by its number."""
