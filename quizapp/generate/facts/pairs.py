"""Facts of one shape in one sentence, to be matched: "Albania in 2009, Croatia in 2013 and …"."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.fact import Fact
from quizapp.generate.facts.speakers import speaker_of
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.phrases import NounPhrase
from quizapp.generate.names_in_stems import name_in_stem
from quizapp.generate.stem import Stem

_FEWEST = 3
_MOST = 6
_KIND = {
    EntityKind.COUNTRY: "country",
    EntityKind.PERSON: "person",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.PLACE: "place",
}
_WITH_YEARS = ("in", "since")


def pair_facts(discourse: Discourse) -> Iterator[Fact]:
    """Three or more names of one kind in a sentence, each with its own year or number."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        for find in (_years, _numbers):
            try:
                yield from find(discourse, sentence.index, parse)
            except HangingError:
                continue


# -- Estonia joined NATO in 2004, Croatia in 2009 and Finland in 2023 -----------------------------


def _years(discourse: Discourse, index: int, parse: Parse) -> Iterator[Fact]:
    pairs: list[tuple[Entity, str]] = []
    clause: Clause | None = None
    past = 0
    for phrase in parse.phrases:
        entity = discourse.entity(index, phrase)
        if entity is None or phrase.end != phrase.head + 1 or phrase.first < past:
            continue
        at = phrase.end
        own = _clause_of(parse, phrase) if not pairs and clause is None else None
        if own is not None:
            at = next((i for i in range(own.verb.end, own.end) if _year(parse, i)), at)
            clause = own if _year(parse, at) else None
            past = at if clause else past
        if _year(parse, at):
            pairs.append((entity, parse.low(at + 1)))
    if not _enough(pairs):
        return
    kind = _KIND[pairs[0][0].kind]
    stem = Stem(discourse, index)
    said = ""
    if clause is not None:
        if speaker_of(discourse, index, clause) is not None or clause.verb.negative:
            return
        first = next(i for i in range(clause.verb.end, clause.end) if _year(parse, i))
        said = f"in which it {stem.words(clause.verb.first, first)}"
    else:
        said = _before_colon(discourse, index, parse, stem)
    if kind == "person":
        said = said.replace("in which it", "in which he or she", 1)
    if len(said.split()) < 5:
        return
    yield _match(index, f"Match each {kind} with the year {said}.", pairs)


def _clause_of(parse: Parse, phrase: NounPhrase) -> Clause | None:
    """The clause that has just this name as its subject, right before its verb."""
    span = (phrase.first, phrase.end)
    return next(
        (
            c
            for c in parse.clauses
            if c.subject and (c.subject.first, c.subject.end) == span and c.verb.first == span[1]
        ),
        None,
    )


def _year(parse: Parse, i: int) -> bool:
    return (
        parse.low(i) in _WITH_YEARS and parse.low(i + 1).isdigit() and len(parse.low(i + 1)) == 4
    )


def _before_colon(discourse: Discourse, index: int, parse: Parse, stem: Stem) -> str:
    """What happened: "Three joined NATO, one after the other: …", "X was declared by A in …".

    Raises:
        HangingError: no clause says what happened in those years.
    """
    clause = next((c for c in parse.clauses if c.subject and c.subject.first < c.verb.first), None)
    if clause is None or clause.verb.negative or speaker_of(discourse, index, clause) is not None:
        raise HangingError("no clause")
    if parse.low(clause.end) == ":" and not clause.verb.passive:
        end = min((c for c in clause.cuts if c > clause.verb.end), default=clause.end)
        if clause.object is not None:
            end = max(clause.object.end, clause.verb.end)
        while end > clause.verb.end and parse.tag(end - 1) == "CD":
            end -= 1  # "joined NATO one after the other"
        return f"in which it {stem.words(clause.verb.first, end)}"
    if clause.verb.passive and parse.low(clause.verb.end) == "by" and clause.subject is not None:
        subject = stem.words(clause.subject.first, clause.subject.end)
        verb = parse.tokens[clause.verb.main].text
        return f"in which it {verb} {subject[:1].lower()}{subject[1:]}"
    raise HangingError("no clause")


# -- the Green Party won 12 seats, Fine Gael 35 and Sinn Fein 37 ----------------------------------


def _numbers(discourse: Discourse, index: int, parse: Parse) -> Iterator[Fact]:
    clause = next(
        (
            c
            for c in parse.clauses
            if c.subject and c.subject.end == c.verb.first and c.object is not None
        ),
        None,
    )
    if clause is None or clause.object is None or clause.subject is None:
        return
    owner = discourse.entity(index, clause.subject)
    first = parse.tokens[clause.object.first]
    if owner is None or first.tag != "CD" or clause.verb.negative:
        return
    if speaker_of(discourse, index, clause) is not None:
        return
    pairs = [(owner, first.text)]
    for phrase in parse.phrases:
        if phrase.first < clause.object.end:
            continue
        tokens = parse.tokens[phrase.first : phrase.end]
        inside = phrase.end - 1 if tokens[-1].tag == "CD" else phrase.end
        entity = (
            discourse.entity(index, type(phrase)(phrase.first, inside, inside - 1))
            if inside > phrase.first
            else None
        )
        number = parse.tokens[inside] if inside < len(parse.tokens) else None
        if (
            entity is not None
            and number is not None
            and number.tag == "CD"
            and parse.low(inside + 1) in (",", "and", ".", "seats")
        ):
            pairs.append((entity, number.text))
    if not _enough(pairs):
        return
    stem = Stem(discourse, index)
    noun = stem.words(clause.object.first + 1, clause.object.end)
    verb = stem.words(clause.verb.first, clause.verb.end)
    front = parse.low(0) == "in" and clause.subject.first > 1
    when = stem.words(0, clause.subject.first) if front else ""
    kind = _KIND[pairs[0][0].kind]
    if kind == "organisation" and noun.startswith("seats"):
        kind = "party"
    context = discourse.context
    where = (
        f"{context[:1].lower()}{context[1:]}" if context.startswith("In ") and not when else when
    )
    if not where:
        return
    where = where[:1].lower() + where[1:]
    question = f"Match each {kind} with the number of {noun} it {verb} {where}."
    yield _match(index, question, pairs)


def _enough(pairs: list[tuple[Entity, str]]) -> bool:
    if not _FEWEST <= len(pairs) <= _MOST or len({e.kind for e, _ in pairs}) != 1:
        return False
    if pairs[0][0].kind not in _KIND or len({e.name for e, _ in pairs}) < len(pairs):
        return False
    return len({value for _, value in pairs}) == len(pairs)


def _match(index: int, question: str, pairs: list[tuple[Entity, str]]) -> Fact:
    return Fact(
        FactKind.TIME if "the year" in question else FactKind.COUNT,
        index,
        (" ".join(question.split()),),
        (),
        pairs[0][0].kind,
        pairs=tuple((_capital(name_in_stem(entity)), value) for entity, value in pairs),
        predicate="match pairs",
        weight=0.8,
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
