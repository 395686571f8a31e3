"""What the editor asks of the rest of the program."""

from __future__ import annotations

from typing import Protocol

from quizapp.author.door import Editor
from quizapp.ui.article_door import ArticleRooms


class EditorRooms(ArticleRooms, Protocol):
    """The rooms of a window in which decks can be written."""

    def editor(self) -> Editor:
        """Opens decks to be worked on and makes new ones."""
        ...
