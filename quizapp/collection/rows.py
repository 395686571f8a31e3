"""A row of the log between its value and its columns."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from quizapp.collection.tables import log
from quizapp.schedule.log import Action, Answer, Moment, Rating, Row

ANSWER_COLUMNS = tuple(field.name for field in fields(Answer))
_TEXTS = ("shown", "given")
_FLAGS = ("right", "overruled", "hinted", "guessed")
_RATINGS = ("proposed", "rating")
_HEAD = ("id", "device", "sequence", "t")
_MOMENT = ("utc_ms", "offset_min", "day")
_TAIL = ("action", "card", "deck", "question", "voids", "text", "number")
COLUMNS = (*_HEAD, *_MOMENT, *_TAIL, *ANSWER_COLUMNS)
SELECTED = [log.c[name] for name in COLUMNS]
_ANSWER_AT = len(COLUMNS) - len(ANSWER_COLUMNS)


def to_columns(row: Row) -> dict[str, Any]:
    """The columns of a row, by name; those of an answer are None where it is none."""
    found: dict[str, Any] = {name: getattr(row, name) for name in (*_HEAD, *_TAIL)}
    found |= {name: getattr(row.moment, name) for name in _MOMENT}
    found["action"] = row.action.value
    if row.answer is None:
        return found | dict.fromkeys(ANSWER_COLUMNS)
    for name in ANSWER_COLUMNS:
        value = getattr(row.answer, name)
        if name in _TEXTS:
            value = json.dumps(value, ensure_ascii=False)
        elif name in _FLAGS or name in _RATINGS:
            value = int(value)
        found[name] = value
    return found


def from_columns(values: Sequence[Any]) -> Row:
    """A row of its columns, in the order of `COLUMNS`.

    Raises:
        ValueError: the row was written by a newer program, or damaged.
    """
    (
        id_, device, sequence, t, utc_ms, offset_min, day,
        action, card, deck, question, voids, text, number,
    ) = values[:_ANSWER_AT]  # fmt: skip
    return Row(
        id=id_,
        device=device,
        sequence=sequence,
        t=t,
        moment=Moment(utc_ms, offset_min, day),
        action=Action(action),
        card=card,
        deck=deck,
        question=question,
        voids=voids,
        text=text,
        number=number,
        answer=_answer(values[_ANSWER_AT:]),
    )


def _answer(values: Sequence[Any]) -> Answer | None:
    if values[0] is None:
        return None
    found = dict(zip(ANSWER_COLUMNS, values, strict=True))
    for name in _TEXTS:
        found[name] = tuple(json.loads(found[name]))
    for name in _FLAGS:
        found[name] = bool(found[name])
    for name in _RATINGS:
        found[name] = Rating(found[name])
    return Answer(**found)
