"""A short evening by keyboard in the window and by lines in the terminal, all kinds among it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from evening import Mirror, in_terminal, in_window, rebuild_check

from quizapp.content.question import Kind, split_key
from quizapp.schedule.log import Action, Rating, Row

CARDS = 12
"""Enough for every kind and every manner of answering."""

Evening = Callable[..., tuple[list[Row], Mirror]]


@pytest.mark.parametrize(
    ("place", "study"),
    [
        pytest.param("window", in_window, marks=pytest.mark.screen),
        pytest.param("terminal", in_terminal),
    ],
)
def test_an_evening_writes_what_the_same_steps_write_without_a_screen(
    place: str, study: Evening, tmp_path: Path
) -> None:
    """All kinds, answered in every manner, leave the rows of a mirror and a sound cache."""
    rows, mirror = study(tmp_path, CARDS, brief=True)
    found = [mirror.rooms.decks.question(split_key(row.card)[0]) for row in rows if row.answer]
    mirror.rooms.close()
    assert {question.kind for question in found if question is not None} == set(Kind)
    assert {row.action for row in rows} == {
        Action.BEGIN,
        Action.ANSWER,
        Action.UNDO,
        Action.ACCEPT,
    }
    answers = [row.answer for row in rows if row.answer]
    assert {answer.rating for answer in answers} == set(Rating)
    assert any(answer.hinted for answer in answers)
    assert any(answer.guessed for answer in answers)
    assert {"slip", "dont-know", "overruled", "accepted-by-student"} <= {
        answer.reason for answer in answers
    }
    checked = rebuild_check(tmp_path / place)
    assert checked.returncode == 0, checked.stdout + checked.stderr
