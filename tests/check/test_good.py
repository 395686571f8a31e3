"""Good questions on all sorts of subjects: nothing is held against any of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from deck_desk import TODAY

from quizapp.check.checking import check_deck
from quizapp.content.deck_file import read
from quizapp.words.checking import describe

DECKS = sorted((Path(__file__).parent / "good").glob("*.toml"))


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_nothing_is_said_of_good_questions(path: Path) -> None:
    """The checker must not cry wolf."""
    found = check_deck(read(path, today=TODAY), path.read_text(encoding="utf-8"), today=TODAY)
    assert [f"{f.line} {f.code.number} {describe(f)}" for f in found] == []


def test_there_are_a_hundred_at_least() -> None:
    """All eleven kinds among them."""
    decks = [read(path).deck for path in DECKS]
    questions = [question for deck in decks if deck is not None for question in deck.questions]
    assert len(questions) >= 100
    assert len({question.kind for question in questions}) == 11
