"""How many, how much and what share: the quantities of a clause asked where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Count, Fact
from quizapp.generate.facts.amounts import RACING, behind_link, how_large, how_many, of_object
from quizapp.generate.facts.asking import (
    did,
    posed,
    predicate,
    speaker_of,
    speaker_words,
    subject_words,
)
from quizapp.generate.facts.once import simply
from quizapp.generate.facts.place import At, front, is_done, low_first, tail_of, unclear, words_of
from quizapp.generate.language.clauses import Parse, Role
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NounPhrase
from quizapp.generate.language.quantities import Quantity, Sort, quantities, value_of
from quizapp.generate.language.token import Sentence
from quizapp.generate.stem import HangingError, Stem
from quizapp.generate.topic import TOLL

__all__ = ("count_facts", "count_in", "value_of")

_UNSURE = frozenset(("may", "might", "could", "should", "would", "'d"))
_MILLION = 10**6
_SCALES = ("million", "billion", "trillion")
_LEFT = frozenset("dead homeless injured missing wounded stranded trapped hurt".split())
_LINKS = frozenset("by at to from for with in into on over across".split())


def count_facts(discourse: Discourse) -> Iterator[Fact]:
    """Every quantity that can be asked."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        found = quantities(parse.tokens)
        if parse.tokens[-1].text == "?":
            continue
        try:
            yield from _magnitudes(discourse, sentence, parse)
        except HangingError:
            pass
        done: set[int] = set()
        clauses = sorted(parse.clauses, key=lambda c: c.role is Role.RELATIVE)
        for clause in (*clauses, *parse.reduced):
            first = parse.low(clause.verb.first)
            unsure = clause.role == Role.UNDER and clause.under in (
                "if",
                "unless",
                "whether",
                "until",
            )
            if unsure or first in _UNSURE or clause.verb.negative or clause.subject is None:
                continue
            try:
                at = At(discourse, sentence.index, parse, clause,
                         speaker_of(discourse, sentence.index, clause))  # fmt: skip
            except HangingError:
                continue
            for quantity in found:
                if quantity.first in done:
                    continue
                try:
                    fact = _asked(at, quantity, sentence)
                except HangingError:
                    continue
                if fact is not None:
                    done.add(quantity.first)
                    yield fact


def _asked(at: At, quantity: Quantity, sentence: Sentence) -> Fact | None:
    subject = at.clause.subject
    if subject is None or not quantity.exact:
        return None
    if quantity.sort is Sort.COUNT and (quantity.value or 0) <= 1:
        return None
    vote = quantity.sort is Sort.VOTE and at.parse.low(quantity.first - 2) == ","
    if vote and at.clause.verb.end == quantity.first - 2:
        return _voted(at, quantity)
    if subject.first <= quantity.first < at.clause.verb.first:
        return _in_subject(at, quantity)
    if at.clause.verb.end <= quantity.first and quantity.end <= at.clause.end:
        if at.parse.low(at.clause.verb.first - 1) == "there":
            return _existing(at, quantity)
        if any(t.low == "there" for t in sentence.tokens[subject.first : at.clause.verb.first]):
            return None
        return _behind(at, quantity)
    if at.clause.end < quantity.first and at.clause.role is Role.MAIN:
        return _toll(at, quantity)
    return None


def _fact(at: At, stem: Stem, quantity: Quantity, question: str, weight: float) -> Fact:
    words = _as_written(at, quantity)
    share = quantity.sort in (Sort.SHARE, Sort.PART, Sort.RATIO)
    value = quantity.value or Decimal(0)
    glued = quantity.end == quantity.number + 1 and quantity.sort is Sort.MEASURE
    number = quantity.sort in (Sort.COUNT, Sort.SHARE) or bool(
        quantity.sort in (Sort.MEASURE, Sort.LENGTH) and quantity.unit
    )
    number = number and not glued and " half" not in words
    unit = "%" if quantity.sort is Sort.SHARE else "" if number else quantity.sort.value
    if number and value >= _MILLION and any(scale in words for scale in _SCALES):
        unit = "scaled"
        if quantity.sort is not Sort.COUNT:
            words = words[: words.rindex("illion") + len("illion")]
    whole = value == value.to_integral_value()
    return Fact(
        FactKind.SHARE if share else FactKind.COUNT,
        at.index,
        (posed(stem, question, at.speaker),),
        (words,),
        count=Count(value.quantize(Decimal(1)) if whole else value, words, quantity.hedge, unit),
        speaker=speaker_words(at.speaker) if at.speaker else "",
        ages=stem.ages or at.parse.tag(at.clause.verb.first) in ("VBZ", "VBP") and not is_done(at),
        predicate=f"{at.lemma} {at.clause.verb.main}",
        weight=weight,
    )


def _as_written(at: At, quantity: Quantity) -> str:
    """The words of a quantity, without the capital of a sentence's beginning."""
    words = " ".join(at.discourse.words(at.index, quantity.first, quantity.end).split())
    return low_first(words) if quantity.first == 0 else words


# -- where it stands ----------------------------------------------------------------------------


def _existing(at: At, quantity: Quantity) -> Fact | None:
    """ "There are 3,770 troops in Kosovo"."""
    stem = at.stem()
    if any(at.parse.tag(i) != "RB" for i in range(at.clause.verb.end, quantity.first)):
        return None
    asked, end = how_many(at, quantity, stem)
    verb = {"is": "are", "was": "were"}.get(at.parse.low(at.clause.verb.first),
                                            at.parse.low(at.clause.verb.first))  # fmt: skip
    if verb not in ("are", "were"):
        return None
    tail = tail_of(at, stem, end, asked)
    return _fact(at, stem, quantity, f"{asked} {verb} there {tail}", 0.9)


def _in_subject(at: At, quantity: Quantity) -> Fact | None:
    """ "Some 640 students who live west of the river will be bused"."""
    clause, parse, stem = at.clause, at.parse, at.stem()
    subject = clause.subject
    if subject is None or at.lemma == "do" or not clause.verb.finite:
        return None
    if clause.role is Role.RELATIVE and at.lemma not in ("live", "work", "belong", "serve"):
        return None
    large = how_large(at, quantity, stem)
    if large is None and quantity.first > subject.first + 1:
        return None
    asked, end = large or how_many(at, quantity, stem)
    if large is None and quantity.sort in (Sort.LENGTH, Sort.MEASURE, Sort.MONEY):
        return None
    stem.bound = True
    rest = ""
    if end < clause.verb.first:
        between = range(end, clause.verb.first)
        if any(parse.tag(i) in (",", "CC", "``", "''", ":", "(") for i in between):
            if subject.end > end or parse.tag(end) not in (",",):
                raise HangingError("aside")
        else:
            rest = stem.words(end, clause.verb.first)
    least = clause.object.end if clause.object else 0
    said = predicate(stem, clause, clause.verb.first, room=at.room(f"{asked} {rest}"), least=least)
    ahead = front(at, stem)
    flags = lexicon().verb_flags(at.lemma)
    if len(said.split()) < 2 and "intrans" not in flags:
        raise HangingError(said)
    return _fact(at, stem, quantity, f"{asked} {rest} {said} {ahead}", 0.85)


def _behind(at: At, quantity: Quantity) -> Fact | None:
    """Behind the verb: "hosts 3,770 troops", "was fined £750,000", "fell by 2 percent"."""
    clause, parse, stem = at.clause, at.parse, at.stem()
    stretch = range(clause.verb.end, quantity.first)
    if any(_parts(parse, i) for i in stretch) or parse.low(clause.verb.first - 1) == "there":
        return None
    subject = subject_words(stem, clause)
    if subject.split()[0].lower() in ("which", "who", "that", "what"):
        raise HangingError("which")
    says = "say" in lexicon().verb_flags(at.lemma) and quantity.sort is not Sort.VOTE
    if at.lemma in ("do", "range") or says:
        raise HangingError(at.lemma)
    if unclear(at):
        raise HangingError("which of them")
    stem.present.add(subject)
    helper, rest = did(parse, clause, stem)
    if not any(t.low == "since" for t in words_of(at)):
        helper, rest = simply(parse, clause, helper, rest)
    inside = _phrase_holding(parse, quantity)
    start = inside.first if inside and inside.first < quantity.first else quantity.first
    link = parse.low(start - 1) if start > clause.verb.end else ""
    large = how_large(at, quantity, stem)
    start = quantity.first - 3 if large else start
    behind = range(start, quantity.first)
    if not large and any(parse.tag(i) in ("IN", "TO", "NN", "NNS", "NNP") for i in behind):
        return None
    direct = all(parse.tag(i) in ("RB", "RP") for i in range(clause.verb.end, start))
    if direct and large:
        asker, end, weight = *large, 0.8
    elif direct:
        asker, end, weight = of_object(at, quantity, stem)
    elif link in _LINKS and parse.tag(start - 1) in ("IN", "TO"):
        racing = quantity.sort is Sort.LENGTH and at.lemma in RACING
        if not racing and any(t.first < start <= t.end - 1 and t.preposition not in ("for", "") for t in
               at.discourse.times(at.index)):  # fmt: skip
            return None
        asker, end, weight = behind_link(at, quantity, stem, link)
        asker = f"{link.capitalize()} {low_first(asker)}"
        stop = start - 1
        if stop > clause.verb.end:
            rest += " " + stem.words(clause.verb.end, stop)
    else:
        return None
    if direct and start > clause.verb.end:
        rest += " " + stem.words(clause.verb.end, start)
    begun = f"{asker} {helper} {subject} {rest}"
    tail = tail_of(at, stem, end, begun)
    ahead = front(at, stem)
    return _fact(at, stem, quantity, f"{begun} {tail} {ahead}", weight)


def _parts(parse: Parse, i: int) -> bool:
    """Whether a quantity behind this token belongs to another verb, or to a comparison."""
    tag, low = parse.tag(i), parse.low(i)
    if tag in ("VB", "VBG", ",", ":", "CC", "WDT", "WP", "WRB", "VBD", "VBZ", "VBP", "MD"):
        return True
    return low in ("than", "as", "like", "including", "because", "after", "before", "since", "that",
                   "within", "during", "among", "between", "per", "until", "when")  # fmt: skip


def _phrase_holding(parse: Parse, quantity: Quantity) -> NounPhrase | None:
    return next((p for p in parse.phrases if p.first <= quantity.first < p.end), None)


def _voted(at: At, quantity: Quantity) -> Fact | None:
    """ "The court said, by ten votes to four, that …"."""
    parse, stem, end = at.parse, at.stem(), quantity.end
    if parse.low(end) != "," or parse.low(end + 1) != "that":
        return None
    stop = end + 1
    while parse.tag(stop) not in (",", ":", ".", "CC", "``", "''"):
        stop += 1
    subject = subject_words(stem, at.clause)
    helper, rest = did(parse, at.clause, stem)
    said = stem.words(end + 1, stop)
    return _fact(at, stem, quantity,
                 f"By what vote {helper} {subject} {rest} {said} {front(at, stem)}", 0.85)  # fmt: skip


# -- the magnitude 6.8 earthquake ------------------------------------------------------------------


def _magnitudes(discourse: Discourse, sentence: Sentence, parse: Parse) -> Iterator[Fact]:
    """How strong an earthquake was."""
    for clause in parse.clauses:
        subject = clause.subject
        if subject is None or clause.role is not Role.MAIN or clause.verb.negative:
            continue
        low = [t.low for t in parse.tokens[subject.first : subject.head + 1]]
        if low[:1] not in (["a"], ["the"]) or "magnitude" not in low[1:2] or len(low) < 4:
            continue
        number = subject.first + 2
        value = value_of(parse.tokens[number : number + 1])
        if value is None:
            continue
        at = At(discourse, sentence.index, parse, clause, None)
        stem = at.stem()
        begun = f"What was the magnitude of the {low[-1]} that"
        least = clause.object.end if clause.object else 0
        said = predicate(stem, clause, clause.verb.first, room=at.room(begun), least=least)
        quantity = Quantity(Sort.COUNT, number, number, number + 1, value, "", "")
        if len(said.split()) > 2:
            yield _fact(at, stem, quantity, f"{begun} {said} {front(at, stem)}", 0.8)


# -- killing at least 31 people --------------------------------------------------------------------


def _toll(at: At, quantity: Quantity) -> Fact | None:
    """What an event did to people, told behind a comma: "…, killing at least 31 people"."""
    parse, clause = at.parse, at.clause
    doing = quantity.first - 1
    if not parse.low(doing).endswith("ing") or quantity.sort is not Sort.COUNT:
        return None
    lemma = lexicon().lemma(parse.low(doing), "VBG")
    between = parse.tokens[clause.end : doing]
    left = _left(at, quantity) if lemma == "leave" else ""
    if (lemma not in TOLL and not left) or any(
        t.tag in ("VBD", "VBZ", "VBP", "MD", ":", ".") for t in between
    ):
        return None
    if parse.low(clause.end) != ",":
        return None
    stem = at.stem()
    asked = "How many people" if left else how_many(at, quantity, stem)[0]
    subject = subject_words(stem, clause)
    begun = f"{asked} were {left or lexicon().forms(lemma).participle} when {subject}"
    least = clause.object.end if clause.object else 0
    said = predicate(stem, clause, clause.verb.first, room=at.room(begun) + 4, least=least)
    return _fact(at, stem, quantity, f"{begun} {said}", 0.95)


def _left(at: At, quantity: Quantity) -> str:
    """ "left homeless" of "leaving some 12,000 homeless"; "" where people are left nothing."""
    parse, end = at.parse, quantity.end
    end += parse.low(end) in ("people", "others", "residents")
    state = parse.low(end)
    if state not in _LEFT:
        return ""
    return {"dead": "killed", "hurt": "hurt", "injured": "injured"}.get(state, f"left {state}")


def count_in(parse: Parse, phrase: NounPhrase) -> tuple[int, int, Count] | None:
    """(first, end, count) of the number in a noun phrase, its hedge taken along; None without."""
    for quantity in quantities(parse.tokens):
        if not (phrase.first <= quantity.number < phrase.end) or not quantity.exact:
            continue
        if quantity.sort not in (Sort.COUNT, Sort.SHARE) or quantity.value is None:
            continue
        words = " ".join(t.text for t in parse.tokens[quantity.first : quantity.end])
        unit = "%" if quantity.sort is Sort.SHARE else ""
        return quantity.first, quantity.end, Count(quantity.value, words, quantity.hedge, unit)
    return None
