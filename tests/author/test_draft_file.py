"""Drafts of a deck on disk: kept whole, told apart by the deck's bytes, put aside when damaged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from strategies import decks

from quizapp.author.draft_file import (
    ConflictDraft,
    DraftFile,
    DraftState,
    QuestionDraft,
    adopt,
    digest,
    draft_path,
)
from quizapp.author.field_reading import fields_of
from quizapp.author.fields import Fields
from quizapp.content.deck import Deck


@pytest.fixture
def file(tmp_path: Path) -> DraftFile:
    """Where drafts go."""
    return DraftFile(tmp_path / "drafts" / "d.json", tmp_path / "d.toml")


@given(decks())
def test_every_form_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, deck: Deck
) -> None:
    """Whatever is typed in it, half a surrogate pair too."""
    folder = tmp_path_factory.mktemp("drafts")
    file = DraftFile(folder / "d.json", folder / "d.toml")
    drafts = [
        QuestionDraft(q.id or "", replace(fields_of(q), hint="\ud800"), "block", "above")
        for q in deck.questions
    ]
    conflicts = (ConflictDraft("x", "mine", "", Fields()), ConflictDraft("y", "", "theirs"))
    state = DraftState(digest(b"deck"), tuple(drafts), conflicts, "base", "mine")
    file.keep(state)
    assert DraftFile(file.path, file.deck).read(b"deck") == state


def test_of_two_states_the_one_that_goes_with_the_deck_is_read(file: DraftFile) -> None:
    """And the older where the deck is of neither."""
    old = DraftState(digest(b"old"), (QuestionDraft("a", Fields(prompt="old")),))
    new = DraftState(digest(b"new"), (QuestionDraft("a", Fields(prompt="new")),))
    file.keep(old, new)
    assert file.read(b"new") == new
    assert file.read(b"old") == old
    assert file.read(b"other") == old


def test_nothing_to_keep_leaves_no_file(file: DraftFile) -> None:
    """And takes the one away that was there."""
    file.keep(DraftState("", (QuestionDraft("a", Fields()),)))
    assert file.path.exists()
    file.keep(DraftState())
    assert not file.path.exists()
    file.keep(DraftState())


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"[]",
        b'{"states": 1}',
        b'{"states": [{}]}',
        b"\xff",
        b'{"states": [{"questions":',
    ],
)
def test_a_damaged_file_is_put_aside(file: DraftFile, damaged: bytes) -> None:
    """Not written over, and nothing is read of it."""
    file.path.parent.mkdir()
    file.path.write_bytes(damaged)
    assert file.read(b"") == DraftState()
    assert not file.path.exists()
    assert file.path.with_suffix(".damaged").read_bytes() == damaged


def test_drafts_follow_a_deck_that_was_moved(tmp_path: Path) -> None:
    """By the deck's id, where the old file is not there any more."""
    old = DraftFile(draft_path(tmp_path, "d", tmp_path / "old.toml"), tmp_path / "old.toml")
    old.keep(DraftState("", (QuestionDraft("a", Fields()),)))
    at = draft_path(tmp_path, "d", tmp_path / "new.toml")
    adopt(at, "d")
    assert at.exists()
    (tmp_path / "new.toml").write_text("there")
    DraftFile(at, tmp_path / "new.toml").keep(DraftState("", (QuestionDraft("a", Fields()),)))
    other = draft_path(tmp_path, "d", tmp_path / "other.toml")
    adopt(other, "d")
    assert not other.exists()
