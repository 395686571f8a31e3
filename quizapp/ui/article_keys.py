"""The keys with which an author decides, and what each asks for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.generate.draft_keys import LETTERS
from quizapp.words import N_

_ASCII = 128  # under which a key's number is that of its capital
_SHIFTED = {letter for letter in LETTERS if letter.isupper()}

# What `?` shows: heading, then (keys, what they do).
HELP = (
    (
        N_("The question"),
        (
            ("A", N_("Keep it")),
            ("E", N_("Edit it")),
            ("R", N_("Refuse it, with a reason if you like")),
            ("1 – 9", N_("Take what the checks offer under that number")),
            ("J K", N_("The next one, the one before")),
        ),
    ),
    (
        N_("While you edit"),
        (
            ("⏎", N_("Use these words; Ctrl+⏎ where ⏎ starts a new line")),
            ("Esc", N_("Leave the field; what you typed is used")),
        ),
    ),
    (
        N_("The article"),
        (
            ("W", N_("Go to the words of the question")),
            (N_("Shift + arrows"), N_("Select words")),
            ("⏎", N_("Ask about the selected words")),
        ),
    ),
    (
        N_("Always"),
        (
            ("Z", N_("Undo")),
            (N_("Shift + A"), N_("Keep all that are ready")),
            ("L", N_("All questions")),
            ("D", N_("Show the doubtful ones, or hide them")),
            ("Ctrl+S", N_("Save to a deck")),
            ("O", N_("Other articles")),
            ("?", N_("These keys")),
        ),
    ),
)


def step_of(event: QKeyEvent) -> str:
    """What a key that no field took asks for, "" for nothing; a digit is itself."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.text() == "?":
        return LETTERS["?"]
    code = int(event.key())
    letter = chr(code) if code < _ASCII else ""
    if held == Qt.KeyboardModifier.ShiftModifier:
        return LETTERS[letter] if letter in _SHIFTED else ""
    if held:
        return ""
    return letter if letter in "123456789" else LETTERS.get(letter.lower(), "")


class KeysAnywhere(QObject):
    """Hears the keys that nothing in the window took, wherever the focus is.

    Args:
        page: keys are for it while it can be seen.

    Signals:
        step: what a key asks for, as `step_of` says.
    """

    step = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._window: QWidget | None = None
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the page to its window, and take keys that came up to there."""
        if watched is self._page:
            if event.type() == QEvent.Type.Show:
                self._watch(self._page.window())
            elif event.type() == QEvent.Type.Hide:
                self._watch(None)
        if watched is not self._window or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress or event.isAutoRepeat():
            return False
        name = step_of(event)
        if name:
            self.step.emit(name)
        return bool(name)

    def _watch(self, window: QWidget | None) -> None:
        if self._window is not None and self._window is not self._page:
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None and window is not self._page:
            window.installEventFilter(self)
