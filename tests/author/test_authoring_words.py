"""Every trouble, unread row and refused picture has its words."""

from __future__ import annotations

import pytest

from quizapp.author.fields import FieldTrouble
from quizapp.author.pasted_rows import Separators, rows
from quizapp.words import authoring, field_troubles

FACTS = tuple((name, "THAT") for name in ("text", "unit", "gap", "count"))


@pytest.mark.parametrize("code", sorted(field_troubles.WORDING))
def test_a_trouble_is_a_sentence(code: str) -> None:
    """With no name of a fact left in it."""
    said = field_troubles.describe_trouble(FieldTrouble("prompt", code, FACTS))
    assert said.endswith(".")
    assert "{text}" not in said


def test_a_fault_that_the_form_does_not_show_is_told() -> None:
    """In general words."""
    assert "block" in field_troubles.describe_trouble(
        FieldTrouble("", "unknown-key", (("key", "x"),))
    )


@pytest.mark.parametrize(
    "text", ["one\n", '"open\n', "\t".join(map(str, range(200))), "x" * 10_000_001]
)
def test_an_unread_row_is_told(text: str) -> None:
    """Whatever is wrong with it."""
    [unread] = rows(text, Separators("\t")).unread
    assert unread.reason in authoring.KNOWN_UNREAD
    assert authoring.unread(unread.reason).endswith(".")


@pytest.mark.parametrize("code", ["not-an-image", "too-large", "unreadable"])
def test_a_refused_picture_is_told(code: str) -> None:
    """Also for a reason that has no words of its own."""
    assert authoring.picture_refused(code).endswith(".")
