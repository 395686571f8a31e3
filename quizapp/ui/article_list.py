"""All questions of an article in one list, filtered by words, by light and by what was decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from quizapp.generate.candidate import Light
from quizapp.generate.desk import Item, State
from quizapp.ui.article_words import line_of
from quizapp.ui.controls import Field
from quizapp.ui.flow import Flow
from quizapp.ui.lines_view import LinesView, on_a_card
from quizapp.ui.theme import Theme
from quizapp.ui.wrapping_buttons import WrappingQuiet
from quizapp.words import N_, _

_SIEVES = {
    "all": N_("All"),
    Light.GREEN.value: N_("Ready"),
    Light.AMBER.value: N_("Look at it"),
    Light.RED.value: N_("Doubtful"),
    State.KEPT.value: N_("Kept"),
    State.REFUSED.value: N_("Refused"),
}


class _Lines(LinesView):
    """The list itself, in which letters are for the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose, or leave what types letters and digits to the page."""
        if event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)


class QuestionList(QWidget):
    """The questions, the best first.

    Signals:
        opened: id of a question that the author wants to see.
        chosen: id of the question in whose line the author is now, "" for none.
        left: the author wants the question at hand again.
    """

    opened = Signal(str)
    chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._items: Sequence[Item] = ()
        self._showing = False
        self._sieve = "all"
        self._buttons: dict[str, WrappingQuiet] = {}
        self._group = QButtonGroup(self)
        sieves = QWidget()
        flow = Flow(sieves, gap=8)
        for name, words in _SIEVES.items():
            button = WrappingQuiet(theme, _(words))
            button.setObjectName(f"sieve {name}")
            button.setCheckable(True)
            button.clicked.connect(self._took)
            self._group.addButton(button)
            self._buttons[name] = button
            flow.addWidget(button)
        self._buttons["all"].setChecked(True)
        self.filter = Field(theme, _("Filter questions"))
        self.filter.setPlaceholderText(_("Filter questions"))
        self.filter.setClearButtonEnabled(True)
        self.list = _Lines(theme, _("Questions"), _("No question is like that."))
        self.list.setMinimumHeight(96)
        self.filter.textChanged.connect(self.list.set_filter)
        self.filter.returnPressed.connect(self._go_to_list)
        self.list.opened.connect(self.opened)
        self.list.clicked.connect(self._clicked)
        self.list.chosen.connect(self._chose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(sieves)
        column.addWidget(self.filter)
        column.addWidget(on_a_card(theme, self.list), 1)

    def show_items(self, items: Sequence[Item], chosen: str) -> None:
        """Show the questions, with one chosen."""
        self._items = items
        self._showing = True  # the one at hand stays that if it is in the list
        self._fill()
        self._showing = False
        self.list.choose(chosen)

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids of the questions in the list, in order."""
        lines = self.list.lines
        return tuple(lines.lines[lines.position(n)].key for n in range(lines.rowCount()))

    def go(self, by: int) -> None:
        """Go so many lines down, or up where `by` is less than nothing, and round."""
        keys = self.keys
        if keys:
            at = keys.index(self.list.key) if self.list.key in keys else 0
            self.list.choose(keys[(at + by) % len(keys)])

    def focus_first(self) -> None:
        """Go to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave on Esc: the field for the list, and the list for the question."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filter.hasFocus():
            self.focus_first()
        else:
            self.left.emit()

    def _fill(self) -> None:
        self.list.show_lines([line_of(item) for item in self._items if self._passes(item)])

    def _passes(self, item: Item) -> bool:
        match self._sieve:
            case "all":
                return True
            case State.KEPT.value | State.REFUSED.value:
                return item.state.value == self._sieve
            case _:
                return item.light.value == self._sieve and item.state is not State.REFUSED

    def _took(self) -> None:
        self._sieve = self.sender().objectName().removeprefix("sieve ")
        self._fill()

    def _chose(self, key: str) -> None:
        if not self._showing:
            self.chosen.emit(key)

    def _clicked(self) -> None:
        if self.list.key:
            self.opened.emit(self.list.key)

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
