"""What an author can do about a finding in one step: take a mend, or decide between two."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from quizapp.content.question import Cloze, Question
from quizapp.generate.candidate import Facts, Finding, Mend
from quizapp.generate.draft_company import REFUSED_ALIKE, REPEATS

Judge: TypeAlias = Callable[[Question], tuple[Finding, ...]]

_FRAME = re.compile(r"(?:In the report “[^”]*”|(?:In|After|During) the [^,“”?]+), (?=[a-z])")
"""Words before a question that say of which report, or of what in it, it is."""
_BY_FRAME = frozenset(("answer-in-stem", "not-a-count", "not-a-date", "too-long"))
"""What such words may be to blame for."""
_CUT = "cut-time"
"""The wording that says to leave words out."""


class OfferCode(StrEnum):
    """What is offered besides mends; a key of the wording table, as theirs are."""

    INSTEAD = "ask-instead"
    """Refuse the other question, which is too much beside this one."""
    SEE_OTHER = "see-other"
    """Have the other question at hand."""
    TELL_DATE = "tell-date"
    """Say when the article was published: then a mend can say it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One step that answers a finding.

    Attributes:
        code: of the mend, or one of `OfferCode`.
        facts: the values its wording names.
        mend: the change to this question, if it is one.
        other: id of the other question, if there is one.
    """

    code: str
    facts: Facts = ()
    mend: Mend | None = None
    other: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A finding, and what can be done about it, the surest first; () where only words help."""

    finding: Finding
    offers: tuple[Offer, ...] = ()


def checks(question: Question, findings: Sequence[Finding], judge: Judge) -> tuple[Check, ...]:
    """Findings as they are shown and their offers numbered, the hard ones first.

    Args:
        question: against which they are held.
        findings: of the gates.
        judge: what the gates hold against a question by itself; what is offered besides the
            gates' own mends is only what passes the hard ones.
    """
    in_order = sorted(findings, key=lambda one: not one.hard)
    return tuple(Check(one, _offers(one) or _sure(one, question, judge)) for one in in_order)


def _offers(finding: Finding) -> tuple[Offer, ...]:
    if finding.mends:
        return tuple(Offer(mend.code, mend.facts, mend) for mend in finding.mends)
    other = dict(finding.facts).get("question", "")
    if finding.gate == REPEATS and other:
        see = Offer(OfferCode.SEE_OTHER, other=other)
        if finding.code == REFUSED_ALIKE:
            return (see,)
        return Offer(OfferCode.INSTEAD, other=other), see
    return (Offer(OfferCode.TELL_DATE),) if finding.gate == "as-of" else ()


def _sure(finding: Finding, question: Question, judge: Judge) -> tuple[Offer, ...]:
    """Leave out the words that only name the report, where nothing else is wrong then."""
    frame = _FRAME.match(question.prompt) if finding.code in _BY_FRAME else None
    if frame is None or isinstance(question.body, Cloze):
        return ()
    bare = question.prompt[frame.end() :]
    body = replace(question.body, prompt=bare[:1].upper() + bare[1:])
    changed = replace(question, body=body)
    if any(one.hard for one in judge(changed)):
        return ()
    facts = (("old", frame.group().rstrip(", ")),)
    return (Offer(_CUT, facts, Mend(_CUT, facts, changed)),)
