"""A question edited by lines: what is asked, the answer, the wrong options and its date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from quizapp.content.date_text import read_dates
from quizapp.content.numerals import read_number
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    ListQuestion,
    Multi,
    Number,
    Order,
    PartialDate,
    Question,
    Short,
    TrueFalse,
)
from quizapp.content.right_answer import answer_text
from quizapp.words import _
from quizapp.words.study import partial_date

BETWEEN = ";"
"""Parts several answers and options; a comma may stand within one."""
_NONE = "-"
"""Typed to leave a text empty, since an empty line leaves it as it is."""


class NotReadError(Exception):
    """What was typed is no value of that field; its text says so."""


def edited(question: Question, line: Callable[[str], str]) -> Question:
    """The question as typed anew; an empty line leaves a text as it is.

    Args:
        question: of any kind; pairs are left as they are.
        line: asks for a line behind a prompt.

    Raises:
        NotReadError: a date or number cannot be read.
    """
    prompt = line(_("Question (Enter leaves it): "))
    body = _asked(question.body, prompt)
    body = _answered(body, question, line)
    if isinstance(body, Short | Choice | Multi):
        shown = "; ".join(body.wrong)
        typed = line(_("Wrong, parted by ; [{wrong}]: ").format(wrong=shown))
        if typed:
            body = replace(body, wrong=() if typed == _NONE else _several(typed))
    as_of = question.as_of
    shown = partial_date(as_of) if as_of else _NONE
    typed = line(_("True as of, - for no date [{date}]: ").format(date=shown))
    if typed:
        as_of = None if typed == _NONE else _date(typed)
    return replace(question, body=body, as_of=as_of)


def _asked(body: Body, prompt: str) -> Body:
    if not prompt:
        return body
    return replace(body, text=prompt) if isinstance(body, Cloze) else replace(body, prompt=prompt)


def _answered(body: Body, question: Question, line: Callable[[str], str]) -> Body:
    match body:
        case Short() | Choice():
            typed = line(_("Answer [{answer}]: ").format(answer=body.answer))
            return replace(body, answer=typed) if typed else body
        case Number() | DateQuestion():
            typed = line(_("Answer [{answer}]: ").format(answer=answer_text(question)))
            return _valued(body, typed) if typed else body
        case Multi() | ListQuestion() | Order():
            shown = "; ".join(body.answers)
            typed = line(_("Answers, parted by ; [{answer}]: ").format(answer=shown))
            return _listed(body, _several(typed)) if typed else body
        case TrueFalse():
            typed = line(_("Correction [{answer}]: ").format(answer=body.correction))
            return replace(body, correction=typed) if typed else body
        case _:
            return body


def _valued(body: Number | DateQuestion, typed: str) -> Body:
    if isinstance(body, DateQuestion):
        day = _date(typed)
        return replace(body, answer=day, precision=day.precision)
    read = read_number(typed, body.unit)
    if read is None:
        raise NotReadError(_("“{text}” is no number.").format(text=typed))
    value = Decimal(read.value.numerator) / Decimal(read.value.denominator)
    return replace(body, answer=value)


def _listed(body: Multi | ListQuestion | Order, answers: tuple[str, ...]) -> Body:
    if isinstance(body, ListQuestion):
        accept = tuple(pair for pair in body.accept if pair[1] in answers)
        return replace(body, answers=answers, need=len(answers), accept=accept)
    return replace(body, answers=answers)


def _several(typed: str) -> tuple[str, ...]:
    found = (part.strip() for part in typed.split(BETWEEN))
    return tuple(dict.fromkeys(part for part in found if part))


def _date(typed: str) -> PartialDate:
    found = read_dates(typed)
    if len(found) != 1:
        raise NotReadError(_("“{text}” is not one date.").format(text=typed))
    return next(iter(found))
