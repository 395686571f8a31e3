"""What the rules ask of a few sentences: each first question with its answers or pairs."""

from __future__ import annotations

from quizapp.content.question import PartialDate
from quizapp.generate.article import Article
from quizapp.generate.discourse import Discourse
from quizapp.generate.engine import facts_of
from quizapp.generate.ground import ground_of

JUNE = PartialDate(2024, 6, 3)
"""A Monday."""


def asked(text: str, published: PartialDate | None = JUNE) -> dict[str, tuple[object, ...]]:
    """The questions of a text's facts, each with its answers; a match with its pairs."""
    found = facts_of(Discourse(ground_of(Article(text, published=published))))
    return {fact.stems[0]: fact.pairs or fact.answers for fact in found}
