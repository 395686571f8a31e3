"""A short evening of writing a deck from nothing by keyboard, and studying it at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from author_evening import EVENING, TITLE, evening, kinds
from desktop import desktop
from evening import rebuild_check

from quizapp.content.question import Kind

pytestmark = pytest.mark.screen

SHORT = {Kind.SHORT, Kind.TRUE_FALSE, Kind.CLOZE}


def test_a_deck_is_written_and_studied_by_keys_alone(tmp_path: Path) -> None:
    """What was typed stands in the file, and each question has an answer in the history."""
    typed = [one for one in EVENING if one.kind in SHORT]
    with desktop() as screen:
        deck, answers = evening(screen, tmp_path, typed)
    assert deck.title == TITLE
    assert kinds(deck.questions) == [one.kind for one in typed]
    assert all(question.id for question in deck.questions)
    assert answers >= len(typed)
    checked = rebuild_check(tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr
