"""The fields of a question as the few texts of the article's form, rows as lines; no widgets.

What is typed is read by `quizapp.author.field_reading`, as in the editor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from quizapp.author.field_reading import UnfinishedError, fields_of, question_of
from quizapp.author.field_values import Troubles, date_of
from quizapp.author.fields import Fields
from quizapp.content.question import Kind, PartialDate, Question, gaps

__all__ = ["Texts", "UnfinishedError", "made", "nearest", "published_of", "texts_of", "with_texts"]

BETWEEN = "; "
"""Parts spellings that are also right; a comma may stand within a number."""
JOINS = "="
"""Stands between the two sides of a pair."""

WITH_WRONG = {Kind.SHORT, Kind.CHOICE, Kind.MULTI}
SEVERAL = {Kind.MULTI, Kind.LIST, Kind.ORDER, Kind.MATCH}
"""Kinds with more than one answer, one a line."""
WITH_SPELLINGS = {Kind.SHORT, Kind.NUMBER, Kind.DATE}
_Pairs: TypeAlias = tuple[tuple[str, str], ...]
_AS_THEY_ARE = ("unit", "need", "correction", "as_of", "attribution", "explanation")
"""Texts that are fields, word for word."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What stands in the form.

    Attributes:
        prompt: a cloze's text with its gaps as written.
        answers: one a line; of a match "left = right".
        wrong: one a line.
        also: spellings that are also right, parted by semicolons.
        holds: of a statement.
        need: how many of a list's answers are wanted, in digits; "" for all.
    """

    kind: Kind
    prompt: str = ""
    answers: str = ""
    wrong: str = ""
    also: str = ""
    holds: bool = True
    correction: str = ""
    unit: str = ""
    need: str = ""
    as_of: str = ""
    attribution: str = ""
    explanation: str = ""


def texts_of(fields: Fields) -> Texts:
    """The fields as texts."""
    answers = "\n".join(fields.answers)
    if fields.kind is Kind.MATCH:
        answers = "\n".join(f"{left} {JOINS} {right}" for left, right in fields.pairs)
    spellings = [spelling for spelling, _of in fields.accept]
    return Texts(
        kind=fields.kind,
        prompt=fields.prompt,
        answers=answers,
        wrong="\n".join(fields.wrong),
        also=BETWEEN.join(spellings) if fields.kind in WITH_SPELLINGS else "",
        holds=fields.holds,
        **{name: getattr(fields, name) for name in _AS_THEY_ARE},
    )


def with_texts(fields: Fields, texts: Texts) -> Fields:
    """The fields with what was typed; a text that nobody touched leaves them as they were.

    Args:
        fields: what the form was filled with, of the same kind.
        texts: as they stand in the form now.
    """
    old = texts_of(fields)
    typed = replace(
        fields, holds=texts.holds, **{name: getattr(texts, name) for name in _AS_THEY_ARE}
    )
    if texts.prompt != old.prompt:
        written = fields.kind is Kind.FLASHCARD  # Markdown, whose line ends count
        prompt = texts.prompt if written else " ".join(texts.prompt.split())
        typed = replace(typed, prompt=prompt)
        if fields.kind is Kind.CLOZE:
            hidden = tuple(gap.answer for gap in gaps(prompt))
            typed = replace(typed, accept=_of(hidden, typed.accept))
    if texts.answers != old.answers:
        typed = _with_answers(typed, texts.answers)
    if texts.wrong != old.wrong:
        typed = replace(typed, wrong=_rows(texts.wrong))
    if texts.also != old.also:
        also = _rows("\n".join(texts.also.split(BETWEEN.strip())))
        typed = replace(typed, accept=tuple((spelling, "") for spelling in also))
    return typed


def _with_answers(fields: Fields, text: str) -> Fields:
    if fields.kind is Kind.MATCH:
        return replace(fields, pairs=tuple(_pair(line) for line in _rows(text)))
    if fields.kind is Kind.DATE:
        return replace(fields, answers=(text,), precision="")  # as exact as it is written
    if fields.kind not in SEVERAL:
        return replace(fields, answers=(text,))
    answers = _rows(text) or ("",)
    accept = _of(answers, fields.accept) if fields.kind is Kind.LIST else fields.accept
    return replace(fields, answers=answers, accept=accept)


def _of(answers: tuple[str, ...], accept: _Pairs) -> _Pairs:
    """Other spellings go with the answer they stand for, since their field is not shown here."""
    return tuple(pair for pair in accept if pair[1] in answers)


def _rows(text: str) -> tuple[str, ...]:
    found = (" ".join(line.split()) for line in text.splitlines())
    return tuple(line for line in found if line)


def _pair(line: str) -> tuple[str, str]:
    left, _joins, right = line.partition(JOINS)
    return left.strip(), right.strip()


def made(fields: Fields, base: Question) -> Question:
    """The question that the form makes; what it does not show stays as `base` has it.

    Raises:
        UnfinishedError: something is missing or cannot be read.
    """
    return replace(question_of(fields, base, base.id or ""), id=base.id)


def nearest(fields: Fields, base: Question) -> Question:
    """The question as far as what was typed makes sense; what does not stays as it was."""
    old = fields_of(base)
    tries = [fields]
    if fields.kind is base.kind:
        tries.append(replace(old, prompt=fields.prompt, attribution=fields.attribution))
    tries.append(replace(old, attribution=fields.attribution))
    for one in tries:
        try:
            return made(one, base)
        except UnfinishedError:
            continue
    return base


def published_of(text: str) -> PartialDate | None:
    """The date of publication that was typed; None for an empty field.

    Raises:
        UnfinishedError: it means no date, or more than one.
    """
    if not text.strip():
        return None
    troubles = Troubles()
    found = date_of(text, "published", troubles)
    if found is None:
        raise UnfinishedError(tuple(troubles.found))
    return found
