"""Time: what ages must say when it was true, and no day may stand before what it follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from quizapp.check.fields import right_answers
from quizapp.check.finding import Finding, held
from quizapp.content.question import Question

_OFFICE = re.compile(
    r"^(?:who|which (?:person|politician|man|woman)) is (?:the )?(?:current |present |incumbent )?"
    r"(?P<office>(?:(?:deputy |vice[ -]|first |foreign |defen[cs]e |finance |prime )?"
    r"(?:president|prime minister|chancellor|minister|secretary[- ]general|pope|mayor|governor"
    r"|speaker|chief executive|chief justice|ceo|attorney general|head of (?:state|government))))"
    r" (?:of|at) (?:the )?[A-Z]",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:[A-Z][\w’'.-]+ ){1,3}[A-Z][\w’'-]+")
_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)")


def office_without_as_of(question: Question) -> Iterator[Finding]:
    """E401: who holds an office is asked in the present, and nothing says of when that is."""
    if question.as_of is not None or _YEAR.search(question.prompt):
        return
    found = _OFFICE.match(question.prompt)
    if found and any(_PERSON.fullmatch(answer) for answer in right_answers(question)):
        yield held("E401", "office-now", "as_of", word=found["office"])


def review_before_as_of(question: Question) -> Iterator[Finding]:
    """E405: the question was to be checked before the day on which it was true."""
    when, review = question.as_of, question.review_by
    if when is None or review is None:
        return
    if review < date(when.year, when.month or 1, when.day or 1):
        yield held("E405", "review-before-as-of", "review_by", review=review, as_of=when)
