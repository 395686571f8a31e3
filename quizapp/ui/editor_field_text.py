"""Fields of the editor's form that are typed or switched: texts, choices, a tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.author.fields import Fields
from quizapp.content.question import Form
from quizapp.ui.article_text_box import TextBox
from quizapp.ui.editor_field_group import with_value
from quizapp.ui.flow import Flow
from quizapp.ui.theme import Size, Theme
from quizapp.ui.tick_box import TickBox
from quizapp.ui.wrapping_buttons import WrappingQuiet


class TextField(TextBox):
    """A text of the fields.

    Args:
        field: its name in `Fields`.

    Signals: as of TextBox.
    """

    def __init__(
        self, theme: Theme, field: str, *, size: Size = Size.BODY, lines: bool = False
    ) -> None:
        super().__init__(theme, field, size=size, lines=lines)
        self.leave_undo()
        self._field = field
        self._lines = lines

    def put(self, fields: Fields) -> None:
        """Show the text."""
        self.replace_text(getattr(fields, self._field))

    def into(self, fields: Fields) -> Fields:
        """The fields with this text."""
        return with_value(fields, self._field, self.text())

    def type_into(self, row: int = -1) -> None:
        """Take the focus, behind what stands in it."""
        del row
        self.go_to_end()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_words(self, name: str, description: str) -> None:
        """What a screen reader says of it."""
        self.set_name(name, lines=self._lines)
        self.set_description(description)

    def take_lines(self, *, lines: bool) -> None:
        """Whether Enter starts a new line."""
        self._lines = lines


class AnswerField(TextField):
    """The one answer of a question; further answers that the fields hold stay.

    Signals: as of TextBox.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "answers")

    def put(self, fields: Fields) -> None:
        """Show the first answer."""
        self.replace_text(fields.answers[0] if fields.answers else "")

    def into(self, fields: Fields) -> Fields:
        """The fields with this answer."""
        if not fields.answers and not self.text():
            return fields
        return replace(fields, answers=(self.text(), *fields.answers[1:]))


class ChoiceField(QWidget):
    """A few words of which one is switched on, or any where several may be.

    Args:
        field: its name in `Fields`.
        options: each value with its words.
        several: any of them may be on; the value is a tuple of forms.

    Signals:
        changed: another one is on.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        field: str,
        options: Sequence[tuple[object, str]],
        *,
        several: bool = False,
    ) -> None:
        super().__init__()
        self._field = field
        self._values = [value for value, _words in options]
        self._several = several
        self._given: object = None
        # No QButtonGroup: it would let Tab come to one of them only.
        self._buttons: list[WrappingQuiet] = []
        flow = Flow(self, gap=8)
        for at, (_value, words) in enumerate(options):
            button = WrappingQuiet(theme, words)
            button.setCheckable(True)
            button.clicked.connect(self._choosing(at))
            self._buttons.append(button)
            flow.addWidget(button)

    def put(self, fields: Fields) -> None:
        """Switch on what the fields hold."""
        self._given = getattr(fields, self._field)
        for at, value in enumerate(self._values):
            on = value in self._given if isinstance(self._given, tuple) else value == self._given
            self._buttons[at].setChecked(on)

    def into(self, fields: Fields) -> Fields:
        """The fields with what is on."""
        return with_value(fields, self._field, self._value())

    def type_into(self, row: int = -1) -> None:
        """Take the focus."""
        del row
        on = (button for button in self._buttons if button.isChecked())
        button = next(on, self._buttons[0])
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_words(self, name: str, description: str) -> None:
        """What a screen reader says of each."""
        self.setAccessibleName(name)
        for button in self._buttons:
            button.setAccessibleName(f"{name}: {button.text()}")
            button.setAccessibleDescription(description)

    def _value(self) -> object:
        on = [value for at, value in enumerate(self._values) if self._buttons[at].isChecked()]
        if self._several:
            same = isinstance(self._given, tuple) and set(self._given) == set(on)
            return self._given if same else tuple(one for one in on if isinstance(one, Form))
        return on[0] if on else self._given

    def _choosing(self, at: int) -> Callable[[], None]:
        def choose() -> None:
            if not self._several:
                for n, button in enumerate(self._buttons):
                    button.setChecked(n == at)
            self.changed.emit()

        return choose


class TickField(QWidget):
    """Something that is so or not.

    Signals:
        changed: it was ticked or not.
    """

    changed = Signal()

    def __init__(self, theme: Theme, field: str, words: str) -> None:
        super().__init__()
        self._field = field
        self._box = TickBox(theme, words)
        self._box.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)

    def put(self, fields: Fields) -> None:
        """Tick it where it is so."""
        self._box.setChecked(bool(getattr(fields, self._field)))

    def into(self, fields: Fields) -> Fields:
        """The fields with what is ticked."""
        return with_value(fields, self._field, self._box.isChecked())

    def type_into(self, row: int = -1) -> None:
        """Take the focus."""
        del row
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_words(self, name: str, description: str) -> None:
        """What a screen reader says of it."""
        self._box.setAccessibleName(name or self._box.text())
        self._box.setAccessibleDescription(description)

    def _clicked(self) -> None:
        self.changed.emit()
