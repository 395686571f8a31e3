"""Fields to type an answer into: one, or one for each item of a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from quizapp.study.view import QuestionShown
from quizapp.ui.controls import Field
from quizapp.ui.key_pauses import KeyPauses
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _


class AnswerField(Field):
    """A field that leaves U to the page while it is pressed to take back once more.

    Signals: QLineEdit's own.
    """

    def __init__(self, theme: Theme, pauses: KeyPauses, parent: QWidget) -> None:
        super().__init__(theme, "", parent, size=Size.ANSWER)
        self._pauses = pauses

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type, unless the key is the page's."""
        if self._pauses.undoes(event):
            event.ignore()
            return
        self._pauses.typing_began()
        super().keyPressEvent(event)


class TypedFields(QWidget):
    """Fields as large as the answer, kept and refilled.

    Signals: none; Enter is the page's.
    """

    def __init__(self, theme: Theme, pauses: KeyPauses, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pauses = pauses
        self._fields: list[AnswerField] = []
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
            field = AnswerField(self._theme, self._pauses, self)
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

    def empty(self) -> int:
        """How many fields are empty."""
        return sum(not text.strip() for text in self.texts())

    def focus_empty(self) -> None:
        """Type into the first field that is empty."""
        fields = self._fields[: self._count]
        at = next((field for field in fields if not field.text().strip()), fields[-1])
        at.setFocus(Qt.FocusReason.TabFocusReason)

    def focused(self) -> QWidget | None:
        """The field with the focus."""
        return next((field for field in self._fields if field.hasFocus()), None)

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
