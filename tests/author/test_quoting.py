"""Words taken as a quote: whole words, on one place only, sentence by sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.author.quoting import (
    Unfit,
    near_quote,
    next_sentence,
    places_of,
    quoted,
    sentence_at,
    sentence_before,
)

TEXT = "A letter came. Dr. Osmani wrote to Mr. Biden on 3 March!\n\nIt was March. Nobody replied."


@pytest.mark.parametrize(
    ("selected", "quote", "unfit"),
    [
        ("smani wro", "Osmani wrote", None),
        (" Osmani ", "Osmani", None),
        ("  ", "", Unfit.NOTHING),
        ("arch", "March", Unfit.TWICE),
        ("March!", "March!", None),
        ("came.", "came.", None),
    ],
)
def test_what_was_selected_becomes_whole_words(
    selected: str, quote: str, unfit: Unfit | None
) -> None:
    """No word is cut, no space stands around it, and two places are told."""
    text = TEXT + "  "
    at = text.find(selected)
    found = quoted(text, at, at + len(selected))
    assert (found.quote, found.unfit) == (quote, unfit)
    assert text[found.start : found.end] == found.quote


def test_sentences_in_turn() -> None:
    """Abbreviations end none, an empty line does; at both ends nothing moves."""
    span = sentence_at(TEXT, 0)
    seen = [TEXT[slice(*span)]]
    while (after := next_sentence(TEXT, *span)) != span:
        span = after
        seen.append(TEXT[slice(*span)])
    assert seen == [
        "A letter came.",
        "Dr. Osmani wrote to Mr. Biden on 3 March!",
        "It was March.",
        "Nobody replied.",
    ]
    back = [seen[-1]]
    while (before := sentence_before(TEXT, *span)) != span:
        span = before
        back.append(TEXT[slice(*span)])
    assert back == seen[::-1]


def test_where_words_stand() -> None:
    """However they are cased and spaced; nothing for nothing."""
    assert places_of(TEXT, "march") == (TEXT.find("March"), TEXT.rfind("March"))
    assert places_of("one\n two", "ONE two") == (0,)
    assert places_of(TEXT, " ") == ()


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_any_selection_of_any_text(text: str, one: int, other: int) -> None:
    """A quote is always as it stands in the text."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = quoted(text, start, end)
    assert text[found.start : found.end] == found.quote
    assert found.quote == found.quote.strip()
    if found.unfit is None:
        assert text.count(found.quote) == 1
    if start < len(text):
        first, last = sentence_at(text, start)
        assert 0 <= first <= last <= len(text)


def test_what_lies_near_a_quote() -> None:
    """The whole paragraph where it is within reach, and never much more."""
    text = "Before.\n\nOne. Two. Three.\n\nBehind." + " x" * 5000
    assert near_quote(text, "Two.") == "One. Two. Three."
    assert near_quote(text, "Four.") == ""
    assert near_quote(text, "") == ""
    long = "a " * 5000 + "Two. " + "b " * 5000
    assert len(near_quote(long, "Two.", 100)) == 204
