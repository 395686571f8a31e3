"""A source made quick for gates to ask: its sentences' words, and who is named in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quizapp.generate.article import Span
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.gates.wording import Word, roots, stems, words
from quizapp.generate.ground import Ground
from quizapp.generate.language.token import Sentence, SentenceKind
from quizapp.generate.language.world import How, world

_LONGEST = 6
_REMEMBERED = 1024
_NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|neither|nor|without|refus\w+|reject\w+|den(?:y|ies|ied)"
    r"|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """A name in a text: the words as written, where, and who is meant if that is known."""

    text: str
    start: int
    end: int
    entity: Entity | None


@dataclass(frozen=True)
class Line:
    """A sentence of the source, as gates compare it."""

    sentence: Sentence
    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words."""
        return words(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of what it tells."""
        return stems(self.text)

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of what it tells."""
        return roots(self.text)

    @cached_property
    def negative(self) -> bool:
        """Whether it denies."""
        return negative(self.text)


Rivals = tuple[tuple[Line, Named], ...]
"""Names of which a sentence says what a question asks for, with that sentence."""


class SourceIndex:
    """What gates ask of one ground, found once."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._named: dict[str, tuple[Named, ...]] = {}
        self._kinds: dict[str, frozenset[EntityKind]] = {}
        self._kept: tuple[object, Rivals] | None = None

    def kept(self, key: object, find: Callable[[], Rivals]) -> Rivals:
        """What was last found for a key: the gates on one question ask for the same."""
        kept = self._kept  # read once: another thread may judge on the same ground
        if kept is None or kept[0] != key:
            self._kept = kept = key, find()
        return kept[1]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The sentences of which something can be asked, in order."""
        text = self.ground.article.text
        return tuple(
            Line(sentence, sentence.span.of(text))
            for sentence in self.ground.sentences
            if sentence.kind is not SentenceKind.OTHER
        )

    @cached_property
    def _with_root(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for n, line in enumerate(self.lines):
            for each in line.roots:
                found.setdefault(each, []).append(n)
        return {key: tuple(places) for key, places in found.items()}

    def lines_like(self, wanted: frozenset[str], least: int) -> Iterator[Line]:
        """The sentences that share at least so many roots with these."""
        counts: dict[int, int] = {}
        for each in wanted:
            for n in self._with_root.get(each, ()):
                counts[n] = counts.get(n, 0) + 1
        for n in sorted(counts):
            if counts[n] >= least:
                yield self.lines[n]

    def span_of(self, quote: str) -> Span | None:
        """Where a quote stands, if it stands on one place."""
        places = self.ground.passages.places(quote) if quote else ()
        return Span(places[0], places[0] + len(quote)) if len(places) == 1 else None

    def names(self, text: str) -> tuple[Named, ...]:
        """The names in a text, the longest known ones first where several begin."""
        found = self._named.get(text)
        if found is None:
            if len(self._named) > _REMEMBERED:
                self._named.clear()
            found = self._named[text] = tuple(self._find_names(text))
        return found

    def entities(self, text: str) -> frozenset[str]:
        """The full names of the known entities that a text names."""
        return frozenset(named.entity.name for named in self.names(text) if named.entity)

    def same(self, one: str, other: str) -> bool:
        """Whether two names mean one thing, by the source or by what everybody knows."""
        if self.ground.entities.same(one, other):
            return True
        first, second = world().country(one), world().country(other)
        return (
            first is not None
            and second is not None
            and first.country.key == second.country.key
            and not _far(first.how, second.how)
        )

    def kinds(self, name: str) -> frozenset[EntityKind]:
        """What a name may be the name of; empty where nothing is known."""
        if name not in self._kinds:
            if len(self._kinds) > _REMEMBERED:
                self._kinds.clear()
            self._kinds[name] = frozenset(self._kinds_of(name))
        return self._kinds[name]

    def _kinds_of(self, name: str) -> Iterator[EntityKind]:
        entity = self.ground.entities.find(name)
        if entity is not None:
            yield entity.kind
        known = world().country(name)
        if known is not None:
            yield EntityKind.PLACE if known.how is How.CAPITAL else EntityKind.COUNTRY
            if known.how is How.PEOPLE:
                yield EntityKind.PEOPLE

    def _find_names(self, text: str) -> Iterator[Named]:
        found = words(text)
        at = 0
        while at < len(found):
            if not (found[at].is_name or found[at].text[0].isdigit()):
                at += 1
                continue
            length, entity = self._longest(text, found, at)
            if entity is None and not found[at].is_name:
                at += 1
                continue
            first, last = found[at], found[at + length - 1]
            yield Named(text[first.start : last.end], first.start, last.end, entity)
            at += length

    def _longest(self, text: str, found: tuple[Word, ...], at: int) -> tuple[int, Entity | None]:
        """How many words the name has, and whose it is; a run of capitals where it is unknown."""
        last = min(len(found), at + _LONGEST)
        for end in range(last, at, -1):
            if not (found[end - 1].is_name or found[end - 1].text[-1].isdigit()):
                continue
            words_of_it = text[found[at].start : found[end - 1].end]
            entity = self.ground.entities.find(words_of_it)
            if entity is not None:
                return end - at, entity
        end = at + 1
        while (
            end < last
            and found[end].is_name
            and text[found[end - 1].end : found[end].start] == " "
        ):
            if self.ground.entities.find(found[end].text) is not None:
                break
            end += 1
        return end - at, None


def _far(one: How, other: How) -> bool:
    """Whether two words for a country are no answers to one question: a capital and a people."""
    loose = {How.ADJECTIVE, How.PEOPLE}
    return (one is How.CAPITAL and other in loose) or (other is How.CAPITAL and one in loose)


def negative(text: str) -> bool:
    """Whether a text denies something."""
    return _NEGATION.search(text) is not None


class _ByIdentity:
    """A ground as a key: comparing two by value would read both texts."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def __hash__(self) -> int:
        return id(self.ground)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and other.ground is self.ground


@lru_cache(maxsize=8)
def _index(key: _ByIdentity) -> SourceIndex:
    return SourceIndex(key.ground)


def index_of(ground: Ground) -> SourceIndex:
    """The index of a ground, made when it is first asked for."""
    return _index(_ByIdentity(ground))
