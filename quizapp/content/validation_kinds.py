"""What each kind of question must hold: eleven readers, from the fields of a block to its body."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from quizapp.content.format_table import KINDS
from quizapp.content.gap_faults import gap_faults
from quizapp.content.numerals import read_number
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    Form,
    Kind,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    PartialDate,
    Precision,
    Short,
    Tolerance,
    TrueFalse,
    gaps,
)
from quizapp.content.validation_fields import Fields, clip, nearest, written

_FORMS = (Form.CHOOSE, Form.TYPE, Form.RECALL)
_PRECISIONS = tuple(Precision)
_LARGEST_EXPONENT = 100
_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?%")
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,_ \u00a0\u2009\u202f]*")


def _prompt(f: Fields) -> str:
    return f.text("prompt", required=True)


def _short(f: Fields) -> Body:
    answer, accept, wrong = f.text("answer", required=True), _accept(f), f.texts("wrong")
    _wrong_options(f, (answer,), wrong)
    for spelling in accept:
        if spelling in wrong:
            f.report("wrong-is-accepted", "accept", item=clip(spelling))
    forms = _forms(f)
    if Form.CHOOSE in forms and len(wrong) < 2:
        f.report("forms-choose", "forms", count=len(wrong))
    return Short(_prompt(f), answer, accept, wrong, forms)


def _choice(f: Fields) -> Body:
    answer, wrong = f.text("answer", required=True), f.texts("wrong", 1)
    _wrong_options(f, (answer,), wrong)
    return Choice(_prompt(f), answer, wrong)


def _multi(f: Fields) -> Body:
    answers, wrong = f.texts("answers", 1), f.texts("wrong", 1)
    f.distinct("answers", answers)
    _wrong_options(f, answers, wrong)
    return Multi(_prompt(f), answers, wrong)


def _true_false(f: Fields) -> Body:
    answer = f.flag("answer", required=True)
    correction = f.text("correction", required=f.table.get("answer") is False)
    return TrueFalse(_prompt(f), answer, correction)


def _number(f: Fields) -> Body:
    value = f.table.get("answer")
    answer = _decimal(value)
    if value is None:
        f.missing("answer", "answer = 3770")
    elif isinstance(value, str) and (plain := _plain_number(value)):
        f.report("number-quoted", "answer", value=written(value), plain=plain)
    elif answer is None:
        f.report("number-wanted", "answer", value=written(value))
    else:
        _in_range(f, "answer", answer)
    return Number(
        _prompt(f),
        Decimal(0) if answer is None else answer,
        f.text("unit"),
        _tolerance(f),
        _accept(f),
    )


def _plain_number(text: str) -> str:
    """The number that a text in quotes states, as TOML writes it; "" where it is none."""
    read = read_number(text) if _NUMBER.fullmatch(text.strip()) else None
    if read is None or read.unit:
        return ""
    top, under = read.value.as_integer_ratio()
    return f"{Decimal(top) / Decimal(under):f}"


def _decimal(value: object) -> Decimal | None:
    if isinstance(value, Decimal):
        return value
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _in_range(f: Fields, key: str, number: Decimal) -> bool:
    if not number.is_finite():
        f.report("number-finite", key, value=str(number).lower())
    elif abs(number.adjusted()) > _LARGEST_EXPONENT or len(number.as_tuple().digits) > 100:
        f.report("number-range", key)
    else:
        return True
    return False


def _tolerance(f: Fields) -> Tolerance:
    value = f.table.get("tolerance")
    if value is None:
        return Tolerance()
    amount, percent = _decimal(value), False
    if isinstance(value, str) and (shape := _PERCENT.fullmatch(value.strip())):
        amount, percent = _percent(shape[1]), True
    if amount is None:
        f.report("tolerance-shape", "tolerance", value=written(value))
    elif not _in_range(f, "tolerance", amount):
        pass
    elif amount < 0:
        f.report("tolerance-negative", "tolerance", value=written(value))
    elif percent and amount > 100:
        f.report("tolerance-percent", "tolerance", value=written(value))
    else:
        return Tolerance(amount, percent)
    return Tolerance()


def _percent(digits: str) -> Decimal | None:
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def _date(f: Fields) -> Body:
    answer = f.partial_date("answer", required=True)
    known = answer or PartialDate(1)
    precision = known.precision
    written_precision = f.text("precision")
    if written_precision and written_precision not in _PRECISIONS:
        near = nearest(written_precision, _PRECISIONS)
        f.report("unknown-precision", "precision", value=clip(written_precision), nearest=near)
    elif written_precision:
        precision = Precision(written_precision)
        if answer and _PRECISIONS.index(precision) > _PRECISIONS.index(answer.precision):
            f.report("precision-finer", "precision", value=precision, answer=answer)
    return DateQuestion(_prompt(f), known, precision, _accept(f))


def _list(f: Fields) -> Body:
    answers = f.texts("answers", 1)
    f.distinct("answers", answers)
    need = f.table.get("need", len(answers))
    if isinstance(need, bool) or not isinstance(need, int):
        f.report("need-wanted", "need", value=written(need), count=len(answers))
    elif answers and not 1 <= need <= len(answers):
        f.report("need-range", "need", value=written(need), count=len(answers))
    else:
        return ListQuestion(_prompt(f), answers, need, _accept_pairs(f, answers))
    return ListQuestion(_prompt(f), answers, 1, _accept_pairs(f, answers))


def _order(f: Fields) -> Body:
    answers = f.texts("answers", 2)
    f.distinct("answers", answers)
    return Order(_prompt(f), answers)


def _match(f: Fields) -> Body:
    pairs: list[tuple[str, str]] = []
    for item in f.items("pairs", 2):
        match item:
            case [left, right]:
                if f.is_text("pairs", left) and f.is_text("pairs", right):
                    pairs.append((str(left), str(right)))
            case _:
                f.report("pair-shape", "pairs", value=written(item))
    for side in zip(*pairs, strict=True):
        f.distinct("pairs", side)
    return Match(_prompt(f), tuple(pairs))


def _cloze(f: Fields) -> Body:
    text = f.text("text", required=True)
    for code, fact in gap_faults(text) if text else ():
        f.report(code, "text", gap=clip(fact))
    return Cloze(text, _accept_pairs(f, tuple(gap.answer for gap in gaps(text))))


def _flashcard(f: Fields) -> Body:
    return Flashcard(_prompt(f), f.text("answer", required=True), f.flag("both_ways"))


def _wrong_options(f: Fields, answers: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    f.distinct("wrong", wrong)
    right = {" ".join(answer.split()) for answer in answers if answer}
    for option in wrong:
        if " ".join(option.split()) in right:
            f.report("wrong-is-right", "wrong", item=clip(option))


def _forms(f: Fields) -> tuple[Form, ...]:
    forms: list[Form] = []
    for name in f.texts("forms"):
        if name in _FORMS:
            forms.append(Form(name))
        else:
            f.report("unknown-form", "forms", value=clip(name), nearest=nearest(name, _FORMS))
    f.distinct("forms", forms)
    return tuple(forms)


def _accept(f: Fields) -> tuple[str, ...]:
    """Other spellings of the one answer."""
    found: list[str] = []
    for item in f.items("accept"):
        match item:
            case [str(spelling), *_]:
                f.report("accept-plain", "accept", spelling=clip(spelling))
            case _:
                if f.is_text("accept", item):
                    found.append(str(item))
    f.distinct("accept", found, warning=True)
    return tuple(found)


def _accept_pairs(f: Fields, answers: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Other spellings of several answers, each with the answer it stands for."""
    found: list[tuple[str, str]] = []
    example = clip(answers[0]) if answers else "…"
    for item in f.items("accept"):
        match item:
            case [str(spelling), str(answer)]:
                if not (f.is_text("accept", spelling) and f.is_text("accept", answer)):
                    continue
                if answer not in answers:
                    near = nearest(answer, answers) or example
                    f.report("accept-target", "accept", answer=clip(answer), nearest=clip(near))
                elif spelling != answer and spelling in answers:
                    f.report("accept-is-answer", "accept", spelling=clip(spelling))
                else:
                    found.append((spelling, answer))
            case str():
                f.report("accept-pair", "accept", spelling=clip(item), answer=example)
            case _:
                f.report("accept-pair", "accept", spelling="…", answer=example)
    f.distinct("accept", ("\0".join(pair) for pair in found), warning=True)
    return tuple(found)


class Rule(NamedTuple):
    """The keys a kind has of its own, and how its body is read."""

    keys: frozenset[str]
    read: Callable[[Fields], Body]


_READERS: dict[Kind, Callable[[Fields], Body]] = {
    Kind.SHORT: _short,
    Kind.CHOICE: _choice,
    Kind.MULTI: _multi,
    Kind.TRUE_FALSE: _true_false,
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.LIST: _list,
    Kind.ORDER: _order,
    Kind.MATCH: _match,
    Kind.CLOZE: _cloze,
    Kind.FLASHCARD: _flashcard,
}
RULES: dict[Kind, Rule] = {part.kind: Rule(part.names, _READERS[part.kind]) for part in KINDS}
OWN_KEYS: frozenset[str] = frozenset().union(*(rule.keys for rule in RULES.values()))
