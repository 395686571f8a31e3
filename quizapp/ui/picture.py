"""A picture beside the prompt, never decoded larger than it is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImageIOHandler, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.frames import rounded
from quizapp.ui.text_block import TextBlock
from quizapp.ui.theme import Role, Size, Theme

LARGEST = 64_000_000  # pixels of a file that is still opened
PADDING = 12


class Picture(QWidget):
    """Shows an image scaled down to fit, or its description where it cannot be shown.

    Signals: none.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._path: Path | None = None
        self._alt = ""
        self._natural = QSize()
        self._tallest = 240
        self._pixmap = QPixmap()
        self._drawn_for = QSize()
        self._block = TextBlock(theme.font(Size.BODY))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def set_picture(self, path: Path | None, alt: str) -> None:
        """Show the image at `path`; `alt` says what is on it. None hides the widget."""
        self.setVisible(path is not None)
        if path == self._path and alt == self._alt:
            return
        self._path, self._alt = path, alt
        self._pixmap = QPixmap()
        self._drawn_for = QSize()
        self._natural = QSize() if path is None else _size_of(path)
        self._block.set_text(alt)
        self.setAccessibleName(alt)
        self.updateGeometry()
        self.update()

    def set_tallest(self, pixels: int) -> None:
        """Be at most so high."""
        if pixels != self._tallest:
            self._tallest = pixels
            self.updateGeometry()

    @property
    def broken(self) -> bool:
        """Only the description can be shown."""
        return self._path is not None and self._natural.isEmpty()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """It keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Pixels that it takes when it is at most `width` wide."""
        if self.broken:
            return self._block.height(width - 2 * PADDING) + 2 * PADDING
        return self._fitted(width).height()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Its own size, when it is not too high."""
        if self.broken:
            width = self._block.ideal_width() + 2 * PADDING
            return QSize(width, self.heightForWidth(width))
        return self._fitted(max(1, self._natural.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As small as need be."""
        return QSize(48, 24)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the image, or a frame with its description."""
        painter = QPainter(self)
        if self.broken:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(self.rect())
            surface, border = self._theme.color(Role.SURFACE), self._theme.color(Role.BORDER)
            rounded(painter, rect, surface, border, 1)
            inside = rect.adjusted(PADDING, PADDING, -PADDING, -PADDING)
            self._block.draw(painter, inside, self._theme.color(Role.MUTED))
        elif self._path is not None:
            size = self._fitted(self.width())
            self._decode(size)
            painter.drawPixmap(0, 0, self._pixmap)
        painter.end()

    def _fitted(self, width: int) -> QSize:
        if self._natural.isEmpty():
            return QSize(0, 0)
        room = QSize(min(width, self._natural.width()), min(self._tallest, self._natural.height()))
        return self._natural.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(
            QSize(1, 1)
        )

    def _decode(self, size: QSize) -> None:
        pixels = size * self.devicePixelRatioF()
        if pixels == self._drawn_for or self._path is None:
            return
        reader = QImageReader(str(self._path))
        reader.setAutoTransform(True)
        turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
        reader.setScaledSize(pixels.transposed() if turned else pixels)
        image = reader.read()
        self._drawn_for = pixels
        if image.isNull():
            self._natural = QSize()
            self.updateGeometry()
            self.update()
            return
        self._pixmap = QPixmap.fromImage(image)
        self._pixmap.setDevicePixelRatio(self.devicePixelRatioF())

    def _restyle(self) -> None:
        self._block.set_font(self._theme.font(Size.BODY))
        self.updateGeometry()


def _size_of(path: Path) -> QSize:
    """The size as shown, upright; empty where it cannot be read or is too large to open."""
    reader = QImageReader(str(path))
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > LARGEST or not reader.canRead():
        return QSize()
    turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    return size.transposed() if turned else size
