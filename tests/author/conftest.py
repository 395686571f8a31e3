"""An editor over a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from author_deck import TEXT
from author_home import editor_in

from quizapp.author.desk import DeckDesk
from quizapp.author.editor import DeckEditor


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for all data of one user."""
    return tmp_path


@pytest.fixture
def editor(home: Path) -> DeckEditor:
    """An editor whose decks lie in a folder of this test."""
    return editor_in(home)


@pytest.fixture
def path(home: Path) -> Path:
    """The deck's file."""
    at = home / "decks" / "d.toml"
    at.parent.mkdir(parents=True, exist_ok=True)
    at.write_text(TEXT)
    return at


@pytest.fixture
def desk(editor: DeckEditor, path: Path) -> DeckDesk:
    """The deck on the desk."""
    return editor.open(path)
