"""A list of any length: each line a title with smaller words under it, filtered as one types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from quizapp.ui.frames import rounded
from quizapp.ui.scroll_bar import ScrollBar
from quizapp.ui.theme import LINE, Role, Size, Theme

_WORDS = int(Qt.TextFlag.TextWordWrap)
_ANYWHERE = int(Qt.TextFlag.TextWrapAnywhere)
_TALL = 1_000_000
_ACROSS, _DOWN, _BETWEEN = 16, 10, 2  # pixels
_BAR = (96, 6)  # pixels
_BAR_FROM = 520  # pixels of width at 100 % text under which the bar goes
_BATCH = 200  # lines laid out at a time

Index = QModelIndex | QPersistentModelIndex


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
    """The lines, and which of them a filter leaves."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()
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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """A line's words."""
        if not index.isValid():
            return None
        line = self.lines[self._shown[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        return None

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


class _Painter(QStyledItemDelegate):
    """Measures and draws lines."""

    def __init__(self, theme: Theme, model: LinesModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._heights: dict[int, int] = {}
        self._width = 0

    def forget(self) -> None:
        """Measure anew: lines, width or letters are others."""
        self._heights.clear()

    def set_width(self, width: int) -> None:
        """Lines are that many pixels wide."""
        if width != self._width:
            self._width = width
            self.forget()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's name
        """As high as the words of the line are when wrapped."""
        at = self._model.position(index.row())
        height = self._heights.get(at)
        if height is None:
            line = self._model.lines[at]
            room = self._room(line)
            height = 2 * _DOWN + self._high(line.title, Size.BODY, room)
            for words, _ in line.under:
                height += _BETWEEN + self._high(words, Size.CAPTION, room)
            self._heights[at] = height
        return QSize(self._width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground where it is chosen, then the words."""
        line = self._model.lines[self._model.position(index.row())]
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            focus = bool(state & QStyle.StateFlag.State_HasFocus)
            fill = self._theme.color(Role.SELECTION)
            border = self._theme.color(Role.ACCENT) if focus else fill
            box = rect.adjusted(2, 1, -2, -1).toRectF()
            rounded(painter, box, fill, border, 2 if focus else 1)
        room = self._room(line)
        y = rect.top() + _DOWN
        parts = [(line.title, Size.BODY, Role.TEXT)]
        parts += [(words, Size.CAPTION, role) for words, role in line.under]
        for words, size, role in parts:
            height = self._high(words, size, room)
            painter.setFont(self._theme.font(size))
            painter.setPen(self._theme.color(role))
            box_of_words = QRect(rect.left() + _ACROSS, y, room, height)
            painter.drawText(box_of_words, self._flags(words, size, room), words)
            y += height + _BETWEEN
        if line.share is not None and self._has_bar:
            self._draw_bar(painter, rect, line.share)
        painter.restore()

    @property
    def _has_bar(self) -> bool:
        return self._width >= _BAR_FROM * self._theme.scale

    def _draw_bar(self, painter: QPainter, rect: QRect, share: float) -> None:
        bar = QRect(0, 0, *_BAR)
        bar.moveCenter(rect.center())
        bar.moveRight(rect.right() - _ACROSS)
        border, done = self._theme.color(Role.BORDER), self._theme.color(Role.MUTED)
        rounded(painter, bar.toRectF(), border, border, 1, 3)
        if share > 0:
            bar.setWidth(max(_BAR[1], round(_BAR[0] * min(1.0, share))))
            rounded(painter, bar.toRectF(), done, done, 1, 3)

    def _room(self, line: Line) -> int:
        taken = 2 * _ACROSS
        if line.share is not None and self._has_bar:
            taken += _BAR[0] + _ACROSS
        widest = LINE * QFontMetrics(self._theme.font(Size.BODY)).averageCharWidth()
        return max(48, min(self._width - taken, widest))

    def _flags(self, words: str, size: Size, room: int) -> int:
        metrics = QFontMetrics(self._theme.font(size))
        across = metrics.boundingRect(QRect(0, 0, room, _TALL), _WORDS, words).width()
        return _WORDS if across <= room else _ANYWHERE

    def _high(self, words: str, size: Size, room: int) -> int:
        metrics = QFontMetrics(self._theme.font(size))
        if "\n" not in words and len(words) * metrics.maxWidth() <= room:
            return metrics.height()
        box = QRect(0, 0, room, _TALL)
        found = metrics.boundingRect(box, _WORDS, words)
        if found.width() > room:  # a word longer than the line
            found = metrics.boundingRect(box, _ANYWHERE, words)
        return max(metrics.height(), found.height())


class LinesView(QListView):
    """The list. Up and down choose a line, Enter opens it.

    Args:
        name: what a screen reader calls the list.
        nothing: what stands there when no line is left.

    Signals:
        chosen: the key of the line that is chosen now, "" for none.
        opened: the key of a line, on Enter or a double click.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, name: str, nothing: str) -> None:
        super().__init__()
        self._theme = theme
        self._nothing = nothing
        self.lines = LinesModel()
        self._painter = _Painter(theme, self.lines)
        self.setModel(self.lines)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(ScrollBar(theme))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(200)
        self.viewport().setContentsMargins(0, 0, 0, 0)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.activated.connect(self._activated)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def key(self) -> str:
        """The key of the chosen line, "" for none."""
        index = self.currentIndex()
        return self.lines.lines[self.lines.position(index.row())].key if index.isValid() else ""

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the chosen one stays chosen where it is still there."""
        key = self.key
        self._painter.forget()
        self.lines.set_lines(lines)
        self._choose(key)

    def set_filter(self, text: str) -> None:
        """Leave the lines in which every word stands somewhere."""
        key = self.key
        self.lines.set_filter(text)
        self._choose(key)

    def choose(self, key: str) -> None:
        """Choose a line, and the first where it is not there."""
        self._choose(key)

    def _choose(self, key: str) -> None:
        row = self.lines.row_of(key) if key else -1
        if row < 0 and self.lines.rowCount():
            row = 0
        if row >= 0:
            index = self.lines.index(row, 0)
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            if row:
                self.scrollTo(index)
        self.chosen.emit(self.key)
        self.viewport().update()

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: ARG002 - Qt's signal
        if current.isValid():
            self.chosen.emit(self.key)

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.lines.lines[self.lines.position(index.row())].key)

    def _dress(self) -> None:
        self._painter.forget()
        self.setFont(self._theme.font(Size.BODY))
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the lines to the new width."""
        self._painter.set_width(self.viewport().width())
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It takes what room there is."""
        return QSize(320, 240)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the width of lines when a scroll bar comes or goes."""
        if event.type() == QEvent.Type.Resize:
            self._painter.set_width(self.viewport().width())
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the lines, or the words for none."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.lines.rowCount():
            painter.setFont(self._theme.font(Size.BODY))
            painter.setPen(self._theme.color(Role.MUTED))
            box = self.viewport().rect().adjusted(_ACROSS, _ACROSS, -_ACROSS, -_ACROSS)
            painter.drawText(box, _WORDS | int(Qt.AlignmentFlag.AlignHCenter), self._nothing)
        painter.end()
        super().paintEvent(event)
