"""The form's own keys: they work wherever the focus is, and stand among the commands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_house import House
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from quizapp.ui.command import matching
from quizapp.ui.command_place import CommandPlace
from quizapp.ui.theme import Theme

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


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


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("csv", "editor.paste"),
        ("spreadsheet", "editor.paste"),
        ("cloze", "editor.kind"),
        ("multiple choice", "editor.kind"),
        ("distractor", "editor.suggest"),
        ("synonym", "editor.suggest"),
        ("picture", "editor.more"),
        ("hint", "editor.more"),
        ("preview", "editor.try"),
        ("remove", "editor.delete"),
        ("previous", "editor.before"),
        ("evidence", "editor.evidence"),
        ("license", "editor.deck"),
        ("filter", "editor.find"),
        ("close", "editor.back"),
        ("label", "editor.tag"),
        ("settings", "go.settings"),
        ("facts", "facts"),
    ],
)
def test_what_authors_type_finds_what_can_be_done(house: House, typed: str, name: str) -> None:
    """Among the first three, in the whole window."""
    house.edit()
    place = house.window.findChild(CommandPlace)
    assert place is not None
    assert name in [one.name for one in matching(place.commands(), typed)[:3]]


def test_while_the_decks_own_page_is_shown_nothing_is_done_to_a_question_unseen(
    house: House,
) -> None:
    """The commands are those of the page that is up; Ctrl+D copies nothing behind it."""
    page = house.edit()
    page.show_head()
    names = {command.name for command in page.commands()}
    assert "editor.deck" in names
    assert not names & {"editor.delete", "editor.duplicate", "editor.kind", "editor.next"}
    assert any("Add a source" in command.words for command in page.commands())
    desk = page.desk
    assert desk is not None
    before = len(desk.keys)
    house.qtbot.keyClick(house.window.focusWidget(), Qt.Key.Key_D, CTRL)
    assert len(desk.keys) == before


def test_an_empty_deck_cannot_be_studied_and_it_is_not_offered(house: House) -> None:
    """Nothing that would be idle stands in the menu."""
    page = house.edit()
    assert "editor.study" in {command.name for command in page.commands()}
    desk = page.desk
    assert desk is not None
    page.do(desk.delete, tuple(desk.keys))
    assert "editor.study" not in {command.name for command in page.commands()}


def test_the_filter_of_library_stands_among_its_commands(house: House) -> None:
    """With its key; it does what the key does."""
    page = house.library()
    place = house.window.findChild(CommandPlace)
    assert place is not None
    (found,) = [one for one in place.commands() if one.words == "Filter decks"]
    assert found.keys == "Ctrl+F"
    found.do()
    assert page.filter.hasFocus()
