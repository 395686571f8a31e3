"""The form's own keys: they work wherever the focus is, and stand among the commands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_house import House
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from quizapp.ui.theme import Theme

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def house(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[House]:
    """A window on a home with one deck of two questions."""
    made = House(qtbot, theme, tmp_path / "home")
    yield made
    made.close()


def press(house: House, key: Qt.Key) -> None:
    """Alt with a key, where the focus is."""
    house.qtbot.keyClick(house.window.focusWidget(), key, ALT)
    QApplication.processEvents()


@pytest.mark.parametrize("width", [1280, 900, 700])
def test_the_forms_keys_work_while_the_list_has_the_focus(
    house: House, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fields and kind are a key away, be the form beside the list or in its place."""
    page = house.edit()
    opened: list[bool] = []
    monkeypatch.setattr(page.form.head, "choose_kind", lambda: opened.append(True))
    house.window.resize(width, 700)
    page.columns.show_column("left")
    page.list.focus_first()
    press(house, Qt.Key.Key_M)
    assert page.form.isAncestorOf(house.window.focusWidget())  # in the first that was folded
    page.columns.show_column("left")
    page.list.focus_first()
    press(house, Qt.Key.Key_K)
    assert opened
    assert page.form.isVisible()


def test_words_are_chosen_in_the_text_from_the_list_too(house: House) -> None:
    """Where no text is there yet, one is asked for."""
    page = house.edit()
    page.list.focus_first()
    press(house, Qt.Key.Key_E)
    house.dialog(QDialog).reject()


def test_a_key_that_means_nothing_here_does_nothing(house: House) -> None:
    """A short question has no gaps."""
    page = house.edit()
    page.list.focus_first()
    before = page.form.fields()
    press(house, Qt.Key.Key_G)
    assert page.form.fields() == before


def test_the_forms_steps_stand_among_the_commands_where_they_mean_something(
    house: House,
) -> None:
    """With their keys; gaps only where there can be some."""
    page = house.edit()
    keys = {command.keys for command in page.commands()}
    assert {"Alt+K", "Alt+E", "Alt+S", "Alt+M"} <= keys
    assert "Alt+G" not in keys
