"""Members of a list: as a subject, an object, behind a preposition, or with what they are."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import did, predicate, subject_words
from quizapp.generate.facts.clause_stem import fronted
from quizapp.generate.facts.examples import explained, included
from quizapp.generate.facts.listing import list_fact, room, says, stem_of
from quizapp.generate.facts.lists import Listed, lists_in, noun_of
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.word_list import row_of

_NO_OBJECT = row_of("be become say tell have include involve comprise see give")
_LEAST_ASKED = 8


def member_facts(discourse: Discourse) -> Iterator[Fact]:
    """Every list that can be asked for, at most one question a list."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        if parse.tokens[-1].text == "?":
            continue
        for found in lists_in(discourse, sentence.index, parse):
            for ask in (explained, included, _as_subject, _as_object, _behind_preposition):
                try:
                    facts = tuple(ask(discourse, sentence.index, parse, found))
                except HangingError:
                    continue
                if facts:
                    yield from facts
                    break


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
        yield list_fact(
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
        room=room(speaker) - 3,
        least=clause.object.end if clause.object else 0,
    )
    front = fronted(discourse, index, clause)
    if front and front[1:] not in said:
        said += f" {front[:1].lower()}{front[1:]}"
    if " similar " in f" {said} ":
        return
    if len(said.split()) < 2 or says(parse, clause):
        return
    yield list_fact(stem, clause, found, f"Which {found.count} {noun} {said}", speaker, 0.8)


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
            room=room(speaker) - len(subject.split()) - 4,
            least=found.end,
        )
    asker = f"Which {found.count} {noun}" if noun else f"What {found.count} things"
    words = f"{asker} {helper} {subject} {rest} {tail}"
    if noun is None and len(words.split()) < _LEAST_ASKED:
        return
    yield list_fact(stem, clause, found, words, speaker, 0.75 if noun else 0.5)


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
        yield list_fact(stem, made, found, words, speaker, 0.7)
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
    yield list_fact(stem, clause, found, words, speaker, 0.8)
