"""A list of any length: each line a title with smaller words under it, filtered as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from quizapp.ui.controls import Card
from quizapp.ui.frames import rounded
from quizapp.ui.lines_model import Index, Line, LinesModel
from quizapp.ui.scroll_bar import ScrollBar
from quizapp.ui.theme import LINE, Role, Size, Theme
from quizapp.ui.tick_box import SIDE, draw_tick_box

_WORDS = int(Qt.TextFlag.TextWordWrap)
_ANYWHERE = int(Qt.TextFlag.TextWrapAnywhere)
_TALL = 1_000_000
_ACROSS, _DOWN, _BETWEEN = 16, 10, 2  # pixels
_BAR = (96, 6)  # pixels
_BAR_FROM = 520  # pixels of width at 100 % text under which the bar goes
_BATCH = 200  # lines laid out at a time
_MORE = 40  # pixels that a list likes to be higher than it must be


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
            box_of_words = QRect(rect.left() + _ACROSS + self._ticks, y, room, height)
            painter.drawText(box_of_words, self._flags(words, size, room), words)
            y += height + _BETWEEN
        if line.share is not None and self._has_bar:
            self._draw_bar(painter, rect, line.share)
        if self._model.ticked is not None:
            box = QRectF(rect.left() + _ACROSS, rect.center().y() - SIDE / 2, SIDE, SIDE)
            draw_tick_box(painter, box, self._theme, ticked=line.key in self._model.ticked)
        painter.restore()

    @property
    def _ticks(self) -> int:
        return 0 if self._model.ticked is None else SIDE + _ACROSS

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
        taken = 2 * _ACROSS + self._ticks
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
    """The list. Up and down choose a line, Enter opens it, Space ticks it where it can be.

    Args:
        ticked: keys of lines ticked at first; None where lines cannot be.
        name: what a screen reader calls the list.
        nothing: what stands there when no line is left.

    Signals:
        chosen: the key of the line that is chosen now, "" for none.
        opened: the key of a line, on Enter or a double click.
        ticks_changed: a line was ticked, or its tick taken away.
    """

    chosen = Signal(str)
    opened = Signal(str)
    ticks_changed = Signal()

    def __init__(
        self, theme: Theme, name: str, nothing: str, ticked: set[str] | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._nothing = nothing
        self._choosing = False
        self.lines = LinesModel()
        self.lines.ticked = ticked
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
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.activated.connect(self._activated)
        self.clicked.connect(self._tick)
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

    def set_nothing(self, words: str) -> None:
        """What stands there when no line is left."""
        self._nothing = words
        self.viewport().update()

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
            self._choosing = True  # said once, below
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self._choosing = False
            if row:
                self._show_chosen(index)
        self.chosen.emit(self.key)
        self.viewport().update()

    def _show_chosen(self, index: QModelIndex) -> None:
        self.scrollTo(index)

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: ARG002 - Qt's signal
        if current.isValid() and not self._choosing:
            self.chosen.emit(self.key)

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.lines.lines[self.lines.position(index.row())].key)

    def _tick(self, index: QModelIndex) -> None:
        if self.lines.ticked is not None and index.isValid():
            self.lines.tick(index.row())
            self.ticks_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tick on Space; leave Enter to the dialog around where lines are ticked."""
        ticks = self.lines.ticked is not None
        if ticks and event.key() == Qt.Key.Key_Space:
            self._tick(self.currentIndex())
        elif ticks and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        self._painter.forget()
        bar = self.verticalScrollBar()
        palette = bar.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.color(Role.SURFACE))
        bar.setPalette(palette)
        self.setFont(self._theme.font(Size.BODY))
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the lines to the new width."""
        self._painter.set_width(self.viewport().width())
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It takes what room there is, and a page need not scroll for it."""
        return QSize(320, self.minimumHeight() + _MORE)

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


def on_a_card(theme: Theme, lines: LinesView) -> Card:
    """The list on a surface of its own."""
    card = Card(theme)
    card.column.setContentsMargins(4, 4, 4, 4)
    card.column.addWidget(lines)
    return card
