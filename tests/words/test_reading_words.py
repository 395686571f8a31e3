"""Every reason and note of reading has words, and they name what they should."""

from __future__ import annotations

import re

import pytest

from quizapp.generate.reading.outcome import Note, NoteCode, ReadingError, Reason
from quizapp.words.reading import ERRORS, NOTES, describe_error, describe_note


def test_every_code_has_words() -> None:
    """No reason or note is without words, and no words are without their reason."""
    assert set(ERRORS) == set(Reason)
    assert set(NOTES) == set(NoteCode)


@pytest.mark.parametrize("code", list(Reason))
def test_error_says_what_to_do(code: Reason) -> None:
    """An error says what happened and what to do, in plain words."""
    told = {"wall": {"kind": "login"}, "other-kind": {"kind": "rtf"}}.get(code.value)
    places = re.findall(r"\{(\w+)\}", "".join(ERRORS[code]))
    facts = told or dict.fromkeys(places, "FACT")
    said = describe_error(ReadingError(code, **facts))
    assert said.what
    assert said.do
    assert "!" not in str(said)
    assert "{" not in str(said)


@pytest.mark.parametrize("kind", ["login", "paywall", "cookies", "script"])
def test_every_wall_has_words(kind: str) -> None:
    """Each kind of wall is named."""
    assert describe_error(ReadingError(Reason.WALL, kind=kind)).what.startswith("The page")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("archive", "a packed archive"),
        ("office", "a document of a word processor, or an e-book"),
        ("rtf", "rich text (RTF)"),
        ("picture", "a picture"),
        ("webarchive", "a web archive"),
    ],
)
def test_every_other_kind_has_words(kind: str, words: str) -> None:
    """Each kind of file that is not read is named."""
    what = describe_error(ReadingError(Reason.OTHER_KIND, kind=kind)).what
    assert what.endswith(f": {words}.")


@pytest.mark.parametrize("code", list(NoteCode))
def test_notes(code: NoteCode) -> None:
    """A note is worded with its facts."""
    facts = re.findall(r"\{(\w+)\}", NOTES[code])
    said = describe_note(Note(code, tuple((name, "FACT") for name in facts)))
    assert ("FACT" in said) is bool(facts)
