"""What a pasted row plainly looks like: true or false, a number, a date; else a short answer."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.author.fields import Fields
from quizapp.content.date_text import names_month, read_dates
from quizapp.content.question import Kind

_NUMBER = re.compile(r"[-+−]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:[ ,.\u00a0\u202f]\d{3})+)(?:[.,]\d+)?")
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}")
_COUNTED = re.compile(
    r"\bhow (?:many|much|long|far|tall|high|deep|wide|big|large|old|heavy)\b|\bnumber of\b",
    re.IGNORECASE,
)
_LONGEST = 30  # letters of a date or number


def by_looks(fields: Fields) -> Fields:
    """A short answer as the kind of question that it plainly is.

    What is false is a question of true or false only where the row says what is true instead, as
    its explanation; else one chooses between the two.
    """
    answer = fields.answers[0].strip() if len(fields.answers) == 1 else ""
    if not answer or fields.wrong or fields.accept or len(answer) > _LONGEST:
        return fields
    said = answer.casefold()
    if said == "true":
        told = replace(fields, kind=Kind.TRUE_FALSE, holds=True, answers=("",))
        return replace(told, correction=fields.explanation, explanation="")
    if said == "false":
        if not fields.explanation.strip():
            other = "TRUE" if answer.isupper() else "true" if answer.islower() else "True"
            return replace(fields, kind=Kind.CHOICE, wrong=(other,))
        told = replace(fields, kind=Kind.TRUE_FALSE, holds=False, answers=("",))
        return replace(told, correction=fields.explanation, explanation="")
    if _is_date(answer, fields.prompt):
        return replace(fields, kind=Kind.DATE)
    return replace(fields, kind=Kind.NUMBER) if _NUMBER.fullmatch(answer) else fields


def _is_date(answer: str, prompt: str) -> bool:
    if _YEAR.fullmatch(answer):
        return _COUNTED.search(prompt) is None
    if not any(letter.isdigit() for letter in answer):
        return False
    written = _DAY.fullmatch(answer) is not None or names_month(answer)
    return written and len(read_dates(answer)) == 1
