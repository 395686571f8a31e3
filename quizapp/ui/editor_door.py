"""What the editor asks of the rest of the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from quizapp.author.door import Editor
from quizapp.author.standing import Standing
from quizapp.author.told import KeptDeck
from quizapp.ui.article_door import ArticleRooms


class EditorRooms(ArticleRooms, Protocol):
    """The rooms of a window in which decks can be written."""

    def editor(self) -> Editor:
        """Opens decks to be worked on and makes new ones."""
        ...

    def kept_decks(self) -> tuple[KeptDeck, ...]:
        """Decks that lie among the drafts alone, since their files are gone; for any thread."""
        ...

    def standings(self, files: Iterable[Path]) -> Mapping[Path, Standing]:
        """What is held against decks, and which of their facts are old. For one other thread."""
        ...
