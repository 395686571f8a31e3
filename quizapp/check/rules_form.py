"""What a block lacks: an id, the labels of its gaps, a source's text, a hint that only hints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizapp.check.finding import Finding, Mend, held
from quizapp.content.deck import Deck
from quizapp.content.folding import words
from quizapp.content.question import Cloze, Question, gaps
from quizapp.content.right_answer import typed_answers


def unnamed(question: Question) -> Iterator[Finding]:
    """E136 and E137: a question with no id, a gap with no label; both are written by `--fix`."""
    if question.id is None:
        yield held("E136", "no-id", "", mend=Mend("write-id"))
    if isinstance(question.body, Cloze):
        bare = [gap for gap in gaps(question.body.text) if not gap.labelled]
        if bare:
            yield held(
                "E137",
                "no-gap-label",
                "text",
                mend=Mend("write-labels", (("label", bare[0].label),)),
                gap=bare[0].answer,
            )


def sources_without_text(deck: Deck) -> Iterator[tuple[int, Finding]]:
    """E209: a source whose words are quoted, and cannot be looked up; with the source's line."""
    quoted = {q.evidence.source for q in deck.questions if q.evidence is not None}
    for source in deck.sources:
        if source.id in quoted and not source.file:
            yield source.line, held("E209", "source-without-text", "", source=source.id)


NO_EVIDENCE = "E211"


def without_evidence(deck: Deck) -> Iterator[Finding]:
    """E211: a question that rests on no sentence, in a deck that has sources."""
    if not deck.sources:
        return
    for question in deck.questions:
        if question.evidence is None:
            found = held(NO_EVIDENCE, "no-evidence", "")
            yield replace(found, line=question.line, question=question.id)


def hint_that_answers(question: Question) -> Iterator[Finding]:
    """E315: the hint holds the answer, whole."""
    told = words(question.hint)
    for answer in typed_answers(question)[:1] if question.hint else ():
        found = words(answer)
        if len("".join(found)) < 3 or set(found) <= set(words(question.prompt)):
            continue
        if any(told[at : at + len(found)] == found for at in range(len(told))):
            yield held("E315", "hint-is-answer", "hint", answer=answer)
