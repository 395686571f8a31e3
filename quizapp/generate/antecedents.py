"""What stands for a pronoun or a bare noun in its own sentence, or in the one that follows."""

from __future__ import annotations

from quizapp.generate.discourse import COUNTRY_NOUNS, Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.language.clause import Chunk, Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.word_list import row_of
from quizapp.generate.pronouns import THEY
from quizapp.generate.read_through import Mention


def owner(discourse: Discourse, index: int, i: int) -> int | None:
    """The noun without a name, in its own clause or the one above, that a pronoun takes up.

    Returns:
        Index of the noun: "workers" in "workers gave up part of their pay".
        None where it has a name, or where another may be meant.
    """
    parse = discourse.parses[index]
    low = parse.low(i)
    begun = [c for c in parse.clauses if c.subject and c.verb.first < i]
    if low not in THEY | {"its", "his", "her", "it"} or not begun:
        return None
    heads = {c.subject.head for c in begun if c.subject and c.subject.head < i}
    subject = begun[-1].subject
    alone = len(heads) == 1 or parse.tag(i) == "PRP$"
    if low == "their" and subject is not None and parse.tag(subject.head) in ("PRP", "NN", "NNP"):
        return _moved(parse, begun[-1], i)
    if low == "it" and parse.tag(subject.head if subject else i) in _OTHERS:
        return _acted_on(discourse, index, begun, i)
    acting = any(c.subject and c.subject.head == i for c in parse.clauses)
    if low == "it" and not acting:
        return None  # nobody lifts itself: "the bank raised its rate, lifting it to 10%"
    if subject is None or not alone or discourse.entity(index, subject) is not None:
        return None
    token = parse.tokens[subject.head]
    person = bool(lexicon().noun_categories(token.lemma) & {"person", "office"})
    fits = {
        "their": token.tag == "NNS", "they": token.tag == "NNS",
        "its": token.tag == "NN" and not person, "it": token.tag == "NN" and not person,
        "his": token.tag == "NN" and person,
        "her": token.tag == "NN" and person,
    }.get(low, False)  # fmt: skip
    between = parse.tokens[subject.end : i]
    rival = low in ("their", "they") and any(t.tag == "NNS" for t in between)
    return None if not fits or rival else subject.head


_OTHERS = frozenset(("NNS", "NNPS", "PRP", "CD"))
"""Heads of those who do something to "it", and are not it."""


def _acted_on(discourse: Discourse, index: int, begun: list[Clause], i: int) -> int | None:
    """The thing that a sentence is about and of which more is told under it.

    As in "The treaty enters into force once five states have ratified it".
    """
    parse, first, last = discourse.parses[index], begun[0], begun[-1]
    subject = first.subject
    if len(begun) < 2 or last.role is not Role.UNDER or subject is None or last.verb.main > i:
        return None
    noun = parse.tokens[subject.head]
    person = lexicon().noun_categories(noun.lemma) & {"person", "office"}
    entity = discourse.entity(index, subject)
    named = entity is not None and entity.kind in (EntityKind.PERSON, EntityKind.PEOPLE)
    thing = noun.tag in ("NN", "NNP") and not person and not named
    return subject.head if thing and parse.low(subject.first) != "no" else None


def _moved(parse: Parse, clause: Clause, i: int) -> int | None:
    """The one plural behind a verb that "their" takes up: "drove people from their homes"."""
    heads = [p.head for p in parse.phrases if clause.verb.end <= p.first and p.end <= i
             and parse.tag(p.head) == "NNS"]  # fmt: skip
    return heads[0] if len(heads) == 1 else None


def introduced(discourse: Discourse, index: int, chunk: Chunk) -> Entity | None:
    """Who "a former councillor" of the first sentence is: the one named at once behind it.

    None where the sentence names somebody, or where nothing says that the two are one.
    """
    parse = discourse.parses[index]
    prose = [s.index for s in discourse.prose][:4]
    noun = parse.tokens[chunk.head]
    person = lexicon().noun_categories(noun.lemma) & {"person", "office"}
    if index not in prose[:2] or parse.low(chunk.first) not in ("a", "an") or not person:
        return None
    if noun.tag != "NN" or any(m.entity and m.entity.kind == EntityKind.PERSON
                               for m in discourse.mentions[index]):  # fmt: skip
        return None
    for later in prose[prose.index(index) + 1 :]:
        told = discourse.parses[later]
        first = told.phrases[0] if told.phrases and told.phrases[0].first == 0 else None
        entity = discourse.entity(later, first) if first is not None else None
        if first is None or entity is None or entity.kind != EntityKind.PERSON:
            return None
        aged = told.low(first.end) == "," and told.tag(first.end + 1) == "CD"
        called = noun.lemma in entity.role.lower().split()
        return entity if (aged and told.low(first.end + 2) == ",") or called else None
    return None


_LASTING = row_of(
    "deal plan decision scheme proposal system programme program project rule change economy "
    "replacement embargo strategy method service network"
)
"""Things of the mind that go on being told of."""


def loosely_meant(discourse: Discourse, index: int, i: int) -> str | None:
    """What "it" stands for where that has no name, as a question gives it beside its scene.

    As in "The ring …. It weighs 412 grams": "the ring". None where two may be meant.
    """
    parse = discourse.parses[index]
    acts = any(c.subject and c.subject.head == i for c in parse.clauses)
    if parse.low(i) != "it" or not acts or not (discourse.context or discourse.report):
        return None
    taken = discourse.taken_up(index, i)
    if not isinstance(taken, Mention) or taken.entity is not None:
        return None
    there, phrase = discourse.parses[taken.sentence], taken.phrase
    first = there.tokens[phrase.first]
    noun = there.tokens[phrase.head]
    kinds = lexicon().noun_categories(noun.lemma)
    vague = "abstract" in kinds and not (first.low == "the" and noun.lemma in _LASTING)
    abstract = bool(kinds & {"time", "quantity"}) or vague
    if noun.tag != "NN" or abstract or first.low not in ("the", "a", "an"):
        return None
    if there.low(phrase.end) == "of" or noun.lemma in COUNTRY_NOUNS:
        return None
    words = discourse.words(taken.sentence, phrase.first + 1, phrase.end)
    return f"the {words}"
