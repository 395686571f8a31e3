"""The page with an article on it, and the author's hands at its keys."""

from __future__ import annotations

import articles_shown
from articles_shown import PROMPTS
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.generate.article import Span
from quizapp.generate.desk import Desk, Item, State
from quizapp.ui.article_deciding import Deciding
from quizapp.ui.article_page import ArticlePage
from quizapp.ui.buttons import Button
from quizapp.ui.theme import Theme


class Table:
    """The page with an article on it, and the author's hands."""

    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk) -> None:
        self.qtbot = qtbot
        self.desk = desk
        self.page: ArticlePage = articles_shown.page(theme)
        self.view: Deciding = self.page.deciding
        self.said = QSignalSpy(self.view.said)
        self.failed = QSignalSpy(self.view.failed)
        qtbot.addWidget(self.page)
        self.view.ask.connect(self._ask)
        self.view.undo.connect(self._undo)
        self.page.show_desk(desk)
        self.page.resize(1280, 800)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.focus_first()

    def _ask(self, span: Span) -> None:
        """What the steps do in another thread."""
        self.view.show_asked(self.desk.ask(span))

    def _undo(self) -> None:
        """What the steps do in another thread."""
        self.view.show_undone(self.desk.undo())

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self.focus, key, held)

    def type(self, words: str) -> None:
        """Type where the focus is."""
        self.qtbot.keyClicks(self.focus, words)

    def editing(self) -> bool:
        """The form is up."""
        return self.view.question.editing

    def click(self, name: str) -> None:
        """Click a button."""
        self.button(name).click()

    def button(self, name: str) -> Button:
        """A button by its name."""
        found = self.page.findChild(Button, name)
        assert found is not None
        return found

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    @property
    def prompt(self) -> str:
        """Of the question at hand."""
        return self.desk.item(self.view.at).question.prompt

    def state(self, name: str) -> State:
        """What was decided on one of the questions."""
        found = (i for i in self._all() if i.question.prompt == PROMPTS[name])
        return next(found).state

    def go_to(self, name: str) -> None:
        """Have a question at hand."""
        item = next(i for i in self._all() if i.question.prompt == PROMPTS[name])
        self.view.question.opened.emit(item.id)

    def _all(self) -> list[Item]:
        before, self.desk.show_red = self.desk.show_red, True
        found = list(self.desk.items)
        self.desk.show_red = before
        return found
