"""Short questions of the editor: a title, a tag, and which deck questions go to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from quizapp.ui.article_save import OwnDeck
from quizapp.ui.controls import Caption, Field
from quizapp.ui.dialog import Dialog
from quizapp.ui.lines_model import Line
from quizapp.ui.lines_view import LinesView, on_a_card
from quizapp.ui.theme import Role, Theme
from quizapp.words import _, ngettext


class AskLine(Dialog):
    """Asks for one line of text.

    Args:
        title: what it is about.
        text: what comes of it, or "".
        name: of the field.
        yes: the verb that does it.
        known: lines that are proposed while one types.

    Signals:
        told: the line, without spaces at its ends.
    """

    told = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        title: str,
        text: str,
        name: str,
        yes: str,
        known: Sequence[str] = (),
    ) -> None:
        super().__init__(theme, parent, title, text, yes)
        self.field = Field(theme, name)
        if known:
            completer = QCompleter(list(known), self.field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.field.setCompleter(completer)
        self.field.textChanged.connect(self._see)
        self.column.addWidget(Caption(theme, name))
        self.column.addWidget(self.field)
        self.column.addStretch(1)
        self.accepted.connect(self._send)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._see()

    def propose(self, words: str) -> None:
        """Put words into the field, to be typed over."""
        self.field.setText(words)
        self.field.selectAll()

    def _see(self) -> None:
        self.yes.setEnabled(bool(self.field.text().strip()))

    def _send(self) -> None:
        words = " ".join(self.field.text().split())
        if words:
            self.told.emit(words)


class AskDeck(Dialog):
    """Asks which of the author's own decks.

    Signals:
        told: path of the deck.
    """

    told = Signal(object)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        title: str,
        text: str,
        yes: str,
        decks: Sequence[OwnDeck],
    ) -> None:
        super().__init__(theme, parent, title, text, yes)
        self._decks = {str(deck.path): deck for deck in decks}
        self.list = LinesView(theme, _("Your decks"), _("There is no other deck of your own."))
        self.list.setMinimumHeight(160)
        self.list.show_lines([_line(deck) for deck in decks])
        self.list.opened.connect(self.accept)
        self.column.addWidget(on_a_card(theme, self.list))
        self.yes.setEnabled(bool(decks))
        self.accepted.connect(self._send)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self) -> None:
        if self.list.key in self._decks:
            self.told.emit(self._decks[self.list.key].path)


def _line(deck: OwnDeck) -> Line:
    words = ngettext("{n} question", "{n} questions", deck.questions).format(n=deck.questions)
    return Line(str(deck.path), deck.title, ((words, Role.MUTED),))
