"""Parts of a number: "240 people, 80 of them from Poland", "12, including two children"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Count, Fact
from quizapp.generate.facts.asking import predicate, subject_words
from quizapp.generate.facts.counts import count_in
from quizapp.generate.facts.posing import posed
from quizapp.generate.facts.speakers import speaker_of, speaker_words
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Chunk, Clause
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NounPhrase
from quizapp.generate.stem import Stem

_WHOLES = ("them", "whom", "which")
_AMONG = frozenset(("including", "among"))
_ROOM = 18


def part_facts(discourse: Discourse) -> Iterator[Fact]:
    """How many of a number are something, where both numbers are given."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        for find in (_of_them, _of_whom, _including):
            try:
                yield from find(discourse, sentence.index, parse)
            except HangingError:
                continue


# -- 240 people, 80 of them from Poland -----------------------------------------------------------


def _of_them(discourse: Discourse, index: int, parse: Parse) -> Iterator[Fact]:
    if not parse.said.intersection(_WHOLES):
        return
    for i in range(2, len(parse.tokens) - 3):
        number = parse.tokens[i]
        if number.tag != "CD" or parse.low(i + 1) != "of" or parse.low(i + 2) not in _WHOLES:
            continue
        comma = i - 1
        while comma > 0 and parse.low(comma) in (
            "about",
            "some",
            "nearly",
            "more",
            "than",
            "at",
            "least",
            "almost",
            "around",
            "roughly",
        ):
            comma -= 1
        if parse.low(comma) not in (",", "("):
            continue
        clause = _clause_of(parse, comma)
        if clause is None:
            continue
        end = i + 3
        while (
            end < len(parse.tokens)
            and parse.tag(end) not in (",", ".", ":", ")")
            and parse.low(end) != "and"
        ):
            end += 1
        said = parse.tag(i + 3)
        finite = any(g.finite and g.first == i + 3 for g in parse.verbs)
        if said in (".", ",") or (finite and parse.low(i + 2) == "them"):
            continue
        if said == "RB" and end == i + 4:
            end = i + 4
        present = parse.tag(clause.verb.first) in ("VBZ", "VBP")
        helper = "" if finite else "are" if present else "were"
        yield from _part(
            discourse, index, parse, clause, NounPhrase(comma + 1, i + 1, i), (i + 3, end), helper
        )


# -- 3,770 troops, of whom 600 are from the United States -----------------------------------------


def _of_whom(discourse: Discourse, index: int, parse: Parse) -> Iterator[Fact]:
    if not parse.said.intersection(_WHOLES):
        return
    for i in range(2, len(parse.tokens) - 4):
        if parse.low(i) != "of" or parse.low(i + 1) not in ("whom", "which"):
            continue
        comma = i - 1
        j = i + 2
        while parse.tag(j) in ("IN", "RB", "JJR") and j < i + 6:
            j += 1
        if parse.low(comma) != "," or parse.tag(j) != "CD":
            continue
        clause = _clause_of(parse, comma)
        verb = next((g for g in parse.verbs if g.finite and g.first == j + 1), None)
        if clause is None or verb is None:
            continue
        end = verb.end
        while end < len(parse.tokens) and parse.tag(end) not in (",", ".", ":", ")"):
            end += 1
        yield from _part(
            discourse, index, parse, clause, NounPhrase(i + 2, j + 1, j), (j + 1, end), ""
        )


def _clause_of(parse: Parse, comma: int) -> Clause | None:
    """The clause whose object or last words are the whole that a part is told of."""
    phrase = next((p for p in parse.phrases if p.end == comma), None)
    if phrase is None:
        return None
    return next(
        (
            c
            for c in reversed(parse.clauses)
            if c.subject is not None
            and c.subject.first < c.verb.first
            and not c.verb.negative
            and c.object is not None
            and any(parse.tag(i) == "CD" for i in range(c.object.first, c.object.head))
            and c.verb.end <= c.object.first
            and c.object.end <= comma
        ),
        None,
    )


def _part(
    discourse: Discourse,
    index: int,
    parse: Parse,
    clause: Clause,
    part: NounPhrase,
    tells: tuple[int, int],
    helper: str,
) -> Iterator[Fact]:
    """As in "How many of the 240 people that Kelmore Construction employed were from Poland?"."""
    target = clause.object
    if target is None:
        return
    speaker = speaker_of(discourse, index, clause)
    stem = Stem(discourse, index)
    said = stem.words(*tells)
    if tells[1] == tells[0] + 1 and parse.tag(tells[0]) == "RB":
        said += f" {lexicon().forms(parse.tokens[clause.verb.main].lemma).participle}"
    there = clause.subject is not None and parse.tag(clause.subject.head) == "EX"
    start = _counted_noun(parse, _phrase(target))
    if there or clause.verb.passive:
        whole, doing = stem.words(start, parse.chunk(_phrase(target)).end), ""
    else:
        subject = subject_words(stem, clause)
        whole = stem.words(start, target.end)
        doing = f"that {subject} {stem.words(clause.verb.first, clause.verb.end)}"
    words = f"How many of the {whole} {doing} {helper} {said}"
    count = count_in(parse, part)
    if count is None or len(words.split()) > _ROOM + 6 or len(said.split()) < 1:
        return
    yield _counted(
        index,
        posed(stem, words, speaker),
        count[2],
        speaker_words(speaker) if speaker else "",
        clause,
        ages=parse.tag(clause.verb.first) in ("VBZ", "VBP"),
    )


def _counted_noun(parse: Parse, phrase: NounPhrase) -> int:
    """Index behind a phrase's number: how many there are in all is another question's answer.

    Raises:
        HangingError: nothing stands behind the number.
    """
    found = count_in(parse, phrase)
    if found is None or not phrase.first < found[1] <= phrase.head:
        raise HangingError("no number")
    return found[1]


def _phrase(chunk: Chunk) -> NounPhrase:
    return NounPhrase(chunk.first, chunk.end, chunk.head)


# -- twelve people, including two children, were killed in the fire -------------------------------


def _including(discourse: Discourse, index: int, parse: Parse) -> Iterator[Fact]:
    if not parse.said & _AMONG:
        return
    for i in range(2, len(parse.tokens) - 2):
        among = parse.low(i) == "among" and parse.low(i + 1) == "them"
        if parse.low(i) != "including" and not among:
            continue
        part = parse.phrase_by_first.get(i + 1 + among)
        if part is None or parse.tag(part.head) != "NNS" or parse.tag(part.first) != "CD":
            continue
        comma = i - (parse.low(i - 1) == ",")
        whole = next((p for p in parse.phrases if p.end == comma), None)
        if (
            whole is None
            or parse.tokens[whole.head].tag != "NNS"
            or not any(t.tag == "CD" for t in parse.tokens[whole.first : whole.head])
        ):
            continue
        chunk = parse.chunk(part)
        if parse.low(chunk.end) == "and":
            continue
        try:
            yield from _among(discourse, index, parse, whole, part, chunk)
        except HangingError:
            continue


def _behind(parse: Parse, comma: int) -> int:
    """The end of where and when it was, told behind the part: ", in the flood of 2019"."""
    end = comma + 1
    if parse.low(comma) != "," or parse.low(end) not in ("in", "on", "at", "during"):
        return end
    while parse.tag(end) not in (",", ".", ":", "CC", "``", "''", "WDT", "WP"):
        end += 1
    return end


def _among(
    discourse: Discourse,
    index: int,
    parse: Parse,
    whole: NounPhrase,
    part: NounPhrase,
    chunk: Chunk,
) -> Iterator[Fact]:
    found = count_in(parse, part)
    if found is None:
        return
    noun = discourse.words(index, found[1], chunk.end)
    stem = Stem(discourse, index)
    persons = "person" in lexicon().noun_categories(parse.tokens[whole.head].lemma)
    clause = next(
        (
            c
            for c in parse.clauses
            if c.verb.first == chunk.end + 1 and parse.low(chunk.end) == ","
        ),
        None,
    )
    members = stem.words(_counted_noun(parse, whole), whole.end)
    if clause is not None:
        said = predicate(stem, clause, clause.verb.first, room=_ROOM)
        who = "who" if persons else "that"
        words = f"How many {noun} were among the {members} {who} {said}"
    else:
        clause = next((c for c in parse.clauses if c.object and c.object.head == whole.head), None)
        if clause is None or clause.verb.negative:
            return
        subject = subject_words(stem, clause)
        verb = stem.words(clause.verb.first, clause.verb.end)
        end = _behind(parse, chunk.end)
        tail = stem.words(chunk.end + 1, end) if end > chunk.end + 1 else ""
        words = f"How many {noun} were among the {members} that {subject} {verb} {tail}"
    speaker = speaker_of(discourse, index, clause)
    Stem(discourse, index).words(found[1], chunk.end)
    yield _counted(
        index,
        posed(stem, words, speaker),
        found[2],
        speaker_words(speaker) if speaker else "",
        clause,
        ages=parse.tag(clause.verb.first) in ("VBZ", "VBP"),
    )


def _counted(
    index: int, question: str, count: Count, speaker: str, clause: Clause, *, ages: bool
) -> Fact:
    return Fact(
        FactKind.PART,
        index,
        (question,),
        (count.words,),
        count=Count(Decimal(count.value), count.words, count.hedge, count.unit),
        speaker=speaker,
        ages=ages,
        predicate=f"part {clause.verb.main}",
        weight=0.75,
    )
