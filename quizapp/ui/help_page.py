"""Help: contents and search at the left, the page at the right, one of them where it is narrow."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.command import Command
from quizapp.ui.controls import MARGIN, Heading
from quizapp.ui.help_contents import HelpContents
from quizapp.ui.help_text import HelpText
from quizapp.ui.theme import Theme
from quizapp.ui.wrapping_buttons import WrappingLink
from quizapp.words import _, help_pages
from quizapp.words.help_pages import Help

TWO_FROM = 800
"""Width in pixels at 100 % text from which contents and page stand side by side."""
_LEFT, _LEFT_SHARE = 300, 0.38  # pixels at 100 % text, and the most of the width
_ANY_WIDTH = 16_777_215  # Qt's own largest


class HelpPage(QWidget):
    """The pages of the help, one of them shown.

    Signals:
        left: the reader wants to be where she was.
    """

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._help = Help({}, ())
        self._shown = ""
        self._before: list[tuple[str, int]] = []
        self._reading = True
        self.back = self._link("back", _("Back"), self.go_back)
        self.contents_link = self._link("contents", _("Contents"), self.show_contents)
        self.close_link = self._link("close", _("Close · Esc"), self.left.emit)
        self.contents = HelpContents(theme)
        self.contents.opened.connect(self._open_and_read)
        self.text = HelpText(theme)
        self.text.followed.connect(self.open)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 12, MARGIN, 0)
        head.setSpacing(24)
        head.addWidget(Heading(theme, _("Help")))
        head.addWidget(self.back)
        head.addWidget(self.contents_link)
        head.addStretch(1)
        head.addWidget(self.close_link)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self.contents)
        columns.addWidget(self.text, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(head)
        outer.addLayout(columns, 1)
        theme.changed.connect(self._fit)
        self._fit()

    def show_help(self, pages: Help) -> None:
        """Take the pages that there are."""
        self._help = pages
        self._before.clear()
        self.contents.show_help(pages)

    @property
    def shown(self) -> str:
        """The name of the page that is shown."""
        return self._shown

    def begin_at(self, name: str) -> None:
        """Show a page as the first one; there is nothing to go back to."""
        self._before.clear()
        self._shown = ""
        self.contents.field.clear()
        self.open(name)

    def open(self, name: str, anchor: str = "") -> None:
        """Show a page, from an anchor on; the first page where there is none of that name."""
        page = self._help.page(name)
        if page is None:
            page = help_pages.HelpPage("", _("Help"), _missing(), ())
        if page.name == self._shown and page.name:
            self.text.go_to(anchor)
        else:
            if self._shown:
                self._before.append((self._shown, self.text.verticalScrollBar().value()))
            self._show(page, anchor)

    def go_back(self) -> None:
        """Show the page before this one where it was left, or leave the help."""
        if not self._before:
            self.left.emit()
            return
        name, at = self._before.pop()
        page = self._help.page(name)
        if page is not None:
            self._show(page, "")
            self.text.verticalScrollBar().setValue(at)

    def focus_first(self) -> None:
        """Give the focus to the page, so that keys scroll it."""
        shown = self.text if self._reading or not self._narrow else self.contents.field
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """Go to the field for words to look for."""
        self._reading = False
        self._fit()
        self.contents.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.contents.field.selectAll()

    def show_contents(self) -> None:
        """Go to the list of pages."""
        self._reading = False
        self._fit()
        self.contents.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        where = _("Help")
        pages = self._help.pages
        return (
            Command("help.search", _("Search the help"), "Ctrl+F", where, self.search),
            Command("help.back", _("Go back one page"), "Alt+←", where, self.go_back),
            Command("help.close", _("Close the help"), "Esc", where, self.left.emit),
            *(
                Command(
                    f"help.{name}",
                    _("Read: {page}").format(page=pages[name].title),
                    "",
                    where,
                    partial(self._open_and_read, name, ""),
                )
                for name in self._help.contents
            ),
        )

    def _link(self, name: str, words: str, do: Callable[[], object]) -> WrappingLink:
        link = WrappingLink(self._theme, words)
        link.setObjectName(name)
        link.clicked.connect(do)
        return link

    def _open_and_read(self, name: str, anchor: str) -> None:
        self.open(name, anchor)
        self.focus_first()

    def _show(self, page: help_pages.HelpPage, anchor: str) -> None:
        self._shown = page.name
        self._reading = True
        self._fit()
        self.text.show_page(page, anchor)
        self.contents.set_shown(page.name)

    @property
    def _narrow(self) -> bool:
        return self.width() / self._theme.scale < TWO_FROM

    def _fit(self) -> None:
        narrow = self._narrow
        self.contents.setVisible(not narrow or not self._reading)
        self.text.setVisible(not narrow or self._reading)
        self.contents_link.setVisible(narrow and self._reading)
        self.contents.set_alone(alone=narrow)
        if narrow:
            self.contents.setMinimumWidth(0)
            self.contents.setMaximumWidth(_ANY_WIDTH)
        else:
            wanted = round(_LEFT * self._theme.scale) + MARGIN
            self.contents.setFixedWidth(min(wanted, round(self.width() * _LEFT_SHARE)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Both columns where there is room."""
        super().resizeEvent(event)
        self._fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go back by the mouse's own button."""
        if event.button() == Qt.MouseButton.BackButton:
            self.go_back()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave, go back, or search."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        alt_left = held == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Left
        find = held == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_F
        if key == Qt.Key.Key_Escape and self._narrow and not self._reading:
            self._reading = True
            self._fit()
            self.focus_first()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif alt_left or key in {Qt.Key.Key_Backspace, Qt.Key.Key_Back}:
            self.go_back()
        elif find or event.text() == "/":
            self.search()
        else:
            super().keyPressEvent(event)


def _missing() -> str:
    """What stands there when no page was found."""
    about = _(
        "The pages of the help are missing. Your decks and your history are safe. Install Quizapp"
        " once more to have them back; the keys of a page are shown on ?."
    )
    return f"# {_('Help')}\n\n{about}\n"
