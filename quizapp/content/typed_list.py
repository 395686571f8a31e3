"""Marks for a list typed: which item stands for which answer, and how many are right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.content.mark import Mark, Part, Reason
from quizapp.content.question import ListQuestion
from quizapp.content.rivals import Rivals
from quizapp.content.typed_words import Expected, as_spellings, is_blank, mark_words


def mark_list(
    body: ListQuestion, texts: tuple[str, ...], deck: Rivals, by_student: tuple[str, ...]
) -> Mark:
    """The mark for a list: each typed item takes one answer at most, and each answer counts once.

    Right when `need` answers are given; with more items than were asked for, none may be wrong.
    """
    expected = [
        Expected(
            answer,
            as_spellings(body.accept, answer),
            by_student,
            tuple(other for other in body.answers if other != answer),
            deck,
        )
        for answer in body.answers
    ]
    items = [text for text in _items(texts, body, expected) if not is_blank(text)]
    marks = [[mark_words(text, wanted) for wanted in expected] for text in items]
    taker = _assign(marks, len(expected))
    taken = {item: answer for answer, item in taker.items()}
    parts = tuple(
        _part(text, marks[n], body.answers, taken.get(n)) for n, text in enumerate(items)
    )
    hits = len(taken)
    right = hits >= body.need and (hits == len(items) or len(items) <= body.need)
    partly = Reason.TOO_FEW if hits else Reason.WRONG
    return Mark(
        right=right,
        reason=Reason.PARTS if right else partly,
        score=min(1.0, hits / body.need),
        against=", ".join(body.answers),
        parts=parts,
        missed=tuple(text for n, text in enumerate(body.answers) if n not in taker),
    )


def _items(
    texts: tuple[str, ...], body: ListQuestion, expected: Sequence[Expected]
) -> tuple[str, ...]:
    """The items typed; one field that holds several is parted at commas and line breaks."""
    if len(texts) != 1 or body.need == 1:
        return texts
    if any(mark_words(texts[0], wanted).right for wanted in expected):
        return texts
    return tuple(re.split(r"[,;\n،、]", texts[0], maxsplit=len(body.answers) * 2))


def _assign(marks: Sequence[Sequence[Mark]], answers: int) -> dict[int, int]:
    """The item that takes each answer, as many as can be; an item without slips goes first.

    Augmenting paths, as in Kuhn's algorithm for matchings.
    """
    taker: dict[int, int] = {}

    def place(item: int, tried: set[int]) -> bool:
        for answer in range(answers):
            if answer in tried or not marks[item][answer].right:
                continue
            tried.add(answer)
            if answer not in taker or place(taker[answer], tried):
                taker[answer] = item
                return True
        return False

    def slips(item: int) -> int:
        return min((m.slips for m in marks[item] if m.right), default=0)

    for item in sorted(range(len(marks)), key=slips):
        place(item, set())
    return taker


def _part(text: str, marks: Sequence[Mark], answers: Sequence[str], taken: int | None) -> Part:
    if taken is not None:
        return Part(text, True, answers[taken], marks[taken].reason)
    for n, mark in enumerate(marks):
        if mark.right:  # its answer was given already
            return Part(text, False, answers[n], Reason.REPEATED)
    others = [m for m in marks if m.reason is not Reason.WRONG]
    return Part(text, False, "", others[0].reason if others else Reason.WRONG)
