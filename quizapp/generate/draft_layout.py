"""Proposals and decisions joined: which question stands where, and which proposal it was."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from quizapp.content.question import Cloze, Kind, PartialDate, Question, gaps
from quizapp.generate.article import Span
from quizapp.generate.candidate import Candidate, Origin, stable_id
from quizapp.generate.draft_steps import Record
from quizapp.generate.ground import Ground

FactKey: TypeAlias = tuple[str, Kind, object]


@dataclass(frozen=True, slots=True)
class Placed:
    """A question of the desk.

    Attributes:
        candidate: as decided on last, else as proposed.
        record: the last decision on it, or None.
        proposed: what the rules propose for it now, or None.
    """

    candidate: Candidate
    record: Record | None
    proposed: Candidate | None

    @property
    def changed(self) -> bool:
        """It reads otherwise than the rules propose it now."""
        proposed, now = self.proposed, self.candidate.question
        return proposed is None or (proposed.question is not now and proposed.question != now)


def laid_out(proposals: Sequence[Candidate], records: Mapping[str, Record]) -> tuple[Placed, ...]:
    """All questions, the best first, in the order of the proposals.

    A decision holds for the proposal with its id. Where none has it, since rules or the article's
    date have changed, it holds for one with the same quote, answer and kind. A decision on what
    is no longer proposed stands among the proposals by its score.
    """
    placed: list[tuple[float, Placed]] = []
    at = {candidate.question.id: index for index, candidate in enumerate(proposals)}
    free: dict[FactKey, list[int]] | None = None
    claimed: set[int] = set()
    for name, record in records.items():
        its = at.get(name)
        if its is None and not record.own:
            free = _free(proposals, records) if free is None else free
            alike = free.get(fact_key(record.candidate.question))
            its = alike.pop(0) if alike else None
        if its is None:
            better = sum(one.score >= record.candidate.score for one in proposals)
            placed.append((better - 0.5, Placed(record.candidate, record, None)))
        else:
            claimed.add(its)
            placed.append((its, Placed(record.candidate, record, proposals[its])))
    placed += [
        (index, Placed(candidate, None, candidate))
        for index, candidate in enumerate(proposals)
        if index not in claimed
    ]
    placed.sort(key=lambda each: each[0])
    return tuple(each for _, each in placed)


def _free(
    proposals: Sequence[Candidate], records: Mapping[str, Record]
) -> dict[FactKey, list[int]]:
    """Places of the proposals that no decision names, by what they ask."""
    free: dict[FactKey, list[int]] = {}
    for index, candidate in enumerate(proposals):
        if (candidate.question.id or "") not in records:
            free.setdefault(fact_key(candidate.question), []).append(index)
    return free


def redated(
    before: Mapping[str, Placed],
    after: Sequence[Placed],
    was: PartialDate | None,
    will: PartialDate | None,
) -> tuple[Record, ...]:
    """Decided questions with the as-of date that goes with another date of publication.

    An as-of date that the author chose herself stays.

    Args:
        before: the questions by id, as proposed with the date that was.
        after: as proposed with the date that will be.
        was: the date of publication that was.
        will: the one that will be.
    """
    moved: list[Record] = []
    for placed in after:
        record = placed.record
        if record is None:
            continue
        earlier, question = before[record.id].proposed, record.candidate.question
        if placed.proposed is not None and earlier is not None:
            old, new = earlier.question.as_of, placed.proposed.question.as_of
        elif was is not None and will is not None:
            old, new = was, will
        else:
            continue
        if question.as_of == old != new:
            candidate = replace(record.candidate, question=replace(question, as_of=new))
            moved.append(replace(record, candidate=candidate))
    return tuple(moved)


def named(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, each with an id; of two with one id the first."""
    found: dict[str, Candidate] = {}
    for each in candidates:
        name = each.question.id or stable_id(each.question)
        found.setdefault(name, replace(each, question=replace(each.question, id=name)))
    return tuple(found.values())


def trimmed(text: str, span: Span) -> Span:
    """The place without the white space at its ends."""
    start, end = max(span.start, 0), min(span.end, len(text))
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def sentences_in(span: Span, ground: Ground) -> tuple[Span, ...]:
    """The sentences of which words stand at a place; signs and spaces are none."""
    text = ground.article.text
    found = (
        Span(max(span.start, each.span.start), min(span.end, each.span.end))
        for each in ground.sentences_at(span)
    )
    return tuple(part for part in found if any(letter.isalnum() for letter in part.of(text)))


def fact_key(question: Question) -> FactKey:
    """What two questions on one fact share, however they are put: quote, kind and answer."""
    body = question.body
    if isinstance(body, Cloze):
        answer: object = tuple(gap.answer for gap in gaps(body.text))
    else:
        answer = tuple(getattr(body, name, None) for name in ("answer", "answers", "pairs"))
    quote = question.evidence.quote if question.evidence else ""
    return quote, question.kind, answer


def wrong_of(question: Question) -> tuple[str, ...]:
    """The wrong options of a question, () for a kind that has none."""
    wrong: tuple[str, ...] = getattr(question.body, "wrong", ())
    return wrong


def origins_of(
    question: Question, before: Candidate, otherwise: Origin | None, text: str
) -> tuple[Origin, ...]:
    """Where each wrong option of a changed question comes from.

    Args:
        question: as it is now.
        before: as it was; what stays, or comes from the spare ones, keeps its origin.
        otherwise: the origin of all others; None where the program put them in, then they are
            from the article if its text has them, and from the tables if not.
        text: of the article.
    """
    known = dict(before.spare)
    known |= dict(zip(wrong_of(before.question), before.origins, strict=False))
    return tuple(
        known.get(option) or otherwise or (Origin.ARTICLE if option in text else Origin.TABLE)
        for option in wrong_of(question)
    )


def span_of(question: Question, before: Span, ground: Ground) -> Span:
    """Where a question's quote stands; where it stands nowhere or twice, the place before."""
    quote = question.evidence.quote if question.evidence else ""
    if not quote or quote == before.of(ground.article.text):
        return before
    places = ground.passages.places(quote)
    return Span(places[0], places[0] + len(quote)) if len(places) == 1 else before


def fresh_id(question_id: str, deck_id: str, turn: int = 0) -> str:
    """The id a question gets in a deck where its own is taken elsewhere: always the same one.

    Args:
        question_id: its own.
        deck_id: of the deck that takes it in.
        turn: from 0; the next where that one is taken too.
    """
    text = f"{question_id}\n{deck_id}\n{turn}"
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    alphabet = "abcdefghijklmnopqrstuvwxyz234567"
    return "".join(alphabet[byte & 31] for byte in digest[:10])
