"""A question as the texts of a form, and a question again of what was typed there; no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from quizapp.content.date_text import date_in_words, read_dates
from quizapp.content.numerals import read_number
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    Kind,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    PartialDate,
    Question,
    Short,
    TrueFalse,
    gaps,
)
from quizapp.content.right_answer import number_text
from quizapp.generate.candidate import Facts

T = TypeVar("T")

BETWEEN = "; "
"""Parts spellings that are also right; a comma may stand within a number."""
JOINS = "="
"""Stands between the two sides of a pair."""

WITH_WRONG = {Kind.SHORT, Kind.CHOICE, Kind.MULTI}
SEVERAL = {Kind.MULTI, Kind.LIST, Kind.ORDER, Kind.MATCH}
"""Kinds with more than one answer, one a line."""
WITH_SPELLINGS = {Kind.SHORT, Kind.NUMBER, Kind.DATE}
_FEWEST = {Kind.ORDER: 2, Kind.MATCH: 2}


class FieldError(Exception):
    """What was typed is no question yet.

    Attributes:
        code: what is missing or wrong, a key of the wording table.
        facts: the values its wording names.
    """

    def __init__(self, code: str, *facts: tuple[str, str]) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Facts = facts


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands in the form; fields that a kind has no use for keep what they hold.

    Attributes:
        prompt: a cloze's text with its gaps as written.
        answers: one a line; of a match "left = right".
        wrong: one a line.
        also: spellings that are also right, parted by semicolons.
        holds: of a statement.
        need: how many of a list's answers are wanted, in digits.
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


def fields_of(question: Question) -> Fields:
    """The question as texts."""
    body = question.body
    return Fields(
        kind=question.kind,
        prompt=question.prompt,
        answers=_answers_of(body),
        wrong="\n".join(body.wrong) if isinstance(body, Short | Choice | Multi) else "",
        also=BETWEEN.join(body.accept) if isinstance(body, Short | Number | DateQuestion) else "",
        holds=body.answer if isinstance(body, TrueFalse) else True,
        correction=body.correction if isinstance(body, TrueFalse) else "",
        unit=body.unit if isinstance(body, Number) else "",
        need=str(body.need) if isinstance(body, ListQuestion) else "",
        as_of=date_in_words(question.as_of) if question.as_of else "",
        attribution=question.attribution,
        explanation=question.explanation,
    )


def _answers_of(body: Body) -> str:
    match body:
        case Short() | Choice() | Flashcard():
            return body.answer
        case Number(answer=number):
            return number_text(number)
        case DateQuestion(answer=day):
            return date_in_words(day)
        case Match(pairs=pairs):
            return "\n".join(f"{left} {JOINS} {right}" for left, right in pairs)
        case Multi() | ListQuestion() | Order():
            return "\n".join(body.answers)
        case TrueFalse() | Cloze():
            return ""


def turned_into(fields: Fields, kind: Kind, quote: str) -> Fields:
    """The form for another kind; a cloze and a statement start from the sentence itself."""
    turned = replace(fields, kind=kind)
    answer = fields.answers.strip()
    if kind is Kind.CLOZE and not gaps(fields.prompt):
        gapped = quote.replace(answer, "{{" + answer + "}}", 1) if answer else quote
        return replace(turned, prompt=gapped)
    if kind is Kind.TRUE_FALSE:
        statement = quote if fields.prompt.rstrip().endswith("?") else fields.prompt
        return replace(turned, prompt=statement, correction=fields.correction or quote)
    return turned


def question_of(fields: Fields, base: Question) -> Question:
    """The question that the form makes; what the form does not show stays as `base` has it.

    A text that was not touched gives back exactly what it was made of.

    Raises:
        FieldError: something is missing or cannot be read.
    """
    old = fields_of(base)
    as_of = base.as_of
    if fields.as_of != old.as_of:
        as_of = _date(fields.as_of, "as-of") if fields.as_of.strip() else None
    return replace(
        base,
        body=_Former(fields, old, base.body).body(),
        as_of=as_of,
        attribution=_touched(fields.attribution, old.attribution, _one_line),
        explanation=_touched(fields.explanation, old.explanation, str.strip),
    )


def nearest_question(fields: Fields, base: Question) -> Question:
    """The question as far as what was typed makes sense; what does not stays as it was."""
    try:
        return question_of(fields, base)
    except FieldError:
        old = fields_of(base)
    tried = replace(old, prompt=fields.prompt, attribution=fields.attribution)
    for part in (tried, replace(old, attribution=fields.attribution)):
        try:
            return question_of(part, base)
        except FieldError:
            continue
    return base


class _Former:
    """Makes the body of a question of what was typed."""

    def __init__(self, fields: Fields, old: Fields, before: Body) -> None:
        self._fields = fields
        self._before = before
        self._old = old
        self._same_kind = fields.kind is old.kind

    def body(self) -> Body:
        """The body.

        Raises:
            FieldError: something is missing or cannot be read.
        """
        makers: dict[Kind, Callable[[str], Body]] = {
            Kind.SHORT: self._short,
            Kind.CHOICE: self._choice,
            Kind.MULTI: self._multi,
            Kind.TRUE_FALSE: self._statement,
            Kind.NUMBER: self._number,
            Kind.DATE: self._day,
            Kind.LIST: self._list,
            Kind.ORDER: self._order,
            Kind.MATCH: self._match,
            Kind.CLOZE: self._cloze,
            Kind.FLASHCARD: self._flashcard,
        }
        return makers[self._fields.kind](self._prompt())

    def _short(self, prompt: str) -> Short:
        forms = self._before.forms if isinstance(self._before, Short) else ()
        return Short(prompt, self._answer(), self._also(), self._wrong(), forms)

    def _choice(self, prompt: str) -> Choice:
        return Choice(prompt, self._answer(), self._wrong(needed=True))

    def _multi(self, prompt: str) -> Multi:
        return Multi(prompt, self._answers(), self._wrong(needed=True))

    def _order(self, prompt: str) -> Order:
        return Order(prompt, self._answers())

    def _match(self, prompt: str) -> Match:
        return Match(prompt, self._kept("answers", _pairs, "pairs"))

    def _flashcard(self, prompt: str) -> Flashcard:
        both = isinstance(self._before, Flashcard) and self._before.both_ways
        return Flashcard(prompt, self._answer(), both)

    def _kept(self, text: str, read: Callable[[str], T], part: str = "") -> T:
        """What a text is read as, or what it was made of where nobody touched it."""
        typed: str = getattr(self._fields, text)
        if self._same_kind and typed == getattr(self._old, text):
            found: T = getattr(self._before, part)
            return found
        return read(typed)

    def _prompt(self) -> str:
        typed = self._fields.prompt
        if self._same_kind and typed == self._old.prompt:
            return typed
        written = self._fields.kind is Kind.FLASHCARD  # Markdown, whose line ends count
        typed = typed.strip() if written else _one_line(typed)
        if not typed:
            raise FieldError("no-prompt")
        return typed

    def _answer(self) -> str:
        return self._kept("answers", self._one_answer, "answer")

    def _one_answer(self, text: str) -> str:
        answer = text.strip() if self._fields.kind is Kind.FLASHCARD else _one_line(text)
        if not answer:
            raise FieldError("no-answer")
        return answer

    def _answers(self) -> tuple[str, ...]:
        return self._kept("answers", self._all_answers, "answers")

    def _all_answers(self, text: str) -> tuple[str, ...]:
        found = _lines(text)
        if not found:
            raise FieldError("no-answer")
        if len(found) < _FEWEST.get(self._fields.kind, 1):
            raise FieldError("one-item")
        return found

    def _wrong(self, *, needed: bool = False) -> tuple[str, ...]:
        read = self._old.kind in WITH_WRONG and self._fields.wrong == self._old.wrong
        kept: tuple[str, ...] = getattr(self._before, "wrong", ())
        found = kept if read else _lines(self._fields.wrong)
        if needed and not found:
            raise FieldError("no-wrong")
        return found

    def _also(self) -> tuple[str, ...]:
        return self._kept("also", _spellings, "accept")

    def _statement(self, prompt: str) -> TrueFalse:
        correction = self._fields.correction
        if not (self._same_kind and correction == self._old.correction):
            correction = _one_line(correction)
        if not self._fields.holds and not correction:
            raise FieldError("no-correction")
        return TrueFalse(prompt, self._fields.holds, correction)

    def _number(self, prompt: str) -> Number:
        unit = _touched(self._fields.unit, self._old.unit, _one_line)
        before = self._before if isinstance(self._before, Number) else Number("", Decimal(0))
        answer = self._kept("answers", _decimal, "answer")
        return Number(prompt, answer, unit, before.tolerance, self._also())

    def _day(self, prompt: str) -> DateQuestion:
        before = self._before
        if isinstance(before, DateQuestion) and self._fields.answers == self._old.answers:
            return replace(before, prompt=prompt, accept=self._also())
        day = _date(self._fields.answers, "answer")
        return DateQuestion(prompt, day, day.precision, self._also())

    def _list(self, prompt: str) -> ListQuestion:
        answers = self._answers()
        need = self._fields.need.strip() or str(len(answers))
        if not (need.isascii() and need.isdigit() and 1 <= int(need[:9]) <= len(answers)):
            raise FieldError("need", ("count", str(len(answers))))
        accept = self._before.accept if isinstance(self._before, ListQuestion) else ()
        return ListQuestion(
            prompt, answers, int(need), tuple(pair for pair in accept if pair[1] in answers)
        )

    def _cloze(self, text: str) -> Cloze:
        found = {gap.answer for gap in gaps(text)}
        if not found or not all(answer.strip() for answer in found):
            raise FieldError("no-gap")
        accept = self._before.accept if isinstance(self._before, Cloze) else ()
        return Cloze(text, tuple(pair for pair in accept if pair[1] in found))


def _touched(typed: str, old: str, tidied: Callable[[str], str]) -> str:
    """What was typed, tidied, or the text as it was where nobody touched it."""
    return old if typed == old else tidied(typed)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> tuple[str, ...]:
    found = (_one_line(line) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in found if line))


def _spellings(text: str) -> tuple[str, ...]:
    return _lines("\n".join(text.split(BETWEEN.strip())))


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for line in _lines(text):
        left, joins, right = (part.strip() for part in line.partition(JOINS))
        if not (joins and left and right):
            raise FieldError("no-pair", ("line", line))
        pairs.append((left, right))
    if len(pairs) < _FEWEST[Kind.MATCH]:
        raise FieldError("one-item")
    return tuple(pairs)


def _decimal(text: str) -> Decimal:
    found = read_number(text)
    if found is None:
        raise FieldError("not-a-number", ("text", _one_line(text)))
    value = Fraction(found.value)
    return Decimal(value.numerator) / Decimal(value.denominator)


def _date(text: str, where: str) -> PartialDate:
    """The one date that a text means.

    Raises:
        FieldError: it means none, or more than one.
    """
    found = read_dates(text)
    if not found:
        raise FieldError(f"{where}-not-a-date", ("text", _one_line(text)))
    if len(found) > 1:
        raise FieldError("two-dates", ("text", _one_line(text)))
    return next(iter(found))


def published_of(text: str) -> PartialDate | None:
    """The date of publication that was typed; None for an empty field.

    Raises:
        FieldError: it means no date, or more than one.
    """
    return _date(text, "answer") if text.strip() else None
