"""An editor over a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from author_home import editor_in

from quizapp.author.editor import DeckEditor


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for all data of one user."""
    return tmp_path


@pytest.fixture
def editor(home: Path) -> DeckEditor:
    """An editor whose decks lie in a folder of this test."""
    return editor_in(home)
