"""The question and its quote: it stands in the source, and the answer stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from quizapp.content.numerals import scale_of_unit
from quizapp.content.question import (
    DateQuestion,
    Flashcard,
    Number,
    PartialDate,
    Question,
    TrueFalse,
)
from quizapp.generate.candidate import Field, Finding
from quizapp.generate.entity import folded
from quizapp.generate.gates.asked import asked_of
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.figures import figures, values, years
from quizapp.generate.gates.holding import held, with_quote
from quizapp.generate.gates.source_index import SourceIndex, index_of
from quizapp.generate.gates.wording import content, root, roots
from quizapp.generate.ground import Ground
from quizapp.generate.language.times import MONTH_NAMES

_HALF = 0.5
_LESS_THAN_HALF = 0.4
"""An answer that is recalled explains the quote in words of its own."""
_RELATIVE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|tonight|last|this"
    r"|ago|next|earlier|later)\b",
    re.IGNORECASE,
)


def verbatim(question: Question, ground: Ground, _company: Company) -> Iterable[Finding]:
    """G1: the quote stands word for word in the source, on one place only."""
    quote = question.evidence.quote if question.evidence else ""
    if not quote:
        yield held("verbatim", "no-quote", Field.EVIDENCE)
        return
    if not ground.article.text:
        return
    places = ground.passages.places(quote)
    if not places:
        nearest = ground.passages.nearest(quote)
        mend = with_quote(question, "take-quote", nearest)
        if nearest and len(ground.passages.places(nearest)) != 1:
            mend = None
        yield held("verbatim", "quote-not-found", Field.EVIDENCE, mend)
    elif len(places) > 1:
        yield held("verbatim", "quote-twice", Field.EVIDENCE)


def supported(question: Question, ground: Ground, _company: Company) -> Iterable[Finding]:
    """G2: the answer, or each part of it, is in the quote, or is another name of what is."""
    quote = question.evidence.quote if question.evidence else ""
    if not quote:
        return
    index = index_of(ground)
    missing = _missing(question, quote, index)
    if missing:
        wider = _wider(quote, index)
        helps = wider and not _missing(question, wider, index)
        mend = with_quote(question, "widen-quote", wider) if helps else None
        yield held("supported", "answer-not-in-quote", Field.EVIDENCE, mend, answer=missing)


def _missing(question: Question, quote: str, index: SourceIndex) -> str:
    """The first part of the answer that the quote does not give, or ""."""
    body = question.body
    if isinstance(body, Number):
        scale, _ = scale_of_unit(body.unit)
        found = Fraction(body.answer) * scale in values(quote)
        return "" if found else f"{body.answer:f} {body.unit}".strip()
    if isinstance(body, DateQuestion):
        published = index.ground.article.published
        return "" if _dated(body.answer, quote, published) else str(body.answer)
    if isinstance(body, TrueFalse):
        fact = body.correction or (body.prompt if body.answer else "")
        return "" if _share(fact, quote) >= _HALF else fact
    least = _LESS_THAN_HALF if isinstance(body, Flashcard) else _HALF
    return next((a for a in asked_of(question).answers if not _given(a, quote, index, least)), "")


def _given(answer: str, quote: str, index: SourceIndex, least: float) -> bool:
    """Whether a quote gives an answer: its numbers, one of its names, or half of its words."""
    if folded(answer) in folded(quote):
        return True
    if not years(answer) <= years(quote) or not _numbers_of(answer) <= values(quote):
        return False
    if any(named.entity and index.same(named.text, answer) for named in index.names(quote)):
        return True
    told = content(answer)
    if told and all(word.is_name for word in told) and len(told) > 1:
        return root(told[-1].low) in roots(quote)
    said = " ".join(n.text for n in index.names(answer) if _is_named(n.text, quote, index))
    return _share(answer, f"{quote} {said}") >= least


def _is_named(name: str, quote: str, index: SourceIndex) -> bool:
    """Whether a quote names somebody, by whichever name."""
    return any(index.same(name, named.text) for named in index.names(quote))


def _numbers_of(answer: str) -> frozenset[Fraction]:
    return frozenset(f.value for f in figures(answer) if f.value not in {Fraction(1), Fraction(2)})


def _share(text: str, quote: str) -> float:
    """How much of what a text tells the quote tells too, from 0 to 1."""
    told = roots(text)
    return len(told & roots(quote)) / len(told) if told else 1.0


def _dated(day: PartialDate, quote: str, published: PartialDate | None) -> bool:
    """Whether a quote gives a date; "on Thursday" does, where the day of publication is known."""
    named = years(quote)
    relative = published is not None and _RELATIVE.search(quote) is not None
    if day.year not in named and day.year not in values(quote):
        near = published is not None and abs(day.year - published.year) <= 1
        if not near or (named and not relative):
            return False
    if day.month is not None and not relative:
        short = MONTH_NAMES[day.month - 1][:3]
        if not re.search(rf"\b{short}", quote) and Fraction(day.month) not in values(quote):
            return False
    if day.day is not None and not relative:
        return re.search(rf"(?<!\d){day.day}(?:st|nd|rd|th)?(?!\d)", quote) is not None
    return True


def _wider(quote: str, index: SourceIndex) -> str:
    """The whole sentences that a quote is cut from, if they stand on one place."""
    span = index.span_of(quote)
    if span is None:
        return ""
    sentences = index.ground.sentences_at(span)
    if not sentences:
        return ""
    wider = index.ground.article.text[sentences[0].span.start : sentences[-1].span.end]
    return wider if len(index.ground.passages.places(wider)) == 1 else ""
