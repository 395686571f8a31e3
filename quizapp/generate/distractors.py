"""Wrong options that a student could take for right: of one kind with the answer, and untrue."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from quizapp.generate.candidate import Origin
from quizapp.generate.entity import Entities, Entity, EntityKind, folded
from quizapp.generate.fact import Fact
from quizapp.generate.ground import Ground
from quizapp.generate.language.token import SentenceKind
from quizapp.generate.language.world import Country, How, Organisation, Place, world
from quizapp.generate.name_words import GENERIC_BODIES

ENOUGH = 3
SPARE = 4
_LEAST = 2
"""Fewer wrong options make no choice."""
_SHARED = 3
"""Words a sentence may share with a question before what it names could answer it too."""
_WORD = re.compile(r"[^\W_]{4,}")
_BETWEEN = re.compile(r"[^\w.&-]+")
_NEGATIVE = re.compile(r"\b(?:not|never|no|neither|without)\b|n['’]t\b", re.IGNORECASE)
_LYING = re.compile(
    r"\b(?:lies?|lay|borders?|bordered|shares?|belongs?|members?|joined|join|coast|located)\b"
)
_ANYWHERE = frozenset(("company", "bank", "news agency", "newspaper", "university", "team"))
"""Kinds of bodies whose like in another country is as plausible."""
_UNLIKE = frozenset(("agency", "regulator"))
"""Of these each has its own field, and one of another field is no choice."""
_CENTRAL = re.compile(
    r"\b(?:National|Central|Reserve|Federal)\b|\bBank of (?!America)\b|\bbank\b$"
)
_TINY = frozenset(("ad", "li", "mc", "sm", "va", "mt", "nr", "tv", "pw"))
_FAMOUS = 12
"""So many of a kind stand before the less known in the table."""
_Row = TypeVar("_Row", Country, Organisation, Place)


def distractors(fact: Fact, ground: Ground, prompt: str) -> tuple[tuple[str, Origin], ...]:
    """Wrong options for a fact, the best first; more than are needed, or none."""
    if fact.type in (EntityKind.OTHER, EntityKind.PEOPLE) or not fact.answers:
        return ()
    if fact.type == EntityKind.COUNTRY and _NEGATIVE.search(prompt):
        return ()  # what one country is not, most are not
    entities = ground.entities
    near = _true_nearby(fact, ground)
    stood = [*fact.answers]
    found: list[tuple[str, Origin]] = []
    asked = {word.lower() for word in _WORD.findall(prompt)}
    for words, origin in _proposed(fact, ground):
        if folded(words) in folded(prompt) or any(_same(entities, words, one) for one in stood):
            continue
        if any(_same(entities, words, other) for other in near):
            continue
        if _named_in(entities, words, prompt) or _also_true(words, asked, fact, ground):
            continue
        if fact.type == EntityKind.PERSON and _given_away(fact, words, ground, prompt):
            continue
        if fact.type == EntityKind.COUNTRY and _on_the_map(words, prompt):
            continue
        stood.append(words)
        found.append((words, origin))
        if len(found) == ENOUGH + SPARE:
            break
    return tuple(found) if len(found) >= _LEAST else ()


def _same(entities: Entities, one: str, other: str) -> bool:
    """Whether two names are one, or a country and its government or a part of it."""
    if entities.same(one, other):
        return True
    first, second = world().country(one), world().country(other)
    if first is None or second is None:
        return False
    keys = {first.country.key, second.country.key}
    return len(keys) == 1 or {first.country.part_of, second.country.part_of} & keys != set()


def _named_in(entities: Entities, words: str, prompt: str) -> bool:
    """Whether a question names it, by any of its names."""
    entity, country = entities.find(words), world().country(words)
    body = world().organisation(words)
    names: set[str] = {words}
    names |= entity.aliases if entity else set()
    names |= {name for name, _ in country.country.names()} if country else set()
    names |= {body.name, *body.aliases} if body else set()
    plain = _spaced(prompt)
    return any(f" {name.lower()} " in plain for name in names if name)


@lru_cache(maxsize=64)
def _spaced(prompt: str) -> str:
    """A question in lower case, its words between spaces."""
    return f" {_BETWEEN.sub(' ', prompt.lower())} "


def _true_nearby(fact: Fact, ground: Ground) -> frozenset[str]:
    """Names in the fact's own sentence: they may play the same part."""
    return frozenset(e.name for e in ground.named_in(ground.sentences[fact.sentence]))


def _also_true(words: str, asked: set[str], fact: Fact, ground: Ground) -> bool:
    """Whether another sentence that names it tells much of what the question asks."""
    entity = ground.entities.find(words)
    if entity is None:
        return False
    own = {w.lower() for name in entity.aliases for w in _WORD.findall(name)}
    for sentence in ground.naming(entity):
        if sentence.index == fact.sentence or sentence.kind != SentenceKind.PROSE:
            continue
        shared = (asked & ground.told[sentence.index]) - own - _EVERYWHERE
        if len(shared) >= max(_SHARED, len(asked - _EVERYWHERE) // 2 + 1):
            return True
    return False


def _given_away(fact: Fact, words: str, ground: Ground, prompt: str) -> bool:
    """Whether "her" or "his", where it can mean the answer, shows that this one is not meant."""
    told = _HERS.search(prompt)
    answer, other = ground.entities.find(fact.answers[0]), ground.entities.find(words)
    if told is None or answer is None or other is None:
        return False
    gender = "f" if told.group().lower() in ("she", "her") else "m"
    return answer.gender == gender and other.gender not in ("", gender)


_HERS = re.compile(r"\b(?:she|her|he|his|him)\b", re.IGNORECASE)


def _on_the_map(words: str, prompt: str) -> bool:
    """Whether the map or a list of members may make it true: borders, regions, alliances."""
    found = world().country(words)
    if found is None or _LYING.search(prompt) is None:
        return False
    country = found.country
    lands = [c for name in _CAPITALISED.findall(prompt) if (c := world().country(name))]
    bodies = [b for name in _CAPITALISED.findall(prompt) if (b := world().organisation(name))]
    beside = bool(lands) and all(country.key in c.country.neighbours for c in lands)
    lying = re.search(r"\b(?:lies?|lay|located) (?:in|on|along|at)\b", prompt) is not None
    members = re.search(r"\bmembers?\b|\bjoin|\bbelong", prompt) is not None
    unlisted = members and any(not body.members for body in bodies)
    return beside or lying or unlisted or any(country.key in body.members for body in bodies)


_CAPITALISED = re.compile(r"[A-Z]\w*(?: [A-Z]\w*)*")


_EVERYWHERE = frozenset(
    ("which", "what", "whom", "that", "with", "from", "according", "country", "organisation",
     "this", "were", "have", "after", "before", "into", "over", "their", "place", "when")
)  # fmt: skip


# -- what could be taken for the answer ----------------------------------------------------------


def _proposed(fact: Fact, ground: Ground) -> Iterator[tuple[str, Origin]]:
    answer = ground.entities.find(fact.answers[0])
    for entity in _from_article(fact, ground, answer):
        yield entity.name, Origin.ARTICLE
    if answer is not None and answer.kind != fact.type:
        return
    tables = {
        EntityKind.COUNTRY: _countries,
        EntityKind.ORGANISATION: _organisations,
        EntityKind.PLACE: _places,
    }
    find = tables.get(fact.type)
    if find is not None:
        for name in find(fact.answers[0], answer):
            yield name, Origin.TABLE


def _from_article(fact: Fact, ground: Ground, answer: Entity | None) -> Iterator[Entity]:
    """Of the answer's kind and form; what is most like it first."""
    alike = [
        e for e in ground.entities.all
        if e.kind == fact.type and e is not answer and _like(fact, answer, e)
        and any(s.kind == SentenceKind.PROSE for s in ground.naming(e))
    ]  # fmt: skip
    yield from sorted(alike, key=lambda e: _distance(fact, answer, e))


def _like(fact: Fact, answer: Entity | None, other: Entity) -> bool:
    name = fact.answers[0]
    if other.kind == EntityKind.PERSON:
        return " " in other.name and other.name.split()[0] != name.split()[0]
    if other.kind == EntityKind.COUNTRY:
        return world().country(other.name) is not None
    if other.kind == EntityKind.ORGANISATION:
        known = [world().organisation(words) is not None for words in (name, other.name)]
        return known[0] == known[1] and _body(name, answer) == _body(other.name, other)
    if other.kind == EntityKind.PLACE:
        return _place(name, answer) == _place(other.name, other)
    return answer is not None and bool(answer.noun) and answer.noun == other.noun


def _distance(fact: Fact, answer: Entity | None, other: Entity) -> int:
    """0 for what is most easily taken for the answer; ties stay in order of mention."""
    if other.kind == EntityKind.COUNTRY:
        one, two = world().country(fact.answers[0]), world().country(other.name)
        return int(one is None or two is None or one.country.continent != two.country.continent)
    if other.kind == EntityKind.PERSON and answer is not None:
        return int(bool(answer.role) != bool(other.role))
    return 0


def _body(name: str, entity: Entity | None) -> str:
    """What sort of body a name is: "bank", "company", "organisation"."""
    from quizapp.generate.facts.question_word import body_noun

    noun = body_noun(entity or Entity(name, EntityKind.ORGANISATION, frozenset()))
    return "central bank" if noun == "bank" and _CENTRAL.search(name) else noun


def _place(name: str, entity: Entity | None) -> str:
    """What sort of place a name is; cities, towns and villages are one."""
    from quizapp.generate.facts.question_word import place_noun

    noun = place_noun(entity or Entity(name, EntityKind.PLACE, frozenset()))
    if noun == "place" and (found := world().country(name)) and found.how is How.CAPITAL:
        noun = "city"
    return "city" if noun in ("town", "village", "port", "suburb") else noun


def _countries(name: str, _answer: Entity | None) -> Iterator[str]:
    found = world().country(name)
    if found is None:
        return
    country = found.country
    around = [c for c in world().near(country) if not c.part_of or c.part_of == country.part_of]
    if country.key not in _TINY:
        # a distractor nobody has heard of is none
        around = [c for c in around if c.key not in _TINY]
    beside = {c.key for c in world().neighbours(country)}
    near = [c for c in around if c.key in beside]
    rest = [c for c in around if c.key not in beside]
    for other in [*_shuffled(near, name), *_shuffled(rest[:_FAMOUS], name)]:
        yield other.name


def _shuffled(rows: Sequence[_Row], seed: str) -> list[_Row]:
    """In an order that the answer alone decides."""
    return sorted(rows, key=lambda row: hashlib.sha256(f"{seed}/{row.name}".encode()).digest())


def _organisations(name: str, _answer: Entity | None) -> Iterator[str]:
    known = world().organisation(name)
    if known is None or folded(name) in GENERIC_BODIES:
        return
    central = bool(_CENTRAL.search(known.name))
    if known.kind in _UNLIKE:
        return
    alike = [
        o for o in world().organisations
        if o.kind == known.kind and o is not known
        and (known.kind != "bank" or bool(_CENTRAL.search(o.name)) == central)
    ]  # fmt: skip
    home = [o for o in alike if o.country == known.country]
    abroad = [o for o in alike if o.country != known.country] if (
        known.kind in _ANYWHERE and (known.country or known.kind == "bank")
    ) else []  # fmt: skip
    for other in [*_shuffled(home[:_FAMOUS], name), *_shuffled(abroad[:_FAMOUS], name)]:
        yield _short(other) if name.isupper() else other.name


def _short(body: Organisation) -> str:
    """Letters for letters: beside NATO stands the EU."""
    return next((alias for alias in body.aliases[:1] if alias.isupper()), body.name)


def _places(name: str, _answer: Entity | None) -> Iterator[str]:
    found = world().country(name)
    if found is not None and found.how is How.CAPITAL:
        near = [c for c in world().near(found.country)[: 2 * _FAMOUS] if c.key not in _TINY]
        yield from (c.capital for c in _shuffled(near[:_FAMOUS], name) if c.capital)
        return
    known = world().place(name)
    if known is None:
        return
    same = [p for p in world().places if p.kind == known.kind and p is not known
            and known.name not in p.name and p.name not in known.name]  # fmt: skip
    home = [p for p in same if p.country == known.country]
    for other in _shuffled(home[: 2 * _FAMOUS], name):
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
