"""Typed answers: spellings that are accepted for nothing, or that mean another answer."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.check.fields import accepted, answer_key, right_answers, wrong_options
from quizapp.check.finding import Finding, Mend, held
from quizapp.check.other_answers import OtherAnswers
from quizapp.content.folding import visible, words
from quizapp.content.question import Cloze, Form, ListQuestion, Number, Question, Short
from quizapp.content.slips import allowed, slips

_LONGEST_TYPED = 40
"""Characters; a longer answer is recalled and not typed."""


def accepted_for_nothing(question: Question) -> Iterator[Finding]:
    """E504: a spelling that is right without being named, since only case and spaces differ."""
    body = question.body
    if not isinstance(body, Short) or not body.accept:
        return
    kept: list[str] = []
    needless: list[str] = []
    for spelling in body.accept:
        same = any(_needless(spelling, other) for other in (body.answer, *kept))
        (needless if same else kept).append(spelling)
    if needless:
        named = "”, “".join(dict.fromkeys(needless))  # one mend takes all out, and names each
        mend = Mend("drop-accepted", (("spelling", named),), ((("accept",), list(kept) or None),))
        yield held("E504", "accepted-for-nothing", "accept", mend=mend, spelling=needless[0])


def _needless(spelling: str, other: str) -> bool:
    """Whether the two differ in case and spaces only; an article or a hyphen may be meant."""
    return visible(spelling).casefold() == visible(other).casefold()


def accepted_is_others_slip(question: Question, others: OtherAnswers) -> Iterator[Finding]:
    """E502: an accepted spelling that is a slip away from another answer of the deck.

    Only where it is unlike the answer that it stands for, so that a slip must be its reason.
    """
    for spelling, answers in accepted(question):
        letters = sum(c.isalpha() for c in spelling)
        most = allowed(letters)
        if not most or not answers or any(_akin(spelling, answer) for answer in answers):
            continue
        near = others.near(spelling, most, question)
        if near is None or near in wrong_options(question) or slips(spelling, near) is None:
            continue
        yield held("E502", "accepted-is-others-slip", "accept", spelling=spelling, other=near)
        return


def _akin(spelling: str, answer: str) -> bool:
    """Whether a spelling has a word, a beginning or its letters in common with an answer."""
    mine, right = words(spelling), words(answer)
    if set(mine) & set(right) or slips(spelling, answer) is not None:
        return True
    return any(a[:3] == b[:3] for a in mine for b in right)


def long_to_type(question: Question) -> Iterator[Finding]:
    """E503: an answer that can only be typed, and has more letters than anybody likes to type."""
    body = question.body
    if isinstance(body, Short) and Form.TYPE not in body.forms:
        return  # a long one is recalled
    if not isinstance(body, (Short, ListQuestion, Cloze)):
        return
    spellings = accepted(question)
    for answer in right_answers(question):
        also = [spelling for spelling, stands_for in spellings if answer in stands_for]
        if all(len(text) > _LONGEST_TYPED for text in (answer, *also)):
            key = answer_key(question)
            yield held("E503", "long-to-type", key, count=len(answer), most=_LONGEST_TYPED)
            return


def tolerance_too_wide(question: Question) -> Iterator[Finding]:
    """E506: so much is right that nothing need be known."""
    body = question.body
    if not isinstance(body, Number) or not body.answer:
        return
    tolerance = body.tolerance
    amount = abs(body.answer) * tolerance.amount / 100 if tolerance.percent else tolerance.amount
    if amount >= abs(body.answer):
        yield held("E506", "tolerance-too-wide", "tolerance", answer=body.answer)
