"""A question as plain JSON values and back, all eleven kinds, with nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Evidence,
    Flashcard,
    Form,
    Image,
    Kind,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    PartialDate,
    Precision,
    Question,
    Short,
    Tolerance,
    TrueFalse,
)

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


class NotAQuestionError(ValueError):
    """JSON values that no question was written as."""


def to_json(question: Question) -> dict[str, Json]:
    """A question's values; what is empty is left out, and so is its line in a file."""
    body = question.body
    values: dict[str, object] = {"id": question.id, "kind": question.kind.value}
    values |= {field.name: getattr(body, field.name) for field in fields(body)}
    values |= {
        "hint": question.hint,
        "explanation": question.explanation,
        "tags": question.tags,
        "as_of": question.as_of,
        "review_by": question.review_by,
        "attribution": question.attribution,
    }
    if question.evidence is not None:
        values["evidence"] = (question.evidence.source, question.evidence.quote)
    if question.image is not None:
        values["image"] = (question.image.path, question.image.alt)
    plain = {name: _plain(value) for name, value in values.items()}
    return {name: value for name, value in plain.items() if value not in (None, "", [])}


def from_json(values: Mapping[str, Json]) -> Question:
    """The question that `to_json` wrote.

    Raises:
        NotAQuestionError: something is missing or of another type.
    """
    try:
        evidence, image = _texts(values, "evidence"), _texts(values, "image")
        day = _text(values, "review_by")
        return Question(
            id=_text(values, "id") or None,
            body=_BODIES[Kind(_text(values, "kind"))](values),
            hint=_text(values, "hint"),
            explanation=_text(values, "explanation"),
            tags=_texts(values, "tags"),
            as_of=_partial(values, "as_of"),
            review_by=date.fromisoformat(day) if day else None,
            attribution=_text(values, "attribution"),
            evidence=Evidence(*evidence) if evidence else None,
            image=Image(*image) if image else None,
        )
    except (ValueError, TypeError, KeyError, InvalidOperation) as error:
        raise NotAQuestionError(str(error)) from error


def partial_date(written: str) -> PartialDate:
    """The date that a `PartialDate` was written as: 2008, 2008-02 or 2008-02-17.

    Raises:
        ValueError: there is no such date.
    """
    parts = [int(part) for part in written.split("-")]
    date(*[*parts, 1, 1][:3])
    return PartialDate(*parts)


def _plain(value: object) -> Json:
    match value:
        case None | bool() | int():
            return value
        case Tolerance():
            return [str(value.amount), value.percent]
        case list() | tuple():
            return [_plain(item) for item in value]
        case _:  # a text, a word of a fixed list, a decimal or a date
            return str(value)


def _text(values: Mapping[str, Json], key: str) -> str:
    value = values.get(key, "")
    if not isinstance(value, str):
        raise NotAQuestionError(key)
    return value


def _items(values: Mapping[str, Json], key: str) -> list[Json]:
    value = values.get(key, [])
    if not isinstance(value, list):
        raise NotAQuestionError(key)
    return value


def _texts(values: Mapping[str, Json], key: str) -> tuple[str, ...]:
    found = _items(values, key)
    if not all(isinstance(item, str) for item in found):
        raise NotAQuestionError(key)
    return tuple(str(item) for item in found)


def _pairs(values: Mapping[str, Json], key: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for item in _items(values, key):
        match item:
            case [str(left), str(right)]:
                found.append((left, right))
            case _:
                raise NotAQuestionError(key)
    return tuple(found)


def _flag(values: Mapping[str, Json], key: str) -> bool:
    value = values.get(key, False)
    if not isinstance(value, bool):
        raise NotAQuestionError(key)
    return value


def _partial(values: Mapping[str, Json], key: str) -> PartialDate | None:
    written = _text(values, key)
    return partial_date(written) if written else None


def _short(v: Mapping[str, Json]) -> Body:
    forms = tuple(Form(form) for form in _texts(v, "forms"))
    return Short(
        _text(v, "prompt"), _text(v, "answer"), _texts(v, "accept"), _texts(v, "wrong"), forms
    )


def _number(v: Mapping[str, Json]) -> Body:
    match v.get("tolerance"):
        case [str(amount), bool(percent)]:
            tolerance = Tolerance(Decimal(amount), percent)
        case _:
            raise NotAQuestionError("tolerance")
    answer = Decimal(_text(v, "answer"))
    return Number(_text(v, "prompt"), answer, _text(v, "unit"), tolerance, _texts(v, "accept"))


def _date(v: Mapping[str, Json]) -> Body:
    answer, precision = partial_date(_text(v, "answer")), Precision(_text(v, "precision"))
    return DateQuestion(_text(v, "prompt"), answer, precision, _texts(v, "accept"))


def _list(v: Mapping[str, Json]) -> Body:
    need = v.get("need")
    if isinstance(need, bool) or not isinstance(need, int):
        raise NotAQuestionError("need")
    return ListQuestion(_text(v, "prompt"), _texts(v, "answers"), need, _pairs(v, "accept"))


_BODIES: dict[Kind, Callable[[Mapping[str, Json]], Body]] = {
    Kind.SHORT: _short,
    Kind.CHOICE: lambda v: Choice(_text(v, "prompt"), _text(v, "answer"), _texts(v, "wrong")),
    Kind.MULTI: lambda v: Multi(_text(v, "prompt"), _texts(v, "answers"), _texts(v, "wrong")),
    Kind.TRUE_FALSE: lambda v: TrueFalse(
        _text(v, "prompt"), _flag(v, "answer"), _text(v, "correction")
    ),
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.LIST: _list,
    Kind.ORDER: lambda v: Order(_text(v, "prompt"), _texts(v, "answers")),
    Kind.MATCH: lambda v: Match(_text(v, "prompt"), _pairs(v, "pairs")),
    Kind.CLOZE: lambda v: Cloze(_text(v, "text"), _pairs(v, "accept")),
    Kind.FLASHCARD: lambda v: Flashcard(
        _text(v, "prompt"), _text(v, "answer"), _flag(v, "both_ways")
    ),
}
