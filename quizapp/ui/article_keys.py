"""The keys with which an author decides, and what each asks for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from quizapp.words import N_

_LETTERS = {
    Qt.Key.Key_A: "keep",
    Qt.Key.Key_E: "edit",
    Qt.Key.Key_R: "refuse",
    Qt.Key.Key_Z: "undo",
    Qt.Key.Key_J: "next",
    Qt.Key.Key_K: "back",
    Qt.Key.Key_L: "list",
    Qt.Key.Key_W: "words",
    Qt.Key.Key_O: "others",
    Qt.Key.Key_D: "red",
    Qt.Key.Key_Question: "keys",
}

# What `?` shows: heading, then (keys, what they do).
HELP = (
    (
        N_("The question"),
        (
            ("A", N_("Keep it")),
            ("E", N_("Edit it")),
            ("R", N_("Refuse it, with a reason if you like")),
            ("1 – 9", N_("Take a mend of the checks")),
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
        return "keys"
    if held == Qt.KeyboardModifier.ShiftModifier:
        return "keep-green" if event.key() == Qt.Key.Key_A else ""
    if held:
        return ""
    digit = event.key() - Qt.Key.Key_0.value
    return str(digit) if 1 <= digit <= 9 else _LETTERS.get(Qt.Key(event.key()), "")
