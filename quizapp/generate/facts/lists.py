"""Lists in a sentence: where members are joined by commas and "and", and what they all are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.language.clause import Chunk
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.phrases import NAMES, NounPhrase
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import How, world

_NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_KINDS = {
    EntityKind.COUNTRY: "countries",
    EntityKind.PERSON: "people",
    EntityKind.ORGANISATION: "organisations",
    EntityKind.PLACE: "places",
}
_LONGEST_MEMBER = 5
_FEWEST_THINGS = 3
_EMPTY = row_of("other others thing number part one more most person people time day")


@dataclass(frozen=True, slots=True)
class Listed:
    """Words joined by commas and "and".

    Attributes:
        first: index of its first token.
        end: index after its last.
        answers: its members, as good answers.
        entities: what they name; empty where they are common nouns.
        kind: of all the entities; OTHER where they are of several kinds or common nouns.
    """

    first: int
    end: int
    answers: tuple[str, ...]
    entities: tuple[Entity, ...]
    kind: EntityKind

    @property
    def count(self) -> str:
        """How many there are, in a word."""
        return _NUMBERS[len(self.answers)]


def lists_in(discourse: Discourse, index: int, parse: Parse) -> Iterator[Listed]:
    """Every list of two names or three things, that ends in "and", from left to right."""
    i = 0
    phrases = parse.phrases
    while i < len(phrases):
        run = [_member(parse, phrases[i])]
        j = i + 1
        closed = False
        while j < len(phrases) and not closed:
            link = _link(parse, run[-1].end, phrases[j].first)
            if link is None:
                if phrases[j].first < run[-1].end:
                    j += 1
                    continue
                break
            run.append(_member(parse, phrases[j]))
            closed = link
            j += 1
        if closed and 2 <= len(run) < len(_NUMBERS):
            found = _made(discourse, index, parse, run)
            if found is not None:
                yield found
            i = j
        else:
            i += 1


def _member(parse: Parse, phrase: NounPhrase) -> Chunk:
    """A member with its "of" phrase."""
    return parse.chunk(phrase, wide=False)


def _link(parse: Parse, end: int, first: int) -> bool | None:
    """Whether two members are joined: True by "and", the last link, False by a comma."""
    between = [parse.low(k) for k in range(end, first)]
    if between in (["and"], [",", "and"]):
        return True
    return False if between == [","] else None


def _made(discourse: Discourse, index: int, parse: Parse, run: list[Chunk]) -> Listed | None:
    if (
        len(run) > 2
        and parse.tag(run[0].head) == "NNS"
        and all(parse.tag(c.head) in NAMES for c in run[1:])
    ):
        run = run[1:]  # "four members, Greece, Romania, Slovakia and Spain"
    if parse.low(run[0].first - 1) in ("of", "between", "and", "or", "'s") and len(run) == 2:
        return None
    if parse.low(run[-1].end) in ("'s", "’s", "and"):
        return None
    entities = [
        None if _adjective(parse, chunk) else discourse.entity(index, chunk) for chunk in run
    ]
    names = [
        entity.name
        if entity is not None and entity.kind != EntityKind.OTHER and c.end == c.head + 1
        else _common(discourse, index, parse, c)
        for c, entity in zip(run, entities, strict=True)
    ]
    if not all(names) or len({n.lower() for n in names if n}) < len(names):
        return None
    answers = tuple(n for n in names if n)
    named = tuple(e for e in entities if e is not None)
    whole = len(named) == len(run)
    tongues = all(_adjective(parse, c) for c in run)
    # "the museum, Helsinki and an axe" are things of several sorts
    mixed = any(parse.tag(c.head) in NAMES and not _adjective(parse, c) for c in run)
    few = len(run) < _FEWEST_THINGS and not tongues
    if not whole and (few or mixed or not is_closed(parse, run[-1].end)):
        return None
    kinds = {e.kind for e in named}
    kind = kinds.pop() if whole and len(kinds) == 1 else EntityKind.OTHER
    return Listed(run[0].first, run[-1].end, answers, named if whole else (), kind)


def _adjective(parse: Parse, chunk: Chunk) -> bool:
    """Whether a member is a language or people: "Albanian and Serbian"."""
    found = world().country(parse.tokens[chunk.head].text)
    return found is not None and found.how in (How.ADJECTIVE, How.PEOPLE)


def is_closed(parse: Parse, end: int) -> bool:
    """Whether nothing more is said of the last member: "the capacity to enter into …"."""
    if parse.low(end) in ("from", "in", "on", "at", "against"):
        return True
    return parse.tag(end) in (".", ",", ":", ")", "''", "VBD", "VBZ", "VBP", "MD")


def _common(discourse: Discourse, index: int, parse: Parse, chunk: Chunk) -> str | None:
    """A member that is no name, where its words are an answer."""
    tokens = parse.tokens
    if tokens[chunk.head].tag not in ("NN", "NNS", "NNP", "NNPS", "JJ"):
        return None
    inside = tokens[chunk.first : chunk.end]
    if any(t.tag in ("PRP", "PRP$", "WDT", "WP") for t in inside):
        return None
    if tokens[chunk.head].lemma in _EMPTY:
        return None
    first = chunk.first + (tokens[chunk.first].low in ("a", "an", "the"))
    words = discourse.words(index, first, chunk.end)
    return words if 1 <= len(words.split()) <= _LONGEST_MEMBER else None


def noun_of(found: Listed) -> str | None:
    """What all members are, in the plural: "countries", "cities"."""
    if found.kind == EntityKind.PLACE:
        return "cities" if all(_is_city(e.name) for e in found.entities) else "places"
    return _KINDS.get(found.kind)


def _is_city(name: str) -> bool:
    place, country = world().place(name), world().country(name)
    if country is not None and country.how is How.CAPITAL:
        return True
    return place is not None and place.kind == "city"
