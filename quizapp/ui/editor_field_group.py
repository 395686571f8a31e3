"""A field of the editor's form: its label, what it takes, what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.author.fields import Fields
from quizapp.ui.controls import Caption
from quizapp.ui.editor_notes import Note, Notes
from quizapp.ui.icons import Icons
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Size, Theme


class Control(Protocol):
    """What takes one or two of the fields."""

    @property
    def changed(self) -> SignalInstance:
        """Something was typed or chosen."""
        ...

    def put(self, fields: Fields) -> None:
        """Show what the fields hold; where they hold the same nothing moves."""
        ...

    def into(self, fields: Fields) -> Fields:
        """The fields with what stands here."""
        ...

    def type_into(self, row: int = -1) -> None:
        """Take the focus; in a row where one is named."""
        ...

    def set_words(self, name: str, description: str) -> None:
        """What a screen reader says of it."""
        ...


def with_value(fields: Fields, field: str, value: object) -> Fields:
    """The fields with another value in one of them, which must be of its type."""
    changes: dict[str, Any] = {field: value}
    return replace(fields, **changes)


class FieldGroup(QWidget):
    """A control with what explains it.

    Args:
        widget: the control.

    Signals:
        mend: the Finding to be mended.
    """

    mend = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, widget: QWidget) -> None:
        super().__init__()
        self._label = TextLabel(theme, Size.CAPTION, strong=True)
        self._read = Caption(theme)
        self._help = Caption(theme)
        self._notes = Notes(theme, icons)
        self._notes.mend.connect(self.mend)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for part in (self._label, widget, self._read, self._help, self._notes):
            self._column.addWidget(part)
        self._read.hide()

    def say(self, label: str, explanation: str) -> None:
        """Name the field and say what it takes."""
        self._label.set_text(label)
        self._label.setVisible(bool(label))
        self._help.set_text(explanation)
        self._help.setVisible(bool(explanation))

    def say_read(self, words: str) -> None:
        """Say how what was typed is understood."""
        self._read.set_text(words)
        self._read.setVisible(bool(words))

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Say what is missing or wrong."""
        self._notes.show_notes(notes)

    def notes(self) -> tuple[Note, ...]:
        """What is said of it."""
        return self._notes.notes()

    def read_words(self) -> str:
        """How what was typed is understood, as said."""
        return self._read.text() if not self._read.isHidden() else ""

    def add_below(self, widget: QWidget) -> None:
        """Put something else under the notes."""
        self._column.addWidget(widget)
