"""A box to tick, with words that go on in a second line rather than be cut."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from quizapp.ui.frames import rounded
from quizapp.ui.theme import Role, Size, Theme

SIDE = 20  # pixels of the box
_GAP = 12
_DOWN = 6
_WORDS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)


def draw_tick_box(
    painter: QPainter, box: QRectF, theme: Theme, *, ticked: bool, focus: bool = False
) -> None:
    """Draw a box, with its tick where it has one."""
    border = theme.color(Role.ACCENT if ticked or focus else Role.CONTROL_BORDER)
    fill = theme.color(Role.ACCENT if ticked else Role.SURFACE)
    rounded(painter, box, fill, border, 2 if focus else 1, 4)
    if ticked:
        pen = QPen(theme.color(Role.ON_ACCENT), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        corner = box.topLeft()
        points = [QPointF(5, 10.5), QPointF(8.5, 14), QPointF(15, 6.5)]
        painter.drawPolyline(QPolygonF([corner + point for point in points]))


class TickBox(QCheckBox):
    """A check box drawn by the theme.

    Signals: QCheckBox's own.
    """

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._restyle()
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Box and words in one line."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + SIDE + _GAP + 8
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Box and the longest word."""
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(w) for w in self.text().split()), default=0)
        return QSize(longest + SIDE + _GAP + 8, max(SIDE, metrics.height()) + 2 * _DOWN)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its height depends on where its lines end."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Pixels that its lines take when it is `width` wide."""
        room = QRect(0, 0, max(1, width - SIDE - _GAP - 4), 10_000)
        words = QFontMetrics(self.font()).boundingRect(room, _WORDS, self.text())
        return max(SIDE, words.height()) + 2 * _DOWN

    def hitButton(self, pos: object) -> bool:  # noqa: N802, ARG002 - Qt's name
        """Words and box alike."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw box and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(4, (self.height() - SIDE) / 2, SIDE, SIDE)
        ticked, focus = self.isChecked(), self.hasFocus()
        draw_tick_box(painter, box, self._theme, ticked=ticked)
        words = self.rect().adjusted(SIDE + _GAP + 4, 0, 0, 0)
        painter.setPen(self._theme.color(Role.TEXT))
        painter.drawText(words, _WORDS, self.text())
        if focus:
            pen = QPen(self._theme.color(Role.ACCENT), 2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(Size.BODY))
        self.updateGeometry()
        self.update()
