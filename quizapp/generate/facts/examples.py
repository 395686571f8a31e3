"""Lists behind the words that say what their members are: "four members – …", "including …"."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import did, predicate, subject_words
from quizapp.generate.facts.listing import list_fact, room, says, stem_of
from quizapp.generate.facts.lists import Listed, is_closed
from quizapp.generate.facts.speakers import Speaker
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.phrases import NounPhrase
from quizapp.generate.stem import Stem

_ASIDE = ("–", "—", "-", ":", "(", "--")
_EXAMPLES = ("including", "namely")


# -- four members – Romania, Spain, Greece and Slovakia – have not … ------------------------------


def explained(discourse: Discourse, index: int, parse: Parse, found: Listed) -> Iterator[Fact]:
    """The list stands between signs behind the words that say what its members are."""
    sign = parse.low(found.first - 1)
    if sign == ":":
        yield from _behind_colon(discourse, index, parse, found)
        return
    head = _head_before(parse, found.first - 1)
    if head is None or not _set_off(parse, head, found):
        return
    behind = found.end + 1
    while parse.tag(behind) == "RB":
        behind += 1
    clause = next((c for c in parse.clauses if c.verb.first == behind), None)
    if clause is not None and says(parse, clause):
        return
    if clause is not None and clause.role is not Role.RELATIVE:
        stem, speaker = stem_of(discourse, index, clause)
        stem.bound = True
        noun = _noun_words(stem, parse, head, head.end)
        said = predicate(
            stem,
            clause,
            clause.verb.first,
            room=room(speaker) - 4,
            least=clause.object.end if clause.object else 0,
        )
        yield list_fact(stem, clause, found, f"Which {found.count} {noun} {said}", speaker, 0.95)
        return
    clause = _governing(parse, head)
    if clause is None:
        return
    yield _before_list(
        stem_of(discourse, index, clause), parse, clause, head, head.end, found, 0.85
    )


def _set_off(parse: Parse, head: NounPhrase, found: Listed) -> bool:
    """Whether dashes, or commas behind "the" or a number, set the list off from its noun."""
    sign = parse.low(found.first - 1)
    counted = parse.tag(head.first) == "CD" or parse.low(head.first) == "the"
    return sign in _ASIDE or (sign == "," and counted and parse.low(found.end) in (",", "."))


def _behind_colon(discourse: Discourse, index: int, parse: Parse, found: Listed) -> Iterator[Fact]:
    """As in "Seven states joined together: …" · "The court has two official languages: …"."""
    colon = found.first - 1
    clause = next(
        (
            c
            for c in parse.clauses
            if c.end == colon and c.subject is not None and c.subject.first < c.verb.first
        ),
        None,
    )
    if clause is None or clause.subject is None:
        return
    if not is_closed(parse, found.end):
        return
    stem, speaker = stem_of(discourse, index, clause)
    head = _head_before(parse, colon)
    subject = parse.phrase_by_first.get(clause.subject.first)
    if subject is not None and _counts(parse, subject, found):
        stem.bound = True
        noun = _noun_words(stem, parse, subject, clause.subject.end)
        said = predicate(
            stem,
            clause,
            clause.verb.first,
            room=room(speaker) - 4,
            least=clause.object.end if clause.object else 0,
        )
        yield list_fact(stem, clause, found, f"Which {found.count} {noun} {said}", speaker, 0.95)
    elif head is not None and head.first >= clause.verb.end and _counts(parse, head, found):
        last = head.first
        preposition = ""
        if parse.tag(last - 1) in ("IN", "TO"):
            last, preposition = last - 1, parse.low(last - 1)
        inside = range(clause.verb.end, last)
        if clause.verb.negative or any(parse.tag(i) in ("IN", "TO", ",") for i in inside):
            return
        noun = _noun_words(stem, parse, head, head.end)
        owner = subject_words(stem, clause)
        helper, rest = did(parse, clause, stem)
        between = stem.words(clause.verb.end, last) if inside else ""
        words = f"{preposition} which {found.count} {noun} {helper} {owner} {rest} {between}"
        yield list_fact(stem, clause, found, words, speaker, 0.85)


def _counts(parse: Parse, head: NounPhrase, found: Listed) -> bool:
    """Whether a noun is said to be as many as the list has members."""
    if parse.tokens[head.head].tag not in ("NNS", "NNPS"):
        return False
    numbers = [t.low for t in parse.tokens[head.first : head.head] if t.tag == "CD"]
    return numbers in ([found.count], [str(len(found.answers))])


def _head_before(parse: Parse, i: int) -> NounPhrase | None:
    found = next((p for p in parse.phrases if p.end == i), None)
    if found is None or parse.tokens[found.head].tag not in ("NNS", "NNPS"):
        return None
    return found


def _noun_words(stem: Stem, parse: Parse, head: NounPhrase, end: int) -> str:
    first = head.first
    while parse.tag(first) in ("CD", "DT") or parse.low(first) in ("several", "many", "some"):
        first += 1
    if first > head.head:
        raise HangingError("bare")
    if parse.tag(first) == "PRP$" or any(parse.tag(i) == "CD" for i in range(first, head.head)):
        raise HangingError(parse.low(first))
    return stem.words(first, end)


def _governing(parse: Parse, head: NounPhrase) -> Clause | None:
    """The clause whose object is a noun, or that ends in it behind a preposition."""
    return next(
        (
            c
            for c in parse.clauses
            if c.subject is not None
            and c.subject.first < c.verb.first
            and c.object is not None
            and c.object.head == head.head
            and not c.verb.negative
        ),
        None,
    )


def _before_list(
    begun: tuple[Stem, Speaker | None],
    parse: Parse,
    clause: Clause,
    head: NounPhrase,
    end: int,
    found: Listed,
    weight: float,
) -> Fact:
    """As in "The court has two official languages: English and French": what is had."""
    stem, speaker = begun
    noun = _noun_words(stem, parse, head, end)
    subject = subject_words(stem, clause)
    lemma = parse.tokens[clause.verb.main].lemma
    if lemma == "be":
        words = f"Which {found.count} {noun} {parse.low(clause.verb.first)} {subject}"
    else:
        helper, rest = did(parse, clause, stem)
        words = f"Which {found.count} {noun} {helper} {subject} {rest}"
    return list_fact(stem, clause, found, words, speaker, weight)


# -- symptoms including fever, headache and bleeding · symptoms, which include … ------------------


def included(discourse: Discourse, index: int, parse: Parse, found: Listed) -> Iterator[Fact]:
    """The list is behind "including" or "such as", or a clause says what is included."""
    at = found.first - 1
    such = parse.low(at) == "as" and parse.low(at - 1) == "such"
    if parse.low(at) in _EXAMPLES or such:
        yield from _examples(discourse, index, parse, found, at - such)
        return
    clause = next((c for c in parse.clauses if c.verb.end == found.first), None)
    if clause is None or clause.subject is None or clause.subject.first >= clause.verb.first:
        return
    lemma = parse.tokens[clause.verb.main].lemma
    if lemma not in ("include", "comprise", "be") or clause.verb.negative:
        return
    head = parse.tokens[clause.subject.head]
    alone = clause.subject.end - clause.subject.first == 1
    if head.tag != "NNS" and (alone or lemma == "be"):
        return
    if not _owned(discourse, index, parse, clause.subject.first):
        return
    stem, speaker = stem_of(discourse, index, clause)
    subject = subject_words(stem, clause)
    if lemma == "be":
        words = f"What {parse.low(clause.verb.first)} {subject}"
    elif head.tag == "NNS":
        definite = parse.tag(clause.subject.first) in ("DT", "PRP$", "NNP")
        words = f"What are {found.count} {'of ' if definite else ''}{subject}"
    else:
        words = f"What {found.count} things did {subject} include"
    yield list_fact(stem, clause, found, words, speaker, 0.85)


def _owned(discourse: Discourse, index: int, parse: Parse, first: int) -> bool:
    """Whether "its" has a sure owner, where a subject begins with it."""
    if parse.tag(first) != "PRP$":
        return True
    owner = discourse.pronoun(index, first)
    unsure = (EntityKind.OTHER, EntityKind.EVENT)
    return isinstance(owner, Entity) and owner.kind not in unsure


def _examples(
    discourse: Discourse, index: int, parse: Parse, found: Listed, at: int
) -> Iterator[Fact]:
    if parse.low(at - 1) == ",":
        at -= 1
    head = _head_before(parse, at)
    if head is None:
        return
    clause = _governing(parse, head)
    if clause is not None and clause.object is not None:
        yield _before_list(
            stem_of(discourse, index, clause), parse, clause, head, head.end, found, 0.7
        )
        return
    clause = next((c for c in parse.clauses if c.subject and c.subject.head == head.head), None)
    if clause is None or clause.verb.first < found.end or clause.role is Role.RELATIVE:
        return
    stem, speaker = stem_of(discourse, index, clause)
    stem.bound = True
    noun = _noun_words(stem, parse, head, head.end)
    said = predicate(
        stem,
        clause,
        clause.verb.first,
        room=room(speaker) - 4,
        least=clause.object.end if clause.object else 0,
    )
    yield list_fact(stem, clause, found, f"Which {found.count} {noun} {said}", speaker, 0.7)
