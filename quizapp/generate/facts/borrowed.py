"""Clauses that borrow a subject which is not their own, and words cut in the middle of a list."""

from __future__ import annotations

from quizapp.generate.language.clause import Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NAMES
from quizapp.generate.language.word_list import row_of

_OPENERS = ("WP", "WDT", "WP$", "WRB")
_SELVES = row_of("himself herself itself themselves ourselves yourselves myself yourself")
_SPANS = row_of("year years month months week weeks day days hour hours minute minutes")


def borrowed(parse: Parse, clause: Clause) -> str:
    """Why a clause's subject may be another's; "" where nothing speaks against it."""
    return (
        _inside_a_relative(parse, clause)
        or _behind_who_said_it(parse, clause)
        or _passive_too(parse, clause)
        or _oneself(parse, clause)
        or _it_takes_time(parse, clause)
    )


def half_a_list(parse: Parse, end: int) -> bool:
    """Whether words end before the last of several names: "in Bogotá, Medellín | and Cali"."""
    if parse.low(end) not in ("and", "or") or parse.tag(end - 1) not in NAMES:
        return False
    first = end - 1
    while parse.tag(first - 1) in NAMES:
        first -= 1
    return parse.tag(first - 1) == "," and parse.tag(first - 2) in NAMES


def _inside_a_relative(parse: Parse, clause: Clause) -> str:
    """As in "the lake, named after Ada Holt, who died in 2019, was found": the lake was."""
    subject = clause.subject
    if subject is None or clause.role is Role.RELATIVE or subject.end >= clause.verb.first:
        return ""
    aside = any(parse.tag(i) in _OPENERS for i in range(subject.end, clause.verb.first))
    if not aside or parse.low(clause.verb.first - 1) != ",":
        return ""
    for i in range(subject.first - 1, 1, -1):
        if parse.tag(i) in (":", "``", "''"):
            return ""
        if parse.tag(i) in _OPENERS or (parse.low(i) == "," and parse.tag(i + 1) == "VBN"):
            return "of an aside within an aside"
    return ""


def _behind_who_said_it(parse: Parse, clause: Clause) -> str:
    """As in "mud poured down, officials said, burying 61 houses": they buried nothing."""
    subject = clause.subject
    if subject is None or clause.verb.finite or parse.tag(clause.verb.first) != "VBG":
        return ""
    said = parse.tokens[subject.end] if subject.end < len(parse.tokens) else None
    spoken = said is not None and "say" in lexicon().verb_flags(said.lemma)
    between = parse.low(subject.first - 1) == "," and parse.low(clause.verb.first - 1) == ","
    return "who said it" if spoken and between else ""


def _passive_too(parse: Parse, clause: Clause) -> str:
    """As in "she was led off, handcuffed and held for 19 hours": she held nothing."""
    verb = parse.tokens[clause.verb.main]
    if not clause.shared or clause.object is not None or verb.tag != "VBD":
        return ""
    joint = clause.verb.first - 1
    while parse.tag(joint) == "RB":
        joint -= 1
    if parse.low(joint) not in ("and", "or", ","):
        return ""
    earlier = [g for g in parse.verbs if g.end <= joint]
    passive = next((g for g in reversed(earlier) if g.finite and g.passive), None)
    if passive is None or clause.subject is None or passive.first < clause.subject.end:
        return ""
    between = [g for g in earlier if g.first >= passive.end and g.finite]
    return "passive too" if all(parse.tag(g.main) == "VBD" for g in between) else ""


def _oneself(parse: Parse, clause: Clause) -> str:
    subject = clause.subject
    return "oneself" if subject is not None and parse.low(subject.head) in _SELVES else ""


def _it_takes_time(parse: Parse, clause: Clause) -> str:
    """As in "it would have taken five years": to do what?"""
    subject, target = clause.subject, clause.object
    if subject is None or target is None or parse.low(subject.head) != "it":
        return ""
    takes = parse.tokens[clause.verb.main].lemma == "take"
    return "it takes" if takes and parse.low(target.head) in _SPANS else ""
