"""Accepted spellings of several answers or gaps, each under the one it stands for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.author.fields import Fields
from quizapp.author.spelling_groups import Group, accepted, followed, grouped
from quizapp.content.question import Kind, gaps
from quizapp.ui.controls import Caption
from quizapp.ui.editor_rows import Rows, RowWords
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme
from quizapp.words import _


def targets_of(fields: Fields) -> tuple[str, ...]:
    """What spellings can stand for: the answers, or the words of the gaps."""
    if fields.kind is Kind.CLOZE:
        return tuple(gap.answer for gap in gaps(fields.prompt) if gap.answer.strip())
    return tuple(answer for answer in fields.answers if answer.strip())


class _GroupBox(QWidget):
    """The spellings of one answer.

    Signals:
        changed: something was typed.
        left: the author goes on.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._name = Caption(theme)
        self.rows = Rows(theme, icons)
        self.rows.changed.connect(self.changed)
        self.rows.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self.rows)

    def show_group(self, group: Group, label: str, description: str) -> None:
        """Name the answer and show its spellings."""
        if group.lost:
            words = _("Of “{answer}”, which is no answer now").format(answer=group.target)
        elif label:
            words = _("Gap {label}: {answer}").format(label=label, answer=group.target)
        else:
            words = group.target
        self._name.set_text(words)
        name = _("Also right for {answer}").format(answer=group.target)
        self.rows.set_row_words(RowWords((name,), _("Add a spelling"), description))
        self.rows.put_rows([(text,) for text in group.spellings])


class SpellingGroups(QWidget):
    """Other spellings of every answer of a list, of every gap of a cloze.

    Signals:
        changed: something was typed.
        left: the author goes on.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._groups: tuple[Group, ...] = ()
        self._boxes: list[_GroupBox] = []
        self._description = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._make_box()

    def put(self, fields: Fields) -> None:
        """Show the answers with their spellings."""
        if fields.accept != accepted(self._groups):
            self._groups = grouped(fields.accept, targets_of(fields))
        else:
            self._groups = followed(self._groups, targets_of(fields))
        self._show(fields)

    def follow(self, fields: Fields) -> Fields:
        """The fields after an answer was typed on: its spellings stand for what it reads now."""
        groups = followed(self._groups, targets_of(fields))
        if groups == self._groups:
            return fields
        self._groups = groups
        self._show(fields)
        if not fields.accept:
            return fields
        return replace(fields, accept=accepted(groups))

    def into(self, fields: Fields) -> Fields:
        """The fields with these spellings."""
        self._groups = tuple(
            replace(group, spellings=tuple(text for (text,) in box.rows.rows()))
            for group, box in zip(self._groups, self._boxes, strict=False)
        )
        return replace(fields, accept=accepted(self._groups))

    def add(self, text: str, target: str) -> None:
        """Add a spelling of an answer."""
        for group, box in zip(self._groups, self._boxes, strict=False):
            if group.target == target:
                box.rows.add((text,))
                return

    def type_into(self, row: int = -1) -> None:
        """Take the focus, in the group in which a row of `Fields.accept` stands."""
        for group, box in zip(self._groups, self._boxes, strict=False):
            if row < len(group.spellings):
                box.rows.type_into(row)
                return
            row -= len(group.spellings)

    def set_words(self, name: str, description: str) -> None:
        """What a screen reader adds."""
        self.setAccessibleName(name)
        self._description = description

    def _show(self, fields: Fields) -> None:
        labels: dict[str, str] = {}
        if fields.kind is Kind.CLOZE:
            labels = {gap.answer: gap.label for gap in reversed(gaps(fields.prompt))}
        while len(self._boxes) < len(self._groups):
            self._make_box()
        for at, box in enumerate(self._boxes):
            shown = at < len(self._groups)
            if shown:
                group = self._groups[at]
                box.show_group(group, labels.get(group.target, ""), self._description)
            box.setVisible(shown)

    def _make_box(self) -> None:
        box = _GroupBox(self._theme, self._icons)
        box.changed.connect(self.changed)
        box.left.connect(self.left)
        self._boxes.append(box)
        self._column.addWidget(box)
