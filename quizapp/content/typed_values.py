"""Marks for numbers and dates typed: by value, never by letters."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from rapidfuzz.distance import OSA

from quizapp.content.date_text import (
    agree,
    at_precision,
    date_in_words,
    mend_month,
    read_dates,
    read_days,
    usual_writings,
)
from quizapp.content.difference import difference
from quizapp.content.folding import normalise, visible
from quizapp.content.mark import Mark, Piece, Reason
from quizapp.content.measures import may_stand_for
from quizapp.content.numerals import read_number, scale_of_unit
from quizapp.content.question import DateQuestion, Number, PartialDate, Precision, Tolerance
from quizapp.content.right_answer import number_text

_ORDER_OF_MAGNITUDE = 60  # numbers beyond are compared as text
_RIGHT_DATE = {Reason.EXACT, Reason.SAME_VALUE}


def _by_spelling(
    typed: str, answer: str, accept: Sequence[str], by_student: Sequence[str]
) -> Mark | None:
    """Right because a listed spelling was typed, where no words but a value is asked."""
    for spellings, why in (
        (accept, Reason.ACCEPTED),
        (by_student, Reason.ACCEPTED_BY_STUDENT),
    ):
        for text in spellings:
            if normalise(text) == normalise(typed):
                return Mark(right=True, reason=why, score=1.0, against=answer)
    return None


def mark_number(typed: str, body: Number, by_student: Sequence[str]) -> Mark:
    """The mark for a number typed; never raises, whatever the text is."""
    answer = number_text(body.answer, body.unit)
    plain = str(body.answer) if not body.answer.is_finite() else format(body.answer, "f")
    writings = (plain, answer, number_text(body.answer), f"{body.answer:,}")
    as_written = {
        normalise(text) for text in (plain, f"{plain} {body.unit}", f"{body.unit}{plain}")
    }
    if normalise(typed) in as_written:
        return Mark(right=True, reason=Reason.EXACT, score=1.0, against=answer)
    if accepted := _by_spelling(typed, answer, body.accept, by_student):
        return accepted
    scale, unit = scale_of_unit(body.unit)
    read = read_number(typed, unit)
    if read is None:
        why = Reason.NOT_A_NUMBER
    elif not _comparable(body.answer) or not may_stand_for(read.unit, unit):
        why = Reason.WRONG
    else:
        # of an answer in millions, the millions may be typed or left to the unit
        why = _reason_of_value({read.value, read.value / scale}, body)
    right = why in {Reason.SAME_VALUE, Reason.WITHIN}
    return Mark(
        right=right,
        reason=why,
        score=float(right),
        against=answer,
        difference=() if right else _nearest_difference(typed, writings),
    )


def _reason_of_value(values: set[Fraction], body: Number) -> Reason:
    answer = Fraction(body.answer)
    if answer in values:
        return Reason.SAME_VALUE
    margin = _margin(body.answer, body.tolerance)
    if any(_rounds_to(value, body.answer) for value in values):
        return Reason.WITHIN
    return Reason.WITHIN if any(abs(v - answer) <= margin for v in values) else Reason.WRONG


def _rounds_to(value: Fraction, answer: Decimal) -> bool:
    """Whether the answer is a fraction, which no decimals end, to two decimals or more."""
    places = -int(answer.as_tuple().exponent)
    ends = 10**_ORDER_OF_MAGNITUDE % value.denominator == 0
    return places >= 2 and not ends and round(value, places) == Fraction(answer)


def _comparable(answer: Decimal) -> bool:
    return answer.is_finite() and abs(answer.adjusted()) <= _ORDER_OF_MAGNITUDE


def _margin(answer: Decimal, tolerance: Tolerance) -> Fraction:
    amount = Fraction(tolerance.amount)
    return abs(Fraction(answer)) * amount / 100 if tolerance.percent else amount


def mark_date(typed: str, body: DateQuestion, by_student: Sequence[str]) -> Mark:
    """The mark for a date typed; never raises, whatever the text is."""
    asked = at_precision(body.answer, body.precision)
    answer = date_in_words(asked)
    if accepted := _by_spelling(typed, answer, body.accept, by_student):
        return accepted
    why = _reason_of_date(typed, body.answer, asked, body.precision)
    if why is Reason.NOT_A_DATE and (mended := mend_month(typed)):
        why = _reason_of_date(mended, body.answer, asked, body.precision)
        why = Reason.SLIP if why in _RIGHT_DATE else why
    right = why in {*_RIGHT_DATE, Reason.SLIP}
    return Mark(
        right=right,
        reason=why,
        score=float(right),
        against=answer,
        slips=int(why is Reason.SLIP),
        difference=() if why in _RIGHT_DATE else _nearest_difference(typed, usual_writings(asked)),
    )


def _reason_of_date(
    typed: str, known: PartialDate, asked: PartialDate, precision: Precision
) -> Reason:
    """Finer than asked is right where it agrees; one reading that is right is enough."""
    readings = read_dates(typed, near=known.year)
    if not readings:
        return _reason_of_day(typed, known)
    fine = list(Precision)
    agreeing = [read for read in readings if agree(read, known)]
    wanted = min(fine.index(precision), fine.index(known.precision))
    if any(fine.index(read.precision) >= wanted for read in agreeing):
        form = visible(typed).casefold()
        exact = form in {visible(date_in_words(asked)).casefold(), str(asked)}
        return Reason.EXACT if exact else Reason.SAME_VALUE
    return Reason.TOO_COARSE if agreeing else Reason.WRONG


def _reason_of_day(typed: str, known: PartialDate) -> Reason:
    """Why a day or month without its year is wrong."""
    days = read_days(typed)
    if not days:
        return Reason.NOT_A_DATE
    agreeing = any(agree(PartialDate(known.year, *day), known) for day in days)
    return Reason.TOO_COARSE if agreeing else Reason.WRONG


def _nearest_difference(typed: str, writings: Sequence[str]) -> tuple[Piece, ...]:
    nearest = min(writings, key=lambda text: OSA.distance(typed[:200].casefold(), text.casefold()))
    return difference(typed, nearest)
