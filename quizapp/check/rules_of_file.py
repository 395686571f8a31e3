"""What reading a whole file tells of a question by its source and the day, for one being typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from quizapp.check.finding import Finding, Mend, held
from quizapp.check.nearest_quote import the_texts_own
from quizapp.content.deck import Deck
from quizapp.content.passages import Passages
from quizapp.content.question import Question
from quizapp.content.validation_fields import clip


class OneQuestion:
    """A deck's sources and the day, asked about one question at a time."""

    def __init__(self, deck: Deck, texts: Mapping[str, str], today: date | None) -> None:
        self._sources = frozenset(source.id for source in deck.sources)
        self._passages = {name: Passages(text) for name, text in texts.items()}
        self._today = today

    def of(self, question: Question) -> Iterator[Finding]:
        """The faults that a file with this question would have for its evidence and its dates."""
        yield from self._evidence(question)
        today = self._today
        if today is None:
            return
        when, review = question.as_of, question.review_by
        if when and date(when.year, when.month or 1, when.day or 1) > today:
            facts = (("key", "as_of"), ("value", str(when)))
            yield _with(held("E403", "date-ahead", "as_of"), facts)
        if review and review < today:
            yield held("E402", "review-due", "review_by", value=review)

    def _evidence(self, question: Question) -> Iterator[Finding]:
        if question.evidence is None:
            return
        source, quote = question.evidence.source, question.evidence.quote
        if source not in self._sources:
            yield held("E208", "unknown-source-far", "evidence.source", source=clip(source))
            return
        text = self._passages.get(source)
        if text is None:
            return
        places = text.places(quote)
        key = "evidence.quote"
        if len(places) > 1:
            first, second = (text.line(place) for place in places)
            yield held("E204", "quote-twice", key, quote=clip(quote), first=first, second=second)
        if places:
            return
        own = the_texts_own(quote, text.text)
        mend = Mend("take-texts-own", (), ((("evidence", "quote"), own),)) if own else None
        near = text.nearest(quote)
        facts = {"quote": clip(quote), "source": source}
        if near:
            yield held("E203", "quote-near", key, mend=mend, passage=near, **facts)
        else:
            yield held("E203", "quote-not-found", key, mend=mend, **facts)


def _with(finding: Finding, facts: tuple[tuple[str, str], ...]) -> Finding:
    return Finding(
        finding.code, finding.reason, key=finding.key, facts=facts, severity=finding.severity
    )
