"""Which questions first: what matters to the article, spread over it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quizapp.generate.candidate import Candidate, FactKind, Light
from quizapp.generate.ground import Ground
from quizapp.generate.language.token import SentenceKind

_WORD = re.compile(r"[^\W_]{3,}")
_KIND = {
    FactKind.OFFICE: 0.9, FactKind.ACTION: 1.0, FactKind.TIME: 0.95, FactKind.COUNT: 1.0,
    FactKind.SHARE: 0.95, FactKind.PLACE: 0.85, FactKind.MEMBERS: 1.15, FactKind.SPEECH: 0.9,
    FactKind.VIEW: 0.9, FactKind.PART: 0.9, FactKind.CAUSE: 0.85, FactKind.PURPOSE: 0.8,
    FactKind.APPOSITION: 0.75, FactKind.CHOSEN: 1.0,
}  # fmt: skip
_BRIEF = 16
_REPORT = re.compile(r"^In the report “[^”]+”, ")
"""It only says where a question belongs, and makes none the longer to answer."""
_LIGHT = {Light.GREEN: 1.0, Light.AMBER: 0.5, Light.RED: 0.1}


def ranked(
    found: Sequence[Candidate], ground: Ground, predicates: dict[str, str]
) -> tuple[Candidate, ...]:
    """Candidates with their scores, best first.

    Each next one is the best of what is left, when another of its sentence, its predicate, its
    answer has been taken before it.

    Args:
        found: judged candidates; their scores are the weights of their facts.
        ground: the article.
        predicates: id of a candidate to what its fact says.
    """
    salience = _salience(ground)
    base = {
        c.question.id: c.score
        * _KIND[c.fact]
        * _LIGHT[c.light]
        * salience[c.span.start]
        * _brevity(c)
        for c in found
    }
    says = {
        c.question.id: f"{c.span.start} {predicates.get(c.question.id or '', '')}" for c in found
    }
    answer = {c.question.id: _answer(c) for c in found}
    left = sorted(found, key=lambda c: (-base[c.question.id], c.span, c.question.prompt))
    taken: list[Candidate] = []
    sentences: Counter[int] = Counter()
    said: Counter[str] = Counter()
    answers: Counter[str] = Counter()
    while left:

        def worth(c: Candidate) -> float:
            spread = (1.0, 0.62, 0.4)[min(sentences[c.span.start], 2)]
            own = c.question.id
            return base[own] * spread * 0.45 ** said[says[own]] * 0.85 ** answers[answer[own]]

        best = max(left, key=worth)
        taken.append(replace(best, score=round(worth(best), 4)))
        left.remove(best)
        sentences[best.span.start] += 1
        said[says[best.question.id]] += 1
        answers[answer[best.question.id]] += 1
    return tuple(taken)


def _answer(candidate: Candidate) -> str:
    body = candidate.question.body
    return str(getattr(body, "answer", getattr(body, "answers", "")))


def _brevity(candidate: Candidate) -> float:
    asked = _REPORT.sub("", candidate.question.prompt)
    over = len(asked.split()) - _BRIEF
    return 1.0 if over <= 0 else max(0.6, 1 - 0.04 * over)


def _salience(ground: Ground) -> dict[int, float]:
    """How much each sentence matters: near the top, words of the headline, what is named often."""
    headline = {
        word.lower() for s in ground.sentences if s.kind == SentenceKind.HEADLINE
        for word in _WORD.findall(s.span.of(ground.article.text))
    } | {word.lower() for word in _WORD.findall(ground.article.title)}  # fmt: skip
    prose = [s for s in ground.sentences if s.kind == SentenceKind.PROSE]
    most = max((len(e.mentions) for e in ground.entities.all), default=1)
    worth: dict[int, float] = {}
    for n, sentence in enumerate(prose):
        words = {w.lower() for w in _WORD.findall(sentence.span.of(ground.article.text))}
        shared = len(words & headline) / max(4, len(headline))
        named = sum(len(e.mentions) / most for e in ground.named_in(sentence))
        lead = 0.3 if n < 2 else 0.15 * (1 - n / max(1, len(prose)))
        worth[sentence.span.start] = 0.7 + lead + 0.4 * min(shared, 0.8) + 0.08 * min(named, 3)
    return worth
