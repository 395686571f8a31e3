"""Pasted rows of unlike kinds: each becomes what it plainly looks like."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.author.field_reading import fields_of
from quizapp.author.pasted_table import mapped, table_of
from quizapp.content.question import Kind

MIXED = (
    "Capital of Kosovo\tPristina\n"
    "The Drin flows into the sea\tTrue\n"
    "Year of independence\t2008\n"
    "How many members has NATO\t32\n"
    "Signed on\t4 May 1921\n"
)


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("Capital of Kosovo\tPristina", Kind.SHORT),
        ("It is so\ttrue", Kind.TRUE_FALSE),
        ("It is so\tFALSE", Kind.CHOICE),
        ("Independence\t2008", Kind.DATE),
        ("How many troops\t2008", Kind.NUMBER),
        ("Troops in KFOR\t3,770", Kind.NUMBER),
        ("Troops in KFOR\t3 770", Kind.NUMBER),
        ("Degrees\t-4.5", Kind.NUMBER),
        ("Signed on\t4 May 1921", Kind.DATE),
        ("Signed on\t2008-02-17", Kind.DATE),
        ("Signed on\t17.2.2008", Kind.DATE),
        ("Number of the room\t007", Kind.SHORT),
        ("Distance\t12 km", Kind.SHORT),
        ("Who was it\tMay", Kind.SHORT),
        ("Which act\tAct 12 of 4 May", Kind.SHORT),
        ("Day that is none\t2008-02-31", Kind.SHORT),
    ],
)
def test_a_row_becomes_what_it_looks_like(row: str, kind: Kind) -> None:
    """And nothing else: what is not plain is a short answer."""
    table = table_of(f"It is so\tTrue\n{row}\n")
    assert table.mapping.by_row
    assert table.left_out == 0
    assert table.questions[1].kind is kind
    assert table.lines[1].kind is kind


def test_what_is_false_says_what_is_true() -> None:
    """From the third cell; without it one chooses between the two."""
    table = table_of("It is old\tFalse\tIt is new.\nIt is wide\tFalse\tIt is narrow.\n")
    told = fields_of(table.questions[0])
    assert (told.kind, told.holds, told.correction) == (Kind.TRUE_FALSE, False, "It is new.")
    bare = fields_of(table_of("It is old\tFalse\nIt is new\ttrue\n").questions[0])
    assert (bare.kind, bare.answers, bare.wrong) == (Kind.CHOICE, ("False",), ("True",))


def test_rows_all_alike_are_made_as_before() -> None:
    """Nothing is guessed, and the table has no column for it."""
    table = table_of("Capital of Kosovo\tPristina\nCapital of Albania\tTirana\n")
    assert not table.mapping.by_row
    assert [line.kind for line in table.lines] == [None, None]


def test_one_kind_for_all_takes_the_guess_back() -> None:
    """Every row becomes that."""
    table = table_of(MIXED)
    kinds = [question.kind for question in table.questions]
    assert kinds == [Kind.SHORT, Kind.TRUE_FALSE, Kind.DATE, Kind.NUMBER, Kind.DATE]
    short = mapped(table.rows, replace(table.mapping, by_row=False))
    assert {question.kind for question in short.questions} == {Kind.SHORT}
    cards = mapped(table.rows, replace(table.mapping, kind=Kind.FLASHCARD, by_row=False))
    assert {question.kind for question in cards.questions} == {Kind.FLASHCARD}
    assert len(cards.questions) == 5
