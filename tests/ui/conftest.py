"""What tests of the study page stand on: a theme, and a page on a desk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot
from study_page_desk import Desk

from quizapp.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A theme that leaves the application light and at 100 %."""
    assert qapp is QApplication.instance()
    made = Theme("light", 100)
    yield made
    made.set_choice("light")
    made.set_text_size(100)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    """A page to try, gone before the next test: what is left over makes a theme slow."""
    made = Desk(qtbot, theme)
    yield made
    made.page.close()
    made.page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
