"""What was typed against what is right, letter by letter, by more than colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from quizapp.content.mark import Change, Piece
from quizapp.ui.text_block import Run
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _


class DifferenceLabel(TextLabel):
    """Letters too many are struck through in brackets, letters missing underlined and bold.

    Signals: none.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._pieces: tuple[Piece, ...] = ()
        super().__init__(theme, Size.ANSWER, parent=parent)

    def set_difference(self, pieces: Sequence[Piece]) -> None:
        """Show a difference; hidden where there is none."""
        self._pieces = tuple(pieces)
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._pieces))
        if not self._pieces:
            return
        runs, spoken = [], []
        for piece in self._pieces:
            run, words = self._in_letters(piece)
            runs.append(run)
            spoken.append(words)
        self.set_runs(runs, "".join(spoken))

    def _in_letters(self, piece: Piece) -> tuple[Run, str]:
        letters = piece.text.replace(" ", "\u00a0")
        if piece.change is Change.MISSING:
            run = Run(letters, color=self._theme.color(Role.RIGHT), bold=True, underline=True)
            return run, _("[missing: {letters}]").format(letters=piece.text)
        if piece.change is Change.EXTRA:
            run = Run(f"[{letters}]", color=self._theme.color(Role.WRONG), strike=True)
            return run, _("[too much: {letters}]").format(letters=piece.text)
        return Run(piece.text), piece.text

    def _restyle(self) -> None:
        super()._restyle()
        if self._pieces:
            self._show()
