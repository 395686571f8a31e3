"""Members of a list: as a subject, an object, between dashes, behind "including" and "such as"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import (
    LONGEST,
    Speaker,
    asks,
    did,
    posed,
    predicate,
    speaker_of,
    speaker_words,
    subject_words,
)
from quizapp.generate.facts.clausal import fronted
from quizapp.generate.facts.lists import Listed, is_closed, lists_in, noun_of
from quizapp.generate.language.clauses import Clause, Parse, Role
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NounPhrase
from quizapp.generate.stem import HangingError, Stem

_ASIDE = ("–", "—", "-", ":", "(", "--")
_EXAMPLES = ("including", "namely")
_NO_OBJECT = frozenset("be become say tell have include involve comprise see give".split())
_AFTERWARDS = frozenset(
    "offered sent pledged promised condemned declared closed suspended donated evacuated".split()
)
"""What others do after a disaster or an attack."""
_LEAST_ASKED = 8


def member_facts(discourse: Discourse) -> Iterator[Fact]:
    """Every list that can be asked for, at most one question a list."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        if parse.tokens[-1].text == "?":
            continue
        for found in lists_in(discourse, sentence.index, parse):
            for ask in (_explained, _included, _as_subject, _as_object, _behind_preposition):
                try:
                    facts = tuple(ask(discourse, sentence.index, parse, found))
                except HangingError:
                    continue
                if facts:
                    yield from facts
                    break


# -- four members – Romania, Spain, Greece and Slovakia – have not … ------------------------------


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
    if parse.tag(first) == "PRP$":
        raise HangingError("its")
    return stem.words(first, end)


def _explained(discourse: Discourse, index: int, parse: Parse, found: Listed) -> Iterator[Fact]:
    """The list stands between signs behind the words that say what its members are."""
    sign = parse.low(found.first - 1)
    closing = parse.low(found.end)
    if sign not in (*_ASIDE, ",") or (sign == "," and closing not in (",", ".")):
        return
    if sign == ":":
        yield from _behind_colon(discourse, index, parse, found)
        return
    head = _head_before(parse, found.first - 1)
    if head is None:
        return
    counted = parse.tag(head.first) == "CD" or parse.low(head.first) == "the"
    if sign == "," and not counted:
        return
    behind = found.end + 1
    while parse.tag(behind) == "RB":
        behind += 1
    clause = next((c for c in parse.clauses if c.verb.first == behind), None)
    if clause is not None and _says(parse, clause):
        return
    if clause is not None and clause.role is not Role.RELATIVE:
        speaker = speaker_of(discourse, index, clause)
        stem = _stem(discourse, index, speaker)
        stem.bound = True
        noun = _noun_words(stem, parse, head, head.end)
        said = predicate(
            stem,
            clause,
            clause.verb.first,
            room=_room(speaker) - 4,
            least=clause.object.end if clause.object else 0,
        )
        yield _fact(stem, clause, found, f"Which {found.count} {noun} {said}", speaker, 0.95)
        return
    clause = _governing(parse, head)
    if clause is None:
        return
    yield _before_list(
        stem_of(discourse, index, clause), parse, clause, head, head.end, found, 0.85
    )


def _behind_colon(discourse: Discourse, index: int, parse: Parse, found: Listed) -> Iterator[Fact]:
    """ "Seven states joined together: …" · "The court has two official languages: …"."""
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
            room=_room(speaker) - 4,
            least=clause.object.end if clause.object else 0,
        )
        yield _fact(stem, clause, found, f"Which {found.count} {noun} {said}", speaker, 0.95)
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
        yield _fact(stem, clause, found, words, speaker, 0.85)


def _counts(parse: Parse, head: NounPhrase, found: Listed) -> bool:
    """Whether a noun is said to be as many as the list has members."""
    if parse.tokens[head.head].tag not in ("NNS", "NNPS"):
        return False
    numbers = [t.low for t in parse.tokens[head.first : head.head] if t.tag == "CD"]
    return numbers in ([found.count], [str(len(found.answers))])


def _says(parse: Parse, clause: Clause) -> bool:
    return "say" in lexicon().verb_flags(parse.tokens[clause.verb.main].lemma)


def stem_of(discourse: Discourse, index: int, clause: Clause) -> tuple[Stem, Speaker | None]:
    """A new stem of a clause with its speaker in it."""
    speaker = speaker_of(discourse, index, clause)
    return _stem(discourse, index, speaker), speaker


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
    """ "The court has two official languages: English and French": what is had."""
    stem, speaker = begun
    noun = _noun_words(stem, parse, head, end)
    subject = subject_words(stem, clause)
    lemma = parse.tokens[clause.verb.main].lemma
    if lemma == "be":
        words = f"Which {found.count} {noun} {parse.low(clause.verb.first)} {subject}"
    else:
        helper, rest = did(parse, clause, stem)
        words = f"Which {found.count} {noun} {helper} {subject} {rest}"
    return _fact(stem, clause, found, words, speaker, weight)


# -- symptoms including fever, headache and bleeding · symptoms, which include … ------------------


def _included(discourse: Discourse, index: int, parse: Parse, found: Listed) -> Iterator[Fact]:
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
    if lemma == "be" and head.tag != "NNS":
        return
    if clause.subject.end - clause.subject.first == 1 and head.tag != "NNS":
        return
    stem, speaker = stem_of(discourse, index, clause)
    subject = subject_words(stem, clause)
    if lemma == "be":
        words = f"What {parse.low(clause.verb.first)} {subject}"
    elif head.tag == "NNS":
        words = f"What are {found.count} of {subject}"
    else:
        words = f"What {found.count} things did {subject} include"
    yield _fact(stem, clause, found, words, speaker, 0.85)


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
        room=_room(speaker) - 4,
        least=clause.object.end if clause.object else 0,
    )
    yield _fact(stem, clause, found, f"Which {found.count} {noun} {said}", speaker, 0.7)


# -- Chile, Bolivia and Ecuador offered help ------------------------------------------------------


def _as_subject(discourse: Discourse, index: int, parse: Parse, found: Listed) -> Iterator[Fact]:
    clause = next(
        (
            c
            for c in parse.clauses
            if c.subject and c.subject.first == found.first and c.verb.first >= found.end
        ),
        None,
    )
    if clause is None or not found.entities:
        return
    aside = parse.low(found.end) == "," == parse.low(clause.verb.first - 1)
    if clause.verb.first != found.end and not aside:
        return
    stem, speaker = stem_of(discourse, index, clause)
    target = clause.object
    if (
        parse.tokens[clause.verb.main].lemma == "be"
        and target is not None
        and parse.tokens[target.head].tag == "NNS"
    ):
        words = stem.words(target.first, target.end)
        yield _fact(
            stem, clause, found, f"What {parse.low(clause.verb.first)} {words}", speaker, 0.8
        )
        return
    noun = noun_of(found)
    if noun is None:
        return
    stem.bound = True
    said = predicate(
        stem,
        clause,
        clause.verb.first,
        room=_room(speaker) - 3,
        least=clause.object.end if clause.object else 0,
    )
    front = fronted(discourse, index, clause, stem)
    if front and front[1:] not in said:
        said += f" {front[:1].lower()}{front[1:]}"
    if " similar " in f" {said} ":
        return
    if len(said.split()) < 2 or _says(parse, clause):
        return
    yield _fact(stem, clause, found, f"Which {found.count} {noun} {said}", speaker, 0.8)


# -- she visited Rome, Paris and Berlin · the army sent tents, food and water ---------------------


def _as_object(discourse: Discourse, index: int, parse: Parse, found: Listed) -> Iterator[Fact]:
    clause = next((c for c in parse.clauses if c.verb.end == found.first), None)
    if clause is None or clause.subject is None or clause.subject.first >= clause.verb.first:
        return
    lemma = parse.tokens[clause.verb.main].lemma
    if (
        lemma in _NO_OBJECT
        or clause.verb.negative
        or clause.verb.passive
        or "say" in lexicon().verb_flags(lemma)
    ):
        return
    noun = noun_of(found)
    if found.entities and noun is None:
        return
    stem, speaker = stem_of(discourse, index, clause)
    subject = subject_words(stem, clause)
    helper, rest = did(parse, clause, stem)
    tail = ""
    if found.end < clause.end:
        tail = predicate(
            stem,
            clause,
            found.end,
            room=_room(speaker) - len(subject.split()) - 4,
            least=found.end,
        )
    asker = f"Which {found.count} {noun}" if noun else f"What {found.count} things"
    words = f"{asker} {helper} {subject} {rest} {tail}"
    if noun is None and len(words.split()) < _LEAST_ASKED:
        return
    yield _fact(stem, clause, found, words, speaker, 0.75 if noun else 0.5)


# -- its head offices are in Bern and Zurich ------------------------------------------------------


def _behind_preposition(
    discourse: Discourse, index: int, parse: Parse, found: Listed
) -> Iterator[Fact]:
    preposition = parse.low(found.first - 1)
    noun = noun_of(found)
    made = next((c for c in parse.clauses if c.verb.end == found.first - 1), None)
    if (
        noun is None
        and made is not None
        and preposition in ("of", "from")
        and parse.tokens[made.verb.main].lemma in ("make", "compose", "build")
    ):
        noun, preposition = "materials", ""
        stem, speaker = stem_of(discourse, index, made)
        subject = subject_words(stem, made)
        helper, rest = did(parse, made, stem)
        link = parse.low(found.first - 1)
        words = f"What {found.count} materials {helper} {subject} {rest} {link}"
        yield _fact(stem, made, found, words, speaker, 0.7)
        return
    if preposition not in ("in", "from", "with", "at", "to", "against") or noun is None:
        return
    clause = next(
        (
            c
            for c in parse.clauses
            if c.verb.end <= found.first - 1
            and found.end == c.end
            and c.subject is not None
            and c.subject.first < c.verb.first
            and not c.verb.negative
        ),
        None,
    )
    if clause is None or clause.role is Role.UNDER:
        return
    between = range(clause.verb.end, found.first - 1)
    if any(parse.tag(i) in ("IN", "TO", "WDT", "WP", "VBN", "VBG", ",") for i in between):
        return
    stem, speaker = stem_of(discourse, index, clause)
    subject = subject_words(stem, clause)
    helper, rest = did(parse, clause, stem)
    said = stem.words(clause.verb.end, found.first - 1) if between else ""
    words = f"{preposition} which {found.count} {noun} {helper} {subject} {rest} {said}"
    yield _fact(stem, clause, found, words, speaker, 0.8)


# -- what all come to -----------------------------------------------------------------------------


def _stem(discourse: Discourse, index: int, speaker: Speaker | None) -> Stem:
    stem = Stem(discourse, index)
    if speaker is not None and speaker.entity is not None:
        stem.present.add(speaker.entity.name)
    return stem


def _room(speaker: Speaker | None) -> int:
    return LONGEST - (len(speaker.name.split()) + 3 if speaker else 0)


def _fact(
    stem: Stem, clause: Clause, found: Listed, words: str, speaker: Speaker | None, weight: float
) -> Fact:
    parse = stem.discourse.parses[stem.index]
    verb = parse.tokens[clause.verb.main]
    if any(
        re.search(rf"\b{re.escape(answer)}\b", words, re.IGNORECASE) for answer in found.answers
    ):
        raise HangingError("a member in its own question")
    present = parse.tokens[clause.verb.first].tag in ("VBZ", "VBP")
    return Fact(
        FactKind.MEMBERS,
        stem.index,
        (_posed(stem, words, speaker, found),),
        found.answers,
        found.kind,
        speaker=speaker_words(speaker) if speaker else "",
        ages=stem.ages or present,
        predicate=f"{verb.lemma} {clause.verb.main}",
        weight=weight,
    )


def _posed(stem: Stem, words: str, speaker: Speaker | None, found: Listed) -> str:
    """A question that stands alone; the places in the list itself do not lead elsewhere.

    Raises:
        HangingError: nothing says what it is about.
    """
    try:
        asked = posed(stem, words, speaker)
        if asked.startswith("In the report"):
            raise HangingError(asked)
        return asked
    except HangingError:
        topic = stem.discourse.topic
        bare = words.strip()
        helps = set(bare.split()) & _AFTERWARDS
        if topic is None or speaker is not None or stem.loose or not (found.entities and helps):
            raise
        return asks(f"After {topic.words}, {bare[:1].lower()}{bare[1:]}")
