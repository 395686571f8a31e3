"""Members of a list: "four members – Romania, Spain, Greece and Slovakia – have not …"."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import posed, predicate, speaker_of, speaker_words
from quizapp.generate.facts.clausal import _lemma, _room, _stem, ages
from quizapp.generate.language.clauses import Clause, Parse
from quizapp.generate.language.phrases import NounPhrase
from quizapp.generate.stem import HangingError, Stem

_NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_KINDS = {
    EntityKind.COUNTRY: "countries",
    EntityKind.PERSON: "people",
    EntityKind.ORGANISATION: "organisations",
    EntityKind.PLACE: "places",
}


def member_facts(discourse: Discourse) -> Iterator[Fact]:
    """Every list of names that can be asked for."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        for first, end, names in _lists(discourse, sentence.index, parse):
            try:
                yield from _asked(discourse, sentence.index, parse, first, end, names)
            except HangingError:
                continue


def _lists(
    discourse: Discourse, index: int, parse: Parse
) -> Iterator[tuple[int, int, tuple[Entity, ...]]]:
    """(first, end, entities) of every list of two or more names of one kind."""
    i = 0
    while i < len(parse.phrases):
        run = [parse.phrases[i]]
        j = i + 1
        while j < len(parse.phrases) and _joined(parse, run[-1], parse.phrases[j]):
            run.append(parse.phrases[j])
            j += 1
        closed = len(run) >= 2 and any(
            parse.low(k) in ("and",) for k in range(run[-2].end, run[-1].first)
        )
        entities = [discourse.entity(index, p) for p in run]
        named = tuple(e for e in entities if e is not None)
        whole = len(named) == len(run) and len({e.name for e in named}) == len(run)
        if closed and whole and len({e.kind for e in named}) == 1 and all(
            p.end - p.first <= 4 for p in run
        ):
            yield run[0].first, run[-1].end, named
        i = j


def _joined(parse: Parse, one: NounPhrase, other: NounPhrase) -> bool:
    between = [parse.low(k) for k in range(one.end, other.first)]
    return between in ([","], ["and"], [",", "and"])


def _asked(
    discourse: Discourse, index: int, parse: Parse, first: int, end: int, names: tuple[Entity, ...]
) -> Iterator[Fact]:
    sign = parse.low(first - 1)
    aside = sign in ("–", "—", "-", ":", "(", ",", "--")
    if aside and first >= 2:
        yield from _explained(discourse, index, parse, first, end, names)
    clause = next((c for c in parse.clauses if c.subject and c.subject.first == first
                   and c.verb.first >= end), None)
    if clause is not None and clause.subject is not None and clause.subject.end == end:
        yield from _as_subject(discourse, index, parse, clause, names)


def _explained(
    discourse: Discourse, index: int, parse: Parse, first: int, end: int, names: tuple[Entity, ...]
) -> Iterator[Fact]:
    """The list stands between dashes behind the words that say what its members are."""
    head = next((p for p in parse.phrases if p.end == first - 1), None)
    if head is None or parse.tokens[head.head].tag not in ("NNS", "NNPS"):
        return
    stem = Stem(discourse, index)
    count = _NUMBERS[len(names)] if len(names) < len(_NUMBERS) else str(len(names))
    clause = next((c for c in parse.clauses if c.subject and c.subject.head == head.head), None)
    noun_first = head.first
    while parse.tag(noun_first) in ("CD", "DT"):
        noun_first += 1
    if noun_first > head.head:
        return
    noun = stem.words(noun_first, head.end)
    if clause is not None and clause.verb.first >= end:
        speaker = speaker_of(discourse, index, clause)
        said = predicate(stem, clause, clause.verb.first, room=_room(speaker) - 4,
                         least=clause.object.end if clause.object else 0)
        yield _fact(index, parse, clause, names, posed(stem, f"Which {count} {noun} {said}", speaker),
                    stem, 0.95, speaker_words(speaker) if speaker else "")


def _as_subject(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, names: tuple[Entity, ...]
) -> Iterator[Fact]:
    speaker = speaker_of(discourse, index, clause)
    stem = _stem(discourse, index, speaker)
    stem.bound = True
    said = predicate(stem, clause, clause.verb.first, room=_room(speaker) - 3,
                     least=clause.object.end if clause.object else 0)
    noun = _KINDS.get(names[0].kind)
    if noun is None:
        return
    yield _fact(index, parse, clause, names,
                posed(stem, f"Which {_NUMBERS[len(names)]} {noun} {said}", speaker), stem,
                0.75, speaker_words(speaker) if speaker else "")


def _fact(
    index: int, parse: Parse, clause: Clause, names: tuple[Entity, ...], question: str, stem: Stem,
    weight: float, speaker: str,
) -> Fact:  # fmt: skip
    return Fact(
        FactKind.MEMBERS,
        index,
        (question,),
        tuple(e.name for e in names),
        names[0].kind,
        speaker=speaker,
        ages=ages(stem, parse, clause),
        predicate=f"{_lemma(parse, clause)} {clause.verb.main}",
        weight=weight,
    )
