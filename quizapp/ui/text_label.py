"""A label for text of any length: it wraps, breaks hostile words, and follows the theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.ui.text_block import Run, TextBlock, shortened
from quizapp.ui.theme import LINE, Role, Size, Theme

NARROWEST = 48  # pixels; a label never asks for more
UNLIMITED = 16_777_215  # Qt's own largest width


class TextLabel(QLabel):
    """Shows text in one of the theme's sizes and colours.

    Its lines are at most `chars` characters long, however wide it is.
    A screen reader gets the plain text.

    Signals: none.
    """

    def __init__(
        self,
        theme: Theme,
        size: Size = Size.BODY,
        text: str = "",
        *,
        role: Role = Role.TEXT,
        strong: bool = False,
        chars: int | None = LINE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._role = role
        self._strong = strong
        self._chars = chars
        self._widest = UNLIMITED
        self._block = TextBlock(theme.font(size, strong=strong))
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._restyle()
        theme.changed.connect(self._restyle)
        if text:
            self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show plain text; what is far too long is cut."""
        text = shortened(text)
        if text == self.text():
            return
        self._block.set_text(text)
        self.setText(text)
        self._laid_out_anew()

    def set_runs(self, runs: Sequence[Run], spoken: str = "") -> None:
        """Show letters in several formats; `spoken` is what a screen reader gets instead."""
        self._block.set_runs(runs)
        self.setText(shortened(spoken or "".join(run.text for run in runs)))
        self._laid_out_anew()

    def set_role(self, role: Role) -> None:
        """Change the colour."""
        self._role = role
        self.update()

    def set_size(self, size: Size) -> None:
        """Change the size of the letters."""
        if size is not self._size:
            self._size = size
            self._restyle()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Pixels that the text takes when it is `width` wide."""
        margins = self.contentsMargins()
        inner = min(width - margins.left() - margins.right(), self._widest)
        return self._block.height(inner) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line where it fits the widest line allowed."""
        margins = self.contentsMargins()
        inner = min(self._block.ideal_width(), self._widest)
        width = min(inner + margins.left() + margins.right(), self.maximumWidth())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as a few letters, since anything can be wrapped."""
        width = min(NARROWEST, self._block.ideal_width())
        return QSize(width, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the text."""
        painter = QPainter(self)
        color = self._theme.color(self._role)
        rect = QRectF(self.contentsRect())
        if rect.width() > self._widest:
            if self._block.right_to_left:
                rect.setLeft(rect.right() - self._widest)
            rect.setWidth(self._widest)
        self._block.draw(painter, rect, color)
        painter.end()

    def _restyle(self) -> None:
        font = self._theme.font(self._size, strong=self._strong)
        self.setFont(font)
        self._block.set_font(font)
        if self._chars is not None:
            self._widest = int(QFontMetricsF(font).averageCharWidth() * self._chars)
        self._laid_out_anew()

    def _laid_out_anew(self) -> None:
        self.updateGeometry()
        self.update()
