"""A thing told apart from another of its kind has not that other's name."""

from __future__ import annotations

import pytest

from quizapp.content.question import PartialDate
from quizapp.generate.article import Article
from quizapp.generate.candidate import Light
from quizapp.generate.engine import propose

BRIDGE = (
    "Northfield opens a bridge\n\nMayor Ann Lee opened the Harbor Bridge on Friday. "
    "{} bridge was built in 1931."
)


def _green(text: str) -> list[str]:
    article = Article(text, "Northfield opens a bridge", PartialDate(2024, 5, 17))
    return [c.question.prompt for c in propose(article) if c.light is Light.GREEN]


@pytest.mark.parametrize("word", ["old", "former", "previous", "second", "other", "neighboring"])
def test_another_bridge_is_not_called_by_this_ones_name(word: str) -> None:
    """No question says that the Harbor Bridge was built when the other one was."""
    asked = _green(BRIDGE.format(f"The {word}"))
    assert not [prompt for prompt in asked if "Harbor Bridge" in prompt and "built" in prompt]


def test_the_bridge_is_called_by_its_name() -> None:
    """Without such a word "the bridge" is the one that was named."""
    assert "In which year was the Harbor Bridge built?" in _green(BRIDGE.format("The"))
