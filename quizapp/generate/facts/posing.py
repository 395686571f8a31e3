"""A question that a stranger understands: with its speaker, its scene, or its report."""

from __future__ import annotations

import re

from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.facts.speakers import Speaker, speaker_words
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import world
from quizapp.generate.stem import HangingError, Stem

_GARBLED = re.compile(r"\b(?:did|does|do)\b.*\bhave (?:\w+ed|been|lost|won|had|made)\b| one is ")


def posed(stem: Stem, words: str, speaker: Speaker | None) -> str:
    """A question that a stranger understands: with its speaker, or with where and when it plays.

    Raises:
        HangingError: nothing in it says what it is about, and the article has no one subject.
    """
    question = asks(words)
    if _GARBLED.search(question):
        raise HangingError("the verb")
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
