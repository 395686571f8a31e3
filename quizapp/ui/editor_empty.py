"""What stands in the editor while its deck has no question: what would be here, and how."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from quizapp.ui.controls import Body, Page
from quizapp.ui.theme import LINE, Theme
from quizapp.ui.wrapping_buttons import WrappingPrimary
from quizapp.words import _


class EditorEmpty(Page):
    """Offers the first question.

    Signals:
        wanted: the author wants a question.
    """

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=LINE)
        self.column.setSpacing(16)
        self.column.addWidget(
            Body(
                theme,
                _(
                    "The question you write would stand here, and beside it how a student sees"
                    " it. You can also paste rows from a spreadsheet, or drop a file of them."
                ),
            )
        )
        self._first = WrappingPrimary(theme, _("Write a question") + "  Ctrl+N")
        self._first.setObjectName("write")
        self._first.clicked.connect(self.wanted)
        self.column.addWidget(self._first, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def focus_first(self) -> None:
        """Go to the button."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
