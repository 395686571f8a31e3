"""The ways into the editor and back: from Library, from a deck's page, and from a sitting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quizapp.ui.article_work import ArticleWork, plainly
from quizapp.ui.editor_place import EditorPlace
from quizapp.words import _

if TYPE_CHECKING:
    from quizapp.study.library import DeckLine
    from quizapp.ui.deck_page import DeckPage
    from quizapp.ui.editor_door import EditorRooms
    from quizapp.ui.guard import Guard
    from quizapp.ui.library_page import LibraryPage
    from quizapp.ui.study_page import StudyPage


class EditorRoutes(QObject):
    """Opens the editor where a page asks for it, and goes back to that page.

    Args:
        place: the editor.
        rooms: where decks are found.
        guard: says what failed.
        go_back: shows what was left for the editor: "library", "deck", "facts" or "study".
    """

    def __init__(
        self,
        place: EditorPlace,
        rooms: EditorRooms,
        guard: Guard,
        go_back: Callable[[str], None],
    ) -> None:
        super().__init__(place)
        self._place = place
        self._rooms = rooms
        self._guard = guard
        self._go_back = go_back
        self._work = ArticleWork(self)
        self._from = "library"
        place.left.connect(self._left)

    def join_library(self, page: LibraryPage) -> None:
        """Do what Library asks for."""
        page.new_deck.connect(self.new_deck)
        page.edit.connect(self.edit_file)
        page.duplicate.connect(self._place.duplicate)
        page.rename.connect(self._place.rename)
        page.delete_deck.connect(self._place.delete_deck)

    def join_deck(self, page: DeckPage) -> None:
        """Do what a deck's page asks for."""
        page.edit.connect(self.edit_deck)
        page.edit_question.connect(self.edit_deck)

    def join_study(self, page: StudyPage) -> None:
        """Edit the card that is studied."""
        page.edit.connect(self.edit_studied)

    def new_deck(self) -> None:
        """Make a deck."""
        self._from = "library"
        self._place.new_deck()

    def edit_file(self, path: Path) -> None:
        """Edit the deck of a file, from Library."""
        line = self._line(path=path)
        if line is not None:
            self._from = "library"
            self._place.open(path, bundled=not _own(line))

    def edit_deck(self, deck_id: str, key: str = "") -> None:
        """Edit a deck, from its page, at a question of it."""
        self._edit(deck_id, key, "deck", _("Back to the deck"))

    def edit_fact(self, deck_id: str, key: str) -> None:
        """Edit a question that is to be checked, from the list of them."""
        self._edit(deck_id, key, "facts", _("Back to the facts"))

    def edit_studied(self, deck_id: str, key: str) -> None:
        """Edit the question that is studied, and go back to its card."""
        self._edit(deck_id, key, "study", _("Back to the card"))

    def _edit(self, deck_id: str, key: str, origin: str, back: str) -> None:
        line = self._line(deck_id=deck_id)
        if line is not None:
            self._from = origin
            self._place.open(line.entry.path, key, back=back, bundled=not _own(line))

    def _line(self, *, deck_id: str = "", path: Path | None = None) -> DeckLine | None:
        if deck_id:
            return self._rooms.library.line(deck_id)
        return next((one for one in self._rooms.library.lines() if one.entry.path == path), None)

    def _left(self) -> None:
        if self._from == "study":
            # The card is shown as it reads now, so the deck must have been read before.
            self._work.begin(
                partial(plainly, self._rooms.rescan), self._came_back, self._failed_to_read
            )
        else:
            self._go_back(self._from)

    def _came_back(self, _changed: object) -> None:
        self._go_back(self._from)

    def _failed_to_read(self, error: Exception) -> None:
        self._guard.tell(error)
        self._go_back(self._from)


def _own(line: DeckLine) -> bool:
    """It can be written where it lies."""
    return line.entry.writable and not line.entry.bundled
