"""The decks that come with the app: without a fault, and written as the app writes them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from quizapp.content import deck_file
from quizapp.words.faults import describe

ROOT = Path(__file__).resolve().parents[2]
DECKS = sorted((ROOT / "decks").glob("*.toml"))


def test_there_are_decks() -> None:
    """The folder is found."""
    assert DECKS


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_a_bundled_deck_has_no_fault(path: Path) -> None:
    """Every question can be asked, and each quote stands in the article."""
    found = deck_file.read(
        path, text_root=ROOT / "resources" / "articles", today=date(2026, 11, 30)
    )
    assert [f"{fault.line}: {describe(fault)}" for fault in found.faults] == []
    assert found.deck is not None
    assert found.deck.id == path.stem
    assert all(question.id and question.evidence for question in found.deck.questions)


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_a_bundled_deck_survives_being_written(path: Path, tmp_path: Path) -> None:
    """Written and read again it is the same deck."""
    articles = ROOT / "resources" / "articles"
    deck = deck_file.read(path, text_root=articles).deck
    assert deck is not None
    copy = tmp_path / path.name
    copy.write_bytes(deck_file.write_text(deck).encode())
    assert deck_file.read(copy, text_root=articles).deck == deck


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_no_question_is_answered_by_the_sentence_just_shown(path: Path) -> None:
    """Two questions that rest on one sentence never follow one another."""
    deck = deck_file.read(path, text_root=ROOT / "resources" / "articles").deck
    assert deck is not None
    quotes = [question.evidence.quote for question in deck.questions if question.evidence]
    assert len(quotes) == len(deck.questions)
    for one, following in pairwise(quotes):
        assert one not in following
        assert following not in one
