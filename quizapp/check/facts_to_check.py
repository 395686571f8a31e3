"""Facts that want checking again: past their review day, or older than their kind keeps."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from quizapp.check.fields import right_answers
from quizapp.check.gate_rules import gate_findings
from quizapp.check.rules_time import office_without_as_of
from quizapp.content.deck import Deck
from quizapp.content.folding import strict
from quizapp.content.question import DateQuestion, Number, PartialDate, Question, TrueFalse

_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)")
_FEWEST_LETTERS = 3


class Ageing(StrEnum):
    """Why a fact wants checking."""

    REVIEW = "review"
    """Its own day for it is past."""
    OFFICE = "office"
    """Who holds an office: a year, since somewhere somebody is elected or dismissed each year."""
    NOW = "now"
    """It says "currently" or the like: a year."""
    COUNT = "count"
    """A number: two years, since statistics are counted yearly and published a year later."""
    OTHER = "other"
    """Anything else that its author dated: five years, since most of it changes seldom."""


KEEPS_YEARS: dict[Ageing, int] = {
    Ageing.OFFICE: 1,
    Ageing.NOW: 1,
    Ageing.COUNT: 2,
    Ageing.OTHER: 5,
}
"""How many years after its as-of a fact is taken to hold."""


@dataclass(frozen=True, slots=True)
class FactToCheck:
    """A question whose fact wants checking.

    Attributes:
        question: its id.
        why: what makes it old.
        since: the day on which it became due.
        as_of: when it was last known to be true; None where it does not say.
    """

    question: str
    why: Ageing
    since: date
    as_of: PartialDate | None = None


def facts_to_check(deck: Deck, today: date) -> tuple[FactToCheck, ...]:
    """The facts of a deck that want checking today, the longest due first.

    A question whose prompt names a year is never old: what was so in 2008 stays so. A question
    without an id is passed over.
    """
    english = deck.language.partition("-")[0].casefold() == "en"
    facts = (fact_to_check(question, today, english=english) for question in deck.questions)
    return tuple(sorted((f for f in facts if f is not None), key=lambda f: (f.since, f.question)))


def fact_to_check(question: Question, today: date, *, english: bool = True) -> FactToCheck | None:
    """Whether one question's fact wants checking today, and since when.

    Args:
        question: of any kind.
        today: the day.
        english: whether its deck is in English; of other languages only numbers are told apart.
    """
    if question.id is None:
        return None
    when, review = question.as_of, question.review_by
    if review is not None:
        due = review < today
        return FactToCheck(question.id, Ageing.REVIEW, review, when) if due else None
    if when is None or _YEAR.search(question.prompt):
        return None
    why = _ageing(question, english=english)
    since = _years_after(when, KEEPS_YEARS[why])
    return FactToCheck(question.id, why, since, when) if since <= today else None


def _ageing(question: Question, *, english: bool) -> Ageing:
    if english:
        undated = replace(question, as_of=None)
        ageing = gate_findings(undated, None, english=True, gate="as-of")
        for finding in (*office_without_as_of(undated), *ageing):
            if finding.code.number == "E401":
                return _AGEING.get(finding.reason, Ageing.NOW)
    return Ageing.COUNT if isinstance(question.body, Number) else Ageing.OTHER


_AGEING = {"office-now": Ageing.OFFICE, "count-now": Ageing.COUNT}


def _years_after(when: PartialDate, years: int) -> date:
    """So many years after the last day that a date may mean."""
    month = when.month or 12
    year = min(when.year + years, date.max.year)
    last = monthrange(year, month)[1]
    return date(year, month, min(when.day or last, last))


class Shared(StrEnum):
    """What two questions have in common."""

    SENTENCE = "sentence"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Resting:
    """Another question that a change of a fact may concern, and why."""

    question: Question
    shared: Shared


def resting_together(deck: Deck, question: Question) -> tuple[Resting, ...]:
    """The other questions on the same sentence, then those with the same answer, in deck order."""
    others = [other for other in deck.questions if not _is_same(other, question)]
    by_sentence = [other for other in others if _on_one_sentence(other, question)]
    answers = frozenset(_answers(question))
    by_answer = [
        other
        for other in others
        if other not in by_sentence and not answers.isdisjoint(_answers(other))
    ]
    return (
        *(Resting(other, Shared.SENTENCE) for other in by_sentence),
        *(Resting(other, Shared.ANSWER) for other in by_answer),
    )


def make_ready(deck: Deck) -> None:
    """Fold a deck's answers ahead, for any thread, so that `resting_together` is quick."""
    for question in deck.questions:
        for _ in _answers(question):
            pass


def _is_same(one: Question, other: Question) -> bool:
    return one.id == other.id if one.id is not None or other.id is not None else one == other


def _on_one_sentence(one: Question, other: Question) -> bool:
    if one.evidence is None or other.evidence is None:
        return False
    if one.evidence.source != other.evidence.source:
        return False
    return one.evidence.quote in other.evidence.quote or other.evidence.quote in one.evidence.quote


@lru_cache(maxsize=1 << 16)
def _folded(answer: str) -> str:
    """An answer folded; kept, since folding those of a large deck takes half a second."""
    return strict(answer)


def _answers(question: Question) -> Iterator[str]:
    """The answers by which two questions are known to speak of one thing."""
    match question.body:
        case TrueFalse():
            return
        case Number(answer=number, unit=unit):
            yield f"{number.normalize():f} {unit}".strip()
        case DateQuestion(answer=day):
            yield str(day)
        case _:
            for answer in right_answers(question):
                folded = _folded(answer)
                if sum(c.isalpha() for c in folded) >= _FEWEST_LETTERS:
                    yield folded
