"""What was found in a question, over the form: how much, about which fields, and the way there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from quizapp.content.question import Kind
from quizapp.ui.editor_field_words import label
from quizapp.ui.editor_form_fields import Slot
from quizapp.ui.editor_form_head import FormHead
from quizapp.ui.editor_notes import Note


class FormFindings:
    """Goes by what is said beside the fields, which may be far below.

    Args:
        head: of the form, which says it.
    """

    def __init__(self, head: FormHead) -> None:
        self._head = head

    def count(self, slots: Sequence[Slot]) -> int:
        """How much was found, about fields or about the whole."""
        notes = [*self._head.notes(), *(note for slot in slots for note in slot.group.notes())]
        return sum(map(_is_found, notes))

    def say(self, slots: Sequence[Slot], kind: Kind) -> None:
        """Name the fields."""
        names = [label(slot.field, kind) for slot in _spoken_of(slots)]
        self._head.show_found(self.count(slots), [name for name in names if name])

    def after(self, slots: Sequence[Slot], focus: QWidget | None) -> Slot | None:
        """The next field about which something was found, the first one after the last."""
        found = _spoken_of(slots)
        if not found:
            return None
        at = next((n for n, s in enumerate(found) if focus and s.group.isAncestorOf(focus)), -1)
        return found[(at + 1) % len(found)]


def _spoken_of(slots: Sequence[Slot]) -> list[Slot]:
    return [slot for slot in slots if any(map(_is_found, slot.group.notes()))]


def _is_found(note: Note) -> bool:
    """Whether it is the checks' word, and not of what is yet to be typed."""
    return note.finding is not None
