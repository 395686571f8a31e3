"""Buttons whose words go on in a second line rather than be cut, for pages that must be narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from quizapp.ui.buttons import LinkButton, PrimaryButton, QuietButton

if TYPE_CHECKING:
    from quizapp.ui.buttons import Button as _Base
else:
    _Base = object  # two Qt bases that meet again crash PySide

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignCenter)
_WRAP_AT_LEFT = (
    int(Qt.TextFlag.TextWordWrap)
    | int(Qt.AlignmentFlag.AlignLeading)
    | int(Qt.AlignmentFlag.AlignVCenter)
)
_TALL = 10_000


class _Wrapping(_Base):
    """Words in as many lines as they need; stands before a button among the bases."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All words in one line, with a little room so that rounding breaks none."""
        hint = super().sizeHint()
        width = hint.width() + 4
        return QSize(width, max(hint.height(), self.heightForWidth(width)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The longest word alone."""
        metrics = QFontMetrics(self.font())
        words = self.text().split()
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(longest + 2 * self._across + 4, metrics.height() + 2 * self._down)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its height depends on where its lines end."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Pixels that its lines take when it is `width` wide."""
        metrics = QFontMetrics(self.font())
        room = QRect(0, 0, max(1, width - 2 * self._across), _TALL)
        return metrics.boundingRect(room, _WRAP, self.text()).height() + 2 * self._down

    def draw_words(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the lines with the painter's pen."""
        painter.drawText(rect, _WRAP, self.text())

    def _restyle(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        super()._restyle()


class WrappingPrimary(_Wrapping, PrimaryButton):
    """The one button of a page in the accent colour.

    Signals: QPushButton's own.
    """


class WrappingQuiet(_Wrapping, QuietButton):
    """A button with a border: most of them.

    Signals: QPushButton's own.
    """


class WrappingLink(_Wrapping, LinkButton):
    """A button that reads as underlined words.

    Signals: QPushButton's own.
    """

    def draw_words(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the lines, underlined."""
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.drawText(rect, _WRAP_AT_LEFT, self.text())
