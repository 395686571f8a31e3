"""How many, how much and what share: the quantities of a clause asked where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Count, Fact
from quizapp.generate.facts.amounts import (
    GIVING,
    LONG,
    RACING,
    behind_link,
    how_large,
    how_many,
    is_measure,
    of_object,
)
from quizapp.generate.facts.asking import did, predicate, subject_words
from quizapp.generate.facts.numbered import number_fact
from quizapp.generate.facts.once import simply
from quizapp.generate.facts.place import At, front, low_first, tail_of, unclear, words_of
from quizapp.generate.facts.speakers import speaker_of
from quizapp.generate.facts.tolls import magnitude, toll
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NOUNS, NounPhrase
from quizapp.generate.language.quantities import Quantity, Sort, value_of
from quizapp.generate.language.token import Sentence
from quizapp.generate.language.word_list import row_of
from quizapp.generate.stem import Stem

__all__ = ("count_facts", "count_in", "value_of")

_INCOMPLETE = frozenset(("join", "follow", "leave", "support", "back", "want"))
"""Verbs that say nothing without an object."""
_SUPPOSED = frozenset(("if", "unless", "whether", "until", "once", "as"))
_UNSURE = frozenset(("may", "might", "'d"))
_DEEDS = row_of(
    "sentence fine jail order convict arrest evacuate rescue cut raise lower sell buy pay build "
    "win lose award recruit hire beat borrow spend invest donate deport expel seize destroy "
    "damage move"
)
"""What somebody does besides, told by a participle: "…, sentencing him to six years"."""
_GIVING = row_of("promise pledge offer demand order request propose record register recommend")
"""Verbs of saying that may have a number of things as their object."""
_LINKS = row_of("by at to from for with in into on over across below above within")


def count_facts(discourse: Discourse) -> Iterator[Fact]:
    """Every quantity that can be asked."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        if parse.tokens[-1].text == "?":
            continue
        places = tuple(_places(discourse, sentence, parse))
        for at in places:
            with suppress(HangingError):
                yield from magnitude(at)
        done: set[int] = set()
        found = parse.quantities
        for at in places:
            for quantity in found:
                fact = None if quantity.first in done else _tried(at, quantity)
                if fact is not None:
                    done.add(quantity.first)
                    yield fact


def _places(discourse: Discourse, sentence: Sentence, parse: Parse) -> Iterator[At]:
    """The clauses that state something, relative ones last."""
    clauses = sorted(parse.clauses, key=lambda c: c.role is Role.RELATIVE)
    besides = (c for c in parse.trailing if parse.tokens[c.verb.main].lemma in _DEEDS)
    for clause in (*clauses, *parse.reduced, *parse.intended, *besides):
        supposed = (
            clause.role is Role.UNDER
            and clause.under in _SUPPOSED
            and not (clause.under == "as" and parse.tag(clause.verb.first) == "VBD")
        )  # as all eleven members raised their hands
        unsure = _is_unsure(parse, clause) or clause.verb.negative
        if supposed or unsure or clause.subject is None:
            continue
        with suppress(HangingError):
            speaker = speaker_of(discourse, sentence.index, clause)
            yield At(discourse, sentence.index, parse, clause, speaker)


def _is_unsure(parse: Parse, clause: Clause) -> bool:
    """Whether nobody says that it is, was or will be so: "may cost", but not "should cost"."""
    first = parse.low(clause.verb.first)
    if first == "would":
        past = parse.low(clause.verb.first + 1) == "have"
        return not (past or clause.role is Role.THAT)
    return first in _UNSURE or (first == "could" and clause.role is Role.UNDER)


def _tried(at: At, quantity: Quantity) -> Fact | None:
    try:
        return _asked(at, quantity)
    except HangingError:
        return None


def _asked(at: At, quantity: Quantity) -> Fact | None:
    parse, verb, subject = at.parse, at.clause.verb, at.clause.subject
    single = quantity.sort is Sort.COUNT and (quantity.value or 0) <= 1
    then = any(t.low == "then" for t in words_of(at))
    again = parse.low(quantity.first - 1) == "every"  # every six minutes
    if subject is None or not quantity.exact or single or then or again:
        return None
    if quantity.sort is Sort.VOTE and verb.end == quantity.first - 2 and (
        parse.low(verb.end) == ","
    ):  # fmt: skip
        return _voted(at, quantity)
    if subject.first <= quantity.first < verb.first:
        return _in_subject(at, quantity)
    if verb.end <= quantity.first and quantity.end <= at.clause.end:
        if parse.low(verb.first - 1) == "there":
            return _existing(at, quantity)
        return _behind(at, quantity)
    after = at.clause.end < quantity.first and at.clause.role is Role.MAIN
    return toll(at, quantity) if after else None


# -- where it stands ----------------------------------------------------------------------------


def _existing(at: At, quantity: Quantity) -> Fact | None:
    """As in "There are 3,770 troops in Kosovo"."""
    stem = at.stem()
    if any(at.parse.tag(i) != "RB" for i in range(at.clause.verb.end, quantity.first)):
        return None
    asked, end = how_many(at, quantity, stem)
    verb = {"is": "are", "was": "were"}.get(at.parse.low(at.clause.verb.first),
                                            at.parse.low(at.clause.verb.first))  # fmt: skip
    if verb not in ("are", "were"):
        return None
    tail = tail_of(at, stem, end, asked)
    return number_fact(at, stem, quantity, f"{asked} {verb} there {tail}", 0.9)


def _in_subject(at: At, quantity: Quantity) -> Fact | None:  # noqa: C901, PLR0912 - a shape of words each
    """As in "Some 640 students who live west of the river will be bused"."""
    clause, parse, stem = at.clause, at.parse, at.stem()
    subject = clause.subject
    if subject is None or not clause.verb.finite:
        return None
    if at.lemma == "do":
        return _did_so(at, quantity)
    if clause.role is Role.RELATIVE and at.lemma not in ("live", "work", "belong", "serve"):
        return None
    large = how_large(at, quantity)
    if large is None and quantity.first > subject.first + 1:
        return None
    ahead = _of_those(at, quantity, stem)
    if ahead:
        asked, end = ahead, quantity.end
    elif large is not None:
        asked, end = large[0], large[2]
    else:
        asked, end = how_many(at, quantity, stem)
    if large is None and quantity.sort in (Sort.LENGTH, Sort.MEASURE, Sort.MONEY):
        return None
    stem.bound = True
    rest = ""
    if end < clause.verb.first:
        between = range(end, clause.verb.first)
        if any(parse.tag(i) in (",", "CC", "``", "''", ":", "(") for i in between):
            if subject.end > end or parse.tag(end) != ",":
                raise HangingError("aside")
        else:
            rest = stem.words(end, clause.verb.first)
    least = clause.object.end if clause.object else 0
    said = predicate(stem, clause, clause.verb.first, room=at.room(f"{asked} {rest}"), least=least)
    ahead = "" if ahead else front(at)
    if _lacking(at, said):
        raise HangingError(said)
    said = said.replace(" since been ", " been ")
    return number_fact(at, stem, quantity, f"{asked} {rest} {said} {ahead}", 0.85)


def _of_those(at: At, quantity: Quantity, stem: Stem) -> str:
    """As in "Of the 2,340 members who took part, 71% were in favour": what is asked of them."""
    parse, subject = at.parse, at.clause.subject
    comma = next((i for i in range(1, len(parse.tokens)) if parse.low(i) == ","), 0)
    alone = quantity.end == at.clause.verb.first and subject is not None
    if not alone or parse.low(0) not in ("of", "among") or quantity.first != comma + 1:
        return ""
    asked = {Sort.SHARE: "What percentage", Sort.COUNT: "How many"}.get(quantity.sort)
    return f"{asked} of {stem.words(1, comma)}" if asked else ""


def _lacking(at: At, said: str) -> bool:
    """Whether a verb wants an object that it does not have."""
    alone = len(said.split()) < 2 and "intrans" not in lexicon().verb_flags(at.lemma)
    bare = at.clause.object is None and not at.clause.verb.passive
    return alone or (at.lemma in _INCOMPLETE and bare)


def _did_so(at: At, quantity: Quantity) -> Fact | None:
    """As in "Nearly 81 percent of the people entitled to vote did so"."""
    verb, stem = at.clause.verb, at.stem()
    asked, end = how_many(at, quantity, stem)
    rest = stem.words(end, verb.first) if end < verb.first else ""
    if at.parse.low(verb.end) != "so" or " to " not in f" {asked} {rest} ":
        return None
    return number_fact(
        at, stem, quantity, f"{asked} {rest} {at.parse.low(verb.first)} so {front(at)}", 0.85
    )


def _behind(at: At, quantity: Quantity) -> Fact | None:
    """Behind the verb: "hosts 3,770 troops", "was fined £750,000", "fell by 2 percent"."""
    clause, parse, stem = at.clause, at.parse, at.stem()
    if any(_parts(parse, i) for i in range(clause.verb.end, quantity.first)):
        return None
    if _says_nothing(at, quantity) or unclear(at):
        return None
    stands = _standing(at, quantity)
    subject = subject_words(stem, clause)
    if (subject.split() or ["who"])[0].lower() in ("which", "who", "that", "what"):
        return None
    stem.present.add(subject)
    helper, rest = did(parse, clause, stem)
    if not any(t.low == "since" for t in words_of(at)):
        helper, rest = simply(parse, clause, helper, rest)
    asker, stop, end, weight = _asker(at, quantity, stem, stands)
    if parse.low(end) == "that" and quantity.sort in (Sort.SHARE, Sort.PART, Sort.RATIO):
        raise HangingError("of which of them")  # a third of the goods that Iceland sells
    if stop > clause.verb.end:
        rest += " " + stem.words(clause.verb.end, stop)
    if asker.startswith("To how many") and rest.split() == ["home"]:
        asker, rest = asker.removeprefix("To ").capitalize(), "home to"  # Greenland is home to …
    begun = f"{asker} {helper} {subject} {rest}"
    tail = tail_of(at, stem, end, begun)
    return number_fact(at, stem, quantity, f"{begun} {tail} {front(at)}", weight)


def _says_nothing(at: At, quantity: Quantity) -> bool:
    """Whether the verb cannot be asked about."""
    direct = at.clause.verb.end == quantity.first or how_large(at, quantity) is not None
    gives = direct and at.lemma in _GIVING
    says = "say" in lexicon().verb_flags(at.lemma) and quantity.sort is not Sort.VOTE and not gives
    there = any(t.low == "there" for t in words_of(at)[:-1] if t.tag == "EX")
    return says or there or at.lemma in ("do", "range")


@dataclass(frozen=True, slots=True)
class _Standing:
    """How a quantity stands behind its verb.

    Attributes:
        start: index of the first word that belongs to it.
        large: what `how_large` tells of it.
        direct: only adverbs stand between.
        link: the preposition before it, or "" where it is an object.
    """

    start: int
    large: tuple[str, int, int] | None
    direct: bool
    link: str


def _standing(at: At, quantity: Quantity) -> _Standing:
    """How a quantity stands behind its verb: told before any words are looked for.

    Raises:
        HangingError: the quantity belongs to something else.
    """
    clause, parse = at.clause, at.parse
    inside = _phrase_holding(parse, quantity)
    start = inside.first if inside and inside.first < quantity.first else quantity.first
    large = how_large(at, quantity)
    start = large[1] if large else start
    if not large and any(parse.tag(i) in _PARTING for i in range(start, quantity.first)):
        raise HangingError("part of another phrase")
    if all(parse.tag(i) in ("RB", "RP") for i in range(clause.verb.end, start)):
        return _Standing(start, large, direct=True, link="")
    given = parse.phrase_by_first.get(clause.verb.end)
    if given is not None and given.end == start and at.lemma in GIVING and not large:
        return _Standing(start, large, direct=False, link="")  # cost the treasury 180m euros
    link = parse.low(start - 1)
    if link == "with" and parse.tag(start - 2) in NOUNS:
        raise HangingError(link)  # a car club with two vehicles
    if (
        link not in _LINKS
        or parse.tag(start - 1) not in ("IN", "TO")
        or _timed(at, quantity, start)
    ):
        raise HangingError(link)
    return _Standing(start, large, direct=False, link=link)


def _asker(
    at: At, quantity: Quantity, stem: Stem, stands: _Standing
) -> tuple[str, int, int, float]:
    """(question word, index where the words before it end, index behind it, weight).

    Raises:
        HangingError: it cannot be asked for.
    """
    parse, start, large = at.parse, stands.start, stands.large
    if stands.link:
        asker, end, weight = behind_link(at, quantity, stem, stands.link)
        return f"{stands.link.capitalize()} {low_first(asker)}", start - 1, end, weight
    if stands.direct:
        if (
            at.lemma in ("be", "become")
            and quantity.sort is Sort.SHARE
            and (parse.tag(quantity.end) == "JJR")
        ):
            return "By what percentage", start, quantity.end, 0.8  # 40 per cent cheaper
        if is_measure(at, quantity):
            return "What", start, quantity.end, 0.8
        if large is not None:
            return large[0], start, large[2], 0.8
    asker, end, weight = of_object(at, quantity, stem)
    return asker, start, end, weight


def _timed(at: At, quantity: Quantity, start: int) -> bool:
    """Whether the quantity only says when, and is no length that is asked for."""
    if quantity.sort is Sort.LENGTH and at.lemma in RACING and quantity.unit not in LONG:
        return False
    return any(
        t.first < start < t.end and t.preposition not in ("for", "")
        for t in at.discourse.times(at.index)
    )


_COMPARING = row_of(
    "than as like including because after before since that within during among between per until "
    "when"
)
_PARTING = frozenset(("IN", "TO", "NN", "NNS", "NNP"))


def _parts(parse: Parse, i: int) -> bool:
    """Whether a quantity behind this token belongs to another verb, or to a comparison."""
    tag, low = parse.tag(i), parse.low(i)
    if tag in ("VB", "VBG", ",", ":", "CC", "WDT", "WP", "WRB", "VBD", "VBZ", "VBP", "MD"):
        return True
    return low in _COMPARING


def _phrase_holding(parse: Parse, quantity: Quantity) -> NounPhrase | None:
    return next((p for p in parse.phrases if p.first <= quantity.first < p.end), None)


def _voted(at: At, quantity: Quantity) -> Fact | None:
    """As in "The court said, by ten votes to four, that …"."""
    parse, stem, end = at.parse, at.stem(), quantity.end
    if parse.low(end) != "," or parse.low(end + 1) != "that":
        return None
    stop = end + 1
    while parse.tag(stop) not in (",", ":", ".", "CC", "``", "''"):
        stop += 1
    subject = subject_words(stem, at.clause)
    helper, rest = did(parse, at.clause, stem)
    said = stem.words(end + 1, stop)
    question = f"By what vote {helper} {subject} {rest} {said} {front(at)}"
    return number_fact(at, stem, quantity, question, 0.85)


def count_in(parse: Parse, phrase: NounPhrase) -> tuple[int, int, Count] | None:
    """(first, end, count) of the number in a noun phrase, its hedge taken along; None without."""
    for quantity in parse.quantities:
        if not (phrase.first <= quantity.number < phrase.end) or not quantity.exact:
            continue
        if quantity.sort not in (Sort.COUNT, Sort.SHARE) or quantity.value is None:
            continue
        words = " ".join(t.text for t in parse.tokens[quantity.first : quantity.end])
        unit = "%" if quantity.sort is Sort.SHARE else ""
        return quantity.first, quantity.end, Count(quantity.value, words, quantity.hedge, unit)
    return None
