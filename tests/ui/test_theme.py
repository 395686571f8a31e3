"""Colours that can be read, and a theme that reaches what is already on screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.theme import Role, Scheme, Size, Theme, colors_for, palette_for

TEXTS = (Role.TEXT, Role.MUTED, Role.RIGHT, Role.WRONG, Role.ATTENTION)
GROUNDS = (Role.WINDOW, Role.SURFACE, Role.EVIDENCE, Role.SELECTION)


def luminance(color: QColor) -> float:
    """Relative luminance, WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(v) for v in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast of two colours, 1 to 21, WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A theme that leaves the application light and at 100 %."""
    assert qapp is QApplication.instance()
    made = Theme("light", 100)
    yield made
    made.set_choice("light")
    made.set_text_size(100)


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read_on_every_ground(scheme: Scheme, ground: Role, text: Role) -> None:
    """Text has a contrast of at least 4.5 on window, surface, tint and selection."""
    colors = colors_for(scheme)
    assert contrast(colors[text], colors[ground]) >= 4.5


@pytest.mark.parametrize("scheme", Scheme)
def test_borders_of_controls_can_be_seen(scheme: Scheme) -> None:
    """Borders of controls have a contrast of at least 3 on window and surface."""
    colors = colors_for(scheme)
    for ground in (Role.WINDOW, Role.SURFACE):
        assert contrast(colors[Role.CONTROL_BORDER], colors[ground]) >= 3


@pytest.mark.parametrize("scheme", Scheme)
def test_words_on_the_accent_can_be_read(scheme: Scheme) -> None:
    """Text on the accent, and the accent as text, have a contrast of at least 4.5."""
    colors = colors_for(scheme)
    assert contrast(colors[Role.ON_ACCENT], colors[Role.ACCENT]) >= 4.5
    assert contrast(colors[Role.ACCENT], colors[Role.WINDOW]) >= 4.5


@pytest.mark.parametrize("scheme", Scheme)
def test_the_palette_carries_the_colours(scheme: Scheme) -> None:
    """A widget of Qt's own gets our window, text, surface and selection."""
    palette, colors = palette_for(scheme), colors_for(scheme)
    assert palette.color(QPalette.ColorRole.Window) == colors[Role.WINDOW]
    assert palette.color(QPalette.ColorRole.WindowText) == colors[Role.TEXT]
    assert palette.color(QPalette.ColorRole.Base) == colors[Role.SURFACE]
    assert palette.color(QPalette.ColorRole.Highlight) == colors[Role.SELECTION]


def test_a_change_reaches_what_is_on_screen(theme: Theme, qtbot: QtBot) -> None:
    """A label inside a shown widget has the dark palette after the choice was changed."""
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("words")
    QVBoxLayout(window).addWidget(label)
    window.show()
    theme.set_choice("dark")
    dark = colors_for(Scheme.DARK)
    qtbot.waitUntil(lambda: label.palette().color(QPalette.ColorRole.Window) == dark[Role.WINDOW])
    assert theme.color(Role.TEXT) == dark[Role.TEXT]


@pytest.mark.parametrize(("asked", "got"), [(100, 1.0), (200, 2.0), (10, 0.8), (900, 2.0)])
def test_text_size_multiplies_every_size(theme: Theme, asked: int, got: float) -> None:
    """The text size is held between 80 and 200 percent and multiplies all sizes."""
    theme.set_text_size(asked)
    for size in Size:
        assert theme.font(size).pointSizeF() == pytest.approx(size.value * got)


def test_a_change_is_told_once(theme: Theme, qtbot: QtBot) -> None:
    """Choosing what is chosen already tells nobody."""
    with qtbot.waitSignal(theme.changed):
        theme.set_text_size(150)
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_text_size(150)
        theme.set_choice("no such choice")
