"""Deciding in words: each code has some, and each error says what to do."""

from __future__ import annotations

import pytest

from quizapp.content.deck import Fault
from quizapp.generate.candidate import Light, Origin
from quizapp.generate.desk import Counts, SentenceState, State
from quizapp.generate.draft_errors import DeskError, DraftNotWrittenError, SavingError
from quizapp.generate.draft_steps import Code
from quizapp.words import deciding

FACTS = {"path": "/home/a/x.json", "reason": "No such device", "deck": "mine", "n": "2"}


def test_every_code_has_words() -> None:
    """States, tints, lights, origins and undone steps."""
    for words, codes in (
        (deciding.state, State),
        (deciding.sentence, SentenceState),
        (deciding.light, Light),
        (deciding.origin, Origin),
        (deciding.undone, Code),
    ):
        said = [words(code.value) for code in codes]
        assert all(said)
        assert len(set(said)) == len(said)
    assert {code.value for code in Code} == deciding.KNOWN_UNDONE


@pytest.mark.parametrize("code", sorted(deciding.KNOWN_DRAFTS | {"system", "discard-read-only"}))
def test_an_error_of_a_draft_says_what_happened_and_what_to_do(code: str) -> None:
    """No place for a value is left open, and nothing is shouted."""
    said = deciding.describe(DraftNotWrittenError(code, **FACTS))
    assert said.what
    assert said.do
    assert not {"{", "}", "!"} & set(str(said))


@pytest.mark.parametrize("code", sorted(deciding.KNOWN_SAVING | {"system"}))
def test_an_error_of_saving_says_what_happened_and_what_to_do(code: str) -> None:
    """The first fault is told in the words of a deck's faults."""
    fault = Fault("missing-key", 3, (("key", "answer"), ("example", 'answer = "a"')))
    said = deciding.describe_saving(SavingError(code, (fault,), **FACTS))
    told = code in {"faulty", "deck-unreadable"}
    assert ("“answer”" in str(said)) == told
    assert said.what
    assert said.do
    assert not {"{", "}", "!"} & set(str(said))


def test_a_draft_that_is_still_there_is_named() -> None:
    """Discarding failed: where it lies and why."""
    said = deciding.describe(DeskError("discard-in-the-way", **FACTS))
    assert FACTS["path"] in said.what
    assert FACTS["reason"] in said.what


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Counts(12, 5, 2), "12 open · 5 kept · 2 refused"),
        (Counts(0, 1, 0), "1 kept"),
        (Counts(0, 0, 0), "Nothing found"),
    ],
)
def test_counts_leave_out_what_is_none(counts: Counts, said: str) -> None:
    """Short enough for a list of drafts."""
    assert deciding.counts(counts) == said


def test_numbers_are_told_in_their_form() -> None:
    """One question, two questions."""
    assert deciding.keep_green(1) == "Keep 1 question that passes all checks?"
    assert deciding.keep_green(8) == "Keep 8 questions that pass all checks?"
    assert deciding.saved(1, "Bridge") == "Saved 1 question in “Bridge”."
    assert deciding.saved(3, "Bridge") == "Saved 3 questions in “Bridge”."
    assert "Bridge" in deciding.in_deck("Bridge")
    assert "/x.damaged" in deciding.damaged("/x.damaged")
