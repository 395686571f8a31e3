"""Fields to type an answer into: one, or one for each item of a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from quizapp.study.view import QuestionShown
from quizapp.ui.controls import Field
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _


class TypedFields(QWidget):
    """Fields as large as the answer, kept and refilled.

    Signals: none; Enter is the page's.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fields: list[Field] = []
        self._count = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._unit = TextLabel(theme, Size.ANSWER, role=Role.MUTED, parent=self)
        self._unit.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._grid.addWidget(self._unit, 0, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_fields(self, shown: QuestionShown) -> None:
        """Offer empty fields for a question."""
        count = max(1, shown.fields)
        while len(self._fields) < count:
            field = Field(self._theme, "", self, size=Size.ANSWER)
            self._grid.addWidget(field, len(self._fields), 0)
            self._fields.append(field)
        for index, field in enumerate(self._fields):
            field.setVisible(index < count)
            field.clear()
            if index < count:
                field.setAccessibleName(_name(shown, index, count))
                field.setPlaceholderText(_placeholder(shown, index, count))
        self._count = count
        self._unit.set_text(shown.unit)
        self._unit.setVisible(bool(shown.unit))

    def texts(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(field.text() for field in self._fields[: self._count])

    def focus(self) -> None:
        """Type into the first field."""
        self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def next_empty(self) -> bool:
        """From a filled field go to an empty one after it; False where there is none."""
        fields = self._fields[: self._count]
        at = next((i for i, field in enumerate(fields) if field.hasFocus()), len(fields))
        if at == len(fields) or not fields[at].text().strip():
            return False
        following = next((f for f in fields[at + 1 :] if not f.text().strip()), None)
        if following is None:
            return False
        following.setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _name(shown: QuestionShown, index: int, count: int) -> str:
    if count > 1:
        return _("Answer {n} of {count}").format(n=index + 1, count=count)
    if shown.unit:
        return _("Your answer, in {unit}").format(unit=shown.unit)
    return _("Your answer")


def _placeholder(shown: QuestionShown, index: int, count: int) -> str:
    wanted = {
        "year": _("A year"),
        "month": _("A month and year"),
        "day": _("A day, month and year"),
    }
    if shown.date_precision in wanted:
        return wanted[shown.date_precision]
    if count > 1:
        return f"{index + 1}"
    return ""
