"""Other ways to write what stands in a gap."""

from __future__ import annotations

import pytest

from quizapp.generate.facts.gap_spellings import spellings


@pytest.mark.parametrize(
    ("answer", "others"),
    [
        ("31 October", ("October 31",)),
        ("9 November 2021", ("November 9, 2021",)),
        ("12th April", ("April 12",)),
        ("March 3", ("3 March",)),
        ("March 3, 2021", ("3 March 2021",)),
        ("€85m", ("€85 million", "85 million", "85m")),
        ("2.1bn", ("2.1 billion",)),
        ("£9,400", ("9,400",)),
        ("May 2021", ()),
        ("seven", ()),
        ("aspirin", ()),
    ],
)
def test_what_else_is_right(answer: str, others: tuple[str, ...]) -> None:
    """A date is right either way round, and a sum with its magnitude in full."""
    assert spellings(answer) == others
