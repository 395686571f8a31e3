"""Colours, fonts and measures: one theme for the application, in light and dark."""

from __future__ import annotations

from enum import Enum, StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

CHOICES = ("system", "light", "dark")
SMALLEST, LARGEST = 80, 200  # text size, percent
LINE = 68  # characters in a line of text, at most


class Scheme(StrEnum):
    """Light or dark."""

    LIGHT = "light"
    DARK = "dark"


class Role(StrEnum):
    """What a colour is for."""

    WINDOW = "window"
    SURFACE = "surface"
    TEXT = "text"
    MUTED = "muted"
    BORDER = "border"
    CONTROL_BORDER = "control-border"
    ACCENT = "accent"
    ON_ACCENT = "on-accent"
    EVIDENCE = "evidence"
    SELECTION = "selection"
    RIGHT = "right"
    WRONG = "wrong"
    ATTENTION = "attention"


class Size(Enum):
    """The text sizes, in points at 100 %."""

    PROMPT = 26.0
    PROMPT_LONG = 20.0
    TITLE = 18.0
    ANSWER = 14.0
    BODY = 11.0
    CAPTION = 9.5


_COLORS = {
    Role.WINDOW: ("#F6F6F3", "#17191C"),
    Role.SURFACE: ("#FFFFFF", "#202428"),
    Role.TEXT: ("#1D2126", "#E7EAED"),
    Role.MUTED: ("#59626D", "#A6AFBA"),
    Role.BORDER: ("#D8DBE0", "#363C43"),
    Role.CONTROL_BORDER: ("#7F8791", "#7B8590"),
    Role.ACCENT: ("#2B5CC4", "#8FB3FF"),
    Role.ON_ACCENT: ("#FFFFFF", "#17191C"),
    Role.EVIDENCE: ("#FBEFC8", "#3B331B"),
    Role.SELECTION: ("#E6EEFC", "#24324D"),
    Role.RIGHT: ("#1A7446", "#74D19C"),
    Role.WRONG: ("#B0261D", "#FF9287"),
    Role.ATTENTION: ("#855700", "#F0C352"),
}

_PALETTE = {
    QPalette.ColorRole.Window: Role.WINDOW,
    QPalette.ColorRole.WindowText: Role.TEXT,
    QPalette.ColorRole.Base: Role.SURFACE,
    QPalette.ColorRole.AlternateBase: Role.EVIDENCE,
    QPalette.ColorRole.Text: Role.TEXT,
    QPalette.ColorRole.Button: Role.SURFACE,
    QPalette.ColorRole.ButtonText: Role.TEXT,
    QPalette.ColorRole.BrightText: Role.ON_ACCENT,
    QPalette.ColorRole.PlaceholderText: Role.MUTED,
    QPalette.ColorRole.Highlight: Role.SELECTION,
    QPalette.ColorRole.HighlightedText: Role.TEXT,
    QPalette.ColorRole.Link: Role.ACCENT,
    QPalette.ColorRole.LinkVisited: Role.ACCENT,
    QPalette.ColorRole.Accent: Role.ACCENT,
    QPalette.ColorRole.ToolTipBase: Role.SURFACE,
    QPalette.ColorRole.ToolTipText: Role.TEXT,
    QPalette.ColorRole.Light: Role.SURFACE,
    QPalette.ColorRole.Midlight: Role.BORDER,
    QPalette.ColorRole.Mid: Role.BORDER,
    QPalette.ColorRole.Dark: Role.CONTROL_BORDER,
    QPalette.ColorRole.Shadow: Role.CONTROL_BORDER,
}
_FADED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def colors_for(scheme: Scheme) -> dict[Role, QColor]:
    """Every colour of a scheme."""
    column = 0 if scheme is Scheme.LIGHT else 1
    return {role: QColor(pair[column]) for role, pair in _COLORS.items()}


def palette_for(scheme: Scheme) -> QPalette:
    """The palette of a scheme; text of what is disabled is muted."""
    colors = colors_for(scheme)
    palette = QPalette()
    for part, role in _PALETTE.items():
        palette.setColor(part, colors[role])
    for part in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, part, colors[Role.MUTED])
    return palette


class Theme(QObject):
    """What the application looks like now.

    Made once, after QApplication, and handed to every widget. `choice` is "system", "light" or
    "dark"; `text_size` is percent, held between 80 and 200.

    Signals:
        changed: colours or text size are new; sent after palette and fonts were set.
    """

    changed = Signal()

    def __init__(
        self, choice: str = "system", text_size: int = 100, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._choice = choice if choice in CHOICES else "system"
        self._text_size = max(SMALLEST, min(LARGEST, text_size))
        self._family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._fonts: dict[tuple[Size, bool], QFont] = {}
        self._colors: dict[Role, QColor] = {}
        application = _application()
        # No style sheet: under one, Qt does not hand a changed palette down to every widget.
        application.setStyle("Fusion")
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def scheme(self) -> Scheme:
        """Light or dark, as shown."""
        if self._choice != "system":
            return Scheme(self._choice)
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return Scheme.DARK if dark else Scheme.LIGHT

    @property
    def choice(self) -> str:
        """What the student chose: "system", "light" or "dark"."""
        return self._choice

    @property
    def text_size(self) -> int:
        """The student's text size, percent."""
        return self._text_size

    @property
    def scale(self) -> float:
        """The student's text size as a factor."""
        return self._text_size / 100

    def color(self, role: Role) -> QColor:
        """The colour of a role in the scheme shown."""
        return self._colors[role]

    def font(self, size: Size, *, strong: bool = False) -> QFont:
        """The desktop's font in one of the sizes, times the student's text size."""
        found = self._fonts.get((size, strong))
        if found is None:
            found = QFont(self._family)
            found.setPointSizeF(size.value * self.scale)
            if strong:
                found.setWeight(QFont.Weight.DemiBold)
            self._fonts[size, strong] = found
        return found

    def px(self, n: int) -> int:
        """A measure in pixels; spacing does not grow with the text, so that 200 % fits."""
        return n

    def set_choice(self, choice: str) -> None:
        """Choose "system", "light" or "dark"."""
        if choice in CHOICES and choice != self._choice:
            self._choice = choice
            self._apply()

    def set_text_size(self, percent: int) -> None:
        """Choose the text size, percent."""
        percent = max(SMALLEST, min(LARGEST, percent))
        if percent != self._text_size:
            self._text_size = percent
            self._apply()

    def _follow(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        hints = QGuiApplication.styleHints()
        wanted = {
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
            "system": Qt.ColorScheme.Unknown,
        }[self._choice]
        # Frames drawn by the desktop follow this where it can do so; the palette is ours anyway.
        hints.setColorScheme(wanted)
        self._fonts.clear()
        self._colors = colors_for(self.scheme)
        application = _application()
        application.setPalette(palette_for(self.scheme))
        application.setFont(self.font(Size.BODY))
        self.changed.emit()


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a theme needs a QApplication")
    return application
