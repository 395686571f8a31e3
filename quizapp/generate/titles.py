"""What an article calls those whom it names: the finance minister, the lower house, the ferry."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.phrases import NounPhrase
from quizapp.generate.language.token import SentenceKind
from quizapp.generate.language.word_list import row_of
from quizapp.generate.read_through import ReadThrough

_FORMER = row_of("former ex late then outgoing ousted retired onetime deputy acting")
_SAYING_LITTLE = row_of(
    "new giant huge big small little troubled ailing whole entire same state-owned national "
    "independent famous historic young local"
)
"""Words before a noun that do not tell one thing of its kind from another."""
_DESCRIBING = frozenset(("a", "an", "the"))


class Titles:
    """The words that appositions, titles and "is a" give to names."""

    def __init__(self, read: ReadThrough) -> None:
        self._cores: dict[str, list[tuple[str, ...]]] = {}
        self._persons: set[str] = set()
        for parse in read.parses:
            if parse.sentence.kind is SentenceKind.OTHER:
                continue
            for phrase in parse.phrases:
                entity = read.entity(parse.sentence.index, phrase)
                if entity is None:
                    continue
                if entity.kind is EntityKind.PERSON:
                    self._persons.add(entity.name)
                for core in self._told(parse, phrase, entity):
                    self._cores.setdefault(entity.name, []).append(core)
            self._equated(read, parse)
        if any(e.name == "NATO" for e in read.ground.entities.all):
            self._cores.setdefault("NATO", []).append(("alliance",))
        self.nouns: dict[str, frozenset[str]] = {
            name: frozenset(core[-1] for core in cores) for name, cores in self._cores.items()
        }
        """The common nouns that a name is called by."""

    def _told(self, parse: Parse, phrase: NounPhrase, entity: Entity) -> Iterator[tuple[str, ...]]:
        tokens = parse.tokens
        after = parse.phrase_by_first.get(phrase.end + 1)
        if parse.low(phrase.end) == "," and after and parse.low(after.first) in _DESCRIBING:
            yield _core(parse, after.first, after.head)
        last = max((i for i in range(phrase.first, phrase.head) if tokens[i].tag == "NN"),
                   default=None)  # fmt: skip
        if last is not None:
            yield _core(parse, phrase.first, last)
            for i in range(phrase.first, last):
                if tokens[i].tag == "NN":
                    yield (tokens[i].low,)
        before = parse.phrase_by_end.get(phrase.first - 1)
        closed = parse.low(phrase.end) in (",", ".", "(")
        if before is not None and closed and parse.low(phrase.first - 1) == ",":
            common = tokens[before.head].tag == "NN" and parse.low(before.first) == "the"
            if common and entity.kind is EntityKind.PERSON:
                yield _core(parse, before.first, before.head)
        if entity.role and entity.kind is EntityKind.PERSON:
            yield tuple(entity.role.lower().split())

    def _equated(self, read: ReadThrough, parse: Parse) -> None:
        """As in "Põhjavool is a company"."""
        for clause in parse.clauses:
            if clause.subject and clause.object and parse.tokens[clause.verb.main].lemma == "be":
                entity = read.entity(parse.sentence.index, clause.subject)
                if entity:
                    core = (parse.tokens[clause.object.head].lemma,)
                    self._cores.setdefault(entity.name, []).append(core)

    def holder(self, core: tuple[str, ...]) -> str | None:
        """The one person whom the article calls so: "the minister" is the finance minister.

        None where nobody is, or two are.
        """
        if not core or core[0] in _FORMER:
            return None
        found = {
            name
            for name, cores in self._cores.items()
            if name in self._persons and " " in name
            for each in cores
            if each[-len(core) :] == core and each[0] not in _FORMER
        }
        return next(iter(found)) if len(found) == 1 else None

    def fit(self, entity: Entity, head: str, core: tuple[str, ...]) -> bool:
        """Whether the words before a noun may be said of what a name names.

        The upper house is not what was called the lower house.
        """
        told = {word for word in core[:-1] if word not in _SAYING_LITTLE}
        known = set(entity.name.lower().replace("-", " ").split()) | {entity.noun}
        for each in self._cores.get(entity.name, ()):
            known |= set(each)
        return not told or told <= known or (head == entity.noun and len(told) == 0)


def _core(parse: Parse, first: int, head: int) -> tuple[str, ...]:
    tokens = parse.tokens[first : head + 1]
    return tuple(t.lemma if t is tokens[-1] else t.low for t in tokens if t.tag != "DT")
