"""Each page of the help that a part of the window asks for is there."""

from __future__ import annotations

import re
from pathlib import Path

import help_shown
import pytest

import quizapp.ui
from quizapp.ui.help_place import FITS

_ASKS = re.compile(r"^ +help_page = \"([^\"]+)\"", re.MULTILINE)
UI = Path(quizapp.ui.__file__).parent
ASKED = {
    name: asked
    for path in sorted(UI.glob("*.py"))
    for name, asked in [(path.stem, _ASKS.findall(path.read_text(encoding="utf-8")))]
    if asked
}


@pytest.mark.parametrize("page", FITS)
def test_the_page_that_fits_a_place_is_there(page: str) -> None:
    """Not the first page in its place."""
    assert FITS[page] in help_shown.pages().pages


@pytest.mark.parametrize("file", ASKED)
def test_a_page_that_a_widget_asks_for_is_there(file: str) -> None:
    """What stands in `help_page` is a page's name."""
    assert set(ASKED[file]) <= help_shown.pages().pages.keys()


def test_some_widget_asks() -> None:
    """The pattern still finds them."""
    assert "editor_paste" in ASKED
