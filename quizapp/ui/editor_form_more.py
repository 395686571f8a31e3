"""Fields of the editor's form that are seldom used: folded behind a link that names them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from quizapp.author.fields import Fields
from quizapp.ui.editor_form_fields import Slot
from quizapp.ui.theme import Theme
from quizapp.ui.wrapping_buttons import WrappingLink
from quizapp.words import N_, _

_SELDOM = (
    ("tolerance", N_("tolerance")),
    ("precision", N_("precision")),
    ("forms", N_("forms")),
    ("hint", N_("hint")),
    ("explanation", N_("explanation")),
    ("tags", N_("tags")),
    ("as_of", N_("as of")),
    ("review_by", N_("check again")),
    ("attribution", N_("whose claim")),
    ("image", N_("picture")),
)
_NOTHING = Fields()


class FormMore(WrappingLink):
    """The link.

    Attributes:
        opened: all of them are shown.

    Signals: WrappingLink's own.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("more")
        self.opened = False

    def fold(self, slots: Sequence[Slot], fields: Fields, focus: QWidget | None) -> None:
        """Show a field where all are, where it holds something or is typed in or spoken of.

        Args:
            slots: of the kind at hand.
            fields: what stands in them.
            focus: what has the keys.
        """
        hidden: set[str] = set()
        for slot in slots:
            wanted = not slot.seldom or self.opened or _in_use(slot, fields, focus)
            if slot.group.isHidden() == wanted:
                slot.group.setVisible(wanted)
            if not wanted:
                hidden.add(slot.field)
        named = ", ".join(_(words) for field, words in _SELDOM if field in hidden)
        words = _("More: {what} · Alt+M").format(what=named) if named else _("Less · Alt+M")
        if self.text() != words:
            self.setText(words)
            self.updateGeometry()
        self.setVisible(bool(named) or self.opened)


def _in_use(slot: Slot, fields: Fields, focus: QWidget | None) -> bool:
    if getattr(fields, slot.field) != getattr(_NOTHING, slot.field):
        return True
    typing = focus is not None and slot.group.isAncestorOf(focus)
    return bool(slot.group.notes()) or typing
