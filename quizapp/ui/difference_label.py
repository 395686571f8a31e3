"""What was typed over what is right, letter by letter, by more than colour."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.content.mark import Change, Piece
from quizapp.ui.text_block import Run
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _


class DifferenceLabel(QWidget):
    """Two lines: typed, letters too many struck through; right, letters missing underlined.

    Signals: none.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._typed = ""
        self._pieces: tuple[Piece, ...] = ()
        self.typed = TextLabel(theme, Size.ANSWER, parent=self)
        self.right = TextLabel(theme, Size.ANSWER, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.typed)
        column.addWidget(self.right)
        theme.changed.connect(self._show)

    def set_difference(self, typed: str, pieces: Sequence[Piece]) -> None:
        """Show what was typed, and where there is a difference what is right; hidden without."""
        self._typed, self._pieces = typed.strip(), tuple(pieces)
        self.setVisible(bool(self._typed))
        self._show()

    def text(self) -> str:
        """Both lines, as a screen reader is told."""
        lines = (self.typed, self.right) if self._pieces else (self.typed,)
        return "\n".join(line.text() for line in lines)

    def _show(self) -> None:
        pieces = self._pieces or (Piece(Change.SAME, self._typed),)
        typed = [self._in_letters(piece) for piece in as_typed(self._typed, pieces)]
        right = [self._in_letters(p) for p in pieces if p.change is not Change.EXTRA]
        for label, lead, line in (
            (self.typed, _("You typed: "), typed),
            (self.right, _("Right: "), right),
        ):
            runs = [Run(lead, color=self._theme.color(Role.MUTED)), *(run for run, _said in line)]
            label.set_runs(runs, lead + "".join(said for _run, said in line))
        self.right.setVisible(bool(self._pieces))

    def _in_letters(self, piece: Piece) -> tuple[Run, str]:
        letters = piece.text.replace(" ", "\u00a0")
        if piece.change is Change.MISSING:
            run = Run(letters, color=self._theme.color(Role.RIGHT), bold=True, underline=True)
            return run, _("[missing: {letters}]").format(letters=piece.text)
        if piece.change is Change.EXTRA:
            run = Run(letters, color=self._theme.color(Role.WRONG), strike=True)
            return run, _("[too much: {letters}]").format(letters=piece.text)
        return Run(piece.text), piece.text


def as_typed(typed: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces that were typed, in the very letters that were typed.

    A difference has the letters that are alike as the right answer writes them, and these may
    be other capitals.
    """
    letters = unicodedata.normalize("NFC", typed)
    found, at = [], 0
    for piece in pieces:
        if piece.change is Change.MISSING:
            continue
        own = letters[at : at + len(piece.text)]
        if own.casefold() != unicodedata.normalize("NFC", piece.text).casefold():
            return tuple(p for p in pieces if p.change is not Change.MISSING)
        found.append(Piece(piece.change, own))
        at += len(piece.text)
    return tuple(found)
