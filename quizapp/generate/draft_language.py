"""Rules that read English, kept from a text that is not: it is asked about by hand alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from quizapp.content.question import Kind, Question
from quizapp.generate.article import Article, Span
from quizapp.generate.candidate import Candidate, Finding
from quizapp.generate.draft_engine import Engine
from quizapp.generate.gates.judging import GATES
from quizapp.generate.ground import Ground
from quizapp.generate.reading.english import is_english

_OF_ANY_LANGUAGE = frozenset(gate.name for gate in GATES if not gate.english)
_SAME = "duplicate"
"""What holds of two questions in any language; who answers whom is read in English."""
UNKNOWN = "und"
"""The language of a deck whose language nobody has told."""

_seems_english = lru_cache(maxsize=8)(is_english)


def language_of(article: Article) -> str:
    """What a deck of an article gives as its language: "en", or `UNKNOWN`."""
    return "en" if _seems_english(article.text) else UNKNOWN


class EnglishOnly:
    """An engine whose rules are asked only about English; an `Engine` itself."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def ground(self, article: Article) -> Ground:
        """The article read once."""
        return self._engine.ground(article)

    def propose(self, article: Article) -> tuple[Candidate, ...]:
        """Questions the best first; none of a text that is not English."""
        return self._engine.propose(article) if _seems_english(article.text) else ()

    def ask(self, ground: Ground, span: Span, kind: Kind) -> Candidate:
        """A question that has the words at `span` as its answer."""
        return self._engine.ask(ground, span, kind)

    def judge(self, question: Question, ground: Ground) -> tuple[Finding, ...]:
        """What the gates hold against a question, those that read English only if it is."""
        found = self._engine.judge(question, ground)
        if _seems_english(ground.article.text):
            return found
        return tuple(finding for finding in found if finding.gate in _OF_ANY_LANGUAGE)

    def repeats(
        self,
        question: Question,
        ground: Ground,
        others: Sequence[Question],
        among: Collection[str],
    ) -> tuple[Finding, ...]:
        """What a question repeats of others."""
        found = self._engine.repeats(question, ground, others, among)
        if _seems_english(ground.article.text):
            return found
        return tuple(finding for finding in found if finding.code == _SAME)
