"""The side bar: where one can go, as icons with words, or icons alone where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui.buttons import Button
from quizapp.ui.frames import rounded
from quizapp.ui.icons import SIDE, Icons
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import N_, _

FOLDS_UNDER = 1000
"""Width of the window, in pixels at 100 % text, under which the words go."""
HELP = "help"
EDGE = 12
APART = 12  # pixels between an icon and its word, and around both


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
    ("article", "article", N_("New from article"), "Ctrl+3"),
    (HELP, "help", N_("Help"), "F1"),
    ("settings", "settings", N_("Settings"), "Ctrl+,"),
)


def places() -> tuple[Place, ...]:
    """Where one can go, in words of the current language."""
    return tuple(Place(name, icon, _(word), key) for name, icon, word, key in _PLACES)


class PlaceButton(Button):
    """One place: its icon and its word, or the icon alone.

    Signals: QPushButton's own.
    """

    def __init__(self, theme: Theme, icons: Icons, place: Place) -> None:
        self._icons = icons
        self._icon_name = place.icon
        self._folded = False
        super().__init__(theme, place.word)
        self._across = APART
        self.setObjectName(place.name)
        self.setCheckable(True)
        self.setAccessibleName(place.word)
        self.setToolTip(f"{place.word}  {place.key}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fold(self, *, folded: bool) -> None:
        """The icon alone, or with its word."""
        self._folded = folded
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the word as it is when it is chosen, so that choosing moves nothing."""
        metrics = QFontMetrics(self.theme.font(Size.BODY, strong=True))
        width = self._side + 2 * self._across
        if not self._folded:
            width += APART + metrics.horizontalAdvance(self.text())
        return QSize(width, max(self._side, metrics.height()) + 2 * self._down)

    @property
    def _side(self) -> int:
        """Pixels of the icon: it grows half as much as the text beside it."""
        return max(SIDE, round(SIDE * (1 + self.theme.scale) / 2))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw ground, icon and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, chosen = self.theme.color, self.isChecked()
        rect = QRectF(self.rect())
        ground = QColor(0, 0, 0, 0)
        if chosen or self.underMouse():
            ground = color(Role.SELECTION if chosen else Role.BORDER)
        edge = color(Role.ACCENT) if self.hasFocus() else ground
        rounded(painter, rect, ground, edge, 2)
        role = Role.ACCENT if chosen else Role.TEXT
        side = self._side
        drawn = self._icons.pixmap(self._icon_name, role, side, self.devicePixelRatioF())
        painter.drawPixmap(self._across, (self.height() - side) // 2, drawn)
        if not self._folded:
            painter.setPen(color(Role.TEXT))
            painter.setFont(self.theme.font(Size.BODY, strong=chosen))
            words = rect.adjusted(self._across + side + APART, 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()


class SideBar(QWidget):
    """Buttons for the places, one of them chosen; help and what follows stand at the foot.

    Signals:
        chosen: the name of a place, when the student asked for it.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, places: Sequence[Place]) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: dict[str, PlaceButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, 24, EDGE, 24)
        layout.setSpacing(4)
        at_the_foot = next((place for place in places if place.name == HELP), places[-1])
        for place in places:
            if place is at_the_foot:
                layout.addStretch(1)
            button = PlaceButton(theme, icons, place)
            self._buttons[place.name] = button
            self._group.addButton(button)
            layout.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)
        theme.changed.connect(self._fit)
        self._fit()

    def choose(self, name: str) -> None:
        """Show a place as the one where the student is."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    @property
    def place(self) -> str:
        """The name of the place where the student is."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")

    def fold(self, *, folded: bool) -> None:
        """Icons alone, or icons with words."""
        for button in self._buttons.values():
            button.fold(folded=folded)
        self._fit()

    def _clicked(self, button: QPushButton) -> None:
        self.chosen.emit(button.objectName())

    def _fit(self) -> None:
        widest = max((b.sizeHint().width() for b in self._buttons.values()), default=0)
        self.setFixedWidth(widest + 2 * EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the hairline at the right edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color(Role.BORDER), 1))
        x = self.width() - 1
        painter.drawLine(x, 0, x, self.height())
