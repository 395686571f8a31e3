"""Who did what: the subject, the object, the agent, the place and the cause asked for."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import answer_of, did, predicate, subject_words, tensed
from quizapp.generate.facts.clause_stem import (
    ages,
    clause_lemma,
    clause_room,
    clause_simple,
    clause_stem,
    dull,
    fronted,
)
from quizapp.generate.facts.posing import posed
from quizapp.generate.facts.question_word import object_words, question_words
from quizapp.generate.facts.scenes import where, why
from quizapp.generate.facts.speakers import Speaker, speaker_of, speaker_words
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Chunk, Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.parse_words import RELATIVES
from quizapp.generate.language.phrases import BE, NounPhrase
from quizapp.generate.language.plurals import is_plural
from quizapp.generate.language.times import When
from quizapp.generate.language.word_list import row_of
from quizapp.generate.stem import Stem

_WEAK = row_of(
    "have get do make take give go come see say tell seem appear let keep want need try begin "
    "start continue include mean be become happen occur follow face hold put turn add note "
    "know think feel use show help find"
)
"""Verbs whose object by itself says little."""


def clause_facts(discourse: Discourse) -> Iterator[Fact]:
    """The facts of every clause that can be asked, sentence by sentence."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        for clause in (*parse.clauses, *parse.reduced, *parse.trailing):
            try:
                speaker = speaker_of(discourse, sentence.index, clause)
            except HangingError:
                continue
            if not _askable(parse, clause):
                continue
            yield from _facts(discourse, sentence.index, parse, clause, speaker)


def _askable(parse: Parse, clause: Clause) -> bool:  # noqa: C901, PLR0911 - a shape of words each
    """Whether a clause states something: it is no question, wish, condition or act of saying."""
    tokens = parse.tokens
    verb = tokens[clause.verb.main]
    if tokens[-1].text == "?" or (
        clause.role == Role.UNDER
        and clause.under in ("if", "unless", "whether", "until", "lest", "that")
    ):
        return False
    if clause.role == Role.RELATIVE and clause.subject is None:
        return False
    if clause.role == Role.RELATIVE and parse.tag(clause.opened - 1) == "IN":
        return False  # "under which", "of whom"
    if clause.under == "what" or parse.low(clause.opened) == "what":
        return False
    if (
        clause.role == Role.RELATIVE
        and clause.subject
        and clause.opened + 1 == clause.subject.first
    ):
        return False  # "which the League had created": what it did it to stands before
    flags = lexicon().verb_flags(verb.lemma)
    behind = parse.low(clause.verb.end)
    if dull(parse, clause):
        return False
    said = {t.low for t in parse.tokens[clause.verb.end : clause.end]}
    if verb.lemma == "tell" and "that" not in said:
        return False  # "told a packed courtroom"
    if verb.lemma == "say" or (
        verb.lemma in ("tell", "add", "write", "announce") and clause.object is None
    ):
        return False
    if (
        "say" in flags
        and clause.object is None
        and (
            behind in ("that", "", ",", ".", "how", "what", "whether", "why")
            or parse.tag(clause.verb.end) not in ("IN", "TO")
        )
    ):
        return False
    first = tokens[clause.verb.first]
    if first.low == "would" and clause.role == Role.THAT:
        return True  # what somebody said would be done
    return first.low not in ("may", "might", "could", "should", "'d", "would", "ca")


def _facts(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, speaker: Speaker | None
) -> Iterator[Fact]:
    for find in (_subject, _object, _agent, where, why):
        try:
            yield from find(discourse, index, parse, clause, speaker)
        except HangingError:
            continue


def _action(
    stem: Stem,
    clause: Clause,
    words: str,
    answer: tuple[str, Entity | None],
    speaker: Speaker | None,
    weight: float,
) -> Fact:
    """The fact that somebody did something, asked for by one who took part.

    Raises:
        HangingError: nothing in the words says what they are about.
    """
    parse = stem.discourse.parses[stem.index]
    name, entity = answer
    return Fact(
        FactKind.ACTION,
        stem.index,
        (posed(stem, words, speaker),),
        (name,),
        entity.kind if entity else EntityKind.OTHER,
        speaker=speaker_words(speaker) if speaker else "",
        ages=ages(stem, parse, clause),
        predicate=f"{clause_lemma(parse, clause)} {clause.verb.main}",
        weight=weight if entity else 0.5,
    )


# -- the subject -------------------------------------------------------------------------------


def _subject(  # noqa: C901, PLR0911 - a shape of words each
    discourse: Discourse, index: int, parse: Parse, clause: Clause, speaker: Speaker | None
) -> Iterator[Fact]:
    chunk = clause.subject
    if chunk is None or chunk.first >= clause.verb.first:
        return
    if is_plural(parse, chunk.first, chunk.head) and "and" in {
        t.low for t in parse.tokens[chunk.first : chunk.end]
    }:
        return
    found = answer_of(discourse, index, chunk)
    if found is None:
        return
    _, entity = found
    if clause.verb.negative or parse.low(clause.verb.end) == "no":
        return  # who did not is nearly everybody
    if speaker is not None and entity is not None and speaker.entity is entity:
        return
    if entity is None and not _tells(parse, chunk):
        return
    if clause_lemma(parse, clause) == "be" and clause.object is None:
        return
    lemma = parse.tokens[chunk.head].lemma
    asker = question_words(entity, lemma)
    stem = clause_stem(discourse, index, speaker)
    stem.asked, stem.bound = entity, True
    least = clause.object.end if clause.object else 0
    said = predicate(stem, clause, clause.verb.first, room=clause_room(speaker), least=least)
    said = _past(parse, clause, said)
    said = tensed(parse, clause, said)
    front = fronted(discourse, index, clause)
    if front and front not in said:
        said += " " + front
    if len(said.split()) < 3:
        return
    if (asker != "What" and not asker.startswith("Which")) or (
        entity is None and is_plural(parse, chunk.first, chunk.head)
    ):
        said = _singular(parse, clause, said)
    if (
        entity is not None
        and entity.kind == EntityKind.PLACE
        and speaker is None
        and parse.tokens[clause.verb.first].tag in ("VBZ", "VBP", "VBD")
        and clause_lemma(parse, clause) in ("want", "say", "fear", "accuse", "reject")
    ):
        return
    words = f"{asker} {said}"
    yield _action(stem, clause, words, found, speaker, 0.8)


_BODIES = row_of("government parliament army police opposition jury cabinet senate congress")
"""What one word names enough."""


def _tells(parse: Parse, chunk: Chunk) -> bool:
    """Whether a common noun says enough to be an answer."""
    words = parse.tokens[chunk.first : chunk.end]
    full = [t for t in words if t.tag not in ("DT", "CD")]
    body = words[0].low == "the" and words[-1].lemma in _BODIES
    if body and words[-1].tag == "NN":
        return True
    if len(full) < 2:
        return False
    head = parse.tokens[chunk.head]
    named = any(t.tag in ("NNP", "NNPS") for t in words)
    return named or head.tag == "VBG" or bool(lexicon().noun_categories(head.lemma) & _CONCRETE)


_CONCRETE = row_of("person office group place event work animal substance")


def _past(parse: Parse, clause: Clause, said: str) -> str:
    """As in "has asked" becomes "asked" where something was done once."""
    group, tokens = clause.verb, parse.tokens
    if group.passive or group.negative or tokens[group.first].low not in ("has", "have"):
        return said
    main = tokens[group.main]
    if main.lemma in ("be", "have", "become") or group.main != group.first + 1:
        return said
    if "state" in lexicon().verb_flags(main.lemma):
        return said
    helper = tokens[group.first].text + " " + main.text
    if not said.startswith(helper) or any(w in said for w in (" since ", " yet", " for years")):
        return said
    return lexicon().forms(main.lemma).past + said[len(helper) :]


def _singular(parse: Parse, clause: Clause, said: str) -> str:
    """As in "Who live" becomes "Who lives": a question word takes the singular."""
    first = parse.tokens[clause.verb.first]
    if not said.startswith(first.text):
        return said
    swap = {"are": "is", "were": "was", "have": "has", "do": "does"}.get(first.low)
    if swap is None and first.tag == "VBP":
        swap = lexicon().forms(first.lemma).third
    return swap + said[len(first.text) :] if swap else said


# -- the object --------------------------------------------------------------------------------


_REACHING = row_of("leave reach enter strike hit cross")
"""Verbs of a place, of which one asks where."""
_LEADING = row_of(
    "road route line bridge ferry flight train access link way path highway railway bus pipeline "
    "threat answer key response solution end return visit right letter contribution"
)
"""What goes to somewhere or someone: "to" is its own."""


def _half_an_object(parse: Parse, target: Chunk, lemma: str, *, named: bool) -> bool:
    """Whether an object is no answer to "what": a station that is left, a road to somewhere."""
    noun = parse.tokens[target.head].lemma
    place = not named and lemma in _REACHING and "place" in lexicon().noun_categories(noun)
    leading = parse.low(target.end) == "to" and noun in _LEADING
    return place or leading or parse.tag(target.end) in RELATIVES


def _object(  # noqa: PLR0911 - a shape of words each
    discourse: Discourse, index: int, parse: Parse, clause: Clause, speaker: Speaker | None
) -> Iterator[Fact]:
    target = clause.object
    if target is None or clause.verb.passive or clause.verb.negative or clause.subject is None:
        return
    if clause.subject.first >= clause.verb.first or _counted(parse, target):
        return
    lemma = clause_lemma(parse, clause)
    if lemma in BE or lemma == "be" or "link" in lexicon().verb_flags(lemma):
        return
    if clause.subject.first > 0 and parse.tag(clause.verb.end) == "RB":
        return
    found = answer_of(discourse, index, target)
    if found is None or parse.low(target.end) in ("and", "or", ","):
        return
    _, entity = found
    if (
        entity is None
        and (lemma in _WEAK or not _tells(parse, target))
        and not discourse.specific(index, target)
    ):
        return
    if speaker is not None and entity is not None and speaker.entity is entity:
        return
    if _half_an_object(parse, target, lemma, named=entity is not None):
        return
    stem = clause_stem(discourse, index, speaker)
    stem.asked = entity
    subject = subject_words(stem, clause)
    helper, rest = did(parse, clause, stem)
    helper, rest = clause_simple(parse, clause, helper, rest)
    tail = ""
    if target.end < clause.end:
        tail = predicate(
            stem,
            clause,
            target.end,
            room=clause_room(speaker) - len(subject.split()) - 3,
            least=target.end,
        )
    front = fronted(discourse, index, clause)
    asker = object_words(entity, parse.tokens[target.head].lemma)
    words = f"{asker} {helper} {subject} {rest} {tail} {front}"
    yield _action(stem, clause, words, found, speaker, 0.62)


def _counted(parse: Parse, chunk: Chunk) -> bool:
    return any(t.tag in ("CD", "$") for t in parse.tokens[chunk.first : chunk.head + 1])


# -- who did it, where the verb is passive -----------------------------------------------------


def _agent(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, speaker: Speaker | None
) -> Iterator[Fact]:
    if (
        not clause.verb.passive
        or clause.subject is None
        or clause.subject.first >= clause.verb.first
    ):
        return
    by = next(
        (
            i
            for i in range(clause.verb.end, min(clause.end, clause.verb.end + 6))
            if parse.low(i) == "by"
        ),
        None,
    )
    phrase = parse.phrase_by_first.get(by + 1) if by is not None else None
    promised = clause.object is not None and by is not None and clause.object.first < by
    if by is None or phrase is None or promised:
        return  # "was promised a loan by Berlin" has two objects
    chunk = parse.chunk(phrase, wide=False)
    name = parse.phrase_by_first.get(chunk.end + 1)
    late = ""
    if name is not None and _named_behind(parse, chunk, name):
        chunk = parse.chunk(name, wide=False)  # by a farmer, Eino Salmela, in 1931
        after = next((t for t in discourse.times(index) if t.first == name.end + 1), None)
        if after is not None and after.when is When.ABSOLUTE and after.preposition:
            late = discourse.words(index, after.first, after.end)
    found = answer_of(discourse, index, chunk)
    if found is None or parse.tag(chunk.head + 1) == "VBG":
        return
    _, entity = found
    if entity is None and not _tells(parse, chunk):
        return
    active = _active(parse, clause)
    if active is None:
        return
    behind = range(chunk.end, clause.end)
    if any(parse.low(i) == "and" and parse.tag(i + 1) in ("NNP", "DT", "CD") for i in behind):
        return  # "by Kotzias for Greece and Dimitrov for Macedonia"
    stem = clause_stem(discourse, index, speaker)
    stem.asked, stem.bound = entity, True
    subject = subject_words(stem, clause)
    between = stem.words(clause.verb.end, by) if by > clause.verb.end else ""
    tail = ""
    past = chunk.end if entity is None else _past_seat(discourse, index, chunk)
    if past < clause.end:
        tail = predicate(
            stem,
            clause,
            past,
            room=clause_room(speaker) - len(subject.split()) - 3,
            least=past,
        )
    front = fronted(discourse, index, clause)
    asker = question_words(entity, parse.tokens[chunk.head].lemma)
    close = len(between.split()) == 1  # paid for the trial, ploughed up the ring
    said = f"{between} {subject}" if close else f"{subject} {between}"
    words = f"{asker} {active} {said} {tail} {front} {late}"
    yield _action(stem, clause, words, found, speaker, 0.75)


def _past_seat(discourse: Discourse, index: int, chunk: Chunk) -> int:
    """Index after "the Frost Foundation in London": where a body sits is not where it acts."""
    parse = discourse.parses[index]
    seat = parse.phrase_by_first.get(chunk.end + 1)
    if seat is None or parse.low(chunk.end) not in ("in", "from", "at"):
        return chunk.end
    where = discourse.entity(index, seat)
    return seat.end if where is not None and where.kind == EntityKind.PLACE else chunk.end


def _named_behind(parse: Parse, chunk: Chunk, name: NounPhrase) -> bool:
    """Whether a common noun is followed by its name between commas."""
    if parse.low(chunk.end) != "," or parse.low(name.end) not in (",", "."):
        return False
    return parse.tag(name.head) in ("NNP", "NNPS") and parse.tag(chunk.head) == "NN"


def _active(parse: Parse, clause: Clause) -> str | None:
    group, tokens = clause.verb, parse.tokens
    helpers = [t.low for t in tokens[group.first : group.main] if t.tag != "RB"]
    forms = lexicon().forms(tokens[group.main].lemma)
    if helpers in (["was"], ["were"], []):
        return forms.past
    if helpers in (["has", "been"], ["have", "been"]):
        return "has " + forms.participle
    if helpers == ["had", "been"]:
        return "had " + forms.participle
    if helpers in (["is"], ["are"]):
        return forms.third
    if helpers == ["will", "be"]:
        return "will " + forms.base
    return None


# -- when, where, why --------------------------------------------------------------------------
