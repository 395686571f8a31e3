"""The steps out of a trouble, and what tells one copy of the history from another."""

from __future__ import annotations

from pathlib import Path

import pages_shown
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quizapp.collection.failures import (
    CacheDamaged,
    CorruptDatabase,
    DatabaseLocked,
    MissingDatabase,
)
from quizapp.ui.settings_page import SettingsPage
from quizapp.ui.theme import Theme
from quizapp.ui.trouble_page import steps_for

HERE = Path("/data/quizapp.sqlite")


@pytest.mark.parametrize(
    ("error", "steps"),
    [
        (CorruptDatabase(HERE, backup=HERE), ["restore", "salvage", "folder"]),
        (CorruptDatabase(HERE), ["salvage", "folder"]),
        (CacheDamaged(HERE, backup=HERE), ["salvage", "folder"]),
        (MissingDatabase(HERE, backup=HERE), ["restore", "anew", "folder"]),
        (MissingDatabase(HERE), ["anew", "again", "folder"]),
        (DatabaseLocked(HERE), ["again", "folder"]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_only_steps_that_can_be_taken_are_offered(error: Exception, steps: list[str]) -> None:
    """No backup is offered where there is none, and the best step comes first."""
    assert [name for name, _ in steps_for(error)] == steps


def test_each_copy_says_why_it_was_made_and_what_it_holds(qtbot: QtBot) -> None:
    """Two copies of one minute can be told apart."""
    page = SettingsPage(Theme("light"))
    qtbot.addWidget(page)
    page.show_settings(pages_shown.settings(), pages_shown.HOME, pages_shown.backups())
    said = " | ".join(label.text() for label in page.findChildren(QLabel))
    for copy in pages_shown.backups():
        assert f"{copy.when} · {copy.answers} answers" in said
    assert "made before a restore" in said
    assert "made by itself" in said
    assert "made by you" in said
