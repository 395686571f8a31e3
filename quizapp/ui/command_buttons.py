"""The buttons of a page as commands, for pages that say nothing else of what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QWidget

from quizapp.ui.command import Command
from quizapp.words import _

_BEFORE_KEYS = "  "  # between a button's words and its key
_ARROWS = "▾▴"  # stand there too, for what unfolds


def of_buttons(page: QWidget) -> tuple[Command, ...]:
    """A command for each button that can be pressed now, in the order of the page.

    A button is called by its accessible name, else by its words; where its words end in a key,
    that is the command's.
    """
    found: dict[str, Command] = {}
    for button in page.findChildren(QAbstractButton):
        if not button.isVisibleTo(page) or not button.isEnabled():
            continue
        shown, _apart, keys = button.text().partition(_BEFORE_KEYS)
        words = " ".join((button.accessibleName() or shown).split())
        if words:
            name = f"button {words}"
            keys = "" if keys.strip() in _ARROWS else keys.strip()
            found.setdefault(name, Command(name, words, keys, _("This page"), button.click))
    return tuple(found.values())
