"""Library's notice of decks that lie among the drafts alone, since their files are gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from quizapp.ui.editor_notice import EditorNotice
from quizapp.ui.theme import Theme
from quizapp.words import _, ngettext

if TYPE_CHECKING:
    from quizapp.author.told import KeptDeck


class KeptNotice(EditorNotice):
    """Offers to write the first of them anew, or to let it go; then the next one.

    Signals:
        write_anew, let_go: the deck.
    """

    write_anew = Signal(object)
    let_go = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._decks: tuple[KeptDeck, ...] = ()
        self.step.connect(self._do)

    def show_decks(self, decks: Sequence[KeptDeck]) -> None:
        """Show which decks are kept; nothing where there is none."""
        self._decks = tuple(decks)
        if not self._decks:
            self.say("")
            return
        steps = (("write anew", _("Write it anew")), ("let go", _("Let it go")))
        self.say(_told(self._decks), steps)

    def _do(self, name: str) -> None:
        if self._decks:
            wanted = self.write_anew if name == "write anew" else self.let_go
            wanted.emit(self._decks[0])


def _told(decks: Sequence[KeptDeck]) -> str:
    first = decks[0]
    many = ngettext("{n} question", "{n} questions", first.questions).format(n=first.questions)
    told = _(
        "The file of “{deck}” is gone or empty. All of it is kept here as a draft: {questions}."
        " It lay at {path}."
    ).format(deck=first.title, questions=many, path=first.path)
    rest = len(decks) - 1
    if not rest:
        return told
    others = ngettext("So it is with {n} more deck.", "So it is with {n} more decks.", rest)
    return f"{told} {others.format(n=rest)}"
