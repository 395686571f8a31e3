"""The keys of a page, shown on `?`."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from quizapp.ui.controls import Body, Caption, Page, QuietButton
from quizapp.ui.study_keys import HELP
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _

Keys = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
TALL = 860  # pixels, where the window is as high


class KeysHelp(QDialog):
    """Lists the keys; `?`, Esc or Enter closes it.

    Args:
        keys: headings, each with keys and what they do; those of a sitting if none are told.

    Signals: QDialog's own.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, keys: Keys = HELP) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = Page(theme, self)
        for heading, lines in keys:
            group = QVBoxLayout()
            group.setSpacing(12)
            group.addWidget(TextLabel(theme, Size.ANSWER, _(heading), strong=True))
            grid = QGridLayout()
            grid.setHorizontalSpacing(24)
            grid.setVerticalSpacing(8)
            grid.setColumnStretch(1, 1)
            grid.setColumnMinimumWidth(0, round(96 * theme.scale))
            for row, (key, meaning) in enumerate(lines):
                top = Qt.AlignmentFlag.AlignTop
                grid.addWidget(TextLabel(theme, Size.BODY, _(key), role=Role.MUTED), row, 0, top)
                grid.addWidget(Body(theme, _(meaning)), row, 1)
            group.addLayout(grid)
            page.column.addLayout(group)
        page.column.addWidget(
            Caption(theme, _("F1 opens the help. Ctrl+Shift+P lists all that can be done here."))
        )
        close = QuietButton(theme, _("Close"), self)
        close.clicked.connect(self.accept)
        page.column.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        around = parent.window().size() if parent is not None else QSize(900, 600)
        wanted = QSize(round(620 * theme.scale), TALL)
        self.resize(wanted.boundedTo(around - QSize(48, 48)))
        close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on the key that opened it."""
        if event.text() == "?":
            self.accept()
            return
        super().keyPressEvent(event)
