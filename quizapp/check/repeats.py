"""Questions that ask one thing twice, or answer each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizapp.check.fields import prompt_key
from quizapp.check.finding import Finding, held
from quizapp.check.gate_rules import told_as
from quizapp.check.grounds import nothing_known
from quizapp.content.question import Question
from quizapp.generate.gates.asked import asked_of
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.judging import judge
from quizapp.generate.gates.wording import root


def repeats(question: Question, others: Iterable[Question]) -> Iterator[Finding]:
    """E311 and E312: questions that ask one thing, or answer each other.

    Args:
        question: the later of them.
        others: those that may repeat it.
    """
    others = tuple(other for other in others if other != question)
    if not others:
        return
    company = Company.of(others)
    for found in judge(question, nothing_known(), company=company, only={"no-repeat"}):
        yield told_as("E312" if found.code == "duplicate" else "E311", question, found)
        return
    for other in others:
        if _same_words(question, other):
            key, other_id = prompt_key(question), other.id or ""
            yield held("E312", "duplicate", key, prompt=other.prompt, question=other_id)
            return


def _same_words(question: Question, other: Question) -> bool:
    """Whether two short questions say the same but for the noun that asks: "which city"."""
    one, two = asked_of(question), asked_of(other)
    if not one.answers or {a.casefold() for a in one.answers} != {
        a.casefold() for a in two.answers
    }:
        return False
    mine = one.roots - {root(noun) for noun in one.asked_noun}
    theirs = two.roots - {root(noun) for noun in two.asked_noun}
    return bool(mine) and mine == theirs and one.years == two.years
