"""The evidence of an answer as a screen shows it: its neighbours, unless they tell too much."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.content.question import Question
from quizapp.study.deck_facts import DeckFacts
from quizapp.study.evidence import Passage, passage
from quizapp.study.view import WITHHELD, EvidenceShown


def evidence_of(
    question: Question,
    deck: str,
    facts: DeckFacts,
    to_come: Callable[[str], bool] | None = None,
) -> EvidenceShown | None:
    """The sentence between its neighbours; the quote alone where there is no text to look in.

    A neighbour is withheld where a question that is `to_come`, still to be asked, rests on it;
    None withholds nothing.
    """
    wanted = question.evidence
    source = facts.source(deck, wanted.source) if wanted else None
    if wanted is None or source is None:
        return None
    found = passage(source.text, wanted.quote)
    before, after = (found.before, found.after) if found else ("", "")
    if found and to_come is not None:
        before, after = _told(found, question, deck, facts, to_come)
    return EvidenceShown(
        before=before,
        sentence=found.sentence if found else wanted.quote,
        after=after,
        paragraph=found.paragraph if found else "",
        source_title=source.title,
        publisher=source.publisher,
        published=source.published,
        url=source.url,
        attribution=question.attribution,
        as_of=question.as_of,
    )


def _told(
    found: Passage,
    question: Question,
    deck: str,
    facts: DeckFacts,
    to_come: Callable[[str], bool],
) -> tuple[str, str]:
    """The neighbours, each withheld where a question still to be asked rests on it."""
    source = question.evidence.source if question.evidence else ""
    quotes = [
        (start, end, other)
        for start, end, other in facts.quotes(deck).within(source, found.paragraph)
        if other != question.id
    ]
    known: dict[str, bool] = {}

    def waits(other: str) -> bool:
        if other not in known:
            known[other] = to_come(other)
        return known[other]

    def shown(neighbour: str, at: int) -> str:
        until = at + len(neighbour)
        tells = any(start < until and end > at and waits(other) for start, end, other in quotes)
        return WITHHELD if tells else neighbour

    return shown(found.before, found.before_at), shown(found.after, found.after_at)
