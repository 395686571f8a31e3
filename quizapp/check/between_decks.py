"""What decks hold against each other: one id in two, one question asked in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from quizapp.check.code import code_of
from quizapp.check.finding import Finding, held
from quizapp.check.likeness import Likeness
from quizapp.check.repeats import repeats
from quizapp.content.deck import Deck, DeckRead
from quizapp.content.question import Question


def check_decks(reads: Sequence[DeckRead]) -> tuple[tuple[Path, Finding], ...]:
    """Findings between decks, each in the later of two, with the deck's path.

    A deck's own questions are not compared with each other. Findings have the question's line
    and no column.
    """
    found: list[tuple[Path, Finding]] = []
    questions: dict[str, Path] = {}
    decks: dict[str, Path] = {}
    asked, where = Likeness(), dict[int, Path]()
    for read in reads:
        deck = read.deck
        if deck is None:
            continue
        first = decks.setdefault(deck.id, read.path)
        if first != read.path:
            finding = held("E139", "deck-id-twice", "deck.id", id=deck.id, path=first)
            found.append((read.path, finding))
        for question in deck.questions:
            finding_of_id = _id_elsewhere(question, questions, read.path)
            if finding_of_id is not None:
                found.append((read.path, finding_of_id))
            elif _is_english(deck):
                found += ((read.path, f) for f in _asked_elsewhere(question, asked, where))
        for question in deck.questions:
            if question.id is not None:
                questions.setdefault(question.id, read.path)
            if _is_english(deck):
                asked.put(len(where), question)
                where[len(where)] = read.path
    return tuple(found)


def _is_english(deck: Deck) -> bool:
    return deck.language.partition("-")[0].casefold() == "en"


def _id_elsewhere(question: Question, known: dict[str, Path], path: Path) -> Finding | None:
    first = known.get(question.id or "")
    if first is None or first == path:
        return None
    finding = held("E138", "id-in-other-deck", "id", id=question.id, path=first)
    return replace(finding, line=question.line, question=question.id)


def _asked_elsewhere(question: Question, asked: Likeness, where: dict[int, Path]) -> list[Finding]:
    """E313: another deck asks the same; what only answers it is nobody's fault."""
    for place in asked.places_near(question):
        other = asked.at(place)
        if other is None:
            continue
        for finding in repeats(question, (other,)):
            if finding.reason == "duplicate":
                facts = (("path", str(where[place])), ("prompt", other.prompt))
                code = code_of("E313")
                return [
                    Finding(
                        code,
                        "duplicate-elsewhere",
                        question.line,
                        0,
                        finding.key,
                        question.id,
                        facts,
                        code.severity,
                    )
                ]
    return []
