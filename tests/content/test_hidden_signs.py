"""Signs that are not seen: found, named, escaped, taken out where they change nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.content.deck import Deck
from quizapp.content.deck_editing import DeckText
from quizapp.content.deck_file import read_as, write_text
from quizapp.content.folding import visible
from quizapp.content.hidden_signs import (
    escaped_in,
    hidden_signs,
    named_in,
    without_needless,
)
from quizapp.content.question import Question, Short


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain words, a\ttab\nand a line", ""),
        ("a\x1b[2J", "control U+001B"),
        ("a\x00", "control U+0000"),
        ("a\x9b", "control U+009B"),
        ("abc\u202egpj", "turning U+202E"),
        ("a\u2066b\u2069", "turning U+2066, turning U+2069"),
        ("ירושלים \u2066Jerusalem\u2069", ""),
        ("ירושלים \u202eJerusalem", "turning U+202E"),
        ("two\u200bwords", "no-width U+200B"),
        ("ภาษา\u200bไทย", ""),
        ("a\ufeffb\u2060c", "no-width U+FEFF, no-width U+2060"),
        ("Donau\u00addampf", "soft-hyphen U+00AD"),
        ("می\u200cخواهم", ""),
        ("👩\u200d🔬", ""),
        ("\u200fعربي", ""),
        ("naïve – “so” 日本", ""),
    ],
)
def test_a_sign_that_is_not_seen_is_found(text: str, found: str) -> None:
    """But none that a script needs."""
    assert ", ".join(f"{sign.kind} {sign.name}" for sign in hidden_signs(text)) == found


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Donau\u00addampf", "Donaudampf"),
        ("two \u200bwords\u200b", "two words"),
        ("two\u200b, three", "two, three"),
        ("two\u200bwords", "two\u200bwords"),
        ("non\u2060break", "nonbreak"),
        ("a\u202eb\u202c", "a\u202eb\u202c"),
        ("a\x1b[2J\u00ad", "a\x1b[2J"),
        ("ภาษา\u200b ไทย", "ภาษา\u200b ไทย"),
    ],
)
def test_what_changes_nothing_is_taken_out(text: str, without: str) -> None:
    """And what may have been meant for a space, or would make the rest read otherwise, stays."""
    assert without_needless(text) == without


@given(st.text(st.sampled_from("ab .é\u00ad\u200b\u2060\ufeff\u202e\u202c\x1b\x9b\nש")))
def test_taking_out_what_changes_nothing_leaves_what_is_read(text: str) -> None:
    """The same is seen, and once is enough."""
    kept = without_needless(text)
    assert visible(kept) == visible(text)
    assert without_needless(kept) == kept
    assert not any(hidden_signs(named_in(text)))
    assert json.loads(escaped_in(json.dumps(text, ensure_ascii=False))) == text


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\u00ad", "\u2066", "\x9b", "\ufeff"])
def test_a_deck_is_written_with_escapes_for_them(sign: str) -> None:
    """Whoever opens the file sees them; they are read back as they were."""
    question = Question("k7f3q2m4xd", Short(f"Who{sign}?", f"A{sign}b"))
    deck = Deck("d", "t", questions=(question,))
    text = write_text(deck)
    assert sign not in text
    assert read_as(Path("deck.toml"), text).deck == deck
    for raw in ("'''x'''", "'x'", '"x"'):
        edited = DeckText.of(text).set_key(0, ("hint",), "x").text.replace('"x"', raw)
        edited = DeckText.of(edited).set_key(0, ("hint",), f"h{sign}h").text
        read = read_as(Path("deck.toml"), edited).deck
        assert sign not in edited
        assert read is not None
        assert read.questions[0].hint == f"h{sign}h"
