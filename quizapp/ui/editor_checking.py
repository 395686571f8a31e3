"""Checks of a whole deck for the editor: after opening and at rest, in another thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.author.door import Checking, Desk
from quizapp.author.told import Changed
from quizapp.ui.article_work import ArticleWork

_REST_MS = 4000
"""How long nothing was changed when the whole deck is checked again."""


class EditorChecking(QObject):
    """Has the desk know what the checks hold against each question.

    Signals:
        ended: what changed in the list by it, as `Changed`.
    """

    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._work = ArticleWork(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._begin)

    def attend(self, desk: Desk | None) -> None:
        """Check this deck, now and whenever it was changed."""
        self._work.stop()
        self._rest.stop()
        self._desk = desk
        if desk is not None:
            self._begin()

    def touch(self) -> None:
        """Something was changed."""
        self._rest.start()

    def _begin(self) -> None:
        desk = self._desk
        if desk is None:
            return
        if self._work.busy:
            self._rest.start()
            return
        checking = desk.begin_checks()

        def check(_progress: Callable[[float], None], _stopped: Callable[[], bool]) -> Checking:
            checking.run()
            return checking

        self._work.begin(check, self._end, self._failed)

    def _end(self, checking: Checking) -> None:
        if self._desk is not None:
            changed = self._desk.end_checks(checking)
            self.ended.emit(changed)

    def _failed(self, _error: Exception) -> None:
        """Leave the list as it is; what is wrong with the file is said where it is saved."""
        self.ended.emit(Changed())
