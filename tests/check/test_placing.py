"""Where blocks and keys stand, whatever the text looks like."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from deck_desk import TODAY
from hostile_decks import HostileWriter
from hypothesis import given
from hypothesis import strategies as st
from strategies import decks

from quizapp.check.checking import check_deck
from quizapp.check.placing import Places
from quizapp.content.deck import Deck
from quizapp.content.deck_file import read_as
from quizapp.content.toml_text import Outline
from quizapp.words.checking import describe

Q = '[[question]]\nprompt = "?"\nanswer = "A"\n'


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("format = 1\n", []),
        (Q + Q, [1, 4]),
        (f"# [[question]]\n{Q}", [2]),
        (f"{Q}hint = '''\n[[question]]\n'''\n{Q}", [1, 7]),
        (Q.replace("[[question]]", ' [[ "question" ]] # x') + Q, [1, 4]),
        (Q.replace("\n", "\r\n") + Q, [1, 4]),
        (f'[[source]]\nid = "s"\n[[question]]\n{Q}', [1, 3, 4]),
        ("question = [{prompt = '?'}]\n", []),
    ],
)
def test_blocks_stand_where_their_headers_do(text: str, lines: list[int]) -> None:
    """What only looks like a header is none."""
    assert [block.line for block in Places(text).blocks] == lines


@given(deck=decks(), seed=st.integers(0, 1000))
def test_a_place_is_what_the_whole_outline_says(deck: Deck, seed: int) -> None:
    """Of any deck, however it is written, block by block and key by key."""
    text = HostileWriter(random.Random(seed), strange=True).deck(deck)
    places = Places(text)
    for kind in ("question", "source"):
        sections = Outline(text).sections(kind)
        blocks = [block for block in places.blocks if block.kind == kind]
        assert [block.line for block in blocks] == [section.line for section in sections]
        for block, section in zip(blocks, sections, strict=True):
            if len(section.parts) == 1:
                assert all(block.place(path) == at for path, at in section.places.items())


LINES = (
    *("format = 1\n", "[deck]\n", "[[question]]\n", "[[source]]\n", "[question.evidence]\n"),
    *('id = "x"\n', 'kind = "cloze"\n', 'text = "{{a}}"\n', 'prompt = ""\n', "answer = 1\n"),
    *('wrong = ["a", "a", 5]\n', 'source = "x"\n', 'quote = "y"\n', "# check: allow E101\n"),
    *('title = "t"\n', "tags = [[]]\n", 'question = "no"\n', "deck = []\n", "a.b = 1\n"),
)


@given(text=st.lists(st.sampled_from(LINES), max_size=14))
def test_no_text_is_too_strange(text: list[str]) -> None:
    """Whatever stands in the file, it is checked and told in words."""
    whole = "".join(text)
    read = read_as(Path("deck.toml"), whole, today=TODAY)
    for finding in check_deck(read, whole, today=TODAY):
        said = describe(finding)
        assert said.what
        assert said.why
        assert 0 <= finding.line <= whole.count("\n") + 1
