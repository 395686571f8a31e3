"""Who says what a clause states, and how a question names whoever that is."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Chunk, Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.word_list import row_of
from quizapp.generate.names_in_stems import name_in_stem
from quizapp.generate.stem import Stem


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says what a clause states.

    Attributes:
        name: as a stem and the attribution give it: "Vjosa Osmani", "police".
        entity: where it is one.
        verb: index of the verb of saying in the sentence.
    """

    name: str
    entity: Entity | None
    verb: int


def speaker_of(discourse: Discourse, index: int, clause: Clause) -> Speaker | None:
    """Who says what a clause states; None where the article itself does.

    Raises:
        HangingError: somebody says it, and it is not known who.
    """
    key = ("speaker", index, clause.opened, clause.verb.first, clause.verb.main, clause.role)
    found = discourse.kept(key, lambda: _heard(discourse, index, clause))
    if isinstance(found, HangingError):
        raise HangingError(*found.args)
    return found


def _heard(discourse: Discourse, index: int, clause: Clause) -> Speaker | HangingError | None:
    try:
        return _speaker(discourse, index, clause)
    except HangingError as error:
        return error.with_traceback(None)


def _speaker(discourse: Discourse, index: int, clause: Clause) -> Speaker | None:  # noqa: C901 - a shape of words each
    parse = discourse.parses[index]
    tokens = parse.tokens
    for other in parse.clauses:
        if other is clause:
            continue
        flags = lexicon().verb_flags(tokens[other.verb.main].lemma)
        if "say" not in flags and "think" not in flags:
            continue
        if other.role == Role.RELATIVE:
            continue
        if clause.role == Role.RELATIVE and clause.subject == other.subject:
            continue  # "…, said Lopez, who ordered the closure": that is told by the article
        governs = (
            clause.role == Role.THAT
            and other.verb.first < clause.verb.first
            and other.verb.end <= clause.opened + 1
        )
        trailing = _trails(parse, other) and clause.verb.first < other.verb.first
        before = other.verb.first < clause.verb.first and (
            _quoted_or_that(parse, other, clause) or _between_commas(parse, other)
        )
        if governs or trailing or before:
            return _named(discourse, index, other)
    according = next(
        (i for i, t in enumerate(tokens) if t.low == "according" and parse.low(i + 1) == "to"),
        None,
    )
    if according is not None:
        phrase = parse.phrase_by_first.get(according + 2)
        if phrase and clause.subject and clause.subject.head == phrase.head:
            return None  # "according to Farouk, who teaches law"
        if phrase is None:
            raise HangingError("according")
        chunk = parse.chunk(phrase, wide=False)
        entity = discourse.entity(index, phrase)
        if entity is not None and phrase.end == phrase.head + 1:
            return Speaker(entity.name, entity, according)
        return Speaker(_unnamed(discourse, index, chunk), entity, according)
    opened = any(t.tag == "``" for t in tokens[: clause.verb.first])
    closed = any(t.tag == "''" for t in tokens[clause.verb.first :])
    if opened and (closed or tokens[0].tag == "``") and _whole_quote(parse, clause):
        raise HangingError("a quotation without a speaker")
    return None


def _whole_quote(parse: Parse, clause: Clause) -> bool:
    depth = 0
    for token in parse.tokens[: clause.verb.first]:
        depth += (token.tag == "``") - (token.tag == "''")
    return depth > 0


def _trails(parse: Parse, clause: Clause) -> bool:
    """Whether a clause of saying stands behind what is said: "…, officials said"."""
    first = clause.verb.first
    if clause.subject:
        first = min(first, clause.subject.first)
    while first > 0 and parse.tag(first - 1) == "RB":
        first -= 1
    return parse.tag(first - 1) in (",", "''") and first > 2


def _between_commas(parse: Parse, saying: Clause) -> bool:
    """Whether a clause of saying stands as an aside: "In return, prosecutors said, he …"."""
    first = saying.verb.first
    if saying.subject:
        first = min(first, saying.subject.first)
    return parse.low(first - 1) == "," and parse.low(saying.verb.end) == ","


def _quoted_or_that(parse: Parse, saying: Clause, clause: Clause) -> bool:
    """Whether a clause lies in what is said: behind "said that", or within its quotation."""
    between = parse.tokens[saying.verb.end : clause.verb.first]
    if any(t.tag == "``" for t in between):
        return True
    if any(t.low == "that" and t.tag == "IN" for t in between[:4]):
        return not any(t.tag in (".", ":") for t in between)
    if clause.role == Role.UNDER and any(t.low == "that" for t in between):
        return True
    if clause.role is Role.RELATIVE:
        return False
    follows = saying.verb.end
    subject = clause.subject.first if clause.subject else clause.verb.first
    return subject == follows


def _named(discourse: Discourse, index: int, saying: Clause) -> Speaker:
    if saying.subject is None:
        raise HangingError("a quotation without a speaker")
    parse = discourse.parses[index]
    chunk = saying.subject
    head = parse.tokens[chunk.head]
    if head.tag == "PRP":
        meant = discourse.pronoun(index, chunk.head)
        if meant is None:
            raise HangingError(head.low)
        if isinstance(meant, Entity):
            return Speaker(meant.name, meant, saying.verb.main)
        return Speaker(meant, None, saying.verb.main)
    entity = discourse.entity(index, chunk) or _named_behind(discourse, index, chunk)
    if entity is not None:
        return Speaker(entity.name, entity, saying.verb.main)
    return Speaker(_unnamed(discourse, index, chunk), None, saying.verb.main)


def _named_behind(discourse: Discourse, index: int, chunk: Chunk) -> Entity | None:
    """The person whose name stands between commas behind: "Its director, Ole Lund, said"."""
    parse = discourse.parses[index]
    name = parse.phrase_by_first.get(chunk.end + 1)
    if parse.low(chunk.end) != "," or name is None or parse.low(name.end) != ",":
        return None
    if parse.tag(chunk.first) == "WP$" or parse.tag(chunk.first - 1) == "WP$":
        return None
    entity = discourse.entity(index, name)
    return entity if entity is not None and entity.kind is EntityKind.PERSON else None


_NEUTRAL = row_of(
    "police prosecutors officials authorities scientists researchers "
    "investigators doctors experts "
    "prosecution defence firefighters rescuers economists analysts historians lawyers auditors "
    "inspectors campaigners observers engineers geologists critics opponents supporters unions "
    "surveyors statisticians archaeologists biologists doctors medics campaigners residents"
)
_BODIES = row_of(
    "agency ministry institute authority commission office department service inspectorate "
    "regulator union association federation bureau board council court treasury observatory"
)
"""Bodies that a word before them tells apart: "the environment agency"."""


_LONGEST = 7
"""Words by which a speaker without a name is named."""


def _unnamed(discourse: Discourse, index: int, chunk: Chunk) -> str:
    """A speaker without a name, where the words tell enough: "police", "the health ministry".

    Raises:
        HangingError: "a spokesman", "the operator": nobody knows who that is.
    """
    parse = discourse.parses[index]
    if _is_body(parse, chunk):
        return discourse.words(index, chunk.first, chunk.head + 1)
    stem = Stem(discourse, index)
    words = stem.words(chunk.first, chunk.end)
    if len(words.split()) > _LONGEST and parse.tag(chunk.head) == "NN":
        chunk = Chunk(chunk.first, chunk.head + 1, chunk.head)  # Lund's team of 23 scientists
        stem = Stem(discourse, index)
        words = stem.words(chunk.first, chunk.end)
    bare = parse.tokens[chunk.head].low in _NEUTRAL and chunk.end - chunk.first <= 2
    if (
        not (bare or stem.named or discourse.specific(index, chunk))
        or len(words.split()) > _LONGEST
    ):
        raise HangingError(words)
    if words.lower().startswith(("a ", "an ", "one ", "some ")):
        raise HangingError(words)
    return words


def _is_body(parse: Parse, chunk: Chunk) -> bool:
    """As in "the environment agency": a body that the words before it tell apart."""
    head, first = parse.tokens[chunk.head], parse.low(chunk.first)
    told = {t.tag for t in parse.tokens[chunk.first + 1 : chunk.head]}
    plain = first == "the" and told and told <= {"NN", "NNS", "JJ"}
    return bool(plain) and head.tag == "NN" and head.lemma in _BODIES


def speaker_words(speaker: Speaker) -> str:
    """A speaker's name inside a sentence: "the World Bank", "Vjosa Osmani", "police"."""
    if speaker.entity is not None and speaker.entity.name == speaker.name:
        return name_in_stem(speaker.entity)
    name = speaker.name
    first = name.split(" ", 1)[0]
    small = first.lower() in _NEUTRAL or first in ("The", "A", "An", "Some")
    return name[:1].lower() + name[1:] if small else name
