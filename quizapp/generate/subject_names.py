"""The name of a subject that its clause gives in other words: a restorer, Luc Dewitte."""

from __future__ import annotations

from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.language.clause import Chunk, Clause
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NAMES
from quizapp.generate.language.plurals import is_plural
from quizapp.generate.language.world import How, world
from quizapp.generate.names_in_stems import name_in_stem
from quizapp.generate.stem import Stem


def named_subject(stem: Stem, clause: Clause, chunk: Chunk) -> str:
    """The name of what a subject means, where the topic, a comma or itself gives it; else ""."""
    parse, topic = stem.discourse.parses[stem.index], stem.discourse.topic
    if (
        topic
        and (topic.sentence, topic.first) == (stem.index, chunk.first)
        and not clause.verb.finite
    ):
        stem.named = True
        return topic.words
    named = _named_aside(parse, chunk)
    if named is not None:
        stem.named = True
        return stem.discourse.words(stem.index, *named)
    behind = name_behind(stem.discourse, stem.index, chunk) or defendant(
        stem.discourse, stem.index, chunk
    )
    if behind is not None:
        stem.present.add(behind.name)
        stem.named = True
        return name_in_stem(behind)
    entity = stem.discourse.entity(stem.index, chunk)
    if (
        entity is not None
        and chunk.end == chunk.head + 1
        and not is_plural(parse, chunk.first, chunk.head)
    ):
        stem.present.add(entity.name)
        stem.named = True
        written = stem.discourse.words(stem.index, chunk.first, chunk.end)
        found = world().country(written)
        capital = found is not None and found.how is How.CAPITAL
        return written if capital else name_in_stem(entity)  # Paris may be no more than Paris
    return ""


def name_behind(discourse: Discourse, index: int, chunk: Chunk) -> Entity | None:
    """As in "a restorer from Ghent, Luc Dewitte, was given": the name that a comma gives."""
    parse = discourse.parses[index]
    name = parse.phrase_by_first.get(chunk.end + 1)
    if parse.low(chunk.end) != "," or name is None or parse.tag(chunk.head) in NAMES:
        return None
    if parse.tag(chunk.head) != "NN" or parse.low(name.end) not in (",", "(", "."):
        return None
    entity = discourse.entity(index, name)
    lemma = parse.tokens[chunk.head].lemma
    agent = lemma.endswith(("er", "or", "ist", "ian", "man", "woman", "ee"))
    person = bool(lexicon().noun_categories(lemma) & {"person", "office"}) or agent
    fits = entity is not None and (entity.kind == EntityKind.PERSON) == person
    known = entity is not None and entity.kind in (EntityKind.PERSON, EntityKind.ORGANISATION)
    return entity if fits and known else None


def _named_aside(parse: Parse, chunk: Chunk) -> tuple[int, int] | None:
    """As in "The neck ring, known as the Ring of Lieto, …": where the name stands."""
    i = chunk.end
    if parse.low(i) != "," or parse.tag(chunk.head) in NAMES:
        return None
    if parse.low(i + 1) in ("known", "named", "called", "dubbed"):
        first = i + 3 if parse.low(i + 2) == "as" else i + 2
        name = parse.phrase_by_first.get(first)
        if name is not None and any(
            parse.tag(k) in NAMES for k in range(name.first, parse.chunk(name, wide=False).end)
        ):
            return first, parse.chunk(name, wide=False).end
    return None


def defendant(discourse: Discourse, index: int, chunk: Chunk) -> Entity | None:
    """Who "a former councillor" is, in the first sentence of what is one person's case."""
    parse, context = discourse.parses[index], discourse.context
    first = next((s.index for s in discourse.prose), -1)
    if not context.endswith(" case") or index != first:
        return None
    if parse.low(chunk.first) not in ("a", "an"):
        return None
    kinds = lexicon().noun_categories(parse.tokens[chunk.head].lemma)
    if not kinds & {"person", "office"} or any(
        parse.tag(i) in NAMES for i in range(chunk.first, chunk.end)
    ):
        return None
    return discourse.ground.entities.find(context.removeprefix("In the ").removesuffix(" case"))
