"""How many, how much and what share: numbers with what they count, never digits of a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Count, Fact
from quizapp.generate.facts.asking import (
    Speaker,
    did,
    predicate,
    speaker_of,
    speaker_words,
    subject_words,
    posed,
)
from quizapp.generate.facts.clausal import _lemma, _room, _simple, _stem, ages, fronted
from quizapp.generate.language.clauses import Chunk, Clause, Parse, Role
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NounPhrase, hedge_at
from quizapp.generate.language.token import Token
from quizapp.generate.stem import HangingError, Stem

_WORDS = {
    word: n for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
     "ninety": 90, "dozen": 12}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
           "trillion": 10**12, "bn": 10**9, "m": 10**6, "k": 1000, "dozen": 12}  # fmt: skip
_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)(bn|m|k|km|kg|ft|mph|kph)?")


def value_of(tokens: list[Token]) -> Decimal | None:
    """The value of number words, "1.8 million", "twenty-one", "3,770"; None where they are none."""
    total: Decimal | None = None
    for token in tokens:
        low = token.low
        digits = _DIGITS.fullmatch(low)
        if digits:
            if total is not None:
                return None
            try:
                total = Decimal(digits.group(1).replace(",", ""))
            except InvalidOperation:
                return None
            scale = _SCALES.get(digits.group(2) or "")
            total = total * scale if scale else total
        elif low in _SCALES and total is not None:
            total *= _SCALES[low]
        elif low in _WORDS and total is None:
            total = Decimal(_WORDS[low])
        elif "-" in low and all(part in _WORDS for part in low.split("-")) and total is None:
            total = Decimal(sum(_WORDS[part] for part in low.split("-")))
        else:
            return None
    return total


def count_in(parse: Parse, phrase: NounPhrase) -> tuple[int, int, Count] | None:
    """(first, end, count) of the number in a noun phrase, its hedge taken along; None without."""
    tokens = parse.tokens
    for i in range(phrase.first, phrase.end):
        sign = tokens[i].tag == "$"
        if not sign and tokens[i].tag != "CD":
            continue
        start = i
        first = i + 1 if sign else i
        end = first
        while end < phrase.end and tokens[end].tag == "CD":
            end += 1
        number = list(tokens[first:end])
        value = value_of(number)
        if value is None or end == first:
            return None
        if value == value.to_integral_value() and 1500 < value < 2100 and "," not in number[0].text \
                and len(number) == 1 and not sign:
            return None  # a year
        hedge_first = start
        for back in (3, 2, 1):
            at = start - back
            if at >= 0 and hedge_at(tokens, at) == back:
                hedge_first = at
                break
        hedge = " ".join(t.low for t in tokens[hedge_first:start])
        words = " ".join(t.text for t in tokens[hedge_first:end]) if not sign else \
            hedge + " " * bool(hedge) + tokens[i].text + " ".join(t.text for t in tokens[first:end])
        unit = tokens[i].text if sign else ""
        if not sign and parse.low(end) in ("%", "percent", "per", "pc"):
            unit = "%"
            if parse.low(end) == "per":
                end += 1
            end += 1
        return hedge_first, end, Count(value, words, hedge, unit)
    return None


def count_facts(discourse: Discourse) -> Iterator[Fact]:
    """Every count that can be asked."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        if parse.tokens[-1].text == "?":
            continue
        for clause in parse.clauses:
            if clause.role == Role.UNDER and clause.under in ("if", "unless", "whether", "until"):
                continue
            try:
                speaker = speaker_of(discourse, sentence.index, clause)
            except HangingError:
                continue
            for find in (_existing, _subject, _behind):
                try:
                    yield from find(discourse, sentence.index, parse, clause, speaker)
                except HangingError:
                    continue


def _noun(parse: Parse, phrase: NounPhrase, end: int) -> tuple[int, int] | None:
    """The counted noun behind a number: "NATO troops" of "3,770 NATO troops"."""
    if end >= phrase.end:
        return None
    return end, phrase.end


def _fact(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, speaker: Speaker | None,
    stem: Stem, count: Count, question: str, weight: float,
) -> Fact:  # fmt: skip
    share = count.unit == "%"
    return Fact(
        FactKind.SHARE if share else FactKind.COUNT,
        index,
        (posed(stem, question, speaker),),
        (count.words,),
        count=count,
        speaker=speaker_words(speaker) if speaker else "",
        ages=ages(stem, parse, clause),
        predicate=f"{_lemma(parse, clause)} {clause.verb.main}",
        weight=weight,
    )


def _how_many(parse: Parse, phrase: NounPhrase, end: int, count: Count, stem: Stem) -> str | None:
    """ "How many NATO troops", "What percentage of voters", "How much money"."""
    if count.unit == "%":
        chunk = parse.chunk(phrase, wide=False)
        if parse.low(phrase.end) == "of" and chunk.end > phrase.end:
            return "What percentage " + stem.words(phrase.end, chunk.end)
        if parse.low(end) == "of":
            after = parse.phrase_by_first.get(end + 1)
            if after:
                return "What percentage " + stem.words(end, parse.chunk(after, wide=False).end)
        if end < phrase.end:
            return "What percentage of " + stem.words(end, phrase.end)
        return None
    if count.unit:
        return "How much money" if end >= phrase.end else None
    if end >= phrase.end:
        return None
    head = parse.tokens[phrase.head]
    if head.tag not in ("NNS", "NNPS") and not (head.tag == "NN" and head.lemma in ("people",)):
        return None
    if any(parse.tag(i) in ("JJS", "POS", "CD") for i in range(end, phrase.end)):
        return None
    if "time" in lexicon().noun_categories(head.lemma) and head.lemma in ("o'clock",):
        return None
    return "How many " + stem.words(end, phrase.end)


# -- there are 3,770 troops -------------------------------------------------------------------------


def _existing(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, speaker: Speaker | None
) -> Iterator[Fact]:
    if parse.low(clause.verb.first - 1) != "there" and not any(
        parse.low(i) == "there" and parse.tag(i) == "EX"
        for i in range(max(0, clause.verb.first - 2), clause.verb.first)
    ):
        return
    start = clause.verb.end
    while parse.tag(start) == "RB":
        start += 1
    phrase = parse.phrase_by_first.get(start)
    counted = count_in(parse, phrase) if phrase else None
    if phrase is None or counted is None:
        return
    _, end, count = counted
    stem = _stem(discourse, index, speaker)
    asked = _how_many(parse, phrase, end, count, stem)
    if asked is None:
        return
    verb = parse.low(clause.verb.first)
    tail = ""
    if phrase.end < clause.end:
        tail = predicate(stem, clause, phrase.end, room=_room(speaker) - 4, least=phrase.end)
    verb = {"is": "are", "was": "were"}.get(verb, verb)
    if verb not in ("are", "were"):
        return
    yield _fact(discourse, index, parse, clause, speaker, stem, count,
                f"{asked} {verb} there {tail}", 0.9)


# -- 12 people were killed ---------------------------------------------------------------------------


def _subject(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, speaker: Speaker | None
) -> Iterator[Fact]:
    chunk = clause.subject
    if chunk is None or chunk.first >= clause.verb.first:
        return
    phrase = next((p for p in parse.phrases if p.head == chunk.head), None)
    counted = count_in(parse, phrase) if phrase else None
    if phrase is None or counted is None:
        return
    _, end, count = counted
    stem = _stem(discourse, index, speaker)
    asked = _how_many(parse, phrase, end, count, stem)
    if asked is None:
        return
    rest = ""
    if phrase.end < chunk.end and count.unit != "%":
        rest = stem.words(phrase.end, chunk.end)
    least = clause.object.end if clause.object else 0
    said = predicate(stem, clause, clause.verb.first, room=_room(speaker) - 4, least=least)
    front = fronted(discourse, index, clause, stem)
    yield _fact(discourse, index, parse, clause, speaker, stem, count,
                f"{asked} {rest} {said} {front}", 0.85)


# -- cost $5 million, sentenced to 12 years ------------------------------------------------------------


def _behind(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, speaker: Speaker | None
) -> Iterator[Fact]:
    if clause.subject is None or clause.subject.first >= clause.verb.first:
        return
    if any(t.low == "there" for t in parse.tokens[clause.subject.first : clause.verb.first]):
        return
    for phrase in parse.phrases:
        if not clause.verb.end <= phrase.first < clause.end or phrase.end > clause.end:
            continue
        if any(parse.tag(i) in ("WDT", "WP", "WRB") for i in range(clause.verb.end, phrase.first)):
            return
        counted = count_in(parse, phrase)
        if counted is None or _in_time(discourse, index, phrase):
            continue
        first, end, count = counted
        try:
            fact = _behind_one(discourse, index, parse, clause, speaker, phrase, first, end, count)
        except HangingError:
            continue
        if fact is not None:
            yield fact


def _in_time(discourse: Discourse, index: int, phrase: NounPhrase) -> bool:
    return any(
        t.first <= phrase.head < t.end or t.first <= phrase.first < t.end
        for t in discourse.times(index)
    )


def _behind_one(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, speaker: Speaker | None,
    phrase: NounPhrase, first: int, end: int, count: Count,
) -> Fact | None:  # fmt: skip
    stem = _stem(discourse, index, speaker)
    stretch = range(clause.verb.end, first)
    before = parse.low(first - 1)
    direct = all(parse.tag(i) == "RB" for i in stretch)
    if any(parse.tag(i) in ("TO", "VB", "VBG", ",", ":", "CC") and parse.low(i) != "to" for i in stretch):
        return None
    if any(parse.low(i) == "to" and parse.tag(i + 1) == "VB" for i in stretch):
        return None
    subject = subject_words(stem, clause)
    helper, rest = did(parse, clause, stem)
    helper, rest = _simple(parse, clause, helper, rest)
    lemma = _lemma(parse, clause)
    size = len(subject.split())
    after = phrase.end if count.unit != "%" else end
    if count.unit == "%" and lemma in _CHANGES and (direct or before == "by"):
        tail = _tail(stem, clause, end, _room(speaker) - size - 5)
        question = f"By what percentage {helper} {subject} {rest} {tail}"
        return _checked(discourse, index, parse, clause, speaker, stem, count, question, 0.8)
    if count.unit == "%":
        share = _how_many(parse, phrase, end, count, stem)
        if share is None or not direct:
            return None
        chunk = parse.chunk(phrase, wide=False)
        after = max(end, chunk.end)
        if parse.low(end) == "of" and end + 1 in parse.phrase_by_first:
            after = parse.chunk(parse.phrase_by_first[end + 1], wide=False).end
        tail = _tail(stem, clause, after, _room(speaker) - size - 6)
        return _checked(discourse, index, parse, clause, speaker, stem, count,
                        f"{share} {helper} {subject} {rest} {tail}", 0.75)
    if count.unit and direct and end >= phrase.end:
        if lemma in ("cost", "pay", "raise", "earn", "owe", "spend", "lose", "make", "donate",
                     "receive", "give", "contribute", "provide", "invest", "seek", "borrow", "win"):
            tail = _tail(stem, clause, end, _room(speaker) - size - 4)
            asker = "How much" if lemma == "cost" else "How much money"
            return _checked(discourse, index, parse, clause, speaker, stem, count,
                            f"{asker} {helper} {subject} {rest} {tail}", 0.85)
        return None
    if count.unit:
        return None
    asked = _how_many(parse, phrase, end, count, stem)
    if asked is None:
        return None
    middle = ""
    if not direct:
        if len(stretch) > 8:
            return None
        link = stretch[-1]
        if parse.tag(link) not in ("IN", "TO") or parse.low(link) in ("of", "after", "since", "before",
                "within", "in", "because", "among", "including", "like", "than", "between", "during"):
            return None
        middle = stem.words(clause.verb.end, link + 1)
        tail = _tail(stem, clause, after, _room(speaker) - size - 6)
        question = f"{asked} {helper} {subject} {rest} {middle} {tail}"
        return _checked(discourse, index, parse, clause, speaker, stem, count, question, 0.6)
    if lemma == "be" and parse.low(clause.verb.main) not in ("been", "be"):
        return None
    tail = _tail(stem, clause, after, _room(speaker) - size - 5)
    return _checked(discourse, index, parse, clause, speaker, stem, count,
                    f"{asked} {helper} {subject} {rest} {tail}", 0.8)


_CHANGES = frozenset(
    "rise fall grow drop increase decrease decline climb shrink jump expand slow gain lose slip "
    "raise cut reduce lower plunge surge soar".split()
)


def _tail(stem: Stem, clause: Clause, first: int, room: int) -> str:
    if first >= clause.end:
        return ""
    return predicate(stem, clause, first, room=room, least=first)


def _checked(
    discourse: Discourse, index: int, parse: Parse, clause: Clause, speaker: Speaker | None,
    stem: Stem, count: Count, question: str, weight: float,
) -> Fact | None:  # fmt: skip
    return _fact(discourse, index, parse, clause, speaker, stem, count, question, weight)


def counted_chunk(parse: Parse, chunk: Chunk) -> bool:
    """Whether a number stands in a chunk."""
    return any(t.tag in ("CD", "$") for t in parse.tokens[chunk.first : chunk.end])
