"""What a verb reaches by its preposition: turned into what, replaced by whom, linked to what."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import did, subject_words
from quizapp.generate.facts.clause_stem import ages, clause_lemma, clause_simple, fronted
from quizapp.generate.facts.place import At
from quizapp.generate.facts.posing import posed
from quizapp.generate.facts.question_word import question_words
from quizapp.generate.facts.speakers import speaker_of, speaker_words
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Chunk, Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.phrases import NAMES
from quizapp.generate.stem import Stem

_LINKS = {
    "turn": "into", "convert": "into", "transform": "into", "develop": "into", "merge": "into",
    "grow": "into", "evolve": "into", "split": "into", "divide": "into", "translate": "into",
    "tie": "to", "link": "to", "attribute": "to", "trace": "to", "connect": "to", "belong": "to",
    "lead": "to", "appeal": "to", "bind": "to", "dedicate": "to", "devote": "to", "amount": "to",
    "rename": "as", "base": "on", "found": "on", "rely": "on", "depend": "on", "model": "on",
    "name": "after", "replace": "by with", "succeed": "by", "power": "by", "fund": "by",
    "cover": "with by", "equip": "with", "fill": "with", "collide": "with",
    "consist": "of", "die": "of from", "suffer": "from", "derive": "from", "extract": "from",
    "make": "from of", "come": "from", "originate": "from", "stem": "from", "result": "in from",
    "specialise": "in", "specialize": "in", "describe": "as", "regard": "as",
    "treat": "as", "classify": "as", "list": "as", "blame": "on", "hand": "to", "sell": "to",
    "transfer": "to", "donate": "to", "give": "to", "submit": "to", "award": "to", "leave": "to",
}  # fmt: skip
"""Verbs, and the prepositions behind which stands what one asks for."""
_NEVER_ACTIVE = frozenset((
    "name", "replace", "succeed", "power", "fund", "make", "found", "leave", "cover",
    "fill", "bind", "list", "describe", "regard", "treat", "come", "give", "hand", "sell", "tie",
    "transfer", "donate", "submit", "award", "blame", "equip", "model", "power", "dedicate",
    "devote", "trace", "attribute", "connect", "link",
))  # fmt: skip
"""Verbs that are only asked about in the passive."""
_LONGEST = 6
"""Words of an answer that is not a name."""
_UNSURE = frozenset(("may", "might", "could", "'d", "would"))


_GOING = frozenset((
    "go", "move", "transfer", "relocate", "shift", "deport", "extradite", "evacuate", "return",
    "send", "ship", "flee", "fly", "take", "tow", "resettle", "repatriate",
))  # fmt: skip
"""Verbs behind which "to" says where."""


def complement_facts(discourse: Discourse) -> Iterator[Fact]:
    """What is reached by a verb's own preposition, at most once a clause."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        if parse.tokens[-1].text == "?":
            continue
        for clause in (*parse.clauses, *parse.reduced, *parse.intended):
            with suppress(HangingError):
                yield from _brought(discourse, sentence.index, parse, clause)
            with suppress(HangingError):
                yield from _reached(discourse, sentence.index, parse, clause)


def _reached(discourse: Discourse, index: int, parse: Parse, clause: Clause) -> Iterator[Fact]:
    links = _LINKS.get(clause_lemma(parse, clause), "").split()
    if not links or not _states(parse, clause):
        return
    at = clause.verb.end
    while parse.tag(at) == "RB":
        at += 1
    phrase = parse.phrase_by_first.get(at + 1)
    if parse.low(at) not in links or phrase is None or phrase.first >= clause.end:
        return
    chunk = _joined(parse, parse.chunk(phrase, wide=False))
    if not _whole(parse, chunk):
        return
    found = _answer(discourse, index, chunk)
    if found is not None:
        speaker = speaker_of(discourse, index, clause)
        asker = question_words(found[1], parse.tokens[chunk.head].lemma)
        yield _asked(At(discourse, index, parse, clause, speaker), at, asker, found)


def _brought(discourse: Discourse, index: int, parse: Parse, clause: Clause) -> Iterator[Fact]:
    """Where something or somebody is brought: "will be moved to a site in Portugal"."""
    lemma, phrase = clause_lemma(parse, clause), None
    if lemma not in _GOING or not _states(parse, clause):
        return
    planned = (
        parse.low(clause.verb.first) in ("will", "would")
        or parse.tag(clause.verb.main - 1) == "TO"
    )
    if not (clause.verb.passive or planned):
        return  # where people go is seldom worth knowing
    at = next((i for i in range(clause.verb.end, clause.end) if parse.low(i) == "to"), None)
    phrase = parse.phrase_by_first.get(at + 1) if at is not None else None
    if at is None or phrase is None or any(parse.tag(i) in (",", "VBG", "VBN", "CD", "CC")
                                           for i in range(clause.verb.end, at)):  # fmt: skip
        return
    chunk = parse.chunk(phrase)
    beside = parse.phrase_by_first.get(chunk.end + 1) if parse.low(chunk.end) == "near" else None
    chunk = Chunk(chunk.first, beside.end, chunk.head) if beside is not None else chunk
    names = [e for p in parse.phrases if chunk.first <= p.first < chunk.end
             and (e := discourse.entity(index, p)) is not None]  # fmt: skip
    if not any(e.kind in (EntityKind.PLACE, EntityKind.COUNTRY) for e in names):
        return
    if parse.low(chunk.end) in ("and", "or") or any(
        parse.tag(i) in ("PRP", "CD") for i in range(chunk.first, chunk.end)
    ):
        return
    speaker = speaker_of(discourse, index, clause)
    where = At(discourse, index, parse, clause, speaker)
    stem = where.stem()
    subject = subject_words(stem, clause)
    if subject.lower().startswith(("a ", "an ", "which ", "who ", "that ")):
        raise HangingError(subject)
    helper, rest = did(parse, clause, stem)
    helper, rest = clause_simple(parse, clause, helper, rest)
    between = stem.words(clause.verb.end, at) if at > clause.verb.end else ""
    Stem(discourse, index, present=set(stem.present)).words(chunk.first, chunk.end)
    words = discourse.words(index, chunk.first, chunk.end)
    if not 1 <= len(words.split()) <= _LONGEST + 2:
        return
    named = names[0] if len(names) == 1 and chunk.end == chunk.head + 1 else None
    stem.asked = named
    yield Fact(
        FactKind.PLACE,
        index,
        (posed(stem, f"Where {helper} {subject} {rest} {between}", speaker),),
        (named.name if named else words,),
        named.kind if named else EntityKind.OTHER,
        speaker=speaker_words(speaker) if speaker else "",
        ages=ages(stem, parse, clause),
        predicate=f"{lemma} {clause.verb.main}",
        weight=0.65,
    )


def _states(parse: Parse, clause: Clause) -> bool:
    """Whether a clause says that something is, was or will be so."""
    subject, first = clause.subject, parse.low(clause.verb.first)
    if subject is None or subject.first >= clause.verb.first or clause.verb.negative:
        return False
    told = clause.role is Role.THAT and first == "would"
    if first in _UNSURE and not told:
        return False
    if clause.role is Role.UNDER and clause.under in ("if", "unless", "whether", "until"):
        return False
    return clause.verb.passive or clause_lemma(parse, clause) not in _NEVER_ACTIVE


def _joined(parse: Parse, chunk: Chunk) -> Chunk:
    """Two plain things as one answer: "flats and small houses"."""
    other = parse.phrase_by_first.get(chunk.end + 1)
    if parse.low(chunk.end) != "and" or other is None or parse.tag(chunk.head) in NAMES:
        return chunk
    acts = any(g.finite and g.first == other.end for g in parse.verbs)
    if parse.tag(other.head) in NAMES or acts:
        return chunk
    return Chunk(chunk.first, other.end, other.head)


def _whole(parse: Parse, chunk: Chunk) -> bool:
    """Whether the answer ends where its phrase does: no second one, no clause behind."""
    low, tag = parse.low(chunk.end), parse.tag(chunk.end)
    return low not in ("and", "or", "rather", "than") and tag not in ("VBG", "CC", "POS", "NN")


def _answer(discourse: Discourse, index: int, chunk: Chunk) -> tuple[str, Entity | None] | None:
    """The words of an answer and what they name; None where they say too little."""
    parse = discourse.parses[index]
    entity = discourse.entity(index, chunk)
    if entity is not None:
        return (entity.name, entity) if chunk.end == chunk.head + 1 else None
    tokens = parse.tokens[chunk.first : chunk.end]
    if any(t.tag in ("PRP", "PRP$", "CD", "EX", "WP", "WDT", "``", "''") for t in tokens):
        return None
    first = chunk.first + (tokens[0].tag == "DT")
    if tokens[0].low in ("this", "that", "these", "those", "any", "some", "each", "every", "no"):
        return None
    words = discourse.words(index, first, chunk.end)
    if tokens[0].low == "the" and not discourse.specific(index, chunk):
        return None  # the market, the site: known only to who has read the article
    many = len(words.split())
    plain = Stem(discourse, index)
    plain.words(chunk.first, chunk.end)
    named = any(t.tag in NAMES for t in tokens)
    return (words, None) if 2 <= many <= _LONGEST or (named and many <= _LONGEST) else None


def _asked(at: At, link: int, asker: str, found: tuple[str, Entity | None]) -> Fact:
    """As in "What will Castle Mills be turned into?".

    Raises:
        HangingError: it would not be understood, or the subject is one of many.
    """
    parse, clause, speaker = at.parse, at.clause, at.speaker
    answer, entity = found
    stem = at.stem()
    stem.asked = entity
    subject = subject_words(stem, clause)
    if subject.lower().startswith(("a ", "an ", "which ", "who ", "that ")):
        raise HangingError(subject)
    helper, rest = did(parse, clause, stem)
    helper, rest = clause_simple(parse, clause, helper, rest)
    front = fronted(at.discourse, at.index, clause)
    words = f"{asker} {helper} {subject} {rest} {parse.low(link)} {front}"
    return Fact(
        FactKind.ACTION,
        at.index,
        (posed(stem, words, speaker),),
        (answer,),
        entity.kind if entity else EntityKind.OTHER,
        speaker=speaker_words(speaker) if speaker else "",
        ages=ages(stem, parse, clause),
        predicate=f"{at.lemma} {clause.verb.main}",
        weight=0.65,
    )
