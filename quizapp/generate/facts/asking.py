"""From a clause to a question: the question word, "did" and the verb's form, who is speaking."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.generate.discourse import COUNTRY_NOUNS, Discourse, name_in_stem
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.language.clauses import Chunk, Clause, Parse, Role
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import BE, NAMES
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import world
from quizapp.generate.stem import HangingError, Stem, is_plural
from quizapp.generate.topic import TOLL

LONGEST = 24
"""Words; a longer stem is cut where its clause allows it."""
_HAVE = frozenset(("have", "has", "had", "'ve", "'d"))
_COMPANY = row_of(
    "inc ltd plc corp group holdings industries airlines motors steel foods pharma energy "
    "systems technologies partners company"
)


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


_THINGS = row_of("chair head body party hand company") - {"party", "company"}


def question_words(entity: Entity | None, head: str) -> str:  # noqa: PLR0911 - a shape of words each
    """As in "Who", "Which country", "What": how one asks for an entity or a common noun."""
    if entity is None:
        kinds = lexicon().noun_categories(head)
        if head in _THINGS:
            return "What"
        agent = not kinds and head.endswith(("er", "or", "ist", "ian", "man", "woman", "ee"))
        return "Who" if kinds & {"person", "office", "group"} or agent else "What"
    if entity.kind == EntityKind.PERSON:
        return "Who"
    if entity.kind == EntityKind.COUNTRY:
        return "Which country"
    if entity.kind == EntityKind.ORGANISATION:
        return "Which " + body_noun(entity)
    if entity.kind == EntityKind.PLACE:
        return "Which " + place_noun(entity)
    if entity.kind == EntityKind.PEOPLE:
        return "Who"
    named = entity.noun and entity.noun not in entity.name.lower()
    return f"Which {entity.noun}" if entity.kind == EntityKind.WORK and named else "What"


def place_noun(entity: Entity) -> str:
    """What a place is called in a question: "city", "river", "place"."""
    place = world().place(entity.name)
    named = entity.name.lower().split()[-1]
    return next(
        (n for n in (place.kind if place else "", entity.noun, named) if n in _PLACES), "place"
    )


_PLACES = row_of(
    "city state province region river lake sea ocean island bridge street valley park county town "
    "village port suburb mountain volcano canyon airport prison square crater"
)
_COMPANIES = row_of(
    "company firm startup start-up consultancy brokerage manufacturer retailer lender insurer "
    "operator publisher builder shipbuilder shipyard supplier contractor conglomerate chain maker "
    "producer airline"
)
_BODIES = row_of(
    "bank party newspaper broadcaster agency charity club band team group "
    "museum hospital university "
    "school college institute council committee commission tribunal court militia gang "
    "foundation orchestra laboratory magazine website"
)


def body_noun(entity: Entity) -> str:
    """What an organisation is called in a question: "company", "court", "organisation"."""
    known = world().organisation(entity.name)
    if known is not None:
        return {"union": "organisation", "movement": "movement", "team": "team"}.get(
            known.kind, known.kind
        )
    words: list[str] = re.findall(r"[a-z]+", entity.name.lower())
    for word in reversed(words):
        if word in _COMPANY:
            return "company"
        if word in (
            "court",
            "ministry",
            "university",
            "bank",
            "party",
            "agency",
            "museum",
            "union",
            "council",
            "committee",
            "commission",
            "hospital",
            "school",
            "newspaper",
            "parliament",
            "fund",
            "department",
            "institute",
            "board",
            "police",
            "college",
        ):
            return {"union": "organisation", "police": "police force", "fund": "organisation",
                    "board": "body"}.get(word, word)  # fmt: skip
    if entity.noun in _COMPANIES or entity.noun.endswith("maker"):
        return "company"
    return entity.noun if entity.noun in _BODIES else "organisation"


def answer_of(discourse: Discourse, index: int, chunk: Chunk) -> tuple[str, Entity | None] | None:  # noqa: C901, PLR0911, PLR0912 - a shape of words each
    """The words by which a noun phrase is a good answer, or None where it is none."""
    parse = discourse.parses[index]
    tokens = parse.tokens
    if tokens[chunk.head].tag in ("PRP", "EX", "DT", "WP", "WDT", "CD"):
        return None
    entity = discourse.entity(index, chunk)
    if entity is not None:
        if chunk.end > chunk.head + 1:
            return None  # "Serbia of the 1990s"
        return entity.name, entity
    if tokens[chunk.first].low in ("last", "next"):
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
    if any(t.low in ("other", "others", "same") for t in tokens[first : chunk.end]):
        return None
    words = discourse.words(index, first, chunk.end)
    if len(words.split()) > 7 or len(words) < 3:
        return None
    lemma = tokens[chunk.head].lemma
    if lemma in COUNTRY_NOUNS and tokens[chunk.first].low == "the":
        return None
    if lemma in _EMPTY and chunk.end - first < 2:
        return None
    return words, None


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
    floor = max(least, clause.verb.end, first)
    ends = [cut for cut in clause.cuts if cut >= floor]
    trouble: HangingError | None = None
    fitting = [end for end in reversed(ends) if end > first or end == clause.cuts[-1]]
    for end in fitting:
        saved = (set(stem.present), stem.ages, stem.named, stem.loose)
        try:
            words = stem.words(first, end, timeless=timeless, skip=skip) if end > first else ""
        except HangingError as error:
            trouble = error
        else:
            if len(words.split()) <= room:
                return words + event_behind(stem, clause)
            trouble = HangingError("too long")
        stem.present, stem.ages, stem.named, stem.loose = saved
    raise trouble or HangingError("nothing")


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
    return f"{'were' if many else 'was'} {said[:1].lower()}{said[1:]}"


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
        return ("were" if plural else "was"), " ".join(words).lower()
    if len(verb) == 1 and verb[0].low in BE:
        stem.ages = stem.ages or first.tag in ("VBZ", "VBP")
        return words[0].lower(), ""
    if first.tag == "MD" or first.low in BE:
        if words[0].startswith("'") or "n't" in words:
            raise HangingError(words[0])
        stem.ages = stem.ages or first.low in ("is", "are")
        return words[0].lower(), " ".join(words[1:])
    if first.low in _HAVE and group.main > group.first:
        if words[0].startswith("'"):
            raise HangingError(words[0])
        return words[0].lower(), " ".join(words[1:])
    if first.low in ("do", "does", "did"):
        if group.negative:
            raise HangingError("not")
        return words[0].lower(), " ".join(words[1:])
    helper = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(first.tag)
    if helper is None or len(verb) > 2:
        raise HangingError(first.text)
    stem.ages = stem.ages or helper != "did"
    return helper, lexicon().forms(lemma).base


_ADVERBS = row_of("also currently now already meanwhile however then again")


def speaker_of(discourse: Discourse, index: int, clause: Clause) -> Speaker | None:  # noqa: C901 - a shape of words each
    """Who says what a clause states; None where the article itself does.

    Raises:
        HangingError: somebody says it, and it is not known who.
    """
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
    entity = discourse.entity(index, chunk)
    if entity is not None:
        return Speaker(entity.name, entity, saying.verb.main)
    return Speaker(_unnamed(discourse, index, chunk), None, saying.verb.main)


_NEUTRAL = row_of(
    "police prosecutors officials authorities scientists researchers "
    "investigators doctors experts "
    "prosecution defence firefighters rescuers economists analysts historians"
)


def _unnamed(discourse: Discourse, index: int, chunk: Chunk) -> str:
    """A speaker without a name, where the words tell enough: "police", "the health ministry".

    Raises:
        HangingError: "a spokesman", "the operator": nobody knows who that is.
    """
    parse = discourse.parses[index]
    stem = Stem(discourse, index)
    words = stem.words(chunk.first, chunk.end)
    bare = parse.tokens[chunk.head].low in _NEUTRAL and chunk.end - chunk.first <= 2
    if not (bare or stem.named or discourse.specific(index, chunk)) or len(words.split()) > 7:
        raise HangingError(words)
    if words.lower().startswith(("a ", "an ", "one ", "some ")):
        raise HangingError(words)
    return words


def speaker_words(speaker: Speaker) -> str:
    """A speaker's name inside a sentence: "the World Bank", "Vjosa Osmani", "police"."""
    if speaker.entity is not None and speaker.entity.name == speaker.name:
        return name_in_stem(speaker.entity)
    name = speaker.name
    first = name.split(" ", 1)[0]
    return (
        name[:1].lower() + name[1:]
        if first
        in (
            "The",
            "A",
            "An",
            "Police",
            "Officials",
            "Some",
            "Experts",
            "Prosecutors",
            "Authorities",
            "Scientists",
            "Researchers",
            "Residents",
        )
        else name
    )


def posed(stem: Stem, words: str, speaker: Speaker | None) -> str:
    """A question that a stranger understands: with its speaker, or with where and when it plays.

    Raises:
        HangingError: nothing in it says what it is about, and the article has no one subject.
    """
    question = asks(words)
    if stem.named and not stem.loose:
        return told(question, speaker)
    telling = (
        stem.asked is not None
        and len(question.split()) >= 10
        and any(c.isdigit() for c in question)
    )
    if not stem.loose and (_unlike_others(question) or telling):
        return told(question, speaker)
    if (
        stem.asked is None
        and question.startswith(("What ", "Who "))
        and "What percentage" not in question
    ):
        raise HangingError("no name, and a common noun for an answer")
    context = context_for(stem, question)
    asked = f"{context}, {question[:1].lower()}{question[1:]}"
    return f"{asked[:-1]}, according to {speaker_words(speaker)}?" if speaker else asked


def context_for(stem: Stem, words: str) -> str:
    """Where and when the article plays, for words that name nothing.

    Raises:
        HangingError: that does not hold of this sentence, or is not known.
    """
    try:
        return _scene(stem, words)
    except HangingError:
        report = stem.discourse.report
        if not report or len(report.split()) + len(words.split()) > _LONGEST_ASKED:
            raise
        return report


def _scene(stem: Stem, words: str) -> str:
    context = stem.discourse.context
    if not context or context.split()[-1] in words:
        raise HangingError("elsewhere")
    if context.endswith(" case"):
        return context
    if not _plays_there(stem):
        raise HangingError("elsewhere")
    if (
        context.startswith("In ")
        and stem.discourse.topic is None
        and not (_PUBLIC & set(words.lower().rstrip("?.").replace(",", "").split()))
    ):
        raise HangingError("not of the whole country")
    return context


_LONGEST_ASKED = 28
_PUBLIC = row_of(
    "vote votes voters percent percentage election parliament government president minister law "
    "inflation prices people residents citizens seats turnout candidates party parties coalition "
    "schools hospitals police army unemployment economy households taxes budget patients cases "
    "court referendum state second"
)
"""What a country has as a whole, so that "in Iceland in June 2024" tells enough."""
_RANKS = row_of(
    "first last only largest biggest smallest oldest youngest longest highest lowest tallest "
    "deadliest worst strongest richest poorest fastest"
)


def _unlike_others(question: str) -> bool:
    """Whether so much is said that it holds of one thing only: a rank, and what it ranks among."""
    words = question.rstrip("?").lower().split()
    return len(words) >= 9 and bool(_RANKS & set(words)) and words[0] in ("which", "who", "what")


def _within(stem: Stem, entity: Entity) -> bool:
    """Whether a place lies in the country that the context names, as far as is known."""
    if entity.kind == EntityKind.COUNTRY:
        return False
    place = world().place(entity.name)
    if place is None or not place.country:
        return True
    country = world().with_key(place.country)
    return country is not None and country.name in stem.discourse.context


def _plays_there(stem: Stem) -> bool:
    """Whether a sentence tells of the article's own place and time: it names no other."""
    ground = stem.discourse.ground
    sentence = ground.sentences[stem.index]
    for entity in ground.entities.all:
        if entity.kind not in (EntityKind.PLACE, EntityKind.COUNTRY):
            continue
        named = any(sentence.span.covers(m) for m in entity.mentions)
        if named and entity.name not in stem.discourse.context and not _within(stem, entity):
            return False
    published = ground.article.published
    years = [t.value.year for t in stem.discourse.times(stem.index) if t.value]
    return published is None or all(year == published.year for year in years)


def told(question: str, speaker: Speaker | None) -> str:
    """A question about what somebody says: "According to the police, who …?"."""
    if speaker is None:
        return question
    return f"According to {speaker_words(speaker)}, {question[:1].lower()}{question[1:]}"


def asks(words: str) -> str:
    """A question's words with a capital and a question mark, the spaces put right."""
    joined = " ".join(words.split()).rstrip(" ,.;:")
    return joined[:1].upper() + joined[1:] + "?"


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
    if stem.discourse.parses[stem.index].low(clause.subject.first) in _VAGUE:
        raise HangingError("vague")
    parse = stem.discourse.parses[stem.index]
    chunk = clause.subject
    topic = stem.discourse.topic
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
    entity = stem.discourse.entity(stem.index, chunk)
    if (
        entity is not None
        and chunk.end == chunk.head + 1
        and not is_plural(parse, chunk.first, chunk.head)
    ):
        stem.present.add(entity.name)
        stem.named = True
        return name_in_stem(entity)
    words = stem.words(chunk.first, chunk.end)
    if len(words.split()) > 12:
        raise HangingError("too long")
    first = parse.tokens[chunk.first]
    if first.tag not in NAMES and words.startswith(first.text) and first.text != "I":
        words = words[:1].lower() + words[1:]
    return words
