"""What is the largest or most valuable of its kind, asked where it has no name."""

from __future__ import annotations

import pytest
from asked import asked


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("Salmon is Chile's most valuable export after copper.",
         "What is Chile's most valuable export after copper?", "salmon"),
        ("Copper is the largest source of income in Chile.",
         "What is the largest source of income in Chile?", "copper"),
        ("The kakapo is the heaviest parrot in New Zealand.",
         "What is the heaviest parrot in New Zealand?", "kakapo"),
        ("Snow leopards were the rarest cats of Nepal.",
         "What were the rarest cats of Nepal?", "snow leopards"),
    ],
)  # fmt: skip
def test_a_rank_is_asked(sentence: str, question: str, answer: str) -> None:
    """The question names the rank, and what it is a rank among."""
    assert asked(sentence).get(question) == (answer,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Salmon is the best.",
        "The reason is the oldest one in Chile.",
        "It is the largest source of income in Chile.",
        "Salmon is not Chile's most valuable export.",
        "The swimmers are the fastest in Norway.",
    ],
)
def test_no_rank_is_asked(sentence: str) -> None:
    """Nothing that holds of many, that names nothing, or of what only a pronoun means."""
    assert not [q for q in asked(sentence) if q.startswith(("What is the", "What are the"))]
