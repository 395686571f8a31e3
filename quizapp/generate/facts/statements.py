"""A clause as a statement with one of its words as a gap: for what no question word can ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity
from quizapp.generate.facts.asking import free, subject_words, tensed, year_before
from quizapp.generate.facts.clause_stem import ages, dull, fronted
from quizapp.generate.facts.doubts import sure
from quizapp.generate.facts.gaps import Gap, gaps_of
from quizapp.generate.facts.posing import context_for
from quizapp.generate.facts.speakers import Speaker, speaker_of, speaker_words
from quizapp.generate.facts.whole import whole
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.stem import Stem

_LONGEST = 25
_CLOSE = 10
"""Words behind which a date still goes with its verb."""
_NAMING = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "JJ", "JJR"))
_DOING = frozenset(("VB", "VBG", "VBN", "VBD", "VBZ", "VBP", "IN", "TO"))
_TELLING = frozenset(("tell", "inform", "assure", "remind", "warn"))
_UNSURE = frozenset(("might", "could", "'d"))
"""What comes before a verb that only perhaps, or only in a case, holds."""
_WISHED = frozenset(("would", "should"))
"""In what somebody proposes."""
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
            if not _states(parse, clause) or not _is_sure(discourse, sentence.index, clause):
                continue
            for gap in gaps_of(discourse, sentence.index, parse, clause):
                try:
                    yield _statement(discourse, sentence.index, parse, clause, gap)
                except HangingError:
                    continue


def _states(parse: Parse, clause: Clause) -> bool:  # noqa: C901, PLR0911 - a shape of words each
    """Whether a clause can stand as a sentence of its own."""
    if clause.subject is None or clause.subject.first >= clause.verb.first:
        return False
    if parse.tag(clause.subject.head) not in _NAMING or parse.tag(clause.subject.first) in _DOING:
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
    if first.tag == "VB" or first.low == "be":
        return False  # ordered that they be sent home
    if first.low in _UNSURE or (first.low in _WISHED and clause.role is not Role.MAIN):
        return False
    says = "say" in lexicon().verb_flags(verb.lemma)
    return not dull(parse, clause) and not (says and _quotes(parse, clause))


def _is_sure(discourse: Discourse, index: int, clause: Clause) -> bool:
    """Whether it has no doubt, so that its gaps are worth a look."""
    try:
        sure(discourse, index, clause)
    except HangingError:
        return False
    return True


def _quotes(parse: Parse, clause: Clause) -> bool:
    """Whether a verb of saying has what is said behind it, rather than a thing or an amount."""
    start, end = clause.verb.end, clause.end
    if parse.tokens[clause.verb.main].lemma in _TELLING:
        return True
    if parse.tag(start) in ("TO", ",", "WP", "WDT", "WRB", "PRP", "``"):
        return True
    if any(parse.low(i) == "that" or parse.tag(i) == "``" for i in range(start, end + 2)):
        return True
    return any(g.finite and start <= g.first <= end for g in parse.verbs)


def statement_with_gap(
    discourse: Discourse, index: int, clause: Clause, first: int, end: int
) -> Statement:
    """A clause as a statement with a gap where an author chose it.

    Raises:
        HangingError: the clause does not stand alone.
    """
    parse = discourse.parses[index]
    return _statement(discourse, index, parse, clause, Gap(FactKind.CHOSEN, first, end))


def _statement(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, gap: Gap
) -> Statement:
    first, end = gap.first, gap.end
    if clause.subject is None:
        raise HangingError("no subject")
    speaker = speaker_of(discourse, index, clause)
    least = max(end, clause.object.end if clause.object else clause.verb.end)
    trouble: tuple[object, ...] = ("nothing",)  # an error kept would keep all of this in memory
    hung = False
    for cut in reversed(clause.cuts):
        if cut < least and first >= clause.verb.end:
            break
        if hung and not free(parse, cut):
            continue
        stem = Stem(discourse, index)
        if speaker is not None and speaker.entity is not None:
            stem.present.add(speaker.entity.name)
        try:
            words = _words(stem, clause, cut, (first, end))
        except HangingError as error:
            trouble, hung = error.args, True
            continue
        if not 5 <= len(words.split()) <= _LONGEST:
            trouble = ("length",)
            continue
        words = " ".join(_placed(stem, words, speaker).split())
        answer = " ".join(discourse.words(index, first, end).split())
        one = words.count("{") == words.count("}") == 2  # the article may have braces too
        if not one or "{{" not in words or answer in _GAP.sub("", words):
            raise HangingError("no gap")
        return Statement(
            gap.kind, index, words[:1].upper() + words[1:].rstrip(".") + ".", answer, gap.entity,
            gap.count,
            speaker_words(speaker) if speaker else "", ages(stem, parse, clause),
        )  # fmt: skip
    raise HangingError(*trouble)


def _words(stem: Stem, clause: Clause, cut: int, gap: tuple[int, int]) -> str:
    """Subject and predicate with the gap in one of them, asides between them left out."""
    if clause.subject is None:
        raise HangingError("no subject")
    subject = clause.subject
    within = subject.first <= gap[0] and gap[1] <= subject.end
    if within:
        sure(stem.discourse, stem.index, clause)
        front = stem.words(subject.first, subject.end, gap=gap)
    else:
        front = subject_words(stem, clause)
    verb = clause.verb.first
    while verb > subject.end and stem.discourse.parses[stem.index].tag(verb - 1) == "RB":
        verb -= 1
    parse = stem.discourse.parses[stem.index]
    whole(parse, verb, cut, parse.tokens[clause.verb.main].lemma)
    said = stem.words(verb, cut, gap=None if within else gap)
    tense = tensed(parse, clause, said)
    if not clause.verb.finite and tense == said:
        raise HangingError("a participle")
    plain = gap[0] >= subject.first and len(tense.split()) <= _CLOSE
    ahead = fronted(stem.discourse, stem.index, clause) if plain else ""
    return f"{front} {tense} {ahead}".rstrip()


_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their)\b")


_OF_ONESELF = re.compile(r"(?:he|she|it|they)\b", re.IGNORECASE)


def _placed(stem: Stem, words: str, speaker: Speaker | None) -> str:
    """The statement with its speaker, or with where it plays where nothing else says so."""
    parse = stem.discourse.parses[stem.index]
    if speaker is not None and speaker.name and speaker.name in words:
        raise HangingError("who speaks, twice")
    opening = next((t for t in parse.tokens if words.startswith(t.text)), None)
    named = any(words.startswith(e.name) for e in stem.discourse.ground.entities.all)
    small = (
        opening is not None
        and not named
        and opening.tag not in ("NNP", "NNPS")
        and opening.text != "I"
    )
    plain = words[:1].lower() + words[1:] if small else words
    if stem.named and not stem.loose:
        return f"According to {speaker_words(speaker)}, {plain}" if speaker else words
    context = context_for(stem, words)
    if speaker and _OF_ONESELF.match(words):
        raise HangingError("what somebody tells of himself")
    if speaker and _PRONOUN.search(words):
        return f"{context}, according to {speaker_words(speaker)}, {plain}"
    tail = f", according to {speaker_words(speaker)}" if speaker else ""
    return f"{context}, {plain}{tail}"
