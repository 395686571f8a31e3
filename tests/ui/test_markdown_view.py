"""Markdown as it is shown: nothing is cut at the right, whatever the layout asks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.markdown_view import MarkdownView
from quizapp.ui.theme import Size, Theme

CODE = "```\nfor each in everything_that_is_long: print(something_or_other)\n```\n"
TABLE = "| a long heading | another one |\n|---|---|\n| wordwithoutbreaks | andanotherone |\n"


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> Iterator[MarkdownView]:
    """A narrow view."""
    made = MarkdownView(theme, Size.ANSWER)
    qtbot.addWidget(made)
    made.resize(200, 600)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_asking_for_another_width_leaves_what_is_shown(view: MarkdownView) -> None:
    """A layout that tries a wider place must not have the lines drawn as wide."""
    view.set_markdown("one two three four five six seven eight nine ten " * 4)
    QApplication.processEvents()
    narrow = view.heightForWidth(200)
    assert view.heightForWidth(600) < narrow
    assert view.document().textWidth() == view.viewport().width()
    assert view.heightForWidth(200) == narrow


@pytest.mark.parametrize("source", [CODE, TABLE, "`code_that_goes_on_and_on_without_a_break`"])
def test_nothing_is_wider_than_its_place(view: MarkdownView, source: str) -> None:
    """It cannot be scrolled sideways."""
    view.set_markdown(source)
    QApplication.processEvents()
    assert view.document().size().width() <= view.viewport().width()
