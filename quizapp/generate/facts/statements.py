"""A clause as a statement with one of its words as a gap: for what no question word can ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.facts.asking import subject_words, tensed, year_before
from quizapp.generate.facts.clause_stem import ages, dull
from quizapp.generate.facts.counts import count_in
from quizapp.generate.facts.doubts import sure, whole
from quizapp.generate.facts.posing import context_for
from quizapp.generate.facts.speakers import Speaker, speaker_of, speaker_words
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NounPhrase
from quizapp.generate.language.times import When
from quizapp.generate.language.world import world
from quizapp.generate.stem import Stem

_LONGEST = 22
_GAP = re.compile(r"\{\{(.*?)\}\}")


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause that stands alone, with a gap.

    Attributes:
        kind: what the gap is.
        text: the clause with the gap as a cloze writes it: "Kosovo left {{Serbia}} in 2008."
        answer: the words in the gap.
        entity: what the gap names, or None.
        count: whether the gap is a number.
        speaker: whose claim it is, or "".
        ages: it goes out of date.
    """

    kind: FactKind
    sentence: int
    text: str
    answer: str
    entity: Entity | None
    count: bool
    speaker: str
    ages: bool

    def filled(self, words: str) -> str:
        """The statement with other words in its gap."""
        return _GAP.sub(lambda _: words, self.text)


def statements(discourse: Discourse) -> Iterator[Statement]:
    """Every clause with every gap that it can have, in order."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        if parse.tokens[-1].text == "?":
            continue
        for clause in (*parse.clauses, *parse.reduced, *parse.trailing):
            if not _states(parse, clause):
                continue
            for kind, first, end, entity, count in _gaps(discourse, sentence.index, parse, clause):
                try:
                    yield _statement(
                        discourse,
                        sentence.index,
                        parse,
                        clause,
                        kind,
                        first,
                        end,
                        entity,
                        count=count,
                    )
                except HangingError:
                    continue


def _states(parse: Parse, clause: Clause) -> bool:  # noqa: PLR0911 - a shape of words each
    """Whether a clause can stand as a sentence of its own."""
    if clause.subject is None or clause.subject.first >= clause.verb.first:
        return False
    if parse.tag(clause.subject.head) in ("EX", "WP", "WDT"):
        return False
    if "WP$" in (parse.tag(clause.subject.first), parse.tag(clause.subject.first - 1)):
        return False
    if clause.end <= clause.verb.end or parse.tag(clause.subject.head) == "CD":
        return False
    if clause.role is Role.UNDER and clause.under not in (
        "when", "after", "because", "although", "though", "while", "since", "before", "as",
    ):  # fmt: skip
        return False
    if clause.role is Role.RELATIVE and (
        parse.tag(clause.opened - 1) == "IN" or clause.opened + 1 == clause.subject.first
    ):
        return False
    if year_before(parse, clause):
        return False  # without the year before "when" it would be any time
    named = parse.tag(clause.subject.head) in ("NNP", "NNPS")
    aside = not clause.verb.finite and parse.low(clause.subject.first) == "the"
    if clause.role is Role.RELATIVE and not named and not aside:
        return False
    verb = parse.tokens[clause.verb.main]
    first = parse.tokens[clause.verb.first]
    if first.low in ("may", "might", "could", "should", "must", "would", "can", "ca", "'d"):
        return False
    return not dull(parse, clause) and "say" not in lexicon().verb_flags(verb.lemma)


def _beside_others(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a phrase is one of several that would fill the gap: "France and Spain"."""
    before, behind = parse.low(phrase.first - 1), parse.low(phrase.end)
    if before in ("and", "or", "from", "between") or behind in ("and", "or", "to"):
        return True
    return (behind == "," and parse.tag(phrase.end + 1) in ("NNP", "CC")) or (
        before == "," and parse.tag(phrase.first - 2) == "NNP"
    )


def _numbered(parse: Parse, phrase: NounPhrase) -> bool:
    """As in "about 70 BC"."""
    return any(parse.tag(i) == "CD" for i in range(phrase.first, phrase.end))


def _known(entity: Entity) -> bool:
    """Whether a student can be asked to name it: not a village that is named once."""
    if entity.kind != EntityKind.PLACE:
        return (
            len(entity.name.split()) > 1
            or len(entity.mentions) > 1
            or entity.kind in (EntityKind.COUNTRY, EntityKind.ORGANISATION)
        )
    return len(entity.mentions) > 1 or world().place(entity.name) is not None


def statement_with_gap(
    discourse: Discourse, index: int, clause: Clause, first: int, end: int
) -> Statement:
    """A clause as a statement with a gap where an author chose it.

    Raises:
        HangingError: the clause does not stand alone.
    """
    parse = discourse.parses[index]
    return _statement(
        discourse, index, parse, clause, FactKind.CHOSEN, first, end, None, count=False
    )


def _gaps(  # noqa: C901, PLR0912 - a shape of words each
    discourse: Discourse, index: int, parse: Parse, clause: Clause
) -> Iterator[tuple[FactKind, int, int, Entity | None, bool]]:
    subject = clause.subject

    def inside(first: int, end: int) -> bool:
        behind = clause.verb.end <= first and end <= clause.end
        return behind or (subject is not None and subject.first <= first and end <= subject.end)

    nobody = clause.verb.negative or parse.low(clause.verb.end) == "no"
    dates = [t for t in discourse.times(index) if t.when is not When.LENGTH]
    for phrase in parse.phrases:
        if not inside(phrase.first, phrase.end):
            continue
        if any(t.first <= phrase.head < t.end for t in dates):
            continue
        if _beside_others(parse, phrase):
            continue
        entity = discourse.entity(index, phrase)
        if entity is not None and (nobody or _numbered(parse, phrase)):
            continue  # who did not is nearly everybody; how many did not may be asked
        if entity is not None:
            if entity.kind in (EntityKind.OTHER, EntityKind.PEOPLE) or not _known(entity):
                continue
            first = phrase.end - 1
            while first > phrase.first and parse.tag(first - 1) in ("NNP", "NNPS"):
                first -= 1
            words = discourse.words(index, first, phrase.end)
            if discourse.ground.entities.find(words) is entity and phrase.end == phrase.head + 1:
                yield FactKind.ACTION, first, phrase.end, entity, False
            continue
        counted = count_in(parse, phrase)
        if counted is not None and parse.low(counted[1]) in (
            "a.m.",
            "p.m.",
            "am",
            "pm",
            "o'clock",
        ):
            continue
        if counted is not None and counted[1] >= phrase.end:
            continue  # a number without what it counts
        if counted is not None and not counted[2].unit and counted[2].value > 2:
            first = counted[0]
            while parse.tag(first) != "CD" and first < counted[1]:
                first += 1
            yield FactKind.COUNT, first, counted[1], None, True
    for time in dates:
        if (
            inside(time.first, time.end)
            and time.when is When.ABSOLUTE
            and time.whole
            and time.value
            and not time.value.month
        ):
            yield FactKind.TIME, time.end - 1, time.end, None, False


def _statement(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, kind: FactKind, first: int,
    end: int, entity: Entity | None, *, count: bool,
) -> Statement:  # fmt: skip
    if clause.subject is None:
        raise HangingError("no subject")
    speaker = speaker_of(discourse, index, clause)
    least = max(end, clause.object.end if clause.object else clause.verb.end)
    trouble = HangingError("nothing")
    for cut in reversed(clause.cuts):
        if cut < least and first >= clause.verb.end:
            break
        stem = Stem(discourse, index)
        if speaker is not None and speaker.entity is not None:
            stem.present.add(speaker.entity.name)
        try:
            words = _words(stem, clause, cut, (first, end))
        except HangingError as error:
            trouble = error
            continue
        if not 5 <= len(words.split()) <= _LONGEST:
            trouble = HangingError("length")
            continue
        words = " ".join(_placed(stem, words, speaker).split())
        answer = " ".join(discourse.words(index, first, end).split())
        one = words.count("{") == words.count("}") == 2  # the article may have braces too
        if not one or "{{" not in words or answer in _GAP.sub("", words):
            raise HangingError("no gap")
        return Statement(
            kind, index, words[:1].upper() + words[1:].rstrip(".") + ".", answer, entity, count,
            speaker_words(speaker) if speaker else "", ages(stem, parse, clause),
        )  # fmt: skip
    raise trouble


def _words(stem: Stem, clause: Clause, cut: int, gap: tuple[int, int]) -> str:
    """Subject and predicate with the gap in one of them, asides between them left out."""
    if clause.subject is None:
        raise HangingError("no subject")
    subject = clause.subject
    within = subject.first <= gap[0] and gap[1] <= subject.end
    if within:
        front = stem.words(subject.first, subject.end, gap=gap)
    else:
        front = subject_words(stem, clause)
    verb = clause.verb.first
    while verb > subject.end and stem.discourse.parses[stem.index].tag(verb - 1) == "RB":
        verb -= 1
    sure(stem.discourse, stem.index, clause)
    parse = stem.discourse.parses[stem.index]
    whole(parse, verb, cut, parse.tokens[clause.verb.main].lemma)
    said = stem.words(verb, cut, gap=None if within else gap)
    said = tensed(stem.discourse.parses[stem.index], clause, said)
    return f"{front} {said}"


def _placed(stem: Stem, words: str, speaker: Speaker | None) -> str:
    """The statement with its speaker, or with where it plays where nothing else says so."""
    parse = stem.discourse.parses[stem.index]
    opening = next((t for t in parse.tokens if words.startswith(t.text)), None)
    small = opening is not None and opening.tag not in ("NNP", "NNPS") and opening.text != "I"
    plain = words[:1].lower() + words[1:] if small else words
    if stem.named and not stem.loose:
        return f"According to {speaker_words(speaker)}, {plain}" if speaker else words
    context = context_for(stem, words)
    tail = f", according to {speaker_words(speaker)}" if speaker else ""
    return f"{context}, {plain}{tail}"
