"""Who holds which office, and what names are: titles before a name, appositions behind it."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse, name_in_stem
from quizapp.generate.entities import office_in
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import asks, question_words
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NAMES, NounPhrase
from quizapp.generate.language.world import How, world
from quizapp.generate.stem import HangingError, Stem

_FORMER = frozenset(("former", "ex", "late", "then", "outgoing", "ousted", "retired", "onetime"))


def office_facts(discourse: Discourse) -> Iterator[Fact]:
    """Offices before names and behind them, and what other names are said to be."""
    seen: set[tuple[str, str]] = set()
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        for phrase in parse.phrases:
            entity = discourse.entity(sentence.index, phrase)
            if entity is None:
                continue
            for find in (_before, _behind):
                try:
                    for fact in find(discourse, sentence.index, parse, phrase, entity):
                        key = (fact.predicate, entity.name)
                        if key not in seen:
                            seen.add(key)
                            yield fact
                except HangingError:
                    continue


# -- Kosovo President Vjosa Osmani -----------------------------------------------------------------


def _before(
    discourse: Discourse, index: int, parse: Parse, phrase: NounPhrase, entity: Entity
) -> Iterator[Fact]:
    if entity.kind != EntityKind.PERSON:
        return
    tokens = parse.tokens
    size = _name_size(tokens, phrase, entity)
    start = phrase.end - size
    office = office_in(tokens, phrase.first, start)
    if office is None:
        return
    title = " ".join(t.low for t in tokens[office[0] : start])
    if office[1] != start or any(t.low in _FORMER for t in tokens[phrase.first : office[0]]):
        return
    body_first = phrase.first
    while body_first < office[0] and tokens[body_first].tag in ("DT",):
        body_first += 1
    if body_first == office[0]:
        return
    body = discourse.words(index, body_first, office[0])
    whose = _whose(discourse, index, parse, body_first, office[0])
    if whose is None:
        return
    if body.split()[0][0].islower():
        title, whose = f"{body} {title}", ""
        return
    yield from _held(discourse, index, entity, title, whose)


def _name_size(tokens: object, phrase: NounPhrase, entity: Entity) -> int:
    """How many tokens at the phrase's end are the person's name."""
    size = len(entity.name.split())
    words = [t.text for t in tokens[phrase.first : phrase.end]]  # type: ignore[index]
    while size > 1 and " ".join(words[-size:]) not in entity.aliases:
        size -= 1
    return size


def _whose(
    discourse: Discourse, index: int, parse: Parse, first: int, end: int
) -> str | None:
    """The country or body of an office: "Kosovo" and "Russian" become "of Kosovo", "of Russia"."""
    words = discourse.words(index, first, end)
    if words.endswith(("'s", "’s")):
        words = words[:-2]
    country = world().country(words)
    if country is not None and country.how in (How.NAME, How.ALIAS, How.ADJECTIVE):
        return "of " + country.country.full
    entity = discourse.ground.entities.find(words)
    if entity is not None and entity.kind in (EntityKind.ORGANISATION, EntityKind.PLACE,
                                              EntityKind.COUNTRY):
        return "of " + name_in_stem(entity)
    return None


def _held(
    discourse: Discourse, index: int, entity: Entity, title: str, whose: str
) -> Iterator[Fact]:
    published = discourse.ground.article.published
    office = world().office(title)
    ages = office.perishable if office else True
    if len(title.split()) + len(whose.split()) > 10:
        return
    full = f"{title} {whose}".strip()
    verb = "was" if published else "is"
    when = f" in {_month(discourse)}" if published else ""
    yield Fact(
        FactKind.OFFICE,
        index,
        (asks(f"Who {verb} the {full}{when}"),) if whose else (asks(f"Who {verb} {title}{when}"),),
        (entity.name,),
        EntityKind.PERSON,
        ages=ages,
        predicate=f"office {full}",
        weight=0.9,
    )
    yield Fact(
        FactKind.OFFICE,
        index,
        (asks(f"Which office did {entity.name} hold{when}"),),
        (full,),
        ages=ages,
        predicate=f"held {full}",
        weight=0.4,
    )


def _month(discourse: Discourse) -> str:
    from quizapp.content.question import PartialDate
    from quizapp.generate.language.times import spoken

    published = discourse.ground.article.published
    if published is None:
        return ""
    return spoken(PartialDate(published.year, published.month))


# -- Maria Lopez, the city's chief engineer, · Pristina, the capital of Kosovo, -----------------------


def _behind(
    discourse: Discourse, index: int, parse: Parse, phrase: NounPhrase, entity: Entity
) -> Iterator[Fact]:
    if parse.low(phrase.end) not in (",", "–", "—", "(") or phrase.end != phrase.head + 1:
        return
    after = parse.phrase_by_first.get(phrase.end + 1)
    if after is None and parse.tag(phrase.end + 1) == "RB":
        return
    if after is None or discourse.entity(index, after) is not None:
        return
    chunk = parse.chunk(after)
    while parse.low(chunk.end) == "of" and chunk.end + 1 in parse.phrase_by_first:
        chunk = type(chunk)(chunk.first, parse.phrase_by_first[chunk.end + 1].end, chunk.head)
    closing = parse.low(chunk.end)
    if closing not in (",", ".", "–", "—", ")", ""):
        follows = parse.low(chunk.end)
        if follows not in ("who", "which", "that"):
            return
    head = parse.tokens[after.head]
    if head.tag not in ("NN", "NNP") or parse.low(after.first) in ("this", "that", "no"):
        return
    if _list_like(parse, phrase, after):
        return
    kinds = lexicon().noun_categories(head.lemma)
    if entity.kind == EntityKind.PERSON and not kinds & {"person", "office"} and \
            world().office(head.low) is None:
        return
    if entity.kind != EntityKind.PERSON and kinds & {"person"}:
        return
    stem = Stem(discourse, index)
    stem.asked = entity
    first = after.first
    words = stem.words(first, chunk.end)
    if any(w.lower() in _FORMER for w in words.split()[:3]):
        return
    definite = parse.low(first) == "the" or parse.tag(first) in NAMES or parse.tag(first) == "PRP$" \
        or any(t.tag == "POS" for t in parse.tokens[first : after.head])
    if len(words.split()) < 3 or len(words.split()) > 16:
        return
    if definite and stem.named:
        yield from _definite(discourse, index, entity, words, after, parse)
    elif parse.low(first) in ("a", "an") and stem.named:
        yield from _indefinite(discourse, index, entity, words)


def _list_like(parse: Parse, phrase: NounPhrase, after: NounPhrase) -> bool:
    """Whether the two stand in a list: "Romania, the Czech Republic and Spain"."""
    return parse.low(after.end) == "and" or (
        parse.low(after.end) == "," and parse.low(after.end + 1) == "and"
    ) or parse.low(phrase.first - 1) in ("and", ",") and parse.low(after.end) in ("and",)


def _definite(
    discourse: Discourse, index: int, entity: Entity, words: str, after: NounPhrase, parse: Parse
) -> Iterator[Fact]:
    published = discourse.ground.article.published
    head = parse.tokens[after.head]
    office = world().office(head.low)
    perishable = entity.kind == EntityKind.PERSON
    when = f" in {_month(discourse)}" if published and perishable and office else ""
    verb = "was" if when else "is"
    asker = "Who" if entity.kind == EntityKind.PERSON else question_words(entity, head.lemma)
    said = words if words[:1].isupper() or words.lower().startswith("the ") or "’s " in words or \
        "'s " in words else f"the {words}"
    said = said[:4].lower() + said[4:] if said.startswith("The ") else said
    yield Fact(
        FactKind.OFFICE if perishable else FactKind.APPOSITION,
        index,
        (asks(f"{asker} {verb} {said}{when}"),),
        (entity.name,),
        entity.kind,
        ages=perishable,
        predicate=f"is {said}",
        weight=0.85,
    )


def _indefinite(discourse: Discourse, index: int, entity: Entity, words: str) -> Iterator[Fact]:
    """ "Vetëvendosje, a left-wing party in Kosovo,": what is it."""
    if entity.kind == EntityKind.PERSON:
        return
    subject = name_in_stem(entity)
    yield Fact(
        FactKind.APPOSITION,
        index,
        (asks(f"What is {subject}"),),
        (words,),
        ages=False,
        predicate="is",
        weight=0.45,
    )


def abbreviation_facts(discourse: Discourse) -> Iterator[Fact]:
    """ "the International Criminal Court (ICC)": what the letters stand for."""
    for sentence in discourse.prose:
        tokens = sentence.tokens
        for i in range(1, len(tokens) - 2):
            if tokens[i].text != "(" or tokens[i + 2].text != ")":
                continue
            short = tokens[i + 1].text
            entity = discourse.ground.entities.find(short)
            if not short.isupper() or len(short) < 2 or entity is None or entity.name == short:
                continue
            full = entity.name
            if full not in sentence.span.of(discourse.text) or len(full.split()) < 2:
                continue
            yield Fact(
                FactKind.APPOSITION,
                sentence.index,
                (asks(f"What do the letters {short} stand for"),),
                (full,),
                ages=False,
                predicate=f"letters {short}",
                weight=0.5,
            )
