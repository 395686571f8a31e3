"""Words of a clause that may end where they do: what they say nothing without is not cut."""

from __future__ import annotations

from quizapp.generate.facts.borrowed import half_a_list
from quizapp.generate.facts.doubts import TREATED
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.word_list import row_of


def whole(parse: Parse, first: int, end: int, verb: str = "") -> None:
    """Let words pass that can end where they do.

    Raises:
        HangingError: they stop before a quotation, within one, before the verb of their "that",
            before what somebody is treated as, the last of a list, or what a verb says nothing
            without.
    """
    if parse.tag(end) == "``" or parse.tag(end - 1) == "``":
        raise HangingError("a quotation")
    if half_a_list(parse, end) or parse.low(end) == "than":
        raise HangingError("half a list, or half of what is compared")
    if verb in TREATED and parse.low(end) == "as":
        raise HangingError("as")
    _whole_quotation(parse, first, end)
    wanted = _WANTING.get(verb)
    if wanted and not wanted & {parse.low(i) for i in range(first, end)}:
        raise HangingError("half said")  # credited early testing: with what?
    apposed = parse.tag(end - 1) == "NNS" and parse.tag(end - 2) == "CD"
    if apposed and parse.low(end - 3) == "," and end - 3 > first:
        raise HangingError("a length")  # "in 2006, four years after …"
    _one_sentence(parse, first, end)
    _whole_object(parse, end, verb)
    last = next((i for i in range(end - 1, first - 1, -1) if parse.tag(i)[:2] == "VB"), first)
    if parse.low(end) == "to" and parse.tokens[last].lemma in _URGING:
        raise HangingError("to do what")
    told = next((i for i in range(first, end) if parse.low(i) == "that"), None)
    if told is not None and parse.low(told - 1) == "and":
        raise HangingError("and that")
    if told is None or parse.tag(told) not in ("IN", "WDT"):
        return
    if not any(g.finite and told < g.first and g.end <= end for g in parse.verbs):
        raise HangingError("that")


def _whole_object(parse: Parse, end: int, verb: str) -> None:
    """Raise where what becomes of an object is cut off: "calls for it | to become"."""
    if parse.tag(end - 1) == "PRP" and parse.low(end) == "to":
        raise HangingError("to do what")
    onwards = parse.low(end) == "to" and parse.tag(end + 1) != "VB"
    before = parse.phrase_by_end.get(end)
    left = before is not None and parse.low(before.first - 1) == "from"
    if onwards and (left or verb in _RANGING):
        raise HangingError("from where")  # extended it from Darfur | to the whole of Sudan
    i = end
    while verb in _CAUSING_STATE and parse.tag(i) not in (",", ".", ":", "CC", "^", ""):
        state = parse.tag(i) == "JJ" and parse.tag(i + 1) in ("IN", "TO", ".", ",")
        if state and parse.tag(i - 1)[:2] == "NN":
            raise HangingError("made what")  # made the payment | conditional on a law
        i += 1


_RANGING = row_of("extend widen broaden expand spread move shift transfer relocate")


_CAUSING_STATE = row_of("make keep leave find consider declare render hold deem")


def _whole_quotation(parse: Parse, first: int, end: int) -> None:
    opened = sum(parse.tag(i) == "``" for i in range(first, end))
    if opened != sum(parse.tag(i) == "''" for i in range(first, end)):
        raise HangingError("a quotation")


def _one_sentence(parse: Parse, first: int, end: int) -> None:
    """Raise where a second verb follows that nothing opens: "fought for years agreed to stop"."""
    if any(parse.tag(i) == "VBN" and parse.low(i - 1) in _LENGTHS for i in range(first + 1, end)):
        raise HangingError("two verbs")  # fought for seven years agreed
    groups = [g for g in parse.verbs if first < g.first and g.end <= end and g.finite]
    for group in groups:
        before = next((g for g in reversed(parse.verbs) if g.end <= group.first), None)
        start = max(first, before.end) if before is not None else first
        between = range(start, group.first)
        opened = any(
            parse.tag(i) in ("WDT", "WP", "WP$", "WRB", "CC", ",", ":", "``", "''")
            or parse.low(i) in _CONJUNCTIONS
            for i in between
        )
        lemma = parse.tokens[before.main].lemma if before is not None else ""
        says = lemma in _CAUSING or bool(lexicon().verb_flags(lemma) & {"say", "think", "that"})
        if not opened and not says and before is not None and before.end < group.first:
            raise HangingError("two verbs")


_LENGTHS = row_of("years months weeks days hours minutes")


_CAUSING = row_of("help let make see have watch hear")


_CONJUNCTIONS = row_of(
    "that if whether because after before since until while when where as than though although "
    "unless once so"
)


_URGING = row_of(
    "urge ask tell force allow want persuade order enable encourage advise warn invite require "
    "help"
)


_WANTING = {
    "credit": {"with", "for"},
    "blame": {"for", "on"},
    "accuse": {"of"},
    "deprive": {"of"},
    "acquit": {"of"},
    "thank": {"for"},
    "force": {"to", "from", "into", "out", "off"},
    "compare": {"with", "to"},
    "prefer": {"to"},
}
"""What a verb says nothing without."""
