"""The drawings: all there, all drawn alike, in the colour of the text."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from study_samples import ICONS

from quizapp.ui.icons import NAMES, SIDE, Icons
from quizapp.ui.theme import Role, Theme


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_is_a_line_drawing_of_24_pixels(name: str) -> None:
    """It is 24 pixels wide, 1.75 thick, and takes the colour of the text."""
    text = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke="currentColor"' in text
    assert 'stroke-width="1.75"' in text
    assert not re.search("#[0-9a-fA-F]{3,6}", text)


@pytest.mark.parametrize("name", [*NAMES, "quizapp"])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_every_drawing_leaves_ink(qapp: QApplication, name: str, ratio: float) -> None:
    """Drawn at either resolution it is 24 pixels wide and not empty."""
    assert qapp is QApplication.instance()
    pixmap = Icons(ICONS, Theme("light")).pixmap(name, ratio=ratio)
    assert pixmap.deviceIndependentSize().width() == SIDE
    image = pixmap.toImage()
    assert inked(image) > 0


def test_a_drawing_follows_the_scheme(qapp: QApplication) -> None:
    """After the colours changed the same icon is drawn in the new colour."""
    assert qapp is QApplication.instance()
    theme = Theme("light")
    icons = Icons(ICONS, theme)
    light = icons.pixmap("check", Role.TEXT).toImage()
    theme.set_choice("dark")
    dark = icons.pixmap("check", Role.TEXT).toImage()
    theme.set_choice("light")
    assert light != dark


def inked(image: QImage) -> int:
    """How many pixels are not clear."""
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(QColor(image.pixelColor(x, y)).alpha() > 0 for x, y in pixels)
