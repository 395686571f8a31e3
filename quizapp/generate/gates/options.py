"""Wrong options must look like the right one: of its type, form, size and length."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from quizapp.content.question import Choice, Form, Multi, PartialDate, Question, Short
from quizapp.generate.candidate import Field, Finding
from quizapp.generate.entity import EntityKind
from quizapp.generate.gates.asked import asked_of
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.figures import Figure, figures, years
from quizapp.generate.gates.holding import held, noted
from quizapp.generate.gates.source_index import SourceIndex, index_of
from quizapp.generate.gates.spare import option_mends
from quizapp.generate.gates.wording import words
from quizapp.generate.ground import Ground

_FACTOR = 50
"""A count fifty times another is no near number."""
_WORDS_APART = 6
_WORDS_RATIO = 3
_LONGER = 2.5
_TYPED = 8
_CHARACTERS_APART = 25
_YEAR = re.compile(r"(?:in )?(1\d{3}|20\d{2}|21\d{2})")
_FORMS = {
    "to do": re.compile(r"to [a-z]+", re.IGNORECASE),
    "a clause": re.compile(r"(?:it|they|he|she) [a-z]+", re.IGNORECASE),
}
_NEAR_KINDS = (
    frozenset({EntityKind.COUNTRY, EntityKind.PLACE}),
    frozenset({EntityKind.COUNTRY, EntityKind.ORGANISATION}),
    frozenset({EntityKind.PEOPLE, EntityKind.COUNTRY}),
    frozenset({EntityKind.PEOPLE, EntityKind.ORGANISATION}),
    frozenset({EntityKind.PLACE, EntityKind.ORGANISATION}),
    frozenset({EntityKind.WORK, EntityKind.EVENT}),
)
"""Kinds between which the tables may err, or that answer one question: who is to blame."""


def matching(question: Question, ground: Ground, _company: Company) -> Iterable[Finding]:
    """G8: the wrong options match the answer in type, form and magnitude."""
    body = question.body
    if not isinstance(body, (Short, Choice, Multi)):
        return
    asked, index = asked_of(question), index_of(ground)
    published = ground.article.published
    for option in body.wrong:
        codes = [_mismatch(answer, option, published, index) for answer in asked.answers]
        code = codes[0] if codes and all(codes) else ""
        if code:
            mends = option_mends(question, option, index)
            yield held("matching", code, Field.WRONG, *mends, option=option)


def _mismatch(answer: str, option: str, published: PartialDate | None, index: SourceIndex) -> str:
    """Why an option cannot be taken for the answer, or ""."""
    right, wrong = _number(answer), _number(option)
    if wrong is not None and wrong.percent and wrong.value > 100 >= (right or wrong).value:
        return "over-100-percent"
    if published is not None and _to_come(answer, option, published.year):
        return "future-year"
    if _form(answer) != _form(option):
        return "other-form"
    if right is not None and wrong is not None:
        return _unlike_numbers(right, wrong, answer, option)
    if right is not None and answer[:1].isdigit() and not figures(option):
        return "not-a-number"
    return _unlike_words(answer, option, index)


def _to_come(answer: str, option: str, now: int) -> bool:
    """Whether an option names a year to come, and the answer one that has been."""
    named = years(answer)
    return bool(named) and max(named) <= now and any(year > now for year in years(option))


def _unlike_words(answer: str, option: str, index: SourceIndex) -> str:
    if _unlike_kinds(answer, option, index):
        return "other-kind"
    one, other = _number_of_nouns(answer), _number_of_nouns(option)
    if one and other:
        return "" if one == other else "plural"
    return "other-length" if _unlike_lengths(answer, option) else ""


def _number(text: str) -> Figure | None:
    """The number that an option is, if it is one."""
    found = figures(text)
    if len(found) != 1 or len(words(text)) > 4 or _YEAR.fullmatch(text):
        return None
    return found[0] if not found[0].before or len(found[0].before.split()) <= 2 else None


def _form(text: str) -> str:
    if _YEAR.fullmatch(text):
        return "year"
    return next((name for name, form in _FORMS.items() if form.match(text)), "")


def _unlike_numbers(right: Figure, wrong: Figure, answer: str, option: str) -> str:
    if right.percent != wrong.percent:
        return "other-unit"
    if not right.value or not wrong.value or not (answer[-1:].isdigit() or option[-1:].isdigit()):
        if answer.split()[-1:] == option.split()[-1:] and right.value and wrong.value:
            return _far_off(right.value, wrong.value)
        return ""
    return _far_off(right.value, wrong.value)


def _far_off(right: Fraction, wrong: Fraction) -> str:
    larger, smaller = max(right, wrong), min(right, wrong)
    return "other-size" if larger > smaller * _FACTOR and larger - smaller > _FACTOR else ""


def _unlike_kinds(answer: str, option: str, index: SourceIndex) -> bool:
    one, other = index.kinds(answer), index.kinds(option)
    if not one or not other or one & other or EntityKind.OTHER in one | other:
        return False
    return not any(near & one and near & other for near in _NEAR_KINDS)


def _number_of_nouns(text: str) -> str:
    """Whether an option is one noun or several, where that is plain to see; else ""."""
    found = words(text)
    if not found or len(found) > 3 or any(word.is_name for word in found[1:]):
        return ""
    opening, last = found[0].low, found[-1].low
    if opening in {"a", "an"}:
        return "one"
    if len(found) == 1 or not opening.endswith(("ic", "al", "an", "ive", "ous", "ed", "ary")):
        return ""
    several = last.endswith("s") and not last.endswith(("ss", "us", "is", "ics"))
    return "several" if several else "one"


def _unlike_lengths(answer: str, option: str) -> bool:
    one, other = sorted((len(words(answer)), len(words(option))))
    return other > one * _WORDS_RATIO and other - one > _WORDS_APART


def even(question: Question, _ground: Ground, _company: Company) -> Iterable[Finding]:
    """Soft: the answer is not much longer or shorter than every wrong option."""
    body = question.body
    if not isinstance(body, (Short, Choice)) or len(body.wrong) < 2:
        return
    own, others = len(body.answer), [len(option) for option in body.wrong]
    longer = own > _LONGER * max(others) and own - max(others) > _CHARACTERS_APART
    shorter = min(others) > _LONGER * own and min(others) - own > _CHARACTERS_APART
    if longer or shorter:
        code = "answer-longest" if longer else "answer-shortest"
        yield noted("even", code, Field.WRONG, answer=body.answer)


def choosable(question: Question, _ground: Ground, _company: Company) -> Iterable[Finding]:
    """Soft: a question that is to be chosen has two wrong options at least."""
    body = question.body
    if not isinstance(body, (Short, Choice, Multi)) or len(body.wrong) >= 2:
        return
    wanted = not isinstance(body, Short) or body.wrong or Form.CHOOSE in body.forms
    if wanted and not (isinstance(body, Multi) and body.wrong):
        yield noted("choosable", "few-options", Field.WRONG, count=str(len(body.wrong)))


def typable(question: Question, _ground: Ground, _company: Company) -> Iterable[Finding]:
    """Soft: an answer that is typed has eight words at most."""
    body = question.body
    if not isinstance(body, Short) or (body.forms and Form.TYPE not in body.forms):
        return
    count = len(words(body.answer))
    if count > _TYPED:
        yield noted("typable", "long-answer", Field.ANSWER, count=str(count))
