"""Who says what is asked, where the one who says it has no name."""

from __future__ import annotations

import pytest
from asked import asked

_TOLD = "Rain fell on Leeds. Some 340 houses in Bradford were flooded, according to {}."


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("the environment agency", "according to the environment agency"),
        ("the finance ministry", "according to the finance ministry"),
        ("the civil defence service", "according to the civil defence service"),
        ("the safety inspectorate", "according to the safety inspectorate"),
        ("inspectors", "according to inspectors"),
        ("campaigners", "according to campaigners"),
    ],
)
def test_a_body_told_apart_by_a_word_is_named(who: str, words: str) -> None:
    """A student knows who is meant by "the environment agency"."""
    assert any(words in question.lower() for question in asked(_TOLD.format(who)))


@pytest.mark.parametrize("who", ["the agency", "the ministry", "a ministry", "the operator"])
def test_a_body_without_such_a_word_is_not(who: str) -> None:
    """Nobody knows which agency "the agency" is, so nothing is asked of what it said."""
    assert not any("houses" in question for question in asked(_TOLD.format(who)))


def test_its_capital_is_only_of_the_sentence() -> None:
    """Who begins a sentence does not keep its capital within a question."""
    found = asked("Rain fell on Leeds. Inspectors said that 340 houses in Bradford were flooded.")
    assert any(q.startswith("According to inspectors,") for q in found)
