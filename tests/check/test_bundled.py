"""The decks that come with the program: clean at a set date, with nothing allowed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quizapp.check.between_decks import check_decks
from quizapp.check.checking import check_deck
from quizapp.content.deck_file import read, text_of
from quizapp.paths import articles, bundled_decks

DAY = date(2026, 11, 24)
DECKS = sorted(bundled_decks().glob("*.toml"))


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_a_bundled_deck_is_clean(path: Path) -> None:
    """By its own merit."""
    text = text_of(path)
    assert check_deck(read(path, text_root=articles(), today=DAY), text, today=DAY) == ()
    assert "check:" not in text


def test_they_are_strangers_to_one_another() -> None:
    """No id, no question in two of them."""
    assert len(DECKS) >= 5
    assert check_decks([read(path, text_root=articles()) for path in DECKS]) == ()
