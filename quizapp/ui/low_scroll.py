"""What is as high as its content, but never higher than there is room for: then it scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from quizapp.ui.scroll_bar import ScrollBar
from quizapp.ui.theme import Theme

_LEAST = 24  # pixels


class LowScroll(QScrollArea):
    """Holds a widget.

    Args:
        inner: what is held.
        most: tells how many pixels it may be high now.

    Signals: none.
    """

    def __init__(self, theme: Theme, inner: QWidget, most: Callable[[], int]) -> None:
        super().__init__()
        self._inner = inner
        self._most = most
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBar(ScrollBar(theme))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)  # which being held turned on

    def fit(self) -> None:
        """Take the height that the content wants at this width."""
        width = max(1, self.viewport().width())
        high = self._inner.heightForWidth(width)
        if high < 0:
            high = self._inner.sizeHint().height()
        high = max(_LEAST, min(high, self._most()))
        if high != self.height():
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap what is held to the new width."""
        super().resizeEvent(event)
        self.fit()
