"""How many, how much and what share: the quantities of a clause asked where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Count, Fact
from quizapp.generate.facts.asking import (
    LONGEST,
    Speaker,
    did,
    posed,
    predicate,
    speaker_of,
    speaker_words,
    subject_words,
)
from quizapp.generate.facts.clausal import fronted
from quizapp.generate.facts.once import simply
from quizapp.generate.language.clauses import Clause, Parse, Role
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NounPhrase
from quizapp.generate.language.quantities import Quantity, Sort, quantities, value_of
from quizapp.generate.language.token import Sentence, Token
from quizapp.generate.stem import HangingError, Stem
from quizapp.generate.topic import TOLL

__all__ = ("count_facts", "count_in", "value_of")

_UNSURE = frozenset(("may", "might", "could", "should", "would", "'d"))
_CHANGES = frozenset(
    "rise fall grow drop increase decrease decline climb shrink jump expand slow gain lose slip "
    "raise cut reduce lower plunge surge soar trim shorten widen narrow exceed".split()
)
_PAYING = frozenset(
    "pay raise earn owe spend lose make donate receive give contribute provide invest seek borrow "
    "win fine award offer release accept cost steal demand save pledge allocate grant lend".split()
)
_LASTING = frozenset("last take spend serve run give get sentence jail wait remain".split())
_SIZES = frozenset("high tall long wide deep thick away".split())
_LARGE = frozenset(
    "reward fine loss profit deficit debt budget grant donation ransom surplus majority".split()
)
"""Nouns of which one asks how large they are: "a reward of €100,000"."""
_MILLION = 10**6
_SCALES = ("million", "billion", "trillion")
_TOTALS = frozenset("population number toll total membership count".split())
_LEFT = frozenset("dead homeless injured missing wounded stranded trapped hurt".split())
_RACING = frozenset("win finish run complete swim cycle".split())
_LINKS = frozenset("by at to from for with in into on over across".split())


@dataclass(frozen=True, slots=True)
class _At:
    """A clause of a sentence, with who says it."""

    discourse: Discourse
    index: int
    parse: Parse
    clause: Clause
    speaker: Speaker | None

    def stem(self) -> Stem:
        stem = Stem(self.discourse, self.index)
        if self.speaker is not None and self.speaker.entity is not None:
            stem.present.add(self.speaker.entity.name)
        return stem

    @property
    def lemma(self) -> str:
        return self.parse.tokens[self.clause.verb.main].lemma

    def room(self, taken: str) -> int:
        said = len(self.speaker.name.split()) + 3 if self.speaker else 0
        return LONGEST - said - len(taken.split())


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
                at = _At(discourse, sentence.index, parse, clause,
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


def _asked(at: _At, quantity: Quantity, sentence: Sentence) -> Fact | None:
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


def _fact(at: _At, stem: Stem, quantity: Quantity, question: str, weight: float) -> Fact:
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
        ages=stem.ages or at.parse.tag(at.clause.verb.first) in ("VBZ", "VBP") and not _done(at),
        predicate=f"{at.lemma} {at.clause.verb.main}",
        weight=weight,
    )


def _done(at: _At) -> bool:
    """Whether the verb tells of something done: "has been fined"."""
    group = at.clause.verb
    has = at.parse.low(group.first) in ("has", "have") and group.main > group.first
    return has and not any(t.low == "since" for t in _words_of(at))


def _as_written(at: _At, quantity: Quantity) -> str:
    """The words of a quantity, without the capital of a sentence's beginning."""
    words = " ".join(at.discourse.words(at.index, quantity.first, quantity.end).split())
    return _low_first(words) if quantity.first == 0 else words


# -- what is asked for ------------------------------------------------------------------------


def _noun(at: _At, quantity: Quantity) -> NounPhrase | None:
    """The phrase of the noun counted: "3,770 NATO troops"."""
    return next(
        (p for p in at.parse.phrases if p.first <= quantity.number and quantity.end < p.end), None
    )


def _how_many(at: _At, quantity: Quantity, stem: Stem) -> tuple[str, int]:
    """("How many NATO troops", index behind those words).

    Raises:
        HangingError: it is not told of what.
    """
    parse, end = at.parse, quantity.end
    if quantity.sort in (Sort.LENGTH, Sort.MEASURE) and quantity.unit:
        asker = f"How many {quantity.unit}"
        of = parse.phrase_by_first.get(end + 1) if parse.low(end) == "of" else None
        return (f"{asker} {stem.words(end, of.end)}", of.end) if of else (asker, end)
    if quantity.sort is Sort.COUNT:
        return _counted(at, quantity, stem)
    if parse.low(end) != "of" and quantity.sort is Sort.RATIO:
        phrase = next((p for p in parse.phrases if p.first < end < p.end), None)
        if phrase is None:
            raise HangingError("of what")
        return f"What share of {stem.words(end, phrase.end)}", phrase.end
    asker = {
        Sort.SHARE: "What percentage",
        Sort.PART: "What share",
        Sort.RATIO: "What share",
    }.get(quantity.sort, "")
    if not asker:
        raise HangingError("no count")
    after = parse.phrase_by_first.get(end + 1) if parse.low(end) == "of" else None
    if parse.low(end + 1) == "those" and parse.tag(end + 2) == "VBN":
        stem.loose = True
        return f"{asker} {at.discourse.words(at.index, end, end + 3)}", end + 3
    if after is not None and parse.tag(after.first) not in ("WP", "WDT"):
        behind = parse.chunk(after, wide=False).end
        return f"{asker} {stem.words(end, behind)}", behind
    if (
        after is None
        and parse.low(quantity.number) == "half"
        and parse.low(end) in ("the", "its", "all")
    ):
        whole = parse.phrase_by_first.get(end)
        if whole is not None:
            return f"{asker} of {stem.words(end, whole.end)}", whole.end
    raise HangingError("of what")


def _counted(at: _At, quantity: Quantity, stem: Stem) -> tuple[str, int]:
    parse, end = at.parse, quantity.end
    if parse.low(end) == "of" and parse.low(end + 1) in ("the", "its", "their", "his", "her"):
        after = parse.phrase_by_first.get(end + 1)
        if after is None:
            raise HangingError("of what")
        behind = parse.chunk(after, wide=False).end
        return f"How many {stem.words(end, behind)}", behind
    phrase = _noun(at, quantity)
    if phrase is None or any(
        parse.tag(i) in ("JJS", "POS", "CD", ",") for i in range(end, phrase.end - 1)
    ):
        raise HangingError("of what")
    opening = parse.tag(phrase.first)
    if opening == "DT" and parse.low(phrase.first) not in ("some", "a", "all", "no"):
        raise HangingError("the two")
    stop = min(
        [
            phrase.end,
            *(t.first for t in at.discourse.times(at.index) if end < t.first < phrase.end),
        ]
    )
    head = parse.tokens[stop - 1]
    if head.tag not in ("NNS", "NNPS") and head.low not in ("people", "police"):
        raise HangingError(head.low)
    if parse.low(end) in ("other", "others", "more", "further", "such"):
        raise HangingError("others")
    whose = stem.words(phrase.first, phrase.first + 1) if opening == "PRP$" else ""
    if head.lemma == "time":
        raise HangingError("times")
    behind = parse.chunk(phrase, wide=False).end if parse.low(stop) == "of" else stop
    noun = stem.words(end, behind)
    if whose:
        noun += f" of {whose.removesuffix('’s').removesuffix('’')}"
    return f"How many {noun}", behind


# -- where it stands ----------------------------------------------------------------------------


def _existing(at: _At, quantity: Quantity) -> Fact | None:
    """ "There are 3,770 troops in Kosovo"."""
    stem = at.stem()
    if any(at.parse.tag(i) != "RB" for i in range(at.clause.verb.end, quantity.first)):
        return None
    asked, end = _how_many(at, quantity, stem)
    verb = {"is": "are", "was": "were"}.get(at.parse.low(at.clause.verb.first),
                                            at.parse.low(at.clause.verb.first))  # fmt: skip
    if verb not in ("are", "were"):
        return None
    tail = _tail(at, stem, end, asked)
    return _fact(at, stem, quantity, f"{asked} {verb} there {tail}", 0.9)


def _in_subject(at: _At, quantity: Quantity) -> Fact | None:
    """ "Some 640 students who live west of the river will be bused"."""
    clause, parse, stem = at.clause, at.parse, at.stem()
    subject = clause.subject
    if subject is None or at.lemma == "do" or not clause.verb.finite:
        return None
    if clause.role is Role.RELATIVE and at.lemma not in ("live", "work", "belong", "serve"):
        return None
    large = _how_large(at, quantity, stem)
    if large is None and quantity.first > subject.first + 1:
        return None
    asked, end = large or _how_many(at, quantity, stem)
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
    front = _front(at, stem)
    flags = lexicon().verb_flags(at.lemma)
    if len(said.split()) < 2 and "intrans" not in flags:
        raise HangingError(said)
    return _fact(at, stem, quantity, f"{asked} {rest} {said} {front}", 0.85)


def _front(at: _At, stem: Stem) -> str:
    """The date in front of the clause, unless another verb stands between."""
    words = _low_first(fronted(at.discourse, at.index, at.clause, stem))
    subject = at.clause.subject
    if not words or subject is None:
        return ""
    phrase = next((t for t in at.discourse.times(at.index) if t.end <= subject.first
                   and t.first >= at.clause.opened - 1), None)  # fmt: skip
    if phrase is None:
        return ""
    between = range(phrase.end, subject.first)
    return "" if any(at.parse.tag(i).startswith("VB") for i in between) else words


def _low_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def _how_large(at: _At, quantity: Quantity, stem: Stem) -> tuple[str, int] | None:
    """("How large a reward", index behind it) of "a reward of €100,000"."""
    parse = at.parse
    if quantity.sort is not Sort.MONEY or parse.low(quantity.first - 1) != "of":
        return None
    noun = parse.low(quantity.first - 2)
    if noun not in _LARGE or parse.tag(quantity.first - 3) not in ("DT", "JJ"):
        return None
    if parse.low(quantity.first - 3) not in ("a", "an"):
        return None
    return f"How large a {noun}", quantity.end


def _behind(at: _At, quantity: Quantity) -> Fact | None:
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
    if _unclear(at):
        raise HangingError("which of them")
    stem.present.add(subject)
    helper, rest = did(parse, clause, stem)
    if not any(t.low == "since" for t in _words_of(at)):
        helper, rest = simply(parse, clause, helper, rest)
    inside = _phrase_holding(parse, quantity)
    start = inside.first if inside and inside.first < quantity.first else quantity.first
    link = parse.low(start - 1) if start > clause.verb.end else ""
    large = _how_large(at, quantity, stem)
    start = quantity.first - 3 if large else start
    behind = range(start, quantity.first)
    if not large and any(parse.tag(i) in ("IN", "TO", "NN", "NNS", "NNP") for i in behind):
        return None
    direct = all(parse.tag(i) in ("RB", "RP") for i in range(clause.verb.end, start))
    if direct and large:
        asker, end, weight = *large, 0.8
    elif direct:
        asker, end, weight = _object(at, quantity, stem)
    elif link in _LINKS and parse.tag(start - 1) in ("IN", "TO"):
        racing = quantity.sort is Sort.LENGTH and at.lemma in _RACING
        if not racing and any(t.first < start <= t.end - 1 and t.preposition not in ("for", "") for t in
               at.discourse.times(at.index)):  # fmt: skip
            return None
        asker, end, weight = _after_link(at, quantity, stem, link)
        asker = f"{link.capitalize()} {_low_first(asker)}"
        stop = start - 1
        if stop > clause.verb.end:
            rest += " " + stem.words(clause.verb.end, stop)
    else:
        return None
    if direct and start > clause.verb.end:
        rest += " " + stem.words(clause.verb.end, start)
    begun = f"{asker} {helper} {subject} {rest}"
    tail = _tail(at, stem, end, begun)
    front = _front(at, stem)
    return _fact(at, stem, quantity, f"{begun} {tail} {front}", weight)


def _unclear(at: _At) -> bool:
    """Whether "…, which" may mean another noun than the one before it."""
    clause, subject = at.clause, at.clause.subject
    if clause.role is not Role.RELATIVE or subject is None or clause.opened == subject.end:
        return False
    if at.discourse.entity(at.index, subject) is not None:
        return False
    inner = range(subject.first, subject.end)
    return clause.opened - subject.end > 1 or any(at.parse.tag(i) in ("IN", "TO") for i in inner)


def _words_of(at: _At) -> Sequence[Token]:
    """The words from the clause's beginning to its end."""
    return at.parse.tokens[max(0, at.clause.opened - 1) : at.clause.end]


def _parts(parse: Parse, i: int) -> bool:
    """Whether a quantity behind this token belongs to another verb, or to a comparison."""
    tag, low = parse.tag(i), parse.low(i)
    if tag in ("VB", "VBG", ",", ":", "CC", "WDT", "WP", "WRB", "VBD", "VBZ", "VBP", "MD"):
        return True
    return low in ("than", "as", "like", "including", "because", "after", "before", "since", "that",
                   "within", "during", "among", "between", "per", "until", "when")  # fmt: skip


def _phrase_holding(parse: Parse, quantity: Quantity) -> NounPhrase | None:
    return next((p for p in parse.phrases if p.first <= quantity.first < p.end), None)


def _object(at: _At, quantity: Quantity, stem: Stem) -> tuple[str, int, float]:
    """(what is asked, index behind it, weight) of a quantity that is the object."""
    lemma, sort, parse = at.lemma, quantity.sort, at.parse
    if sort is Sort.MONEY:
        if lemma not in _PAYING or at.clause.verb.end != quantity.first:
            raise HangingError(lemma)
        return ("How much" if lemma == "cost" else "How much money"), quantity.end, 0.85
    if sort in (Sort.SHARE, Sort.PART) and lemma in _CHANGES and parse.low(quantity.end) != "of":
        return _by(quantity), quantity.end, 0.8
    if sort is Sort.VOTE:
        return "By what vote", quantity.end, 0.85
    if sort is Sort.LENGTH and lemma not in _LASTING:
        raise HangingError(lemma)
    if sort is Sort.LENGTH and not quantity.unit:
        return "How long", quantity.end, 0.7
    if sort is Sort.MEASURE and lemma == "be":
        size = parse.low(quantity.end)
        if size not in _SIZES:
            raise HangingError("no size")
        return f"How many {quantity.unit} {size}", quantity.end + 1, 0.8
    if lemma in ("be", "turn") and sort is not Sort.MEASURE:
        raise HangingError("is one of them")
    asked, end = _how_many(at, quantity, stem)
    return asked, end, 0.8


def _by(quantity: Quantity) -> str:
    return "By what percentage" if quantity.sort is Sort.SHARE else "By what fraction"


def _after_link(at: _At, quantity: Quantity, stem: Stem, link: str) -> tuple[str, int, float]:
    """(what is asked, index behind it, weight) of a quantity behind a preposition."""
    sort, lemma, end = quantity.sort, at.lemma, quantity.end
    passive = at.clause.verb.passive
    if link == "from" and sort is Sort.SHARE:
        raise HangingError("from")
    if sort is Sort.LENGTH and link == "in" and lemma in _RACING:
        return "what time", end, 0.75
    subject = at.clause.subject
    if sort is Sort.COUNT and link in ("to", "at") and subject is not None and (
        at.parse.tokens[subject.head].lemma in _TOTALS
    ) and at.parse.tag(end) not in ("NN", "NNS", "NNP", "JJ"):  # fmt: skip
        return "what number", end, 0.7
    if sort is Sort.VOTE and link == "by":
        return "what vote", end, 0.85
    if (
        sort is Sort.MONEY
        and link == "for"
        and lemma not in ("sell", "buy", "sue", "insure", "go")
    ):
        raise HangingError("for")
    if sort is Sort.MONEY and link in ("at", "to", "for", "by", "from"):
        return "how much" if link in ("at", "by") else "how much money", end, 0.75
    if sort in (Sort.SHARE, Sort.PART) and at.parse.low(end) != "of":
        if sort is Sort.PART and (link != "by" or lemma not in _CHANGES):
            raise HangingError(link)
        if link == "by" and lemma not in _CHANGES:
            raise HangingError(link)
        return "what percentage" if sort is Sort.SHARE else "what fraction", end, 0.75
    if sort is Sort.LENGTH and (link not in ("for", "to") or not quantity.unit):
        raise HangingError(link)
    if sort is Sort.MONEY or (link == "by" and passive and sort is Sort.COUNT):
        raise HangingError(link)
    if sort is Sort.LENGTH and link == "to" and lemma not in ("sentence", "jail", "condemn"):
        raise HangingError(link)
    if sort is Sort.MEASURE and link == "in":
        raise HangingError(link)
    asked, behind = _how_many(at, quantity, stem)
    if (
        sort is Sort.LENGTH
        and at.parse.low(end) == "in"
        and at.parse.low(end + 1) in ("prison", "jail")
    ):
        return f"{asked} in {at.parse.low(end + 1)}", end + 2, 0.85
    return asked, behind, 0.65


def _tail(at: _At, stem: Stem, first: int, begun: str) -> str:
    """The rest of a clause behind a quantity, as much as there is room for."""
    if first >= at.clause.end:
        return ""
    tag = at.parse.tag(first)
    if tag in ("WP", "WDT", "WP$"):
        stem.loose = True
        return ""
    unit = tag == "DT" and at.parse.low(first) in ("a", "an", "each", "every")
    if tag == "CC" and at.parse.tag(first + 1) in ("CD", "$"):
        return ""
    if tag in ("CC", "NN", "NNS", "NNP", "NNPS", "PRP", "CD", "VB") or (tag == "DT" and not unit):
        raise HangingError("and more")
    if (
        at.parse.low(first) == "to"
        and at.parse.tag(first + 1) == "VB"
        and at.parse.low(first + 2) == ""
    ):
        raise HangingError("to do")
    return predicate(stem, at.clause, first, room=at.room(begun), least=first)


def _voted(at: _At, quantity: Quantity) -> Fact | None:
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
                 f"By what vote {helper} {subject} {rest} {said} {_front(at, stem)}", 0.85)  # fmt: skip


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
        at = _At(discourse, sentence.index, parse, clause, None)
        stem = at.stem()
        begun = f"What was the magnitude of the {low[-1]} that"
        least = clause.object.end if clause.object else 0
        said = predicate(stem, clause, clause.verb.first, room=at.room(begun), least=least)
        quantity = Quantity(Sort.COUNT, number, number, number + 1, value, "", "")
        if len(said.split()) > 2:
            yield _fact(at, stem, quantity, f"{begun} {said} {_front(at, stem)}", 0.8)


# -- killing at least 31 people --------------------------------------------------------------------


def _toll(at: _At, quantity: Quantity) -> Fact | None:
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
    asked = "How many people" if left else _how_many(at, quantity, stem)[0]
    subject = subject_words(stem, clause)
    begun = f"{asked} were {left or lexicon().forms(lemma).participle} when {subject}"
    least = clause.object.end if clause.object else 0
    said = predicate(stem, clause, clause.verb.first, room=at.room(begun) + 4, least=least)
    return _fact(at, stem, quantity, f"{begun} {said}", 0.95)


def _left(at: _At, quantity: Quantity) -> str:
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
