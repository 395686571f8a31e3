"""Which decks of the plan to study now: one, or several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.study.view import DeckToday
from quizapp.ui.deck_table import counts_in_words
from quizapp.ui.dialog import Dialog
from quizapp.ui.lines_model import Line
from quizapp.ui.lines_view import LinesView, on_a_card
from quizapp.ui.theme import Role, Theme
from quizapp.words import _


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
        waiting = {deck.id for deck in decks if deck.due or deck.new}
        self._order = [deck.id for deck in decks]
        self.list = LinesView(theme, title, "", waiting if several else None)
        self.list.show_lines(
            [
                Line(deck.id, deck.title, ((counts_in_words(deck.due, deck.new), Role.MUTED),))
                for deck in decks
            ]
        )
        self.column.addWidget(on_a_card(theme, self.list))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.ticks_changed.connect(self._see)
        self.list.opened.connect(self.accept)
        self.accepted.connect(self._send)
        self._see()

    @property
    def ids(self) -> tuple[str, ...]:
        """The decks as ticked, or the one picked."""
        ticked = self.list.lines.ticked
        if ticked is None:
            return (self.list.key,) if self.list.key else ()
        return tuple(deck for deck in self._order if deck in ticked)

    def _see(self) -> None:
        self.yes.setEnabled(bool(self.ids))

    def _send(self) -> None:
        self.chosen.emit(self.ids)
