"""The left item of a pair, with what was joined to it under it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.ui.frames import rounded
from quizapp.ui.text_block import TextBlock
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _

ACROSS, DOWN = 16, 12


class LeftRow(QAbstractButton):
    """A left item; marked where the next digit goes to it.

    Signals: QAbstractButton's own.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self._marked = False
        self._open = True
        self._block = TextBlock(theme.font(Size.ANSWER))
        self._joined = TextBlock(theme.font(Size.BODY))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_item(self, words: str) -> None:
        """Show a left item."""
        self._words = words
        self._block.set_text(words)
        self.updateGeometry()

    def set_joined(self, digit: int, words: str, *, marked: bool) -> None:
        """Show the right item joined to it; digit 0 for none."""
        self._marked, self._open = marked, digit == 0
        self._joined.set_text(f"{digit}  {words}" if digit else "…")
        self.setAccessibleName(self.said(digit, words))
        self.setAccessibleDescription(_("Marked") if marked else "")
        self.updateGeometry()
        self.update()

    def said(self, digit: int, words: str) -> str:
        """The pair in words."""
        if digit == 0:
            return _("{left}: open").format(left=self._words)
        return _("{left}: {right}").format(left=self._words, right=words)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Pixels that it takes when it is `width` wide."""
        room = max(24, width - 2 * ACROSS)
        return self._block.height(room) + 4 + self._joined.height(room) + 2 * DOWN

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines."""
        width = max(self._block.ideal_width(), self._joined.ideal_width()) + 2 * ACROSS
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few letters; words wrap."""
        return QSize(120, self.fontMetrics().height() + 2 * DOWN)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Mark by Space; all else is the board's and the page's."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        fill = color(Role.SELECTION if self._marked else Role.SURFACE)
        strong = self._marked or self.hasFocus()
        edge = color(Role.ACCENT if strong else Role.CONTROL_BORDER)
        rounded(painter, QRectF(self.rect()), fill, edge, 2 if strong else 1)
        inner = QRectF(self.rect()).adjusted(ACROSS, DOWN, -ACROSS, -DOWN)
        self._block.draw(painter, inner, color(Role.TEXT))
        inner.setTop(inner.top() + self._block.height(int(inner.width())) + 4)
        self._joined.draw(painter, inner, color(Role.MUTED if self._open else Role.TEXT))
        painter.end()

    def _restyle(self) -> None:
        self._block.set_font(self._theme.font(Size.ANSWER))
        self._joined.set_font(self._theme.font(Size.BODY))
        self.updateGeometry()
        self.update()
