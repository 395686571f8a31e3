"""Every tabled case of marking: what was typed, whether it is right, and why."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from quizapp.content.mark import Mark, Typed
from quizapp.content.marking import Rivals, mark
from quizapp.content.question import (
    Body,
    Cloze,
    DateQuestion,
    Form,
    ListQuestion,
    Number,
    PartialDate,
    Precision,
    Question,
    Short,
    Tolerance,
)

TABLES = Path(__file__).parent / "marking"
Group = dict[str, Any]


def _cases(table: str) -> list[Any]:
    return list(_each_case(table))


def _each_case(table: str) -> Iterator[Any]:
    groups: list[Group] = tomllib.loads((TABLES / table).read_text(encoding="utf-8"))["group"]
    for group in groups:
        for verdict in ("right", "wrong"):
            for case in group.get(verdict, ()):
                name = f"{group['name']}: {case[0]!a:.60}"
                yield pytest.param(group, case, verdict == "right", id=name)


def _words(group: Group) -> Body:
    pairs = tuple((spelling, answer) for spelling, answer in group.get("accept_pairs", ()))
    if "text" in group:
        return Cloze(group["text"], pairs)
    if "answers" in group:
        return ListQuestion("?", tuple(group["answers"]), group["need"], pairs)
    accept, wrong = tuple(group.get("accept", ())), tuple(group.get("wrong_options", ()))
    return Short("?", group["answer"], accept, wrong)


def _number(group: Group) -> Body:
    tolerance = group.get("tolerance", "0")
    return Number(
        "?",
        Decimal(group["answer"]),
        group.get("unit", ""),
        Tolerance(Decimal(tolerance.rstrip("%")), tolerance.endswith("%")),
        tuple(group.get("accept", ())),
    )


def _date(group: Group) -> Body:
    answer = PartialDate(*map(int, group["answer"].split("-")))
    return DateQuestion("?", answer, Precision(group["precision"]), tuple(group.get("accept", ())))


def _mark(body: Body, group: Group, *typed: str) -> Mark:
    return mark(
        Question("aaaaaaaaaa", body),
        Typed(typed),
        form=Form.TYPE,
        gap=group.get("gap"),
        rivals=Rivals.of(group.get("rivals", ())),
        student_accepts=group.get("student", ()),
    )


@pytest.mark.parametrize(("group", "case", "right"), _cases("words.toml"))
def test_words(group: Group, case: list[str], right: bool) -> None:
    """Words typed get the tabled mark, reason and list of what was overlooked."""
    typed, reason, *ignored = case
    given = _mark(_words(group), group, typed)
    assert (given.right, given.reason, list(given.ignored)) == (right, reason, ignored)


@pytest.mark.parametrize(("group", "case", "right"), _cases("numbers.toml"))
def test_numbers(group: Group, case: list[str], right: bool) -> None:
    """A number typed gets the tabled mark and reason."""
    given = _mark(_number(group), group, case[0])
    assert (given.right, given.reason) == (right, case[1])


@pytest.mark.parametrize(("group", "case", "right"), _cases("dates.toml"))
def test_dates(group: Group, case: list[str], right: bool) -> None:
    """A date typed gets the tabled mark and reason."""
    given = _mark(_date(group), group, case[0])
    assert (given.right, given.reason) == (right, case[1])


@pytest.mark.parametrize(("group", "case", "right"), _cases("lists.toml"))
def test_lists(group: Group, case: list[Any], right: bool) -> None:
    """Items typed get the tabled mark and reason, and as many are right as tabled."""
    typed, reason, count = case
    given = _mark(_words(group), group, *typed)
    hits = sum(part.right for part in given.parts)
    assert (given.right, given.reason, hits) == (right, reason, count)
