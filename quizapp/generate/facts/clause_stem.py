"""What every question of a clause needs: its room, its stem, its tense, its date in front."""

from __future__ import annotations

from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import EntityKind
from quizapp.generate.facts.asking import (
    LONGEST,
)
from quizapp.generate.facts.speakers import Speaker
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.tagging import ORDINALS
from quizapp.generate.language.times import When, with_preposition
from quizapp.generate.language.word_list import row_of
from quizapp.generate.stem import Stem

DULL = row_of(
    "come go arrive sit stand walk watch wear dress smile look wait wake carry turn seem appear "
    "happen hear feel remember know hope wave shout cry laugh stare pause "
    "nod sip lean click stroll "
    "wonder notice awake point attend think"
)
"""What one does while history is made: nobody needs to remember it."""


_MOODS = row_of(
    "awake asleep ready here there home busy sure afraid aware able happy proud late early sorry "
    "glad angry unsure right wrong alone tired clear unclear involved present"
)
"""How one is for an hour."""


def dull(parse: Parse, clause: Clause) -> bool:
    """Whether a clause tells of what people do while history is made."""
    behind = parse.low(clause.verb.end)
    if parse.tokens[clause.verb.main].lemma == "be" and behind in _MOODS:
        return True
    if (
        behind == "to"
        and parse.tokens[clause.verb.end + 1 :]
        and (parse.tokens[clause.verb.end + 1].lemma in DULL)
    ):
        return True
    ranked = behind in ORDINALS or behind == "into"  # came second, went into administration
    return parse.tokens[clause.verb.main].lemma in DULL and not ranked


def clause_room(speaker: Speaker | None) -> int:
    """How many words a stem may have beside its speaker."""
    return LONGEST - (len(speaker.name.split()) + 3 if speaker else 0)


def clause_lemma(parse: Parse, clause: Clause) -> str:
    """The verb of a clause, as a dictionary lists it."""
    return parse.tokens[clause.verb.main].lemma


def clause_stem(discourse: Discourse, index: int, speaker: Speaker | None) -> Stem:
    """An empty stem that already holds its speaker."""
    stem = Stem(discourse, index)
    if speaker is not None and speaker.entity is not None:
        stem.present.add(speaker.entity.name)
    return stem


def ages(stem: Stem, parse: Parse, clause: Clause) -> bool:
    """Whether what a clause says holds for a time only: its verb is in the present."""
    first = parse.tokens[clause.verb.first]
    return stem.ages or first.tag in ("VBZ", "VBP")


def fronted(discourse: Discourse, index: int, clause: Clause) -> str:
    """The absolute date in front of a clause, to go along at the stem's end: "in 2021"."""
    if clause.subject is None:
        return ""
    for phrase in discourse.times(index):
        if phrase.end <= clause.subject.first and phrase.first >= clause.opened - 1:
            if phrase.when is When.ABSOLUTE and phrase.preposition in (
                "in",
                "on",
                "since",
                "during",
            ):
                words = discourse.words(index, phrase.first, phrase.end)
                return words[:1].lower() + words[1:]
            if phrase.when is When.RESOLVED and phrase.value is not None and phrase.first == 0:
                return with_preposition(phrase.value) if phrase.value.day is None else ""
    return placed(discourse, index, clause)


def _limiting(discourse: Discourse, index: int, clause: Clause) -> str:
    """Of whom alone it is said, in front: "among those under 35", "in most cases"."""
    parse, subject = discourse.parses[index], clause.subject
    phrase = parse.phrase_by_first.get(1)
    if subject is None or phrase is None or parse.low(0) not in _LIMITS or parse.time_like(phrase):
        return ""
    end = next((i for i in range(1, subject.first) if parse.low(i) == ","), 0)
    many = parse.tag(phrase.head) == "NNS" or parse.low(1) == "those"
    if not 2 <= end <= _SHORT or not many or clause is not parse.clauses[0]:
        return ""
    if any(parse.tag(i) in ("PRP", "PRP$", "WDT", "WP", "WRB") for i in range(end)):
        return ""
    words = discourse.words(index, 0, end).replace("mong those ", "mong people ")
    return words[:1].lower() + words[1:]


def _during(discourse: Discourse, index: int, clause: Clause) -> str:
    """Within what alone it holds, in front: "during the eruption of 2005", "under the law".

    Raises:
        HangingError: it holds within that only, and a question cannot say in what.
    """
    parse, subject = discourse.parses[index], clause.subject
    phrase = parse.phrase_by_first.get(1)
    if subject is None or phrase is None or clause is not parse.clauses[0]:
        return ""
    comma = next((i for i in range(1, subject.first + 1) if parse.low(i) == ","), 0)
    if comma != subject.first - 1 or parse.time_like(phrase):
        return ""
    head = parse.tokens[phrase.head]
    within = parse.low(0) in ("in", "at") and "event" in lexicon().noun_categories(head.lemma)
    if parse.low(0) not in _SPANS and not within:
        return ""
    if any(parse.tag(i)[:2] == "VB" or parse.tag(i) == "MD" for i in range(comma)):
        return ""
    words = Stem(discourse, index).words(0, comma)
    if len(words.split()) > _SHORT:
        raise HangingError("within what")
    return words[:1].lower() + words[1:]


_SPANS = row_of("during under since before after")
_LIMITS = row_of("among in at within for")
_SHORT = 8
"""Words of what a question can carry at its end."""


def placed(discourse: Discourse, index: int, clause: Clause) -> str:
    """The place or the part in front of a sentence, for its first clause: "in Italy"."""
    return (
        _place(discourse, index, clause)
        or _limiting(discourse, index, clause)
        or _during(discourse, index, clause)
    )


def _place(discourse: Discourse, index: int, clause: Clause) -> str:
    parse, subject = discourse.parses[index], clause.subject
    phrase = parse.phrase_by_first.get(1)
    if subject is None or phrase is None or parse.low(0) not in _WHERE:
        return ""
    first = next((c for c in parse.clauses if not _aside(parse, c, phrase.end)), None)
    entity = discourse.entity(index, phrase)
    there = entity is not None and entity.kind in (EntityKind.PLACE, EntityKind.COUNTRY)
    if first is not clause or not there or phrase.end > subject.first:
        return ""
    if parse.low(phrase.end) != "," and phrase.end != subject.first:
        return ""
    words = discourse.words(index, 0, phrase.end)
    return words[:1].lower() + words[1:]


def _aside(parse: Parse, clause: Clause, end: int) -> bool:
    """Whether a clause only says more of the place in front: "In Vienna, where half live, …"."""
    if clause.role is Role.RELATIVE:
        return True
    opens = clause.under == "where" and parse.low(clause.opened - 1) == ","
    return opens and end < clause.opened and parse.low(clause.end) == ","


_WHERE = row_of("in at near across throughout outside off")


def clause_simple(parse: Parse, clause: Clause, helper: str, rest: str) -> tuple[str, str]:
    """As in "has … asked" becomes "did … ask" where something was done once."""
    group, tokens = clause.verb, parse.tokens
    main = tokens[group.main]
    if (
        helper in ("has", "have")
        and not group.passive
        and rest == main.text
        and main.lemma not in ("be", "have", "become")
        and "state" not in lexicon().verb_flags(main.lemma)
    ):
        return "did", lexicon().forms(main.lemma).base
    return helper, rest
