"""Asks what is wrong with a question."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from quizapp.ui.controls import Field, Heading, PrimaryButton, QuietButton
from quizapp.ui.flow import Flow
from quizapp.ui.theme import Theme
from quizapp.words import _


class FlagDialog(QDialog):
    """Takes a reason in the student's words, or one of three at hand.

    Signals:
        decided: the reason; "" takes the flag away.
        edit: the student would rather mend the question herself.
    """

    decided = Signal(str)
    edit = Signal()

    def __init__(self, theme: Theme, *, flagged: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Flag"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = Heading(theme, _("What is wrong with this question?"), self)
        self.field = Field(theme, _("What is wrong"), self)
        self.field.textChanged.connect(self._typed)
        self.reasons = [
            QuietButton(theme, words, self)
            for words in (
                _("The answer is wrong"),
                _("It is out of date"),
                _("It is unclear"),
            )
        ]
        for button in self.reasons:
            button.clicked.connect(self._took)
        self.flag = PrimaryButton(theme, _("Flag") + "  ⏎", self)
        self.flag.setDefault(True)
        self.flag.setEnabled(False)
        self.flag.clicked.connect(self._flagged)
        self.unflag = QuietButton(theme, _("Take the flag away"), self)
        self.unflag.setVisible(flagged)
        self.unflag.clicked.connect(self._unflagged)
        self.edit_now = QuietButton(theme, _("Edit it now"), self)
        self.edit_now.clicked.connect(self._edited)
        cancel = QuietButton(theme, _("Cancel"), self)
        cancel.clicked.connect(self.reject)
        for button in (*self.reasons, self.unflag, self.edit_now, cancel):
            button.setAutoDefault(False)
        at_hand, below = QWidget(self), QWidget(self)
        reasons_row, buttons_row = Flow(at_hand, gap=8), Flow(below, gap=12, at_end=True)
        for button in self.reasons:
            reasons_row.addWidget(button)
        for last in (cancel, self.unflag, self.edit_now, self.flag):
            buttons_row.addWidget(last)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(16)
        for widget in (heading, at_hand, self.field, below):
            column.addWidget(widget)
        around = parent.window().size() if parent is not None else QSize(900, 600)
        width = min(round(560 * theme.scale), around.width() - 48)
        self.resize(width, column.heightForWidth(width))
        self.field.setFocus()

    def _edited(self) -> None:
        self.reject()
        self.edit.emit()

    def _typed(self, words: str) -> None:
        self.flag.setEnabled(bool(words.strip()))

    def _took(self) -> None:
        button = self.sender()
        if isinstance(button, QuietButton):
            self._decide(button.text())

    def _flagged(self) -> None:
        self._decide(self.field.text().strip())

    def _unflagged(self) -> None:
        self._decide("")

    def _decide(self, reason: str) -> None:
        self.accept()
        self.decided.emit(reason)
