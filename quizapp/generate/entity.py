"""Who and what an article speaks of: one entity for Serbia, Belgrade and Serbian."""

from __future__ import annotations

import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from quizapp.generate.article import Span


class EntityKind(StrEnum):
    """What an entity is; distractors are of one kind with the answer."""

    PERSON = "person"
    COUNTRY = "country"
    PEOPLE = "people"
    """Members of a nation, faith or movement: Serbs."""
    PLACE = "place"
    ORGANISATION = "organisation"
    EVENT = "event"
    WORK = "work"
    """A ship, treaty, book, law, product."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing with all the names the article and the tables give it.

    Attributes:
        name: the fullest name, as a question should give it.
        aliases: every name that means it, the full one too, as written.
        gender: of a person, where the article or a name tells: "m", "f" or "".
        role: the office or description that the article gives: "president", "".
        mentions: where it is named in the text, in order.
        plural: "the United Nations" is not, "the Taliban" is.
        noun: what the article or the tables call it: "village", "company", "ferry"; else "".
        the: whether the article writes "the" before the name; None where it does not tell.
    """

    name: str
    kind: EntityKind
    aliases: frozenset[str]
    mentions: tuple[Span, ...] = ()
    gender: str = ""
    role: str = ""
    plural: bool = False
    noun: str = ""
    the: bool | None = None


@lru_cache(maxsize=8192)  # the same few names are compared with each other again and again
def folded(words: str) -> str:
    """Words as they are compared: case, accents, articles, dots and possessive ends laid aside."""
    plain = without_marks(words)
    for article in ("the ", "a ", "an "):
        plain = plain.removeprefix(article)
    return " ".join(plain.removesuffix("'s").removesuffix("'").split())


def without_marks(words: str) -> str:
    """Words in lower case, without accents and dots, and with straight apostrophes."""
    plain = words.replace("’", "'").casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        for letter in set(plain):
            if unicodedata.combining(letter):
                plain = plain.replace(letter, "")
    return plain.replace(".", "")


class Entities:
    """The entities of one article, found by any of their names."""

    def __init__(self, found: Iterable[Entity]) -> None:
        self.all = tuple(found)
        self._by_name: dict[str, Entity] = {}
        for entity in self.all:
            self._by_name.setdefault(folded(entity.name), entity)
        for entity in self.all:
            for alias in sorted(entity.aliases):
                self._by_name.setdefault(folded(alias), entity)
        self._spans = sorted((span.start, span.end, n) for n, entity in enumerate(self.all)
                             for span in entity.mentions)  # fmt: skip

    def find(self, words: str) -> Entity | None:
        """The entity that these words name, or None."""
        return self._by_name.get(folded(words))

    def same(self, one: str, other: str) -> bool:
        """Whether two names mean one entity, or are one name."""
        if folded(one) == folded(other):
            return True
        first = self.find(one)
        return first is not None and first is self.find(other)

    def at(self, offset: int) -> Entity | None:
        """The entity named at an offset of the text, or None."""
        n = bisect_right(self._spans, (offset, sys.maxsize, 0)) - 1
        if n < 0 or self._spans[n][1] <= offset:
            return None
        return self.all[self._spans[n][2]]
