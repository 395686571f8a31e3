"""The buttons of a page as commands, for pages that say nothing else of what can be done."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from quizapp.ui.command import Command
from quizapp.words import _

_BEFORE_KEYS = "  "  # between a button's words and its key
_ARROWS = "▾▴"  # stand there too, for what unfolds


def of_buttons(page: QWidget) -> tuple[Command, ...]:
    """A command for each button that can be pressed now, in the order of the page, and for keys.

    A button is called by its accessible name, else by its words; where its words end in a key,
    that is the command's. A shortcut is called by what it says it is ("whatsThis"); one that says
    nothing is left out, for it belongs to a button.
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
    for shortcut in page.findChildren(QShortcut):
        owner = shortcut.parent()
        if isinstance(owner, QWidget) and owner.isVisibleTo(page) and shortcut.isEnabled():
            words = shortcut.whatsThis()
            keys = shortcut.key().toString(QKeySequence.SequenceFormat.PortableText)
            name = f"shortcut {words}"
            if words:
                press = shortcut.activated.emit
                found.setdefault(name, Command(name, words, keys, _("This page"), press))
    return tuple(found.values())
