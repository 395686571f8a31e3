"""Numbers beside a clause: who was on board, how long after, how many died "in which"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Count, Fact
from quizapp.generate.facts.amounts import how_many
from quizapp.generate.facts.asking import LONGEST, did, predicate, subject_words
from quizapp.generate.facts.once import simply
from quizapp.generate.facts.place import At, is_done, low_first
from quizapp.generate.facts.posing import posed
from quizapp.generate.facts.speakers import speaker_of, speaker_words
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.phrases import NAMES
from quizapp.generate.language.quantities import Quantity, Sort
from quizapp.generate.language.times import When, spoken
from quizapp.generate.language.word_list import row_of

_GONE_DOWN = row_of(
    "sink capsize crash collide derail go run hit leave disappear vanish explode land ditch "
    "overturn set sail take founder strike"
)
"""What befalls a ship, train or aircraft, or what it does, with people on board."""
_HARM = row_of(
    "die drown perish kill injure wound hurt arrest detain displace evacuate rescue lose miss"
)
"""What happens to people in an event that the article names by a noun."""


def beside_facts(discourse: Discourse) -> Iterator[Fact]:
    """Every number beside a clause that can be asked."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        often = any(t.low in _EVERY for t in parse.tokens)
        if parse.tokens[-1].text == "?" or not (parse.quantities or often):
            continue
        for clause in parse.clauses:
            if clause.subject is None or clause.verb.negative:
                continue
            try:
                speaker = speaker_of(discourse, sentence.index, clause)
            except HangingError:
                continue
            at = At(discourse, sentence.index, parse, clause, speaker)
            for find in (_aboard, _in_which, _of_those, _apart, _how_often):
                with suppress(HangingError):
                    yield from find(at)


def _fact(at: At, quantity: Quantity, question: str, weight: float) -> Fact:
    value = quantity.value
    if value is None:
        raise HangingError("no number")
    words = low_first(" ".join(at.discourse.words(at.index, quantity.first, quantity.end).split()))
    share = quantity.sort in (Sort.SHARE, Sort.PART)
    number = quantity.sort in (Sort.COUNT, Sort.SHARE, Sort.MEASURE, Sort.LENGTH)
    unit = "%" if quantity.sort is Sort.SHARE else "" if number else quantity.sort.value
    return Fact(
        FactKind.SHARE if share else FactKind.COUNT,
        at.index,
        (question,),
        (words,),
        count=Count(value, words, quantity.hedge, unit),
        speaker=speaker_words(at.speaker) if at.speaker else "",
        ages=at.parse.tag(at.clause.verb.first) in ("VBZ", "VBP") and not is_done(at),
        predicate=f"{at.lemma} {at.clause.verb.main}",
        weight=weight,
    )


# -- went down with 97 people on board ------------------------------------------------------------


def _aboard(at: At) -> Iterator[Fact]:
    """How many people were on board a ship, train or aircraft when something befell it."""
    parse, clause = at.parse, at.clause
    if at.lemma not in _GONE_DOWN or clause.role is Role.RELATIVE or clause.verb.passive:
        return
    for quantity in parse.quantities:
        phrase = next((p for p in parse.phrases if p.first <= quantity.number < p.end), None)
        if phrase is None or parse.low(quantity.first - 1) != "with":
            continue
        on = [parse.low(phrase.end), parse.low(phrase.end + 1)]
        near = clause.verb.end <= quantity.first <= clause.end + 2
        if not near or (on[0] != "aboard" and on != ["on", "board"]):
            continue
        stem = at.stem()
        asked, _ = how_many(at, quantity, stem)
        subject = subject_words(stem, clause)
        day = next((t for t in at.discourse.times(at.index) if t.end <= quantity.first
                    and t.value is not None and t.when is not When.LENGTH), None)  # fmt: skip
        when = ""
        if day is not None and day.value is not None:
            when = ("on " if day.value.day is not None else "in ") + spoken(day.value)
        yield _fact(at, quantity, posed(stem, f"{asked} were on board {subject} {when}",
                                        at.speaker), 0.85)  # fmt: skip


# -- the sinking of the ferry, in which 14 people drowned -----------------------------------------


def _in_which(at: At) -> Iterator[Fact]:
    """How many people came to harm in what stands before "in which"."""
    parse, clause = at.parse, at.clause
    subject = clause.subject
    which = clause.opened
    if clause.role is not Role.RELATIVE or at.lemma not in _HARM or subject is None:
        return
    if parse.low(which) != "which" or parse.low(which - 1) not in ("in", "during"):
        return
    quantity = next((q for q in parse.quantities if q.first == subject.first), None)
    if quantity is None or quantity.sort is not Sort.COUNT:
        return
    end = which - 1 - (parse.low(which - 2) == ",")
    event = parse.phrase_by_end.get(end)
    while event is not None and parse.low(event.first - 1) in ("of", "off", "in", "near", "at"):
        earlier = parse.phrase_by_end.get(event.first - 1)
        if earlier is None:
            break
        event = earlier
    if event is None or parse.tag(event.head) not in ("NN", "VBG"):
        return
    stem = at.stem()
    asked, _ = how_many(at, quantity, stem)
    said = stem.words(clause.verb.first, clause.verb.end)
    where = stem.words(event.first, end)
    where = where if parse.tag(event.first) in NAMES else low_first(where)
    if len(where.split()) > 14:
        return
    yield _fact(at, quantity, posed(stem, f"{asked} {said} in {where}", at.speaker), 0.95)


# -- of those given the drug, 3.6 percent died ----------------------------------------------------


def _of_those(at: At) -> Iterator[Fact]:
    """What share of a whole did something, where the whole stands in front: "Of the 90, …"."""
    parse, clause = at.parse, at.clause
    subject = clause.subject
    if subject is None or clause.role is not Role.MAIN:
        return
    quantity = next((q for q in parse.quantities if q.first == subject.first), None)
    if quantity is None or quantity.sort not in (Sort.SHARE, Sort.PART, Sort.COUNT):
        return
    first = next((i for i in range(subject.first - 2, -1, -1) if parse.low(i) == "of"
                  and parse.tag(i - 1) in ("^", ",", "CC", ":", "``")), None)  # fmt: skip
    bare = quantity.end >= subject.end and subject.end == clause.verb.first
    if first is None or not bare or parse.low(subject.first - 1) != ",":
        return
    if quantity.sort is Sort.COUNT and (quantity.value or 0) <= 1:
        return
    if any(g.finite and first < g.first < subject.first - 1 for g in parse.verbs):
        return
    stem = at.stem()
    if parse.low(first + 1) == "those" and parse.tag(first + 2) in ("VBN", "IN", "JJ", "VBD"):
        whole = "those " + stem.words(first + 2, subject.first - 1).replace(",", "")
        stem.loose = True
    else:
        whole = stem.words(first + 1, subject.first - 1)
    asker = {Sort.SHARE: "What percentage of", Sort.PART: "What share of"}.get(
        quantity.sort, "How many of"
    )
    begun = f"{asker} {whole}"
    said = predicate(stem, clause, clause.verb.first, room=at.room(begun),
                     least=clause.object.end if clause.object else 0)  # fmt: skip
    yield _fact(at, quantity, posed(stem, f"{begun} {said}", at.speaker), 0.85)


# -- came 42 days after the last patient was discharged -------------------------------------------


def _apart(at: At) -> Iterator[Fact]:
    """How long before or after something else it was."""
    parse, clause = at.parse, at.clause
    if clause.role is Role.RELATIVE or clause.subject is None:
        return
    for quantity in parse.quantities:
        if quantity.sort is not Sort.LENGTH or not quantity.unit or not quantity.exact:
            continue
        if not clause.verb.end <= quantity.first <= clause.end:
            continue
        link = parse.low(quantity.end)
        if link not in ("after", "before") or _parted(parse, clause, quantity.first):
            continue
        stem = at.stem()
        subject = subject_words(stem, clause)
        stem.present.add(subject)
        helper, rest = did(parse, clause, stem)
        helper, rest = simply(parse, clause, helper, rest)
        between = stem.words(clause.verb.end, quantity.first) \
            if quantity.first > clause.verb.end else ""  # fmt: skip
        end = _end(parse, quantity.end + 1)
        what = stem.words(quantity.end + 1, end)
        words = f"How many {quantity.unit} {link} {what} {helper} {subject} {rest} {between}"
        if len(what.split()) < 2 or len(words.split()) > LONGEST:
            continue
        yield _fact(at, quantity, posed(stem, words, at.speaker), 0.8)
        return


_EVERY = frozenset(("every", "once", "twice", "times"))
_TIMES = row_of("hour day night week fortnight month year decade century")


def _how_often(at: At) -> Iterator[Fact]:
    """How often something is done: "every three years", "twice a week", "four times a day"."""
    parse, clause = at.parse, at.clause
    if clause.role is Role.RELATIVE or clause.subject is None:
        return
    found = (span for i in range(clause.verb.end, clause.end) if (span := _often(parse, i)))
    first, end = next(found, (0, 0))
    if not first or end > clause.end or _parted(parse, clause, first):
        return
    stem = at.stem()
    subject = subject_words(stem, clause)
    stem.present.add(subject)
    helper, rest = did(parse, clause, stem)
    stop = first - (parse.tag(first - 1) == "RB")
    between = stem.words(clause.verb.end, stop) if stop > clause.verb.end else ""
    yield Fact(
        FactKind.TIME,
        at.index,
        (posed(stem, f"How often {helper} {subject} {rest} {between}", at.speaker),),
        (low_first(at.discourse.words(at.index, first, end)),),
        speaker=speaker_words(at.speaker) if at.speaker else "",
        ages=parse.tag(clause.verb.first) in ("VBZ", "VBP"),
        predicate=f"{at.lemma} {clause.verb.main}",
        weight=0.7,
    )


def _often(parse: Parse, i: int) -> tuple[int, int] | None:
    """Where words that say how often begin and end, if they begin at a token."""
    low, end = parse.low(i), i + 1
    if low == "every":
        end += parse.tag(end) == "CD" or parse.low(end) == "other"
        counted = end > i + 1
    elif parse.tag(i) == "CD" and parse.low(end) == "times":
        counted, end = parse.low(end + 1) in ("a", "each", "every"), end + 2
    else:
        counted, end = low in ("once", "twice") and parse.low(end) in ("a", "every"), end + 1
    unit = parse.low(end).removesuffix("s").removesuffix("ie")
    return (i, end + 1) if counted and unit in _TIMES else None


def _parted(parse: Parse, clause: Clause, first: int) -> bool:
    """Whether another verb or aside stands between a verb and its length of time."""
    return any(parse.tag(i) in _PARTING for i in range(clause.verb.end, first))


_PARTING = frozenset((",", ":", "WDT", "WP", "WRB", "VBG", "VBD", "VBN", "VBZ", "VBP", "VB", "CC"))


def _end(parse: Parse, first: int) -> int:
    """Where the clause or noun behind "after" ends."""
    i = first
    while i < len(parse.tokens) and parse.tag(i) not in (",", ".", ":", "``", "''", "CC", "("):
        i += 1
    return i
