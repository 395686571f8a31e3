"""A question for the members of a list: the stem it begins with, and the fact it becomes."""

from __future__ import annotations

import re
from contextlib import suppress

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import LONGEST
from quizapp.generate.facts.clause_stem import clause_stem
from quizapp.generate.facts.lists import Listed
from quizapp.generate.facts.posing import asks, posed
from quizapp.generate.facts.speakers import Speaker, speaker_of, speaker_words
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.word_list import row_of
from quizapp.generate.stem import Stem

_AFTERWARDS = row_of(
    "offered sent pledged promised condemned declared closed suspended donated evacuated"
)
"""What others do after a disaster or an attack."""


def stem_of(discourse: Discourse, index: int, clause: Clause) -> tuple[Stem, Speaker | None]:
    """A new stem of a clause with its speaker in it."""
    speaker = speaker_of(discourse, index, clause)
    return clause_stem(discourse, index, speaker), speaker


def room(speaker: Speaker | None) -> int:
    """Words that a predicate may have beside "According to …"."""
    return LONGEST - (len(speaker.name.split()) + 3 if speaker else 0)


def says(parse: Parse, clause: Clause) -> bool:
    """Whether a clause is one of saying, so that its subjects are speakers."""
    return "say" in lexicon().verb_flags(parse.tokens[clause.verb.main].lemma)


def list_fact(
    stem: Stem, clause: Clause, found: Listed, words: str, speaker: Speaker | None, weight: float
) -> Fact:
    """The question for a list, judged to stand alone.

    Raises:
        HangingError: it does not, or it names one of the members.
    """
    parse = stem.discourse.parses[stem.index]
    verb = parse.tokens[clause.verb.main]
    if any(
        re.search(rf"\b{re.escape(answer)}\b", words, re.IGNORECASE) for answer in found.answers
    ):
        raise HangingError("a member in its own question")
    present = parse.tokens[clause.verb.first].tag in ("VBZ", "VBP")
    return Fact(
        FactKind.MEMBERS,
        stem.index,
        (_posed(stem, words, speaker, found),),
        found.answers,
        found.kind,
        speaker=speaker_words(speaker) if speaker else "",
        ages=stem.ages or present,
        predicate=f"{verb.lemma} {clause.verb.main}",
        weight=weight,
    )


def _posed(stem: Stem, words: str, speaker: Speaker | None, found: Listed) -> str:
    """A question that stands alone; the places in the list itself do not lead elsewhere.

    Raises:
        HangingError: nothing says what it is about.
    """
    with suppress(HangingError):
        asked = posed(stem, words, speaker)
        if not asked.startswith("In the report"):
            return asked
    topic = stem.discourse.topic
    bare = words.strip()
    helps = set(bare.split()) & _AFTERWARDS
    if topic is None or speaker is not None or stem.loose or not (found.entities and helps):
        raise HangingError("a list of nothing known")
    return asks(f"After {topic.words}, {bare[:1].lower()}{bare[1:]}")
