"""Where something happened, and why."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import (
    did,
    predicate,
    subject_words,
)
from quizapp.generate.facts.clause_stem import (
    ages,
    clause_lemma,
    clause_room,
    clause_simple,
    clause_stem,
    fronted,
)
from quizapp.generate.facts.posing import posed
from quizapp.generate.facts.speakers import Speaker, speaker_words
from quizapp.generate.language.clause import Clause
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NounPhrase
from quizapp.generate.language.word_list import row_of
from quizapp.generate.stem import Stem

_EVENTS = row_of(
    "happen occur take hold strike hit begin open sign meet die live bear bury arrest find found "
    "build land launch crash explode collapse break start stage base stand lie locate kill "
    "discover detain sink erupt fall work study teach grow vote gather settle move flee arrive "
    "set attack shoot win store keep display headquarter"
)


_CAUSES = (
    ("because", "of"),
    ("because",),
    ("due", "to"),
    ("owing", "to"),
    ("as", "a", "result", "of"),
)
_BEGINNINGS = frozenset(words[0] for words in _CAUSES)


def where(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, speaker: Speaker | None
) -> Iterator[Fact]:
    """Where something happened, where a place with a name says so."""
    if clause_lemma(parse, clause) not in _EVENTS or clause.subject is None:
        return
    if clause.subject.first >= clause.verb.first:
        return
    for i in range(clause.verb.end, clause.end):
        phrase = parse.phrase_by_first.get(i + 1)
        if parse.low(i) not in ("in", "at", "near", "off") or phrase is None:
            continue
        entity, end = _place_there(discourse, index, parse, phrase)
        if entity is None or entity.kind not in (EntityKind.PLACE, EntityKind.COUNTRY):
            continue
        if any(parse.tag(k) == "CD" for k in range(phrase.first, phrase.end)):
            continue  # in about 70 BC
        if parse.low(end) == "and":
            return  # in Arizona and in Kumamoto
        close = clause.object.end if clause.object else clause.verb.end
        close = next((t.end for t in discourse.times(index) if t.first == close), close)
        if i > close + 1:
            return
        stem = clause_stem(discourse, index, speaker)
        stem.asked = entity
        subject = subject_words(stem, clause)
        helper, rest = did(parse, clause, stem)
        helper, rest = clause_simple(parse, clause, helper, rest)
        tail = predicate(
            stem,
            clause,
            clause.verb.end,
            room=clause_room(speaker) - 5 - len(subject.split()),
            least=min(end, clause.end),
            skip=((i, end),),
        )
        front = fronted(discourse, index, clause)
        yield Fact(
            FactKind.PLACE,
            index,
            (posed(stem, f"Where {helper} {subject} {rest} {tail} {front}", speaker),),
            (entity.name,),
            entity.kind,
            speaker=speaker_words(speaker) if speaker else "",
            ages=ages(stem, parse, clause),
            predicate=f"{clause_lemma(parse, clause)} {clause.verb.main}",
            weight=0.65,
        )
        return


def _place_there(
    discourse: Discourse, index: int, parse: Parse, phrase: NounPhrase
) -> tuple[Entity | None, int]:
    """The place that a phrase names, and where its words end: "the northern port of Hai Phong"."""
    entity = discourse.entity(index, phrase)
    name = parse.phrase_by_first.get(phrase.end + 1) if parse.low(phrase.end) == "of" else None
    if entity is not None or name is None or name.end > name.head + 1:
        return entity, phrase.end
    place = "place" in lexicon().noun_categories(parse.tokens[phrase.head].lemma)
    return (discourse.entity(index, name), name.end) if place else (None, phrase.end)


def why(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, speaker: Speaker | None
) -> Iterator[Fact]:
    """Why something happened, where a cause is stated."""
    if clause.subject is None or clause.subject.first >= clause.verb.first:
        return
    for i in range(clause.verb.end, clause.end):
        if parse.low(i) not in _BEGINNINGS:
            continue
        cause = next(
            (c for c in _CAUSES if tuple(parse.low(i + k) for k in range(len(c))) == c), None
        )
        planned = cause == ("due", "to") and parse.tag(i + 2) == "VB"  # due to begin in January
        if cause is None or planned or (cause == ("because",) and parse.low(i + 1) == "of"):
            continue
        stem = clause_stem(discourse, index, speaker)
        subject = subject_words(stem, clause)
        helper, rest = did(parse, clause, stem)
        helper, rest = clause_simple(parse, clause, helper, rest)
        tail = stem.words(clause.verb.end, i) if i > clause.verb.end else ""
        reason = Stem(discourse, index)
        reason.present |= stem.present
        words = discourse.words(index, i + len(cause), clause.end)
        reason.words(i + len(cause), clause.end)
        if len(words.split()) < 2:
            return
        yield Fact(
            FactKind.CAUSE,
            index,
            (posed(stem, f"Why {helper} {subject} {rest} {tail}", speaker),),
            (words,),
            speaker=speaker_words(speaker) if speaker else "",
            ages=ages(stem, parse, clause),
            predicate=f"{clause_lemma(parse, clause)} {clause.verb.main}",
            weight=0.6,
        )
        return
