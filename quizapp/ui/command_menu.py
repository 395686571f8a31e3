"""The menu of commands: everything that can be done now, found by typing some of its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from quizapp.ui.announce import announce
from quizapp.ui.command import Command, matching
from quizapp.ui.controls import Field
from quizapp.ui.lines_model import Line
from quizapp.ui.lines_view import LinesView, on_a_card
from quizapp.ui.theme import Role, Theme
from quizapp.words import _

_WIDE, _TALL = 560, 520  # pixels, the width at 100 % text
_AROUND = 48  # pixels of the window that stay in sight
_WAYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class CommandMenu(QDialog):
    """A field and the commands that fit what is typed; Enter does the marked one, Esc closes.

    Signals:
        chosen: the Command that is to be done, after the menu was closed.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, commands: Sequence[Command], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self.setWindowTitle(_("Commands"))
        self.setAccessibleDescription(_("Type some words of what you want to do."))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = Field(theme, _("What do you want to do?"))
        self.field.setPlaceholderText(_("What do you want to do?"))
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._choose)
        self.list = LinesView(theme, _("Commands"), _("Nothing here has these words."))
        self.list.setMinimumHeight(96)
        self.list.opened.connect(self._choose)
        self.list.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.field)
        column.addWidget(on_a_card(theme, self.list), 1)
        around = parent.window().size() if parent is not None else QSize(900, 600)
        wanted = QSize(round(_WIDE * theme.scale), _TALL)
        self.resize(wanted.boundedTo(around - QSize(_AROUND, _AROUND)))
        self.field.setFocus()
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go through the list from the field too."""
        if event.key() in _WAYS and self.field.hasFocus():
            self.list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        found = matching(self._commands, self.field.text())
        self.list.show_lines([_line(command) for command in found])
        self.list.choose(found[0].name if found else "")
        announce(self, found[0].words if found else _("Nothing here has these words."))

    def _choose(self) -> None:
        name = self.list.key
        command = next((one for one in self._commands if one.name == name), None)
        if command is not None:
            self.accept()
            self.chosen.emit(command)


def _line(command: Command) -> Line:
    beside = " · ".join(words for words in (command.where, command.keys) if words)
    return Line(command.name, command.words, ((beside, Role.MUTED),) if beside else ())
