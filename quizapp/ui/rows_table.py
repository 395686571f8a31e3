"""Rows of cells as a table to be looked at, with a last column that says what keeps a row out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView

from quizapp.ui.lines_model import Index
from quizapp.ui.scroll_bar import ScrollBar
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _

_AROUND = 10  # pixels over and under the words of a row
_NARROWEST = 96  # pixels of a column at 100 % text

TableRow = tuple[tuple[str, ...], str]
"""Cells, and why the row makes no question; "" where it makes one."""


class RowsModel(QAbstractTableModel):
    """The rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: Sequence[TableRow] = ()
        self._names: tuple[str, ...] = ()
        self._tells = False

    def set_rows(self, names: Sequence[str], rows: Sequence[TableRow]) -> None:
        """Show other rows under these names of columns."""
        self.beginResetModel()
        self._names, self._rows = tuple(names), rows
        self._tells = any(why for _cells, why in rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """How many rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """How many columns: one more where a row is kept out."""
        if parent is not None and parent.isValid():
            return 0
        return len(self._names) + self._tells

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell."""
        if not index.isValid():
            return None
        cells, why = self._rows[index.row()]
        at = index.column()
        tells = at == len(self._names)
        text = why if tells else (cells[at] if at < len(cells) else "")
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text.split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return text or None
        if role == Qt.ItemDataRole.ForegroundRole:
            kept_out = Role.ATTENTION if tells else Role.MUTED
            return self._theme.color(kept_out if why else Role.TEXT)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The name of a column, or the number of a row."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return self._names[section] if section < len(self._names) else _("Left out, because")


class RowsTable(QTableView):
    """The table; its columns share the width, and it scrolls down only.

    Signals: QTableView's own, and
        chosen: the row that is marked now, from 0.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.rows = RowsModel(theme)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBar(ScrollBar(theme))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.selectionModel().currentRowChanged.connect(self._choose)
        theme.changed.connect(self._dress)
        self._dress()

    def show_rows(self, names: Sequence[str], rows: Sequence[TableRow]) -> None:
        """Show other rows."""
        self.rows.set_rows(names, rows)
        if rows:
            self.setCurrentIndex(self.rows.index(0, 0, QModelIndex()))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Have the columns share the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave columns out for which there is no room; they can be read in the questions."""
        room = max(2, int(self.viewport().width() / (_NARROWEST * self._theme.scale)))
        count = self.rows.columnCount()
        tells = count - 1 if count > room else count
        for column in range(count):
            self.setColumnHidden(column, column >= room - 1 and column < tells and count > room)

    def _choose(self, current: QModelIndex) -> None:
        self.chosen.emit(current.row())

    def _dress(self) -> None:
        font = self._theme.font(Size.BODY)
        self.setFont(font)
        self.horizontalHeader().setFont(self._theme.font(Size.CAPTION))
        high = QFontMetrics(font).height() + _AROUND
        self.verticalHeader().setDefaultSectionSize(high)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.color(Role.SURFACE))
        self.setPalette(palette)
