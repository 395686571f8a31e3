"""An article's candidates as JSON, for other programs: one fixed shape, plain ASCII."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal

from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    Question,
    Short,
    TrueFalse,
    gaps,
)
from quizapp.content.question_json import Json
from quizapp.generate.article import Article
from quizapp.generate.candidate import Candidate
from quizapp.generate.gates.judging import GATES


def as_json(article: Article, candidates: Sequence[Candidate]) -> str:
    """The article and what can be asked of it, the best first, red ones too.

    Offsets count code points of the article's text as read. ASCII alone is written, so that no
    terminal or pipe can spoil it.
    """
    told: dict[str, Json] = {
        "article": {
            "title": article.title,
            "published": str(article.published) if article.published else None,
            "sha256": article.sha256,
            "words": article.words,
        },
        "candidates": [_candidate(each, article.text) for each in candidates],
    }
    return json.dumps(told, indent=2)


def _candidate(candidate: Candidate, text: str) -> dict[str, Json]:
    question, span = candidate.question, candidate.span
    return {
        "prompt": question.prompt,
        "answer": _answer(question.body),
        "accept": _accept(question),
        "wrong": list(getattr(question.body, "wrong", ())),
        "kind": question.kind.value,
        "evidence": {"quote": span.of(text), "start": span.start, "end": span.end},
        "as_of": str(question.as_of) if question.as_of else None,
        "attribution": question.attribution or None,
        "gates": _gates(candidate),
        "score": round(candidate.score, 6),
    }


def _answer(body: Body) -> Json:
    """One answer as text, number or truth; several, the gaps of a text too, as a list."""
    match body:
        case Number(answer=number):
            return _number(number)
        case DateQuestion(answer=day):
            return str(day)
        case TrueFalse(answer=holds):
            return holds
        case Short(answer=answer) | Choice(answer=answer) | Flashcard(answer=answer):
            return answer
        case _:
            return _answers(body)


def _answers(body: Multi | ListQuestion | Order | Match | Cloze) -> list[Json]:
    match body:
        case Match(pairs=pairs):
            return [list(pair) for pair in pairs]
        case Cloze(text=text):
            return [gap.answer for gap in gaps(text)]
        case _:
            return list(body.answers)


def _number(number: Decimal) -> Json:
    return int(number) if number == number.to_integral_value() else float(number)


def _accept(question: Question) -> list[Json]:
    """Other right writings; of a list or a gap the pair of writing and answer."""
    accept = getattr(question.body, "accept", ())
    return [each if isinstance(each, str) else list(each) for each in accept]


def _gates(candidate: Candidate) -> dict[str, Json]:
    """Each gate's name with "pass", "warn" for a soft doubt or "fail"."""
    found: dict[str, Json] = {gate.name: "pass" for gate in GATES}
    for finding in candidate.findings:
        if finding.hard:
            found[finding.gate] = "fail"
        elif found.get(finding.gate) != "fail":
            found[finding.gate] = "warn"
    return found
