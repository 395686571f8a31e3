"""Blocks at the end of a deck's text: what stood there stays, and what is added can be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from strategies import decks

from quizapp.content import deck_file
from quizapp.content.deck import Deck, Source
from quizapp.content.question import Cloze, Question, Short

HEAD = 'format = 1\n[deck]\nid = "d"\ntitle = "t"\n'
NEW = Question("bbbbbbbbbb", Short("?", "a"))


@pytest.mark.parametrize(
    "before",
    [
        HEAD,
        HEAD.removesuffix("\n"),
        HEAD + "# the end",
        HEAD.replace("\n", "\r\n"),
        "\ufeff" + HEAD,
        HEAD + '[[question]]\nid = "aaaaaaaaaa"\nprompt = """\nx\n"""\nanswer = "b"\n\n\n',
        HEAD + '[[question]]\nprompt = "x"\nanswer = "b"\n[question.evidence]\nsource = "s"\n',
    ],
)
def test_every_character_before_stays(before: str) -> None:
    """The new blocks come last, with the file's own line ends, and the deck reads with them."""
    source = Source("new", "A text")
    after = deck_file.with_blocks(before, [source], [NEW])
    assert after.startswith(before)
    assert ("\r\n" in after) == ("\r\n" in before)
    assert "\r\n" not in before or "\n" not in after.replace("\r\n", "")
    deck = deck_file.read_as(Path("/nowhere/d.toml"), after).deck
    assert deck is not None
    assert deck.sources == (source,)
    assert deck.questions[-1] == NEW


def test_nothing_added_is_the_same_text() -> None:
    """Without blocks not even a line end is added."""
    assert deck_file.with_blocks("# x", [], []) == "# x"


def test_gaps_get_their_labels() -> None:
    """What is added has the labels that a first save would write."""
    after = deck_file.with_blocks(HEAD, [], [Question("bbbbbbbbbb", Cloze("A {{Big}} one"))])
    assert "{{big:Big}}" in after


@given(deck=decks())
def test_a_deck_in_two_parts_is_the_deck(deck: Deck) -> None:
    """Head first and all blocks added later is byte for byte what is written at once."""
    whole = deck_file.write_text(deck_file.with_labels(deck))
    bare = deck_file.write_text(replace(deck, sources=(), questions=()))
    assert deck_file.with_blocks(bare, deck.sources, deck.questions) == whole
