"""Ten thousand questions in a list: lines of one height, several chosen at once."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from quizapp.ui.frames import rounded
from quizapp.ui.lines_model import Index, Line
from quizapp.ui.lines_view import LinesView
from quizapp.ui.theme import Role, Size, Theme

_ACROSS, _DOWN, _BETWEEN = 12, 8, 2  # pixels
_BATCH = 1000  # lines laid out at a time
_ROWS = 2  # of the title; what is longer ends in an ellipsis, and is whole in the form beside it


class _OneHeight(QStyledItemDelegate):
    """Draws a title in at most two rows and its words under it in one."""

    def __init__(self, theme: Theme, view: LinesView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's name
        """The same for all, so that ten thousand are laid out at once."""
        title = QFontMetrics(self._theme.font(Size.BODY)).height() * _ROWS
        under = QFontMetrics(self._theme.font(Size.CAPTION)).height()
        return QSize(self._view.viewport().width(), title + under + _BETWEEN + 2 * _DOWN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground where it is chosen, then the words."""
        lines = self._view.lines
        line = lines.lines[lines.position(index.row())]
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            fill = self._theme.color(Role.SELECTION)
            border = self._theme.color(Role.ACCENT) if focus else fill
            box = rect.adjusted(2, 1, -2, -1).toRectF()
            rounded(painter, box, fill, border, 2 if focus else 1)
        room = max(48, rect.width() - 2 * _ACROSS)
        left, top = rect.left() + _ACROSS, rect.top() + _DOWN
        painter.setFont(self._theme.font(Size.BODY))
        painter.setPen(self._theme.color(Role.TEXT))
        metrics = QFontMetrics(self._theme.font(Size.BODY))
        rows = self._rows(line.title, room)
        top += (_ROWS - len(rows)) * metrics.height() // 2
        for row in rows:
            painter.drawText(left, top + metrics.ascent(), row)
            top += metrics.height()
        self._draw_under(painter, line, left, top + _BETWEEN, room)
        painter.restore()

    def _rows(self, title: str, room: int) -> list[str]:
        metrics = QFontMetrics(self._theme.font(Size.BODY))
        words = " ".join(title.split())
        if metrics.horizontalAdvance(words) <= room:
            return [words]
        layout = QTextLayout(words, self._theme.font(Size.BODY))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(room)
        cut = first.textStart() + first.textLength()
        layout.endLayout()
        rest = metrics.elidedText(words[cut:], Qt.TextElideMode.ElideRight, room)
        return [words[:cut].rstrip(), rest]

    def _draw_under(self, painter: QPainter, line: Line, left: int, top: int, room: int) -> None:
        painter.setFont(self._theme.font(Size.CAPTION))
        metrics = QFontMetrics(self._theme.font(Size.CAPTION))
        for words, role in line.under:
            if room <= 0:
                break
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.setPen(self._theme.color(role))
            painter.drawText(left, top + metrics.ascent(), shown)
            taken = metrics.horizontalAdvance(shown + "  ")
            left, room = left + taken, room - taken


class QuestionLines(LinesView):
    """The list. Shift and Ctrl choose several, by the arrows and by the mouse.

    Signals: LinesView's own, and
        moved: the chosen lines are wanted one line up (-1) or down (1).
        deleted: the chosen lines are wanted out.
    """

    moved = Signal(int)
    deleted = Signal()

    def __init__(self, theme: Theme, name: str, nothing: str) -> None:
        super().__init__(theme, name, nothing)
        self._one_height = _OneHeight(theme, self)
        self.setItemDelegate(self._one_height)
        self.setUniformItemSizes(True)
        self.setBatchSize(_BATCH)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)

    @property
    def chosen_keys(self) -> tuple[str, ...]:
        """The keys of all chosen lines, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        lines = self.lines
        return tuple(lines.lines[lines.position(row)].key for row in rows)

    def choose_all(self, keys: tuple[str, ...]) -> None:
        """Choose these lines, the first of them as the one at hand."""
        self.choose(keys[0] if keys else "")
        if len(keys) < 2:
            return
        rows = {line.key: row for row, line in enumerate(self.shown_lines())}
        flag = QItemSelectionModel.SelectionFlag.Select
        for key in keys[1:]:
            if key in rows:
                self.selectionModel().select(self.lines.index(rows[key], 0), flag)

    def shown_lines(self) -> list[Line]:
        """The lines that the filter leaves."""
        lines = self.lines
        return [lines.lines[lines.position(row)] for row in range(lines.rowCount())]

    def change_line(self, line: Line) -> None:
        """Show a line's new words, where it stands."""
        row = self.lines.change_line(line)
        if row >= 0:
            self.update(self.lines.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by Alt and the arrows, delete by Delete."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)
