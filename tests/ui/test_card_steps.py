"""Steps on cards and decks: carried out, shown anew, and not told as done where they failed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.study.rooms import Rooms
from quizapp.ui.card_steps import CardSteps
from quizapp.ui.controls import Toast
from quizapp.ui.guard import Guard
from quizapp.ui.theme import Theme


class Shelf:
    """A library that writes down what is done, or whose disk is gone."""

    def __init__(self, *, works: bool = True) -> None:
        self.works = works
        self.did: list[tuple[str, ...]] = []

    def __getattr__(self, name: str) -> object:
        """Whatever step is asked for."""

        def step(*told: str) -> None:
            if not self.works:
                raise OSError(5, "Input/output error", "/data/quizapp.sqlite")
            self.did.append((name, *told))

        return step


@pytest.mark.parametrize(
    ("step", "told", "done"),
    [
        ("leave_out", ("kosovo",), "set_aside"),
        ("take_back", ("q1",), "take_back"),
        ("start_over", ("q1",), "start_over"),
        ("unflag", ("q1",), "unflag"),
        ("forget_spelling", ("q1", "Osmany"), "forget_spelling"),
    ],
)
@pytest.mark.parametrize("works", [True, False])
def test_each_step_is_done_and_shown(
    qtbot: QtBot, theme: Theme, step: str, told: tuple[str, ...], done: str, works: bool
) -> None:
    """The page is filled anew after each; only what was done is said to be."""
    parent = QWidget()
    qtbot.addWidget(parent)
    toast, shelf, anew = Toast(theme, parent), Shelf(works=works), list[bool]()
    rooms = cast("Rooms", SimpleNamespace(library=shelf))
    steps = CardSteps(rooms, Guard(toast, "/data/log"), lambda: anew.append(True))
    getattr(steps, step)(*told)
    assert anew == [True]
    assert shelf.did == ([(done, *told)] if works else [])
    assert ("Out of the plan" in toast.text()) == (works and step == "leave_out")
    assert ("/data/quizapp.sqlite" in toast.text()) == (not works)
