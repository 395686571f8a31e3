"""An article read through: what "it", "her" and "the country" mean where they stand."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.gates.nouns import KINDS
from quizapp.generate.language.clause import Chunk, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NAMES, NounPhrase
from quizapp.generate.language.token import SentenceKind
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import world
from quizapp.generate.names_in_stems import name_in_stem
from quizapp.generate.read_through import Mention, ReadThrough
from quizapp.generate.topic import STREETS, Topic, context_of, setting_of, topic_of

HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
US = row_of("i me my mine we us our ours you your yours myself ourselves")
COUNTRY_NOUNS = row_of("country nation republic kingdom")
_BODY_NOUNS = row_of(
    "alliance bloc organisation organization union agency company firm "
    "bank court council ministry "
    "party museum hospital university newspaper club committee commission tribunal institute "
    "airline carrier manufacturer lender retailer charity watchdog regulator body group school "
    "department foundation parliament assembly government observatory laboratory gallery"
)
_ANOTHER = row_of(
    "old new older newer other former first second third previous next present current rival "
    "neighbouring neighboring original earlier later larger smaller last same different"
)
"""Words that tell one thing from another of its kind, which has another name."""
_PURPOSED = row_of(
    "designed built made used forced trained allowed set meant asked ordered due ready able "
    "likely supposed bound obliged required told invited"
)
_RAISING = row_of("expected scheduled believed thought going said planned estimated")
"""What something is to do, so that "it" before these is the thing itself."""
"""What is said of a thing, so that "it" before them means one."""
_FIRMS = row_of("company firm group")
"""What the one body that an article is about may be called, whatever else is a company."""
_PLACE_NOUNS = row_of("city town village river island bridge region province district lake")
_SETTLED = ("city", "town", "village")
_THINGS = (
    EntityKind.ORGANISATION,
    EntityKind.PLACE,
    EntityKind.OTHER,
    EntityKind.WORK,
    EntityKind.EVENT,
)


_FIRMS = row_of("company firm manufacturer maker business")
"""What an article calls the company that it is about."""
_ALIKE = (
    row_of("ship ferry boat vessel tanker trawler liner freighter"),
    row_of("plane aircraft jet airliner"),
)
"""Nouns by which one thing is called in turn."""


class Discourse(ReadThrough):
    """A ground with its sentences taken apart, asked what words mean."""

    def pronoun(self, index: int, i: int) -> Entity | str | None:  # noqa: PLR0911 - a shape of words each
        """What a pronoun means: an entity, or words for a thing without a name, or None."""
        low = self.ground.sentences[index].tokens[i].low
        if low in HE:
            return self._person(index, i, "m")
        if low in SHE:
            return self._person(index, i, "f")
        if low in IT:
            tokens = self.ground.sentences[index].tokens
            acts = any(c.subject and c.subject.head == i for c in self.parses[index].clauses)
            if low == "it" and i and not acts and tokens[i - 1].tag[:2] in ("VB", "IN", "TO"):
                return None  # what is done to it is seldom what acted before
            return self._thing(index, i)
        acting = any(c.subject and c.subject.head == i for c in self.parses[index].clauses)
        if low == "them" or (low == "they" and not acting):
            return None
        if low in THEY:
            return self._several(index, i)
        return None

    def _person(self, index: int, i: int, gender: str) -> Entity | None:
        other = "f" if gender == "m" else "m"
        for mentions in self.before(index, i, 2):
            people = [
                m for m in mentions
                if m.entity and m.entity.kind == EntityKind.PERSON and m.entity.gender != other
            ]  # fmt: skip
            if not people:
                if any(self.is_person(m) and m.subject for m in mentions):
                    return None  # a man without a name is meant
                continue
            names = {m.entity.name for m in people if m.entity}
            if len(names) == 1:
                return people[0].entity
            subjects = {m.entity.name: m.entity for m in people if m.subject and m.entity}
            sure = [m.entity for m in people if m.entity and m.entity.gender == gender]
            if len(subjects) == 1:
                return next(iter(subjects.values()))
            if len({e.name for e in sure}) == 1:
                return sure[0]
            return None
        return None

    def _thing(self, index: int, i: int) -> Entity | str | None:
        taken = self.taken_up(index, i)
        return self._meaning(taken) if isinstance(taken, Mention) else taken

    def taken_up(self, index: int, i: int) -> Mention | Entity | None:  # noqa: PLR0911 - a reading each
        """What "it" or "its" takes up: the mention, or what the whole article is about.

        None where either of two may be meant, or nothing is.
        """
        tokens = self.ground.sentences[index].tokens
        if tokens[i].low == "it" and self.expletive(index, i):
            return None
        owner = self._only_name(index, i) if tokens[i].tag == "PRP$" else None
        if owner is not None:
            return owner
        for mentions in self.before(index, i, 1):
            things = [
                m for m in mentions
                if m.subject and not m.plural and not self.is_person(m)
                and (m.entity or not self._above(m))
                and not (m.entity and m.entity.kind in (EntityKind.PERSON, EntityKind.PEOPLE))
            ]  # fmt: skip
            if mentions and mentions[0].sentence == index:
                begun = {
                    c.subject.head
                    for c in self.parses[index].clauses
                    if c.subject and c.verb.first < i
                }
                things = [m for m in things if m.phrase.head in begun]
            names = {m.entity.name if m.entity else str(m.phrase) for m in things}
            own = tokens[i].tag == "PRP$"
            if len(names) > 1 and mentions[0].sentence == index and not own:
                return None  # either may be meant
            if len(names) > 1 and not own and self._within_said(things):
                return None  # who spoke, or what was spoken of
            if things:
                return things[-1] if mentions and mentions[0].sentence == index else things[0]
            if any(m.subject and m.entity for m in mentions) and tokens[i].low == "it":
                continue
        main = self.main_thing
        if main is not None and main.kind in (EntityKind.PLACE, EntityKind.COUNTRY):
            return None  # what happens in Yorkshire does not happen to it
        return main if i == 0 or (i == 1 and tokens[0].low in ("but", "and")) else None

    def _only_name(self, index: int, i: int) -> Entity | None:
        """The one body or place that a sentence names before "its", where nothing else acts."""
        before = [m for m in self.mentions[index] if m.phrase.end <= i]
        begun = {c.subject.head for c in self.parses[index].clauses
                 if c.subject and c.verb.first < i}  # fmt: skip
        acts = any(m.phrase.head in begun and not m.plural and not self.is_person(m)
                   and not (m.entity and m.entity.kind == EntityKind.PERSON)
                   for m in before)  # fmt: skip
        named = {m.entity.name: m.entity for m in before if m.entity and m.entity.kind in (
            EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.COUNTRY, EntityKind.OTHER,
        )}  # fmt: skip
        return next(iter(named.values())) if len(named) == 1 and not acts else None

    def _within_said(self, things: list[Mention]) -> bool:
        """Whether one of them acts in what another said: "Arla said that Bovaer could help"."""
        heads = {m.phrase.head for m in things}
        parse = self.parses[things[0].sentence]
        roles = {c.role for c in parse.clauses if c.subject and c.subject.head in heads}
        return Role.THAT in roles and len(roles) > 1

    @cached_property
    def main_thing(self) -> Entity | None:
        """The one body, place or work that the article is about, or None."""
        kinds = (EntityKind.ORGANISATION, EntityKind.WORK, EntityKind.PLACE, EntityKind.COUNTRY,
                 EntityKind.OTHER)  # fmt: skip
        things = [e for e in self.ground.entities.all if e.kind in kinds]
        above = " ".join(
            [self.ground.article.title]
            + [
                s.span.of(self.text)
                for s in self.ground.sentences
                if s.kind == SentenceKind.HEADLINE
            ]
        )
        titled = [
            e
            for e in things
            if e.kind != EntityKind.OTHER and any(a and a in above for a in e.aliases)
        ]
        if len(titled) == 1 and len(titled[0].mentions) >= 2:
            return titled[0]
        if not things or len(things[0].mentions) < 3:
            return None
        early = [s.span for s in self.ground.sentences if s.kind != SentenceKind.OTHER][:2]
        if not any(span.covers(m) for span in early for m in things[0].mentions):
            return None
        rival = len(things[1].mentions) if len(things) > 1 else 0
        return things[0] if len(things[0].mentions) >= 1.5 * rival else None

    def _meaning(self, mention: Mention) -> Entity | str | None:
        """What a noun phrase means that a pronoun takes up."""
        if mention.entity:
            return mention.entity
        parse = self.parses[mention.sentence]
        name = self._known_as(mention)
        if name is not None:
            return name
        if parse.low(mention.phrase.first) == "the":
            words = self.definite(mention.sentence, mention.phrase, frozenset())
            if words is not None:
                return self.ground.entities.find(words) or words
        return self._described(mention)

    def _above(self, mention: Mention) -> bool:
        """Whether a mention stands in a headline, which leaves out articles."""
        return self.ground.sentences[mention.sentence].kind is SentenceKind.HEADLINE

    def _known_as(self, mention: Mention) -> Entity | None:
        """As in "The neck ring, known as the Ring of Lieto, …": the name that stands behind."""
        parse, end = self.parses[mention.sentence], mention.phrase.end
        if parse.low(end) != "," or parse.low(end + 1) not in ("known", "named", "called"):
            return None
        name = parse.phrase_by_first.get(end + 2 + (parse.low(end + 2) == "as"))
        return self.entity(mention.sentence, parse.chunk(name, wide=False)) if name else None

    def _described(self, mention: Mention, *, loose: bool = False) -> str | None:  # noqa: PLR0911 - a shape of words each
        """Words for a thing without a name, if they stand alone.

        Args:
            mention: where it is first spoken of.
            loose: the question will say where it plays, so the words need no name of their own.
        """
        parse = self.parses[mention.sentence]
        chunk = parse.chunk(mention.phrase)
        if loose and (chunk.end - chunk.first > 7 or not self.specific(mention.sentence, chunk)):
            chunk = Chunk(mention.phrase.first, mention.phrase.end, mention.phrase.head)
            if chunk.end - chunk.first < 3:
                return None
        elif chunk.end - chunk.first > 7:
            return None
        first = parse.tokens[chunk.first]
        if first.tag in ("PRP$", "PRP"):
            return None
        if not loose and not self.specific(mention.sentence, chunk):
            return None
        words = self.words(mention.sentence, chunk.first, chunk.end)
        if first.low in ("a", "an"):
            return "the " + words[len(first.text) :].lstrip()
        if first.tag == "DT":
            return first.low + words[len(first.text) :]
        bare = first.tag not in NAMES and parse.tag(mention.phrase.head) == "NN"
        return f"the {words[:1].lower()}{words[1:]}" if bare else words

    def expletive(self, index: int, i: int) -> bool:
        """As in "It is not clear", "it was expected that"."""
        parse = self.parses[index]
        j = i + 1
        while parse.tag(j) in ("MD", "VBZ", "VBD", "VB", "RB", "VBN"):
            if parse.low(j) in (
                "is",
                "was",
                "be",
                "'s",
                "remains",
                "remained",
                "appears",
                "seems",
            ):
                if parse.low(j + 1) == "to" or parse.low(j + 1) in _PURPOSED:
                    return False  # it is to be built, it was designed to work
                if parse.low(j + 1) in _RAISING and parse.low(j + 2) == "to":
                    return False  # the plant: it is expected to employ 700 people
                tail = [parse.low(k) for k in range(j + 1, j + 6)]
                return "that" in tail or "to" in tail or "if" in tail or "whether" in tail
            j += 1
        return False

    def _several(self, index: int, i: int) -> Entity | str | None:
        for mentions in self.before(index, i, 1):
            many = [m for m in mentions if m.subject and m.plural]
            if many:
                chosen = many[-1] if mentions[0].sentence == index else many[0]
                return self._meaning(chosen)
        return None

    def definite(self, index: int, phrase: NounPhrase, taken: frozenset[str]) -> str | None:  # noqa: PLR0911 - a shape of words each
        """What "the country" means, as words for a stem; None where that is not sure.

        Args:
            index: the sentence.
            phrase: it begins with "the", "this" or the like and has a common noun.
            taken: names that already play another part in the clause.
        """
        tokens = self.ground.sentences[index].tokens
        head = tokens[phrase.head].lemma
        if tokens[phrase.head].tag == "NNS":
            if self.topic and self.topic.happened and head in ("victim", "survivor"):
                return f"the {tokens[phrase.head].low} of {self.topic.words}"
            return None
        if any(t.low in _ANOTHER for t in tokens[phrase.first + 1 : phrase.head]):
            return self._introduced(index, phrase, head)  # the old bridge is not the Harbor Bridge
        if head in COUNTRY_NOUNS:
            return self._country(index, phrase, taken)
        if self.topic and head in self.topic.nouns and _plain(phrase):
            return self.topic.words
        if head in _BODY_NOUNS:
            return self._body(index, phrase, head, EntityKind.ORGANISATION)
        if head in _PLACE_NOUNS:
            return self._body(index, phrase, head, EntityKind.PLACE)
        return self._body(index, phrase, head, EntityKind.WORK)

    def points_back(self, index: int, phrase: NounPhrase) -> bool:
        """Whether "the …" means something told before, or a body or office that has a name."""
        token = self.ground.sentences[index].tokens[phrase.head]
        if token.lemma in KINDS or token.low in KINDS:
            return True
        return any(n < (index, phrase.first) for n in self._nouns.get(token.lemma, ()))

    @cached_property
    def _nouns(self) -> dict[str, list[tuple[int, int]]]:
        """Where each common noun heads a phrase: (sentence, first token)."""
        found: dict[str, list[tuple[int, int]]] = {}
        for parse in self.parses:
            if parse.sentence.kind == SentenceKind.OTHER:
                continue
            for phrase in parse.phrases:
                token = parse.tokens[phrase.head]
                if token.tag in ("NN", "NNS"):
                    place = (parse.sentence.index, phrase.first)
                    found.setdefault(token.lemma, []).append(place)
        return found

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the article writes without a capital somewhere."""
        return frozenset(t.text for s in self.prose for t in s.tokens if t.text[:1].islower())

    @cached_property
    def topic(self) -> Topic | None:
        """The event that the article reports."""
        article = self.ground.article
        return topic_of(self.parses, self.ground.entities, self.text, article.published)

    @cached_property
    def context(self) -> str:
        """Where and when the article plays, as the beginning of a question, or ""."""
        published = self.ground.article.published
        return context_of(self.topic, self.parses, self.ground.entities, published)

    @cached_property
    def setting(self) -> str:
        """What the article is about where it has no one event, as a question begins, or ""."""
        article, entities = self.ground.article, self.ground.entities
        return setting_of(self.parses, entities, article.title, article.published)

    def _country(self, index: int, phrase: NounPhrase, taken: frozenset[str]) -> str | None:
        recent: Counter[str] = Counter()
        for mentions in self.before(index, phrase.first, 2):
            for m in mentions:
                if m.entity and m.entity.kind == EntityKind.COUNTRY and m.entity.name not in taken:
                    recent[m.entity.name] += 1
        for e in self.ground.named_in(self.ground.sentences[index - 1]) if index else ():
            if e.kind == EntityKind.COUNTRY and e.name not in taken:
                recent[e.name] += 1  # as in "Denmark's emissions" too
        main = self.main_country
        if main and main.name not in taken and (main.name in recent or not recent):
            return name_in_stem(main)
        if len(recent) == 1:
            entity = self.ground.entities.find(next(iter(recent)))
            return name_in_stem(entity) if entity else None
        return None

    def _body(self, index: int, phrase: NounPhrase, head: str, kind: EntityKind) -> str | None:
        """The one body of that kind named before: "the museum" is the Grand Museum."""
        offset = self.ground.sentences[index].tokens[phrase.first].start
        stuff = bool(lexicon().noun_categories(head) & {"animal", "substance"})  # the salmon
        named = [
            e for e in self.ground.entities.all
            if e.kind in (kind, *_THINGS)
            and e.mentions and e.mentions[0].start < offset and self._is_a(e, head)
            and not stuff
            and not (head in _SETTLED and e.name.split()[-1].lower() in STREETS)
        ]  # fmt: skip
        main = self.main_thing
        owner = main is not None and main.kind == EntityKind.ORGANISATION and head in _FIRMS
        if main is not None and (main in named or owner):
            return name_in_stem(main)
        if kind == EntityKind.PLACE and head in _SETTLED:
            sentence = self.ground.sentences[index]
            here = [
                e
                for e in self.ground.named_in(sentence)
                if e.kind == kind and any(m.start < offset for m in e.mentions)
            ]
            if here and not any(e in named for e in here):
                return None  # in Toledo, "the city" is not Chicago
        named.sort(key=lambda e: -len(e.mentions))
        if len(named) == 1 or (named and len(named[0].mentions) >= 2 * len(named[1].mentions)):
            return name_in_stem(named[0])
        if not named and head in _FIRMS:
            named = self._main_firm(offset)
            if named:
                return name_in_stem(named[0])
        return self._introduced(index, phrase, head) if not named else None

    def _main_firm(self, offset: int) -> list[Entity]:
        """The one company that the article is about, named before an offset; else none."""
        bodies = [e for e in self.ground.entities.all if e.kind == EntityKind.ORGANISATION]
        known = [world().organisation(e.name) for e in bodies[:1]]
        if not bodies or any(body is not None and body.kind != "company" for body in known):
            return []
        rival = len(bodies[1].mentions) if len(bodies) > 1 else 0
        most = len(bodies[0].mentions)
        there = bodies[0].mentions[0].start < offset
        return bodies[:1] if there and most >= 3 and most >= 2 * rival else []

    def _is_a(self, entity: Entity, head: str) -> bool:
        """Whether the name or an apposition in the article calls an entity a "museum"."""
        words = entity.name.lower().split()
        place = world().place(entity.name) if entity.kind == EntityKind.PLACE else None
        if head == entity.noun or (place is not None and head == place.kind):
            return True
        if any(head in alike and entity.noun in alike for alike in _ALIKE):
            return True
        if head == words[-1] or (head == words[0] and words[1:2] == ["of"]):
            return True
        return head in self._called.get(entity.name, frozenset())

    @cached_property
    def _called(self) -> dict[str, frozenset[str]]:  # noqa: C901 - a shape of words each
        """Common nouns that appositions and "is a" give to names."""
        called: dict[str, set[str]] = {}
        for parse in self.parses:
            index = parse.sentence.index
            for phrase in parse.phrases:
                entity = self.entity(index, phrase)
                if entity is None:
                    continue
                after = parse.phrase_by_first.get(phrase.end + 1)
                if (
                    parse.low(phrase.end) == ","
                    and after
                    and parse.low(after.first) in ("a", "an", "the")
                ):
                    called.setdefault(entity.name, set()).add(parse.tokens[after.head].lemma)
                before = [parse.tokens[i] for i in range(phrase.first, phrase.head)]
                for token in before:
                    if token.tag == "NN":
                        called.setdefault(entity.name, set()).add(token.low)
            for clause in parse.clauses:
                if (
                    clause.subject
                    and clause.object
                    and parse.tokens[clause.verb.main].lemma == "be"
                ):
                    entity = self.entity(index, clause.subject)
                    if entity:
                        lemma = parse.tokens[clause.object.head].lemma
                        called.setdefault(entity.name, set()).add(lemma)
        if "NATO" in called or any(e.name == "NATO" for e in self.ground.entities.all):
            called.setdefault("NATO", set()).add("alliance")
        return {name: frozenset(nouns) for name, nouns in called.items()}

    def loosely(self, index: int, phrase: NounPhrase) -> str | None:
        """What "the crack" was introduced as, "the 14-inch crack": enough beside a context."""
        if not (self.context or self.report):
            return None
        head = self.ground.sentences[index].tokens[phrase.head].lemma
        found = self._introduced(index, phrase, head, loose=True)
        if found is None and self.report:
            found = self.words(index, phrase.first, phrase.end)
        return found

    def _plain_in_headline(self, parse: Parse, phrase: NounPhrase) -> bool:
        """Whether a phrase of a headline is one: no verb hides in it, as in "Chocó sign truce"."""
        inside = parse.tokens[phrase.first : phrase.head]
        return not any(
            not t.text[:1].isupper() and "VB" in {tag[:2] for tag in lexicon().tags(t.low)}
            for t in inside
        )

    def _introduced(
        self, index: int, phrase: NounPhrase, head: str, *, loose: bool = False
    ) -> str | None:
        """As in "the letter" was "a letter to Joe Biden": the words it was introduced with."""
        here = self.ground.sentences[index].tokens
        extra = {
            t.low for t in here[phrase.first + 1 : phrase.head] if t.tag in ("JJ", "NN", "NNP")
        }
        for earlier in range(index + 1):
            parse = self.parses[earlier]
            if parse.sentence.kind == SentenceKind.OTHER:
                continue
            headed = parse.sentence.kind == SentenceKind.HEADLINE
            for other in parse.phrases:
                if headed and not self._plain_in_headline(parse, other):
                    continue
                if not headed and parse.tag(other.head) in NAMES:
                    continue  # Struan Salmon is no salmon
                if earlier == index and other.first >= phrase.first:
                    break
                if parse.tokens[other.head].lemma != head or parse.tag(other.head) == "NNS":
                    continue
                words = {t.low for t in parse.tokens[other.first : other.end]}
                if not extra <= words and extra:
                    continue
                mention = Mention(earlier, other, None, subject=False, plural=False)
                described = self._described(mention, loose=loose)
                if described is not None or not loose:
                    return described
        return None


def _plain(phrase: NounPhrase) -> bool:
    """Whether only "the" stands before the noun."""
    return phrase.end - phrase.first <= 2
