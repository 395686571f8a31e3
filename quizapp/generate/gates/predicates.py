"""Who else does what a question asks about, by any sentence of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizapp.generate.article import Span
from quizapp.generate.gates.asked import Asked
from quizapp.generate.gates.figures import years
from quizapp.generate.gates.source_index import Line, Named, Rivals, SourceIndex, negative
from quizapp.generate.gates.wording import Word, content, parts, root, words

_LEAST = 0.6
_FEWEST = 2
_UNIQUE = re.compile(
    r"\b(?:first|last|only|most|least|fewest|alone|main|sole|\w{2,}est)\b", re.IGNORECASE
)
_NOT_SUPERLATIVE = re.compile(
    r"\b(?:west|east|northwest|southeast|southwest|northeast|protest|request|interest|forest"
    r"|contest|arrest|invest|test|quest|guest|suggest|harvest|budapest|bucharest|honest|modest"
    r"|at least|at most)\b",
    re.IGNORECASE,
)
_TIE = re.compile(
    r"\b(of|in|on|at|to|from|by|with|for|against|under|as|than|into|near|after|before|between"
    r"|like|over|about|beside|without)\s(?:(?:the|a|an)\s)?$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"^(?:,| and| or| nor| as well as|, and|, or| &)(?: the| a| an)? $")


@dataclass(frozen=True)
class Predicate:
    """What a question says of its answer, to be looked for in other sentences.

    Attributes:
        names: full names, or roots where nobody is known by them, that have to stand there too.
        years: the years that have to stand there, if any years stand there.
        said: the roots of all other telling words.
    """

    names: frozenset[str]
    plain_names: frozenset[str]
    years: frozenset[int]
    said: frozenset[str]
    negative: bool

    def holds_in(self, line: Line, index: SourceIndex) -> bool:
        """Whether a sentence says the same of somebody."""
        if line.negative != self.negative or len(self.said) < 1:
            return False
        if self.years and years(line.text) and not self.years <= years(line.text):
            return False
        if not self.plain_names <= line.roots:
            return False
        if not self.names <= index.entities(line.text):
            return False
        common = len(self.said & line.roots)
        least = max(1, round(_LEAST * len(self.said)))
        return common >= least and common + len(self.names) + len(self.plain_names) > 1


def asks_first(asked: Asked) -> bool:
    """Whether a word leaves only one of many: the first, the largest, the only."""
    if _UNIQUE.search(asked.stem) is None:
        return False
    return _UNIQUE.search(_NOT_SUPERLATIVE.sub("", asked.stem)) is not None


def predicate_of(asked: Asked, index: SourceIndex) -> Predicate | None:
    """What is said of the answer; None where a question says too little, or asks for the first."""
    if asks_first(asked):
        return None
    names = [named for named in index.names(asked.stem) if named.start or named.entity]
    known = frozenset(named.entity.name for named in names if named.entity)
    unknown = frozenset(
        root(word.low) for named in names if not named.entity for word in content(named.text)
    )
    in_names = [(named.start, named.end) for named in names]
    nouns = {root(noun) for noun in asked.asked_noun}
    said = frozenset(
        root(part)
        for word in content(asked.stem)
        if not any(start <= word.start < end for start, end in in_names)
        and not word.text[0].isdigit()
        for part in parts(word.low)
        if root(part) not in nouns
    )
    if len(said) + len(known) + len(unknown) < _FEWEST or not said:
        return None
    return Predicate(known, unknown, years(asked.stem), said, negative(asked.stem))


def rivals(asked: Asked, index: SourceIndex) -> Rivals:
    """Names, outside the quote, of which a sentence says what the question asks for.

    A rival stands on the same side of a word that quote and sentence share as the answer does.
    """
    return index.kept(asked, lambda: tuple(_find_rivals(asked, index)))


def _find_rivals(asked: Asked, index: SourceIndex) -> Iterator[tuple[Line, Named]]:
    predicate = predicate_of(asked, index)
    if predicate is None or len(asked.answers) != 1:
        return
    span = index.span_of(asked.quote)
    side = _side(asked, predicate)
    if side is None:
        return
    tie = _preposition(asked.quote, asked.quote.find(asked.answers[0]))
    least = max(1 if predicate.names else 2, round(_LEAST * len(predicate.said)))
    wanted = predicate.said | predicate.plain_names
    for line in index.lines_like(wanted, min(least, len(wanted))):
        if span is not None and line.sentence.span.meets(span):
            continue
        if not predicate.holds_in(line, index):
            continue
        verb = _shared_word(predicate, line)
        if verb is None:
            continue
        for named in index.names(line.text):
            outside = named.end <= verb.start if side < 0 else named.start >= verb.end
            alike = _preposition(line.text, named.start) == tie
            if outside and alike and _is_free(named, asked, index):
                yield line, named


def _preposition(text: str, at: int) -> str:
    """The preposition that a name hangs on, or ""."""
    match = _TIE.search(text[:at])
    return match.group(1).lower() if match else ""


def _is_free(named: Named, asked: Asked, index: SourceIndex) -> bool:
    """Whether a name is neither the answer nor somebody the question speaks of."""
    if named.entity and named.entity.name in index.entities(asked.stem):
        return False
    return not any(index.same(named.text, answer) for answer in asked.answers)


def _side(asked: Asked, predicate: Predicate) -> int | None:
    """-1 where the quote has the answer before the first shared word, 1 where behind it."""
    at = asked.quote.find(asked.answers[0])
    if at < 0:
        return None
    shared = next((w for w in words(asked.quote) if root(w.low) in predicate.said), None)
    if shared is None:
        return None
    return -1 if at < shared.start else 1


def _shared_word(predicate: Predicate, line: Line) -> Word | None:
    return next((word for word in line.words if root(word.low) in predicate.said), None)


def joined(text: str, at: Span, index: SourceIndex) -> tuple[Named, ...]:
    """The names that stand in one list with the name at a place: "Greece, Romania and Spain"."""
    names = index.names(text)
    own = next((n for n, named in enumerate(names) if named.start <= at.start < named.end), None)
    if own is None:
        return ()
    first = last = own
    while first and _adjoin(text, names[first - 1], names[first]):
        first -= 1
    while last + 1 < len(names) and _adjoin(text, names[last], names[last + 1]):
        last += 1
    group = names[first : last + 1]
    if len(group) < 2 or not any(
        re.search(r"\b(?:and|or|nor)\b|&", text[a.end : b.start]) for a, b in pairwise(group)
    ):
        return ()
    return tuple(named for n, named in enumerate(names) if first <= n <= last and n != own)


def _adjoin(text: str, one: Named, other: Named) -> bool:
    return _JOINT.match(text[one.end : other.start]) is not None
