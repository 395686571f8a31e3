"""The study page in another, longer language: nothing missed, nothing clipped."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest
import study_samples as samples
from pseudo_words import OPEN, Pseudo
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from study_page_desk import Desk

from quizapp import words
from quizapp.ui.theme import Theme


@pytest.fixture
def translated(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    """A study page whose every word has been translated."""
    words.use(Pseudo())
    made = Desk(qtbot, theme)
    yield made
    words.use(gettext.NullTranslations())
    made.page.close()
    made.page.deleteLater()


@pytest.mark.parametrize("name", sorted(samples.QUESTIONS))
def test_both_sides_are_translated_and_fit(translated: Desk, name: str) -> None:
    """Every button of the program's own is translated, and all fits into 900×600."""
    translated.ask(name)
    check(translated.page, samples.QUESTIONS[name].options)
    translated.page.show_answer(samples.ANSWERS[name])
    check(translated.page, samples.QUESTIONS[name].options)


def test_the_end_is_translated_and_fits(translated: Desk) -> None:
    """So is the end of a sitting."""
    translated.page.show_finished(samples.END)
    check(translated.page, ())


def check(page: QWidget, content: tuple[str, ...]) -> None:
    """Look at every widget that is seen."""
    for _ in range(3):
        QApplication.processEvents()
    seen = [w for w in page.findChildren(QWidget) if w.isVisibleTo(page) and w.width()]
    assert seen
    for widget in seen:
        at = widget.mapTo(page, QPoint(0, 0)).x()
        assert at >= 0, widget
        assert at + widget.width() <= page.width(), widget
        if isinstance(widget, QAbstractButton):
            text = widget.text()
            own = any(letter.isalpha() for letter in text) and not any(c in text for c in content)
            assert not own or OPEN in text, text
