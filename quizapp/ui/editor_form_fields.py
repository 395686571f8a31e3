"""All the fields that the editor's form can have, in reading order, and the kinds they are for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import cast

from PySide6.QtWidgets import QWidget

from quizapp.content.question import Form, Kind, Precision
from quizapp.ui.editor_evidence import EvidenceField
from quizapp.ui.editor_field_group import Control, FieldGroup
from quizapp.ui.editor_field_rows import PairsField, RowsField, SpellingsField
from quizapp.ui.editor_field_spellings import SpellingGroups
from quizapp.ui.editor_field_text import AnswerField, ChoiceField, TextField, TickField
from quizapp.ui.editor_picture import PictureField
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Size, Theme
from quizapp.words import _

_ALL = frozenset(Kind)
_ONE = frozenset({Kind.SHORT, Kind.CHOICE, Kind.NUMBER, Kind.DATE, Kind.FLASHCARD})
SIMPLE = frozenset({Kind.SHORT, Kind.NUMBER, Kind.DATE})
"""Kinds with one answer that is typed."""
GROUPED = frozenset({Kind.LIST, Kind.CLOZE})
"""Kinds with several answers that are typed."""


@dataclass(frozen=True)
class Slot:
    """A place in the form.

    Attributes:
        field: of `Fields`, which it is for.
        kinds: that have a use for it.
        widget: what takes it, as a widget.
        group: it stands in.
        seldom: it is folded away where nothing stands in it.
    """

    field: str
    kinds: frozenset[Kind]
    widget: QWidget
    group: FieldGroup
    seldom: bool

    @property
    def control(self) -> Control:
        """What takes it."""
        return cast("Control", self.widget)


class FormFields:
    """The fields, made once.

    Attributes:
        slots: all of them, in reading order; those seldom used stand last.
    """

    def __init__(self, theme: Theme, icons: Icons) -> None:
        self._theme = theme
        self._icons = icons
        self.slots: list[Slot] = []
        self.prompt = TextField(theme, "prompt", size=Size.ANSWER)
        self.answer = AnswerField(theme)
        self.spellings = SpellingsField(theme, icons, _("Add a spelling"))
        self.groups = SpellingGroups(theme, icons)
        self.wrong = RowsField(theme, icons, "wrong", _("Add a wrong option"))
        self.evidence = EvidenceField(theme)
        self.picture = PictureField(theme)
        self._make_main()
        self._make_seldom()

    def of(self, kind: Kind) -> list[Slot]:
        """Those that a kind has a use for."""
        return [slot for slot in self.slots if kind in slot.kinds]

    def at(self, widget: QWidget) -> Slot:
        """The place of a control."""
        return next(slot for slot in self.slots if slot.widget is widget)

    def _make_main(self) -> None:
        theme, icons = self._theme, self._icons
        self._add("prompt", _ALL, self.prompt)
        truth = ((True, _("True")), (False, _("False")))
        self._add("holds", {Kind.TRUE_FALSE}, ChoiceField(theme, "holds", truth))
        self._add("answers", _ONE, self.answer)
        several = RowsField(theme, icons, "answers", _("Add an answer"))
        self._add("answers", {Kind.MULTI, Kind.LIST}, several)
        items = RowsField(theme, icons, "answers", _("Add an item"), movable=True)
        self._add("answers", {Kind.ORDER}, items)
        sides = (_("Left"), _("Right"))
        self._add("pairs", {Kind.MATCH}, PairsField(theme, icons, sides, _("Add a pair")))
        self._add("unit", {Kind.NUMBER}, TextField(theme, "unit"))
        self._add("need", {Kind.LIST}, TextField(theme, "need"))
        both = TickField(theme, "both_ways", _("Ask the other way round too, as a second card"))
        self._add("both_ways", {Kind.FLASHCARD}, both)
        self._add("correction", {Kind.TRUE_FALSE}, TextField(theme, "correction"))
        self._add("wrong", {Kind.SHORT, Kind.CHOICE, Kind.MULTI}, self.wrong)
        self._add("accept", SIMPLE, self.spellings)
        self._add("accept", GROUPED, self.groups)
        self._add("quote", _ALL, self.evidence)

    def _make_seldom(self) -> None:
        theme, icons = self._theme, self._icons
        self._add("tolerance", {Kind.NUMBER}, TextField(theme, "tolerance"), seldom=True)
        exact = (
            ("", _("As the answer")),
            (Precision.YEAR.value, _("The year")),
            (Precision.MONTH.value, _("The month")),
            (Precision.DAY.value, _("The day")),
        )
        self._add("precision", {Kind.DATE}, ChoiceField(theme, "precision", exact), seldom=True)
        forms = (
            (Form.CHOOSE, _("Choosing")),
            (Form.TYPE, _("Typing")),
            (Form.RECALL, _("Recalling")),
        )
        chosen = ChoiceField(theme, "forms", forms, several=True)
        self._add("forms", {Kind.SHORT}, chosen, seldom=True)
        self._add("hint", _ALL, TextField(theme, "hint"), seldom=True)
        self._add("explanation", _ALL, TextField(theme, "explanation", lines=True), seldom=True)
        self._add("tags", _ALL, RowsField(theme, icons, "tags", _("Add a tag")), seldom=True)
        for field in ("as_of", "review_by", "attribution"):
            self._add(field, _ALL, TextField(theme, field), seldom=True)
        self._add("image", _ALL, self.picture, seldom=True)

    def _add(
        self, field: str, kinds: Collection[Kind], widget: QWidget, *, seldom: bool = False
    ) -> None:
        group = FieldGroup(self._theme, self._icons, widget)
        self.slots.append(Slot(field, frozenset(kinds), widget, group, seldom))
