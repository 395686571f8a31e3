"""How one's own decks stand, looked up in another thread and said where decks are listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.ui.article_work import ArticleWork, plainly

if TYPE_CHECKING:
    from quizapp.author.standing import OldFact, Standing
    from quizapp.study.library import DeckLine
    from quizapp.ui.editor_door import EditorRooms

_LARGE = 2000
"""Questions from which a deck is only looked through when Library is open: it takes a while."""
_REST_MS = 1500
"""How long after a page was filled, so that nobody waits for it."""


class DeckHealth(QObject):
    """Knows what the checks hold against decks that one may write, and which facts are old.

    Signals:
        known: something is known that was not before.
    """

    known = Signal()

    def __init__(self, parent: QObject, rooms: EditorRooms) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._work = ArticleWork(self)
        self._wanted: tuple[Path, ...] = ()
        self._standings: Mapping[Path, Standing] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._begin)

    @property
    def standings(self) -> Mapping[Path, Standing]:
        """What is known, by the deck's file."""
        return self._standings

    @property
    def old(self) -> tuple[OldFact, ...]:
        """All facts to check, the longest due first."""
        found = [fact for standing in self._standings.values() for fact in standing.old]
        return tuple(sorted(found, key=lambda fact: (fact.fact.since, fact.prompt)))

    def look(self, lines: Iterable[DeckLine], *, large: bool) -> None:
        """Look decks through in a moment.

        Args:
            lines: Library's.
            large: those too that take a while.
        """
        self._wanted = tuple(
            line.entry.path
            for line in lines
            if line.askable
            and line.entry.writable
            and not line.entry.bundled
            and (large or line.entry.questions < _LARGE)
        )
        if self._wanted or self._standings:
            self._rest.start()

    def look_now(self) -> None:
        """Look at once at what was looked at before."""
        self._begin()

    def stop(self) -> None:
        """Have no work go on."""
        self._rest.stop()
        self._work.stop()

    def _begin(self) -> None:
        self._rest.stop()
        look = partial(self._rooms.standings, self._wanted)
        self._work.begin(partial(plainly, look), self._ended, self._failed)

    def _ended(self, standings: Mapping[Path, Standing]) -> None:
        if standings != self._standings:
            self._standings = standings
            self.known.emit()

    def _failed(self, _error: Exception) -> None:
        """Say nothing: what is wrong with a deck is said where it is opened."""
        self._rest.stop()
