"""Settings as a place of the window: what the student prefers, folders of decks, and copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.settings import Settings
from quizapp.study.rooms import Rooms
from quizapp.ui.guard import Guard
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window
from quizapp.words import _

if TYPE_CHECKING:
    from quizapp.ui.settings_page import SettingsPage

NAME = "settings"


class SettingsPlace(QObject):
    """Fills the page and puts what is chosen there in force.

    Args:
        settings: in force so far.
        write_down: writes an answer that stands marked; whether none is left unwritten.

    Signals:
        changed: the Settings the student chose; they are in force already.
        decks_wanted: the folders of decks are others now.
        restored: the history was replaced.
        open_folder: path of a folder to show in the desktop's own program.
        wanted: the page should be shown, filled anew.
    """

    changed = Signal(object)
    decks_wanted = Signal()
    restored = Signal()
    open_folder = Signal(object)
    wanted = Signal(str)

    def __init__(
        self,
        window: Window,
        theme: Theme,
        rooms: Rooms,
        guard: Guard,
        settings: Settings,
        home: Path,
        write_down: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._rooms = rooms
        self._guard = guard
        self._settings = settings
        self._home = home
        self._write_down = write_down
        self.page: SettingsPage | None = None

    def fill(self) -> None:
        """Have the page say how things stand."""
        from quizapp.ui.settings_page import BackupLine, SettingsPage

        page = self.page
        if page is None:
            page = self.page = SettingsPage(self._theme)
            page.changed.connect(self._use)
            page.back_up.connect(self._back_up)
            page.restore.connect(self._restore)
            page.add_folder.connect(self._choose_folder)
            page.remove_folder.connect(self._remove_folder)
            page.open_home.connect(partial(self.open_folder.emit, self._home))
            page.about.connect(self._about)
            self._window.add_page(NAME, page)
        copies = [
            BackupLine(b.path, b.made, b.size, b.why, b.answers) for b in self._rooms.backups()
        ]
        page.show_settings(self._settings, self._home, copies)

    def add_folder(self, path: Path) -> None:
        """Take the decks of a folder in."""
        if any("\udc80" <= letter <= "\udcff" for letter in str(path)):
            self._guard.say(_("That folder's name is not UTF-8. Rename it, then add it."))
        elif str(path) not in self._settings.deck_folders:
            folders = (*self._settings.deck_folders, str(path))
            self._use(replace(self._settings, deck_folders=folders))
            self._guard.say(_("The folder's decks are in Library now."))
            if self._window.page == NAME:
                self.wanted.emit(NAME)

    def _about(self) -> None:
        from quizapp.ui.about_page import AboutPage

        page = AboutPage(self._theme)
        page.show_about(self._home)
        page.back.connect(partial(self.wanted.emit, NAME))
        self._window.drop_page("about")
        self._window.add_page("about", page)
        self._window.show_page("about", NAME)

    def _use(self, settings: Settings) -> None:
        folders_changed = settings.deck_folders != self._settings.deck_folders
        self._settings = settings
        self._theme.set_choice(settings.scheme)
        self._theme.set_text_size(settings.text_size)
        self._guard.do(self._rooms.use, settings)
        self.changed.emit(settings)
        if folders_changed:
            self.decks_wanted.emit()

    def _choose_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self._window, _("Add a folder of decks"))
        if name:
            self.add_folder(Path(name))

    def _remove_folder(self, name: str) -> None:
        folders = tuple(f for f in self._settings.deck_folders if f != name)
        self._use(replace(self._settings, deck_folders=folders))
        self.wanted.emit(NAME)

    def _back_up(self) -> None:
        if self._guard.do(self._rooms.back_up) is not None:
            self._guard.say(_("A copy of your learning history was made."))
        self.wanted.emit(NAME)

    def _restore(self, path: Path) -> None:
        if not self._write_down():
            return
        done = self._guard.do(self._restored, path)
        if done:
            self._guard.say(_("Restored. The history as it was before is among the copies."))
        self.restored.emit()
        self.wanted.emit(NAME)

    def _restored(self, path: Path) -> bool:
        self._rooms.restore(path)
        return True
