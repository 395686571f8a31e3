"""What an author can do about a finding in one step: take a mend, or decide between two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from quizapp.generate.candidate import Facts, Finding, Mend
from quizapp.generate.draft_company import REFUSED_ALIKE, REPEATS


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


def offers(finding: Finding, *, dated: bool) -> tuple[Offer, ...]:
    """What can be done about a finding, the surest first; () where only words can mend it.

    Args:
        finding: of a gate.
        dated: it is known when the article was published.
    """
    if finding.mends:
        return tuple(Offer(mend.code, mend.facts, mend) for mend in finding.mends)
    other = dict(finding.facts).get("question", "")
    if finding.gate == REPEATS and other:
        see = Offer(OfferCode.SEE_OTHER, other=other)
        if finding.code == REFUSED_ALIKE:
            return (see,)
        return Offer(OfferCode.INSTEAD, other=other), see
    if finding.gate == "as-of" and not dated:
        return (Offer(OfferCode.TELL_DATE),)
    return ()


def in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings as they are shown and their offers numbered: the hard ones first."""
    return tuple(sorted(findings, key=lambda one: not one.hard))
