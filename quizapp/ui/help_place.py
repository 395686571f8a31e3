"""Help as a place of the window: F1 opens the page that fits, Esc goes back to where one was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from quizapp.ui.theme import Theme
from quizapp.ui.window import Window
from quizapp.words import _

if TYPE_CHECKING:
    from quizapp.ui.help_page import HelpPage
    from quizapp.words.help_pages import Help

START = "start"
NAME = "help"
KEY = "F1"
FITS = {
    "today": START,
    "library": "decks",
    "deck": "decks",
    "reader": "decks",
    "study": "studying",
    "article": "generating",
    "editor": "editor",
    "facts": "facts",
    "settings": "settings",
    "about": "data",
    "trouble": "data",
}
"""The page of the help that fits each page of the window."""
_SHORTCUT = "help shortcut"
_OVER = QSize(960, 680)  # pixels, of the help over a dialog


class HelpPlace(QObject):
    """Opens the help and takes the reader back.

    A widget with an attribute `help_page` says by it which page of the help fits; else the page of
    the window does.

    Args:
        resources: the folder that holds `help` and the schema of a deck.

    Signals:
        returned: the reader is where she was, whose page may be out of date by now.
    """

    returned = Signal()

    def __init__(self, window: Window, theme: Theme, resources: Path) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._resources = resources
        self._help: Help | None = None
        self._page: HelpPage | None = None
        self._before = "today"
        self._place = "today"
        self._focus: QWidget | None = None
        window.go.connect(self._asked)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._hear_dialog)

    @property
    def page(self) -> HelpPage | None:
        """The page, where it was made already."""
        return self._page

    def fits(self) -> str:
        """The name of the page of the help that fits where one is."""
        widget = QApplication.focusWidget()
        while widget is not None:
            fits = getattr(widget, "help_page", "")
            if isinstance(fits, str) and fits:
                return fits
            widget = widget.parentWidget()
        return FITS.get(self._window.page, START)

    def open(self, name: str = "") -> None:
        """Show a page of the help, that which fits if none is named."""
        window = self._window
        if window.page == NAME:
            if name:
                self._made().open(name)
            return
        name = name or self.fits()
        page = self._made()
        self._before = window.page
        self._place = window.side_bar.place
        self._focus = QApplication.focusWidget()
        page.begin_at(name)
        window.show_page(NAME)
        page.focus_first()

    def open_over(self, dialog: QDialog) -> None:
        """Show the help over a dialog, which stays as it is."""
        over = QDialog(dialog)
        over.setObjectName(NAME)
        over.setWindowTitle(_("Help"))
        over.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = self._new_page()
        page.left.connect(over.accept)
        column = QVBoxLayout(over)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        page.begin_at(self.fits())
        over.resize(_OVER.boundedTo(self._window.size()))
        over.open()
        page.focus_first()

    def leave(self) -> None:
        """Go back to where the reader was."""
        window = self._window
        if window.page != NAME:
            return
        window.show_page(self._before, self._place)
        self.returned.emit()
        focus = self._focus
        if focus is not None and shiboken6.isValid(focus) and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None

    def _asked(self, name: str) -> None:
        if name == NAME:
            self.open()

    def _made(self) -> HelpPage:
        if self._page is None:
            page = self._page = self._new_page()
            page.left.connect(self.leave)
            self._window.add_page(NAME, page)
        return self._page

    def _new_page(self) -> HelpPage:
        from quizapp.ui.help_keys import inserts
        from quizapp.ui.help_page import HelpPage
        from quizapp.words.help_pages import read_help  # the start waits for none of these

        if self._help is None:
            schema = self._resources / "deck.schema.json"
            self._help = read_help(self._resources / NAME, {**inserts(), "schema": str(schema)})
        page = HelpPage(self._theme)
        page.show_help(self._help)
        return page

    def _hear_dialog(self) -> None:
        """Have F1 open the help from a dialog too, whoever opened it."""
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or dialog.objectName() == NAME:
            return
        if dialog.findChild(QShortcut, _SHORTCUT) is None:
            shortcut = QShortcut(QKeySequence(KEY), dialog)
            shortcut.setObjectName(_SHORTCUT)
            shortcut.activated.connect(self._from_dialog)

    def _from_dialog(self) -> None:
        dialog = self.sender().parent()
        if isinstance(dialog, QDialog):
            self.open_over(dialog)
