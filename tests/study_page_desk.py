"""A study page on a desk: shown, before a door that writes down its calls, with a clock to set."""

from __future__ import annotations

import study_samples as samples
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from quizapp.study.view import QuestionShown
from quizapp.ui.icons import Icons
from quizapp.ui.study_page import StudyPage
from quizapp.ui.theme import Theme


class Clock:
    """A running clock that a test sets."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now


class Desk:
    """A study page before a door that writes down its calls."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.clock = Clock()
        self.door = samples.RecordingDoor()
        self.page = StudyPage(theme, Icons(samples.ICONS, theme), self.clock)
        self.page.attend(self.door)
        self.page.resize(900, 600)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitActive(self.page)

    def ask(self, name: str) -> None:
        """Show a question side, and let the student read it."""
        self.show(samples.QUESTIONS[name])
        self.clock.now += 1

    def show(self, shown: QuestionShown) -> None:
        """Show a question side at this moment."""
        self.page.show_question(shown)

    def answer(self, name: str) -> None:
        """Show a question side and then its answer side, and let the student read that."""
        self.answer_at_once(name)
        self.clock.now += 1

    def answer_at_once(self, name: str) -> None:
        """Show a question side and, at this moment, its answer side."""
        self.ask(name)
        self.page.show_answer(samples.ANSWERS[name])

    def answer_choice(self) -> None:
        """Show the answer side as a sitting does when it is answered."""
        self.page.show_answer(samples.ANSWERS["choice"])

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifiers)

    def digits(self, digits: str) -> None:
        """Press digits one after the other, without hurry."""
        for digit in digits:
            self.clock.now += 1
            self.press(Qt.Key(Qt.Key.Key_0.value + int(digit)))

    def letters(self, words: str) -> None:
        """Press letters where the focus is, whatever takes them."""
        self.qtbot.keyClicks(QApplication.focusWidget(), words)

    def type(self, words: str) -> None:
        """Type into the field that has the focus."""
        field = self.page.focusWidget()
        assert isinstance(field, QLineEdit)
        self.qtbot.keyClicks(field, words)
