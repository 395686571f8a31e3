"""A question that a stranger understands: with its speaker, its scene, or its report."""

from __future__ import annotations

import re

from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.facts.speakers import Speaker, speaker_words
from quizapp.generate.gates.telling import untold
from quizapp.generate.gates.wording import length
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import world
from quizapp.generate.stem import Stem

_SECOND_SHARE = re.compile(r"\band (?:about |some |only )?\d[\d.,]*(?:%| percent| per cent)")
"""Behind what percentage was in favour: "and 46% against"."""
_GARBLED = re.compile(
    r"\b(?:did|does|do)\b.*\bhave (?:\w+ed|been|lost|won|had|made)\b| one is "
    r"|^Which (?:a|an|the) |^How many \w+ were there\?$|[Hh]ow many people were reported"
    r"|\b(?:to|did|will|would) (?:decide|begin|start|consider|examine|debate|know)\?$"
    r"|\bare (?!.* and )[A-Z][^,]* home to\?"
)


def posed(stem: Stem, words: str, speaker: Speaker | None) -> str:
    """A question that a stranger understands: with its speaker, or with where and when it plays.

    Raises:
        HangingError: nothing in it says what it is about, and the article has no one subject.
    """
    question = _of_a_party(stem, _in_court(stem, asks(words)))
    if _GIVEN.search(question):
        raise HangingError("for what")
    if _DATED_THING.search(question) or _LASTING.match(question):
        raise HangingError("the date is of the thing")
    if _GARBLED.search(question) or _LENGTH_ALONE.match(question) or _half(question):
        raise HangingError("the verb")
    if stem.aside and stem.asked is None and question.startswith(("Who ", "What ")):
        raise HangingError("what a participle hangs on")
    hanging = bool(untold(question))
    if stem.named and not stem.loose and not (hanging and _has_context(stem, question)):
        return told(question, speaker)
    stem.loose = stem.loose or hanging
    telling = (
        stem.asked is not None
        and len(question.split()) >= 10
        and any(c.isdigit() for c in _DATE.sub("", question))
    )
    if not stem.loose and (_unlike_others(question) or telling):
        return told(_with_scene(stem, question) if telling else question, speaker)
    if (
        stem.asked is None
        and question.startswith(("What ", "Who "))
        and "What percentage" not in question
    ):
        raise HangingError("no name, and a common noun for an answer")
    context = context_for(stem, question if speaker is None else question.replace(" had ", " "))
    plain = f"{question[:1].lower()}{question[1:]}"
    if speaker and _PRONOUN.search(question):
        return f"{context}, according to {speaker_words(speaker)}, {plain}"
    asked = f"{context}, {plain}"
    return f"{asked[:-1]}, according to {speaker_words(speaker)}?" if speaker else asked


_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their)\b")
_SENTENCED = re.compile(
    r"^How many years (?P<did>was|were|did) (?P<whom>.+?) (?P<verb>given|receive|get)\?$"
)
_DATED_THING = re.compile(
    r"\b(?:announce|promise)[^,?]* from (?:January|February|March|April|May|June"
    r"|July|August|September|October|November|December|\d)"
)
"""As in "announce from Monday": what is announced begins then."""
_GIVEN = re.compile(
    r"\bhow (?:much|large)\b.* (?:pay|lend|offer|give|contribute|invest|donate|spend|promise"
    r"|receive)(?: a (?:year|month|week|day))?\?$",
    re.IGNORECASE,
)
"""What was paid was paid for something, or to somebody."""
_LASTING = re.compile(
    r"^(?:.*, )?[Oo]n which date (?:was|were) .*\b(?!building|meeting|hearing|ceiling|wedding"
    r"|ruling|painting|shooting|stabbing|bombing|landing|opening|signing|ending|beginning|reading|during"
    r"|evening|morning|sitting|crossing|gathering)\w{3,}ing\b"
)
"""As in "on which date were they battling the flames": it went on for days."""
_OF_PARTIES = re.compile(
    r"\b(?:of the vote|seats?|partners|coalition|opposition|deputies|lawmakers)\b"
)


def _of_a_party(stem: Stem, question: str) -> str:
    """As in "Which party came first": a body that wins votes is a party."""
    asked = stem.asked
    if asked is None or asked.kind not in (EntityKind.OTHER, EntityKind.ORGANISATION):
        return question
    opened = next((w for w in ("What ", "Which organisation ") if question.startswith(w)), None)
    if opened is None or _OF_PARTIES.search(question) is None:
        return question
    return f"Which party {question[len(opened) :]}"


_LENGTH_ALONE = re.compile(r"^Who (?:was given|received|got) [\w\s-]*years?\?$")
"""Asked the other way round: how long a sentence somebody was given."""
_COURTLY = row_of("court judge jury trial")
_PENAL = row_of("sentence prison jail conviction convict guilty")


def _in_court(stem: Stem, question: str) -> str:
    """As in "How long a sentence was he given?", where an article tells of a trial."""
    found = _SENTENCED.match(question)
    if found is None:
        return question
    lead = [t.lemma for s in list(stem.discourse.prose)[:6] for t in s.tokens]
    if not (_COURTLY & set(lead) and _PENAL & set(lead)):
        return question
    return f"How long a sentence {found['did']} {found['whom']} {found['verb']}?"


_DATE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2},)? \d{4}"
)


def _with_scene(stem: Stem, question: str) -> str:
    """A question that says much, with where it plays if that is known."""
    try:
        context = context_for(stem, question)
    except HangingError:
        return question
    return f"{context}, {question[:1].lower()}{question[1:]}"


def _has_context(stem: Stem, question: str) -> bool:
    """Whether a scene or headline can tell what the question leaves open."""
    try:
        context_for(stem, question)
    except HangingError:
        return False
    return True


def _half(question: str) -> bool:
    """Whether the other of two stands in it, and asks for neither of them."""
    before, joint, _ = question.partition(" and by ")
    return bool((joint and " by " not in before) or _SECOND_SHARE.search(question))


def context_for(stem: Stem, words: str) -> str:
    """Where and when the article plays, for words that name nothing.

    Raises:
        HangingError: that does not hold of this sentence, or is not known.
    """
    finders = (_scene, _firm, _report, _setting)
    for find in finders:
        try:
            return find(stem, words)
        except HangingError:
            continue
    raise HangingError("elsewhere")


def _report(stem: Stem, words: str) -> str:
    """The headline: it holds of all that its article tells."""
    report = stem.discourse.report
    if not report or length(f"{report} {words}") > _LONGEST_ASKED:
        raise HangingError("elsewhere")
    return report


def _firm(stem: Stem, words: str) -> str:
    """As in "At Brennhall": what a firm has of its own."""
    if not stem.discourse.setting.startswith("At "):
        raise HangingError("no firm")
    return _setting(stem, words)


def _scene(stem: Stem, words: str) -> str:
    context = stem.discourse.context
    if not context or context.split()[-1] in words:
        raise HangingError("elsewhere")
    if context.endswith(" case"):
        if context.removeprefix("In the ").removesuffix(" case") in words:
            raise HangingError("said already")
        return context
    if not _plays_there(stem, context):
        raise HangingError("elsewhere")
    event = context.startswith("After ") or stem.discourse.topic is not None
    if event and (stem.ages or _EARLIER.search(words)):
        raise HangingError("before it")
    return context


def _setting(stem: Stem, words: str) -> str:
    """Which firm, town or country an article is about, for words that name nothing else.

    Raises:
        HangingError: the article has no such subject, or the words need the article itself.
    """
    context = stem.discourse.setting
    if not context or stem.loose or stem.discourse.context:
        raise HangingError("elsewhere")
    if not _plays_there(stem, context):
        raise HangingError("elsewhere")
    told = set(words.lower().rstrip("?.").replace(",", "").split())
    name = context.split(" in ")[0].split(maxsplit=1)[1].removeprefix("the ")
    if name in words:
        raise HangingError("said already")
    if context.startswith("At "):
        if _others_act(stem, name) or not _OF_A_FIRM & told:
            raise HangingError("of another body")
        return context
    entity = stem.discourse.ground.entities.find(name)
    state = entity is None or entity.kind == EntityKind.COUNTRY
    if state and not _PUBLIC & told:
        raise HangingError("not of the whole country")
    timed = context[-4:] in words or _WHEN.search(words) is not None
    return context.split(" in ")[0] if timed else context


_WHEN = re.compile(r"(?i)\b(?:which (?:month|year|date)|since when|until when)\b")


def _others_act(stem: Stem, name: str) -> bool:
    """Whether a sentence names another body, of which it may tell."""
    ground = stem.discourse.ground
    sentence = ground.sentences[stem.index]
    return any(
        e.kind == EntityKind.ORGANISATION and e.name != name for e in ground.named_in(sentence)
    )


_EARLIER = re.compile(
    r"\b(?:had|before|earlier|previously|midnight|dawn|dusk|noon|a\.m|p\.m|minutes?|hours?)\b"
    r"|\b(?:was|were) \w+ing\b"
)
"""What tells when something was within an event, or before it: it need not be after it."""
_OF_A_FIRM = row_of(
    "chief executive chairman chairwoman chair chairs boss profit loss sales revenue turnover "
    "shares jobs staff workers employees workforce plant factory factories customers dividend "
    "council finance director manager headquarters"
)
"""What a firm has of its own, so that "at Brennhall" tells enough."""
_LONGEST_ASKED = 28


_PUBLIC = row_of(
    "vote votes voters election parliament government president minister law inflation prices "
    "citizens seats turnout candidates party parties coalition opposition army unemployment "
    "economy taxes budget referendum deputies lawmakers cabinet ministers wage"
)
"""What a country has as a whole, so that "in Iceland in June 2024" tells enough."""


_RANKS = re.compile(
    r"\b(?:is|was|became|become|be|remains) the (?:[\w-]+ )?"
    r"(?:first|last|only|largest|biggest|smallest|oldest|youngest|longest|highest|lowest|tallest|deadliest|worst|strongest|richest|poorest|fastest)\b"
)


def _unlike_others(question: str) -> bool:
    """Whether so much is said that it holds of one thing only: a rank, and what it ranks among."""
    words = question.rstrip("?").lower().split()
    ranked = _RANKS.search(question) is not None
    return len(words) >= 9 and ranked and words[0] in ("which", "who", "what")


def _within(context: str, entity: Entity) -> bool:
    """Whether a place lies in the country that the context names, as far as is known."""
    if entity.kind == EntityKind.COUNTRY:
        return False
    place = world().place(entity.name)
    if place is None or not place.country:
        return True
    country = world().with_key(place.country)
    return country is not None and country.name in context


_DECADE = re.compile(r"(?:1[89]|20)\d0s")


def _plays_there(stem: Stem, context: str) -> bool:
    """Whether a sentence tells of the article's own place and time: it names no other."""
    ground = stem.discourse.ground
    sentence = ground.sentences[stem.index]
    for entity in ground.entities.all:
        if entity.kind not in (EntityKind.PLACE, EntityKind.COUNTRY):
            continue
        named = any(sentence.span.covers(m) for m in entity.mentions)
        if named and entity.name not in context and not _within(context, entity):
            return False
    if any(_DECADE.fullmatch(t.text) for t in sentence.tokens):
        return False  # who mediated in the 1990s did so in no strike of today
    published = ground.article.published
    years = [t.value.year for t in stem.discourse.times(stem.index) if t.value]
    return published is None or all(year == published.year for year in years)


def told(question: str, speaker: Speaker | None) -> str:
    """A question about what somebody says: "According to the police, who …?"."""
    if speaker is None or speaker_words(speaker) in question:
        return question
    return f"According to {speaker_words(speaker)}, {question[:1].lower()}{question[1:]}"


_INNER = re.compile(
    r"(?<=[a-z] )(?:More than|Fewer than|At least|About|Some|Nearly|Almost|Up to) "
)
"""How a sentence began that a question now holds."""


def asks(words: str) -> str:
    """A question's words with a capital and a question mark, the spaces put right."""
    joined = " ".join(words.split()).rstrip(" ,.;:")
    joined += "." if joined.endswith((" a.m", " p.m")) else ""
    joined = _INNER.sub(lambda m: m.group().lower(), joined).replace(
        "of the about ", "of the roughly "
    )
    return joined[:1].upper() + joined[1:] + "?"
