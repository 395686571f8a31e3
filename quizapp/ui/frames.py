"""The one way a frame is drawn: round corners and a border that lies inside; and a hairline."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quizapp.ui.theme import Role, Theme

CORNER, CARD_CORNER = 8.0, 12.0


def rounded(
    painter: QPainter,
    rect: QRectF,
    fill: QColor,
    border: QColor,
    width: int,
    corner: float = CORNER,
) -> None:
    """Draw a rounded rectangle whose border lies inside `rect`."""
    half = width / 2
    painter.setBrush(fill)
    painter.setPen(QPen(border, width))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), corner, corner)
    painter.setBrush(Qt.BrushStyle.NoBrush)


class Hairline(QWidget):
    """A line one pixel high.

    Signals: none.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(Role.BORDER))
        painter.end()
