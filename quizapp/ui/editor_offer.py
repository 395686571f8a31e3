"""Offers, after a fact was changed, the other questions that may have to change with it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from quizapp.ui.editor_notice import EditorNotice
from quizapp.ui.theme import Theme
from quizapp.words import _, ngettext


class EditorOffer(EditorNotice):
    """Says how many there are, until they are listed or waved away.

    Signals: EditorNotice's own, and
        wanted: keys of the questions that are to be listed, the changed one first.
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._keys: tuple[str, ...] = ()
        self.step.connect(self._take)

    def offer(self, keys: tuple[str, ...]) -> None:
        """Offer questions, the changed one first."""
        self._keys = keys
        n = len(keys) - 1
        words = ngettext(
            "{n} other question rests on the same sentence or has the same answer as before.",
            "{n} other questions rest on the same sentence or have the same answer as before.",
            n,
        )
        self.say(words.format(n=n), (("list", _("List them")), ("later", _("Not now"))))

    def _take(self, name: str) -> None:
        self.say("")
        if name == "list":
            self.wanted.emit(self._keys)
