"""The faults of a deck: each is found, on its line, and worded with what to write instead."""

from __future__ import annotations

import os
import string
from datetime import date
from pathlib import Path

import pytest
from fault_samples import (
    CASES,
    EVIDENCE,
    HEAD,
    LETTER,
    SHORT,
    SOURCE,
    Case,
    evidence,
    short,
)

from quizapp.content import deck_file
from quizapp.content.deck import DeckRead, Severity
from quizapp.words.faults import WORDING, describe


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A deck's folder with files of every sort, among them some that no deck may use."""
    (tmp_path / "outside.md").write_text(LETTER)
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "letter.md").write_text(LETTER)
    (folder / "latin.md").write_bytes(b"caf\n\xe9")
    (folder / "good.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "folder").mkdir()
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "leaves.md").symlink_to(tmp_path / "outside.md")
    os.mkfifo(folder / "pipe")
    with (folder / "huge").open("wb") as huge:
        huge.truncate(33 * 1024 * 1024)
    return folder


def read(folder: Path, text: str) -> DeckRead:
    """The text read as a deck, on a day in 2026."""
    path = folder / "deck.toml"
    path.write_bytes(text.encode(errors="surrogateescape"))
    return deck_file.read(path, today=date(2026, 11, 24))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.says}"[:50])
def test_a_fault_is_found_on_its_line_and_says_what_to_write(case: Case, folder: Path) -> None:
    """The file's only fault has this code and line, and its words hold what mends it."""
    faults = read(folder, case.text).faults
    assert [(fault.code, fault.line) for fault in faults] == [(case.code, case.line)]
    assert faults[0].severity is case.severity
    assert case.says in describe(faults[0])


def test_every_wording_is_reached() -> None:
    """No wording is left over, and none is missing: files in trouble have the rest."""
    whole = {"missing", "is-folder", "link-loop", "not-a-file", "too-large", "unreadable"}
    apart = {"id-twice"}
    assert {case.code for case in CASES} | whole | apart == set(WORDING)


@pytest.mark.parametrize("code", WORDING)
def test_a_wording_says_what_to_do(code: str) -> None:
    """Each wording has at least two clauses, names its facts, and has no loose braces."""
    wording = WORDING[code]
    names = [name for _, name, _, _ in string.Formatter().parse(wording) if name]
    assert all(name.isidentifier() for name in names)
    assert len([part for part in wording.replace(":", ".").split(".") if part.strip()]) >= 2


def test_all_faults_come_in_one_pass(folder: Path) -> None:
    """One file with a fault in each block tells all of them, in order of line."""
    text = (
        'format = 1\n[deck]\nid = "d"\ntitle = 5\n'
        '[[source]]\nid = "letter"\n'
        + SHORT.replace('"A"', "1990")
        + "[[question]]\nkind = 'match'\nprompt = ''\npairs = 1\nhnt = 'x'\n"
    )
    found = [(fault.code, fault.line) for fault in read(folder, text).faults]
    assert found == [
        ("quotes-wanted", 4),
        ("missing-key", 5),
        ("quotes-wanted", 9),
        ("empty-text", 12),
        ("list-wanted", 13),
        ("unknown-key", 14),
    ]


def test_one_id_twice_names_both_lines_and_keeps_the_first(folder: Path) -> None:
    """The later of two questions with one id is at fault, and left out."""
    block = '[[question]]\nid = "aaaaaaaaaa"\nprompt = "{}"\nanswer = "A"\n'
    found = read(folder, HEAD + block.format("first") + block.format("second"))
    assert [(fault.code, fault.line, fault.question) for fault in found.faults] == [
        ("id-twice", 10, "aaaaaaaaaa")
    ]
    words = describe(found.faults[0])
    assert "line 6 already, and again on line 10" in words
    assert "Leave it out of the newer question" in words
    assert found.deck is not None
    assert [question.prompt for question in found.deck.questions] == ["first"]


def test_an_error_leaves_a_question_out_and_a_warning_keeps_it(folder: Path) -> None:
    """What cannot be asked is left out; its neighbours and those only warned of stay."""
    broken = "[[question]]\nprompt = 'broken'\n"
    found = read(folder, short('hint = ""') + broken + SHORT.replace("?", "last"))
    assert found.deck is not None
    assert [question.prompt for question in found.deck.questions] == ["?", "last"]
    assert [fault.severity for fault in found.faults] == [Severity.WARNING, Severity.ERROR]


def test_a_fault_in_a_source_keeps_its_questions(folder: Path) -> None:
    """Where a source's text is gone the quote cannot be checked, and is asked on."""
    found = read(folder, evidence('"x"').replace("letter.md", "gone.md"))
    assert [fault.code for fault in found.faults] == ["file-missing"]
    assert found.deck is not None
    assert len(found.deck.questions) == 1


def test_a_column_points_at_the_key(folder: Path) -> None:
    """The place is that of the key, also within an inline table."""
    text = HEAD + SOURCE + SHORT + 'evidence = { source = "letter", qoute = "x" }\n'
    found = [(f.code, f.line, f.column) for f in read(folder, text).faults]
    assert found == [("missing-key", 12, 1), ("unknown-key", 12, 33)]


def test_facts_that_depend_on_the_day_need_one(folder: Path) -> None:
    """Without a day nothing is ahead of it or due."""
    path = folder / "deck.toml"
    path.write_text(short('as_of = "2031"', "review_by = 2020-01-01"))
    assert deck_file.read(path).faults == ()


def test_a_thousand_missing_quotes_are_all_told(folder: Path) -> None:
    """Looking for the nearest sentence stops after some quotes, finding faults does not."""
    block = SHORT + EVIDENCE + '"She wrote to Biden in April."\n'
    codes = [fault.code for fault in read(folder, HEAD + SOURCE + block * 1000).faults]
    assert len(codes) == 1000
    assert set(codes) == {"quote-near", "quote-not-found"}
