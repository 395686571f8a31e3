"""The ways into the editor and back: from Library, from a deck's page, and from a sitting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.ui.article_work import ArticleWork, plainly
from quizapp.ui.deck_health import DeckHealth
from quizapp.ui.editor_place import NAME as EDITOR
from quizapp.ui.editor_place import EditorPlace
from quizapp.ui.facts_place import FactsPlace
from quizapp.words import _
from quizapp.words.ageing import to_check

if TYPE_CHECKING:
    from quizapp.author.told import KeptDeck
    from quizapp.study.library import DeckLine
    from quizapp.ui.deck_page import DeckPage
    from quizapp.ui.editor_door import EditorRooms
    from quizapp.ui.guard import Guard
    from quizapp.ui.icons import Icons
    from quizapp.ui.library_page import LibraryPage
    from quizapp.ui.study_page import StudyPage
    from quizapp.ui.theme import Theme
    from quizapp.ui.today_page import TodayPage
    from quizapp.ui.window import Window


_NAMED = 2
"""Facts that Today's line names."""


class EditorRoutes(QObject):
    """Opens the editor where a page asks for it, and goes back to that page.

    It also knows how the author's own decks stand, and says so on the pages that list them.

    Args:
        window: where pages are shown.
        theme, icons: how they look.
        rooms: where decks are found.
        guard: says what failed.
        running_s: seconds of a clock that never runs back.
        go_back: shows what was left for the editor: "today", "library", "deck" or "study".

    Signals:
        study: id of the deck that the author wants to study now.
        saved: decks were written, made, or put aside.
    """

    study = Signal(str)
    saved = Signal()

    def __init__(
        self,
        window: Window,
        theme: Theme,
        icons: Icons,
        rooms: EditorRooms,
        guard: Guard,
        running_s: Callable[[], float],
        go_back: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._rooms = rooms
        self._guard = guard
        self._go_back = go_back
        self._work = ArticleWork(self)
        self._keeping = ArticleWork(self)
        self._from = "library"
        self._today: TodayPage | None = None
        self._library: LibraryPage | None = None
        self._place = place = EditorPlace(window, theme, icons, rooms, guard, running_s)
        place.left.connect(self._left)
        place.study.connect(self.study)
        place.saved.connect(self.saved)
        place.saved.connect(self._look_for_kept)
        self._health = health = DeckHealth(self, rooms)
        health.known.connect(self._tell_health)
        self._facts = facts = FactsPlace(window, theme, rooms, guard, health)
        facts.left.connect(go_back)
        facts.change.connect(self.edit_fact)
        facts.saved.connect(self.saved)

    # What the window asks

    @property
    def editing(self) -> bool:
        """A deck is worked on."""
        return self._place.path is not None

    def close(self, *, may_ask: bool = True) -> bool:
        """Write the deck that is worked on; False where the author stays since it cannot be."""
        return self._place.close(may_ask=may_ask)

    def drop(self, paths: Sequence[Path]) -> bool:
        """Take a file of rows that was dropped on the editor; whether it was one."""
        return self._window.page == EDITOR and self._place.drop(paths)

    def look(self, lines: Sequence[DeckLine], *, large: bool) -> None:
        """Look the author's own decks through in a moment; see `DeckHealth.look`."""
        self._health.look(lines, large=large)
        self._look_for_kept()

    def stop(self) -> None:
        """Have no work go on, since the window closes."""
        self._place.stop()
        self._health.stop()
        self._work.stop()
        self._keeping.stop()

    # What pages ask

    def join_today(self, page: TodayPage) -> None:
        """Do what Today asks for."""
        self._today = page
        page.open_facts.connect(self._facts.open)

    def join_library(self, page: LibraryPage) -> None:
        """Do what Library asks for."""
        self._library = page
        page.new_deck.connect(self.new_deck)
        page.edit.connect(self.edit_file)
        page.duplicate.connect(self._place.duplicate)
        page.rename.connect(self._place.rename)
        page.delete_deck.connect(self._place.delete_deck)
        page.open_facts.connect(self._facts.open)
        page.write_anew.connect(self._write_anew)
        page.let_go.connect(self._place.let_go)
        page.show_standings(self._health.standings)

    def join_deck(self, page: DeckPage) -> None:
        """Do what a deck's page asks for."""
        page.edit.connect(self.edit_deck)
        page.edit_question.connect(self.edit_deck)

    def join_study(self, page: StudyPage) -> None:
        """Edit the card that is studied."""
        page.edit.connect(self.edit_studied)

    def show_facts(self) -> None:
        """Show which facts are old; the deck at hand is written first."""
        if self._place.close():
            self._facts.open()

    def new_deck(self) -> None:
        """Make a deck."""
        self._from = "library"
        self._place.new_deck()

    def _write_anew(self, kept: KeptDeck) -> None:
        self._from = "library"
        self._place.write_anew(kept)

    def _look_for_kept(self) -> None:
        self._keeping.begin(
            partial(plainly, self._rooms.kept_decks), self._show_kept, self._guard.tell
        )

    def _show_kept(self, decks: Sequence[KeptDeck]) -> None:
        if self._library is not None:
            self._library.kept.show_decks(decks)

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

    def _tell_health(self) -> None:
        """Say on the pages what is known now of the author's own decks."""
        old = self._health.old
        prompts = [fact.prompt for fact in old[:_NAMED]]
        if self._today is not None:
            self._today.show_facts(to_check(len(old), prompts) if old else "")
        if self._library is not None:
            self._library.show_standings(self._health.standings)

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
        elif self._from == "facts":
            self._health.look_now()
            self._facts.open()
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
