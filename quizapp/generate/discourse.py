"""An article read through: what "it", "her" and "the country" mean where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.gates.nouns import KINDS, PERSON
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NAMES, NounPhrase
from quizapp.generate.language.token import Sentence, SentenceKind
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import How, world
from quizapp.generate.names_in_stems import name_in_stem
from quizapp.generate.pronouns import Pronouns
from quizapp.generate.read_through import Mention, adjective
from quizapp.generate.titles import Titles
from quizapp.generate.topic import STREETS, Topic, context_of, setting_of, topic_of

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
_PLACE_NOUNS = row_of(
    "city town village river island bridge region province district lake county canton valley "
    "municipality borough prefecture gulf bay"
)
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
_NEAR = 4
"""So many sentences back a thing is still the one told last."""
_ALIKE = {
    noun: alike
    for alike in (
        row_of("ship ferry boat vessel tanker trawler liner freighter"),
        row_of("plane aircraft jet airliner"),
    )
    for noun in alike
}
"""Nouns by which one thing is called in turn, by each of them."""


class Discourse(Pronouns):
    """A ground with its sentences taken apart, asked what words mean."""

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
        if head in PERSON:
            holder = self.titles.holder(self.core(index, phrase))
            if holder is not None and holder not in taken:
                return holder
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
                left = self.parses[m.sentence].low(m.phrase.first - 1) == "from"
                state = m.entity is not None and m.entity.kind == EntityKind.COUNTRY
                if m.entity and state and m.entity.name not in taken and not left:
                    recent[m.entity.name] += 1
        last = self.ground.sentences[index - 1] if index else None
        if last is not None:
            recent.update(  # as in "Denmark's emissions" too
                e.name
                for e in self.ground.named_in(last)
                if e.kind == EntityKind.COUNTRY and e.name not in taken and self._as_state(e, last)
            )
        main = self.main_country
        if main and main.name not in taken and (main.name in recent or not recent):
            return name_in_stem(main)
        if len(recent) == 1:
            entity = self.ground.entities.find(next(iter(recent)))
            return name_in_stem(entity) if entity else None
        return None

    def _as_state(self, entity: Entity, sentence: Sentence) -> bool:
        """Whether a sentence names a country as such, and not only a language or a people."""
        return any(
            not adjective(self.text[m.start : m.end])
            for m in entity.mentions
            if sentence.span.covers(m)
        )

    def _body(self, index: int, phrase: NounPhrase, head: str, kind: EntityKind) -> str | None:
        """The one body of that kind named before: "the museum" is the Grand Museum."""
        offset = self.ground.sentences[index].tokens[phrase.first].start
        stuff = bool(lexicon().noun_categories(head) & {"animal", "substance"})  # the salmon
        kinds = () if stuff else (kind, *_THINGS)
        named = [
            e for e in self.ground.entities.all
            if e.kind in kinds
            and e.mentions and e.mentions[0].start < offset and self._is_a(e, head)
            and self.titles.fit(e, head, self.core(index, phrase))
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
        if kind == EntityKind.PLACE and head in _SETTLED:
            here = [e for e in self._titled_places if e.mentions[0].start < offset]
            if len(here) == 1 and here[0] not in named:
                return name_in_stem(here[0])
        named.sort(key=lambda e: -len(e.mentions))
        if len(named) == 1 or (named and len(named[0].mentions) >= 2 * len(named[1].mentions)):
            return name_in_stem(named[0])
        if not named and head in _FIRMS:
            named = self._main_firm(offset)
            if named:
                return name_in_stem(named[0])
        return self._introduced(index, phrase, head) if not named else None

    @cached_property
    def _titled_places(self) -> list[Entity]:
        """The places of the headline of which nothing says that they are no town."""
        title = self.ground.article.title
        return [
            e for e in self.ground.entities.all
            if e.kind == EntityKind.PLACE and e.noun in ("", *_SETTLED) and e.mentions
            and any(re.search(rf"\b{re.escape(a)}\b", title) for a in e.aliases)
            and e.name.split()[-1].lower() not in STREETS | _PLACE_NOUNS
        ]  # fmt: skip

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
        if head == entity.noun or entity.noun in _ALIKE.get(head, ()):
            return True
        place = world().place(entity.name) if entity.kind == EntityKind.PLACE else None
        if place is not None and head == place.kind:
            return True
        words = entity.name.lower().split()
        if head == words[-1] or (head == words[0] and words[1:2] == ["of"]):
            return True
        return head in self._called.get(entity.name, frozenset())

    @cached_property
    def main_country(self) -> Entity | None:
        """The country the article is about: the one of the headline, else the one named most."""
        title = self.ground.article.title
        states = [e for e in self.ground.entities.all if e.kind == EntityKind.COUNTRY]
        named = [e for e in states if re.search(rf"\b{re.escape(e.name)}\b", title)]
        if len(named) == 1:
            return named[0]
        most = self.most_named(EntityKind.COUNTRY)
        if most is None or named or not self._another_titled(most):
            return most
        return None  # who learns German in Austria is in Austria

    def _another_titled(self, most: Entity) -> bool:
        """Whether the headline names, by its name, another country than the one named most."""
        found = (world().country(word.strip(",.:;")) for word in self.ground.article.title.split())
        return any(
            each is not None and each.how is How.NAME and each.country.name != most.name
            for each in found
        )

    @cached_property
    def titles(self) -> Titles:
        """What the article calls those whom it names."""
        return Titles(self)

    @property
    def _called(self) -> dict[str, frozenset[str]]:
        return self.titles.nouns

    def core(self, index: int, phrase: NounPhrase) -> tuple[str, ...]:
        """The words of "the former finance minister" behind its article, in lower case."""
        tokens = self.ground.sentences[index].tokens[phrase.first : phrase.head + 1]
        return tuple(t.lemma if t is tokens[-1] else t.low for t in tokens if t.tag != "DT")

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
        """As in "the letter" was "a letter to Joe Biden": the words it was introduced with.

        Of a boiler operator and the grid operator, "the operator" is the one told last.
        """
        here = self.ground.sentences[index].tokens
        extra = {
            t.low for t in here[phrase.first + 1 : phrase.head] if t.tag in ("JJ", "NN", "NNP")
        }
        before = list(self._earlier(index, phrase, head, extra))
        told = [words for words in (self._modifiers(*place) for place in before) if words]
        if len(told) > 1 and told[0].isdisjoint(told[-1]):
            last = next(place for place in reversed(before) if self._modifiers(*place))
            before = [last] if index - last[0] <= _NEAR else []
        for earlier, other in before:
            mention = Mention(earlier, other, None, subject=False, plural=False)
            described = self._described(mention, loose=loose)
            if described is not None or not loose:
                return described
        return None

    def _earlier(
        self, index: int, phrase: NounPhrase, head: str, extra: set[str]
    ) -> Iterator[tuple[int, NounPhrase]]:
        """Where a noun has been used before, with at least these words before it."""
        for earlier, other in self._headed.get(head, ()):
            if (earlier, other.first) >= (index, phrase.first):
                return
            words = {t.low for t in self.parses[earlier].tokens[other.first : other.end]}
            if extra <= words:
                yield earlier, other

    @cached_property
    def _headed(self) -> dict[str, list[tuple[int, NounPhrase]]]:
        """Each singular noun with where it heads a phrase, in the order of the article."""
        found: dict[str, list[tuple[int, NounPhrase]]] = {}
        for earlier, parse in enumerate(self.parses):
            if parse.sentence.kind == SentenceKind.OTHER:
                continue
            above = parse.sentence.kind == SentenceKind.HEADLINE
            for other in parse.phrases:
                tag = parse.tag(other.head)
                named = not above and tag in NAMES  # Struan Salmon is no salmon
                if tag == "NNS" or named or (above and not self._plain_in_headline(parse, other)):
                    continue
                found.setdefault(parse.tokens[other.head].lemma, []).append((earlier, other))
        return found

    def _modifiers(self, index: int, phrase: NounPhrase) -> frozenset[str]:
        """The nouns before the noun of a phrase: the boiler of "a boiler operator"."""
        tokens = self.parses[index].tokens
        return frozenset(t.low for t in tokens[phrase.first : phrase.head] if t.tag[:2] == "NN")


def _plain(phrase: NounPhrase) -> bool:
    """Whether only "the" stands before the noun."""
    return phrase.end - phrase.first <= 2
