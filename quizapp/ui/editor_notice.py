"""A notice over the editor's columns: what happened to the file, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.announce import announce
from quizapp.ui.controls import Body, Card
from quizapp.ui.flow import Flow, empty
from quizapp.ui.low_scroll import LowScroll
from quizapp.ui.theme import Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingQuiet

_SHARE = 0.3  # of the window's height, at most


class EditorNotice(Card):
    """Words and buttons, hidden while there is nothing to say.

    Signals:
        step: the name of the button that was pressed.
    """

    step = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.column.setContentsMargins(12, 8, 12, 8)
        self._words = Body(theme)
        self._words.set_role(Role.ATTENTION)
        self._steps: tuple[tuple[str, str], ...] = ()
        self._buttons = QWidget()
        self._flow = Flow(self._buttons, gap=8)
        inner = QWidget()
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._words)
        lines.addWidget(self._buttons)
        self._low = LowScroll(theme, inner, self._most)
        self.column.addWidget(self._low)
        theme.changed.connect(self._low.fit)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str, steps: Sequence[tuple[str, str]] = ()) -> None:
        """Say something, with buttons by name and words; "" to say nothing."""
        if words == self._words.text() and tuple(steps) == self._steps:
            return
        self._steps = tuple(steps)
        self._words.set_text(words)
        empty(self._flow)
        for name, verb in steps:
            button = WrappingQuiet(self._theme, verb, size=Size.CAPTION)
            button.setObjectName(name)
            button.clicked.connect(self._pressed)
            self._flow.addWidget(button)
        self._buttons.setVisible(bool(steps))
        self.setVisible(bool(words))
        self._low.fit()
        if words:
            announce(self, words)

    def _most(self) -> int:
        return int(_SHARE * self.window().height())

    def _pressed(self) -> None:
        self.step.emit(self.sender().objectName())
