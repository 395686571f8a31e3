"""The few controls that every page is made of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from quizapp.ui.announce import announce
from quizapp.ui.buttons import Button, LinkButton, PrimaryButton, QuietButton
from quizapp.ui.frames import CARD_CORNER, rounded
from quizapp.ui.scroll_bar import ScrollBar
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme

__all__ = [
    "Body",
    "Button",
    "Caption",
    "Card",
    "Field",
    "Heading",
    "LinkButton",
    "Page",
    "PrimaryButton",
    "ProgressLine",
    "QuietButton",
    "Toast",
    "rounded",
]

MARGIN, GROUP, INNER = 32, 24, 8  # pixels: a page's edge, between groups, within one
TOAST_MS = 2500
SETTLED_MS = 50  # after which a page that was just filled is laid out, layouts within it too
TOAST_STEP = 8  # pixels that a line moves up at a time to find its place
LINES_A_STEP = 3  # that an arrow key scrolls
PAGE_SHARE = 0.9  # of what is seen, that a page key scrolls: the last lines stay in sight


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
        self.setFrame(False)
        self.setTextMargins(12, 8, 12, 8)
        self._restyle()
        theme.changed.connect(self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type, unless Alt alone is held."""
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if held == Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its letters want, as narrow as a few of them."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ground and border under what is typed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        border = self._theme.color(Role.ACCENT if focus else Role.CONTROL_BORDER)
        fill = self._theme.color(Role.SURFACE)
        rounded(painter, QRectF(self.rect()), fill, border, 2 if focus else 1)
        painter.end()
        super().paintEvent(event)

    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._size))
        # Qt fills the ground square; ours has round corners.
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        self.updateGeometry()


class Page(QScrollArea):
    """A page that scrolls down when it must and never sideways, laid out in `column`.

    With `chars`, the column is at most that many characters of body text wide and stands in
    the middle. Keys that no control inside wants scroll it.

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
        self.setVerticalScrollBar(ScrollBar(theme))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll by arrows, page keys, Space, Home and End, and leave the focus where it is."""
        if not self._scrolls(event):
            super().keyPressEvent(event)

    def _scrolls(self, event: QKeyEvent) -> bool:
        """Scroll where the key is one that does; whether it is."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = held == Qt.KeyboardModifier.ShiftModifier
        if held and not (shift and event.key() == Qt.Key.Key_Space):
            return False
        bar = self.verticalScrollBar()
        line = LINES_A_STEP * self.fontMetrics().height()
        seen = round(PAGE_SHARE * self.viewport().height())
        ways = {
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_Down: line,
            Qt.Key.Key_PageUp: -seen,
            Qt.Key.Key_PageDown: seen,
            Qt.Key.Key_Space: -seen if shift else seen,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            return False
        bar.setValue(bar.value() + way)
        return True

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
    """A line over the foot of its parent that goes by itself, or at the next key.

    Where buttons or fields stand at the foot it keeps above them, so that it covers none.

    Signals:
        room_wanted: pixels that it takes at the foot, with some air; 0 when it is gone.
    """

    room_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget, *, above: int = MARGIN) -> None:
        super().__init__(theme, Size.BODY, parent=parent)
        self._above = above
        self._stays = False
        self._within: QWidget | None = None
        self.setContentsMargins(16, 10, 16, 10)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()
        parent.installEventFilter(self)

    def say(self, words: str, *, stays: bool = False, within: QWidget | None = None) -> None:
        """Show a line for some seconds or until a key, or until `hide` where it `stays`.

        Args:
            words: the line.
            stays: it does not go by itself.
            within: a part of the parent to stand in, if that can be seen.
        """
        self._stays, self._within = stays, within
        self.set_text(words)
        width, height = self._measure(self.parentWidget())
        self.room_wanted.emit(height + 2 * INNER if width else 0)
        self._place()
        self.show()
        self.raise_()
        QTimer.singleShot(SETTLED_MS, self, self._place)
        announce(self, words)
        if stays:
            self._timer.stop()
        else:
            self._timer.start()

    def set_above(self, pixels: int) -> None:
        """Stand that many pixels over the lower edge of the parent."""
        self._above = pixels

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep its place when the parent changes size, and go at a key, whoever takes it."""
        if event.type() == QEvent.Type.KeyPress and not self._stays:
            self.hide()
        elif isinstance(event, QResizeEvent) and watched is self.parent() and self.isVisible():
            self._place()
        return False

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Hear every key from now on."""
        super().showEvent(event)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Hear no key any longer, and need no room."""
        super().hideEvent(event)
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.room_wanted.emit(0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a small card under the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border = self._theme.color(Role.SURFACE), self._theme.color(Role.CONTROL_BORDER)
        rounded(painter, QRectF(self.rect()), fill, border, 1)
        painter.end()
        super().paintEvent(event)

    def _laid_out_anew(self) -> None:
        super()._laid_out_anew()
        if self.isVisible():
            self._place()

    def _measure(self, around: QWidget | None) -> tuple[int, int]:
        if around is None:
            return 0, 0
        part = self._part(around)
        room = part.width() - (2 * MARGIN if part == around.rect() else 0)
        width = min(self.sizeHint().width(), room)
        return width, self.heightForWidth(width)

    def _part(self, around: QWidget) -> QRect:
        """Where in the parent it stands: in the part it was told, or anywhere."""
        within = self._within
        if within is None or not within.isVisible() or not around.isAncestorOf(within):
            return around.rect()
        return within.rect().translated(within.mapTo(around, QPoint(0, 0)))

    def _place(self) -> None:
        around = self.parentWidget()
        if around is None:
            return
        width, height = self._measure(around)
        part = self._part(around)
        left = part.left() + (part.width() - width) // 2
        lowest = min(part.bottom(), around.height() - self._above) - height
        taken = [
            w.visibleRegion().boundingRect().translated(w.mapTo(around, QPoint(0, 0)))
            for kind in (QAbstractButton, QLineEdit)
            for w in around.findChildren(kind)
            if w.isVisible() and not w.visibleRegion().isEmpty()
        ]
        for top in range(lowest, 0, -TOAST_STEP):
            wanted = QRect(left, top, width, height)
            if not any(wanted.intersects(one) for one in taken):
                self.setGeometry(wanted)
                return
        self.setGeometry(left, lowest, width, height)
