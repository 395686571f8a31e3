"""For how long keys are deaf, or still command, after what is on the screen changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

DIGITS_S = 0.25  # so that the second of a double press rates nothing
GIVING_UP_S = 0.4  # so that one Enter or 0 too many gives up no card unseen
LETTERS_S = 0.5  # so that who types on after a typed answer was marked commands nothing
UNDO_S = 0.4  # so that U once more is a command still, also where a field came up


class KeyPauses:
    """Knows what a key press comes too early for.

    Args:
        running_s: seconds of a clock that never runs back.
    """

    def __init__(self, running_s: Callable[[], float]) -> None:
        self._running_s = running_s
        self._digits_until = 0.0
        self._giving_up_until = 0.0
        self._undo_until = 0.0
        self._letters_until = 0.0

    def question_came_up(self) -> None:
        """A question is up that was not there before."""
        self._letters_until = 0.0
        self._giving_up_until = self._running_s() + GIVING_UP_S

    def digit_changed_sides(self) -> None:
        """A digit brought up what is on the screen now."""
        self._digits_until = self._running_s() + DIGITS_S

    def typed_answer_marked(self) -> None:
        """What was typed was marked: whoever types has not seen it yet."""
        self._letters_until = self._running_s() + LETTERS_S

    def typed_on(self) -> bool:
        """Whether a letter or digit now is only typed on; the next one is too, soon after."""
        if self._running_s() >= self._letters_until:
            return False
        self._letters_until = self._running_s() + LETTERS_S
        return True

    def undone(self) -> None:
        """U brought up what is on the screen now."""
        self._undo_until = self._running_s() + UNDO_S

    def typing_began(self) -> None:
        """Another key was pressed in a field: from now on U is a letter."""
        self._undo_until = 0.0

    def deaf_to_digits(self) -> bool:
        """A digit now is the second of a double press."""
        return self._running_s() < self._digits_until

    def deaf_to_giving_up(self) -> bool:
        """The question cannot have been read yet."""
        return self._running_s() < self._giving_up_until

    def undoes(self, event: QKeyEvent) -> bool:
        """The key is U, pressed for the sake of what came before, whatever has the focus now."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return plain and event.key() == Qt.Key.Key_U and self._running_s() < self._undo_until
