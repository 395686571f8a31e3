"""The live preview: the question as the student will see it, by the study page's own frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.content.deck import Deck
from quizapp.content.question import Question
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme


class EditorPreview(QWidget):
    """Question side and answer side of the question at hand; it never takes the focus by itself.

    Args:
        running_s: seconds of a clock that never runs back.

    Signals:
        try_wanted: the author wants to answer it as a student would.
    """

    try_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, running_s: Callable[[], float]) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._running_s = running_s

    def show_question(
        self, question: Question, deck: Deck, texts: Mapping[str, str], folder: Path | None
    ) -> None:
        """Show a question of a deck.

        Args:
            texts: of the deck's sources, by source id.
            folder: of the deck's file, for pictures.
        """
