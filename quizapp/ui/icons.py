"""Our own line drawings, in the colour of the text around them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from quizapp.ui.theme import Role, Theme

NAMES = (
    "today",
    "library",
    "article",
    "statistics",
    "settings",
    "add",
    "folder",
    "search",
    "flag",
    "undo",
    "hint",
    "check",
    "cross",
    "arrow",
    "up",
    "down",
    "more",
    "book",
    "clock",
)
SIDE = 24  # pixels, as drawn


class Icons:
    """Draws icons from a folder of SVG files in colours of the theme; each drawn once."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self._folder = folder
        self._theme = theme
        self._drawn: dict[tuple[str, int, str, float], QPixmap] = {}
        self._texts: dict[str, str] = {}

    def beside_text(self, name: str, role: Role, ratio: float) -> QPixmap:
        """The drawing as large as the student's text wants it."""
        return self.pixmap(name, role, self.side_beside_text(), ratio)

    def side_beside_text(self) -> int:
        """Pixels of a drawing beside text of the student's size; never smaller than drawn."""
        return max(SIDE, round(SIDE * self._theme.scale))

    def icon(self, name: str, role: Role = Role.TEXT, side: int = SIDE) -> QIcon:
        """An icon for a button, sharp at single and double resolution."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, role, side, ratio))
        return icon

    def pixmap(
        self, name: str, role: Role = Role.TEXT, side: int = SIDE, ratio: float = 1.0
    ) -> QPixmap:
        """The drawing `side` pixels wide, for a screen of that device pixel ratio.

        Raises:
            OSError: the drawing is not in the folder.
        """
        color = self._theme.color(role).name()
        key = (name, side, color, ratio)
        found = self._drawn.get(key)
        if found is None:
            found = self._draw(name, side, color, ratio)
            self._drawn[key] = found
        return found

    def _draw(self, name: str, side: int, color: str, ratio: float) -> QPixmap:
        if name not in self._texts:
            self._texts[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        text = self._texts[name].replace("currentColor", color)
        pixels = round(side * ratio)
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
