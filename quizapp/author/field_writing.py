"""A question as the texts of a form: every part in the writing that a person would type."""

from __future__ import annotations

from quizapp.author.fields import Fields
from quizapp.content.date_text import date_in_words
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    PartialDate,
    Question,
    Short,
    Tolerance,
    TrueFalse,
)
from quizapp.content.right_answer import number_text


def fields_of(question: Question) -> Fields:
    """The question as texts; `question_of` makes exactly the same question of them."""
    body, evidence, image = question.body, question.evidence, question.image
    return Fields(
        kind=question.kind,
        prompt=question.prompt,
        answers=_answers(body),
        wrong=body.wrong if isinstance(body, Short | Choice | Multi) else (),
        accept=_accept(body),
        pairs=body.pairs if isinstance(body, Match) else (),
        holds=body.answer if isinstance(body, TrueFalse) else True,
        correction=body.correction if isinstance(body, TrueFalse) else "",
        unit=body.unit if isinstance(body, Number) else "",
        tolerance=tolerance_text(body.tolerance) if isinstance(body, Number) else "",
        precision=_precision(body),
        need=_need(body),
        forms=body.forms if isinstance(body, Short) else (),
        both_ways=isinstance(body, Flashcard) and body.both_ways,
        hint=question.hint,
        explanation=question.explanation,
        tags=question.tags,
        as_of=date_in_words(question.as_of) if question.as_of else "",
        review_by=_day_text(question),
        attribution=question.attribution,
        source=evidence.source if evidence else "",
        quote=evidence.quote if evidence else "",
        image=image.path if image else "",
        image_alt=image.alt if image else "",
    )


def tolerance_text(tolerance: Tolerance) -> str:
    """A tolerance as typed: "50", "5 %", or "" for none."""
    if tolerance == Tolerance():
        return ""
    amount = format(tolerance.amount, "f")
    return f"{amount} %" if tolerance.percent else amount


def _answers(body: Body) -> tuple[str, ...]:
    match body:
        case Short(answer=answer) | Choice(answer=answer) | Flashcard(answer=answer):
            return (answer,)
        case Number(answer=number):
            return (number_text(number),)
        case DateQuestion(answer=day):
            return (date_in_words(day),)
        case Multi(answers=answers) | ListQuestion(answers=answers) | Order(answers=answers):
            return answers
        case TrueFalse() | Match() | Cloze():
            return ("",)


def _accept(body: Body) -> tuple[tuple[str, str], ...]:
    match body:
        case Short(accept=spellings) | Number(accept=spellings) | DateQuestion(accept=spellings):
            return tuple((spelling, "") for spelling in spellings)
        case ListQuestion(accept=pairs) | Cloze(accept=pairs):
            return pairs
        case _:
            return ()


def _precision(body: Body) -> str:
    if not isinstance(body, DateQuestion) or body.precision is body.answer.precision:
        return ""
    return body.precision.value


def _need(body: Body) -> str:
    if not isinstance(body, ListQuestion) or body.need == len(body.answers):
        return ""
    return str(body.need)


def _day_text(question: Question) -> str:
    day = question.review_by
    return date_in_words(PartialDate(day.year, day.month, day.day)) if day else ""
