"""Marks for a list typed: which item stands for which answer, and how many are right."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TypeAlias

from rapidfuzz.distance import OSA

from quizapp.content.folding import alike, normalise
from quizapp.content.mark import Mark, Part, Reason
from quizapp.content.question import ListQuestion
from quizapp.content.rivals import Rivals
from quizapp.content.slips import MOST_SLIPS
from quizapp.content.typed_words import Expected, as_spellings, is_blank, mark_words

_SPACES = re.compile(r"[^\S\n]+")
_STRONG = re.compile(r"[;\n]")
_WEAK = re.compile(r"[,/،、]")
_AND = re.compile(r",? (?:and|plus) | ?& ?", re.IGNORECASE)
_COUNTER = re.compile(r"^\s*(?:(?:and|plus|&|\d{1,2}[.)])\s+)?", re.IGNORECASE)
_JOINT = re.compile(rf"{_STRONG.pattern}|{_WEAK.pattern}|{_AND.pattern}", re.IGNORECASE)
_MarksOf: TypeAlias = Callable[[str], list[Mark]]
_MOST_JOINTS = 4  # an answer; a text with more is no list but noise


def mark_list(
    body: ListQuestion, texts: tuple[str, ...], deck: Rivals, by_student: tuple[str, ...]
) -> Mark:
    """The mark for a list: each typed item takes one answer at most, and each answer counts once.

    Right when `need` answers are given; with more items than were asked for, none may be wrong.
    """
    expected = [
        Expected(answer, as_spellings(body.accept, answer), by_student, rivals=deck)
        for answer in body.answers
    ]
    marks_of = cache(partial(_marks, expected))
    items = [text for text in _items(texts, body, marks_of) if not is_blank(text)]
    marks = [marks_of(text) for text in items]
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


def _items(texts: tuple[str, ...], body: ListQuestion, marks_of: _MarksOf) -> tuple[str, ...]:
    """The items typed; where fields were left empty, one field may hold several."""
    filled = tuple(text for text in texts if not is_blank(text))
    if len(filled) >= max(body.need, 2):
        return filled
    filled = tuple(_SPACES.sub(" ", text) for text in filled)
    most = _MOST_JOINTS * len(body.answers)
    return tuple(
        item
        for text in filled
        for item in (_parted(text, marks_of) if len(_JOINT.findall(text)) <= most else (text,))
    )


def _parted(text: str, marks_of: _MarksOf) -> tuple[str, ...]:
    """The items that stand in one text, which is one item where the whole of it is right."""
    if _is_right(text, marks_of):
        return (text,)
    parts = _split(_STRONG, text) or _split_at_and(text, marks_of) or _split(_WEAK, text)
    return tuple(item for part in parts for item in _parted(part, marks_of)) or (text,)


def _split(sign: re.Pattern[str], text: str) -> list[str]:
    """The texts between the signs, without "and" or "2." before them; none without a sign."""
    if not sign.search(text):
        return []
    parts = (_COUNTER.sub("", part).strip() for part in sign.split(text))
    return [part for part in parts if not is_blank(part)]


def _split_at_and(text: str, marks_of: _MarksOf) -> list[str]:
    """The texts around an "and" beside which an answer stands; none without."""
    for m in _AND.finditer(text):
        sides = [text[: m.start()].strip(), text[m.end() :].strip()]
        if any(_is_right(side, marks_of) for side in sides):
            return [side for side in sides if not is_blank(side)]
    return []


def _is_right(text: str, marks_of: _MarksOf) -> bool:
    return any(mark.right for mark in marks_of(text))


def _marks(expected: Sequence[Expected], text: str) -> list[Mark]:
    """The mark of one item against each answer, the other answers being wrong options then.

    Only those that it could be taken for are handed on, as the rest would change nothing and make
    the work grow with the square of the answers.
    """
    near = [wanted.answer for wanted in expected if _could_be(text, wanted.answer)]
    return [
        mark_words(text, replace(wanted, wrong=tuple(w for w in near if w != wanted.answer)))
        for wanted in expected
    ]


def _could_be(text: str, answer: str) -> bool:
    far = MOST_SLIPS + 1
    mine, right = normalise(text), normalise(answer)
    return OSA.distance(mine, right, score_cutoff=MOST_SLIPS) < far or alike(text, answer)


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
