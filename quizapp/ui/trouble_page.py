"""A page for a history that cannot be opened: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.controls import Body, Heading, PrimaryButton, QuietButton
from quizapp.ui.theme import Theme
from quizapp.words import _
from quizapp.words.troubles import Said


def steps_for(error: Exception) -> tuple[tuple[str, str], ...]:
    """The steps out of a trouble, the one to take first."""
    again, folder = ("again", _("Try again")), ("folder", _("Open the folder"))
    if type(error).__name__ == "CorruptDatabase":
        restore = ("restore", _("Restore the newest good backup"))
        salvage = ("salvage", _("Go on with what could be read"))
        if getattr(error, "backup", None) is not None:
            return (restore, salvage, folder)
        return (salvage, folder)
    return (again, folder)


class TroublePage(QWidget):
    """One trouble and the steps out of it.

    Signals:
        step: the name of the step that the student chose.
    """

    step = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(32, 32, 32, 32)
        self._layout.setSpacing(8)

    def show_trouble(self, title: str, said: Said, steps: Sequence[tuple[str, str]]) -> None:
        """Say it; the first of the steps (name, words) is the one to take."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._layout.addStretch(1)
        self._layout.addWidget(Heading(self._theme, title))
        for part in (said.what, said.safe, said.do):
            if part:
                self._layout.addWidget(Body(self._theme, part))
        row = QWidget()
        buttons = QHBoxLayout(row)
        buttons.setContentsMargins(0, 16, 0, 0)
        buttons.setSpacing(8)
        for number, (name, words) in enumerate(steps):
            make = PrimaryButton if number == 0 else QuietButton
            button = make(self._theme, words)
            button.setObjectName(name)
            button.clicked.connect(self._chosen)
            buttons.addWidget(button)
            if number == 0:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        buttons.addStretch(1)
        self._layout.addWidget(row)
        self._layout.addStretch(2)

    def _chosen(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.step.emit(sender.objectName())
