"""One block read by itself says what it says in the whole file; with errors, its form says it."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import decks

from quizapp.author.block_reading import fields_in, read_table, table_of
from quizapp.author.fields import Fields
from quizapp.content.deck import Deck
from quizapp.content.deck_editing_blocks import cut
from quizapp.content.deck_file import read_as, write_text
from quizapp.content.question import Kind

HEADER = "[[question]]\n"


@settings(max_examples=300)
@given(decks(), st.sampled_from(["\n", "\r\n"]))
def test_blocks_that_we_wrote_are_read_as_tomllib_reads_them(deck: Deck, line_end: str) -> None:
    """And give the questions that they were written from."""
    text = write_text(deck).replace("\n", line_end)
    tables = tomllib.loads(text, parse_float=Decimal)["question"]
    blocks = [piece.text for piece in cut(text) if piece.kind == "question"]
    assert [table_of(block) for block in blocks] == tables
    assert tuple(read_table(table).question for table in tables) == deck.questions


LINES = st.lists(
    st.sampled_from(
        [
            *(
                'prompt = "a"',
                'prompt = "a" # b',
                "prompt = 'a'",
                'prompt = "a\\u00e9"',
                'id = "x"',
            ),
            *(
                'a.b = "c"',
                "answer = 1",
                "answer = -0",
                "answer = 01",
                "answer = 1.50",
                "answer = nan",
            ),
            *("answer = 2022-02-30", "answer = 2022-02-03", "answer = true", "answer = [1, 2]"),
            *(
                'wrong = ["a", "b"]',
                'wrong = ["a",]',
                "wrong = []",
                'pairs = [["a", "b"]]',
                "x = null",
            ),
            *(
                'prompt = "a\\/b"',
                'prompt = "a\tb"',
                'prompt = "\x7f"',
                'ä = "b"',
                "",
                "# check",
                "=",
            ),
            *("[question.evidence]", 'quote = "q"', 'source = "s"', 'evidence = { source = "s" }'),
            *('"prompt" = "q"', ' prompt = "q"', 'prompt="q"', 'prompt = """q"""', "[other]"),
        ]
    ),
    max_size=5,
)


@settings(max_examples=300)
@given(LINES)
def test_any_block_is_read_as_tomllib_reads_it(lines: list[str]) -> None:
    """The quick reader never takes what tomllib refuses, nor reads it otherwise."""
    text = HEADER + "".join(line + "\n" for line in lines)
    try:
        wanted = tomllib.loads(text, parse_float=Decimal)["question"][0]
    except tomllib.TOMLDecodeError:
        with pytest.raises(tomllib.TOMLDecodeError):
            table_of(text)
        return
    found = table_of(text)
    assert repr(found) == repr(wanted)  # nan is not nan, and true is not 1
    whole = read_as(Path("/x/deck.toml"), '[deck]\nid = "d"\ntitle = "D"\n' + text)
    assert whole.deck is not None
    one = read_table(found)
    if whole.deck.questions:
        assert one.question == whole.deck.questions[0]


@pytest.mark.parametrize(
    ("block", "fields"),
    [
        ('prompt = "Who?"\nanser = "A"\n', Fields(prompt="Who?")),
        ('prompt = "Who?"\nanswer = 5\n', Fields(prompt="Who?", answers=("5",))),
        ('kind = "lst"\nanswers = ["a", 2, ["x"]]\n', Fields(answers=("a", "2"))),
        (
            'kind = "list"\nprompt = "?"\nanswers = "a"\nneed = "two"\n',
            Fields(Kind.LIST, "?", need="two"),
        ),
        (
            'kind = "match"\nprompt = "?"\npairs = [["a", "b"], ["c"], "d"]\n',
            Fields(Kind.MATCH, "?", pairs=(("a", "b"), ("c", ""), ("d", ""))),
        ),
        (
            'kind = "true-false"\nprompt = "?"\nanswer = false\ncorrection = 7\n',
            Fields(Kind.TRUE_FALSE, "?", holds=False, correction="7"),
        ),
        (
            'prompt = "?"\nas_of = 2022-03-10\nwrong = "A"\nevidence = "It is."\n',
            Fields(prompt="?", as_of="2022-03-10", wrong=("A",)),
        ),
    ],
)
def test_a_block_with_errors_fills_its_form_as_far_as_it_makes_sense(
    block: str, fields: Fields
) -> None:
    """So that it can be mended there."""
    found = read_table(table_of(HEADER + block))
    assert found.question is None
    assert found.faults
    assert fields_in(found) == fields
