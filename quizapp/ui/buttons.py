"""Buttons: one in the accent colour, quiet ones with a border, and links."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from quizapp.ui.frames import CORNER, rounded
from quizapp.ui.theme import Role, Size, Theme


class Button(QPushButton):
    """A button drawn by the theme; Enter presses it when it has the focus.

    A click does not move the focus to it, so that keys stay with the page. In a narrow window
    its words are cut with an ellipsis, and remain whole in its tooltip and accessible name.

    Signals: QPushButton's own.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: Size = Size.BODY,
    ) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self._size = size
        self._across, self._down = 16, 8
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Its words with room around them."""
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text()) + 2 * self._across
        if not self.icon().isNull():
            width += self.iconSize().width() + 8
        return QSize(width, max(metrics.height(), self._icon_height()) + 2 * self._down)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All of its words: a button is never cut off."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press on Enter as on Space; leave up and down to the page, which scrolls."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        ways = {Qt.Key.Key_Up, Qt.Key.Key_Down}
        if event.key() in ways and not self.autoExclusive() and self.group() is None:
            event.ignore()  # Qt would move the focus, and the page would jump after it
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what lies under the mouse anew."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what lay under the mouse anew."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the frame of this sort of button, then icon and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self.draw_frame(painter, QRectF(self.rect()))
        if not self.isEnabled():
            color = self.theme.color(Role.MUTED)
        painter.setPen(color)
        painter.setFont(self.font())
        rect = self.rect().adjusted(self._across, 0, -self._across, 0)
        icon_width = 0
        if not self.icon().isNull():
            side = self.iconSize()
            at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            self.icon().paint(painter, rect, at)
            icon_width = side.width() + 8
        self.draw_words(painter, QRectF(rect.adjusted(icon_width, 0, 0, 0)))
        painter.end()

    def draw_frame(self, painter: QPainter, rect: QRectF) -> QColor:
        """Draw what lies under the words, and return the colour for them."""
        fill = self.theme.color(Role.SURFACE)
        if self.isChecked() or self.isDown() or (self.underMouse() and self.isEnabled()):
            fill = self.theme.color(Role.SELECTION)
        border = Role.ACCENT if self.hasFocus() or self.isChecked() else Role.CONTROL_BORDER
        rounded(painter, rect, fill, self.theme.color(border), 2 if self.hasFocus() else 1)
        return self.theme.color(Role.TEXT)

    def draw_words(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the words with the painter's pen."""
        words = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(rect.width()) + 1
        )
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)

    def _icon_height(self) -> int:
        return 0 if self.icon().isNull() else self.iconSize().height()

    def _restyle(self) -> None:
        self.setFont(self.theme.font(self._size))
        self.updateGeometry()
        self.update()


class QuietButton(Button):
    """A button with a border: most of them.

    Signals: QPushButton's own.
    """


class PrimaryButton(Button):
    """The one button of a page in the accent colour.

    Signals: QPushButton's own.
    """

    def draw_frame(self, painter: QPainter, rect: QRectF) -> QColor:
        """Fill with the accent; the focus is a ring inside."""
        if not self.isEnabled():
            return super().draw_frame(painter, rect)
        accent = self.theme.color(Role.ACCENT)
        words = self.theme.color(Role.ON_ACCENT)
        rounded(painter, rect, accent, accent, 1)
        if self.hasFocus():
            inside = rect.adjusted(3, 3, -3, -3)
            rounded(painter, inside, accent, words, 2, CORNER - 3)
        return words


class LinkButton(Button):
    """A button that reads as underlined words.

    Signals: QPushButton's own.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: Size = Size.BODY,
    ) -> None:
        super().__init__(theme, text, parent, size=size)
        self._across, self._down = 0, 6  # so that its words stand in line with other text

    def draw_frame(self, painter: QPainter, rect: QRectF) -> QColor:
        """Nothing; with the focus a ground and a thick line, since a ring would cut letters."""
        accent = self.theme.color(Role.ACCENT)
        if self.hasFocus():
            painter.fillRect(rect, self.theme.color(Role.SELECTION))
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), accent)
        hot = self.hasFocus() or (self.underMouse() and self.isEnabled())
        return accent if hot else self.theme.color(Role.TEXT)

    def draw_words(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the words with a line under them."""
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        super().draw_words(painter, rect)
