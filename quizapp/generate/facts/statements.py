"""A clause as a statement with one of its words as a gap: for what no question word can ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.facts.asking import speaker_of, speaker_words
from quizapp.generate.facts.clausal import ages
from quizapp.generate.facts.counts import count_in
from quizapp.generate.language.clauses import Clause, Parse, Role
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.times import When
from quizapp.generate.stem import HangingError, Stem

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
        for clause in parse.clauses:
            if clause.role in (Role.RELATIVE, Role.UNDER) or clause.shared:
                continue
            if clause.subject is None or clause.subject.first >= clause.verb.first:
                continue
            if "say" in lexicon().verb_flags(parse.tokens[clause.verb.main].lemma):
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


def _gaps(
    discourse: Discourse, index: int, parse: Parse, clause: Clause
) -> Iterator[tuple[FactKind, int, int, Entity | None, bool]]:
    start = clause.subject.first if clause.subject else clause.verb.first
    for phrase in parse.phrases:
        if phrase.first < start or phrase.end > clause.end:
            continue
        entity = discourse.entity(index, phrase)
        if entity is not None:
            if entity.kind == EntityKind.OTHER:
                continue
            first = phrase.end - 1
            while first > phrase.first and parse.tag(first - 1) in ("NNP", "NNPS"):
                first -= 1
            words = discourse.words(index, first, phrase.end)
            if discourse.ground.entities.find(words) is entity and phrase.end == phrase.head + 1:
                yield FactKind.ACTION, first, phrase.end, entity, False
            continue
        counted = count_in(parse, phrase)
        if counted is not None and not counted[2].unit:
            first = counted[0]
            while parse.tag(first) != "CD" and first < counted[1]:
                first += 1
            yield FactKind.COUNT, first, counted[1], None, True
    for time in discourse.times(index):
        inside = start <= time.first and time.end <= clause.end
        if (
            inside
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
    start = clause.subject.first
    least = max(end, clause.object.end if clause.object else clause.verb.end)
    trouble = HangingError("nothing")
    for cut in reversed(clause.cuts):
        if cut < least:
            break
        stem = Stem(discourse, index)
        if speaker is not None and speaker.entity is not None:
            stem.present.add(speaker.entity.name)
        try:
            words = stem.words(start, cut, gap=(first, end))
        except HangingError as error:
            trouble = error
            continue
        if len(words.split()) > _LONGEST:
            continue
        if not stem.named or stem.loose:
            raise HangingError("no name")
        if "{{" not in words:
            raise HangingError("no gap")
        if speaker is not None:
            said = (
                words[:1].lower() + words[1:] if words.startswith(("The ", "A ", "An ")) else words
            )
            words = f"According to {speaker_words(speaker)}, {said}"
        answer = discourse.words(index, first, end)
        return Statement(
            kind, index, words[:1].upper() + words[1:] + ".", answer, entity, count,
            speaker_words(speaker) if speaker else "", ages(stem, parse, clause),
        )  # fmt: skip
    raise trouble
