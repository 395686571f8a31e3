"""Which fields of the editor's form are suggested for, and what is done with a suggestion."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from quizapp.author.fields import Fields
from quizapp.author.suggesting import suggested_spellings, suggested_wrong
from quizapp.content.deck import Deck
from quizapp.content.question import Kind
from quizapp.ui.editor_field_spellings import targets_of
from quizapp.ui.editor_form_fields import GROUPED, FormFields
from quizapp.ui.editor_suggestions import Suggestion, Suggestions
from quizapp.ui.theme import Theme
from quizapp.words import _


class FormSuggestions:
    """Suggestions under wrong options and under accepted spellings.

    Args:
        parts: the form's fields; the suggestions are put below theirs.
        at_hand: gives the question and its deck as they stand now.
    """

    def __init__(
        self, theme: Theme, parts: FormFields, at_hand: Callable[[], tuple[Fields, Deck]]
    ) -> None:
        self._parts = parts
        self._at_hand = at_hand
        none = _("Nothing comes to mind.")
        self.wrong = Suggestions(theme, self._wrong, _("No other answer of this deck is like it."))
        self.spellings = Suggestions(theme, self._spellings, none)
        self.groups = Suggestions(theme, self._spellings, none)
        self.wrong.taken.connect(self._add_wrong)
        self.spellings.taken.connect(self._add_spelling)
        self.groups.taken.connect(self._add_spelling)
        for widget, below in (
            (parts.wrong, self.wrong),
            (parts.spellings, self.spellings),
            (parts.groups, self.groups),
        ):
            parts.at(widget).group.add_below(below)

    def can_suggest(self, kind: Kind) -> bool:
        """Whether a kind has fields that are suggested for."""
        fields = {self._parts.wrong, self._parts.spellings, self._parts.groups}
        return any(slot.widget in fields for slot in self._parts.of(kind))

    def suggest(self, focus: QWidget | None) -> None:
        """Suggest for the field that is typed in, or the first that can be suggested for."""
        seen = [one for one in (self.wrong, self.spellings, self.groups) if one.isVisible()]
        for one in seen:
            group = one.parentWidget()
            if focus is not None and group is not None and group.isAncestorOf(focus):
                one.suggest()
                return
        if seen:
            seen[0].suggest()

    def clear(self) -> None:
        """Suggest nothing any longer: the answer is another one."""
        for one in (self.wrong, self.spellings, self.groups):
            one.clear()

    def _wrong(self) -> list[Suggestion]:
        fields, deck = self._at_hand()
        return [Suggestion(text) for text in suggested_wrong(fields, deck)]

    def _spellings(self) -> list[Suggestion]:
        fields, deck = self._at_hand()
        several = fields.kind in GROUPED
        targets = targets_of(fields) if several else fields.answers[:1]
        return [
            Suggestion(text, target if several else "")
            for target in targets
            for text in suggested_spellings(target, fields, deck)
        ]

    def _add_wrong(self, suggestion: Suggestion) -> None:
        self._parts.wrong.add((suggestion.text,))

    def _add_spelling(self, suggestion: Suggestion) -> None:
        if suggestion.target:
            self._parts.groups.add(suggestion.text, suggestion.target)
        else:
            self._parts.spellings.add((suggestion.text,))
