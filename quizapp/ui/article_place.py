"""New from article as a place of the window: made when first wanted, given what is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from quizapp.ui.guard import Guard
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window
from quizapp.words import _

if TYPE_CHECKING:
    from quizapp.ui.article_door import ArticleRooms
    from quizapp.ui.article_page import ArticlePage
    from quizapp.ui.article_steps import ArticleSteps

NAME = "article"


class ArticlePlace(QObject):
    """Keeps the page out of the way of the start, and passes articles on to it.

    Signals:
        study: id of a deck that was made and is to be studied now.
        saved: a deck was written or added to.
        wanted: an article is being read, and the page should be shown.
    """

    study = Signal(str)
    saved = Signal()
    wanted = Signal(str)

    def __init__(
        self, window: Window, theme: Theme, icons: Icons, rooms: ArticleRooms, guard: Guard
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._icons = icons
        self._rooms = rooms
        self._guard = guard
        self._steps: ArticleSteps | None = None
        window.dropped_words.connect(self._read_words, Qt.ConnectionType.QueuedConnection)

    @property
    def page(self) -> ArticlePage | None:
        """The page, where it was made already."""
        return self._steps.page if self._steps is not None else None

    def fill(self) -> None:
        """Have the page say how things stand."""
        self._made().arrive()

    def read(self, paths: Sequence[Path]) -> None:
        """Read the first of the files that were dropped."""
        if not paths:
            return
        self._made().read_file(paths[0])
        self._show()
        if len(paths) > 1:
            self._guard.say(_("One article at a time: the others were left where they are."))

    def stop(self) -> None:
        """Have no work go on, since the window closes; what is typed is kept."""
        if self._steps is not None:
            self._steps.stop()

    def _read_words(self, words: str, html: bool) -> None:
        self._made().read_words(words, html=html)
        self._show()

    def _show(self) -> None:
        if self._window.studying:  # what is studied is not left for it
            self._guard.say(_("The article waits for you in New from article."))
        else:
            self.wanted.emit(NAME)

    def _made(self) -> ArticleSteps:
        if self._steps is None:
            from quizapp.ui.article_steps import ArticleSteps

            steps = ArticleSteps(self._window, self._theme, self._icons, self._rooms, self._guard)
            steps.study.connect(self._study_file)
            steps.saved.connect(self.saved)
            self._window.add_page(NAME, steps.page)
            self._steps = steps
        return self._steps

    def _study_file(self, path: Path) -> None:
        for line in self._rooms.library.lines():
            if line.askable and line.entry.path == path:
                self.study.emit(line.entry.id)
