"""The gates in their order, and what they hold against a question."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from quizapp.content.question import Question
from quizapp.generate.candidate import Finding
from quizapp.generate.gates.ageing import as_of
from quizapp.generate.gates.company import ALONE, Company
from quizapp.generate.gates.definite import resolved
from quizapp.generate.gates.form import positive, well_formed, word_fits
from quizapp.generate.gates.gate import Gate
from quizapp.generate.gates.hedges import hedged
from quizapp.generate.gates.leaks import no_leak
from quizapp.generate.gates.one_answer import none_true, one_answer
from quizapp.generate.gates.options import choosable, even, matching, typable
from quizapp.generate.gates.pronouns import self_contained
from quizapp.generate.gates.quote import supported, verbatim
from quizapp.generate.gates.reads_well import reads_well
from quizapp.generate.gates.relative_time import dated
from quizapp.generate.gates.repeats import no_repeat
from quizapp.generate.gates.speech import attributed, no_formula, no_praise
from quizapp.generate.gates.telling import tells_which
from quizapp.generate.gates.worth import worth_asking
from quizapp.generate.ground import Ground

GATES: tuple[Gate, ...] = (
    Gate("G1", "verbatim", hard=True, test=verbatim, english=False),
    Gate("G2", "supported", hard=True, test=supported),
    Gate("G3", "self-contained", hard=True, test=self_contained),
    Gate("G4", "resolved", hard=True, test=resolved),
    Gate("G5", "no-leak", hard=True, test=no_leak),
    Gate("G6", "one-answer", hard=True, test=one_answer),
    Gate("G7", "none-true", hard=True, test=none_true),
    Gate("G8", "matching", hard=True, test=matching),
    Gate("G9", "dated", hard=True, test=dated),
    Gate("G10", "as-of", hard=True, test=as_of),
    Gate("G11", "attributed", hard=True, test=attributed),
    Gate("G12", "no-repeat", hard=True, test=no_repeat, english=False),
    Gate("G13", "well-formed", hard=True, test=well_formed),
    Gate("G14", "word-fits", hard=True, test=word_fits),
    Gate("G15", "hedged", hard=True, test=hedged),
    Gate("S1", "no-formula", hard=False, test=no_formula),
    Gate("S2", "no-praise", hard=False, test=no_praise),
    Gate("S3", "positive", hard=False, test=positive),
    Gate("S4", "even", hard=False, test=even, english=False),
    Gate("S5", "choosable", hard=False, test=choosable, english=False),
    Gate("S6", "typable", hard=False, test=typable, english=False),
    Gate("S7", "tells-which", hard=False, test=tells_which),
    Gate("S8", "worth-asking", hard=False, test=worth_asking),
    Gate("S9", "reads-well", hard=False, test=reads_well),
)
"""Every gate: the hard ones by number, then the soft ones."""


def judge(
    question: Question,
    ground: Ground,
    *,
    company: Company = ALONE,
    only: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """What the gates hold against a question; nothing if it passes them all.

    Args:
        question: of any kind; drafts and questions of finished decks alike.
        ground: the source that its evidence rests on.
        company: the other questions of the deck.
        only: names of gates; None asks all of them.
    """
    return tuple(_found(question, ground, company, only))


def first_found(question: Question, ground: Ground) -> tuple[Finding, ...]:
    """The first thing that the gates hold against a question by itself; nothing if it passes.

    For one that is dropped whatever the fault is: the gates behind the first are not asked.
    """
    return tuple(islice(_found(question, ground, ALONE, None), 1))


def _found(
    question: Question, ground: Ground, company: Company, only: Collection[str] | None
) -> Iterator[Finding]:
    for gate in GATES:
        if only is None or gate.name in only:
            yield from gate.test(question, ground, company)
