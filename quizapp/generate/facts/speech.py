"""Who said what, word for word or reported, and who holds which view."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import EntityKind
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import Speaker, asks, speaker_of
from quizapp.generate.language.clauses import Clause, Parse, Role
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.stem import HangingError, Stem

_ASKED = frozenset("say write warn claim insist argue announce promise add state tell declare".split())


def speech_facts(discourse: Discourse) -> Iterator[Fact]:
    """Every saying whose speaker has a name."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        try:
            yield from _quoted(discourse, sentence.index, parse)
        except HangingError:
            pass
        for clause in parse.clauses:
            if clause.role == Role.THAT:
                try:
                    yield from _reported(discourse, sentence.index, parse, clause)
                except HangingError:
                    continue


def _verb(parse: Parse, speaker: Speaker) -> str:
    token = parse.tokens[speaker.verb]
    if token.lemma in _ASKED and token.lemma not in ("tell", "add"):
        return lexicon().forms(token.lemma).past
    return "said"


def _quoted(discourse: Discourse, index: int, parse: Parse) -> Iterator[Fact]:
    """The words between quotation marks, where they are a sentence with a name in it."""
    tokens = parse.tokens
    opened = next((i for i, t in enumerate(tokens) if t.tag == "``"), None)
    if opened is None:
        return
    closed = next((i for i in range(opened + 1, len(tokens)) if tokens[i].tag == "''"), None)
    if closed is None or not 5 <= closed - opened - 1 <= 26:
        return
    inside = next((c for c in parse.clauses if opened < c.verb.first < closed), None)
    if inside is None or not tokens[opened + 1].text[:1].isupper():
        return
    speaker = speaker_of(discourse, index, inside)
    if speaker is None or speaker.entity is None or speaker.entity.kind != EntityKind.PERSON:
        return
    stem = Stem(discourse, index)
    last = closed
    while tokens[last - 1].tag in (",", "."):
        last -= 1
    stem.words(opened + 1, last)
    if not stem.named:
        return
    words = discourse.words(index, opened + 1, last)
    yield Fact(
        FactKind.SPEECH,
        index,
        (asks(f"Who {_verb(parse, speaker)}: “{words}”"),),
        (speaker.entity.name,),
        EntityKind.PERSON,
        speaker=speaker.entity.name,
        predicate=f"quote {opened}",
        weight=0.8,
    )


def _reported(
    discourse: Discourse, index: int, parse: Parse, clause: Clause
) -> Iterator[Fact]:
    speaker = speaker_of(discourse, index, clause)
    if speaker is None or speaker.entity is None or clause.subject is None:
        return
    if speaker.entity.kind not in (EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANISATION):
        return
    token = parse.tokens[speaker.verb]
    if token.lemma not in _ASKED and "think" not in lexicon().verb_flags(token.lemma):
        return
    stem = Stem(discourse, index)
    stem.asked, stem.bound = speaker.entity, True
    words = stem.words(clause.subject.first, clause.end)
    if not stem.named or not 4 <= len(words.split()) <= 20:
        return
    asker = {EntityKind.PERSON: "Who", EntityKind.COUNTRY: "Which country"}.get(
        speaker.entity.kind, "Which organisation"
    )
    said = lexicon().forms(token.lemma).past
    yield Fact(
        FactKind.SPEECH if "say" in lexicon().verb_flags(token.lemma) else FactKind.VIEW,
        index,
        (asks(f"{asker} {said} that {words}"),),
        (speaker.entity.name,),
        speaker.entity.kind,
        speaker=speaker.entity.name,
        predicate=f"{token.lemma} {speaker.verb}",
        weight=0.7,
    )
