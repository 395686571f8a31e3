"""A question before a step that is large: what would happen, and whether it can be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quizapp.ui.dialog import Dialog
from quizapp.ui.theme import Theme


class Confirm(Dialog):
    """Asks once. It is opened with `open`, and `accepted` is sent on yes.

    Args:
        title, text: what would happen.
        yes: the verb that does it.
        no: words of the other button, "" for "Cancel".
        careful: the focus stands on the button that changes nothing, which is the filled one.

    Signals: QDialog's own.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        title: str,
        text: str,
        yes: str,
        no: str = "",
        *,
        careful: bool = False,
    ) -> None:
        super().__init__(theme, parent, title, text, yes, no, careful=careful)
        button = self.no if careful else self.yes
        self.yes.setDefault(not careful)
        button.setFocus(Qt.FocusReason.OtherFocusReason)


def ask(
    parent: QWidget,
    theme: Theme,
    title: str,
    text: str,
    yes: str,
    no: str = "",
    *,
    careful: bool = False,
) -> bool:
    """Ask and wait for the answer; closing the dialog is a no."""
    dialog = Confirm(theme, parent, title, text, yes, no, careful=careful)
    return dialog.exec() == Confirm.DialogCode.Accepted
