"""Library offers a deck that lies among the drafts alone, after the window was opened again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_house import BRIDGES, House
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from quizapp.ui.confirm import Confirm
from quizapp.ui.library_page import LibraryPage
from quizapp.ui.theme import Theme


@pytest.fixture
def house(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[House]:
    """A window opened anew, after a deck was changed and its file deleted."""
    first = House(qtbot, theme, tmp_path / "home")
    page = first.edit()
    page.form.focus_field("answers")
    first.type("o")
    first.path.unlink()
    first.wait(lambda: list(first.home.deck_drafts.glob("*.json")))
    first.close()
    made = House(qtbot, theme, tmp_path / "home")
    made.path.unlink()
    yield made
    made.close()


def _offered(house: House) -> LibraryPage:
    library = house.library()
    house.wait(library.kept.isVisible)
    return library


def _press(library: LibraryPage, name: str) -> None:
    button = library.kept.findChild(QPushButton, name)
    assert button is not None
    button.click()


def test_it_says_which_deck_and_where_it_lay(house: House) -> None:
    """In plain words."""
    words = _offered(house).kept.words
    assert words.startswith("The file of “Bridges” is gone or empty.")
    assert "2 questions" in words
    assert str(house.path) in words


def test_it_is_written_anew_and_opened(house: House) -> None:
    """Then nothing more is offered."""
    _press(_offered(house), "write anew")
    page = house.editor()
    assert house.path.read_text(encoding="utf-8") == BRIDGES.replace('"Drin"', '"Drino"')
    page.left.emit()
    library = house.library()
    house.wait(lambda: not library.kept.isVisible())
    assert house.path.is_file()


def test_it_is_let_go_after_a_question(house: House) -> None:
    """It is put aside, and Library says where."""
    library = _offered(house)
    _press(library, "let go")
    house.dialog(Confirm).accept()
    house.wait(lambda: not library.kept.isVisible())
    aside = list(house.home.removed.rglob("*.toml"))
    assert [each.read_text(encoding="utf-8") for each in aside] == [
        BRIDGES.replace('"Drin"', '"Drino"')
    ]
    assert not house.path.exists()


def test_it_stays_when_she_thinks_better_of_it(house: House) -> None:
    """Nothing was done."""
    library = _offered(house)
    _press(library, "let go")
    house.dialog(Confirm).reject()
    assert library.kept.isVisible()
    assert list(house.home.deck_drafts.glob("*.json"))


def test_nothing_is_said_where_nothing_is_kept(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    """As nearly always."""
    house = House(qtbot, theme, tmp_path / "other")
    try:
        library = house.library()
        house.wait(lambda: not house.router._routes._keeping.busy)
        assert not library.kept.isVisible()
    finally:
        house.close()
