"""Who holds which office: a title before a name, a description behind it, a name behind both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.content.question import PartialDate
from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entities import office_in
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.fact import Fact
from quizapp.generate.facts.posing import asks
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Chunk
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NAMES, NounPhrase
from quizapp.generate.language.times import spoken
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import How, world
from quizapp.generate.names_in_stems import name_in_stem
from quizapp.generate.stem import Stem

_FORMER = row_of("former ex late then outgoing ousted retired onetime acting future")
_ENDS = frozenset((",", ".", ")", "–", "—", "--", ";", ":", ""))
_HELD = frozenset((EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.COUNTRY))
_OF_A_STATE = ("minister", "secretary", "ambassador")
"""Offices that a news report names without their country, when it is its own."""
_RANKS = frozenset(("only", "first", "oldest", "youngest", "last"))
_LONGEST = 14


def office_facts(discourse: Discourse) -> Iterator[Fact]:
    """The holder of every office whose body is known; none where the article has no date."""
    if discourse.ground.article.published is None:
        return  # an office without a month is out of date before it is read
    seen: set[tuple[str, str]] = set()
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        for phrase in parse.phrases:
            entity = discourse.entity(sentence.index, phrase)
            if entity is None or entity.kind != EntityKind.PERSON:
                continue
            for find in (_before, _behind, _introduced):
                try:
                    for fact in find(discourse, sentence.index, parse, phrase, entity):
                        key = (fact.predicate, entity.name)
                        if key not in seen:
                            seen.add(key)
                            yield fact
                except HangingError:
                    continue


# -- Kosovo President Vjosa Osmani ----------------------------------------------------------------


def _before(
    discourse: Discourse, index: int, parse: Parse, phrase: NounPhrase, entity: Entity
) -> Iterator[Fact]:
    tokens = parse.tokens
    start = phrase.end - _name_size(tokens, phrase, entity)
    office = office_in(tokens, phrase.first, start)
    if office is None or office[1] != start:
        return
    former = any(t.low.rstrip("-") in _FORMER for t in tokens[phrase.first : office[0]])
    title = " ".join(t.low for t in tokens[office[0] : start])
    first = phrase.first
    while first < office[0] and (
        tokens[first].tag == "DT" or tokens[first].low.rstrip("-") in _FORMER
    ):
        first += 1
    whose = _whose(discourse, index, first, office[0]) if first < office[0] else None
    behind = parse.phrase_by_first.get(phrase.end + 1) if parse.low(phrase.end) == "of" else None
    if behind is not None and first == office[0]:
        whose = _whose(discourse, index, behind.first, behind.end)
    if whose is None and (first < office[0] or former):
        return
    if whose is None:
        whose = _own_country(discourse, title)
    if whose is None:
        return
    if former:
        yield from _had_been(discourse, index, entity, f"{title} of {whose}")
    else:
        yield from _held(discourse, index, entity, title, whose)


def _name_size(tokens: Sequence[Token], phrase: NounPhrase, entity: Entity) -> int:
    """How many tokens at the phrase's end are the person's name."""
    size = len(entity.name.split())
    words = [t.text for t in tokens[phrase.first : phrase.end]]
    while size > 1 and " ".join(words[-size:]) not in entity.aliases:
        size -= 1
    return size


def _whose(discourse: Discourse, index: int, first: int, end: int) -> str | None:
    """The country or body of an office: "Kosovo" and "Russian" become "Kosovo" and "Russia"."""
    words = discourse.words(index, first, end).removesuffix("'s").removesuffix("’s")
    country = world().country(words)
    if country is not None and country.how in (How.NAME, How.ALIAS, How.ADJECTIVE, How.CAPITAL):
        return country.country.full
    entity = discourse.ground.entities.find(words)
    return name_in_stem(entity) if entity is not None and entity.kind in _HELD else None


def _own_country(discourse: Discourse, title: str) -> str | None:
    """The country of a minister named without one, where the article is about one country."""
    country = discourse.main_country
    if country is None or not title.endswith(_OF_A_STATE) or title == "prime minister":
        return None
    others = [e for e in discourse.ground.entities.all if e.kind == EntityKind.COUNTRY]
    named = sum(len(e.mentions) for e in others)
    return name_in_stem(country) if 2 * len(country.mentions) > named else None


# -- Rosa Quispe, the governor of the Arequipa region, --------------------------------------------


def _behind(
    discourse: Discourse, index: int, parse: Parse, phrase: NounPhrase, entity: Entity
) -> Iterator[Fact]:
    if parse.low(phrase.end) not in (",", "–", "—", "(", "--") or phrase.end != phrase.head + 1:
        return
    at = phrase.end + 1
    if parse.tag(at) == "CD" and parse.low(at + 1) == ",":
        at += 2  # an age
    after = parse.phrase_by_first.get(at)
    if after is None or parse.low(phrase.first - 1) == "and":
        return
    chunk = parse.chunk(after)
    since = ""
    if parse.low(chunk.end) == "since" and parse.tag(chunk.end + 1) == "CD":
        since = f" since {parse.low(chunk.end + 1)}"
    if parse.low(chunk.end + 2 if since else chunk.end) not in _ENDS:
        return
    yield from _called(discourse, index, parse, after, chunk, entity, since)


# -- the European Central Bank, whose president, Christine Lagarde, -------------------------------


def _introduced(
    discourse: Discourse, index: int, parse: Parse, phrase: NounPhrase, entity: Entity
) -> Iterator[Fact]:
    if parse.low(phrase.first - 1) != "," or phrase.end != phrase.head + 1:
        return
    if parse.low(phrase.end) not in _ENDS | {"who", "and", "has", "had", "said"} and parse.tag(
        phrase.end
    ) not in ("VBD", "VBZ"):
        return
    comma = phrase.first - 1
    before = next((p for p in parse.phrases if p.end == comma), None)
    if before is None:
        return
    first = before
    if parse.low(before.first - 1) == "of":
        first = next((p for p in parse.phrases if p.end == before.first - 1), before)
    chunk = Chunk(first.first, comma, first.head)
    if parse.low(chunk.first) == "whose":
        owner = _owner_before(discourse, index, parse, chunk.first)
        title = discourse.words(index, chunk.first + 1, chunk.end)
        if owner is not None and world().office(title) is not None:
            yield from _held(discourse, index, entity, title, name_in_stem(owner))
        return
    yield from _called(discourse, index, parse, first, chunk, entity, "")


def _owner_before(discourse: Discourse, index: int, parse: Parse, whose: int) -> Entity | None:
    at = whose
    while parse.low(at - 1) == ",":
        at -= 1
    if parse.low(at - 1) == ")":
        at -= 3
    phrase = next((p for p in parse.phrases if p.end == at), None)
    found = discourse.entity(index, phrase) if phrase else None
    return found if found is not None and found.kind in _HELD else None


# -- what both come to ----------------------------------------------------------------------------


def _called(
    discourse: Discourse,
    index: int,
    parse: Parse,
    phrase: NounPhrase,
    chunk: Chunk,
    entity: Entity,
    since: str,
) -> Iterator[Fact]:
    """A description with one holder: an office, or one of whom there is only one."""
    tokens = parse.tokens
    head, first = tokens[phrase.head], tokens[phrase.first]
    if head.tag not in ("NN", "NNP") or first.low in ("this", "that", "no", "a", "an", "another"):
        return
    inside = tokens[phrase.first : phrase.head + 1]
    title = " ".join(t.low for t in inside)
    if "country" in title.split():
        return  # of which, the words do not say
    office = world().office(title)
    person = lexicon().noun_categories(head.lemma) & {"person", "office"}
    if office is None and not person:
        return
    if any(t.low.rstrip("-") in _FORMER for t in inside) or "and" in title.split():
        return
    owner = next((i for i in range(phrase.first, phrase.head) if tokens[i].tag == "POS"), None)
    if owner is None and first.tag != "PRP$" and first.low != "the" and office is None:
        return
    stem = Stem(discourse, index)
    stem.asked = entity
    words = stem.words(chunk.first, chunk.end)
    only = any(t.low in _RANKS for t in inside)
    if not stem.named or len(words.split()) > _LONGEST or (office is None and not only):
        return
    known = (
        discourse.ground.entities.find(discourse.words(index, _bare(tokens, phrase), owner))
        if owner is not None and owner > phrase.first
        else None
    )
    if known is not None and chunk.end == phrase.end:
        noun = discourse.words(index, (owner or 0) + 1, phrase.head + 1)
        words = f"the {noun} of {name_in_stem(known)}"
    elif owner is None and first.tag != "PRP$" and not words.lower().startswith("the "):
        words = words[:1].lower() + words[1:] if first.tag not in NAMES else f"the {words}"
    words = words[:1].lower() + words[1:] if words.startswith("The ") else words
    yield from _asked(discourse, index, entity, words, office=office is not None, since=since)


def _bare(tokens: Sequence[Token], phrase: NounPhrase) -> int:
    return phrase.first + (tokens[phrase.first].tag == "DT")


def _held(
    discourse: Discourse, index: int, entity: Entity, title: str, whose: str
) -> Iterator[Fact]:
    if len(title.split()) + len(whose.split()) <= _LONGEST:
        yield from _asked(
            discourse, index, entity, f"the {title} of {whose}", office=True, since=""
        )


_MEMBERS = row_of("democrat republican conservative liberal socialist communist green nationalist")
"""Members of a party, whom their party's name does not name."""


_SENT = re.compile(r"^the (?:[\w-]+ )?(?:ambassador|envoy|representative|delegate) of (?!.* to )")
"""Who is sent is sent to somebody: the envoy of Russia to whom?"""


_OF_ANYTHING = re.compile(r"^the [A-Z][\w-]+ (?:minister|secretary|commissioner|official)$")
"""As in "the Ugandan minister": of what?"""


def _asked(
    discourse: Discourse, index: int, entity: Entity, words: str, *, office: bool, since: str
) -> Iterator[Fact]:
    if len(entity.name.split()) < 2 or entity.name.split()[-1].lower() in _MEMBERS:
        return
    if _SENT.match(words) or _OF_ANYTHING.match(words):
        return
    titled = office and not _RANKS & set(words.lower().split())
    held = world().office(words.split(" of ", maxsplit=1)[0]) if titled else None
    if held is not None and not held.perishable and "only" not in words:
        return  # "the author of Finland"
    ages = held.perishable if held is not None else office
    when = since or (f" in {_month(discourse)}" if ages else "")
    verb = "has been" if since else "was"
    yield Fact(
        FactKind.OFFICE,
        index,
        (asks(f"Who {verb} {words}{when}"),),
        (entity.name,),
        EntityKind.PERSON,
        ages=ages,
        predicate=f"office {words}",
        weight=0.9 if office else 0.8,
    )
    if held is None or since or " of " not in words:
        return
    full = words.removeprefix("the ")
    yield Fact(
        FactKind.OFFICE,
        index,
        (asks(f"Which office did {entity.name} hold{when}"),),
        (full,),
        ages=ages,
        predicate=f"held {full}",
        weight=0.4,
    )


def _had_been(discourse: Discourse, index: int, entity: Entity, full: str) -> Iterator[Fact]:
    yield Fact(
        FactKind.OFFICE,
        index,
        (asks(f"Which office had {entity.name} held before {_month(discourse)}"),),
        (full,),
        predicate=f"had been {full}",
        weight=0.45,
    )


def _month(discourse: Discourse) -> str:
    published = discourse.ground.article.published
    return spoken(PartialDate(published.year, published.month)) if published else ""
