"""The decks on Today: those in the plan as a table, those not begun yet as an invitation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.study.view import DeckToday
from quizapp.ui.controls import Caption, ProgressLine
from quizapp.ui.theme import Role, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingQuiet
from quizapp.words import _, ngettext

"""Pixels between the edge of a link and its words; what stands under it is moved by them."""
_FOLDS = 640
"""Pixels of width, at 100 % text, under which a row takes two lines."""


def counts_in_words(due: int, new: int) -> str:
    """What waits in a deck today: "12 due · 4 new", or that nothing does."""
    parts = []
    if due:
        parts.append(ngettext("{n} due", "{n} due", due).format(n=due))
    if new:
        parts.append(ngettext("{n} new", "{n} new", new).format(n=new))
    return " · ".join(parts) if parts else _("nothing due today")


class DeckRow:
    """The widgets of one row; the table places them."""

    def __init__(self, theme: Theme, deck: DeckToday) -> None:
        self.title = WrappingLink(theme, deck.title)
        self.title.setObjectName(deck.id)
        self.title.setAccessibleDescription(_("Opens the deck's page"))
        self.bar = ProgressLine(
            theme,
            _("{learned} of {cards} cards seen").format(learned=deck.learned, cards=deck.cards),
        )
        self.bar.set_progress(deck.learned, deck.cards)
        self.bar.setFixedWidth(120)
        self.counts = Caption(theme, counts_in_words(deck.due, deck.new))
        waits = bool(deck.due or deck.new)
        self.study = WrappingQuiet(theme, _("Study") if waits else _("Go over"))
        self.study.setObjectName(deck.id)
        said = _("Study {deck}") if waits else _("Go over {deck}")
        self.study.setAccessibleName(said.format(deck=deck.title))


class DeckTable(QWidget):
    """The decks in the plan, each with its bar, its counts and a button.

    Signals:
        study: deck id, when what waits in it was asked for.
        go_over: deck id, when nothing waits in it and it was asked for all the same.
        open_deck: deck id, when its title was pressed.
    """

    study = Signal(str)
    go_over = Signal(str)
    open_deck = Signal(str)

    def __init__(self, theme: Theme, decks: Sequence[DeckToday]) -> None:
        super().__init__()
        self._theme = theme
        self._waiting = {deck.id for deck in decks if deck.due or deck.new}
        self._rows = [DeckRow(theme, deck) for deck in decks]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._folded: bool | None = None
        for row in self._rows:
            row.title.clicked.connect(self._opened)
            row.study.clicked.connect(self._asked)
        self._place(folded=False)
        theme.changed.connect(self._fold)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow: the table folds."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold where it is narrow."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        self._place(folded=self.width() < _FOLDS * self._theme.scale)

    def _place(self, *, folded: bool) -> None:
        if folded == self._folded:
            return
        self._folded = folded
        middle = Qt.AlignmentFlag.AlignVCenter
        while self._grid.takeAt(0) is not None:
            pass
        for at, row in enumerate(self._rows):
            line = 2 * at
            if folded:
                self._grid.addWidget(row.title, line, 0, Qt.AlignmentFlag.AlignLeft)
                under = QHBoxLayout()
                under.setContentsMargins(0, 0, 0, 8)
                under.setSpacing(16)
                under.addWidget(row.bar, 0, middle)
                under.addWidget(row.counts, 1)
                self._grid.addLayout(under, line + 1, 0)
                self._grid.addWidget(row.study, line, 3, 2, 1, middle)
            else:
                self._grid.addWidget(row.title, line, 0, Qt.AlignmentFlag.AlignLeft | middle)
                self._grid.addWidget(row.bar, line, 1, middle)
                self._grid.addWidget(row.counts, line, 2, middle)
                self._grid.addWidget(row.study, line, 3, middle)
        previous: QWidget | None = None
        for row in self._rows:
            for widget in (row.title, row.study):
                if previous is not None:
                    QWidget.setTabOrder(previous, widget)
                previous = widget

    def _opened(self) -> None:
        self.open_deck.emit(self.sender().objectName())

    def _asked(self) -> None:
        deck = self.sender().objectName()
        (self.study if deck in self._waiting else self.go_over).emit(deck)


class DeckInvitation(QWidget):
    """One deck that is not begun: title, what it is about, how long it is, and Begin.

    Signals:
        begin: deck id.
        open_deck: deck id, when its title was pressed.
    """

    begin = Signal(str)
    open_deck = Signal(str)

    def __init__(self, theme: Theme, deck_id: str, title: str, about: str, questions: int) -> None:
        super().__init__()
        self._id = deck_id
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        words = QVBoxLayout()
        words.setSpacing(0)
        open_it = WrappingLink(theme, title)
        open_it.setObjectName(f"open {deck_id}")
        open_it.setAccessibleDescription(_("Opens the deck's page"))
        open_it.clicked.connect(self._opened)
        words.addWidget(open_it, 0, Qt.AlignmentFlag.AlignLeft)
        said = [about] if about else []
        said.append(ngettext("{n} question", "{n} questions", questions).format(n=questions))
        for line in said:
            caption = Caption(theme, line)
            caption.set_role(Role.MUTED)
            caption.setContentsMargins(0, 0, 0, 2)
            words.addWidget(caption)
        layout.addLayout(words, 1000)
        layout.addStretch(1)
        start = WrappingQuiet(theme, _("Begin"))
        start.setObjectName(f"begin {deck_id}")
        start.setAccessibleName(_("Begin {deck}").format(deck=title))
        start.clicked.connect(self._begun)
        layout.addWidget(start, 0, Qt.AlignmentFlag.AlignVCenter)

    def _opened(self) -> None:
        self.open_deck.emit(self._id)

    def _begun(self) -> None:
        self.begin.emit(self._id)
