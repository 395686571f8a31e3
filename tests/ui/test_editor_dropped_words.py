"""What a change of kind drops, as it is said before it is done."""

from __future__ import annotations

from dataclasses import fields

import pytest

from quizapp.author.fields import Fields
from quizapp.author.kind_change import PLACES, turned
from quizapp.author.told import Dropped
from quizapp.content.question import Kind
from quizapp.ui.editor_words import dropped_words


def test_each_thing_is_named_by_its_words() -> None:
    """The left halves stay, and nothing says otherwise."""
    change = turned(Fields(Kind.MATCH, "Join", pairs=(("Kosovo", "Pristina"),)), Kind.ORDER)
    assert dropped_words(Kind.ORDER, change.dropped) == (
        "“Order” has no place for:\n"
        "– the right halves of the pairs: “Pristina”\n"
        "All else stays. Undo brings back what is left out."
    )


def test_what_is_long_is_cut_and_what_is_much_is_counted() -> None:
    """The dialog stays small."""
    answers = ("first", "a word " * 40, *(f"Answer {n}" for n in range(9)))
    change = turned(Fields(Kind.LIST, "Which?", answers), Kind.SHORT)
    words = dropped_words(Kind.SHORT, change.dropped)
    assert "5 more" in words
    assert max(map(len, words.splitlines())) < 220


@pytest.mark.parametrize("name", sorted({name for names in PLACES.values() for name in names}))
def test_every_field_of_every_kind_has_a_name(name: str) -> None:
    """None is shown by what it is called in the program."""
    assert name in {field.name for field in fields(Fields)}
    assert f"– {name}" not in dropped_words(Kind.SHORT, (Dropped(name),))
