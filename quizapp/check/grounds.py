"""The texts of a deck's sources, read as the gates of generation read them, within a budget."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from quizapp.content.deck import Deck
from quizapp.content.question import Question
from quizapp.generate.article import Article
from quizapp.generate.ground import Ground, ground_of

_WORDS_OF_ONE = 6_000
_WORDS_OF_ALL = 12_000
_FEWEST_WORDS = 2_000
"""A text costs a tenth of a millisecond a word to be read; a long one is searched for quotes."""
_SPACE = re.compile(r"\s+")


@cache
def nothing_known() -> Ground:
    """The ground of a question whose source is not known: no sentence, nobody named."""
    return ground_of(Article(""))


class Grounds:
    """A deck's sources by id, each read when it is first asked for.

    Longer texts are left unread, and so are those beyond a number of words together, the later
    ones in the deck's order: what rests on them is judged by itself.
    """

    def __init__(self, deck: Deck, texts: Mapping[str, str]) -> None:
        self._articles: dict[str, Article] = {}
        self._read: dict[str, Ground] = {}
        left = max(_WORDS_OF_ALL - len(deck.questions), _FEWEST_WORDS)
        for source in deck.sources:
            text = texts.get(source.id, "")
            count = len(_SPACE.findall(text)) if len(text) < 12 * _WORDS_OF_ONE else left + 1
            if text and count <= min(left, _WORDS_OF_ONE):
                left -= count
                self._articles[source.id] = Article(text, source.title, source.published)

    def of(self, question: Question) -> Ground | None:
        """The source that a question rests on, read; None where it has none that is read."""
        if question.evidence is None:
            return None
        name = question.evidence.source
        if name not in self._read:
            article = self._articles.get(name)
            if article is None:
                return None
            self._read[name] = ground_of(article)
        return self._read[name]

    def ready(self, question: Question) -> Ground | None:
        """The source that a question rests on, if it was read before."""
        return self._read.get(question.evidence.source) if question.evidence else None

    def read_all(self) -> None:
        """Read every text now, so that no question waits for it."""
        for name, article in self._articles.items():
            if name not in self._read:
                self._read[name] = ground_of(article)
