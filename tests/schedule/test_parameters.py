"""The parameters in force are those of the last rows that stand and can be used."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from quizapp.schedule.log import Action, Moment, Row
from quizapp.schedule.memory import DEFAULT_WEIGHTS
from quizapp.schedule.parameters import (
    DEFAULT,
    UnusableParametersError,
    in_force,
    read,
    written,
)

MINE = (*DEFAULT_WEIGHTS[:20], 0.2)


def row(t: int, action: Action, text: str = "", number: float = 0.0) -> Row:
    """A row at an ordered time."""
    return Row(f"r{t}", "here", t, t, Moment(t, 0, 1), action, text=text, number=number)


def test_without_rows_the_defaults_hold() -> None:
    """FSRS-6's defaults and a desired retention of 0.9, since ever."""
    assert in_force([]) == (DEFAULT, 0)


def test_the_last_rows_hold() -> None:
    """Each kind of row leaves the other's value alone, and the later time is told."""
    rows = [
        row(1, Action.PARAMETERS, written("first", DEFAULT_WEIGHTS)),
        row(2, Action.RETENTION, number=0.85),
        row(3, Action.PARAMETERS, written("mine", MINE)),
        row(4, Action.BURY),
    ]
    found, since = in_force(rows)
    assert (found.name, found.w, found.retention, since) == ("mine", MINE, 0.85, 3)


@pytest.mark.parametrize(("asked", "held"), [(0.1, 0.7), (0.999, 0.97), (0.8, 0.8)])
def test_retention_is_held_in_bounds(asked: float, held: float) -> None:
    """Below 0.7 nothing is kept, above 0.97 nothing else is done."""
    assert in_force([row(1, Action.RETENTION, number=asked)])[0].retention == held


def test_rows_that_cannot_be_used_are_passed_over() -> None:
    """A set of another length and a retention that is no number change nothing."""
    rows = [
        row(1, Action.PARAMETERS, written("seven", DEFAULT_WEIGHTS[:7])),
        row(2, Action.RETENTION, number=float("nan")),
    ]
    assert in_force(rows) == (DEFAULT, 0)


def test_what_is_written_reads_back() -> None:
    """Name and numbers survive to the last bit."""
    assert read(written("mine", MINE)) == ("mine", MINE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"set": "x", "w": 3}',
        '{"set": "x", "w": ["a"]}',
        json.dumps({"set": "x", "w": [1.0] * 20}),
        written("negative", (-1.0, *DEFAULT_WEIGHTS[1:])),
        written("no decay", (*DEFAULT_WEIGHTS[:20], 0.0)),
        written("infinite", (*DEFAULT_WEIGHTS[:8], float("inf"), *DEFAULT_WEIGHTS[9:])),
    ],
)
def test_what_is_no_set_is_refused(text: str) -> None:
    """The error is raised for anything that the formulas could not take."""
    with pytest.raises(UnusableParametersError):
        read(text)


def test_a_voided_row_is_the_caller_s_to_leave_out() -> None:
    """Only standing rows are to be given; without the row the former set holds."""
    rows = [row(1, Action.PARAMETERS, written("mine", MINE)), row(2, Action.RETENTION, number=0.8)]
    assert in_force(rows[:1]) == (replace(DEFAULT, name="mine", w=MINE), 1)
