"""What an article is about where that has no name: "the magnitude 6.8 earthquake in Peru"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.content.question import PartialDate
from quizapp.generate.article import Span
from quizapp.generate.entity import Entities, Entity, EntityKind
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NAMES, NounPhrase
from quizapp.generate.language.tagging import ORDINALS
from quizapp.generate.language.times import MONTHS, WEEKDAYS, spoken
from quizapp.generate.language.token import SentenceKind
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import world
from quizapp.generate.names_in_stems import name_in_stem

_ALIKE = (
    row_of("earthquake quake tremor temblor"),
    row_of("fire blaze wildfire inferno"),
    row_of("flood flooding deluge"),
    row_of("storm hurricane cyclone typhoon tornado"),
    row_of("crash collision accident derailment"),
    row_of("explosion blast bombing"),
    row_of("attack shooting assault stabbing"),
    row_of("robbery raid theft heist burglary break-in"),
    row_of("election vote ballot poll"),
    row_of("outbreak epidemic"),
    row_of("protest demonstration rally march"),
    row_of("landslide avalanche mudslide"),
    row_of("eruption"),
    row_of("collapse"),
    row_of("drought heatwave"),
    row_of("strike walkout"),
    row_of("war conflict"),
)
_SUDDEN = frozenset().union(*_ALIKE[:8], *_ALIKE[11:14])
"""What strikes from one hour to the next: an article may come to it after a scene."""
_HARMING = _SUDDEN | _ALIKE[9] | _ALIKE[14] | _ALIKE[16]
_DATED = frozenset((*MONTHS, *WEEKDAYS))
_LEAD = 2
_SCENE = 4
"""So many sentences may paint a scene before the event is told."""
TOLL = row_of(
    "kill injure hurt wound die rescue evacuate displace damage destroy "
    "flatten bury arrest detain "
    "hospitalise hospitalize drown trap lose strand"
)
"""What happens to people and houses in such an event."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The event an article reports.

    Attributes:
        words: as a question names it: "the magnitude 6.8 earthquake in southern Peru".
        nouns: lemmas that mean it with "the": "quake", "earthquake".
        sentence: index of the sentence that first speaks of it.
        first: index of the token there at which it begins.
    """

    words: str
    nouns: frozenset[str]
    sentence: int = -1
    first: int = -1

    @property
    def happened(self) -> bool:
        """Whether people come to harm in it: it is no deal, no vote and no strike."""
        return bool(self.nouns & _HARMING)


_MOMENTS = frozenset(("vote",))
"""What is over in a moment, so that little of an article happens in it."""
_DEALS = row_of("agreement accord deal treaty pact document text")


def _deal(parse: Parse, entities: Entities) -> Topic | None:
    """As in "the agreement between Greece and Macedonia", where the two are said to sign one."""
    tokens = parse.tokens
    noun = next((t for t in tokens if t.lemma in _DEALS and t.tag == "NN"), None)
    signs = any(t.lemma in ("sign", "reach", "agree", "conclude") for t in tokens)
    if noun is None or not signs:
        return None
    states: list[str] = []
    for token in tokens[: next(i for i, t in enumerate(tokens) if t is noun)]:
        entity = entities.find(token.text) if token.tag in NAMES else None
        if entity and entity.kind == EntityKind.COUNTRY and entity.name not in states:
            states.append(entity.name)
    if len(states) != 2:
        return None
    words = f"the {noun.low} between {_full(states[0])} and {_full(states[1])}"
    return Topic(words, _DEALS)


def topic_of(
    parses: Sequence[Parse], entities: Entities, text: str, published: PartialDate | None
) -> Topic | None:
    """The event that the first sentences report, if a stranger can be told which it is."""
    prose = [p for p in parses if p.sentence.kind == SentenceKind.PROSE]
    for n, parse in enumerate(prose[:_SCENE]):
        for phrase in parse.phrases:
            nouns = None if parse.low(phrase.first - 1) in _APART else _nouns(parse, phrase)
            if nouns and (n < _LEAD or nouns & _SUDDEN):
                words = _named(parse, phrase, entities, text, published)
                if words is not None:
                    return Topic(words, nouns, parse.sentence.index, phrase.first)
        deal = _deal(parse, entities) if n < _LEAD else None
        if deal is not None:
            return deal
    above = (p for p in parses if p.sentence.kind == SentenceKind.HEADLINE)
    return next((t for p in above if (t := _headed(p, entities, text, published))), None)


def _headed(
    parse: Parse, entities: Entities, text: str, published: PartialDate | None
) -> Topic | None:
    """As in the headline "Train hits landslide in Austria": the event with its place."""
    for i, token in enumerate(parse.tokens):
        nouns = next((g for g in _ALIKE if token.lemma in g and g & _SUDDEN), None)
        place = parse.phrase_by_first.get(i + 2)
        if nouns is None or parse.low(i + 1) not in ("in", "at", "near", "off") or place is None:
            continue
        where = text[parse.tokens[i + 1].start : parse.tokens[place.end - 1].end]
        entity = entities.find(where.split(maxsplit=1)[1])
        if entity is None or entity.kind not in (EntityKind.PLACE, EntityKind.COUNTRY):
            continue
        when = f" in {spoken(PartialDate(published.year, published.month))}" if published else ""
        return Topic(f"the {token.lemma} {where}{when}", nouns, parse.sentence.index, i)
    return None


_APART = row_of("before since until during from between")
"""Before an event that only says when: "since before the first world war"."""
_ELSEWHEN = frozenset(("next", "last", "previous", "coming", "upcoming", "future", "another"))


def _nouns(parse: Parse, phrase: NounPhrase) -> frozenset[str] | None:
    token = parse.tokens[phrase.head]
    if any(t.tag in ("JJS", "RBS") for t in parse.tokens[phrase.first : phrase.head]):
        return None  # the worst storm since 2017 is told by its rank
    if any(t.low in _ELSEWHEN for t in parse.tokens[phrase.first : phrase.head]):
        return None  # in time for the next election
    if token.tag != "NN" or parse.low(phrase.first) not in ("a", "an", "the", "its", "their"):
        return None
    if "event" not in lexicon().noun_categories(token.lemma):
        return None
    return next((group for group in _ALIKE if token.lemma in group), None)


def _named(
    parse: Parse, phrase: NounPhrase, entities: Entities, text: str, published: PartialDate | None
) -> str | None:
    tokens = parse.tokens
    begun = phrase.first + 1
    owned = [i for i in range(phrase.first, phrase.head) if tokens[i].tag == "POS"]
    if owned:  # the country's first early election: which country, its place tells
        begun = owned[-1] + 1
        while begun < phrase.head and tokens[begun].low in ORDINALS:
            begun += 1
    own = text[tokens[begun].start : tokens[phrase.end - 1].end]
    chunk = parse.chunk(phrase)
    if any(t.low in _DATED for t in tokens[phrase.end : chunk.end]):
        return None  # "the break-in on January 29" needs its year
    if any(t.tag in NAMES for t in tokens[chunk.first : chunk.end]):
        tail = text[tokens[phrase.end - 1].end : tokens[chunk.end - 1].end]
        place = "" if len(tail.split()) > 7 else tail
        if tail and not place:
            where = _place(parse, entities, text)
            if where is None:
                return None
            place = f" in {where}"
    else:
        where = _place(parse, entities, text)
        if where is None:
            return None
        place = f" in {where}"
    owner = _owner(parse, phrase, entities)
    if tokens[phrase.first].tag == "PRP$":
        return f"{owner}’s {own}{place}" if owner else None
    known = any(t.tag == "CD" for t in tokens[phrase.first : phrase.end])
    when = ""
    if published is not None and not known and not _LOOKING_BACK & {t.lemma for t in tokens}:
        when = f" in {spoken(PartialDate(published.year, published.month))}"
    return f"the {own}{place}{when}"


_LOOKING_BACK = row_of(
    "inquiry inquest investigation investigator report anniversary ago last earlier survivor "
    "memorial commemorate remember"
)
"""Words beside an event that was not in the month of the article."""


def _owner(parse: Parse, phrase: NounPhrase, entities: Entities) -> str:
    """Whose "its first outbreak" is: the country named before it."""
    for token in reversed(parse.tokens[: phrase.first]):
        entity = entities.find(token.text) if token.tag in NAMES else None
        if entity is not None:
            return _full(entity.name) if entity.kind == EntityKind.COUNTRY else ""
    return ""


def _place(parse: Parse, entities: Entities, text: str) -> str | None:
    """The first place of a sentence, with the word that says which part of it.

    None where one only comes from there, or where it is only how far things went.
    """
    for phrase in parse.phrases:
        entity = entities.find(parse.tokens[phrase.head].text)
        words = text[parse.tokens[phrase.first].start : parse.tokens[phrase.end - 1].end]
        entity = entities.find(words) or entity
        if entity is None or entity.kind not in (EntityKind.PLACE, EntityKind.COUNTRY):
            continue
        low, above = parse.low(phrase.first - 1), parse.low(phrase.first - 2)
        issued = phrase.first > 1 and parse.tokens[phrase.first - 2].lemma in _ISSUED
        if low in _AWAY or "away" in (low, above) or issued:
            continue
        if parse.tag(phrase.first - 1) == "IN" and len(words.split()) <= 4:
            return words
    return _land(parse, entities)


_ISSUED = row_of("publish release issue print present base")
"""What is done to a report, far from what it tells of."""
_AWAY = row_of("from as to into towards toward beyond")
"""Before a place where something else came from, or went."""


def _land(parse: Parse, entities: Entities) -> str | None:
    """As in "workers at Chile's second-largest processor ended a strike": in Chile."""
    named = {
        entity.name
        for i, token in enumerate(parse.tokens)
        if parse.tag(i + 1) == "POS"
        and (entity := entities.find(token.text)) is not None
        and entity.kind == EntityKind.COUNTRY
    }
    return _full(next(iter(named))) if len(named) == 1 else None


_LASTING = row_of("outbreak epidemic war election vote strike drought robbery protest")
_HOUSES = row_of(
    "museum hospital university school college gallery library theatre factory plant zoo prison "
    "airport observatory laboratory bridge stadium dam tunnel park castle cathedral"
)


def context_of(
    topic: Topic | None,
    parses: Sequence[Parse],
    entities: Entities,
    published: PartialDate | None,
) -> str:
    """Where and when an article plays, as the beginning of a question; "" where that is unsure.

    "After the fire in Lyon", "At the Lindqvist Museum", "In Iceland in June 2024".
    """
    case = _case(parses, entities)
    if case:
        return case
    vote = _vote(parses, entities, published)
    if vote:
        return vote
    if topic is not None and topic.nouns & (_DEALS | _MOMENTS):
        return ""
    if topic is not None:
        return f"{'In' if topic.nouns & _LASTING else 'After'} {topic.words}"
    lead = [p.sentence.span for p in parses if p.sentence.kind != SentenceKind.OTHER][: _LEAD + 1]
    for entity in entities.all[:4]:
        early = any(span.covers(m) for span in lead for m in entity.mentions)
        if not early or len(entity.mentions) < 3:
            continue
        if entity.kind in (EntityKind.ORGANISATION, EntityKind.PLACE) and (
            entity.name.split()[-1].lower() in _HOUSES
        ):
            return f"At the {entity.name.removeprefix('the ').removeprefix('The ')}"
    return ""


_FIRMS = row_of("company firm maker manufacturer bank retailer lender insurer airline carmaker")


def setting_of(
    parses: Sequence[Parse], entities: Entities, title: str, published: PartialDate | None
) -> str:
    """What an article without one event is about, as the beginning of a question, or "".

    "At Brennhall", "In Kendal in June 2025": enough for what needs only to be told where.
    """
    prose = [p for p in parses if p.sentence.kind == SentenceKind.PROSE][:_SCENE]
    early = [p.sentence.span for p in prose]
    above = [title] + [
        " ".join(t.text for t in p.tokens)
        for p in parses
        if p.sentence.kind == SentenceKind.HEADLINE
    ]
    named = [
        e
        for e in entities.all
        if len(e.mentions) >= 2 and any(span.covers(m) for span in early for m in e.mentions)
    ]
    titled = [e for e in named if any(a and a in words for words in above for a in e.aliases)]
    firms = [e for e in titled if e.kind == EntityKind.ORGANISATION and _firm(e, prose)]
    if len(firms) == 1:
        return f"At {name_in_stem(firms[0])}"
    if published is None or firms:
        return ""
    when = spoken(PartialDate(published.year, published.month))
    states = [e for e in titled if e.kind == EntityKind.COUNTRY]
    if len(states) == 1 and _alone(states[0].name, entities, early[:_LEAD]):
        return f"In {_full(states[0].name)} in {when}"
    places = [
        e
        for e in entities.all
        if e.kind == EntityKind.PLACE
        and (e in named or any(a in title for a in e.aliases))
        and e.name.split()[-1].lower() not in STREETS
    ]
    lead = [e for e in places if any(early[0].covers(m) for m in e.mentions)] if early else []
    if len(lead) == 1 and all(e is lead[0] for e in places) and not states:
        return f"In {lead[0].name} in {when}"
    return ""


STREETS = row_of("street road lane square avenue bridge park station row hill")
"""What lies in a town, and is not one."""


def _firm(entity: Entity, prose: Sequence[Parse]) -> bool:
    """Whether the article calls an organisation a company of some kind."""
    if entity.noun in _FIRMS or entity.noun.endswith("maker"):
        return True
    return any(
        token.lemma in _FIRMS and any(span.covers(m) for m in entity.mentions)
        for parse in prose
        for span in [parse.sentence.span]
        for token in parse.tokens
    )


_TRIAL = row_of(
    "trial sentence convict jail guilty verdict jury prosecution prosecutor defendant acquit "
    "plead judge bribery murder fraud imprison court"
)


_TRIED = row_of(
    "convict convicted guilty jail jailed acquit acquitted defendant prosecutor prosecution "
    "imprison imprisoned plead sentenced"
)
"""Words without which a court tells of no one's trial: a judge has died."""


def _case(parses: Sequence[Parse], entities: Entities) -> str:
    """As in "In the Gareth Penrose case", where the article is about one person's trial."""
    lead = [p for p in parses if p.sentence.kind != SentenceKind.OTHER][:4]
    words = {t.lemma for p in lead for t in p.tokens} | {t.low for p in lead for t in p.tokens}
    if len(words & _TRIAL) < 3 or not words & _TRIED:
        return ""
    people = [e for e in entities.all if e.kind == EntityKind.PERSON and " " in e.name]
    if not people or not any(p.sentence.span.covers(m) for p in lead for m in people[0].mentions):
        return ""
    rival = len(people[1].mentions) if len(people) > 1 else 0
    return f"In the {people[0].name} case" if len(people[0].mentions) >= 2 * rival else ""


_BALLOT = row_of(
    "election elect win elects wins win won presidency ballot re-elected turnout poll"
)


def _vote(parses: Sequence[Parse], entities: Entities, published: PartialDate | None) -> str:
    """As in "In Iceland's presidential election in June 2024"."""
    states = [e for e in entities.all if e.kind == EntityKind.COUNTRY]
    prose = [p for p in parses if p.sentence.kind != SentenceKind.OTHER]
    lead = [p.sentence.span for p in prose][: _LEAD + 1]
    if not states or published is None or not _alone(states[0].name, entities, lead):
        return ""
    if not any(span.covers(m) for span in lead for m in states[0].mentions):
        return ""
    above = [p for p in prose if p.sentence.kind == SentenceKind.HEADLINE]
    if not any(t.lemma in _BALLOT or t.low in _BALLOT for p in above for t in p.tokens):
        return ""
    for parse in prose[:6]:
        for i, token in enumerate(parse.tokens[1:], 1):
            kind = parse.low(i - 1)
            if token.lemma == "election" and kind in (
                "presidential", "parliamentary", "general", "legislative",
            ):  # fmt: skip
                when = spoken(PartialDate(published.year, published.month))
                return f"In {_full(states[0].name)}’s {kind} election in {when}"
    return ""


def _full(name: str) -> str:
    found = world().country(name)
    return found.country.full if found else name


def _alone(name: str, entities: Entities, lead: Sequence[Span]) -> bool:
    """Whether the first sentences name no other country, and the article another half as often."""
    for entity in entities.all:
        if entity.kind != EntityKind.COUNTRY or entity.name == name:
            continue
        if any(span.covers(m) for span in lead for m in entity.mentions):
            return False
    counts = {e.name: len(e.mentions) for e in entities.all if e.kind == EntityKind.COUNTRY}
    return all(counts[name] >= 2 * n for other, n in counts.items() if other != name)
