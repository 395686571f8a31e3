"""The side bar: where one can go, as icons with words, or icons alone where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from quizapp.ui.icons import SIDE, Icons
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import N_, _

FOLDS_UNDER = 1000
"""Width of the window, in pixels at 100 % text, under which the words go."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: its name in the program, its icon, its word and its key."""

    name: str
    icon: str
    word: str
    key: str


_PLACES = (
    ("today", "today", N_("Today"), "Ctrl+1"),
    ("library", "library", N_("Library"), "Ctrl+2"),
    ("settings", "settings", N_("Settings"), "Ctrl+,"),
)


def places() -> tuple[Place, ...]:
    """Where one can go, in words of the current language."""
    return tuple(Place(name, icon, _(word), key) for name, icon, word, key in _PLACES)


class SideBar(QWidget):
    """Buttons for the places, one of them chosen; the last one stands at the foot.

    Signals:
        chosen: the name of a place, when the student asked for it.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, places: Sequence[Place]) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._places = {place.name: place for place in places}
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._folded = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 24, 12, 24)
        layout.setSpacing(4)
        for place in places:
            if place is places[-1]:
                layout.addStretch(1)
            button = self._button(place)
            layout.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)
        theme.changed.connect(self._dress)
        self._dress()

    def choose(self, name: str) -> None:
        """Show a place as the one where the student is."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
            self._dress()

    def fold(self, *, folded: bool) -> None:
        """Icons alone, or icons with words."""
        if folded != self._folded:
            self._folded = folded
            self._dress()

    def _button(self, place: Place) -> QToolButton:
        button = QToolButton()
        button.setObjectName(place.name)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setText(place.word)
        button.setAccessibleName(place.word)
        button.setToolTip(f"{place.word}  {place.key}")
        button.setIconSize(QSize(SIDE, SIDE))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setStyleSheet(
            "QToolButton { border: 1px solid transparent; border-radius: 8px;"
            " padding: 8px 12px; color: palette(window-text); background: transparent; }"
            "QToolButton:hover { background: palette(midlight); }"
            "QToolButton:checked { background: palette(highlight); }"
            "QToolButton:focus { border: 2px solid palette(link); padding: 7px 11px; }"
        )
        self._buttons[place.name] = button
        self._group.addButton(button)
        return button

    def _clicked(self, button: QToolButton) -> None:
        self._dress()
        self.chosen.emit(button.objectName())

    def _dress(self) -> None:
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if self._folded
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        width = 0
        for name, button in self._buttons.items():
            role = Role.ACCENT if button.isChecked() else Role.TEXT
            button.setIcon(self._icons.icon(self._places[name].icon, role))
            button.setFont(self._theme.font(Size.BODY, strong=button.isChecked()))
            button.setToolButtonStyle(style)
            width = max(width, button.sizeHint().width())
        for button in self._buttons.values():
            button.setFixedWidth(width + (0 if self._folded else 8))
        self.setFixedWidth(width + (24 if self._folded else 32))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the hairline at the right edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color(Role.BORDER), 1))
        x = self.width() - 1
        painter.drawLine(x, 0, x, self.height())
