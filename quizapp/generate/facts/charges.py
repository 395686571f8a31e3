"""What somebody is accused of, charged with, found guilty or cleared of."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import did, subject_words
from quizapp.generate.facts.posing import posed
from quizapp.generate.facts.speakers import speaker_of, speaker_words
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause
from quizapp.generate.language.clauses import Parse
from quizapp.generate.stem import Stem

_LINKS = {
    "accuse": "of",
    "convict": "of",
    "acquit": "of",
    "suspect": "of",
    "clear": "of",
    "charge": "with",
    "plead": "to",
    "find": "of",
    "credit": "with",
}
_LONGEST = 14


def charge_facts(discourse: Discourse) -> Iterator[Fact]:
    """Every charge, plea and verdict whose accused has a name."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        for clause in parse.clauses:
            try:
                yield from _charged(discourse, sentence.index, parse, clause)
            except HangingError:
                continue


def _charged(discourse: Discourse, index: int, parse: Parse, clause: Clause) -> Iterator[Fact]:
    lemma = parse.tokens[clause.verb.main].lemma
    link = _LINKS.get(lemma)
    if (
        link is None
        or clause.verb.negative
        or clause.subject is None
        or clause.subject.first >= clause.verb.first
    ):
        return
    at = next((i for i in range(clause.verb.end, clause.end) if parse.low(i) == link), None)
    if at is None or at + 1 >= clause.end:
        return
    middle = [parse.low(i) for i in range(clause.verb.end, at)]
    if lemma in ("find", "plead") and "guilty" not in middle:
        return
    if lemma == "clear" and not clause.verb.passive:
        return
    if lemma != "find" and clause.verb.passive and set(middle) - _times(discourse, index, parse):
        return
    end = _end(parse, clause, at + 1)
    speaker = speaker_of(discourse, index, clause)
    stem = Stem(discourse, index)
    if speaker is not None and speaker.entity is not None:
        stem.present.add(speaker.entity.name)
    subject = subject_words(stem, clause)
    helper, rest = did(parse, clause, stem)
    between = stem.words(clause.verb.end, at, timeless=True) if at > clause.verb.end else ""
    question = posed(stem, f"What {helper} {subject} {rest} {between} {link}", speaker)
    Stem(discourse, index, present=set(stem.present)).words(at + 1, end)
    answer = discourse.words(index, at + 1, end)
    if not stem.named or not 1 <= len(answer.split()) <= _LONGEST:
        return
    yield Fact(
        FactKind.ACTION,
        index,
        (question,),
        (answer,),
        speaker=speaker_words(speaker) if speaker else "",
        ages=parse.tag(clause.verb.first) in ("VBZ", "VBP"),
        predicate=f"{lemma} {clause.verb.main}",
        weight=0.9,
    )


def _times(discourse: Discourse, index: int, parse: Parse) -> set[str]:
    """The words of when it was, which may stand between: "was charged in May with fraud"."""
    return {parse.low(i) for time in discourse.times(index) for i in range(time.first, time.end)}


def _end(parse: Parse, clause: Clause, first: int) -> int:
    """Where the charge ends: before when and where it was made, and before what follows."""
    for i in range(first + 1, clause.end):
        low = parse.low(i)
        if low in ("when", "after", "before", "while", "because", "but", "who", "which"):
            return i
        told = _dated(parse, i + 1) or parse.tag(i + 1) == "NNP"
        if low in ("in", "on", "at", "by", "last") and told:
            return i
    end = clause.end
    while end > first and parse.tag(end - 1) in (",", ".", "CC", ":"):
        end -= 1
    return end


def _dated(parse: Parse, i: int) -> bool:
    token = parse.low(i)
    return (token.isdigit() and len(token) == 4) or token in [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "month",
        "week",
        "year",
    ]
