"""The steps and the article of a draft as plain JSON values and back, with nothing lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from quizapp.content.question import PartialDate
from quizapp.content.question_json import Json, from_json, partial_date, to_json
from quizapp.generate.article import Article, Span
from quizapp.generate.candidate import Candidate, FactKind, Origin
from quizapp.generate.draft_steps import Code, Record, State, Step

Values: TypeAlias = Mapping[str, Json]
_ARTICLE = ("text", "title", "publisher", "author", "url")


def article_to_json(article: Article) -> dict[str, Json]:
    """An article's values."""
    told: dict[str, Json] = {name: getattr(article, name) for name in _ARTICLE}
    return told | {"published": str(article.published or "")}


def article_of(value: Json) -> Article:
    """The article that was written so.

    Raises:
        ValueError: a date is none.
        TypeError: a value is of another type.
        KeyError: a value is missing.
    """
    values = _table(value)
    told = {name: _words(values[name]) for name in _ARTICLE}
    return Article(published=_when(values["published"]), **told)


def step_to_json(step: Step) -> dict[str, Json]:
    """A step's values, with the questions it changed whole."""
    values: dict[str, Json] = {
        "at": step.at,
        "by": step.writer,
        "n": step.number,
        "did": step.code.value,
    }
    if step.records:
        values["records"] = [_record_to_json(record) for record in step.records]
    if step.details:
        values["told"] = {name: str(value or "") for name, value in step.details}
    return values


def step_of(value: Json) -> Step:
    """The step that was written so.

    Raises:
        ValueError: a value is none of those known.
        TypeError: a value is of another type.
        KeyError: a value is missing.
    """
    values = _table(value)
    records = values.get("records", [])
    if not isinstance(records, list):
        raise TypeError
    told = tuple(
        (name, _when(detail) if name == "published" else _words(detail))
        for name, detail in _table(values.get("told", {})).items()
        if name in _ARTICLE or name == "published"
    )
    return Step(
        _whole(values["at"]),
        _words(values["by"]),
        _whole(values["n"]),
        Code(_words(values["did"])),
        tuple(_record(record) for record in records),
        told,
    )


def _record_to_json(record: Record) -> dict[str, Json]:
    candidate = record.candidate
    values: dict[str, Json] = {
        "state": record.state.value,
        "reason": record.reason,
        "edited": record.edited,
        "own": record.own,
        "question": to_json(candidate.question),
        "span": [candidate.span.start, candidate.span.end],
        "fact": candidate.fact.value,
        "origins": [origin.value for origin in candidate.origins],
        "spare": [[words, origin.value] for words, origin in candidate.spare],
        "score": candidate.score,
    }
    return {name: value for name, value in values.items() if value not in ("", [], False)}


def _record(value: Json) -> Record:
    values = _table(value)
    match values["span"], values.get("origins", []), values.get("spare", []):
        case [int(start), int(end)], list(origins), list(spare):
            pass
        case _:
            raise TypeError
    candidate = Candidate(
        from_json(_table(values["question"])),
        Span(start, end),
        FactKind(_words(values["fact"])),
        tuple(Origin(_words(origin)) for origin in origins),
        tuple(_spare(each) for each in spare),
        score=_number(values.get("score", 0.0)),
    )
    if not candidate.question.id:
        raise ValueError
    return Record(
        candidate,
        State(_words(values["state"])),
        _words(values.get("reason", "")),
        values.get("edited") is True,
        values.get("own") is True,
    )


def _spare(value: Json) -> tuple[str, Origin]:
    match value:
        case [str(words), str(origin)]:
            return words, Origin(origin)
        case _:
            raise TypeError


def _table(value: Json) -> Values:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _words(value: Json) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _whole(value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    return value


def _number(value: Json) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    return float(value)


def _when(value: Json) -> PartialDate | None:
    written = _words(value)
    return partial_date(written) if written else None
