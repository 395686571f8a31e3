"""A source read once: its sentences, words and entities, for facts and gates to stand on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from quizapp.content.passages import Passages
from quizapp.generate.article import Article, Span
from quizapp.generate.entity import Entities, Entity
from quizapp.generate.language.token import Sentence


@dataclass(frozen=True)
class Ground:
    """What is known of a source's text.

    Attributes:
        sentences: in order; headline and captions too.
        entities: of the article, with the aliases that the tables know.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    entities: Entities

    @cached_property
    def passages(self) -> Passages:
        """The text, made quick to search for quotes."""
        return Passages(self.article.text)

    @cached_property
    def told(self) -> tuple[frozenset[str], ...]:
        """The words of each sentence, and the forms a dictionary lists them by."""
        return tuple(
            frozenset(word for t in s.tokens for word in (t.low, t.lemma)) for s in self.sentences
        )

    def naming(self, entity: Entity) -> tuple[Sentence, ...]:
        """The sentences that an entity is named in, in order."""
        return self._naming.get(entity.mentions) or self._places(entity)

    @cached_property
    def _naming(self) -> dict[tuple[Span, ...], tuple[Sentence, ...]]:
        return {entity.mentions: self._places(entity) for entity in self.entities.all}

    def _places(self, entity: Entity) -> tuple[Sentence, ...]:
        places = {s.index: s for span in entity.mentions for s in self.sentences_at(span)
                  if s.span.covers(span)}  # fmt: skip
        return tuple(places[index] for index in sorted(places))

    def named_in(self, sentence: Sentence) -> tuple[Entity, ...]:
        """The entities that a sentence names, in the order of the article's entities."""
        return self._named.get(sentence.index, ())

    @cached_property
    def _named(self) -> dict[int, tuple[Entity, ...]]:
        found: dict[int, list[Entity]] = {}
        for entity in self.entities.all:
            for sentence in self.naming(entity):
                found.setdefault(sentence.index, []).append(entity)
        return {index: tuple(entities) for index, entities in found.items()}

    def sentences_at(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share words with a place of the text."""
        first = bisect_right(self.sentences, span.start, key=lambda each: each.span.end)
        after = bisect_left(self.sentences, span.end, key=lambda each: each.span.start)
        return self.sentences[first:after]


def ground_of(article: Article) -> Ground:
    """Read a source; pure, and the same for the same article."""
    from quizapp.generate.entities import entities_of
    from quizapp.generate.language.sentences import sentences_of

    sentences = sentences_of(article.text, article.title)
    return Ground(article, sentences, entities_of(article, sentences))
