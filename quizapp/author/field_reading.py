"""A question again of what was typed in a form, or all that is wrong with it at once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from quizapp.author.field_bodies import BodyReader
from quizapp.author.field_values import Troubles, date_of, day_of, line_of, rows_of, text_of
from quizapp.author.field_writing import fields_of
from quizapp.author.fields import Fields, FieldTrouble
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Evidence,
    Flashcard,
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
    TrueFalse,
)

__all__ = ["UnfinishedError", "fields_of", "nearest_question", "question_of"]

_NONE = Fields()
_ZERO = Decimal(0)


class UnfinishedError(Exception):
    """What was typed is no question yet; `troubles` says why, in the form's order."""

    def __init__(self, troubles: tuple[FieldTrouble, ...]) -> None:
        super().__init__(", ".join(f"{trouble.field}: {trouble.code}" for trouble in troubles))
        self.troubles = troubles


def question_of(fields: Fields, base: Question | None, question_id: str) -> Question:
    """The question that the form makes.

    A field that was not touched gives back exactly what it was made of, whatever it holds.

    Args:
        fields: as typed.
        base: the question as it was when it was last one, or None.
        question_id: its id.

    Raises:
        UnfinishedError: something is missing or cannot be read.
    """
    old = _NONE if base is None else fields_of(base)
    troubles = Troubles()
    body = BodyReader(fields, old, base.body if base else None, troubles).body()
    as_of, review_by = base.as_of if base else None, base.review_by if base else None
    if fields.as_of != old.as_of:
        as_of = date_of(fields.as_of, "as_of", troubles) if fields.as_of.strip() else None
    if fields.review_by != old.review_by:
        typed = fields.review_by
        review_by = day_of(typed, "review_by", troubles) if typed.strip() else None
    made = Question(
        question_id,
        body,
        hint=text_of(fields.hint, old.hint),
        explanation=text_of(fields.explanation, old.explanation),
        tags=_tags(fields, old),
        as_of=as_of,
        review_by=review_by,
        attribution=line_of(fields.attribution, old.attribution),
        evidence=_evidence(fields, old, troubles),
        image=_image(fields, old, troubles),
        line=base.line if base else 0,
    )
    if troubles.found:
        raise UnfinishedError(tuple(troubles.found))
    return made


def nearest_question(fields: Fields, base: Question | None, question_id: str) -> Question:
    """The question as far as what was typed makes sense, for a preview.

    What makes no sense stays as it was in `base`, where the kind is the same, or blank.
    """
    try:
        return question_of(fields, base, question_id)
    except UnfinishedError as error:
        wrong = {trouble.field for trouble in error.troubles}
    if base is not None and base.kind is fields.kind:
        old = fields_of(base)
        mended = replace(fields, **{name: getattr(old, name) for name in wrong})
        try:
            return question_of(mended, base, question_id)
        except UnfinishedError:
            pass
    common = replace(
        fields,
        **{name: getattr(_NONE, name) for name in wrong if name not in _OF_A_KIND},
    )
    blank = Question(question_id, _blank(fields))
    texts = replace(blank, hint=common.hint, explanation=common.explanation)
    return replace(texts, attribution=common.attribution)


_OF_A_KIND = {"prompt", "answers", "wrong", "accept", "pairs", "correction", "tolerance", "need"}


def _blank(fields: Fields) -> Body:
    """A body with the rows that hold something, whatever is missing."""
    prompt = fields.prompt.strip()
    rows = tuple(row for _at, row in rows_of(fields.answers, ()))
    first = rows[0] if rows else ""
    wrong = tuple(row for _at, row in rows_of(fields.wrong, ()))
    blank: dict[Kind, Body] = {
        Kind.SHORT: Short(prompt, first, wrong=wrong),
        Kind.CHOICE: Choice(prompt, first, wrong),
        Kind.MULTI: Multi(prompt, rows, wrong),
        Kind.TRUE_FALSE: TrueFalse(prompt, fields.holds, fields.correction.strip()),
        Kind.NUMBER: Number(prompt, _ZERO, fields.unit.strip()),
        Kind.DATE: DateQuestion(prompt, PartialDate(1), Precision.YEAR),
        Kind.LIST: ListQuestion(prompt, rows, max(len(rows), 1)),
        Kind.ORDER: Order(prompt, rows),
        Kind.MATCH: Match(prompt, tuple(pair for pair in fields.pairs if all(pair))),
        Kind.CLOZE: Cloze(prompt),
        Kind.FLASHCARD: Flashcard(prompt, first, fields.both_ways),
    }
    return blank[fields.kind]


def _tags(fields: Fields, old: Fields) -> tuple[str, ...]:
    if fields.tags == old.tags:
        return fields.tags
    return tuple(dict.fromkeys(row for _at, row in rows_of(fields.tags, old.tags)))


def _evidence(fields: Fields, old: Fields, troubles: Troubles) -> Evidence | None:
    source = line_of(fields.source, old.source)
    quote = text_of(fields.quote, old.quote)
    if source and quote:
        return Evidence(source, quote)
    if source:
        troubles.add("quote", "no-quote")
    elif quote:
        troubles.add("source", "no-source")
    return None


def _image(fields: Fields, old: Fields, troubles: Troubles) -> Image | None:
    path = line_of(fields.image, old.image)
    if not path:
        return None
    alt = text_of(fields.image_alt, old.image_alt)
    if not alt or alt.isspace():
        troubles.add("image_alt", "no-alt")
    return Image(path, alt)
