"""Each code's page of help: it is there, and its examples show what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from deck_desk import PICTURE, UNNAMED, checked_together, numbers, whole

from quizapp.check.code import CODES, Selection
from quizapp.paths import resources

_FENCE = re.compile(r"^```(\w+) ([^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NO_TOML = {"E101", "E102"}
"""What their examples would show cannot stand on a page."""


def page(number: str) -> str:
    """The page on a code."""
    return (resources() / "help" / "codes" / f"{number}.md").read_text(encoding="utf-8")


def shown(folder: Path, number: str, which: str) -> set[str]:
    """The codes that a page's example of a kind raises."""
    (folder / "flag.png").write_bytes(PICTURE)
    decks: dict[str, str] = {}
    for language, rest, text in _FENCE.findall(page(number)):
        kind, _, name = rest.partition(" ")
        if language == "text":
            (folder / rest).write_text(text)
        elif kind == which:
            decks[name or "deck.toml"] = whole(text)
    assert decks
    found = checked_together(folder, decks, Selection((number,)))
    unnamed = {f.code.number for f in found} & UNNAMED & {number}
    return numbers(found) | unnamed


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.number)
def test_each_code_has_a_page_that_says_what_why_and_what_mends_it(code: object) -> None:
    """A title with the number, the reason, and the mend."""
    number = getattr(code, "number", "")
    text = page(number)
    assert text.startswith(f"# {number}: ")
    assert "**Why it matters.**" in text
    assert "\n## How to mend it\n" in text
    assert ("`quizapp check --fix` " in text) >= getattr(code, "fixable", False)


@pytest.mark.parametrize("number", [c.number for c in CODES if c.number not in _NO_TOML])
def test_the_example_of_what_is_not_so_raises_the_code(tmp_path: Path, number: str) -> None:
    """And the other one raises nothing."""
    (tmp_path / "bad").mkdir()
    (tmp_path / "good").mkdir()
    assert number in shown(tmp_path / "bad", number, "bad")
    assert shown(tmp_path / "good", number, "good") == set()


def test_no_page_is_left_of_a_code_that_is_none() -> None:
    """As many pages as codes."""
    pages = {path.stem for path in (resources() / "help" / "codes").glob("*.md")}
    assert pages == {code.number for code in CODES}
