"""What is done to the desk in another thread, since it may read the whole article anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from quizapp.generate.article import Span
from quizapp.generate.desk import Item
from quizapp.ui.article_page import ArticlePage
from quizapp.ui.article_trouble import in_words
from quizapp.ui.article_work import ArticleWork, Then, plainly
from quizapp.ui.confirm import Confirm
from quizapp.ui.theme import Theme
from quizapp.words import _, deciding

PATIENCE_MS = 300
"""How long the desk may be away before the page says so."""


class DeskAway(QObject):
    """Takes the desk from the page, has a step done to it, and gives it back.

    Signals:
        given: the page has the desk again.
    """

    given = Signal()

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        page: ArticlePage,
        work: ArticleWork,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._theme = theme
        self._page = page
        self._work = work
        self._say = say
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._takes_long)
        page.deciding.undo.connect(self._undo)
        page.deciding.ask.connect(self._ask)
        page.deciding.keep_ready.connect(self._count_ready)

    def take(self, step: Callable[[], object], then: Then) -> None:
        """Have another thread carry a step out; what takes long is said.

        Args:
            step: a step of the desk's.
            then: called with what came of it; it has to `give` the desk back.
        """
        self._page.deciding.hold(held=True)
        self._patience.start()
        self._work.begin(partial(plainly, step), then, self._gave_up)

    def give(self) -> None:
        """Let the page have the desk again."""
        self._patience.stop()
        self._page.deciding.hold(held=False)
        if self._page.waiting.isVisibleTo(self._page):
            self._page.back_to_desk()
        self.given.emit()

    def _undo(self) -> None:
        desk = self._page.deciding.desk
        if desk is not None and not self._work.busy:
            self.take(desk.undo, self._undone)

    def _undone(self, code: str | None) -> None:
        self.give()
        self._page.deciding.show_undone(code)

    def _ask(self, span: Span) -> None:
        desk = self._page.deciding.desk
        if desk is not None and not self._work.busy:
            self.take(partial(desk.ask, span), self._asked)

    def _asked(self, item: Item) -> None:
        self.give()
        self._page.deciding.show_asked(item)

    def _count_ready(self) -> None:
        desk = self._page.deciding.desk
        if desk is not None and not self._work.busy:
            self.take(desk.green_open, self._ask_ready)

    def _ask_ready(self, count: int) -> None:
        self.give()
        if not count:
            self._say(_("No open question passes all checks."))
            return
        dialog = Confirm(
            self._theme,
            self._parent,
            deciding.keep_green(count),
            _("You can still change each of them, and undo this in one step."),
            _("Keep all"),
        )
        dialog.accepted.connect(self._keep_ready)
        dialog.open()

    def _keep_ready(self) -> None:
        desk = self._page.deciding.desk
        if desk is not None and not self._work.busy:
            self.take(desk.keep_green, self._kept_ready)

    def _kept_ready(self, _count: int) -> None:
        self.give()
        desk = self._page.deciding.desk
        if desk is not None and desk.trouble is not None:
            self._say(in_words(desk.trouble))
        self._page.deciding.go_on()

    def _takes_long(self) -> None:
        if self._work.busy:
            self._page.show_waiting(_("One moment"))

    def _gave_up(self, error: Exception) -> None:
        self._say(in_words(error))
        self.give()
