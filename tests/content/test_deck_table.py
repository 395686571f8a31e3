"""Values read line by line are what `tomllib` reads, and what it refuses is refused as it does."""

from __future__ import annotations

import random
import tomllib
from decimal import Decimal

import pytest
from hostile_decks import HostileWriter
from hypothesis import given
from hypothesis import strategies as st
from strategies import decks

from quizapp.content.deck import Deck
from quizapp.content.deck_file import write_text
from quizapp.content.deck_table import read_table


def read(text: str) -> object:
    """The values, or what it was refused with."""
    try:
        return repr(read_table(text, Decimal))
    except (ValueError, ArithmeticError) as error:
        return type(error), str(error)


def read_whole(text: str) -> object:
    """The same by the library alone."""
    try:
        return repr(tomllib.loads(text, parse_float=Decimal))
    except (ValueError, ArithmeticError) as error:
        return type(error), str(error)


LINES = (
    *("format = 1\n", "[deck]\n", "[[question]]\n", "[[source]]\n", "[question.evidence]\n"),
    *('a = "b"\n', "  a = 'b' # c\n", 'b="b"\r\n', "\n", " \t\n", "# [deck]\n", "b\n", "= 1\n"),
    *("c = [] \n", 'c = ["x", "y"]\n', "c = [\n 'x',\n]\n", "c = [[1, 2], 'z']\n", "c = [1"),
    *("d = 1.50\n", "d = 007\n", "d = -0\n", "d = 12345678901234567890123\n", "d = 1_0\n"),
    *("e = 2022-03-01\n", "e = 2022-13-01\n", "e = true\n", "e = True\n", "e = 0x1f\n", "e =\n"),
    *('f = """x\n[deck]\n"""\n', "f = '''\r\ny'''\n", 'f = "\\u0041\\n"\n', 'f = "a\tb"\n'),
    *('g = "a\x07b"\n', "# \x07\n", 'g = "a\rb"\n', "g = 1\r", "g = 1 h = 2\n", 'g = "x" y\n'),
    *(
        "deck = {}\n",
        "deck.id = 'x'\n",
        "question = []\n",
        "question = [{a = 1}]\n",
        "source = 1\n",
    ),
    *('"a" = 1\n', "evidence = {a = 1}\n", "evidence = 'x'\n", "[question]\n", "[[deck]]\n"),
    *(
        "[ deck ]\n",
        "[[ question ]]\n",
        "[question.evidence.more]\n",
        "[deck] # c\n",
        "[deck] c\n",
    ),
    *(
        'a = ""\n',
        'a = ""x\n',
        'a = "" # c\n',
        'a = """"""\n',
        "a = ['é', \"ü\"]\n",
        "\ufeff",
        "a.b=1\n",
    ),
)


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_lines_in_any_order_are_read_as_tomllib_reads_them(lines: list[str]) -> None:
    """Or refused in its words."""
    text = "".join(lines)
    assert read(text) == read_whole(text)


@given(st.lists(st.sampled_from(LINES), max_size=6), st.text(max_size=8), st.integers(0, 99))
def test_what_is_put_in_anywhere_makes_no_difference(lines: list[str], odd: str, at: int) -> None:
    """Signs in the middle of a line, of a text, of a header."""
    text = "".join(lines)
    at = at % (len(text) + 1)
    text = text[:at] + odd + text[at:]
    assert read(text) == read_whole(text)


@given(deck=decks(), seed=st.integers(0, 1000))
def test_a_deck_is_read_as_tomllib_reads_it(deck: Deck, seed: int) -> None:
    """However it is written."""
    for text in (write_text(deck), HostileWriter(random.Random(seed), strange=True).deck(deck)):
        assert read(text) == read_whole(text)


@pytest.mark.parametrize("text", ["a =", "a = [", "a = {", "a = '", 'a = "', "a", "["])
def test_what_breaks_off_is_refused_alike(text: str) -> None:
    """At the very end of the file."""
    assert read(text) == read_whole(text)
