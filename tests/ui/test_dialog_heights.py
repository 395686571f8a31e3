"""Dialogs show all of their words, at every text size."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from quizapp.ui.buttons import PrimaryButton
from quizapp.ui.confirm import Confirm
from quizapp.ui.theme import Theme


@pytest.mark.parametrize("text_size", [80, 100, 150, 200])
def test_a_question_is_as_high_as_its_words(qtbot: QtBot, text_size: int) -> None:
    """No line of a long question is cut off."""
    dialog = Confirm(Theme("light", text_size), None, "Make a copy?", "Many words. " * 40, "Copy")
    qtbot.addWidget(dialog)
    dialog.show()
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() >= layout.totalHeightForWidth(dialog.width())


@pytest.mark.parametrize("careful", [False, True])
def test_the_filled_button_loses_nothing(qtbot: QtBot, careful: bool) -> None:
    """Where the step loses something, the way out of it is the one that is filled."""
    dialog = Confirm(Theme("light"), None, "Leave?", "Words are lost.", "Leave", careful=careful)
    qtbot.addWidget(dialog)
    assert isinstance(dialog.no, PrimaryButton) is careful
    assert isinstance(dialog.yes, PrimaryButton) is not careful
