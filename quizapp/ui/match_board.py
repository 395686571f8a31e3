"""Pairs to join: for each left item the digit of the right item that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from quizapp.ui.announce import announce
from quizapp.ui.icons import Icons
from quizapp.ui.match_row import LeftRow
from quizapp.ui.options import BETWEEN, OptionRow
from quizapp.ui.theme import Theme
from quizapp.words import _


class MatchBoard(QWidget):
    """Left items with what was joined to them; right items with their digits beside them.

    One left item is marked. A digit, or a click on a right item, joins it to the marked one and
    marks the next that is still open. Arrows or a click mark another; Backspace takes back.

    Signals: none; Enter is the page's.
    """

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._left: list[LeftRow] = []
        self._right: list[OptionRow] = []
        self._right_words: tuple[str, ...] = ()
        self._joined: list[int] = []
        self._marked = 0
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        self._left_column = QVBoxLayout()
        self._left_column.setSpacing(BETWEEN)
        self._right_column = QVBoxLayout()
        self._right_column.setSpacing(BETWEEN)
        for at, column in enumerate((self._left_column, self._right_column)):
            column.addStretch(1)
            grid.addLayout(column, 0, at)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def show_pairs(self, left: Sequence[str], right: Sequence[str]) -> None:
        """Offer items to join."""
        self._right_words = tuple(right)
        self._joined = [-1] * len(left)
        self._marked = 0
        while len(self._left) < len(left):
            row = LeftRow(self._theme, self)
            row.clicked.connect(self._mark_clicked)
            self._left.append(row)
            self._left_column.insertWidget(len(self._left) - 1, row)
        while len(self._right) < len(right):
            option = OptionRow(self._theme, self._icons, self)
            option.clicked.connect(self._join_clicked)
            self._right.append(option)
            self._right_column.insertWidget(len(self._right) - 1, option)
        for index, row in enumerate(self._left):
            row.setVisible(index < len(left))
            if index < len(left):
                row.set_item(left[index])
        for index, option in enumerate(self._right):
            option.setVisible(index < len(right))
            if index < len(right):
                option.set_option(str(index + 1), right[index], several=False)
        self._fill()

    def joined(self) -> tuple[int, ...]:
        """For each left item the index of the right item, or -1."""
        return tuple(self._joined)

    def marked(self) -> QWidget:
        """The left item that the next digit goes to."""
        return self._left[self._marked]

    def mark_open(self) -> None:
        """Mark the first left item that is still open."""
        self._mark(next((i for i, item in enumerate(self._joined) if item < 0), self._marked))

    def press(self, digit: int) -> bool:
        """Join the right item with this digit to the marked left item."""
        item = digit - 1
        if not 0 <= item < len(self._right_words):
            return False
        # A right item belongs to one left item: taken from where it was.
        self._joined = [-1 if right == item else right for right in self._joined]
        self._joined[self._marked] = item
        announce(self, self._left[self._marked].said(item + 1, self._right_words[item]))
        count = len(self._joined)
        following = [(self._marked + n) % count for n in range(1, count)]
        self._marked = next((i for i in following if self._joined[i] < 0), self._marked)
        self._fill()
        return True

    def step(self, by: int) -> None:
        """Mark the next left item, or the one before."""
        self._mark((self._marked + by) % len(self._joined))

    def take_back(self) -> None:
        """Open the marked item, or where it is open the one joined before it."""
        at = self._marked
        if self._joined[at] < 0:
            count = len(self._joined)
            before = [(at - n) % count for n in range(1, count)]
            at = next((i for i in before if self._joined[i] >= 0), at)
        self._joined[at] = -1
        self._mark(at)

    def _mark(self, index: int) -> None:
        self._marked = index
        self._fill()
        announce(self, self._left[index].accessibleName())

    def _mark_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, LeftRow):
            self._mark(self._left.index(row))

    def _join_clicked(self) -> None:
        option = self.sender()
        if isinstance(option, OptionRow):
            self.press(self._right.index(option) + 1)

    def _fill(self) -> None:
        for index, right in enumerate(self._joined):
            words = self._right_words[right] if right >= 0 else ""
            self._left[index].set_joined(right + 1, words, marked=index == self._marked)
        for index, option in enumerate(self._right[: len(self._right_words)]):
            taken = index in self._joined
            option.set_faded(faded=taken)
            option.setAccessibleDescription(_("Joined") if taken else "")
