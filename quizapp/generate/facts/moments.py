"""When something happened: the year, month or day of an event told apart from all others."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from quizapp.content.question import PartialDate
from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Count, Fact
from quizapp.generate.facts.asking import LONGEST, did, predicate, subject_words, were
from quizapp.generate.facts.doubts import says_of_object
from quizapp.generate.facts.once import simply
from quizapp.generate.facts.place import At
from quizapp.generate.facts.posing import posed
from quizapp.generate.facts.speakers import speaker_of, speaker_words
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.times import MONTHS, TimePhrase, When
from quizapp.generate.language.word_list import row_of, words_in
from quizapp.generate.stem import Stem

_UNSURE = frozenset(("may", "might", "could", "should", "must", "would", "can", "'d", "ca"))
_SOLEMN = row_of(
    "announce declare rule order promise admit confess advise propose warn condemn recommend "
    "recognise recognize accuse agree object vote sue protest apologise apologize pledge demand "
    "invite appeal apply write"
)
"""Acts of saying that have a date worth knowing."""
_LASTING = row_of(
    "be have host live belong number contain lie exist remain own house employ want need know "
    "think believe seem include mean support stand do let keep"
)
"""What is so for a time has no date."""
_COMPLETE = row_of(
    "found identify build establish create discover abolish kill arrest bear destroy open "
    "complete execute assassinate dissolve demolish publish lose launch invent introduce begin "
    "close crown ratify sign elect re-elect conclude adopt shoot inaugurate unveil"
)
"""Verbs that say enough in the passive."""
_ALONE = row_of(
    "die resign retire end begin start open close collapse crash sink erupt explode marry fall"
)
"""Verbs that say enough of their subject."""
_WITH_PARTICLE = row_of("go come break take step touch shut set burn blow give")
"""Verbs that say enough with "down", "apart", "off"."""
_UNLIKE = row_of("join follow leave pass win block veto use get give make take")
"""Verbs that say nothing without an object."""
_APART = row_of("since because when after before while until despite than")
"""Words behind which a date is that of something else."""
_LEAD = 3
"""Sentences of the article's beginning, which tell its event: only there does a weekday matter."""
_WEEK = 8
_LOOSE_ENDS = row_of(
    "only early late again first already alone then just later and or but to with in on at for of"
)


def moment_facts(discourse: Discourse) -> Iterator[Fact]:
    """The dates of what the article tells."""
    for place, sentence in enumerate(discourse.prose):
        parse = discourse.parses[sentence.index]
        dates = [t for t in discourse.times(sentence.index) if t.value is not None]
        if not dates or parse.tokens[-1].text == "?":
            continue
        for clause in (*parse.clauses, *parse.reduced, *parse.intended):
            if not _happens(parse, clause):
                continue
            try:
                at = At(
                    discourse, sentence.index, parse, clause,
                    speaker_of(discourse, sentence.index, clause),
                )  # fmt: skip
            except HangingError:
                continue
            yield from _dated(at, dates, place)


def _happens(parse: Parse, clause: Clause) -> bool:
    """Whether a clause tells of an event: of no condition, wish or state."""
    if clause.subject is None:
        return False
    if clause.verb.finite and clause.subject.first >= clause.verb.first:
        return False
    told = clause.role is Role.THAT and parse.low(clause.verb.first) == "would"
    if clause.verb.negative or (parse.low(clause.verb.first) in _UNSURE and not told):
        return False
    if clause.role is Role.UNDER and clause.under in ("if", "unless", "whether", "until", "lest"):
        return False
    if says_of_object(parse, clause):
        return False
    return parse.tag(clause.subject.head) not in ("EX", "WP", "WDT") and not _aside(parse, clause)


def _aside(parse: Parse, clause: Clause) -> bool:
    """Whether the verb goes on an aside: "the palace, paid for by X and opened in 1913"."""
    i = clause.verb.first - 1
    if not clause.shared or parse.tag(i) != "CC":
        return False
    while i > 0 and parse.tag(i) not in (",", ":", "(", "``"):
        i -= 1
    tags = {parse.tag(k) for k in range(i, clause.verb.first)}
    return parse.tag(i) == "," and "VBN" in tags and not tags & {"VBD", "VBZ", "VBP", "MD"}


def _dated(at: At, dates: list[TimePhrase], place: int) -> Iterator[Fact]:
    for phrase in dates:
        value = phrase.value
        if phrase.preposition in _SPANS and phrase.end - phrase.first == _SPAN:
            try:
                yield _span(at, phrase)
            except HangingError:
                continue
            return
        if value is None or not _tells(at, phrase) or _passing(at, phrase, value, place):
            continue
        if sum(_within(at.clause, other) for other in dates) > 2 and _within(at.clause, phrase):
            continue
        try:
            yield _fact(at, phrase, value)
        except HangingError:
            continue
        return


def _within(clause: Clause, phrase: TimePhrase) -> bool:
    return clause.verb.end <= phrase.first and phrase.end <= clause.end


def _passing(at: At, phrase: TimePhrase, value: PartialDate, place: int) -> bool:
    """Whether the date is not worth asking: a weekday of some aside, or a mere saying."""
    flags = lexicon().verb_flags(at.lemma)
    if "say" in flags and at.lemma not in _SOLEMN and not at.clause.verb.passive:
        return True
    since = phrase.preposition in ("since", "until")
    state = at.lemma in _LASTING or "state" in flags
    if state and not since and not at.clause.verb.passive and not _planned(at):
        return True
    published = at.discourse.ground.article.published
    if phrase.when is When.ABSOLUTE or value.day is None or published is None:
        return False
    near = published.day is not None and (published.year, published.month) == (
        value.year, value.month) and abs(published.day - value.day) <= _WEEK  # fmt: skip
    return near and place >= _LEAD and not _planned(at)


def _planned(at: At) -> bool:
    words = at.parse.tokens[at.clause.verb.first : at.clause.end]
    if words[0].low in ("will", "shall"):
        return True
    to_do = any(a.tag == "TO" and b.tag == "VB" for a, b in pairwise(words[:4]))
    return to_do or any(t.low in ("due", "scheduled", "expected", "planned") for t in words[:3])


def _tells(at: At, phrase: TimePhrase) -> bool:
    """Whether a time phrase tells when the clause happened."""
    parse, clause = at.parse, at.clause
    if phrase.when not in (When.ABSOLUTE, When.RESOLVED) or not phrase.whole:
        return False
    bare = phrase.preposition == "" and phrase.when is When.RESOLVED
    if phrase.preposition not in ("in", "on", "since", "until") and not bare:
        return False
    if _goes_on(at, phrase):
        return False
    if _within(clause, phrase):
        return _behind(at, phrase)
    start = clause.subject.first if clause.subject else clause.verb.first
    if not (clause.opened - 1 <= phrase.first and start - 1 <= phrase.end <= start):
        return False
    before = parse.tag(phrase.first - 1)
    if phrase.preposition == "since" and parse.low(clause.verb.first) == "had":
        before = ""
    return before in ("^", ",", "CC", ":", "``") or parse.low(phrase.first - 1) in (
        "that", "because", "and", "but", "when", "but")  # fmt: skip


def _goes_on(at: At, phrase: TimePhrase) -> bool:
    """Whether a date is one of two, or that of the word behind it: "in 2010 and 2011"."""
    parse, end = at.parse, phrase.end
    if parse.tag(end) == "POS":
        return True
    if parse.low(end) not in ("and", "or", "to", "-", "–"):
        return False
    follows = any(t.first in (end, end + 1) for t in at.discourse.times(at.index))
    month = parse.low(end + 1) in MONTHS or parse.tag(end + 1) in ("IN", "CD")
    return follows or month


def _behind(at: At, phrase: TimePhrase) -> bool:
    """Whether a date behind the verb belongs to it, and to nothing in between."""
    parse, clause = at.parse, at.clause
    between = range(clause.verb.end, phrase.first)
    for i in between:
        tag, low = parse.tag(i), parse.low(i)
        doing = tag == "VBG" and i > clause.verb.end
        hung = tag == "VBN" and parse.tag(i - 1) in ("NN", "NNS", "NNP")
        if doing or hung or tag in ("WDT", "WP", "WRB", "VBD", "VBZ", "VBP") or low in _APART:
            return False
        if (low == "by" and not clause.verb.passive) or (
            low == "from" and parse.tag(i + 1) == "CD"
        ):
            return False
    bare = not clause.verb.finite and parse.low(clause.verb.first - 1) != ","
    if bare and any(g.finite and g.end < clause.verb.first for g in parse.verbs):
        return False  # will shut the station fuelled by shale in 2027
    perfect = parse.low(clause.verb.first) in ("has", "have", "had")
    if phrase.preposition == "since":
        return perfect and parse.low(clause.verb.first) != "had"
    return not perfect and parse.tag(clause.verb.first) in ("VBD", "VBZ", "VBP", "VBN", "MD")


def _fact(at: At, phrase: TimePhrase, value: PartialDate) -> Fact:
    stem = Stem(at.discourse, at.index)
    if at.speaker is not None and at.speaker.entity is not None:
        stem.present.add(at.speaker.entity.name)
    begun = _asked_when(phrase, value)
    words = _words(at, phrase, stem, begun)
    counted = _counts(at)
    if phrase.preposition == "since" and at.clause.object is not None and _numbered(at):
        raise HangingError("so many since")
    answer = at.discourse.words(at.index, phrase.first + bool(phrase.preposition), phrase.end)
    return Fact(
        FactKind.TIME,
        at.index,
        (posed(stem, f"{begun} {words}", at.speaker),),
        (answer,),
        speaker=speaker_words(at.speaker) if at.speaker else "",
        day=value,
        precision=value.precision,
        ages=False,
        predicate=f"{at.lemma} {at.clause.verb.main}",
        weight=(0.85 if phrase.when is When.ABSOLUTE else 0.5) - 0.35 * counted,
    )


def _numbered(at: At) -> bool:
    """Whether the object has a number: it grew all the while."""
    chunk = at.clause.object
    tokens = at.parse.tokens
    return chunk is not None and any(
        t.tag in ("CD", "$") or t.low in ("third", "half", "quarter")
        for t in tokens[chunk.first : chunk.end]
    )


def _counts(at: At) -> bool:
    """Whether the clause has a number that is better asked than its date."""
    clause, times = at.clause, at.discourse.times(at.index)
    return any(
        clause.verb.end <= quantity.first
        and quantity.end <= clause.end
        and at.parse.low(quantity.first - 1) != "by"
        and not any(t.first < quantity.end and quantity.first < t.end for t in times)
        for quantity in at.parse.quantities
    )


_SPANS = frozenset(("from", "between"))
_SPAN = len(words_in("from 2013 to 2019"))


def _span(at: At, phrase: TimePhrase) -> Fact:
    """From which year to which something was so."""
    if any(t.tag == "NNP" for t in at.parse.tokens[phrase.first : phrase.end]):
        raise HangingError("no bare years")
    if not _within(at.clause, phrase) or not _behind(at, phrase):
        raise HangingError("of another clause")
    stem = Stem(at.discourse, at.index)
    between = phrase.preposition == "between"
    begun = "Between which years" if between else "From which year to which year"
    words = _words(at, phrase, stem, begun)
    answer = at.discourse.words(at.index, phrase.first + 1, phrase.end)
    return Fact(
        FactKind.TIME,
        at.index,
        (posed(stem, f"{begun} {words}", at.speaker),),
        (answer,),
        count=Count(Decimal(0), answer, "", "span"),
        speaker=speaker_words(at.speaker) if at.speaker else "",
        predicate=f"{at.lemma} {at.clause.verb.main}",
        weight=0.6,
    )


def _asked_when(phrase: TimePhrase, value: PartialDate) -> str:
    if phrase.preposition in ("since", "until"):
        return f"{phrase.preposition.capitalize()} when"
    if value.month is None:
        return "In which year"
    return "On which date" if value.day is not None else "In which month"


def _words(at: At, phrase: TimePhrase, stem: Stem, begun: str) -> str:
    """The clause turned behind its question word, without its date.

    Raises:
        HangingError: too little is left to tell the event from others.
    """
    parse, clause = at.parse, at.clause
    subject = subject_words(stem, clause)
    stem.present.add(subject)
    helper, rest = did(parse, clause, stem)
    if phrase.preposition != "since":
        helper, rest = simply(parse, clause, helper, rest)
    if helper == "will" and _soon(at, phrase):
        helper, rest = (
            were(parse, clause),
            f"next to {rest[5:]}" if rest.startswith("next ") else f"to {rest}",
        )
    said = len(at.speaker.name.split()) + 3 if at.speaker else 0
    room = LONGEST - said - len(f"{begun} {helper} {subject} {rest}".split())
    tail = _tail(at, phrase, stem, room)
    words = tail.split()
    if (
        any(word in ("it", "this", "that", "so", "there") for word in words[:2])
        and at.lemma != "rule"
    ) and words[:1] != ["that"]:
        raise HangingError(tail)
    if "," in tail or not (_enough(at, tail) or _gone(at, tail)):
        raise HangingError(tail)
    return f"{helper} {subject} {rest} {tail}"


def _soon(at: At, phrase: TimePhrase) -> bool:
    """Whether it is past by the time most students are asked: within a year of the article."""
    published, value = at.discourse.ground.article.published, phrase.value
    return published is not None and value is not None and value.year <= published.year + 1


def _particle(parse: Parse, clause: Clause, words: list[str]) -> bool:
    """Whether the one word behind the verb belongs to it: "set up"."""
    return len(words) == 1 and parse.tag(clause.verb.end) == "RP"


def _tail(at: At, phrase: TimePhrase, stem: Stem, room: int) -> str:
    clause = at.clause
    if clause.verb.end >= clause.end:
        return ""
    if not _within(clause, phrase):
        least = clause.object.end if clause.object else clause.verb.end
        return predicate(stem, clause, clause.verb.end, room=room, timeless=True, least=least)
    stop = phrase.first
    if at.parse.tag(stop - 1) == "PRP" and at.parse.tag(stop - 2) == "IN":
        stop -= 2  # is to return for them in December
    before = stem.words(clause.verb.end, stop, timeless=True) \
        if stop > clause.verb.end else ""  # fmt: skip
    words = before.split()
    while words and words[-1].lower() in _LOOSE_ENDS and not _particle(at.parse, clause, words):
        words.pop()
    before = " ".join(words)
    if len(words) > room:
        raise HangingError("too long")
    if phrase.end >= clause.end or (_enough(at, before) and at.parse.tag(phrase.end) != "VBG"):
        return before
    if at.parse.tag(phrase.end) == "CC":
        raise HangingError("and more")
    return predicate(
        stem, clause, clause.verb.end, room=room, timeless=True, least=phrase.end,
        skip=((phrase.first, phrase.end),),
    )  # fmt: skip


def _gone(at: At, tail: str) -> bool:
    """As in "the ship went down": a verb that says enough with its particle."""
    subject = at.clause.subject
    known = subject is not None and at.parse.low(subject.first) not in ("a", "an")
    apart = at.parse.tag(at.clause.verb.end) in ("RP", "RB")
    return known and apart and len(tail.split()) == 1 and at.lemma in _WITH_PARTICLE


def _enough(at: At, tail: str) -> bool:
    """Whether verb and tail tell which event is meant."""
    words = [word for word in tail.split() if word.lower() not in _LOOSE_ENDS or len(word) > 4]
    told = len(tail.split())
    if at.clause.verb.passive:
        return told > 0 or at.lemma in _COMPLETE
    if at.clause.object is not None:
        return told > 0
    if at.lemma in _UNLIKE:
        return False
    return told > 1 or (at.lemma in _ALONE and not words) or (at.lemma == "become" and told > 0)
