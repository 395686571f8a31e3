"""The whole window on a home with one deck of two questions, for tests of the editor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from quizapp import build, paths
from quizapp.content import deck_file
from quizapp.content.deck import Deck
from quizapp.settings import Settings
from quizapp.ui.controls import Toast
from quizapp.ui.editor_ask import AskLine
from quizapp.ui.editor_page import EditorPage
from quizapp.ui.help_place import HelpPlace
from quizapp.ui.icons import Icons
from quizapp.ui.library_page import LibraryPage
from quizapp.ui.router import Router
from quizapp.ui.side_bar import places
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window

WAITS_MS = 15_000
BRIDGES = """\
format = 1

[deck]
id = "bridges"
title = "Bridges"
language = "en"

# The town asked for this one.
[[question]]
id = "qaaaaaaaaa"
prompt = "Which river does the old bridge cross?"
answer = "Drin"

[[question]]
id = "qaaaaaaaab"
prompt = "Who is the minister of culture of Albania?"
answer = "Elva Margariti"
as_of = "2020-03"
"""
OTHER = BRIDGES.replace('"bridges"', '"rivers"').replace("Bridges", "Rivers").replace("qaa", "raa")


class House:
    """The window with its rooms on a home of its own."""

    def __init__(self, qtbot: QtBot, theme: Theme, root: Path) -> None:
        self.qtbot = qtbot
        self.home = paths.Home(root)
        self.home.decks.mkdir(parents=True, exist_ok=True)
        self.path = self.home.decks / "bridges.toml"
        self.path.write_text(BRIDGES, encoding="utf-8")
        self.rooms = build.open_rooms(self.home, Settings())
        icons = Icons(paths.resources() / "icons", theme)
        self.window = Window(theme, icons, places())
        self.window.resize(1280, 800)
        self.router = Router(
            self.window,
            theme,
            icons,
            self.rooms,
            Settings(),
            self.home.root,
            self.home.log,
            lambda: 0.0,
            help_place=HelpPlace(self.window, theme, paths.resources()),
        )
        self.router.go("today")
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def close(self) -> None:
        """Let go of everything."""
        self.router.leave_deck(may_ask=False)
        self.router.stop()
        QThreadPool.globalInstance().waitForDone(WAITS_MS)
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.rooms.close()

    def wait(self, is_so: Callable[[], object]) -> None:
        """Wait until it is so."""
        self.qtbot.waitUntil(lambda: bool(is_so()), timeout=WAITS_MS)

    def page(self, kind: type[QWidget]) -> QWidget:
        """The page of a kind, once it is shown."""
        self.wait(lambda: isinstance(self.window.shown, kind))
        shown = self.window.shown
        assert shown is not None
        return shown

    def library(self) -> LibraryPage:
        """Library, filled."""
        self.router.go("library")
        page = self.page(LibraryPage)
        assert isinstance(page, LibraryPage)
        return page

    def editor(self) -> EditorPage:
        """The editor, once it is up."""
        page = self.page(EditorPage)
        assert isinstance(page, EditorPage)
        self.wait(lambda: page.desk is not None)
        return page

    def edit(self) -> EditorPage:
        """The deck of this home, opened from Library."""
        self.library().edit.emit(self.path)
        return self.editor()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """The dialog that is up."""
        found = [one for one in self.window.findChildren(kind) if one.isVisible()]
        assert found
        return found[-1]

    def tell(self, words: str) -> None:
        """Answer what is asked for with a line."""
        dialog = self.dialog(AskLine)
        assert isinstance(dialog, AskLine)
        dialog.field.setText(words)
        dialog.accept()

    def deck(self, path: Path | None = None) -> Deck:
        """The deck as it lies on the disk."""
        found = deck_file.read(path or self.path).deck
        assert found is not None
        return found

    def press(self, name: str) -> None:
        """Press a button of the page."""
        shown = self.window.shown
        button = shown.findChild(QAbstractButton, name) if shown is not None else None
        assert button is not None
        button.click()

    def said(self) -> str:
        """All lines that are said just now."""
        shown = [one for one in self.window.findChildren(Toast) if one.isVisible()]
        return " ".join(toast.text() for toast in shown)

    def type(self, words: str) -> None:
        """Type where the focus is."""
        self.qtbot.keyClicks(self.window.focusWidget(), words)
