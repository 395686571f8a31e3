"""What decks hold against each other: one id in two, one question asked in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from quizapp.check.finding import Finding, held
from quizapp.check.likeness import Likeness
from quizapp.check.repeats import on_one_line, repeats
from quizapp.content.deck import Deck, DeckRead
from quizapp.content.question import Question


def check_decks(reads: Sequence[DeckRead]) -> tuple[tuple[Path, Finding], ...]:
    """Findings between decks, each in the later of two, with the deck's path.

    A deck's own questions are not compared with each other. Findings have the question's line
    and no column.
    """
    decks = [(read.path, read.deck) for read in reads if read.deck is not None]
    if len(decks) < 2:
        return ()
    shelf = _Shelf()
    return tuple((path, finding) for path, deck in decks for finding in shelf.put(path, deck))


class _Shelf:
    """The decks that were put on it one by one, each held against those before."""

    def __init__(self) -> None:
        self._decks: dict[str, Path] = {}
        self._questions: dict[str, Path] = {}
        self._asked = Likeness()
        self._where: list[Path] = []

    def put(self, path: Path, deck: Deck) -> list[Finding]:
        """What the decks before hold against this one."""
        found: list[Finding] = []
        first = self._decks.setdefault(deck.id, path)
        if first != path:
            found.append(held("E139", "deck-id-twice", "deck.id", id=deck.id, path=first))
        english = _is_english(deck)
        for question in deck.questions:
            elsewhere = _id_elsewhere(question, self._questions)
            if elsewhere is not None:
                found.append(elsewhere)
            elif english:
                found += self._asked_elsewhere(question)
        for question in deck.questions:
            if question.id is not None:
                self._questions.setdefault(question.id, path)
            if english:
                self._asked.put(len(self._where), question)
                self._where.append(path)
        return found

    def _asked_elsewhere(self, question: Question) -> list[Finding]:
        """E313: another deck asks the same; what only answers it is nobody's fault."""
        for place in self._asked.places_near(question):
            other = self._asked.at(place)
            found = repeats(question, (other,)) if other is not None else ()
            for finding in found:
                if finding.reason != "duplicate" or other is None:
                    continue
                told = held(
                    "E313",
                    "duplicate-elsewhere",
                    finding.key,
                    path=self._where[place],
                    prompt=on_one_line(other.prompt),
                )
                return [replace(told, line=question.line, question=question.id)]
        return []


def _is_english(deck: Deck) -> bool:
    return deck.language.partition("-")[0].casefold() == "en"


def _id_elsewhere(question: Question, known: dict[str, Path]) -> Finding | None:
    first = known.get(question.id or "")
    if first is None:
        return None
    finding = held("E138", "id-in-other-deck", "id", id=question.id, path=first)
    return replace(finding, line=question.line, question=question.id)
