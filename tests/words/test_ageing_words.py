"""Old facts in words: the line of Today, since when, and why."""

from __future__ import annotations

from datetime import date

import pytest

from quizapp.check.facts_to_check import Ageing
from quizapp.content.question import PartialDate
from quizapp.words.ageing import since_words, to_check, why_old

SINCE = date(2024, 4, 1)


@pytest.mark.parametrize(
    ("count", "prompts", "words"),
    [
        (1, ["Who leads it?"], "1 fact to check before it misleads: Who leads it?"),
        (
            3,
            ["Who leads\nit?", "x" * 80],
            "3 facts to check before they mislead: Who leads it? · " + "x" * 59 + "… …",
        ),
    ],
)
def test_the_line_of_today(count: int, prompts: list[str], words: str) -> None:
    """It names some, cut short, and says that there are more."""
    assert to_check(count, prompts) == words


@pytest.mark.parametrize("why", list(Ageing))
def test_every_reason_has_words(why: Ageing) -> None:
    """And the day stands in those that have one."""
    words = why_old(why.value, SINCE)
    assert words
    assert ("1 April 2024" in words) == (why is Ageing.REVIEW)


def test_since_when() -> None:
    """The as-of date where there is one, else the day on which it became due."""
    assert since_words(PartialDate(2022, 3), SINCE) == "Not checked since March 2022"
    assert since_words(None, SINCE) == "To be checked since 1 April 2024"
