"""The one way a frame is drawn: round corners and a border that lies inside."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

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
