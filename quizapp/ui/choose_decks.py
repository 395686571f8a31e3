"""Which decks of the plan to study now: one, or several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from quizapp.study.view import DeckToday
from quizapp.ui.deck_table import counts_in_words
from quizapp.ui.dialog import Dialog
from quizapp.ui.theme import Theme
from quizapp.words import _

_ID = Qt.ItemDataRole.UserRole


class ChooseDecks(Dialog):
    """The decks of the plan, to tick or to pick one.

    Space ticks a deck, Enter starts.

    Args:
        several: ticks; else one deck is picked.

    Signals:
        chosen: a tuple of deck ids, once, when the student started.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        decks: Sequence[DeckToday],
        parent: QWidget | None = None,
        *,
        several: bool = True,
    ) -> None:
        title = _("Choose decks") if several else _("Go over a deck")
        text = "" if several else _("Every question of it, weakest first. Each answer counts.")
        super().__init__(theme, parent, title, text, _("Start"))
        self._several = several
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(160)
        for deck in decks:
            words = f"{deck.title}\n{counts_in_words(deck.due, deck.new)}"
            item = QListWidgetItem(words)
            item.setData(_ID, deck.id)
            if several:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                waits = bool(deck.due or deck.new)
                state = Qt.CheckState.Checked if waits else Qt.CheckState.Unchecked
                item.setCheckState(state)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._see)
        self.column.addWidget(self.list)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.accepted.connect(self._send)
        self._see()

    @property
    def ids(self) -> tuple[str, ...]:
        """The decks as ticked or picked."""
        items = [self.list.item(row) for row in range(self.list.count())]
        if not self._several:
            items = [item for item in items if item is self.list.currentItem()]
        else:
            items = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return tuple(item.data(_ID) for item in items)

    def _see(self) -> None:
        self.yes.setEnabled(bool(self.ids))

    def _send(self) -> None:
        self.chosen.emit(self.ids)
