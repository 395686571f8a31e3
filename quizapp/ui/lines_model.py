"""The lines of a list, and which of them a filter leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from quizapp.ui.theme import Role

Index = QModelIndex | QPersistentModelIndex


_LONGEST = 500  # letters; a line of a list shows no more of a title


def clipped(words: str) -> str:
    """Words as far as a line of a list may show them."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        key: what it is called by.
        title: its first words.
        under: smaller words under them, each with its colour.
        search: what a filter looks in, case folded.
        share: 0 to 1, drawn as a bar; None for none.
    """

    key: str
    title: str
    under: tuple[tuple[str, Role], ...] = ()
    search: str = ""
    share: float | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return "\n".join([self.title, *(words for words, _ in self.under)])


class LinesModel(QAbstractListModel):
    """The lines, and which of them a filter leaves.

    Attributes:
        ticked: keys of the lines that are ticked; None where lines cannot be.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()
        self.ticked: set[str] | None = None
        self._shown: list[int] = []
        self._words: list[str] = []

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the filter stays."""
        self.beginResetModel()
        self.lines = lines
        self._filter()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Leave the lines in which every word stands somewhere."""
        words = text.casefold().split()
        if words != self._words:
            self.beginResetModel()
            self._words = words
            self._filter()
            self.endResetModel()

    def change_line(self, line: Line) -> int:
        """Put a line's new words where it stands; the row to be drawn anew, -1 for none.

        Views are not told: Qt's list would lay ten thousand lines out again for one.
        """
        at = next((n for n, one in enumerate(self.lines) if one.key == line.key), -1)
        if at < 0 or self.lines[at] == line:
            return -1
        self.lines = [*self.lines[:at], line, *self.lines[at + 1 :]]
        return self._shown.index(at) if at in self._shown else -1

    def position(self, row: int) -> int:
        """Where the line shown in a row stands among all."""
        return self._shown[row]

    def row_of(self, key: str) -> int:
        """The row in which a line is shown, -1 for none."""
        lines = self.lines
        return next((r for r, at in enumerate(self._shown) if lines[at].key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """How many lines are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line's words."""
        if not index.isValid():
            return None
        line = self.lines[self._shown[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        if role == Qt.ItemDataRole.CheckStateRole and self.ticked is not None:
            ticked = line.key in self.ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines can be ticked where ticks are kept."""
        found = super().flags(index)
        return found if self.ticked is None else found | Qt.ItemFlag.ItemIsUserCheckable

    def tick(self, row: int) -> None:
        """Tick a line, or take its tick away."""
        if self.ticked is not None:
            self.ticked ^= {self.lines[self._shown[row]].key}
            index = self.index(row, 0)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])

    def _filter(self) -> None:
        words, lines = self._words, self.lines
        if not words:
            self._shown = list(range(len(lines)))
            return
        first, rest = words[0], words[1:]
        self._shown = [
            at
            for at, line in enumerate(lines)
            if first in line.search and all(word in line.search for word in rest)
        ]
