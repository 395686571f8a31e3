"""The tutorial of the help, followed to the letter from a fresh home."""

from __future__ import annotations

from pathlib import Path

import pytest
from desktop import desktop
from tutorial import follow, told

from quizapp import paths
from quizapp.content.question import DateQuestion, PartialDate, Short

pytestmark = pytest.mark.screen


def test_a_newcomer_gets_the_deck_that_the_tutorial_tells_of(tmp_path: Path) -> None:
    """Two questions that rest on the text, without a fault, both studied."""
    words = told()
    with desktop() as screen:
        came = follow(screen, paths.Home(tmp_path / "home"))
    assert came.read.faults == ()
    assert came.deck.title == words.deck
    first, second = came.deck.questions
    assert first.body == Short(words.question, words.answer, (words.spelling,), words.wrong)
    assert isinstance(second.body, DateQuestion)
    assert second.body.answer == PartialDate(1787, 9, 17)
    assert first.evidence is not None
    assert words.answer in first.evidence.quote
    assert second.evidence is not None
    assert words.day in second.evidence.quote
    assert came.answers == 2
