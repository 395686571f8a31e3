"""Wrong options that a student could take for right: of one kind with the answer, and untrue."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from decimal import Decimal

from quizapp.generate.candidate import Origin
from quizapp.generate.entity import Entities, Entity, EntityKind, folded
from quizapp.generate.fact import Fact
from quizapp.generate.ground import Ground
from quizapp.generate.language.token import SentenceKind
from quizapp.generate.language.world import Country, world

ENOUGH = 3
SPARE = 4


def distractors(fact: Fact, ground: Ground, prompt: str) -> tuple[tuple[str, Origin], ...]:
    """Wrong options for a fact, the best first; more than are needed, or none."""
    if fact.type == EntityKind.OTHER or not fact.answers:
        return ()
    near = _true_nearby(fact, ground)
    found: list[tuple[str, Origin]] = []
    taken = {folded(answer) for answer in fact.answers}
    for words, origin in _proposed(fact, ground):
        key = folded(words)
        if key in taken or key in folded(prompt) or words in prompt:
            continue
        if any(ground.entities.same(words, answer) for answer in fact.answers):
            continue
        if any(ground.entities.same(words, other) for other in near):
            continue
        if any(ground.entities.same(words, other) for other, _ in found):
            continue
        if _named_in(ground.entities, words, prompt):
            continue
        taken.add(key)
        found.append((words, origin))
    return tuple(found[: ENOUGH + SPARE])


def _named_in(entities: Entities, words: str, prompt: str) -> bool:
    entity = entities.find(words)
    if entity is None:
        country = world().country(words)
        names: Iterable[str] = country.country.adjectives if country else ()
    else:
        names = entity.aliases
    return any(_holds(prompt, name) for name in names)


def _holds(prompt: str, name: str) -> bool:
    return (
        f" {name.lower()} "
        in f" {prompt.lower().replace('’', ' ').replace('?', ' ').replace(',', ' ')} "
    )


def _true_nearby(fact: Fact, ground: Ground) -> frozenset[str]:
    """Names in the fact's own sentence: they may play the same part."""
    span = ground.sentences[fact.sentence].span
    return frozenset(
        e.name for e in ground.entities.all if any(span.covers(m) for m in e.mentions)
    )


def _proposed(fact: Fact, ground: Ground) -> Iterator[tuple[str, Origin]]:
    if fact.type == EntityKind.PEOPLE:
        return
    answer = ground.entities.find(fact.answers[0])
    for entity in _from_article(fact, ground, answer):
        yield entity.name, Origin.ARTICLE
    if fact.type == EntityKind.COUNTRY:
        for name in _countries(fact.answers[0]):
            yield name, Origin.TABLE
    elif fact.type == EntityKind.ORGANISATION:
        for name in _organisations(fact.answers[0]):
            yield name, Origin.TABLE
    elif fact.type == EntityKind.PLACE:
        for name in _places(fact.answers[0]):
            yield name, Origin.TABLE


def _from_article(fact: Fact, ground: Ground, answer: Entity | None) -> Iterator[Entity]:
    for entity in ground.entities.all:
        if entity.kind != fact.type or entity is answer:
            continue
        if entity.kind == EntityKind.PERSON and len(entity.name.split()) < 2:
            continue
        in_prose = any(
            s.kind == SentenceKind.PROSE for m in entity.mentions for s in ground.sentences_at(m)
        )
        if not in_prose:
            continue
        if entity.kind == EntityKind.COUNTRY and world().country(entity.name) is None:
            continue
        if entity.kind == EntityKind.ORGANISATION and not _alike(fact.answers[0], entity.name):
            continue
        if entity.kind == EntityKind.PLACE and not _alike_places(fact.answers[0], entity.name):
            continue
        yield entity


def _alike(one: str, other: str) -> bool:
    from quizapp.generate.facts.asking import body_noun

    def noun(name: str) -> str:
        return body_noun(Entity(name, EntityKind.ORGANISATION, frozenset()))

    return noun(one) == noun(other)


def _alike_places(one: str, other: str) -> bool:
    first, second = world().place(one), world().place(other)
    if first is None or second is None:
        return first is None and second is None and one.split()[-1:] != other.split()[-1:]
    return first.kind == second.kind


def _countries(name: str) -> Iterator[str]:
    found = world().country(name)
    if found is None:
        return
    country = found.country
    near = [c for c in world().neighbours(country) if not c.part_of]
    rest = [c for c in world().same_continent(country) if not c.part_of and c not in near]
    for other in [*_shuffled(near, name), *_shuffled(_known(rest), name)]:
        yield other.name


def _known(countries: Iterable[Country]) -> list[Country]:
    """States of some size first: a distractor nobody has heard of is none."""
    return [c for c in countries if len(c.neighbours) > 0]


def _shuffled(countries: Iterable[Country], seed: str) -> list[Country]:
    def dice(country: Country) -> bytes:
        return hashlib.sha256(f"{seed}/{country.key}".encode()).digest()

    return sorted(countries, key=dice)


def _organisations(name: str) -> Iterator[str]:
    known = world().organisation(name)
    if known is None:
        return
    same = [o for o in world().organisations if o.kind == known.kind and o is not known
            and (not known.country or o.country == known.country or known.kind in ("company", "bank",
                 "news agency", "newspaper", "court"))]  # fmt: skip

    def dice(name: str) -> bytes:
        return hashlib.sha256(name.encode()).digest()

    for other in sorted(same, key=lambda o: dice(known.name + o.name))[:8]:
        yield other.name


def _places(name: str) -> Iterator[str]:
    known = world().place(name)
    if known is None:
        return
    same = [p for p in world().places if p.kind == known.kind and p.country == known.country
            and p is not known]  # fmt: skip
    same.sort(key=lambda p: hashlib.sha256(f"{name}/{p.name}".encode()).digest())
    for other in same[:6]:
        yield other.name


def near_numbers(value: Decimal) -> tuple[Decimal, ...]:
    """Numbers near a number and of its form: other leading digits, as many of them."""
    steps = (Decimal("1.3"), Decimal("0.7"), Decimal("1.6"), Decimal("0.5"))
    exponent = value.as_tuple().exponent
    digits = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    found: list[Decimal] = []
    for step in steps:
        near = _rounded_like(value * step, value, digits)
        if near != value and near > 0 and near not in found:
            found.append(near)
    return tuple(found)


def _rounded_like(number: Decimal, value: Decimal, digits: int) -> Decimal:
    if digits:
        return number.quantize(Decimal(1).scaleb(-digits))
    whole = int(number)
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0"))
    unit = 10**zeros
    return Decimal(max(unit, round(whole / unit) * unit))
