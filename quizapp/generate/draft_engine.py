"""What a desk asks of the rules: read an article, propose, make a question of words, judge."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from quizapp.content.question import Kind, Question
from quizapp.generate.article import Article, Span
from quizapp.generate.candidate import Candidate, Finding
from quizapp.generate.ground import Ground


class Engine(Protocol):
    """The rules, handed in; pure, and the same for the same article."""

    def ground(self, article: Article) -> Ground:
        """The article read once."""
        ...

    def propose(self, article: Article) -> tuple[Candidate, ...]:
        """Questions the best first, the red ones too; it may take seconds."""
        ...

    def ask(self, ground: Ground, span: Span, kind: Kind) -> Candidate:
        """A question that has the words at `span` as its answer."""
        ...

    def judge(self, question: Question, ground: Ground) -> tuple[Finding, ...]:
        """What the gates hold against a question by itself; fast enough while typing."""
        ...

    def repeats(
        self,
        question: Question,
        ground: Ground,
        others: Sequence[Question],
        among: Collection[str],
    ) -> tuple[Finding, ...]:
        """What a question repeats of others.

        Args:
            question: never company for itself, by its id.
            ground: the article.
            others: those at the table; the very same tuple as long as none has changed.
            among: ids of those that count.
        """
        ...
