"""The words of a clause that a student can be asked to fill in: names, numbers, years, votes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.language.clause import Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NounPhrase
from quizapp.generate.language.quantities import Quantity, Sort
from quizapp.generate.language.times import MONTHS, TimePhrase, When
from quizapp.generate.language.token import SentenceKind, Token
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import world


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of a clause to be filled in.

    Attributes:
        kind: what they are.
        first: index of their first token.
        end: index after their last.
        entity: what they name, or None.
        count: whether they are a number.
    """

    kind: FactKind
    first: int
    end: int
    entity: Entity | None = None
    count: bool = False


_WORDED = frozenset((Sort.COUNT, Sort.SHARE, Sort.LENGTH, Sort.MEASURE))
"""Numbers whose unit stays beside the gap."""
_WHOLE = frozenset((Sort.VOTE, Sort.PART, Sort.RATIO))
"""What is filled in whole: "six votes to three", "a fifth"."""
_COUNTED = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG"))
"""Parts of speech of what can stand behind a number that counts it."""
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_JOINED = frozenset(("and", "or", "-", "–", "to"))
_AGAINST = frozenset(("v", "v.", "vs", "vs."))
_CLOCK = frozenset(("a.m.", "p.m.", "am", "pm", "o'clock"))


def gaps_of(discourse: Discourse, index: int, parse: Parse, clause: Clause) -> Iterator[Gap]:
    """The gaps that a clause can have: numbers first, then names, then years."""
    within = _Within(clause)
    days = [t for t in discourse.times(index) if t.when is not When.LENGTH]
    yield from (
        gap
        for quantity in parse.quantities
        if within(quantity.first, quantity.end)
        and not any(t.first <= quantity.number < t.end for t in days)
        for gap in _amount(parse, quantity)
    )
    yield from _names(discourse, index, parse, clause, days)
    for time in days:
        if within(time.first, time.end) and _is_year(time):
            yield Gap(FactKind.TIME, time.end - 1, time.end)
        elif within(time.first, time.end) and _is_day(parse, time):
            yield Gap(FactKind.TIME, time.first + bool(time.preposition), time.end)
    timed = {i for t in days for i in range(t.first, t.end)}
    for i in range(clause.opened, clause.end):
        year = _YEAR.fullmatch(parse.tokens[i].text) and parse.low(i - 1) == "of"
        if year and i not in timed and within(i, i + 1) and parse.low(i + 1) not in _JOINED:
            yield Gap(FactKind.TIME, i, i + 1)
    yield from _things(discourse, index, parse, clause, days)


@dataclass(frozen=True, slots=True)
class _Within:
    """Whether words belong to a clause's subject or stand behind its verb."""

    clause: Clause

    def __call__(self, first: int, end: int) -> bool:
        subject, verb = self.clause.subject, self.clause.verb
        behind = verb.end <= first and end <= self.clause.end
        return behind or (subject is not None and subject.first <= first and end <= subject.end)


def _amount(parse: Parse, quantity: Quantity) -> Iterator[Gap]:
    if not quantity.exact or quantity.ranged or parse.low(quantity.end) in _CLOCK:
        return
    if quantity.sort in _WHOLE:
        yield Gap(FactKind.SHARE, quantity.number, quantity.end)
        return
    if quantity.value is None:
        return
    if quantity.sort is Sort.MONEY:
        yield Gap(FactKind.COUNT, quantity.number, _behind(parse, quantity.number))
        return
    joined = quantity.sort is Sort.LENGTH and not quantity.unit  # two minutes and 40 seconds
    few = quantity.value <= (1 if quantity.sort is Sort.LENGTH else 2)
    if quantity.sort not in _WORDED or joined or few:
        return
    end = _behind(parse, quantity.number)
    counted = parse.tag(end) in _COUNTED or parse.low(end) == "of"
    counted = counted or quantity.sort is not Sort.COUNT
    if counted and end > quantity.number:
        kind = FactKind.SHARE if quantity.sort is Sort.SHARE else FactKind.COUNT
        yield Gap(kind, quantity.number, end, count=True)


def _behind(parse: Parse, first: int) -> int:
    """Index behind the words of a number: "three and a half", "£ 9.4m"."""
    end = first
    while parse.tag(end) in ("CD", "$"):
        end += 1
    half = [parse.low(end + k) for k in range(3)] == ["and", "a", "half"]
    return end + 3 if half else end


def _names(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, days: list[TimePhrase]
) -> Iterator[Gap]:
    within = _Within(clause)
    # who did not is nearly everybody; how many did not may be asked
    nobody = clause.verb.negative or parse.low(clause.verb.end) == "no"
    for phrase in parse.phrases:
        if nobody or not within(phrase.first, phrase.end) or _beside_others(parse, phrase):
            continue
        if any(t.first <= phrase.head < t.end for t in days):
            continue
        entity = discourse.entity(index, phrase)
        if entity is None or _numbered(parse, phrase) or not _is_known(entity):
            continue
        first = phrase.end - 1
        while first > phrase.first and parse.tag(first - 1) in ("NNP", "NNPS"):
            first -= 1
        words = discourse.words(index, first, phrase.end)
        if entity.kind == EntityKind.COUNTRY and words != entity.name:
            continue  # Athens, where Greece is meant
        if discourse.ground.entities.find(words) is entity and phrase.end == phrase.head + 1:
            yield Gap(FactKind.ACTION, first, phrase.end, entity)


def _beside_others(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a phrase is one of several that would fill the gap: "France and Spain"."""
    before, behind = parse.low(phrase.first - 1), parse.low(phrase.end)
    if {before, behind} & _AGAINST:
        return True
    if before in ("and", "or", "from", "between") or behind in ("and", "or", "to"):
        return True
    return (behind == "," and parse.tag(phrase.end + 1) in ("NNP", "CC")) or (
        before == "," and parse.tag(phrase.first - 2) == "NNP"
    )


def _numbered(parse: Parse, phrase: NounPhrase) -> bool:
    """As in "about 70 BC"."""
    return any(parse.tag(i) == "CD" for i in range(phrase.first, phrase.end))


def _is_known(entity: Entity) -> bool:
    """Whether a student can be asked to name it: not a village that is named once."""
    if entity.kind in (EntityKind.OTHER, EntityKind.PEOPLE):
        return False
    if entity.kind != EntityKind.PLACE:
        return (
            len(entity.name.split()) > 1
            or len(entity.mentions) > 1
            or entity.kind in (EntityKind.COUNTRY, EntityKind.ORGANISATION)
        )
    return len(entity.mentions) > 1 or world().place(entity.name) is not None


def _is_year(time: TimePhrase) -> bool:
    absolute = time.when is When.ABSOLUTE and time.whole
    return absolute and time.value is not None and not time.value.month


def _is_day(parse: Parse, time: TimePhrase) -> bool:
    """As in "on 12 April", "in May 2021": a month is named, and the date is known."""
    first = time.first + bool(time.preposition)
    said = [parse.low(i) for i in range(first, time.end)]
    named = any(word in MONTHS for word in said)
    plain = all(word in MONTHS or word.rstrip("stndrh").isdigit() or word == "," for word in said)
    listed = parse.low(time.end) in ("and", "or") or parse.low(first - 1) in ("and", "or")
    return (
        named and plain and not listed and time.value is not None and time.value.month is not None
    )


_PARTS = row_of("quarter third fifth")
"""As in "by a quarter of a percentage point"."""
_STUFF = frozenset(("substance", "animal"))
_POINTING = row_of("this these those that his her their no")
_SHORTEST = 4
_EVERYDAY = row_of(
    "time year month week day night hour minute way side top end middle edge part number people "
    "man woman child person member group thing case place area site home house town city village "
    "country state world vote decision move talk meeting statement report article evening morning "
    "afternoon food water air ground staff figure level amount share total money point steam "
    "verdict household couple force headquarters seat pool dock stage gallery "
    "district community region province authority majority metal material fuel drug medicine "
    "animal fish bird cabinet entrance crew clay mud rain snow wind ice enzyme"
)
"""Nouns that are everywhere, so that nobody need know them."""
_LEADING = 5
"""Sentences at the top of an article, of which each noun may matter."""


def _things(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, days: list[TimePhrase]
) -> Iterator[Gap]:
    """Common nouns behind the verb that say one particular thing: "a benchmark interest rate"."""
    if clause.verb.negative or clause.role is Role.RELATIVE:
        return
    above = _headline_words(discourse)
    leads = any(s.index == index for s in list(discourse.prose)[:_LEADING])
    for phrase in parse.phrases:
        head = parse.tokens[phrase.head]
        behind = clause.verb.end <= phrase.first and phrase.end <= clause.end
        if not behind or phrase.end != phrase.head + 1 or _beside_others(parse, phrase):
            continue
        timed = any(t.first <= phrase.head < t.end for t in days)
        if timed or not _is_common(head) or {head.low, head.lemma} & above:
            continue
        first = phrase.head
        while first > phrase.first and parse.tag(first - 1) == "NN":
            first -= 1
        kinds = lexicon().noun_categories(head.lemma)
        main = leads and clause.role is Role.MAIN
        part = head.lemma in _PARTS and parse.low(phrase.end) == "of"
        telling = part or kinds & _STUFF or (main and first < phrase.head and "place" not in kinds)
        if telling and parse.low(phrase.first) not in _POINTING:
            yield Gap(FactKind.APPOSITION, first, phrase.end)


def _is_common(head: Token) -> bool:
    """Whether a noun is no name, and not one that is everywhere."""
    plain = head.tag in ("NN", "NNS") and head.text == head.low and "-" not in head.text
    return plain and len(head.text) >= _SHORTEST and head.lemma not in _EVERYDAY


def _headline_words(discourse: Discourse) -> set[str]:
    """The words of the headline, which a question may show."""
    ground = discourse.ground
    above = {word.lower() for word in ground.article.title.split()}
    for sentence in ground.sentences:
        if sentence.kind is SentenceKind.HEADLINE:
            above |= {t.lemma for t in sentence.tokens}
    return above
