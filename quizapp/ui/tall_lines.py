"""A list that is as high as its lines: the page around it scrolls, and nothing scrolls within."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtWidgets import QListView, QScrollArea

from quizapp.ui.controls import PAGE_SHARE
from quizapp.ui.lines_model import Index
from quizapp.ui.lines_view import LinesView
from quizapp.ui.theme import Theme

_LINES_FOR_NOTHING = 4
_EDGE = 12  # pixels left between the chosen line and the edge of what is seen
_WAYS = {QListView.CursorAction.MovePageUp: -1, QListView.CursorAction.MovePageDown: 1}


class TallLines(LinesView):
    """A list for a page that scrolls as a whole; the chosen line is kept in sight by the page.

    Signals: LinesView's own.
    """

    def __init__(self, theme: Theme, name: str, nothing: str) -> None:
        super().__init__(theme, name, nothing)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(0)

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Be as high as the lines, or as the words for none."""
        super().updateGeometries()
        high = self.contentsSize().height()
        if not self.lines.rowCount():
            high = _LINES_FOR_NOTHING * self.fontMetrics().height()
        if high > 0 and high != self.height():
            self.setFixedHeight(high)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All of it."""
        return QSize(super().sizeHint().width(), self.height())

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Page keys go on by what is seen; Qt's go by the height of the list."""
        area = self._area()
        if area is None or action not in _WAYS or not self.currentIndex().isValid():
            return super().moveCursor(action, modifiers)
        at = self.visualRect(self.currentIndex()).center()
        down = at.y() + _WAYS[action] * round(PAGE_SHARE * area.viewport().height())
        return self.indexAt(QPoint(at.x(), max(1, min(down, self.height() - 2))))

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """Have the page show the line."""
        super().scrollTo(index, hint)
        area, rect = self._area(), self.visualRect(index)
        page = area.widget() if area is not None else None
        if area is None or page is None or not rect.isValid():
            return
        for edge in (rect.bottomLeft(), rect.topLeft()):
            at = self.viewport().mapTo(page, edge)
            area.ensureVisible(at.x(), at.y(), 0, _EDGE)

    def _show_chosen(self, index: QModelIndex) -> None:
        """Nothing: a page that is filled anew stays where it was."""

    def _area(self) -> QScrollArea | None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around
