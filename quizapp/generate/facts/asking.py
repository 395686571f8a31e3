"""From a clause to a question: the question word, "did" and the verb's form, who is speaking."""

from __future__ import annotations

from quizapp.generate.antecedents import introduced
from quizapp.generate.discourse import COUNTRY_NOUNS, Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.facts.doubts import sure
from quizapp.generate.facts.whole import whole
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Chunk, Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.parse_words import RELATIVES
from quizapp.generate.language.phrases import BE, NAMES
from quizapp.generate.language.plurals import is_plural
from quizapp.generate.language.word_list import row_of
from quizapp.generate.read_through import adjective
from quizapp.generate.stem import Stem
from quizapp.generate.subject_names import defendant, name_behind, named_subject
from quizapp.generate.topic import TOLL

LONGEST = 24
"""Words; a longer stem is cut where its clause allows it."""
_HAVE = frozenset(("have", "has", "had", "'ve", "'d"))


def answer_of(discourse: Discourse, index: int, chunk: Chunk) -> tuple[str, Entity | None] | None:  # noqa: C901, PLR0911, PLR0912 - a shape of words each
    """The words by which a noun phrase is a good answer, or None where it is none."""
    parse = discourse.parses[index]
    tokens = parse.tokens
    if tokens[chunk.head].tag in ("PRP", "EX", "DT", "WP", "WDT", "CD"):
        return None
    if adjective(tokens[chunk.head].text):
        return None  # a language
    entity = discourse.entity(index, chunk)
    if entity is not None:
        if chunk.end > chunk.head + 1 or _common(entity) or not fits(parse, chunk.first, entity):
            return None  # "Serbia of the 1990s", "Distributors"
        return entity.name, entity
    behind = name_behind(discourse, index, chunk)
    if behind is not None:
        return behind.name, behind
    if tokens[chunk.first].low in ("last", "next", "only"):
        return None
    if any(t.tag in ("PRP", "PRP$", "CD") for t in tokens[chunk.first : chunk.head + 1]):
        return None
    if tokens[chunk.first].low in ("at", "more", "fewer", "less", "nearly", "almost", "dozens"):
        return None
    if tokens[chunk.first].low in (
        "this",
        "these",
        "those",
        "that",
        "such",
        "another",
        "some",
        "many",
        "most",
        "several",
        "both",
        "other",
        "others",
        "each",
        "every",
        "any",
        "no",
        "few",
        "all",
        "whose",
    ):
        return None
    phrase = parse.phrase_by_first.get(chunk.first)
    if tokens[chunk.first].low == "the" and phrase is not None:
        meant = discourse.definite(index, phrase, frozenset())
        if meant is not None and discourse.ground.entities.find(meant) is not None:
            return None  # "the bank" has a name, and the sentence does not give it
    first = chunk.first + (tokens[chunk.first].tag == "DT")
    if tokens[chunk.head].lemma in _VAGUE_HEADS and parse.low(chunk.head + 1) != "of":
        return None
    if defendant(discourse, index, chunk) is not None:
        return None  # the accused has a name, and the sentence does not give it
    if any(t.low in _SET_BEFORE for t in tokens[first : chunk.end]):
        return None
    words = discourse.words(index, first, chunk.end)
    if len(words.split()) > 7 or len(words) < 3:
        return None
    article = tokens[chunk.first].low if tokens[chunk.first].tag == "DT" else ""
    if chunk.first == 0 and not article and tokens[0].tag not in NAMES:
        words = words[:1].lower() + words[1:]  # "Shares in Atlântida"
    lemma = tokens[chunk.head].lemma
    if lemma in COUNTRY_NOUNS and tokens[chunk.first].low == "the":
        return None
    if lemma in _EMPTY | _ANY_OF and chunk.end - first < 2:
        return None
    return f"{article} {words}".strip(), None


def fits(parse: Parse, first: int, entity: Entity) -> bool:
    """Whether an entity can be what the noun before its name calls it: no city is a sister."""
    at, end = first - 1 if parse.tag(first) in NAMES else first, len(parse.tokens)
    while first <= at < end and parse.tag(at) not in NAMES and parse.tag(at + 1) not in NAMES:
        at += 1  # a name need not be tagged as one: "ECB)" may be a word that is broken
    noun = parse.tokens[at] if 0 <= at < len(parse.tokens) else None
    if noun is None or noun.tag != "NN" or entity.kind != EntityKind.PLACE:
        return True
    return "person" not in lexicon().noun_categories(noun.lemma)


def _common(entity: Entity) -> bool:
    """Whether a name is a common noun that only begins a sentence."""
    low = entity.name.lower()
    if " " in low or entity.kind != EntityKind.PERSON or not low.endswith("s"):
        return False
    single = low.removesuffix("es") if low.endswith(("ches", "shes", "sses")) else low[:-1]
    return bool(lexicon().noun_categories(single))


_VAGUE_HEADS = row_of("version kind sort form type range amount lot host charge")
_SET_BEFORE = row_of(
    "other others same previous earlier later latter similar comparable further identical"
)
"""What they tell apart must have been told before."""
_ANY_OF = row_of(
    "government company firm council court army police parliament ministry union party judge "
    "minister president mayor group owner author buyer seller employer"
)
"""By itself such a word answers nothing: whose government?"""
_EMPTY = row_of(
    "people man woman person thing official resident move decision step way part place time "
    "number case issue matter area group side situation problem effort work plan number one "
    "spokesperson spokesman spokeswoman authority report statement"
)


def predicate(
    stem: Stem,
    clause: Clause,
    first: int,
    *,
    room: int,
    timeless: bool = False,
    skip: tuple[tuple[int, int], ...] = (),
    least: int = 0,
) -> str:
    """What a clause says, from a token on, cut to the room there is.

    Raises:
        HangingError: even the shortest form would not be understood.
    """  # fmt: skip
    sure(stem.discourse, stem.index, clause)
    stem.aside = stem.aside or not clause.verb.finite
    floor = max(least, clause.verb.end, first)
    ends = [cut for cut in clause.cuts if cut >= floor]
    trouble: tuple[object, ...] = ("nothing",)  # an error kept would keep all of this in memory
    hung = False
    fitting = [end for end in reversed(ends) if end > first or end == clause.cuts[-1]]
    for end in fitting:
        saved = (set(stem.present), stem.ages, stem.named, stem.loose)
        parse = stem.discourse.parses[stem.index]
        if hung and not free(parse, end):
            continue
        try:
            whole(parse, first, end, parse.tokens[clause.verb.main].lemma)
            words = stem.words(first, end, timeless=timeless, skip=skip) if end > first else ""
        except HangingError as error:
            trouble, hung = error.args, True
        else:
            if len(words.split()) <= room:
                year = "" if timeless else year_before(parse, clause)
                return words + year + event_behind(stem, clause)
            trouble = ("too long",)
        stem.present, stem.ages, stem.named, stem.loose = saved
    raise HangingError(*trouble)


def free(parse: Parse, end: int) -> bool:
    """Whether a clause says the same without what stands behind: when it was, why, what followed.

    What hangs there may be what the verb says: "spend a further £47m on completing them".
    """
    if parse.tag(end) in (",", ":", "WDT", "WP", "WRB", "``"):
        return True
    behind = parse.phrase_by_first.get(end + 1)
    timed = behind is not None and parse.time_like(behind)
    return timed or parse.low(end) in _FREE


_FREE = row_of(
    "after before when while because although though since until as if unless where that who "
    "which during despite"
)


def year_before(parse: Parse, clause: Clause) -> str:
    """As in " in 1918", of "the worst was in 1918, when 1,000 whales died"."""
    at = clause.opened - 1 - (parse.low(clause.opened - 1) == ",")
    if clause.under != "when" or parse.tag(at) != "CD" or parse.low(at - 1) != "in":
        return ""
    year = parse.low(at)
    return f" in {year}" if len(year) == 4 and year.isdigit() else ""


def event_behind(stem: Stem, clause: Clause) -> str:
    """As in " in the earthquake in Peru", where people came to harm and nothing says in what."""
    topic = stem.discourse.topic
    parse = stem.discourse.parses[stem.index]
    lemma = parse.tokens[clause.verb.main].lemma
    if stem.named or topic is None or lemma not in TOLL or not topic.happened:
        return ""
    if any(t.lemma in topic.nouns for t in parse.tokens):
        return ""
    stem.named = True
    return f" in {topic.words}"


_LASTING = row_of("base headquarter locate situate register")
"""What a thing is, and not what was done to it once."""


def tensed(parse: Parse, clause: Clause, said: str) -> str:
    """A predicate whose verb is a participle, with the verb it needs as a question's own."""
    if clause.verb.finite:
        return said
    verb = parse.tokens[clause.verb.main]
    if verb.tag == "VBG":
        return lexicon().forms(verb.lemma).past + said[len(verb.text) :]
    many = clause.subject is not None and is_plural(
        parse, clause.subject.first, clause.subject.head
    )
    return f"{_be(verb.lemma, plural=many)} {said[:1].lower()}{said[1:]}"


def _be(lemma: str, *, plural: bool) -> str:
    """The verb that a participle alone leaves out: "is based", "was founded"."""
    if lemma in _LASTING:
        return "are" if plural else "is"
    return "were" if plural else "was"


def did(parse: Parse, clause: Clause, stem: Stem) -> tuple[str, str]:  # noqa: C901, PLR0911 - a shape of words each
    """(helper, rest of the verb) with the subject between: "did", "leave".

    Raises:
        HangingError: the verb cannot be turned.
    """
    group, tokens = clause.verb, parse.tokens
    first = tokens[group.first]
    verb = [t for t in tokens[group.first : group.end] if t.low not in _ADVERBS]
    words = [t.text.replace("’", "'") for t in verb]
    lemma = tokens[group.main].lemma
    if not group.finite and first.tag == "VBG":
        return "did", lexicon().forms(lemma).base
    if not group.finite and group.passive:
        plural = clause.subject is not None and is_plural(
            parse, clause.subject.first, clause.subject.head
        )
        return _be(lemma, plural=plural), " ".join(words).lower()
    if len(verb) == 1 and verb[0].low in BE:
        stem.ages = stem.ages or first.tag in ("VBZ", "VBP")
        return words[0].lower(), ""
    if first.tag == "MD" or first.low in BE:
        if words[0].startswith("'") or "n't" in words:
            raise HangingError(words[0])
        stem.ages = stem.ages or first.low in ("is", "are")
        if first.low == "would" and clause.role is Role.THAT and words[1:2] not in ([], ["have"]):
            return were(parse, clause), " ".join(("to", *words[1:]))  # was he to step down
        return words[0].lower(), " ".join(words[1:])
    if first.low in _HAVE and group.main > group.first:
        if words[0].startswith("'"):
            raise HangingError(words[0])
        return _simple_past(parse, clause, words) or (words[0].lower(), " ".join(words[1:]))
    if first.low in ("do", "does", "did"):
        if group.negative:
            raise HangingError("not")
        return words[0].lower(), " ".join(words[1:])
    if len(verb) > 2 and verb[1].tag == "TO" and first.tag in _TURNED:
        stem.ages = stem.ages or first.tag != "VBD"
        base = lexicon().forms(first.lemma).base
        return _TURNED[first.tag], " ".join((base, *words[1:]))  # does … plan to raise
    helper = _TURNED.get(first.tag)
    if helper is None or len(verb) > 2:
        raise HangingError(first.text)
    stem.ages = stem.ages or helper != "did"
    return helper, lexicon().forms(lemma).base


def _simple_past(parse: Parse, clause: Clause, words: list[str]) -> tuple[str, str] | None:
    """From "said that he had been paid" to "was … paid": told directly, it is past and no more."""
    group = clause.verb
    if parse.low(group.first) != "had" or clause.role is not Role.THAT or group.negative:
        return None
    said = {t.low for t in parse.tokens[group.first : clause.end]}
    if said & {"since", "already", "ever", "yet", "by"} or len(words) < 2:
        return None
    if words[1] == "been":
        return were(parse, clause), " ".join(words[2:])
    lemma = parse.tokens[clause.verb.main].lemma
    if len(words) == 2 and lemma not in ("be", "have"):
        return "did", lexicon().forms(lemma).base
    return None


def were(parse: Parse, clause: Clause) -> str:
    """The past of "be" that fits a clause's subject."""
    subject = clause.subject
    many = subject is not None and is_plural(parse, subject.first, subject.head)
    return "were" if many else "was"


_TURNED = {"VBD": "did", "VBZ": "does", "VBP": "do"}
_ADVERBS = row_of("also currently now already meanwhile however then again instead")


_VAGUE = row_of(
    "that this these those any no each every neither both many most "
    "several few others nobody everybody another"
)


def subject_words(stem: Stem, clause: Clause) -> str:
    """The subject as a stem names it.

    Raises:
        HangingError: it would not be understood, or there is none.
    """
    if clause.subject is None:
        raise HangingError("no subject")
    sure(stem.discourse, stem.index, clause)
    opened = stem.discourse.parses[stem.index].low(clause.subject.first)
    each = opened in ("each", "every") and clause.subject.end > clause.subject.first + 1
    if opened in _VAGUE and not each:
        raise HangingError("vague")
    parse = stem.discourse.parses[stem.index]
    chunk = clause.subject
    known = named_subject(stem, clause, chunk)
    if known:
        return known
    told = introduced(stem.discourse, stem.index, chunk) is not None  # a landlord who …: his name
    words = stem.words(chunk.first, chunk.end if told else limited(parse, clause))
    if len(words.split()) > 12:
        raise HangingError("too long")
    first = parse.tokens[chunk.first]
    if first.tag in ("IN", "TO"):
        raise HangingError(first.low)  # under a system
    done = parse.low(clause.verb.first) in _HAVE and clause.verb.main > clause.verb.first
    past = done or parse.tag(clause.verb.first) in ("VBD", "VBN")
    if (
        past
        and first.low in ("a", "an")
        and any(
            parse.tag(i) in NAMES and parse.tag(i - 1) != "CD"
            for i in range(chunk.head + 1, chunk.end)
        )
    ):
        return f"the {words.split(maxsplit=1)[1]}"  # "a bridge at Sibayo": that one
    if first.tag in NAMES or not words.startswith(first.text):
        return words
    named = any(
        m.start == first.start and len(e.name.split()) > 1
        for e in stem.discourse.ground.entities.all
        for m in e.mentions
    )
    return words if named else words[:1].lower() + words[1:]


def limited(parse: Parse, clause: Clause) -> int:
    """Index after a subject with what says which of them: "firms that hire them", said of few."""
    chunk = clause.subject
    if chunk is None:
        return 0
    apart = clause.shared or clause.role is Role.RELATIVE or not clause.verb.finite
    if apart or parse.tag(chunk.end) not in RELATIVES or chunk.end >= clause.verb.first:
        return chunk.end
    between = range(chunk.end, clause.verb.first)
    aside = any(parse.tag(i) in (",", ":", "(", "``", "''") for i in between)
    return chunk.end if aside else clause.verb.first
