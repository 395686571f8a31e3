"""A sitting in words: hints, dates as decks write them, and what is left."""

from __future__ import annotations

import pytest

from quizapp.content.mark import Mark, Reason
from quizapp.words.study import left, mark_line, published


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (Mark(right=True, reason=Reason.EXACT, score=1.0), "Right, with a hint"),
        (
            Mark(right=True, reason=Reason.SLIP, score=1.0, slips=1),
            "Right: one letter off, with a hint",
        ),
        (Mark(right=False, reason=Reason.WRONG, score=0.0), "Wrong"),
    ],
)
def test_a_right_answer_with_a_hint_says_so(mark: Mark, words: str) -> None:
    """It is why it counts as Hard; a wrong one is Again in any case."""
    assert mark_line(mark, hinted=True) == words
    assert "hint" not in mark_line(mark)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-11", "November 2026"),
        ("2026", "2026"),
        ("2008-02-17", "17 February 2008"),
        ("2026-13", "2026-13"),
        ("last spring", "last spring"),
        ("", ""),
    ],
)
def test_a_date_of_a_source_reads_as_a_date(written: str, words: str) -> None:
    """What is none is left as it stands."""
    assert published(written) == words


def test_what_is_left_is_counted() -> None:
    """One and many, ended early or not."""
    assert left(21, early=True) == "Ended early: 21 questions are left for today."
    assert left(1, early=True) == "Ended early: 1 question is left for today."
    assert left(3, early=False) == "3 questions are left for today."
