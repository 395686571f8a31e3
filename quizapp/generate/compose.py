"""Facts become questions: the body by kind of fact, options, accepted spellings, as-of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from quizapp.content.question import (
    Body,
    Cloze,
    DateQuestion,
    Evidence,
    ListQuestion,
    Match,
    Number,
    PartialDate,
    Precision,
    Question,
    Short,
    TrueFalse,
)
from quizapp.generate.article import Span
from quizapp.generate.candidate import SOURCE, Candidate, FactKind, Origin, stable_id
from quizapp.generate.distractors import ENOUGH, distractors, near_numbers
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.fact import Count, Fact
from quizapp.generate.facts.counts import value_of
from quizapp.generate.facts.gap_spellings import spellings
from quizapp.generate.facts.statements import Statement
from quizapp.generate.ground import Ground
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.tokenising import words as tokens_of
from quizapp.generate.language.world import How, world
from quizapp.generate.names_in_stems import name_in_stem
from quizapp.generate.near_amounts import near_amounts

_REASONS = (FactKind.PURPOSE, FactKind.CAUSE)
_GAP = re.compile(r"\{\{.*?\}\}")
_BEFORE_GAP = re.compile(r"([a-z]{3,}) \{\{")
_CALLINGS = ("ist", "ician", "grapher", "ologer", "woman", "man")
"""How nouns end that say what somebody does, known to the lexicon or not."""
_ABOUT = frozenset(("some", "about", "around", "roughly", "approximately", "nearly", "almost",
                    "close to", "an estimated"))  # fmt: skip


def candidates(fact: Fact, ground: Ground) -> Iterator[Candidate]:
    """The questions that ask for a fact, unjudged; none where its sentence stands twice."""
    span = ground.sentences[fact.sentence].span
    if len(ground.passages.places(span.of(ground.article.text))) != 1:
        return
    for stem in fact.stems:
        yield from _asked(fact, ground, stem, span)


_TRIVIAL = re.compile(
    r"(?:in order )?(?:so that (?:he|she|it|they) )?(?:to )?"
    r"(?:help|respond|cope|win|survive|raise the money|investigate|do so)"
)
"""What needs no article to be answered: "why did they send experts? To help"."""


_NO_PLACE = re.compile(
    r"Which (?:[\w-]+ )?(?:project|plan|deal|move|law|step|measure|company|firm|group|scheme|trip"
    r"|decision|event|match|game|battle)\b"
)
"""What no place can be called, whatever stands before the comma."""
_URGING = re.compile(
    r"\b(?:call on|urge|ask|order|allow|force|help|tell|want|persuade|invite|require|enable"
    r"|encourage|advise|warn|teach|expect|beg)\b"
)
"""What they say is to be done is no purpose: "called on both sides to return"."""


def _asked(fact: Fact, ground: Ground, stem: str, span: Span) -> Iterator[Candidate]:
    if fact.type == EntityKind.PLACE and _NO_PLACE.match(stem):
        return
    if fact.kind in _REASONS and fact.answers:
        answer = fact.answers[0].lower()
        asked_to = answer.startswith("to ") and _URGING.search(stem) is not None
        if asked_to or _TRIVIAL.fullmatch(answer):
            return
    if fact.pairs:
        yield _candidate(fact, ground, span, Match(stem, fact.pairs))
    elif fact.count is not None:
        yield from _counted(fact, ground, stem, span)
    elif fact.day is not None:
        if _of_other_tense(stem, fact.day, ground.article.published):
            return
        day = _cut(fact.day, fact.precision)
        yield _candidate(fact, ground, span, DateQuestion(stem, day, fact.precision))
    elif len(fact.answers) > 1:
        answers = fact.answers
        yield _candidate(fact, ground, span, ListQuestion(stem, answers, len(answers)))
    else:
        proposed = distractors(fact, ground, stem)
        if len(proposed) < 2:
            proposed = ()
        wrong = tuple(words for words, _ in proposed[:ENOUGH])
        body = Short(stem, fact.answers[0], _accepted(fact, ground), wrong)
        origins = tuple(origin for _, origin in proposed[:ENOUGH])
        yield _candidate(fact, ground, span, body, origins, proposed[ENOUGH:])


_COMING = re.compile(r"(?:On which date|In which month) (?:does|do|will|is|are)\b", re.IGNORECASE)
_GONE = re.compile(r"(?:On which date|In which month) (?:did|had)\b", re.IGNORECASE)


def _of_other_tense(stem: str, day: PartialDate, published: PartialDate | None) -> bool:
    """Whether a day lies before the article and its verb after, or the other way round."""
    if published is None or day.month is None or published.month is None:
        return False
    one = (day.year, day.month, day.day or 0)
    now = (published.year, published.month, published.day or 0 if day.day else 0)
    before, later = one < now, one > now
    return (before and bool(_COMING.search(stem))) or (later and bool(_GONE.search(stem)))


def _candidate(
    fact: Fact,
    ground: Ground,
    span: Span,
    body: Body,
    origins: tuple[Origin, ...] = (),
    spare: tuple[tuple[str, Origin], ...] = (),
) -> Candidate:
    question = Question(
        None,
        body,
        as_of=_as_of(ground.article.published) if fact.ages else None,
        attribution=fact.speaker,
        evidence=Evidence(SOURCE, span.of(ground.article.text)),
    )
    question = _with_id(question)
    return Candidate(question, span, fact.kind, origins, spare, score=fact.weight)


def _with_id(question: Question) -> Question:
    return replace(question, id=stable_id(question))


def _as_of(published: PartialDate | None) -> PartialDate | None:
    return PartialDate(published.year, published.month) if published else None


def _cut(day: PartialDate, precision: Precision) -> PartialDate:
    if precision is Precision.YEAR:
        return PartialDate(day.year)
    return PartialDate(day.year, day.month) if precision is Precision.MONTH else day


def _counted(fact: Fact, ground: Ground, stem: str, span: Span) -> Iterator[Candidate]:
    count = fact.count
    if count is None:
        return
    if count.unit in ("", "%"):
        bounded = _bounded(count, stem)
        if bounded is not None:
            yield _candidate(fact, ground, span, bounded, (Origin.NEAR,) * len(bounded.wrong))
            return
        body: Body = Number(hedged(stem, count.hedge), count.value, count.unit)
        yield _candidate(fact, ground, span, body)
        return
    if count.unit == "scaled":
        words = count.words.removeprefix(count.hedge).strip()
        near = near_amounts(words, count.unit)[:ENOUGH]
        body = Short(hedged(stem, count.hedge), words, (), near)
        yield _candidate(fact, ground, span, body, (Origin.NEAR,) * len(near))
        return
    near = _untrue(count, near_amounts(count.words, count.unit))[:ENOUGH]
    plain = count.words.removeprefix(count.hedge).strip()
    accept = (plain,) if plain != count.words else ()
    body = Short(stem, count.words, accept, near if len(near) > 1 else ())
    yield _candidate(fact, ground, span, body, (Origin.NEAR,) * len(body.wrong))


def _bounded(count: Count, stem: str) -> Short | None:
    """As in "How many residents …?", "more than 1,400": a limit stands with its number.

    Nobody says "more than how many"; None where the number is in words or only about right.
    """
    plain = count.words.removeprefix(count.hedge).strip()
    if not count.hedge or count.hedge in _ABOUT or count.hedge == "or so":
        return None
    if not plain[:1].isdigit() or not count.words.startswith(count.hedge):
        return None
    near = _untrue(count, near_amounts(count.words, count.unit))[:ENOUGH]
    if len(near) < 2:
        return None
    bare = plain.replace(",", "")
    return Short(stem, count.words, tuple(dict.fromkeys((plain, bare))), near)


_AT_LEAST = frozenset(("more than", "over", "at least", "upwards of", "above"))
_AT_MOST = frozenset(("up to", "less than", "fewer than", "under", "below", "at most"))


def _untrue(count: Count, near: tuple[str, ...]) -> tuple[str, ...]:
    """The amounts that a limit denies: of what was more than 60, more than 40 is true as well."""
    if count.hedge not in _AT_LEAST | _AT_MOST:
        return near
    own = _AMOUNT.search(count.words)
    if own is None:
        return ()
    if count.unit == "%":
        near = tuple(n for n in near if float(_AMOUNT.findall(n)[0].replace(",", "")) < 100)
    value = Decimal(own.group().replace(",", ""))
    sides = ((words, _AMOUNT.search(words)) for words in near)
    return tuple(
        words
        for words, found in sides
        if found is not None
        and (Decimal(found.group().replace(",", "")) > value) == (count.hedge in _AT_LEAST)
    )


_LIMIT = re.compile(rf"(?i)\b(?:{'|'.join(sorted(_AT_LEAST | _AT_MOST))}) \{{\{{")
_AT_HOW_MANY = re.compile(r"^(?P<scene>.*, )?[Aa]t how many (?P<rest>[^,?]+)\?$")
_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)?")


def hedged(stem: str, hedge: str) -> str:
    """A question for a number that the source only gives roughly: "About how many …?"."""
    if not hedge:
        return stem
    said = "about" if hedge in _ABOUT else hedge
    if hedge == "or so":
        return stem
    bound = _AT_HOW_MANY.match(stem)
    if bound is not None and said == "about":
        whole = f"About how many {bound['rest']} at?"
        scene = bound["scene"]
        return f"{scene}a{whole[1:]}" if scene else whole
    for start in ("How many", "What percentage", "what percentage", "how many"):
        at = stem.find(start)
        if at == 0:
            return (
                f"{said[:1].upper()}{said[1:]} {start[:1].lower()}{start[1:]}{stem[len(start) :]}"
            )
        if at > 0:
            return f"{stem[:at]}{said} {stem[at:]}"
    return stem


def _accepted(fact: Fact, ground: Ground) -> tuple[str, ...]:
    """What else is right when typed: a surname, an abbreviation, a country's other names."""
    answer = fact.answers[0]
    entity = ground.entities.find(answer)
    found = list(fact.accept)
    if entity is None:
        opening, _, bare = answer.partition(" ")
        return (*found, bare) if opening in ("a", "an", "the") and bare else tuple(found)
    if entity.kind == EntityKind.PERSON and " " in answer:
        surname = [a for a in entity.aliases if " " not in a and answer.endswith(a)]
        found += sorted(surname)
    elif entity.kind == EntityKind.COUNTRY:
        country = world().country(answer)
        if country is not None:
            named = [n for n, how in country.country.names() if how in (How.NAME, How.ALIAS)]
            found += [n for n in named if n != answer][:4]
            said = ground.sentences[fact.sentence].span.of(ground.article.text)
            capital = country.country.capital
            if capital and capital in said and country.country.name not in said:
                found.append(capital)
    elif entity.kind in (EntityKind.ORGANISATION, EntityKind.WORK, EntityKind.EVENT):
        others = sorted(a for a in entity.aliases if a != answer and a in ground.article.text)
        found += others[:4]
        known = world().organisation(answer)
        if known is not None:
            found += [
                n for n in (known.name, *known.aliases[:2]) if n != answer and n not in found
            ]
    return tuple(dict.fromkeys(found))


def gap_candidate(statement: Statement, ground: Ground) -> Candidate | None:
    """A cloze that asks for the gap of a statement; None where the article's own braces stand."""
    if not statement.text.count("{") == statement.text.count("}") == len("{{"):
        return None
    fact = _fact_of(statement, 0.4)
    others = dict.fromkeys((*_accepted(fact, ground), *spellings(statement.answer)))
    accept = tuple((other, statement.answer) for other in others)
    span = ground.sentences[statement.sentence].span
    if len(ground.passages.places(span.of(ground.article.text))) != 1:
        return None
    text = statement.text[:1].upper() + statement.text[1:]
    return _candidate(fact, ground, span, Cloze(text, accept))


def false_candidate(statement: Statement, ground: Ground) -> Candidate | None:
    """A statement made false by another name, number or year in its gap, with the true one."""
    fact = _fact_of(statement, 0.4)
    true = statement.filled(statement.answer)
    wrong = _other(statement, fact, ground, true)
    span = ground.sentences[statement.sentence].span
    if wrong is None or len(ground.passages.places(span.of(ground.article.text))) != 1:
        return None
    words, origin = wrong
    said = statement.text
    if fact.type == EntityKind.PERSON and _described(said):
        return None  # the other person is no Chilean glaciologist
    other = ground.entities.find(words) if fact.type != EntityKind.OTHER else None
    if other is not None or fact.type != EntityKind.OTHER:
        full = name_in_stem(other or Entity(words, fact.type, frozenset()))
        said = re.sub(r"(?i)\bthe (?=\{\{)", "", said)
        before = _BEFORE_GAP.search(said)
        told = before is not None and "JJ" in lexicon().tags(before[1])  # the liberal {{Union}}
        words = full.removeprefix("the ") if told else full
    false = _GAP.sub(lambda _: words, said)
    body = TrueFalse(false[:1].upper() + false[1:], answer=False, correction=true)
    return _candidate(fact, ground, span, body, (origin,))


def _described(said: str) -> bool:
    """Whether a noun before the gap says who is meant: "the glaciologist {{Ada Holt}}"."""
    before = _BEFORE_GAP.search(said)
    if before is None:
        return False
    known = "person" in lexicon().noun_categories(before[1])
    return known or before[1].endswith(_CALLINGS)


def _other(
    statement: Statement, fact: Fact, ground: Ground, true: str
) -> tuple[str, Origin] | None:
    if statement.count and _LIMIT.search(statement.text):
        return None  # of what was more than 60, more than 80 may be true as well
    if statement.count:
        value = value_of(list(tokens_of(statement.answer, Span(0, len(statement.answer)))))
        if value is None or not statement.answer[:1].isdigit() or "." in statement.answer:
            return None
        near = near_numbers(value)
        written = f"{near[0]:,}" if "," in statement.answer or value < 1000 else str(near[0])
        scaled = not statement.answer.replace(",", "").isdigit()
        return None if scaled or not near else (written, Origin.NEAR)
    if fact.kind is FactKind.TIME:
        if not statement.answer.isdigit():
            return None  # another day would be wrong in a way that nobody remembers
        return str(int(statement.answer) - 2 - int(statement.answer) % 3), Origin.NEAR
    place = fact.type == EntityKind.PLACE  # of two places of one article both may be true
    others = distractors(fact, ground, true)
    return next((o for o in others if not place or o[1] is not Origin.ARTICLE), None)


def _fact_of(statement: Statement, weight: float) -> Fact:
    entity = statement.entity
    return Fact(
        statement.kind,
        statement.sentence,
        (statement.text,),
        (entity.name if entity else statement.answer,),
        entity.kind if entity else EntityKind.OTHER,
        speaker=statement.speaker,
        ages=statement.ages,
        predicate="statement",
        weight=weight,
    )


def role_match(facts: tuple[Fact, ...]) -> Fact | None:
    """Three or more holders of offices joined with what they hold; None of fewer."""
    seen: dict[str, tuple[str, int]] = {}
    for fact in facts:
        if fact.predicate.startswith("held ") and len(fact.answers[0]) <= 60:
            name = fact.stems[0].removeprefix("Which office did ").split(" hold")[0]
            seen.setdefault(name, (fact.answers[0], fact.sentence))
    roles = [role for role, _ in seen.values()]
    if len(seen) < 3 or len(set(roles)) < len(roles):
        return None
    pairs = tuple((name, role) for name, (role, _) in list(seen.items())[:5])
    sentences = {sentence for _, sentence in seen.values()}
    if len(sentences) != 1:
        return None
    return Fact(
        FactKind.OFFICE, sentences.pop(), ("Match each person with the office they held.",),
        (), pairs=pairs, ages=True, predicate="match offices", weight=0.6,
    )  # fmt: skip
