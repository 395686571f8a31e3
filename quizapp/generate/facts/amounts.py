"""What a question asks of a quantity: how many of what, how much, what share, by what vote."""

from __future__ import annotations

from quizapp.generate.facts.place import At
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NAMES, NounPhrase
from quizapp.generate.language.quantities import Quantity, Sort
from quizapp.generate.language.word_list import row_of
from quizapp.generate.read_through import Mention
from quizapp.generate.stem import Stem

_CHANGES = row_of(
    "rise fall grow drop increase decrease decline climb shrink jump expand slow gain lose slip "
    "raise cut reduce lower plunge surge soar trim undercut shorten widen narrow exceed"
)
_PAYING = row_of(
    "pay raise earn owe spend lose make donate receive give contribute provide invest seek borrow "
    "win fine award offer promise approve commit secure charge "
    "collect release accept cost steal demand save pledge allocate grant lend"
)
GIVING = row_of(
    "cost pay give lend fine save award offer owe earn hand grant bring win promise send charge"
)
"""Verbs with two objects: "cost the treasury 180 million euros"."""
_LASTING = row_of(
    "last take spend serve run give get sentence jail wait remain seek receive face demand"
)
_SIZES = row_of("high tall long wide deep thick away")
_LARGE = row_of(
    "reward fine loss profit deficit debt budget grant donation ransom surplus majority bonus "
    "loan penalty subsidy payment fee fund dowry salary pension prize settlement levy deposit "
    "discount"
)
"""Nouns of which one asks how large they are: "a reward of €100,000"."""
_CHANGED = row_of("rise increase cut reduction fall drop discount swing")
"""Nouns of a change by some percent: "a pay rise of 6.5%"."""
_TOTALS = row_of("population number toll total membership count")
RACING = row_of("win finish run complete swim cycle")
LONG = frozenset(("years", "months", "weeks", "days"))


def _noun(at: At, quantity: Quantity) -> NounPhrase | None:
    """The phrase of the noun counted: "3,770 NATO troops"."""
    return next(
        (p for p in at.parse.phrases if p.first <= quantity.number and quantity.end < p.end), None
    )


def how_many(at: At, quantity: Quantity, stem: Stem) -> tuple[str, int]:
    """("How many NATO troops", index behind those words).

    Raises:
        HangingError: it is not told of what.
    """
    parse, end = at.parse, quantity.end
    if quantity.sort in (Sort.LENGTH, Sort.MEASURE) and quantity.unit:
        return _measured(at, quantity, stem)
    if quantity.sort is Sort.COUNT:
        them = (parse.low(end), parse.low(end + 1)) == ("of", "them")
        return _of_them(at, end, stem) if them else _counted(at, quantity, stem)
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
    if parse.low(end + 1) == "those" and parse.tag(end + 2) in ("VBN", "VBD", "JJ"):
        stem.loose = True
        return f"{asker} {at.discourse.words(at.index, end, end + 3)}", end + 3
    if after is not None and parse.tag(after.first) not in ("WP", "WDT"):
        behind = _whole_end(parse, after)
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


def _measured(at: At, quantity: Quantity, stem: Stem) -> tuple[str, int]:
    """("How many tonnes of copper", index behind those words)."""
    parse, end = at.parse, quantity.end
    added = parse.low(quantity.first - 1) if parse.low(quantity.first - 1) in _ADDED else ""
    asker = " ".join(f"How many {added} {quantity.unit}".split())
    of = parse.phrase_by_first.get(end + 1) if parse.low(end) == "of" else None
    if of is None:
        return asker, end
    timed = [t.first for t in at.discourse.times(at.index) if end < t.first < of.end]
    stop = min([of.end, *timed])  # tonnes of copper | last year
    return f"{asker} {stem.words(end, stop)}", stop


_ADDED = frozenset(("extra", "additional", "further", "more"))
"""Before a number: "an extra two years"."""


def _whole_end(parse: Parse, phrase: NounPhrase) -> int:
    """Index behind a whole and what a participle says of it: "the units sold in the EU"."""
    end = parse.chunk(phrase, wide=False).end
    further = parse.phrase_by_first.get(end + 2)
    if parse.tag(end) == "VBN" and parse.tag(end + 1) == "IN" and further is not None:
        return parse.chunk(further, wide=False).end
    return end


def _is_people(at: At, mention: Mention) -> bool:
    noun = at.discourse.parses[mention.sentence].tokens[mention.phrase.head].lemma
    return bool(lexicon().noun_categories(noun) & {"person", "office"})


_ALIKE = row_of(
    "people police aircraft spacecraft sheep fish personnel staff crew cattle deer salmon "
    "livestock offspring clergy"
)
"""Nouns that are counted without an "s"."""


def _counted(at: At, quantity: Quantity, stem: Stem) -> tuple[str, int]:  # noqa: C901 - a shape of words each
    parse, end = at.parse, quantity.end
    if parse.low(end) == "of" and parse.low(end + 1) in ("the", "its", "their", "his", "her"):
        after = parse.phrase_by_first.get(end + 1)
        if after is None:
            raise HangingError("of what")
        behind = parse.chunk(after, wide=False).end
        words = stem.words(end, behind)
        if parse.tag(end + 2) == "CD" and not stem.named:
            raise HangingError("of the 31")  # counted before, perhaps of another event
        return f"How many {words}", behind
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
    if head.tag not in ("NNS", "NNPS") and head.low not in _ALIKE:
        raise HangingError(head.low)
    if parse.low(end) in ("other", "others", "more", "further", "such"):
        raise HangingError("others")
    whose = stem.words(phrase.first, phrase.first + 1) if opening == "PRP$" else ""
    if head.lemma == "time":
        raise HangingError("times")
    behind = parse.chunk(phrase, wide=False).end if parse.low(stop) == "of" else stop
    timed = [t.first for t in at.discourse.times(at.index) if stop < t.first < behind]
    behind = min([behind, *timed])  # tonnes of copper | in 2023
    noun = stem.words(end, behind)
    if whose in ("its", "their", "his", "her"):
        noun = f"of {whose} {noun}"  # its 310 workers
    elif whose:
        noun += f" of {whose.removesuffix('’s').removesuffix('’')}"
    return f"How many {noun}", behind


def _of_them(at: At, end: int, stem: Stem) -> tuple[str, int]:
    """As in "22 slopes are in need of work. Work had begun on four of them".

    Raises:
        HangingError: more than one thing can be meant.
    """
    if at.clause.subject is not None and at.parse.tag(at.clause.subject.head) == "EX":
        raise HangingError("there are so many of them")
    for mentions in at.discourse.before(at.index, end, 1):
        many = [m for m in mentions if m.plural and m.entity is None]
        if not many:
            continue
        own = mentions[0].sentence == at.index
        acting = [m for m in many if m.subject] if own else many
        if len(acting) > 1 and "person" in lexicon().verb_flags(at.lemma):
            acting = [m for m in acting if _is_people(at, m)]
        if len(acting) != 1 or (not own and len(many) != 1):
            break
        parse = at.discourse.parses[acting[0].sentence]
        chunk = parse.chunk(acting[0].phrase, wide=own)
        if parse.tag(chunk.first) in ("PRP$", "PRP") or chunk.end - chunk.first > 8:
            break
        words = Stem(at.discourse, acting[0].sentence).words(chunk.first, chunk.end)
        small = parse.tag(chunk.first) not in NAMES
        words = words[:1].lower() + words[1:] if small else words
        stem.loose = not at.discourse.specific(acting[0].sentence, chunk)
        the = "" if parse.tag(chunk.first) == "DT" else "the "
        return f"How many of {the}{words}", end + 2
    raise HangingError("of them")


def how_large(at: At, quantity: Quantity) -> tuple[str, int, int] | None:
    """("How large a reward", where it begins, index behind it) of "a reward of €100,000"."""
    parse, behind = at.parse, quantity.first - 1
    nouns = {Sort.MONEY: _LARGE, Sort.SHARE: _CHANGED}.get(quantity.sort)
    if nouns is None or parse.low(behind) != "of" or parse.low(behind - 1) not in nouns:
        return None
    first = behind - 1
    while parse.tag(first - 1) in ("NN", "NNS") and first > at.clause.verb.end:
        first -= 1
    if parse.low(first - 1) not in ("a", "an"):
        return None
    return f"How large a {at.discourse.words(at.index, first, behind)}", first - 1, quantity.end


def of_object(at: At, quantity: Quantity, stem: Stem) -> tuple[str, int, float]:
    """(what is asked, index behind it, weight) of a quantity that is the object."""
    lemma, sort, parse = at.lemma, quantity.sort, at.parse
    if sort is Sort.MONEY:
        given = parse.phrase_by_first.get(at.clause.verb.end)
        whom = lemma in GIVING and given is not None and given.end == quantity.first
        aside = lemma in ("set", "put") and parse.low(at.clause.verb.end) == "aside"
        direct = at.clause.verb.end == quantity.first or aside
        if (lemma not in _PAYING and not aside) or not (whom or direct):
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
    asked, end = how_many(at, quantity, stem)
    return asked, end, 0.8


def is_measure(at: At, quantity: Quantity) -> bool:
    """Whether a clause tells the measure of something: "the average rent is £850"."""
    subject, end = at.clause.subject, quantity.end
    if subject is None or at.parse.tag(subject.head) != "NN" or at.lemma != "be":
        return False
    further = at.parse.tag(end) in ("NN", "NNS", "NNP", "JJ", "JJR") or (
        at.parse.low(end) in ("of", "from", "to", "above", "below", "than", "off", "beneath")
    )
    return not further and at.parse.tokens[subject.head].lemma in _GAUGED


_GAUGED = row_of(
    "rate share turnout price rent cost temperature depth height length width speed age "
    "population salary wage inflation majority target capacity total toll fee fare income value "
    "deficit surplus debt budget level unemployment premium limit threshold area weight distance "
    "fine payment tax bill"
)
"""What has a measure, so that one asks what it was."""


def _by(quantity: Quantity) -> str:
    return "By what percentage" if quantity.sort is Sort.SHARE else "By what fraction"


def behind_link(at: At, quantity: Quantity, stem: Stem, link: str) -> tuple[str, int, float]:
    """(what is asked, index behind it, weight) of a quantity behind a preposition.

    Raises:
        HangingError: it is no quantity that can be asked behind that preposition.
    """
    sort, end = quantity.sort, quantity.end
    if sort is Sort.VOTE and link == "by":
        return "what vote", end, 0.85
    if sort is Sort.MONEY:
        return _price(at, link), end, 0.75
    if sort in (Sort.SHARE, Sort.PART) and at.parse.low(end) != "of":
        return _level(at, sort, link), end, 0.75
    if sort is Sort.LENGTH:
        return _lasting(at, quantity, stem, link)
    if sort is Sort.COUNT and link in ("to", "at") and _is_total(at, end):
        return "what number", end, 0.7
    agents = link == "by" and at.clause.verb.passive and sort is Sort.COUNT
    if agents or (sort is Sort.MEASURE and link == "in"):
        raise HangingError(link)
    asked, behind = how_many(at, quantity, stem)
    return asked, behind, 0.65


def _price(at: At, link: str) -> str:
    sold = at.lemma in ("sell", "buy", "sue", "insure", "go")
    if link not in ("at", "to", "for", "by", "from") or (link == "for" and not sold):
        raise HangingError(link)
    return "how much"


def _level(at: At, sort: Sort, link: str) -> str:
    """What is asked of "to 11.3 percent" or "by a third"."""
    changes = link == "by" and at.lemma in _CHANGES
    if link == "from" or (not changes and (link == "by" or sort is Sort.PART)):
        raise HangingError(link)
    return "what percentage" if sort is Sort.SHARE else "what fraction"


def _lasting(at: At, quantity: Quantity, stem: Stem, link: str) -> tuple[str, int, float]:
    end, parse = quantity.end, at.parse
    if link == "in" and at.lemma in RACING and quantity.unit not in LONG:
        return "what time", end, 0.75
    judged = at.lemma in ("sentence", "jail", "condemn")
    if not quantity.unit or (link != "for" and not (link == "to" and judged)):
        raise HangingError(link)
    asked, behind = how_many(at, quantity, stem)
    if parse.low(end) == "in" and parse.low(end + 1) in ("prison", "jail"):
        return f"{asked} in {parse.low(end + 1)}", end + 2, 0.85
    return asked, behind, 0.65


def _is_total(at: At, end: int) -> bool:
    """Whether the subject is itself a number: "the population doubled to 54 million"."""
    subject = at.clause.subject
    total = subject is not None and at.parse.tokens[subject.head].lemma in _TOTALS
    return total and at.parse.tag(end) not in ("NN", "NNS", "NNP", "JJ")
