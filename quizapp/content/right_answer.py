"""The right answer of a question in words, what may be typed for it, and the odds of a guess."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal

from quizapp.content.date_text import at_precision, date_in_words
from quizapp.content.question import (
    REVERSE,
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    Form,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    Question,
    Short,
    TrueFalse,
    gaps,
)
from quizapp.words import _

_NARROW = "\u202f"
_BEFORE_NUMBER = "$£¥"
_GROUP_FROM = 10_000  # four digits read well without a space, and may be a year


class NoSuchGapError(LookupError):
    """A card asks for a gap that the cloze does not have."""


def gap_answer(body: Cloze, label: str | None) -> str:
    """The words hidden in the gap.

    Raises:
        NoSuchGapError: where no gap has that label.
    """
    for gap in gaps(body.text):
        if gap.label == label:
            return gap.answer
    raise NoSuchGapError(label)


def answer_text(question: Question, gap: str | None = None) -> str:  # noqa: PLR0911 - one a kind
    """The right answer in words, as it is shown; Markdown for a flashcard.

    Args:
        question: of any kind.
        gap: label of the asked gap of a cloze, or "reverse" for a flashcard's second direction.

    Raises:
        NoSuchGapError: where a cloze has no gap of that label.
    """
    match question.body:
        case Short(answer=answer) | Choice(answer=answer):
            return answer
        case Multi(answers=answers) | ListQuestion(answers=answers):
            return _joined(answers)
        case TrueFalse(answer=holds):
            return _("True") if holds else _("False")
        case Number(answer=number, unit=unit):
            return number_text(number, unit)
        case DateQuestion(answer=day, precision=precision):
            return date_in_words(at_precision(day, precision))
        case Order(answers=answers):
            return " → ".join(answers)
        case Match(pairs=pairs):
            return "; ".join(f"{left} – {right}" for left, right in pairs)
        case Cloze() as body:
            return gap_answer(body, gap)
        case Flashcard(prompt=prompt, answer=answer):
            return prompt if gap == REVERSE else answer


def number_text(number: Decimal, unit: str = "") -> str:
    """A number as it is shown: grouped by narrow no-break spaces from five digits on."""
    plain = format(number, "f") if number.is_finite() else str(number)
    whole, dot, part = plain.partition(".")
    if number.is_finite() and abs(number) >= _GROUP_FROM:
        whole = f"{int(whole):,}".replace(",", _NARROW)
    text = whole + dot + part
    if not unit:
        return text
    if unit in _BEFORE_NUMBER:
        return unit + text
    return text + unit if unit == "%" else f"{text}\u00a0{unit}"


def _joined(answers: Sequence[str]) -> str:
    return ("; " if any("," in answer for answer in answers) else ", ").join(answers)


def typed_answers(question: Question) -> tuple[str, ...]:  # noqa: PLR0911 - one a kind
    """The answers and accepted spellings in words that another answer must not be taken for.

    Numbers and dates hold no slips, and a flashcard is never typed: they have none.
    """
    match question.body:
        case Short(answer=answer, accept=accept):
            return (answer, *accept)
        case Choice(answer=answer):
            return (answer,)
        case Multi(answers=answers):
            return answers
        case ListQuestion(answers=answers, accept=pairs):
            return (*answers, *(spelling for spelling, _answer in pairs))
        case Cloze(text=text, accept=pairs):
            hidden = (gap.answer for gap in gaps(text))
            return (*hidden, *(spelling for spelling, _answer in pairs))
        case Match(pairs=pairs):
            return tuple(side for pair in pairs for side in pair)
        case _:
            return ()


def choices(
    question: Question, form: Form, shown: Sequence[str] = (), gap: str | None = None
) -> int:
    """Among how many equally likely answers a blind guess picks; 0 where it cannot guess.

    Args:
        question: of any kind.
        form: how it is asked.
        shown: options, or items to arrange, as shown.
        gap: has no bearing yet; a card is a question and its gap.
    """
    del gap
    match question.body:
        case TrueFalse():
            return 2
        case Multi(answers=answers, wrong=wrong):
            return int(2 ** (len(shown) or len(answers) + len(wrong))) - 1
        case Order(answers=answers):
            return math.factorial(len(shown) or len(answers))
        case Match(pairs=pairs):
            return math.factorial(len(shown) or len(pairs))
        case Choice():
            return len(shown)
        case _:
            return len(shown) if form is Form.CHOOSE else 0
