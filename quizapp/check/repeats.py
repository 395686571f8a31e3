"""Questions that ask one thing twice, or answer each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.check.fields import prompt_key
from quizapp.check.finding import Facts, Finding, held
from quizapp.check.gate_rules import told_as
from quizapp.check.grounds import nothing_known
from quizapp.content.question import Question
from quizapp.generate.gates.asked import asked_of, stem_of
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
        told = told_as("E312" if found.code == "duplicate" else "E311", question, found)
        yield replace(told, facts=tuple(_as_written(told.facts, others)))
        return
    for other in others:
        if _same_words(question, other):
            key, other_id = prompt_key(question), other.id or ""
            said = on_one_line(other.prompt)
            yield held("E312", "duplicate", key, prompt=said, question=other_id)
            return


def _as_written(facts: Facts, others: tuple[Question, ...]) -> Iterator[tuple[str, str]]:
    """The facts with the other's prompt as its author wrote it, and not as gates read it."""
    stems = {stem_of(other): other.prompt for other in others}
    for name, fact in facts:
        yield name, on_one_line(stems.get(fact, fact)) if name == "prompt" else fact


def on_one_line(text: str) -> str:
    """A text as it stands, but for its line breaks."""
    return " ".join(text.split())


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
