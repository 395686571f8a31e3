"""Clauses whose subject or verb may have been misread: nothing is asked of them."""

from __future__ import annotations

import re

from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import EntityKind
from quizapp.generate.facts.borrowed import borrowed
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Chunk, Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NAMES
from quizapp.generate.language.word_list import row_of

_NOBODY = (EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.WORK, EntityKind.EVENT)
_MODALS = row_of("must may might could should would can ought need")
_BESIDE = row_of("off on by above below behind beyond outside")
_JOINING = row_of("or and")


def sure(discourse: Discourse, index: int, clause: Clause) -> None:
    """Let a clause pass whose subject and verb are surely its own.

    Raises:
        HangingError: its subject may be another, or its verb holds only with words left out.
    """
    parse = discourse.parses[index]
    doubt = (
        _half_of_two(parse, clause)
        or _no_thing(parse, clause)
        or ("what it is said of" if says_of_object(parse, clause) else "")
        or _without_which(parse, clause)
        or _part_of_subject(parse, clause)
        or _another_antecedent(discourse, index, clause)
        or _apposition_for_subject(parse, clause)
        or _behind_as(parse, clause)
        or _treated(parse, clause)
        or _had_done(parse, clause)
        or _no_verb(parse, clause)
        or _no_participle(parse, clause)
        or _one_of_many(parse, clause)
        or _what(parse, clause)
        or _empty_it(parse, clause)
        or _somewhere(discourse, parse, clause)
        or _stands_for_another(parse, clause)
        or borrowed(parse, clause)
    )
    if doubt:
        raise HangingError(doubt)


def _no_thing(parse: Parse, clause: Clause) -> str:
    """As in "using nine helicopters and two lent by Chile": it is said of the two alone."""
    subject = clause.subject
    if clause.verb.finite or subject is None:
        return ""
    doing = parse.tag(subject.first) == "VBG" or parse.tag(subject.first - 1) == "VBG"
    joined = parse.tag(subject.end - 1) == "CD"
    return "of the last alone" if doing and joined else ""


TREATED = row_of(
    "treat describe regard consider view see portray depict characterise characterize"
)
"""Verbs behind which "as" says what somebody or something is taken for."""


def _half_of_two(parse: Parse, clause: Clause) -> str:
    """As in "must have lived or worked": what holds of the two need not hold of the one."""
    joint = clause.verb.first - 1
    while parse.tag(joint) == "RB":
        joint -= 1
    if parse.low(joint) not in _JOINING or not clause.verb.finite:
        return ""
    earlier = next((g for g in reversed(parse.verbs) if g.end <= joint), None)
    if earlier is None or parse.tokens[clause.verb.first].tag == "MD":
        return ""
    apart = any(parse.low(i) == "," for i in range(earlier.end, joint))
    if not earlier.finite and parse.tag(earlier.first) == "VBN" and not apart:
        return "an aside"  # the palace, paid for by Carnegie and opened in 1913
    modal = parse.low(earlier.first) in _MODALS
    return "one of two" if modal or parse.low(joint) == "or" else ""


def _part_of_subject(parse: Parse, clause: Clause) -> str:
    """As in "the share of people who speak it dropped": it is not the people that dropped."""
    subject = clause.subject
    if subject is None or clause.role is Role.RELATIVE or not clause.verb.finite:
        return ""
    outer = parse.phrase_by_end.get(subject.first - 1)
    owned = parse.low(subject.first - 1) == "of" and outer is not None
    return "of which whole" if owned and subject.end < clause.verb.first else ""


def _without_which(parse: Parse, clause: Clause) -> str:
    """As in "lodgings, for which the council paid £26m": for what, stands before the clause."""
    relative = clause.role is Role.RELATIVE and clause.under in ("which", "whom")
    return "for which" if relative and parse.tag(clause.opened - 1) in ("IN", "TO") else ""


def _another_antecedent(discourse: Discourse, index: int, clause: Clause) -> str:  # noqa: PLR0911 - a shape of words each
    """As in "yields on bonds, which climbed": the nearest noun need not be the one meant."""
    parse, subject = discourse.parses[index], clause.subject
    if clause.role is not Role.RELATIVE or subject is None or clause.under not in ("who", "which"):
        return ""
    head = parse.tokens[subject.head]
    entity = discourse.entity(index, subject)
    if _disagrees(parse, clause):
        return "which of two"  # the slopes of Karthala, which rises to 2,361 metres
    if clause.under == "who":
        return "who" if entity is not None and entity.kind in _NOBODY else ""
    if entity is not None and entity.kind == EntityKind.PERSON:
        return "which"
    person = lexicon().noun_categories(head.lemma) & {"person"}
    if person and head.tag == "NN":
        return "which"
    inner = parse.phrase_by_end.get(subject.end)
    hung = inner is not None and inner.first > subject.head and parse.low(inner.first - 1) != "of"
    if inner is not None and hung and parse.tag(inner.head) in NAMES and head.tag not in NAMES:
        return "which of two"  # the deal between the union and Norsal, which is owned by
    link = subject.first - 1
    outer = parse.phrase_by_end.get(link)
    if parse.tag(link) != "IN" or outer is None:
        return ""
    if head.tag in NAMES:  # a wreck off Gozo, which was the oldest
        return "which of two" if parse.low(link) in _BESIDE else ""
    many, outer_many = head.tag == "NNS", parse.tag(outer.head) in ("NNS", "NNPS")
    verb = parse.tokens[clause.verb.first]
    told = verb.tag in ("VBZ", "VBP") or verb.low in ("was", "were")
    fits = many == (verb.tag == "VBP" or verb.low == "were")
    return "" if told and fits and many != outer_many else "which of two"


def _disagrees(parse: Parse, clause: Clause) -> bool:
    """Whether a plural "rises", or a singular "rise"."""
    subject = clause.subject
    if subject is None or any(parse.low(i) == "and" for i in range(subject.first, subject.end)):
        return False
    head, verb = parse.tag(subject.head), parse.tag(clause.verb.first)
    be = parse.low(clause.verb.first)
    one = verb == "VBZ" or be == "was"
    several = verb == "VBP" or be == "were"
    return (head == "NNS" and one) or (head == "NN" and several and subject.end > subject.head + 1)


def _apposition_for_subject(parse: Parse, clause: Clause) -> str:
    """As in "its chimney, a listed structure, will be kept": the aside is not what acts."""
    subject = clause.subject
    if (
        subject is None
        or clause.role is Role.RELATIVE
        or parse.low(subject.first) not in ("a", "an")
    ):
        return ""
    before = parse.phrase_by_end.get(subject.first - 1)
    if parse.low(subject.first - 1) != "," or before is None or parse.time_like(before):
        return ""
    goes_on = parse.low(clause.end) == "," and any(
        g.finite and g.first == clause.end + 1 for g in parse.verbs
    )
    goes_on = goes_on or (before.first > 2 and parse.low(clause.verb.first - 1) == ",")
    fronted = parse.tag(before.first - 1) in ("IN", "TO", "VBG") and not goes_on
    return "" if fronted else "an aside"


def _had_done(parse: Parse, clause: Clause) -> str:
    """As in "the estates had two bus routes taken away": they do not have them."""
    target = clause.object
    has = parse.tokens[clause.verb.main].lemma == "have" and target is not None
    return "had it done" if target and has and parse.tag(target.end) == "VBN" else ""


def _treated(parse: Parse, clause: Clause) -> str:
    """As in "treated public office": what it was treated as is cut off."""
    lemma, end = parse.tokens[clause.verb.main].lemma, clause.end
    while parse.tag(end) in ("``", "''"):
        end += 1
    return "as" if lemma in TREATED and parse.low(end) == "as" else ""


def _no_verb(parse: Parse, clause: Clause) -> str:
    """As in "plans to replace", "…, scientists reported in June": not said of what is before."""
    verb = parse.tokens[clause.verb.main]
    if parse.tag(clause.verb.first - 1) == "TO":
        return "to"
    subject = clause.subject
    counted = subject is not None and parse.tag(subject.end - 1) == "CD"
    if (
        subject is not None
        and counted
        and any(
            parse.tag(i) == "TO" and parse.tag(i + 1) == "VB"
            for i in range(subject.first, subject.end)
        )
    ):
        return "to"  # plans to replace 130 straddle carriers
    governing = next(
        (g for g in parse.verbs if clause.subject and g.end == clause.subject.first), None
    )
    relative = clause.role is Role.RELATIVE or not clause.verb.finite
    if governing is not None and governing.end <= clause.verb.first and not relative:
        flags = lexicon().verb_flags(parse.tokens[governing.main].lemma)
        if not flags & {"say", "think", "that"}:
            return "an object"  # sent gas prices soaring
    reported = not clause.verb.finite and "say" in lexicon().verb_flags(verb.lemma)
    return "reported" if reported and verb.tag in ("VBN", "VBD") else ""


def _no_participle(parse: Parse, clause: Clause) -> str:
    """As in "Dr. Lund taught at Bergen", "two of the banks, agreed to merge": they act."""
    subject = clause.subject
    if subject is not None and _YEAR.fullmatch(parse.low(subject.head)):
        return "a year"  # since 1871, closed in September
    if clause.verb.finite or not clause.verb.passive or subject is None:
        return ""
    if parse.tokens[clause.verb.main].lemma in _INTRANSITIVE:
        return "of itself"  # were wiped out and returned from Poland
    comma = parse.low(clause.verb.first - 1) == ","
    owned = parse.low(subject.first - 1) in ("by", "of", "from")
    if comma and owned and parse.phrase_by_end.get(subject.first - 1):
        return "which of two"  # a report by Tolland & Reeve, published in May
    if parse.tag(subject.head) in NAMES and not comma and subject.end == clause.verb.first:
        return "no aside"
    return "an aside acts" if comma and parse.low(subject.first - 1) == "," else ""


def _one_of_many(parse: Parse, clause: Clause) -> str:
    """As in "a plane crashed near Pokhara, killing 72": without the crash it is any plane."""
    subject = clause.subject
    if clause.verb.finite or subject is None or parse.tag(clause.verb.first) != "VBG":
        return ""
    named = any(parse.tag(i) in NAMES or parse.tag(i) == "CD" for i in range(*_span(subject)))
    return "" if named or parse.low(subject.first) not in ("a", "an") else "any of them"


def _empty_it(parse: Parse, clause: Clause) -> str:
    """As in "it was the worst case since 1991": what was?"""
    subject, target = clause.subject, clause.object
    verbs = parse.tokens[clause.verb.first : clause.verb.end]
    made = any(t.lemma in ("design", "train", "intend") for t in verbs)
    if subject is not None and made and parse.low(subject.head) == "it":
        return "it"
    if subject is None or target is None or parse.low(subject.head) not in ("it", "this", "that"):
        return ""
    be = parse.tokens[clause.verb.main].lemma == "be"
    return "it" if be else ""


def _somewhere(discourse: Discourse, parse: Parse, clause: Clause) -> str:
    """As in "at Dublin airport, where 94 flights were cancelled": elsewhere were others."""
    subject = clause.subject
    if clause.under != "where" or subject is None or discourse.topic is not None:
        return ""
    if "the" in {parse.low(i) for i in range(subject.first, subject.end)}:
        return ""  # it may have a name
    named = any(parse.tag(i) in NAMES for i in range(clause.opened + 1, clause.end))
    return "" if named else "where"


def _stands_for_another(parse: Parse, clause: Clause) -> str:
    """As in "as Washington did in 2022", "one of eight that raised money": it did what?"""
    subject, verb = clause.subject, parse.tokens[clause.verb.main]
    if verb.lemma in ("do", "think") and clause.object is None:
        return verb.lemma
    before = parse.low(clause.verb.first - 1)
    if verb.lemma == "do" and (before in ("as", "so", "than", "nor") or clause.under == "as"):
        return "do"  # as did the Greens, as she has done each morning
    one = subject is not None and parse.low(subject.first) == "one"
    return "one" if subject is not None and one and parse.low(subject.first + 1) == "of" else ""


def _span(chunk: Chunk) -> tuple[int, int]:
    return chunk.first, chunk.end


_TAKING = row_of("visit discover reject approve propose oppose criticise criticize abandon demand")


def _what(parse: Parse, clause: Clause) -> str:
    """As in "who visited on Thursday": it does not say what."""
    lemma = parse.tokens[clause.verb.main].lemma
    bare = clause.object is None and not clause.verb.passive and clause.verb.finite
    behind = parse.low(clause.verb.end)
    return "half said" if bare and lemma in _TAKING and behind in _OPEN_ENDS else ""


_OPEN_ENDS = row_of("on in at and after before . , during last")
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_INTRANSITIVE = row_of("return come go rise fall die arrive happen occur vanish agree emerge")


def _behind_as(parse: Parse, clause: Clause) -> str:
    """As in "sold as holiday lets are to be built": nor behind "as far as Cluj"."""
    subject = clause.subject
    if subject is None or parse.low(subject.first - 1) != "as":
        return ""
    return "as" if parse.tag(subject.first - 2) in ("VBN", "RB", "JJ", "RP") else ""


def says_of_object(parse: Parse, clause: Clause) -> bool:
    """As in "aid that a court ruled illegal": what it is said of stands before the clause."""
    before = clause.opened - 1
    if clause.subject is None or before < 0:
        return False
    relative = clause.role is Role.RELATIVE and clause.opened + 1 == clause.subject.first
    if relative and parse.tag(before) != "IN" and parse.tag(clause.opened) in ("WDT", "WP"):
        return True
    noun = parse.tokens[before]
    told = clause.role is Role.THAT and parse.low(clause.opened) == "that"
    return told and noun.tag in ("NN", "NNS", "JJS") and noun.lemma not in _TELLING


_TELLING = row_of(
    "fact claim report news statement idea belief hope fear sign proof evidence promise warning "
    "view argument suggestion announcement rumour assurance conclusion finding"
)
"""Nouns behind which "that" says what they are."""
