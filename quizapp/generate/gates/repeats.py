"""A deck must not ask one thing twice, nor answer in one question what another asks."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.content.question import Question
from quizapp.generate.candidate import Field, Finding
from quizapp.generate.entity import folded
from quizapp.generate.gates.asked import Asked, asked_of
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.holding import held
from quizapp.generate.gates.wording import root, roots
from quizapp.generate.ground import Ground

_DUPLICATE = 0.8
_STATEMENT = 0.85
_TOLD = 0.85
_FEWEST = 3


def no_repeat(question: Question, _ground: Ground, company: Company) -> Iterable[Finding]:
    """G12: no duplicate in the deck, and no pair of questions that answer each other."""
    own = asked_of(question)
    for other_question, other in company.near(question):
        code = _clash(own, other)
        if code:
            yield held(
                "no-repeat",
                code,
                Field.PROMPT,
                prompt=other.stem,
                question=other_question.id or "",
            )
            return


def _clash(own: Asked, other: Asked) -> str:
    if _duplicate(own, other):
        return "duplicate"
    if _answers_back(own, other):
        return "answers-each-other"
    if _tells(other, own):
        return "answered-by"
    return "answers" if _tells(own, other) else ""


def _duplicate(own: Asked, other: Asked) -> bool:
    """Whether the two ask for one thing: one answer, and the same said of it."""
    if {folded(a) for a in own.answers} != {folded(a) for a in other.answers}:
        return False
    if own.years != other.years and own.years and other.years:
        return False
    if not own.answers:
        return _likeness(own.roots, other.roots) >= _STATEMENT
    mine, theirs = own.roots - _asked(own), other.roots - _asked(other)
    within = (mine <= theirs or theirs <= mine) and min(len(mine), len(theirs)) >= _FEWEST
    return _likeness(own.roots, other.roots) >= _DUPLICATE or (within and len(mine ^ theirs) <= 1)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    either = one | other
    return len(one & other) / len(either) if either else 1.0


def _answers_back(own: Asked, other: Asked) -> bool:
    """Whether each has its answer in the other's stem and the rest is one statement."""
    if len(own.answers) != 1 or len(other.answers) != 1:
        return False
    mine, theirs = roots(own.answers[0]), roots(other.answers[0])
    if not mine or not theirs or mine & theirs:
        return False
    if not (mine <= other.roots and theirs <= own.roots):
        return False
    rest, others_rest = own.roots - theirs - _asked(own), other.roots - mine - _asked(other)
    both = rest & others_rest
    return bool(both) and 2 * len(both) >= min(len(rest), len(others_rest))


def _tells(teller: Asked, asker: Asked) -> bool:
    """Whether a stem states what another question asks: its answer, and all that is said."""
    if len(asker.answers) != 1:
        return False
    answer = roots(asker.answers[0])
    said = asker.roots - _asked(asker)
    if not answer or len(said) < _FEWEST or not answer <= teller.roots:
        return False
    return len(said & teller.roots) >= _TOLD * len(said)


def _asked(asked: Asked) -> frozenset[str]:
    return frozenset(root(noun) for noun in asked.asked_noun)
