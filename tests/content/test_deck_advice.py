"""What an author is advised to write instead: the likely cause, and advice that is itself TOML."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from fault_samples import CASES, HEAD, LETTER, SHORT, Case

from quizapp.content import deck_file, toml_cause
from quizapp.content.deck import DeckRead
from quizapp.content.deck_file import read_as
from quizapp.words.faults import TOML_CAUSES, describe


def read(folder: Path, text: str) -> DeckRead:
    """The text read as a deck, on a day in 2026."""
    return read_as(folder / "deck.toml", text, today=date(2026, 11, 24))


HEAD_ONLY = 'format = 1\n[deck]\nid = "d"\n'


@pytest.mark.parametrize(
    ("lines", "cause", "column"),
    [
        ('title = "a\0b"\n', "zero-bytes", 11),
        ('\0title = "a"\n', "zero-bytes", 1),
        ('title = "a\x1bb"\n', "hidden-sign", 11),
        ("# a\x07b\n", "hidden-sign", 4),
        ('\u200btitle = "a"\n', "hidden-sign", 1),
        ('title = "a\rb"\n', "bare-return", 11),
        ('title = "a"\rlicense = "b"\r', "bare-return", 12),
        ('title = "a\nlicense = "b"\n', "not-closed", 11),
        ("title = 'a\nlicense = 'b'\n", "apostrophe-not-closed", 11),
        ("title = 'it's'\n", "apostrophe-within", 13),
        ('title = "say "no" now"\n', "more-behind", 15),
        ('title = "C:\\q"\n', "backslash", 14),
        ('title = "\\u12"\n', "backslash", 12),
        ('title = "\\ud800"\n', "half-character", 16),
        ("title = “a”\n", "curled-quotes", 9),
        ('title\u00a0= "a"\n', "other-space", 6),
        ("answer = 007\n", "leading-zero", 11),
        ("answer = 6,5\n", "number-written-otherwise", 11),
        ("answer = 3 770\n", "number-written-otherwise", 12),
        ("answer = .5\n", "number-written-otherwise", 10),
        ("both_ways = True\n", "flag-in-capitals", 13),
        ("as_of = 2022-13-01\n", "no-such-date", 13),
        ("title = Osmani\n", "bare-value", 9),
        ('title: "a"\n', "no-equals", 6),
        ("= 5\n", "no-statement", 1),
        ('id = "e"\n', "key-twice", 9),
        ("[deck]\n", "block-twice", 6),
        ("[[question]\n", "brackets", 11),
        ('tags = ["a"\n', "list-not-closed", 1),
        ("evidence = {source = 'a',}\n", "table-not-closed", 26),
    ],
)
def test_what_is_no_toml_is_told_with_its_cause(
    tmp_path: Path, lines: str, cause: str, column: int
) -> None:
    """By what stands where reading stopped; the sign is named, and never printed."""
    fault = read(tmp_path, HEAD_ONLY + lines).faults[0]
    facts = dict(fault.facts)
    assert (fault.code, facts["cause"], fault.column) == ("not-toml", cause, column)
    words = describe(fault)
    assert words.isprintable()
    assert words.endswith(TOML_CAUSES[cause].format(sign=facts["sign"]))


def test_line_ends_of_cr_alone_are_named(tmp_path: Path) -> None:
    """A whole file of them is one line to TOML."""
    text = (HEAD + SHORT).replace("\n", "\r")
    fault = read_as(tmp_path / "deck.toml", text).faults[0]
    assert dict(fault.facts)["cause"] == "bare-return"
    assert (fault.line, fault.column) == (1, 11)


NUMBERED = '[[question]]\nkind = "number"\nprompt = "?"\n'


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("007", "7"),
        ("6,5", "6.5"),
        ("3,770", "3770"),
        ("3 770", "3770"),
        ("1.000.000", "1000000"),
        ("+5", "5"),
        ("-0,50", "-0.5"),
        ("5.", "5"),
    ],
)
def test_the_number_advised_is_one_and_the_same(tmp_path: Path, written: str, plain: str) -> None:
    """What is to be written instead is read, and means what stood there."""
    fault = read(tmp_path, f'{HEAD}{NUMBERED}answer = "{written}"\n').faults[0]
    assert fault.code == "number-quoted"
    assert f"answer = {plain}" in describe(fault)
    assert read(tmp_path, f"{HEAD}{NUMBERED}answer = {plain}\n").faults == ()


@pytest.mark.parametrize("written", ["0x10", "1e5", "1,5,5", "a dozen", "5-7", ""])
def test_no_number_is_made_up(tmp_path: Path, written: str) -> None:
    """What states none is called no number, with an example."""
    fault = read(tmp_path, f'{HEAD}{NUMBERED}answer = "{written}"\n').faults[0]
    assert fault.code == "number-wanted"


_ADVICE = re.compile(r"(?:Write|instead|quotes|brackets|example): ([a-z_]+ = [^,]+)$")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.says}"[:50])
def test_what_is_advised_to_be_written_is_toml(tmp_path: Path, case: Case) -> None:
    """The last thing said, where it is a key with its value."""
    (tmp_path / "letter.md").write_text(LETTER)
    path = tmp_path / "deck.toml"
    path.write_bytes(case.text.encode(errors="surrogateescape"))
    for fault in deck_file.read(path).faults:
        advice = _ADVICE.search(describe(fault))
        assert advice is None or tomllib.loads(advice[1])


def test_every_cause_is_worded() -> None:
    """And none is worded that no text has."""
    causes = set(re.findall(r'"([a-z-]+)"', Path(toml_cause.__file__).read_text(encoding="utf-8")))
    assert TOML_CAUSES.keys() <= causes
