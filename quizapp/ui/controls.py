"""The few controls that every page is made of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quizapp.ui.announce import announce
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme

CORNER, CARD_CORNER = 8.0, 12.0
MARGIN, GROUP, INNER = 32, 24, 8  # pixels: a page's edge, between groups, within one
TOAST_MS = 4000


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
        """Press on Enter as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
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
            self.icon().paint(painter, rect, Qt.AlignmentFlag.AlignLeft)
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
        self._across, self._down = 8, 6

    def draw_frame(self, painter: QPainter, rect: QRectF) -> QColor:
        """Nothing, or the ring of the focus."""
        if self.hasFocus():
            rounded(painter, rect, QColor(0, 0, 0, 0), self.theme.color(Role.ACCENT), 2)
        hot = self.underMouse() and self.isEnabled()
        return self.theme.color(Role.ACCENT if hot else Role.TEXT)

    def draw_words(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the words with a line under them."""
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        super().draw_words(painter, rect)


class Card(QFrame):
    """A frame with a hairline border around what belongs together, laid out in `column`.

    Signals: none.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, ground: Role = Role.SURFACE
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(INNER)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw ground and border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border = self._theme.color(self._ground), self._theme.color(Role.BORDER)
        rounded(painter, QRectF(self.rect()), fill, border, 1, CARD_CORNER)
        painter.end()


class Heading(TextLabel):
    """The title of a page or group.

    Signals: none.
    """

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, Size.TITLE, text, strong=True, parent=parent)


class Body(TextLabel):
    """Text to read.

    Signals: none.
    """

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, Size.BODY, text, parent=parent)


class Caption(TextLabel):
    """Small muted text beside the thing it explains.

    Signals: none.
    """

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, Size.CAPTION, text, role=Role.MUTED, parent=parent)


class Field(QLineEdit):
    """A line to type into, with a name for a screen reader.

    Alt with a letter is left to the page, which commands by it.

    Signals: QLineEdit's own.
    """

    def __init__(
        self, theme: Theme, name: str, parent: QWidget | None = None, *, size: Size = Size.BODY
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self.setAccessibleName(name)
        self._restyle()
        theme.changed.connect(self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type, unless Alt alone is held."""
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == (
            Qt.KeyboardModifier.AltModifier
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its letters want, as narrow as a few of them."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.sizeHint().height())

    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._size))
        self.updateGeometry()


class Page(QScrollArea):
    """A page that scrolls down when it must and never sideways, laid out in `column`.

    With `chars`, the column is at most that many characters of body text wide and stands in
    the middle.

    Signals: none.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, chars: int | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._chars = chars
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget()
        self._middle = QWidget()
        around = QHBoxLayout(self.body)
        around.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        around.addStretch(1)
        around.addWidget(self._middle, 1000)
        around.addStretch(1)
        self.column = QVBoxLayout(self._middle)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GROUP)
        self.setWidget(self.body)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        if self._chars is not None:
            metrics = QFontMetrics(self.theme.font(Size.BODY))
            self._middle.setMaximumWidth(metrics.averageCharWidth() * self._chars)


class ProgressLine(QProgressBar):
    """A thin line, filled as far as something is done.

    Signals: QProgressBar's own.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setFixedHeight(4)

    def set_progress(self, done: int, total: int) -> None:
        """Fill `done` of `total`."""
        self.setRange(0, max(1, total))
        self.setValue(min(done, max(1, total)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the line and what is done of it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(Role.BORDER))
        share = self.value() / max(1, self.maximum())
        done = QRectF(0, 0, self.width() * share, self.height())
        if self.isRightToLeft():
            done.moveRight(self.width())
        painter.fillRect(done, self._theme.color(Role.MUTED))
        painter.end()


class Toast(TextLabel):
    """A line over the foot of its parent that goes by itself.

    Signals: none.
    """

    def __init__(self, theme: Theme, parent: QWidget, *, above: int = MARGIN) -> None:
        super().__init__(theme, Size.BODY, parent=parent)
        self._above = above
        self.setContentsMargins(16, 10, 16, 10)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()
        parent.installEventFilter(self)

    def say(self, words: str, *, stays: bool = False) -> None:
        """Show a line for some seconds, or until `hide` where it `stays`."""
        self.set_text(words)
        self._place()
        self.show()
        self.raise_()
        announce(self, words)
        if stays:
            self._timer.stop()
        else:
            self._timer.start()

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802, ARG002 - Qt's
        """Keep its place when the parent changes size."""
        if isinstance(event, QResizeEvent) and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a small card under the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border = self._theme.color(Role.SURFACE), self._theme.color(Role.CONTROL_BORDER)
        rounded(painter, QRectF(self.rect()), fill, border, 1)
        painter.end()
        super().paintEvent(event)

    def _place(self) -> None:
        around = self.parentWidget()
        if around is None:
            return
        width = min(self.sizeHint().width(), around.width() - 2 * MARGIN)
        height = self.heightForWidth(width)
        left = (around.width() - width) // 2
        self.setGeometry(left, around.height() - height - self._above, width, height)


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
