"""What is said of a field while it is filled: what is missing, what is wrong, and the mend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.check.finding import Finding
from quizapp.ui.icons import Icons
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink


class Weight(Enum):
    """How much a note weighs."""

    MISSING = "missing"  # nothing was typed yet
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing said of a field.

    Attributes:
        words: what it is.
        why: why it matters, or "".
        mend: the words on the button that mends it, or "".
        finding: what the button mends.
    """

    words: str
    weight: Weight
    why: str = ""
    mend: str = ""
    finding: Finding | None = None


_ROLE = {
    Weight.MISSING: Role.MUTED,
    Weight.WARNING: Role.ATTENTION,
    Weight.ERROR: Role.WRONG,
}
_DRAWING = {Weight.WARNING: "flag", Weight.ERROR: "cross"}
_SIDE = 16  # pixels of a drawing at 100 %


class _NoteLine(QWidget):
    """One note; kept and filled anew.

    Signals:
        mend: the Finding to be mended.
    """

    mend = Signal(object)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._note: Note | None = None
        self._mark = QLabel()
        self._words = TextLabel(theme, Size.CAPTION)
        self._why = TextLabel(theme, Size.CAPTION, role=Role.MUTED)
        self._button = WrappingLink(theme, size=Size.CAPTION)
        self._button.setObjectName("mend")
        self._button.clicked.connect(self._mend)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._why)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        theme.changed.connect(self._draw)

    def show_note(self, note: Note) -> None:
        """Say something else."""
        if note == self._note:
            return
        self._note = note
        self._words.set_role(_ROLE[note.weight])
        self._words.set_text(note.words)
        self._why.set_text(note.why)
        self._why.setVisible(bool(note.why))
        self._button.setText(note.mend)
        self._button.setAccessibleName(f"{note.mend}: {note.words}" if note.mend else "")
        self._button.setVisible(bool(note.mend))
        self._button.updateGeometry()
        self._draw()

    def _draw(self) -> None:
        note = self._note
        drawing = _DRAWING.get(note.weight) if note is not None else None
        self._mark.setVisible(drawing is not None)
        if note is not None and drawing is not None:
            side = round(_SIDE * self._theme.scale)
            ratio = self.devicePixelRatioF()
            self._mark.setPixmap(self._icons.pixmap(drawing, _ROLE[note.weight], side, ratio))

    def _mend(self) -> None:
        if self._note is not None and self._note.finding is not None:
            self.mend.emit(self._note.finding)


class Notes(QWidget):
    """All that is said of one field; it takes no room where there is nothing.

    Signals:
        mend: the Finding to be mended.
    """

    mend = Signal(object)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._shown: tuple[Note, ...] = ()
        self._lines: list[_NoteLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Say these, and nothing else."""
        if tuple(notes) == self._shown:
            return
        self._shown = tuple(notes)
        while len(self._lines) < len(notes):
            line = _NoteLine(self._theme, self._icons)
            line.mend.connect(self.mend)
            self._lines.append(line)
            self._column.addWidget(line)
        for at, line in enumerate(self._lines):
            if at < len(notes):
                line.show_note(notes[at])
            line.setVisible(at < len(notes))
        self.setVisible(bool(notes))

    def notes(self) -> tuple[Note, ...]:
        """What is said."""
        return self._shown

    def words(self) -> str:
        """What is said, for a screen reader."""
        return " ".join(note.words for note in self._shown)
