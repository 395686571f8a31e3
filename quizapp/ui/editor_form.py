"""The editor's form: one question as fields, with what is wrong said beside each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.author.fields import Fields, FieldTrouble
from quizapp.check.finding import Finding
from quizapp.content.deck import Deck
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme


class EditorForm(QWidget):
    """One question to be written; it scrolls by itself.

    Signals:
        changed: the Fields as they stand now, after something was typed or chosen.
        kind_wanted: the Kind it is to be turned into.
        mend: the Finding whose mend is to be applied.
        accept_spelling: a spelling of a student's that is to be taken in.
        image_dropped: name and bytes of a picture, and its description.
        image_removed: the picture is to go.
        source_wanted: a text to rest on is to be added to the deck.
    """

    changed = Signal(object)
    kind_wanted = Signal(object)
    mend = Signal(object)
    accept_spelling = Signal(str)
    image_dropped = Signal(str, bytes, str)
    image_removed = Signal()
    source_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._fields = Fields()

    def show_question(
        self,
        fields: Fields,
        troubles: Sequence[FieldTrouble],
        findings: Sequence[Finding],
        deck: Deck,
        texts: Mapping[str, str],
        spellings: Sequence[str] = (),
        flags: Sequence[str] = (),
    ) -> None:
        """Put a question into the fields.

        Args:
            texts: of the deck's sources, by source id.
            spellings: what students of this machine said is right, not yet taken in.
            flags: what they said is wrong with it.
        """
        self._fields = fields

    def refresh(self, troubles: Sequence[FieldTrouble], findings: Sequence[Finding]) -> None:
        """Say anew what is wrong, while typing goes on: neither cursor nor focus moves."""

    def fields(self) -> Fields:
        """What stands in the form."""
        return self._fields

    def focus_first(self) -> None:
        """Type into the question itself."""

    def focus_field(self, name: str) -> None:
        """Type into a field of `Fields`, opening what hides it."""
