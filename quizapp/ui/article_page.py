"""New from article: an article comes in, is read, named, and decided on; one page for all four."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from quizapp.generate.article import Article
from quizapp.generate.desk import Desk
from quizapp.ui.article_deciding import Deciding
from quizapp.ui.article_details import ArticleDetails
from quizapp.ui.article_entry import ArticleEntry
from quizapp.ui.command import Command
from quizapp.ui.command_buttons import of_buttons
from quizapp.ui.controls import Caption, Heading, Page, ProgressLine
from quizapp.ui.icons import Icons
from quizapp.ui.theme import LINE, Theme
from quizapp.ui.wrapping_buttons import WrappingQuiet
from quizapp.words import _

_WHOLE = 1000  # steps of the line of progress


class Waiting(Page):
    """Says what is being done, how far it is, and offers to stop it.

    Signals:
        cancelled: the author wants it stopped.
    """

    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=LINE)
        self._doing = Heading(theme)
        self._about = Caption(theme)
        self._line = ProgressLine(theme, _("How far it is"))
        self.cancel = WrappingQuiet(theme, _("Cancel") + "  Esc")
        self.cancel.setObjectName("cancel")
        self.cancel.clicked.connect(self.cancelled)
        self.column.setSpacing(16)
        for widget in (self._doing, self._about, self._line):
            self.column.addWidget(widget)
        self.column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def show_work(self, doing: str, about: str, *, measured: bool) -> None:
        """Say what is being done.

        Args:
            doing: in words.
            about: with what.
            measured: how far it is will be told.
        """
        self._doing.set_text(doing)
        self._about.set_text(about)
        self._line.setVisible(measured)
        self.show_progress(0.0)

    def show_progress(self, share: float) -> None:
        """How much is done, from 0 to 1."""
        self._line.set_progress(round(share * _WHOLE), _WHOLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Stop on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class ArticlePage(QWidget):
    """The page. Its states are widgets of their own, whose signals say what the author wants.

    Attributes:
        entry, waiting, details, deciding: the four states.

    Signals:
        paste: Ctrl+V was pressed where no field took it.
    """

    paste = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.entry = ArticleEntry(theme)
        self.waiting = Waiting(theme)
        self.details = ArticleDetails(theme)
        self.deciding = Deciding(theme, icons)
        self._stack = QStackedWidget()
        for state in (self.entry, self.waiting, self.details, self.deciding):
            self._stack.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)
        self.entry.paste.connect(self.paste)

    def show_entry(self, trouble: str = "", *, anyway: bool = False) -> None:
        """Show where an article comes in, with what went wrong before; see `show_trouble`."""
        self.entry.show_trouble(trouble, anyway=anyway)
        self._go_to(self.entry)

    def show_waiting(self, doing: str, about: str = "", *, measured: bool = False) -> None:
        """Show that something is being done."""
        self.waiting.show_work(doing, about, measured=measured)
        self._go_to(self.waiting)

    def show_details(self, article: Article) -> None:
        """Ask what the article is."""
        self.details.show_article(article)
        self._go_to(self.details)

    def show_desk(self, desk: Desk, notes: Sequence[str] = ()) -> None:
        """Put an article on the table."""
        self.deciding.show_desk(desk, notes)
        self._go_to(self.deciding)

    def back_to_desk(self) -> None:
        """Show the article that is on the table, as it stands now."""
        self.deciding.refresh()
        self._go_to(self.deciding)

    def commands(self) -> tuple[Command, ...]:
        """What can be done here: every button, and every key that has none."""
        more = self.deciding.commands() if self.deciding.isVisibleTo(self) else ()
        return (*of_buttons(self), *more)

    def focus_first(self) -> None:
        """Put the focus on what is most likely wanted."""
        match self._stack.currentWidget():
            case ArticleEntry() | ArticleDetails() | Deciding() as state:
                state.focus_first()
            case _:
                self.waiting.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, state: QWidget) -> None:
        self._stack.setCurrentWidget(state)
        if self.isVisible():
            self.focus_first()
