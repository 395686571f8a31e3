"""The table of codes: whole, in order, worded, and never given a second meaning."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from deck_desk import TODAY
from fault_samples import CASES, LETTER, Case

from quizapp.check.checking import check_deck
from quizapp.check.code import CODES, Group, Selection, code_of, is_known
from quizapp.check.fault_codes import FAULTS, code_of_fault
from quizapp.check.finding import Finding, Mend
from quizapp.content.deck import Fault
from quizapp.content.deck_file import read
from quizapp.words import checking, faults

FIXED = {
    "E101": "unreadable",
    "E110": "unknown-key",
    "E119": "id-twice",
    "E203": "quote-nowhere",
    "E304": "option-is-right",
    "E402": "review-due",
    "E501": "accepted-is-wrong",
    "E603": "no-description",
}
"""Some codes as they were first given out: none may ever mean something else."""


def test_numbers_stand_in_order_and_names_are_given_once() -> None:
    """Both are written in decks and scripts of others."""
    assert all(one.number < two.number for one, two in pairwise(CODES))
    assert len({code.name for code in CODES}) == len(CODES)
    assert {code.group for code in CODES} == set(Group)
    assert {number: code_of(number).name for number in FIXED} == FIXED


def test_every_fault_of_a_file_has_a_code() -> None:
    """One table, and no fault in it that is none."""
    assert FAULTS.keys() == faults.WORDING.keys() | {"id-in-other-deck", "name-not-utf8"}
    assert all(code_of(number) for number in FAULTS.values())


@pytest.mark.parametrize(
    ("code", "key", "number"),
    [
        ("file-missing", "file", "E201"),
        ("file-missing", "image", "E601"),
        ("missing-key", "image_alt", "E603"),
        ("missing-key", "prompt", "E112"),
    ],
)
def test_where_a_fault_stands_may_decide_its_code(code: str, key: str, number: str) -> None:
    """A picture that is not there is no text that is not there."""
    assert code_of_fault(Fault(code, 1, (("key", key),))).number == number


def test_every_code_says_why_it_matters() -> None:
    """A sentence each, and none for a code that is none."""
    assert checking.WHY.keys() == {code.number for code in CODES}
    assert all(why.endswith(".") for why in checking.WHY.values())


def test_every_wording_is_a_sentence_and_every_mend_a_command() -> None:
    """What is said ends as a sentence does; a mend does not, since it may stand on a button."""
    said = [words.rstrip("”“") for words in checking.WORDING.values()]
    assert all(words[-1] in ".}" for words in said)
    assert not any(words.endswith(".") for words in checking.MENDS.values())


_PLAIN = [case for case in CASES if not case.code.startswith("file-")]
"""Without those that need a link to itself, a pipe, a huge file."""


@pytest.mark.parametrize("case", _PLAIN, ids=lambda case: f"{case.code}-{case.says}"[:50])
def test_a_fault_is_a_finding_at_its_place_with_its_words(tmp_path: Path, case: Case) -> None:
    """The fault's own words, and why it matters."""
    (tmp_path / "letter.md").write_text(LETTER)
    path = tmp_path / "deck.toml"
    path.write_bytes(case.text.encode(errors="surrogateescape"))
    found = read(path, today=TODAY)
    fault = next(fault for fault in found.faults if fault.code == case.code)
    text = case.text.removeprefix("\ufeff") if found.deck is not None else ""
    finding = next(f for f in check_deck(found, text, today=TODAY) if f.reason == case.code)
    assert finding.code == code_of_fault(fault)
    assert (finding.line, finding.severity) == (case.line, case.severity)
    assert checking.describe(finding).what == faults.describe(fault)
    assert checking.describe(finding).why


@pytest.mark.parametrize(
    ("select", "ignore", "told"),
    [
        ((), (), "E203 E204 E301 E402"),
        (("E2",), (), "E203 E204"),
        (("E2", "E402"), (), "E203 E204 E402"),
        ((), ("E2",), "E301 E402"),
        (("E2",), ("E203",), "E204"),
        (("E203",), ("E2",), "E203"),
        (("E",), ("E3", "E4"), "E203 E204"),
        (("E203",), ("E203",), ""),
    ],
)
def test_the_longer_prefix_decides(
    select: tuple[str, ...], ignore: tuple[str, ...], told: str
) -> None:
    """As linters have it."""
    selection = Selection(select, ignore)
    wanted = [n for n in ("E203", "E204", "E301", "E402") if selection.wants(code_of(n))]
    assert wanted == told.split()


@pytest.mark.parametrize(
    ("prefix", "known"),
    [("E", True), ("E2", True), ("E203", True), ("E20", True), ("E9", False), ("", False)],
)
def test_a_prefix_is_known_where_a_code_begins_so(prefix: str, known: bool) -> None:
    """Also the whole number."""
    assert is_known(prefix) == known
    assert not is_known("e203")


def test_each_mend_that_is_worded_can_be_worded() -> None:
    """With the facts that it names."""
    facts = (("key", "tags"), ("label", "a"), ("spelling", "x"), ("items", "“a”"))
    for code in checking.MENDS:
        finding = Finding(code_of("E136"), "no-id", mend=Mend(code, facts))
        assert checking.describe(finding).mend
