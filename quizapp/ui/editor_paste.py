"""Rows of a spreadsheet or another program, seen in a table before they become questions."""

from __future__ import annotations

from PySide6.QtCore import Signal

from quizapp.ui.controls import Page
from quizapp.ui.theme import Theme


class EditorPaste(Page):
    """The rows.

    Signals:
        left: the author does not want them.
        added: the questions that are to be added, as a tuple.
    """

    left = Signal()
    added = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)

    def show_text(self, text: str) -> None:
        """Show the rows of a text."""

    def focus_first(self) -> None:
        """Go to the table."""
