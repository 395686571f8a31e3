"""Text cut into paragraphs, sentences and words, each by its offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generate.article import Span
from quizapp.generate.language.tokenising import paragraphs, sentence_spans, words


def cut(text: str) -> list[str]:
    """The words of a text, as written."""
    return [token.text for token in words(text, Span(0, len(text)))]


def sentences(text: str) -> list[str]:
    """The sentences of a one-paragraph text."""
    return [span.of(text) for span in sentence_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The mayor left.", "The|mayor|left|."),
        ("Velin's mayor", "Velin|'s|mayor"),
        ("the states' rights", "the|states|'|rights"),
        ("It wasn't so", "It|was|n't|so"),
        ("They'll see", "They|'ll|see"),
        ("at 9.30 a.m. sharp", "at|9.30|a.m.|sharp"),
        ("Dr. Lund spoke", "Dr.|Lund|spoke"),
        ("the U.S. Navy", "the|U.S.|Navy"),
        ("1,250 people", "1,250|people"),
        ("3.5 percent", "3.5|percent"),
        ("an 18-year-old", "an|18-year-old"),
        ("a €35m loan", "a|€|35m|loan"),
        ("US$5m was paid", "US$|5m|was|paid"),
        ("NKr900mn in all", "NKr|900mn|in|all"),
        ("Rs 400 crore", "Rs|400|crore"),
        ("he said: “No”", "he|said|:|“|No|”"),
        ("well-known firms", "well-known|firms"),
        ("12cm of rain", "12cm|of|rain"),
        ("the 2013–2019 term", "the|2013–2019|term"),
        ("Kern & Rohner", "Kern|&|Rohner"),
        ("rose 4%", "rose|4|%"),
        ("Wait … now", "Wait|…|now"),
    ],
)
def test_words(text: str, tokens: str) -> None:
    """Clitics and signs stand alone; numbers, abbreviations and hyphened words stay whole."""
    assert cut(text) == tokens.split("|")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained. The dam held.", ["It rained.", "The dam held."]),
        ("Dr. Lund left. He was late.", ["Dr. Lund left.", "He was late."]),
        ("J. K. Lund sold it. Prices fell.", ["J. K. Lund sold it.", "Prices fell."]),
        ("It fell by 3.5 percent. It rose later.", ["It fell by 3.5 percent.", "It rose later."]),
        ("“It is over.” She left.", ["“It is over.”", "She left."]),
        ("“Stop!” he said.", ["“Stop!” he said."]),
        ("Who pays? Nobody knows.", ["Who pays?", "Nobody knows."]),
        ("He works for Lund Inc. The firm grew.", ["He works for Lund Inc.", "The firm grew."]),
        ("He saw No. 5 go by.", ["He saw No. 5 go by."]),
        ("She lives in the U.S. The move was quick.",
         ["She lives in the U.S.", "The move was quick."]),
        ("It opened on Jan. 5 in Riga.", ["It opened on Jan. 5 in Riga."]),
        ("It cost $2.5 million... Then it closed.",
         ["It cost $2.5 million...", "Then it closed."]),
    ],
)  # fmt: skip
def test_sentences(text: str, found: list[str]) -> None:
    """A stop ends a sentence, but not that of an initial, a title or a number."""
    assert sentences(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\n \nTwo.", ["One.", "Two."]),
        ("A headline\nThe text begins.", ["A headline", "The text begins."]),
        ("A line that is long enough to run on into the\nnext one.",
         ["A line that is long enough to run on into the\nnext one."]),
        ("  Indented.  ", ["Indented."]),
        ("", []),
    ],
)  # fmt: skip
def test_paragraphs(text: str, found: list[str]) -> None:
    """An empty line parts paragraphs; a long line without an end runs on."""
    assert [span.of(text) for span in paragraphs(text)] == found


@given(st.text(max_size=200))
def test_words_stand_where_they_say(text: str) -> None:
    """Whatever the text, each word is the text at its offsets, in order and without overlap."""
    at = 0
    for token in words(text, Span(0, len(text))):
        assert token.start >= at
        assert text[token.start : token.end] == token.text
        at = token.end
