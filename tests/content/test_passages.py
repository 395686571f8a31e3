"""Quotes found in a source's text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.content.passages import Passages


def _slowly(text: str, quote: str) -> tuple[int, ...]:
    places = (at for at in range(len(text)) if text.startswith(quote, at))
    return tuple(places)[:2]


@settings(max_examples=400)
@given(
    text=st.text("ab\n", max_size=400) | st.text(max_size=200),
    times=st.integers(1, 3),
    start=st.integers(0, 300),
    length=st.integers(1, 90),
    tail=st.sampled_from(["", "", "b"]),
)
def test_a_quote_is_found_where_it_stands(
    text: str, times: int, start: int, length: int, tail: str
) -> None:
    """The index gives what a plain search gives: the first two places, overlapping or not."""
    text *= times
    quote = text[start : start + length] + tail or "x"
    assert Passages(text).places(quote) == _slowly(text, quote)


def test_a_text_of_one_letter_is_searched_plainly() -> None:
    """Where everything is alike the index does not help, and the answer is the same."""
    assert Passages("a" * 5000).places("a" * 40) == (0, 1)
    assert Passages("a" * 5000).places("a" * 40 + "b") == ()


def test_the_nearest_sentence_is_given_whole() -> None:
    """A quote with a word wrong leads to its sentence, and nonsense to none."""
    passages = Passages("One came. “Two went home,” she said. Three stayed.\nFour")
    assert passages.nearest("Two came home,” she said.") == "“Two went home,” she said."
    assert passages.nearest("zzzz qqqq") == ""
    assert Passages("").nearest("a") == ""
    assert passages.line(passages.text.index("Four")) == 2
