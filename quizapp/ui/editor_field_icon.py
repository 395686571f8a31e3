"""A small button that is a drawing alone, for the end of a row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from quizapp.ui.frames import rounded
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Role, Theme

_DRAWN = 16  # pixels at 100 %
_AROUND = 6


class IconButton(QAbstractButton):
    """A drawing to click; what it does has a key elsewhere, so it takes no focus.

    Signals: QAbstractButton's own.
    """

    def __init__(self, theme: Theme, icons: Icons, drawing: str, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._drawing = drawing
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The drawing with room around it."""
        side = self._side() + 2 * _AROUND
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All of it."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what lies under the mouse anew."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what lay under the mouse anew."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw it, on a ground under the mouse; nothing where it does nothing."""
        if not self.isEnabled():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            ground = self._theme.color(Role.SELECTION)
            rounded(painter, QRectF(self.rect()), ground, ground, 1)
        side = self._side()
        drawn = self._icons.pixmap(self._drawing, Role.MUTED, side, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawn)
        painter.end()

    def _side(self) -> int:
        return round(_DRAWN * self._theme.scale)
