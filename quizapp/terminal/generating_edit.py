"""A question edited by lines: what is asked, the answer, the wrong options and its date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quizapp.author.field_reading import fields_of, question_of
from quizapp.author.fields import Fields
from quizapp.author.kind_change import ONE, SEVERAL
from quizapp.content.question import Kind, Question
from quizapp.words import _

BETWEEN = ";"
"""Parts several answers and options; a comma may stand within one."""
_NONE = "-"
"""Typed to leave a text empty, since an empty line leaves it as it is."""
_WITH_WRONG = {Kind.SHORT, Kind.CHOICE, Kind.MULTI}


def edited(question: Question, line: Callable[[str], str]) -> Question:
    """The question as typed anew; an empty line leaves a text as it is.

    Args:
        question: of any kind; pairs are left as they are.
        line: asks for a line behind a prompt.

    Raises:
        UnfinishedError: what was typed is no question yet.
    """
    fields = fields_of(question)
    prompt = line(_("Question (Enter leaves it): "))
    fields = _answered(replace(fields, prompt=prompt or fields.prompt), line)
    if fields.kind in _WITH_WRONG:
        shown = "; ".join(fields.wrong)
        typed = line(_("Wrong, parted by ; [{wrong}]: ").format(wrong=shown))
        if typed:
            fields = replace(fields, wrong=() if typed == _NONE else _several(typed))
    shown = fields.as_of or _NONE
    typed = line(_("True as of, - for no date [{date}]: ").format(date=shown))
    if typed:
        fields = replace(fields, as_of="" if typed == _NONE else typed)
    return replace(question_of(fields, question, question.id or ""), id=question.id)


def _answered(fields: Fields, line: Callable[[str], str]) -> Fields:
    shown = "; ".join(fields.answers)
    if fields.kind in ONE:
        typed = line(_("Answer [{answer}]: ").format(answer=shown))
        # A date is as exact as it is written.
        return replace(fields, answers=(typed,), precision="") if typed else fields
    if fields.kind in SEVERAL:
        typed = line(_("Answers, parted by ; [{answer}]: ").format(answer=shown))
        return _listed(fields, _several(typed)) if typed else fields
    if fields.kind is Kind.TRUE_FALSE:
        typed = line(_("Correction [{answer}]: ").format(answer=fields.correction))
        return replace(fields, correction=typed or fields.correction)
    return fields


def _listed(fields: Fields, answers: tuple[str, ...]) -> Fields:
    """Other answers, all of which are wanted; spellings of those that are gone go with them."""
    accept = tuple(pair for pair in fields.accept if pair[1] in answers)
    return replace(fields, answers=answers, need="", accept=accept)


def _several(typed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in typed.split(BETWEEN) if part.strip())
