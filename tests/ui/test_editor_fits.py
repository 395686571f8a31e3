"""Nothing of the editor is cut at the right: forms and previews of all kinds, at every size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from editor_house import House
from editor_samples import DECK
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from quizapp.content.deck_text import write_text
from quizapp.ui.editor_page import EditorPage
from quizapp.ui.theme import Theme

SIZES = ((1280, 800, 100), (1200, 700, 100), (900, 600, 100), (900, 600, 200))


@pytest.fixture
def house(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[House]:
    """A window on a home with one deck of all eleven kinds."""
    made = House(qtbot, theme, tmp_path / "home")
    bare = tuple(replace(question, evidence=None) for question in DECK.questions)
    deck = replace(DECK, id="bridges", sources=(), questions=bare)
    made.path.write_text(write_text(deck), encoding="utf-8")
    made.rooms.rescan()
    yield made
    made.close()


def cut(area: QScrollArea) -> int:
    """Pixels by which what is in it is wider than it."""
    inner = area.widget()
    assert inner is not None
    return max(0, inner.width() - area.viewport().width()) if area.isVisible() else 0


def seen(page: EditorPage, key: str, side: int) -> list[int]:
    """By how much form and preview are cut, with each shown where they stand behind tabs."""
    page.list.choose((key,))
    page.list.chosen.emit(key)
    found = []
    for column in ("middle", "right"):
        page.columns.show_column(column)
        page.preview.show_now()
        page.preview._sides.button(side).click()
        QApplication.processEvents()
        found += [cut(page.preview.frame.area), cut(page.form._page)]
    return found


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_no_kind_is_cut_in_form_or_preview(
    house: House, theme: Theme, width: int, height: int, text: int
) -> None:
    """They cannot be scrolled sideways."""
    theme.set_text_size(text)
    page = house.edit()
    house.window.resize(width, height)
    QApplication.processEvents()
    desk = page.desk
    assert desk is not None
    assert len(desk.keys) == 11
    wide = {
        (desk.line(key).kind, side): by
        for key in desk.keys
        for side in (0, 1)
        if any(by := seen(page, key, side))
    }
    assert wide == {}


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_no_other_page_of_the_editor_is_cut(
    house: House, theme: Theme, width: int, height: int, text: int
) -> None:
    """The deck's own page, rows, and the bar over them."""
    theme.set_text_size(text)
    page = house.edit()
    house.window.resize(width, height)
    page.show_head()
    QApplication.processEvents()
    assert cut(page.head) == 0
    page.show_rows("What is it?\tA bridge\tof stone\n\tno question\n")
    QApplication.processEvents()
    assert cut(page.paste) == 0
    assert house.window.width() == width  # nothing needs more
