"""What was typed in one field, read: tidied words, rows, numbers, dates, and why it cannot be."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal, InvalidOperation, localcontext
from fractions import Fraction

from quizapp.author.fields import FieldTrouble
from quizapp.content.date_text import read_dates
from quizapp.content.numerals import read_number
from quizapp.content.question import PartialDate, Tolerance

_HALF = re.compile(r"[\ud800-\udfff]")
_SHOWN = 60
_DIGITS = 100
_LARGEST_EXPONENT = 100


class Troubles:
    """What is wrong with the fields, gathered in the order in which it was found."""

    def __init__(self) -> None:
        self.found: list[FieldTrouble] = []

    def add(self, field: str, code: str, row: int = -1, **facts: str) -> None:
        """Tell of a trouble; facts that are long are cut for the sentence."""
        told = tuple((name, shown(fact)) for name, fact in facts.items())
        self.found.append(FieldTrouble(field, code, told, row))


def shown(text: str) -> str:
    """A text short enough for a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def whole(text: str) -> str:
    """A text that a file can hold; halves of a surrogate pair come by paste."""
    return _HALF.sub("\ufffd", text)


def text_of(typed: str, before: str) -> str:
    """A text of one or more lines, tidied at its ends; as it was where nobody touched it."""
    if typed == before:
        return before
    return whole(typed).replace("\r\n", "\n").replace("\r", "\n").strip()


def line_of(typed: str, before: str) -> str:
    """A text of one line; as it was where nobody touched it."""
    return before if typed == before else " ".join(whole(typed).split())


def rows_of(typed: Iterable[str], before: Collection[str]) -> list[tuple[int, str]]:
    """The rows that hold something, with their numbers; one that stood there before as it was."""
    known = set(before)
    rows = ((at, row if row in known else line_of(row, "")) for at, row in enumerate(typed))
    return [(at, row) for at, row in rows if row and not row.isspace()]


def same(text: str) -> str:
    """Texts that read the same give the same."""
    return " ".join(text.split())


def number_of(typed: str, unit: str, troubles: Troubles) -> Decimal | None:
    """The number that was typed into the answer."""
    found = read_number(typed, unit)
    if found is None:
        troubles.add("answers", "not-a-number", 0, text=typed)
        return None
    if found.unit and not unit.strip():
        troubles.add("answers", "unit-apart", 0, unit=found.unit)
        return None
    number = exact(found.value)
    if number is None:
        troubles.add("answers", "no-decimal", 0, text=typed)
    return number


def exact(value: Fraction) -> Decimal | None:
    """The decimal number of the same value; None where it has no end or is out of reach."""
    with localcontext() as context:
        context.prec = _DIGITS
        try:
            number = Decimal(value.numerator) / Decimal(value.denominator)
        except InvalidOperation:
            return None
        fits = number.is_finite() and abs(number.adjusted()) <= _LARGEST_EXPONENT
        return number if fits and Fraction(number) == value else None


def tolerance_of(typed: str, troubles: Troubles) -> Tolerance:
    """How far from a number an answer may be."""
    text = typed.strip()
    if not text:
        return Tolerance()
    percent = text.endswith("%")
    found = read_number(text.removesuffix("%").strip())
    amount = exact(found.value) if found is not None and not found.unit else None
    if amount is None:
        troubles.add("tolerance", "not-a-tolerance", text=typed)
    elif amount < 0:
        troubles.add("tolerance", "tolerance-negative")
    elif percent and amount > 100:
        troubles.add("tolerance", "tolerance-percent")
    else:
        return Tolerance(amount, percent)
    return Tolerance()


def date_of(typed: str, field: str, troubles: Troubles, row: int = -1) -> PartialDate | None:
    """The one date that a text means."""
    found = read_dates(typed)
    if len(found) == 1:
        return next(iter(found))
    troubles.add(field, "two-dates" if found else "not-a-date", row, text=typed)
    return None


def day_of(typed: str, field: str, troubles: Troubles) -> date | None:
    """The one whole day that a text means."""
    found = date_of(typed, field, troubles)
    if found is None:
        return None
    if found.month is None or found.day is None:
        troubles.add(field, "not-a-day", text=typed)
        return None
    return date(found.year, found.month, found.day)
