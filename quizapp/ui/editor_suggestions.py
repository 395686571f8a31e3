"""Suggestions under a field: asked for by a button, each taken in by one click or key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.controls import Caption
from quizapp.ui.flow import Flow
from quizapp.ui.theme import Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingQuiet
from quizapp.words import _


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that could stand in a field.

    Attributes:
        text: what would be put in.
        target: the answer it would stand for, where there are several; or "".
    """

    text: str
    target: str = ""


class Suggestions(QWidget):
    """A button that asks for suggestions, and those that came of it.

    Args:
        ask: gives the suggestions as the question stands now.
        none: what is said where there are none.

    Signals:
        taken: a Suggestion is to be put in.
    """

    taken = Signal(object)

    def __init__(self, theme: Theme, ask: Callable[[], Sequence[Suggestion]], none: str) -> None:
        super().__init__()
        self._theme = theme
        self._ask = ask
        self._shown: list[Suggestion] = []
        self._chips: list[WrappingQuiet] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._button = WrappingLink(theme, _("Suggest some · Alt+S"), size=Size.CAPTION)
        self._button.setObjectName("suggest")
        # Alt+S does it: Tab goes from field to field, so that no letter is typed on it.
        self._button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._button.clicked.connect(self.suggest)
        self._none = Caption(theme, none)
        self._none.hide()
        self._row = QWidget()
        self._flow = Flow(self._row, gap=4)
        self._row.hide()
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._none)
        column.addWidget(self._row)

    def suggest(self) -> None:
        """Show what could stand here, and go to the first."""
        self._shown = list(self._ask())
        self._show()
        self._none.setVisible(not self._shown)
        if self._shown:
            self._chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Suggest nothing any longer."""
        if self._shown or not self._none.isHidden():
            self._shown = []
            self._none.hide()
            self._show()

    def texts(self) -> tuple[str, ...]:
        """What is suggested."""
        return tuple(one.text for one in self._shown)

    def _show(self) -> None:
        while len(self._chips) < len(self._shown):
            chip = WrappingQuiet(self._theme, size=Size.CAPTION)
            chip.setObjectName(f"suggestion {len(self._chips)}")
            chip.clicked.connect(self._taking(len(self._chips)))
            self._flow.addWidget(chip)
            self._chips.append(chip)
        for at, chip in enumerate(self._chips):
            if at < len(self._shown):
                one = self._shown[at]
                words = f"+ {one.text}"
                if one.target:
                    words = _("+ {text}, for {answer}").format(text=one.text, answer=one.target)
                chip.setText(words)
                chip.setAccessibleName(_("Add {text}").format(text=one.text))
                chip.updateGeometry()
            chip.setVisible(at < len(self._shown))
        self._row.setVisible(bool(self._shown))

    def _taking(self, at: int) -> Callable[[], None]:
        def take() -> None:
            if at >= len(self._shown):
                return
            focus = self._chips[at].hasFocus()
            one = self._shown.pop(at)
            if focus:
                left = min(at, len(self._shown) - 1)
                (self._chips[left] if left >= 0 else self._button).setFocus()
            self._show()
            self.taken.emit(one)

        return take
