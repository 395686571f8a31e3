"""What calm dialogs share: a title, words, what is asked, and two buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from quizapp.ui.buttons import Button
from quizapp.ui.controls import Body, Heading
from quizapp.ui.flow import Flow
from quizapp.ui.theme import Theme
from quizapp.ui.wrapping_buttons import WrappingPrimary, WrappingQuiet
from quizapp.words import _


class Dialog(QDialog):
    """A small window over the page; Esc leaves everything as it is.

    Attributes:
        column: where what is asked goes.
        yes: the button that does it.
        no: the button that leaves it.

    Args:
        title: what it is about.
        text: what would happen, in plain words.
        yes: the verb on the button that does it.
        no: the words on the other one.
        careful: the other one is the filled one.

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
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self.setMinimumWidth(min(640, round(400 * theme.scale)))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.setSpacing(16)
        outer.addWidget(Heading(theme, title))
        if text:
            outer.addWidget(Body(theme, text))
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        outer.addLayout(self.column, 1)
        make_yes: type[Button] = WrappingQuiet if careful else WrappingPrimary
        make_no: type[Button] = WrappingPrimary if careful else WrappingQuiet
        self.yes = make_yes(theme, yes)
        self.yes.setObjectName("yes")
        self.yes.setDefault(True)
        self.no = make_no(theme, no or _("Cancel"))
        self.no.setObjectName("no")
        self.no.setAutoDefault(False)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        foot = QWidget()
        flow = Flow(foot, gap=12, at_end=True)
        flow.addWidget(self.no)
        flow.addWidget(self.yes)
        outer.addWidget(foot)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as wrapped words want at this width, which Qt does not see to."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            wanted = layout.totalHeightForWidth(self.width())
            if wanted > self.height():
                self.resize(self.width(), wanted)
