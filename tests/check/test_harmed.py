"""Good questions harmed on purpose, in ways that authors harm them: most of the harm is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from deck_desk import TODAY

from quizapp.check.checking import DeckChecks
from quizapp.content.deck_file import read
from quizapp.content.question import Choice, DateQuestion, Evidence, Number, Question, Short

FOLDER = Path(__file__).parent / "good"
Harm = Callable[[Question], Question | None]


def _swapped(question: Question) -> Question | None:
    """A wrong option is given for right, though the quote says otherwise."""
    body = question.body
    if question.evidence is None or not isinstance(body, (Short, Choice)) or not body.wrong:
        return None
    first, *others = body.wrong
    wrong = (body.answer, *others)
    if isinstance(body, Short):
        return replace(question, body=replace(body, answer=first, wrong=wrong, accept=()))
    return replace(question, body=replace(body, answer=first, wrong=wrong))


def _again(question: Question) -> Question | None:
    """The answer stands among the wrong options in capitals."""
    body = question.body
    if not isinstance(body, (Short, Choice)) or not body.wrong or len(body.answer) < 4:
        return None
    return replace(question, body=replace(body, wrong=(*body.wrong, body.answer.upper())))


def _all_of_them(question: Question) -> Question | None:
    body = question.body
    if not isinstance(body, (Short, Choice)) or not body.wrong:
        return None
    return replace(question, body=replace(body, wrong=(*body.wrong, "All of the above")))


def _told(question: Question) -> Question | None:
    """The answer stands in the prompt."""
    body = question.body
    if not isinstance(body, Short) or not 3 < len(body.answer) < 25 or not body.answer.isascii():
        return None
    prompt = f"{body.prompt.rstrip('?')}, {body.answer}?"
    return replace(question, body=replace(body, prompt=prompt))


def _miscounted(question: Question) -> Question | None:
    body = question.body
    if question.evidence is None or not isinstance(body, Number):
        return None
    return replace(question, body=replace(body, answer=body.answer + 7))


def _misdated(question: Question) -> Question | None:
    body = question.body
    if question.evidence is None or not isinstance(body, DateQuestion):
        return None
    answer = replace(body.answer, year=body.answer.year + 3)
    return replace(question, body=replace(body, answer=answer))


def _misquoted(question: Question) -> Question | None:
    if question.evidence is None:
        return None
    words = question.evidence.quote.split()
    words[len(words) // 2] = "never"
    return replace(question, evidence=Evidence(question.evidence.source, " ".join(words)))


def _copied(question: Question) -> Question:
    return replace(question, id="zzzzzzzzzz")


@pytest.mark.parametrize(
    ("harm", "codes", "least"),
    [
        (_swapped, "E205 E304", 0.85),
        (_again, "E303", 0.95),
        (_all_of_them, "E308", 1.0),
        (_told, "E301", 0.9),
        (_miscounted, "E206", 0.9),
        (_misdated, "E206", 1.0),
        (_misquoted, "E203", 1.0),
        (_copied, "E312", 1.0),
    ],
)
def test_most_harm_is_found(harm: Harm, codes: str, least: float) -> None:
    """Of questions on all subjects; what is not found was never certain."""
    found = [bool(said & set(codes.split())) for said in _said_of_harmed(harm)]
    assert len(found) >= 8
    assert sum(found) >= least * len(found)


def _said_of_harmed(harm: Harm) -> Iterator[set[str]]:
    for path in sorted(FOLDER.glob("*.toml")):
        found = read(path, today=TODAY)
        assert found.deck is not None
        checks = DeckChecks(found.deck, dict(found.texts), TODAY)
        checks.prepare()
        for question in found.deck.questions:
            harmed = harm(question)
            if harmed is not None:
                findings = (*checks.of_file(harmed), *checks.of(harmed))
                yield {finding.code.number for finding in findings}
