"""Marks for an answer typed in words: from exact to one slip, and never another answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.content.date_text import mend_month
from quizapp.content.difference import difference
from quizapp.content.folding import (
    OVERLOOKED,
    alike,
    overlooked,
    strict,
    visible,
    words,
)
from quizapp.content.mark import Mark, Reason
from quizapp.content.numerals import in_digits, is_roman, numbers, roman
from quizapp.content.rivals import NO_RIVALS, Rivals
from quizapp.content.same_value import same_value, same_with_what_is_asked, states_value
from quizapp.content.slips import differ_by_negation, negations, slips

_TOO_LONG = 400


@dataclass(frozen=True, slots=True)
class Expected:
    """What is right where words are typed.

    Attributes:
        answer: the right answer.
        accept: spellings the deck also takes.
        by_student: spellings the student added.
        wrong: wrong options of the question, which are never right.
        rivals: the answers of the deck.
        asked: the words of the question; a unit or year that they name may be typed as well.
    """

    answer: str
    accept: tuple[str, ...] = ()
    by_student: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    rivals: Rivals = NO_RIVALS
    asked: str = ""

    def spellings(self) -> tuple[tuple[str, Reason], ...]:
        """Every right spelling, with the reason for which it is right; the answer first."""
        return (
            (self.answer, Reason.EXACT),
            *((text, Reason.ACCEPTED) for text in self.accept),
            *((text, Reason.ACCEPTED_BY_STUDENT) for text in self.by_student),
        )


def is_blank(typed: str) -> bool:
    """Whether nothing was typed that can be seen."""
    return not visible(typed[:_TOO_LONG]) and not visible(typed)


def mark_words(typed: str, expected: Expected) -> Mark:
    """The mark for words typed; never raises, whatever they are."""
    if is_blank(typed):
        return Mark(right=False, reason=Reason.DONT_KNOW, score=0.0, against=expected.answer)
    longest = max(len(text) for text, _ in expected.spellings())
    if len(typed) > 2 * longest + _TOO_LONG:
        return _wrong(typed, expected.answer, Reason.WRONG)
    return (
        _same(typed, expected)
        or _other_answer(typed, expected)
        or _same_value(typed, expected)
        or _slipped(typed, expected)
        or _wrong_with_reason(typed, expected)
    )


def _own(expected: Expected) -> frozenset[str]:
    return frozenset(strict(text) for text, _ in expected.spellings())


def _same(typed: str, expected: Expected) -> Mark | None:
    """Right as it stands, or but for what may be overlooked."""
    found = [
        (len(ignored), n, text, why, ignored)
        for n, (text, why) in enumerate(expected.spellings())
        if (ignored := _ignored(typed, text)) is not None
    ]
    if not found:
        return None
    count, _, text, why, ignored = min(found)
    if _spells_wrong_option(typed, count, expected):
        return _wrong(typed, expected.answer, Reason.OTHER_ANSWER)
    if "accents" in ignored and why is not Reason.ACCEPTED_BY_STUDENT:
        own = _own(expected)
        if strict(typed) not in own and expected.rivals.spelt(typed, own):
            return _wrong(typed, expected.answer, Reason.OTHER_ANSWER)
    if why is Reason.EXACT and ignored:
        why = Reason.SAME_BUT
    return Mark(right=True, reason=why, score=1.0, against=text, ignored=ignored)


def _ignored(typed: str, text: str) -> tuple[str, ...] | None:
    """What must be overlooked for `typed` to be `text`, or None where it is not the same."""
    if alike(typed, text):
        if negations(words(typed)) != negations(words(text)):
            return None
        return overlooked(typed, text)
    turned = _turned(typed)
    if turned != typed and "," not in text and alike(turned, text):
        return tuple(f for f in OVERLOOKED if f in {*overlooked(turned, text), "punctuation"})
    return None


def _turned(typed: str) -> str:
    """A name with the family name first, "Osmani, Vjosa", turned; any other text as it is."""
    family, comma, given = typed.partition(",")
    names = family.strip(), given.strip()
    return " ".join(reversed(names)) if comma and all(names) and "," not in given else typed


def _spells_wrong_option(typed: str, count: int, expected: Expected) -> bool:
    """Whether a wrong option is nearer than the answer by what must be overlooked."""
    return any(
        alike(typed, text) and len(overlooked(typed, text)) < count for text in expected.wrong
    )


def _other_answer(typed: str, expected: Expected) -> Mark | None:
    """Wrong because it is another answer of the deck, or a wrong option."""
    own = _own(expected)
    is_option = any(alike(typed, text) for text in expected.wrong)
    is_rival = any(expected.rivals.spelt(text, own) for text in {typed, _turned(typed)})
    if is_option or (is_rival and not _is_same_value(typed, expected)):
        return _wrong(typed, expected.answer, Reason.OTHER_ANSWER)
    return None


def _is_same_value(typed: str, expected: Expected) -> bool:
    return any(same_value(typed, text) for text, _ in expected.spellings())


def _same_value(typed: str, expected: Expected) -> Mark | None:
    """Right because a number or date in it is written in another way."""
    for text, _ in expected.spellings():
        if same_value(typed, text) or same_with_what_is_asked(typed, text, expected.asked):
            return Mark(right=True, reason=Reason.SAME_VALUE, score=1.0, against=text)
    return None


def _slipped(typed: str, expected: Expected) -> Mark | None:
    """Right but for a slip of the keys, where that is nearer to no other answer."""
    found = [
        (count, n, text)
        for n, (text, _) in enumerate(expected.spellings())
        if (count := _slips(typed, text)) is not None
    ]
    if not found:
        return None
    count, _, text = min(found)
    wrong = Rivals.of(expected.wrong)
    own = _own(expected)
    if expected.rivals.near(typed, count, own) or wrong.near(typed, count, own):
        return _wrong(typed, expected.answer, Reason.OTHER_ANSWER)
    return Mark(
        right=True,
        reason=Reason.SLIP,
        score=1.0,
        against=text,
        slips=count,
        difference=difference(typed, text),
    )


def _slips(typed: str, text: str) -> int | None:
    """How many letters off; one where only the month of a date is misspelt."""
    count = slips(typed, text)
    if count is None and states_value(text):
        mended = mend_month(typed)
        if mended is not None and same_value(mended, text):
            return 1
    return count


def _wrong_with_reason(typed: str, expected: Expected) -> Mark:
    mine = words(typed)
    for text, _ in expected.spellings():
        if differ_by_negation(mine, words(text)):
            return _wrong(typed, text, Reason.NEGATION)
    for text, _ in expected.spellings():
        if _digits_differ(typed, text):
            return _wrong(typed, text, Reason.DIGITS)
    return _wrong(typed, expected.answer, Reason.WRONG)


def _digits_differ(typed: str, text: str) -> bool:
    """Whether all but the numbers is right."""
    kings = roman(visible(text))
    mine, right = in_digits(typed), in_digits(text)
    if not numbers(right) and not kings:
        return False
    letters = _letters(right, kings)
    return bool(letters) and letters == _letters(mine, kings)


def _letters(text: str, kings: frozenset[str]) -> str:
    left = [
        word
        for word in text.split()
        if not numbers(word) and not (kings and (word in kings or is_roman(word)))
    ]
    return "".join(left)


def _wrong(typed: str, answer: str, why: Reason) -> Mark:
    return Mark(
        right=False,
        reason=why,
        score=0.0,
        against=answer,
        difference=difference(typed, answer),
    )


def as_spellings(accept: Sequence[tuple[str, str]], answer: str) -> tuple[str, ...]:
    """The accepted spellings that stand for one answer, of pairs (spelling, answer)."""
    return tuple(spelling for spelling, stands_for in accept if stands_for == answer)
