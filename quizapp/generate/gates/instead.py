"""What may be written for "it" or "the country": names that the source spoke of last."""

from __future__ import annotations

from quizapp.content.question import Question
from quizapp.generate.entity import EntityKind
from quizapp.generate.gates.asked import asked_of
from quizapp.generate.gates.source_index import SourceIndex


def likely_names(
    question: Question, kinds: frozenset[EntityKind], index: SourceIndex
) -> tuple[str, ...]:
    """The two names of a kind that the source spoke of last, up to the quote's end."""
    asked = asked_of(question)
    span = index.span_of(asked.quote)
    if span is None:
        return ()
    told = index.entities(asked.stem)
    last = {
        entity.name: max(m.start for m in entity.mentions if m.end <= span.end)
        for entity in index.ground.entities.all
        if entity.kind in kinds
        and entity.kind is not EntityKind.OTHER
        and entity.name not in told
        and not any(index.same(entity.name, answer) for answer in asked.answers)
        and any(m.end <= span.end for m in entity.mentions)
    }
    return tuple(sorted(last, key=lambda name: -last[name])[:2])
