"""Which questions a deck has before and after an article's are added."""

from __future__ import annotations

from pathlib import Path

from quizapp.content import deck_file
from quizapp.generate.desk import Desk, Item


def ids_in(path: Path) -> set[str] | None:
    """Ids of the questions in a deck; None where no file lies there."""
    if not path.exists():
        return None
    deck = deck_file.read(path).deck
    return {question.id or "" for question in deck.questions} if deck else set()


def new_in(path: Path, before: set[str], desk: Desk) -> list[Item]:
    """The questions of the desk that a deck has now and had not before, in its order.

    One that got another id there, since its own is taken, is known by its words.
    """
    deck = deck_file.read(path).deck
    items = {item.id: item for item in desk.to_save(again=True)}
    by_words = {(i.question.prompt, i.question.kind): i for i in items.values()}
    found = []
    for question in deck.questions if deck else ():
        item = items.get(question.id or "") or by_words.get((question.prompt, question.kind))
        if question.id not in before and item is not None:
            found.append(item)
    return found
