"""The line over the columns: the way back to other articles, and into a deck."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.flow import Flow
from quizapp.ui.theme import Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingQuiet
from quizapp.words import _, ngettext


class ArticleHead(QWidget):
    """Two buttons, one at each end.

    Signals:
        left: the author wants the other articles.
        save: the author wants what she kept in a deck.
    """

    left = Signal()
    save = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        back = WrappingLink(theme, _("Other articles") + "  O")
        back.setAccessibleName(_("Other articles"))
        back.setObjectName("articles")
        back.clicked.connect(self.left)
        self._save = WrappingQuiet(theme, _("Save"))
        self._save.setObjectName("save")
        self._save.clicked.connect(self.save)
        flow = Flow(self, gap=16, spread=True)
        flow.addWidget(back)
        flow.addWidget(self._save)

    def show_to_save(self, count: int) -> None:
        """Say how many questions would be saved."""
        words = ngettext("Save {n} question", "Save {n} questions", count).format(n=count)
        self._save.setText(words if count else _("Save"))
        self._save.setEnabled(count > 0)
        self._save.updateGeometry()
