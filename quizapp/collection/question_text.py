"""A question as a line of JSON, and back: how the deck cache keeps it without parsing a deck."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from typing import Any

from quizapp.content.question import (
    KIND_OF,
    Body,
    Evidence,
    Form,
    Image,
    PartialDate,
    Precision,
    Question,
    Tolerance,
)

_CLASS_OF = {kind.value: body for body, kind in KIND_OF.items()}
_TAGS: tuple[tuple[type, str, Callable[[Any], Any]], ...] = (
    (Decimal, "decimal", str),
    (PartialDate, "when", lambda v: [v.year, v.month, v.day]),
    (date, "day", date.isoformat),
    (Tolerance, "tolerance", lambda v: [str(v.amount), v.percent]),
    (Evidence, "evidence", lambda v: [v.source, v.quote]),
    (Image, "image", lambda v: [v.path, v.alt]),
)
_MADE_OF: dict[str, Callable[[Any], Any]] = {
    "decimal": Decimal,
    "when": lambda v: PartialDate(*v),
    "day": date.fromisoformat,
    "tolerance": lambda v: Tolerance(Decimal(v[0]), v[1]),
    "evidence": lambda v: Evidence(*v),
    "image": lambda v: Image(*v),
}


def to_text(question: Question) -> str:
    """A question in one line; fields at their default are left out, and so are id and line."""
    body = {"kind": question.kind.value} | _filled(question.body, ())
    return json.dumps(
        [body, _filled(question, ("id", "body", "line"))],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def from_text(text: str, question_id: str | None, line: int) -> Question:
    """The question of such a line."""
    body, common = json.loads(text)
    made: type[Body] = _CLASS_OF[body.pop("kind")]
    found: dict[str, Any] = {name: _read(value) for name, value in body.items()}
    if "forms" in found:
        found["forms"] = tuple(Form(form) for form in found["forms"])
    if "precision" in found:
        found["precision"] = Precision(found["precision"])
    rest: dict[str, Any] = {name: _read(value) for name, value in common.items()}
    return Question(id=question_id, body=made(**found), line=line, **rest)


def _filled(value: Body | Question, without: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(value):
        held = getattr(value, field.name)
        if field.name not in without and (field.default is MISSING or held != field.default):
            found[field.name] = _plain(held)
    return found


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    for kind, tag, plain in _TAGS:
        if isinstance(value, kind):
            return {tag: plain(value)}
    return value


def _read(value: object) -> object:
    if isinstance(value, list):
        return tuple(_read(item) for item in value)
    if isinstance(value, dict):
        ((tag, held),) = value.items()
        return _MADE_OF[tag](held)
    return value
