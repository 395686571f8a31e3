"""Where kept questions go: a new deck, or one of the author's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from quizapp.study.library import DeckLine
from quizapp.ui.controls import Caption, Field
from quizapp.ui.dialog import Dialog
from quizapp.ui.flow import Flow
from quizapp.ui.lines_model import Line
from quizapp.ui.lines_view import LinesView, on_a_card
from quizapp.ui.theme import Role, Theme
from quizapp.ui.wrapping_buttons import WrappingQuiet
from quizapp.words import _, ngettext


@dataclass(frozen=True, slots=True)
class OwnDeck:
    """A deck that questions can be added to."""

    path: Path
    title: str
    questions: int


def own_decks(lines: Sequence[DeckLine]) -> tuple[OwnDeck, ...]:
    """Those of Library's decks that are the author's own and can be written."""
    return tuple(
        OwnDeck(line.entry.path, line.entry.title, line.entry.questions)
        for line in lines
        if line.askable and line.entry.writable and not line.entry.bundled
    )


class SaveDialog(Dialog):
    """Asks for a title, or which deck.

    Args:
        count: how many questions would be saved.
        title: proposed for a new deck.
        decks: the author's own.

    Signals:
        new: title and description of a new deck.
        add: path of a deck to add to.
    """

    new = Signal(str, str)
    add = Signal(object)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        count: int,
        title: str,
        decks: Sequence[OwnDeck],
    ) -> None:
        words = ngettext("Save {n} question", "Save {n} questions", count).format(n=count)
        super().__init__(theme, parent, words, "", _("Save"))
        self._decks = {str(deck.path): deck for deck in decks}
        self._ways = QButtonGroup(self)
        ways = QWidget()
        flow = Flow(ways, gap=8)
        for at, way in enumerate((_("A new deck"), _("Add to a deck"))):
            button = WrappingQuiet(theme, way)
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._ways.addButton(button, at)
            flow.addWidget(button)
        self._ways.button(0).setChecked(True)
        self._ways.idClicked.connect(self._place)
        ways.setVisible(bool(decks))
        self.title = Field(theme, _("Title"))
        self.title.setText(title)
        self.title.textChanged.connect(self._see)
        self.description = Field(theme, _("Description"))
        self._new = QWidget()
        column = QVBoxLayout(self._new)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Caption(theme, _("Title")))
        column.addWidget(self.title)
        column.addSpacing(8)
        column.addWidget(Caption(theme, _("Description, if you like")))
        column.addWidget(self.description)
        self.list = LinesView(theme, _("Your decks"), "")
        self.list.setMinimumHeight(120)
        self.list.show_lines([_line(deck) for deck in decks])
        self.list.opened.connect(self.accept)
        self._card = on_a_card(theme, self.list)
        for widget in (ways, self._new, self._card):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.accepted.connect(self._send)
        self._place()
        self.title.selectAll()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_to_deck(self) -> None:
        """Choose to add to a deck."""
        self._ways.button(1).setChecked(True)
        self._place()

    @property
    def _adds(self) -> bool:
        return self._ways.checkedId() == 1

    def _place(self) -> None:
        self._new.setVisible(not self._adds)
        self._card.setVisible(self._adds)
        (self.list if self._adds else self.title).setFocus(Qt.FocusReason.OtherFocusReason)
        self._see()

    def _see(self) -> None:
        ready = bool(self.list.key) if self._adds else bool(self.title.text().strip())
        self.yes.setEnabled(ready)

    def _send(self) -> None:
        if self._adds:
            if self.list.key in self._decks:
                self.add.emit(self._decks[self.list.key].path)
        else:
            self.new.emit(self.title.text().strip(), self.description.text().strip())


def _line(deck: OwnDeck) -> Line:
    words = ngettext("{n} question", "{n} questions", deck.questions).format(n=deck.questions)
    return Line(str(deck.path), deck.title, ((words, Role.MUTED),))
