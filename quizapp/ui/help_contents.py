"""The contents of the help, and what is found in it as one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.announce import announce
from quizapp.ui.controls import MARGIN, Field
from quizapp.ui.lines_model import Line
from quizapp.ui.lines_view import LinesView, on_a_card
from quizapp.ui.theme import Role, Theme
from quizapp.words import _, ngettext
from quizapp.words.help_pages import Help
from quizapp.words.help_search import Found, HelpIndex

CHECKS = "checking"
"""The page that lists the codes, which have pages of their own."""


class HelpContents(QWidget):
    """A field for words, and a list: of all pages, or of what holds the words.

    Signals:
        opened: name of a page and an anchor on it, when the reader wants to see it.
    """

    opened = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._help = Help({}, ())
        self._index: HelpIndex | None = None
        self._shown = ""
        self.field = Field(theme, _("Search the help"))
        self.field.setPlaceholderText(_("Search the help"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._open_chosen)
        self.list = LinesView(theme, _("Pages"), _("Nothing was found."))
        self.list.setMinimumHeight(96)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(self._open_chosen)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addWidget(self.field)
        self._column.addWidget(on_a_card(theme, self.list), 1)

    def show_help(self, pages: Help) -> None:
        """Take the pages that there are."""
        self._help = pages
        self._index = None
        self._fill()
        QTimer.singleShot(0, self, self._know_words)  # so that the first letter waits for nothing

    def set_shown(self, name: str) -> None:
        """Mark the page that is shown, or the one that lists it."""
        self._shown = name if name in self._help.contents else CHECKS
        if not self.field.text().strip():
            self.list.choose(self._shown)

    def set_alone(self, *, alone: bool) -> None:
        """Stand beside the page, or in its place."""
        self._column.setContentsMargins(MARGIN, 12, MARGIN if alone else 0, 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go down from the field to the list; let Esc first take back what was typed."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        typed = self.field.text().strip()
        if not typed:
            pages = self._help.pages
            self.list.show_lines([Line(name, pages[name].title) for name in self._help.contents])
            self.list.choose(self._shown)
            return
        found = [_line(one) for one in self._know_words().search(typed)]
        self.list.show_lines(found)
        self.list.choose(found[0].key if found else "")
        n = len(found)
        announce(self, ngettext("{n} place found", "{n} places found", n).format(n=n))

    def _know_words(self) -> HelpIndex:
        if self._index is None:
            self._index = HelpIndex(self._help)
        return self._index

    def _open_chosen(self) -> None:
        self._open(self.list.key)

    def _open(self, key: str) -> None:
        if key:
            name, _hash, anchor = key.partition("#")
            self.opened.emit(name, anchor)


def _line(found: Found) -> Line:
    of_page = found.title if found.title != found.heading else ""
    under = tuple((words, Role.MUTED) for words in (of_page, found.snippet) if words)
    return Line(f"{found.page}#{found.anchor}", found.heading, under)
