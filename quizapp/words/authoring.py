"""A deck in work, in words: what a deck's page or a source lacks, rows that were not read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from quizapp.words import N_, _
from quizapp.words.field_troubles import WORDING as _FIELDS

_HEAD = {
    "no-title": N_("Write a title."),
    "language-tag": N_("“{text}” is no language. Write a short name such as en, de or pt-BR."),
    "url-form": N_("“{text}” is no address on the web. It begins with https://."),
}
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

KNOWN_TROUBLES = frozenset(_HEAD) | frozenset(_FIELDS)
KNOWN_UNREAD = frozenset(_UNREAD)


class Trouble(Protocol):
    """What a trouble must tell to be worded."""

    @property
    def code(self) -> str:
        """What is missing or wrong."""

    @property
    def facts(self) -> Sequence[tuple[str, str]]:
        """Name and value of each fact."""


def trouble(told: Trouble) -> str:
    """Why what was typed is not complete yet: a question's form, a deck's page, a source."""
    words = _HEAD.get(told.code) or _FIELDS.get(told.code)
    if words is None:
        return _("Its block in the file has an error that the form does not show.")
    return _(words).format_map(dict(told.facts))


def unread(reason: str) -> str:
    """Why a pasted row could not be read."""
    return _(_UNREAD[reason])


def picture_refused(code: str) -> str:
    """Why a picture was not taken."""
    return _(_PICTURES.get(code, N_("The picture could not be read.")))
