"""The mark and its reason in one line, by mark, word and colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from quizapp.content.mark import Mark
from quizapp.ui.icons import Icons
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _
from quizapp.words.marks import describe


class MarkLine(QWidget):
    """Shows a mark; hidden before there is one.

    Signals: none.
    """

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._mark: Mark | None = None
        self._guessed = self._hinted = False
        self._icon = QLabel(self)
        self._words = TextLabel(theme, Size.ANSWER, strong=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        theme.changed.connect(self._fill)

    @property
    def words(self) -> str:
        """What the line says."""
        return self._words.text() if self._mark is not None else ""

    def show_mark(self, mark: Mark | None, *, guessed: bool = False, hinted: bool = False) -> None:
        """Show a mark; `guessed` says what it counts as, `hinted` why it is Hard."""
        self._mark, self._guessed, self._hinted = mark, guessed, hinted
        self.setVisible(mark is not None)
        self._fill()

    def _fill(self) -> None:
        if self._mark is None:
            return
        role = Role.RIGHT if self._mark.right else Role.WRONG
        name = "check" if self._mark.right else "cross"
        self._icon.setPixmap(self._icons.beside_text(name, role, self.devicePixelRatioF()))
        self._words.set_role(role)
        words = describe(self._mark, hinted=self._hinted)
        if self._guessed:
            words = _("{mark} · counted as guessed").format(mark=words)
        self._words.set_text(words)
