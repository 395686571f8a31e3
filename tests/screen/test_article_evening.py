"""A short evening of making a deck of two articles by keyboard, with a kill in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest
from article_evening import CARDS, STEPS, answers, evening, quotes_standing
from desktop import desktop
from evening import rebuild_check

pytestmark = pytest.mark.screen


def test_articles_become_a_deck_by_keys_alone(tmp_path: Path) -> None:
    """A file and the clipboard fill one deck, whose quotes stand and whose cards are studied."""
    with desktop() as screen:
        done, home = evening(screen, tmp_path, lambda way: way.name in {"text", "clipboard"})
    assert [one.way for one in done] == ["text", "clipboard"]
    for one in done:
        assert set(STEPS) - {"mended"} <= {name for name, said in one.steps.items() if said}
    assert quotes_standing(home) > CARDS
    assert answers(home) == CARDS
    checked = rebuild_check(home.root)
    assert checked.returncode == 0, checked.stdout + checked.stderr
