"""Which blocks still want a label written, however their braces are spelled."""

from __future__ import annotations

import pytest

from quizapp.author.desk_entry import Base

_HEAD = '[[question]]\nid = "aaaaaaaaaa"\nkind = "cloze"\n'


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize(
    ("text", "wants"),
    [
        (r'"The {{capital}} of France"', True),
        (r'"The \u007b\u007bcapital}} of France"', True),
        (r'"The \U0000007B{capital}} of France"', True),
        ('"""The {\\\n   {capital}} of France"""', True),
        (r'"The {{c:capital}} of France"', False),
        (r'"The \u007b{c:capital}} of \"France\""', False),
    ],
)
def test_a_gap_without_a_label_is_found(text: str, wants: bool, asked: bool) -> None:
    """With the same answer before and after the block was read as a question."""
    base = Base(f"{_HEAD}text = {text}\n")
    if asked:  # as after a check of the whole deck
        assert base.question is not None
    assert base.unsettled is wants
