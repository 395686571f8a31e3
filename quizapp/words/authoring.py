"""A deck in work, in words: rows that were not read, pictures that were not taken."""

from __future__ import annotations

from quizapp.words import N_, _

_UNREAD = {
    "open-quote": N_("A quotation mark is opened here and not closed."),
    "one-cell": N_("There is only one cell here, so a prompt or an answer is missing."),
    "too-many-cells": N_("There are more than 100 cells here."),
    "too-large": N_("This is too much to paste at once. Paste it in parts."),
}
_PICTURES = {
    "not-an-image": N_(
        "This is no picture that can be shown. Take a PNG, JPEG, GIF, WebP or SVG."
    ),
    "too-large": N_("The picture is larger than 20 MB. Make it smaller."),
}

KNOWN_UNREAD = frozenset(_UNREAD)


def unread(reason: str) -> str:
    """Why a pasted row could not be read."""
    return _(_UNREAD[reason])


def picture_refused(code: str) -> str:
    """Why a picture was not taken."""
    return _(_PICTURES.get(code, N_("The picture could not be read.")))
