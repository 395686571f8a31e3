"""A scroll bar that is only its handle."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from quizapp.ui.frames import rounded
from quizapp.ui.theme import Role, Theme


class ScrollBar(QScrollBar):
    """Drawn as a thin rounded handle in the colour of control borders.

    Signals: QScrollBar's own.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the ground and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().window())
        if self.maximum() > self.minimum():
            option = QStyleOptionSlider()
            self.initStyleOption(option)
            handle = self.style().subControlRect(
                QStyle.ComplexControl.CC_ScrollBar,
                option,
                QStyle.SubControl.SC_ScrollBarSlider,
                self,
            )
            color = self._theme.color(Role.CONTROL_BORDER)
            inside = QRectF(handle).adjusted(4, 2, -4, -2)
            rounded(painter, inside, color, color, 1, 3)
        painter.end()
