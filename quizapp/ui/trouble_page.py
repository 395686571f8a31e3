"""A page for a history that cannot be opened: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from quizapp.collection.failures import CacheDamaged, CorruptDatabase, MissingDatabase
from quizapp.ui.controls import Body, Heading, Page
from quizapp.ui.flow import Flow, empty
from quizapp.ui.theme import LINE, Theme
from quizapp.ui.wrapping_buttons import WrappingPrimary, WrappingQuiet
from quizapp.words import _
from quizapp.words.troubles import Said


def steps_for(error: Exception) -> tuple[tuple[str, str], ...]:
    """The steps out of a trouble, the one to take first."""
    again, folder = ("again", _("Try again")), ("folder", _("Open the folder"))
    restore = ("restore", _("Restore the newest good backup"))
    salvage = ("salvage", _("Go on with what can be read"))
    anew = ("anew", _("Start with an empty history"))
    match error:
        case MissingDatabase(backup=None):
            return (anew, again, folder)
        case MissingDatabase():
            return (restore, anew, folder)
        case CorruptDatabase(backup=None) | CacheDamaged():
            return (salvage, folder)
        case CorruptDatabase():
            return (restore, salvage, folder)
    return (again, folder)


class TroublePage(Page):
    """One trouble and the steps out of it.

    Signals:
        step: the name of the step that the student chose.
    """

    step = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=LINE)
        self.column.setSpacing(12)
        self._first: QPushButton | None = None

    def show_trouble(self, title: str, said: Said, steps: Sequence[tuple[str, str]]) -> None:
        """Say it; the first of the steps (name, words) is the one to take."""
        empty(self.column)
        self.column.addWidget(Heading(self.theme, title))
        for part in (said.what, said.safe, said.do):
            if part:
                self.column.addWidget(Body(self.theme, part))
        row = QWidget()
        buttons = Flow(row, gap=8)
        for number, (name, words) in enumerate(steps):
            make = WrappingPrimary if number == 0 else WrappingQuiet
            button = make(self.theme, words)
            button.setObjectName(name)
            button.clicked.connect(self._chosen)
            buttons.addWidget(button)
            if number == 0:
                self._first = button
        self.column.addSpacing(4)
        self.column.addWidget(row)
        self.column.addStretch(1)
        QTimer.singleShot(0, self.focus_first)  # once it is laid out it can take the focus

    def focus_first(self) -> None:
        """Give the focus to the step to take."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.step.emit(sender.objectName())
