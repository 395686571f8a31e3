"""Joins pages and doors: what a page asks for is done here, and pages are filled."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from quizapp.settings import Settings
from quizapp.study.view import Scope, Stage, StudyDoor, Wanted
from quizapp.ui.article_place import ArticlePlace
from quizapp.ui.card_steps import CardSteps
from quizapp.ui.command import Command
from quizapp.ui.command_place import CommandPlace, Ways, everywhere
from quizapp.ui.controls import Toast
from quizapp.ui.deck_steps import DeckSteps
from quizapp.ui.editor_routes import EditorRoutes
from quizapp.ui.guard import Guard
from quizapp.ui.icons import Icons
from quizapp.ui.settings_place import SettingsPlace
from quizapp.ui.side_bar import HELP
from quizapp.ui.theme import Theme
from quizapp.ui.today_page import TodayPage
from quizapp.ui.window import Window
from quizapp.words import _

if TYPE_CHECKING:
    from quizapp.ui.deck_page import DeckPage
    from quizapp.ui.editor_door import EditorRooms
    from quizapp.ui.help_place import HelpPlace
    from quizapp.ui.library_page import LibraryPage
    from quizapp.ui.reader_page import ReaderPage
    from quizapp.ui.study_page import StudyPage


class Router(QObject):
    """Goes between the pages of one window and the rooms of one home.

    Pages but Today are imported and made when they are first asked for, so that the start waits
    for none of them.

    Signals:
        settings_changed: the Settings the student chose; they are in force already.
        decks_wanted: decks may have changed and should be looked through.
        restored: the history was replaced; every page shows another one now.
    """

    settings_changed = Signal(object)
    decks_wanted = Signal()
    restored = Signal()

    def __init__(
        self,
        window: Window,
        theme: Theme,
        icons: Icons,
        rooms: EditorRooms,
        settings: Settings,
        home: Path,
        log: Path,
        running_s: Callable[[], float],
        *,
        help_place: HelpPlace,
    ) -> None:
        super().__init__(window)
        self._running_s = running_s
        self._window = window
        self._theme = theme
        self._icons = icons
        self._rooms = rooms
        self._today = today = TodayPage(theme)
        window.add_page("today", today)
        self._library: LibraryPage | None = None
        self._deck: DeckPage | None = None
        self._reader: ReaderPage | None = None
        self._study: StudyPage | None = None
        self._door: StudyDoor | None = None
        self._deck_id = self._read_id = ""
        self._back = "today"
        self._guard = Guard(Toast(theme, window), str(log))
        self._steps = DeckSteps(window, theme, rooms, self._guard)
        self._card_steps = CardSteps(rooms, self._guard, self.refresh)
        self._preferences = preferences = SettingsPlace(
            window, theme, rooms, self._guard, settings, home, self.write_down
        )
        preferences.changed.connect(self.settings_changed)
        preferences.decks_wanted.connect(self.decks_wanted)
        preferences.restored.connect(self.restored)
        preferences.open_folder.connect(self._open_folder)
        preferences.wanted.connect(self.go)
        self._articles = ArticlePlace(window, theme, icons, rooms, self._guard)
        self._articles.study.connect(self._begin_and_study)
        self._articles.saved.connect(self.decks_wanted)
        self._articles.wanted.connect(self.go)
        self._routes = routes = EditorRoutes(
            window, theme, icons, rooms, self._guard, running_s, self._come_back
        )
        routes.join_today(today)
        routes.study.connect(self._begin_and_study)
        routes.saved.connect(self.decks_wanted)
        self._help = help_place
        help_place.returned.connect(self._return)
        self._stale = False
        CommandPlace(window, theme, self._guard, self._everywhere)
        window.go.connect(self.go)
        # Later, since a question may be asked, and whoever dropped the files waits until then.
        window.dropped.connect(self._take_in_all, Qt.ConnectionType.QueuedConnection)
        today.study.connect(self.study)
        today.begin.connect(self._begin_and_study)
        today.read.connect(self._read)
        today.open_deck.connect(self._open_deck)
        today.add_deck.connect(self._add_deck)
        today.open_library.connect(partial(self.go, "library"))

    # Places

    def go(self, name: str) -> None:
        """Show a place, filled anew."""
        if name == HELP:  # which hears of it itself, for it is there before this is
            return
        edited = self._routes.editing
        if not self._routes.close():
            return
        if edited:  # until now nobody looked what else came into the folders
            self.decks_wanted.emit()
        if name == "today":
            self._guard.do(self._fill_today)
        elif name == "library":
            self._guard.do(self._fill_library)
        elif name == "article":
            self._guard.do(self._articles.fill)
        elif name == "settings":
            self._guard.do(self._preferences.fill)
        came = self._window.page != name
        if came:
            self._window.show_page(name)
        if came or name == "today":
            self._arrive(name)

    def _arrive(self, name: str) -> None:
        """Give the focus to what is most likely wanted on a page."""
        page = {
            "today": self._today,
            "library": self._library,
            "article": self._articles.page,
            "deck": self._deck,
            "reader": self._reader,
            "settings": self._preferences.page,
        }[name]
        if page is not None:
            # What was just put into the page can take the focus only once it is laid out.
            QTimer.singleShot(0, page.focus_first)

    def _come_back(self, origin: str) -> None:
        """Show what was left for the editor."""
        if origin == "study" and self._door is not None:
            self._window.show_page("study", "today")
            self._door.reread()
        elif origin == "deck":
            self._open_deck(self._deck_id)
        else:
            self.go(origin if origin in {"today", "library"} else "library")

    def make_ready(self) -> None:
        """Have the study page at hand before it is asked for, while nothing else is done."""
        self._study_page()

    def refresh(self) -> None:
        """Fill the shown page anew, since decks, the day or the history changed."""
        page = self._window.page
        if page in {"today", "library"}:
            self.go(page)
        elif page == "deck":
            self._open_deck(self._deck_id)
        elif page == "reader":
            self._read(self._read_id)
        elif page == HELP:
            self._stale = True

    def _return(self) -> None:
        """Fill the page to which the reader of the help came back, where things changed."""
        if self._stale:
            self._stale = False
            self.refresh()

    def _everywhere(self) -> tuple[Command, ...]:
        routes = self._routes
        ways = Ways(self.go, self._help.open, self._add_deck, routes.new_deck, routes.show_facts)
        return everywhere(ways, studying=self._window.studying)

    def write_down(self) -> bool:
        """Write an answer that stands marked on the screen; whether none is left unwritten."""
        if self._door is not None:
            self._door.end()
            if self._study is not None and self._study.stage is Stage.ANSWERED:
                return False
            self._door = None
        return True

    @property
    def editing(self) -> bool:
        """A deck is worked on, so that its file changes all the time."""
        return self._routes.editing

    def leave_deck(self, *, may_ask: bool) -> bool:
        """Write the deck that is worked on; False where the author stays since it cannot be."""
        return self._routes.close(may_ask=may_ask)

    def stop(self) -> None:
        """Have no work go on, since the window closes."""
        self._articles.stop()
        self._routes.stop()

    @property
    def guard(self) -> Guard:
        """Where the window says what failed."""
        return self._guard

    def show_deck_file(self, path: Path) -> None:
        """Show the deck of a file, taking it in where it lies in none of the decks' folders."""
        for line in self._rooms.library.lines():
            if line.askable and line.entry.path == path:
                self._open_deck(line.entry.id)
                return
        self._take_in_all([path])

    def _fill_today(self) -> None:
        if self._rooms.read_only:
            self._say_read_only()
        self._today.show_today(self._rooms.today())
        self._routes.look(self._rooms.library.lines(), large=False)

    def _fill_library(self) -> None:
        page = self._library
        if page is None:
            from quizapp.ui.library_page import LibraryPage

            page = self._library = LibraryPage(self._theme)
            page.open_deck.connect(self._open_deck)
            page.begin.connect(self._begin_and_study)
            page.leave_out.connect(self._card_steps.leave_out)
            page.add_deck.connect(self._add_deck)
            page.open_folder.connect(self._open_folder)
            page.choose.connect(self._choose)
            page.read.connect(self._read)
            page.study.connect(self.study)
            self._routes.join_library(page)
            self._window.add_page("library", page)
        lines = self._rooms.library.lines()
        page.show_lines(lines)
        self._routes.look(lines, large=True)

    def _open_deck(self, deck_id: str) -> None:
        self._guard.do(self._fill_deck, deck_id)

    def _fill_deck(self, deck_id: str) -> None:
        shown = self._rooms.library.deck(deck_id)
        if shown is None:
            self.go("library")
            return
        page = self._deck
        if page is None:
            from quizapp.ui.deck_page import DeckPage

            page = self._deck = DeckPage(self._theme)
            page.back.connect(partial(self.go, "library"))
            page.begin.connect(self._begin_and_study)
            page.leave_out.connect(self._card_steps.leave_out)
            page.study.connect(self.study)
            page.read.connect(self._read)
            page.take_back.connect(self._card_steps.take_back)
            page.start_over.connect(self._card_steps.start_over)
            page.unflag.connect(self._card_steps.unflag)
            page.forget_spelling.connect(self._card_steps.forget_spelling)
            page.open_question.connect(self._open_question)
            page.open_folder.connect(self._open_folder)
            self._routes.join_deck(page)
            self._window.add_page("deck", page)
        self._deck_id = deck_id
        page.show_deck(shown)
        if self._window.page != "deck":
            if self._window.page != "reader":
                page.begin_at_top()
            self._window.show_page("deck", "library")
            self._arrive("deck")

    def _read(self, deck_id: str) -> None:
        self._guard.do(self._fill_reader, deck_id)

    def _fill_reader(self, deck_id: str) -> None:
        line = self._rooms.library.line(deck_id)
        articles = self._rooms.library.articles(deck_id)
        if line is None or not articles:
            return
        page = self._reader
        if page is None:
            from quizapp.ui.reader_page import ReaderPage

            page = self._reader = ReaderPage(self._theme)
            page.begin.connect(self._begin_and_study)
            page.back.connect(self._leave_reader)
            self._window.add_page("reader", page)
        came = self._window.page != "reader"
        self._read_id = deck_id
        page.show_article(line.entry.title, articles[0], begun=line.entry.begun, deck_id=deck_id)
        if came:
            self._back = self._window.page
            page.go_to_top()
            self._window.show_page("reader", "library" if self._back != "today" else "today")
            self._arrive("reader")

    def _leave_reader(self) -> None:
        if self._back == "deck":
            self._open_deck(self._deck_id)
        else:
            self.go(self._back or "today")

    # Studying

    def study(self, wanted: Wanted) -> None:
        """Begin a sitting."""
        if self._rooms.read_only:
            self._say_read_only()
            return
        self._guard.do(self._start, wanted)

    def _say_read_only(self) -> None:
        self._guard.say(
            _("Your data folder cannot be written, so you can look around but not study.")
        )

    def _study_page(self) -> StudyPage:
        page = self._study
        if page is None:
            from quizapp.ui.study_page import StudyPage

            page = self._study = StudyPage(self._theme, self._icons, self._running_s)
            page.left.connect(self._leave_study)
            self._routes.join_study(page)
            self._window.add_page("study", page)
        return page

    def _start(self, wanted: Wanted) -> None:
        page = self._study_page()
        door = self._rooms.presenter(page)
        page.attend(door)
        self._door = door
        self._window.show_page("study", "today")
        self._window.set_studying(studying=True)
        door.start(wanted)

    def _leave_study(self) -> None:
        self.write_down()
        self._window.set_studying(studying=False)
        self.go("today")

    def _begin_and_study(self, deck_id: str) -> None:
        if self._steps.begin(deck_id):
            self.study(Wanted(Scope.PLAN, decks=(deck_id,)))

    # What is done to decks and cards

    def _open_question(self, deck_id: str, key: str) -> None:
        self._guard.do(self._show_question, deck_id, key)

    def _show_question(self, deck_id: str, key: str) -> None:
        if self._deck is not None:
            self._deck.show_question(self._rooms.library.question(deck_id, key))

    def _choose(self, path: Path) -> None:
        self._guard.do(self._rooms.library.choose, path)
        self.decks_wanted.emit()
        self.refresh()

    def _add_deck(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        names, _filter = QFileDialog.getOpenFileNames(
            self._window, _("Add a deck"), "", _("Decks (*.toml)")
        )
        self._take_in_all([Path(name) for name in names])

    def _take_in_all(self, paths: list[Path]) -> None:
        if self._routes.drop(paths):
            return
        folders = [path for path in paths if path.is_dir()]
        decks = [path for path in paths if path.suffix.lower() == ".toml"]
        articles = [path for path in paths if path not in {*folders, *decks}]
        for path in folders:
            self._preferences.add_folder(path)
        self._articles.read(articles)
        if taken := self._steps.take_in([path for path in decks if path not in folders]):
            self.decks_wanted.emit()
            if self._window.studying:
                return  # what is studied is not left for it
            if len(taken) == 1 and taken[0].id:
                self._open_deck(taken[0].id)
            else:
                self.go("library")

    def _open_folder(self, path: Path) -> None:
        folder = path if path.is_dir() else path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
