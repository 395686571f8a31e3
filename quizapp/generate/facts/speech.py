"""Who said what, word for word or reported, who holds which view, and who calls a thing what."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import did, subject_words
from quizapp.generate.facts.posing import asks
from quizapp.generate.facts.question_word import question_words
from quizapp.generate.facts.speakers import Speaker, speaker_of
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.word_list import row_of
from quizapp.generate.stem import Stem

_ASKED = row_of(
    "say write warn claim insist argue announce promise state declare deny predict estimate "
    "confirm complain acknowledge admit concede propose demand conclude suggest explain "
    "pledge vow allege calculate maintain contend rule"
)
_CALLED = frozenset(["call", "describe", "label", "brand", "dub"])
_SPEAKERS = frozenset((EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANISATION))
_LONGEST_NAME = 9
_SHORTEST_QUOTE = 6
_LONGEST_QUOTE = 26
_SHORTEST_CLAIM = 6
_LONGEST_CLAIM = 20


def speech_facts(discourse: Discourse) -> Iterator[Fact]:
    """Every saying whose speaker has a name."""
    for sentence in discourse.prose:
        index, parse = sentence.index, discourse.parses[sentence.index]
        with suppress(HangingError):
            yield from _quoted(discourse, index, parse)
        for clause in parse.clauses:
            for find in (_reported, _called):
                try:
                    yield from find(discourse, index, parse, clause)
                except HangingError:
                    continue


def _verb(parse: Parse, speaker: Speaker) -> str:
    token = parse.tokens[speaker.verb]
    return lexicon().forms(token.lemma).past if token.lemma in _ASKED else "said"


def _known(speaker: Speaker | None) -> Entity | None:
    """The speaker, where a reader can know who it is."""
    if speaker is None or speaker.entity is None or speaker.entity.kind not in _SPEAKERS:
        return None
    person = speaker.entity.kind == EntityKind.PERSON
    return speaker.entity if not person or " " in speaker.entity.name else None


def _of_others(discourse: Discourse, index: int, first: int, end: int, speaker: Entity) -> bool:
    """Whether words name something that is not the speaker, or give a number."""
    parse = discourse.parses[index]
    for i in range(first, end):
        if parse.tag(i) == "CD":
            return True
    for phrase in parse.phrases:
        if first <= phrase.first and phrase.end <= end:
            entity = discourse.entity(index, phrase)
            if entity is not None and entity is not speaker:
                return True
    return False


# -- "We express our faith", Osmani wrote ---------------------------------------------------------


def _quoted(discourse: Discourse, index: int, parse: Parse) -> Iterator[Fact]:
    """The words between quotation marks, where they are a sentence with a name in it."""
    tokens = parse.tokens
    opened = next((i for i, t in enumerate(tokens) if t.tag == "``"), None)
    if opened is None:
        return
    closed = next((i for i in range(opened + 1, len(tokens)) if tokens[i].tag == "''"), None)
    if closed is None or not _SHORTEST_QUOTE <= closed - opened - 1 <= _LONGEST_QUOTE:
        return
    inside = next((c for c in parse.clauses if opened < c.verb.first < closed), None)
    if inside is None or not tokens[opened + 1].text[:1].isupper():
        return
    speaker = speaker_of(discourse, index, inside)
    entity = _known(speaker)
    if speaker is None or entity is None or entity.kind != EntityKind.PERSON:
        return
    last = closed
    while tokens[last - 1].tag in (",", "."):
        last -= 1
    stem = Stem(discourse, index)
    stem.words(opened + 1, last)
    if not stem.named or not _of_others(discourse, index, opened + 1, last, entity):
        return
    words = discourse.words(index, opened + 1, last)
    yield Fact(
        FactKind.SPEECH,
        index,
        (asks(f"Who {_verb(parse, speaker)}: “{words}”"),),
        (entity.name,),
        EntityKind.PERSON,
        speaker=entity.name,
        predicate=f"quote {opened}",
        weight=0.8,
    )


# -- the agency said that one of the engines had failed -------------------------------------------


def _reported(discourse: Discourse, index: int, parse: Parse, clause: Clause) -> Iterator[Fact]:
    subject = clause.subject
    if subject is None or subject.first >= clause.verb.first or _in_quotes(parse, clause):
        return
    if clause.role not in (Role.THAT, Role.MAIN) or clause.shared:
        return
    speaker = speaker_of(discourse, index, clause)
    entity = _known(speaker)
    if speaker is None or entity is None or not _worth(parse, clause, speaker):
        return
    if not _of_others(discourse, index, subject.first, clause.end, entity):
        return
    stem = Stem(discourse, index)
    stem.asked, stem.bound = entity, True
    words = stem.words(subject.first, clause.end)
    first = parse.tokens[subject.first]
    if first.tag not in ("NNP", "NNPS") and words.startswith(first.text):
        words = words[:1].lower() + words[1:]
    fits = _SHORTEST_CLAIM <= len(words.split()) <= _LONGEST_CLAIM
    if not stem.named or not fits or " later " in words:
        return
    token = parse.tokens[speaker.verb]
    asker, said = question_words(entity, ""), lexicon().forms(token.lemma).past
    yield Fact(
        FactKind.VIEW if _thinks(token.lemma) else FactKind.SPEECH,
        index,
        (asks(f"{asker} {said} that {words}"),),
        (entity.name,),
        entity.kind,
        speaker=entity.name,
        predicate=f"{token.lemma} {speaker.verb}",
        weight=0.7,
    )


def _in_quotes(parse: Parse, clause: Clause) -> bool:
    """Whether a clause is somebody's own words, or has some in it."""
    if any(t.tag in ("``", "''") for t in parse.tokens[max(0, clause.opened - 1) : clause.end]):
        return True
    before = [t.tag for t in parse.tokens[: clause.verb.first]]
    return before.count("``") > before.count("''")


def _worth(parse: Parse, clause: Clause, speaker: Speaker) -> bool:
    """Whether it is worth knowing who says so: not behind "…, police said", nor "did not say"."""
    lemma = parse.tokens[speaker.verb].lemma
    if lemma not in _ASKED and not _thinks(lemma):
        return False
    trails = speaker.verb > clause.verb.first
    if clause.role is Role.MAIN and (not trails or lemma in ("say", "tell", "add")):
        return False
    return not _negated(parse, speaker.verb)


def _thinks(lemma: str) -> bool:
    return "think" in lexicon().verb_flags(lemma)


def _negated(parse: Parse, verb: int) -> bool:
    return any(g.main == verb and g.negative for g in parse.verbs)


# -- Kerr called the fine "a slap on the wrist" ---------------------------------------------------


def _called(discourse: Discourse, index: int, parse: Parse, clause: Clause) -> Iterator[Fact]:
    lemma = parse.tokens[clause.verb.main].lemma
    target, subject = clause.object, clause.subject
    if lemma not in _CALLED or clause.verb.passive or clause.verb.negative or target is None:
        return
    if subject is None or subject.first >= clause.verb.first or clause.role is Role.RELATIVE:
        return
    entity = discourse.entity(index, subject)
    span = _name_given(parse, clause, target.end, described=lemma == "describe")
    bare = parse.tag(target.first) not in ("DT", "PRP$", "NNP", "NNPS", "PRP")
    if entity is None or span is None or bare or speaker_of(discourse, index, clause) is not None:
        return
    stem = Stem(discourse, index)
    who = subject_words(stem, clause)
    helper, rest = did(parse, clause, stem)
    what = stem.words(target.first, target.end)
    answer = discourse.words(index, *span)
    if not 1 <= len(answer.split()) <= _LONGEST_NAME or not stem.named:
        return
    asker = "How" if lemma == "describe" else "What"
    yield Fact(
        FactKind.VIEW,
        index,
        (asks(f"{asker} {helper} {who} {rest} {what}"),),
        (answer,),
        speaker=entity.name,
        predicate=f"{lemma} {clause.verb.main}",
        weight=0.75,
    )


def _name_given(
    parse: Parse, clause: Clause, at: int, *, described: bool
) -> tuple[int, int] | None:
    """Where the words stand that a thing is called: in quotation marks, or with an article."""
    if (parse.low(at) == "as") != described:
        return None
    at += described
    if parse.tag(at) == "``":
        closed = next((i for i in range(at, len(parse.tokens)) if parse.tag(i) == "''"), None)
        if closed is None:
            closed = next(
                (i for i in range(at + 1, len(parse.tokens)) if parse.low(i) == parse.low(at)),
                None,
            )  # straight marks
        first, end = at + 1, closed or at
    elif parse.low(at) in ("a", "an", "the"):
        first, end = at, clause.end
    else:
        return None
    while end > first and parse.tag(end - 1) in (",", "."):
        end -= 1
    return (first, end) if end > first else None
