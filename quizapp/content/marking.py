"""Marks an answer of any kind and says why: the one door to marking."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quizapp.content.mark import (
    Arranged,
    Chosen,
    DontKnow,
    Mark,
    Part,
    Reason,
    Recalled,
    Response,
    Typed,
)
from quizapp.content.question import (
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    Form,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    Question,
    Short,
    TrueFalse,
)
from quizapp.content.right_answer import (
    NoSuchGapError,
    answer_text,
    choices,
    gap_answer,
    typed_answers,
)
from quizapp.content.rivals import NO_RIVALS, Rivals
from quizapp.content.typed_list import mark_list
from quizapp.content.typed_values import mark_date, mark_number
from quizapp.content.typed_words import Expected, as_spellings, is_blank, mark_words

__all__ = [
    "MARKING_VERSION",
    "NO_RIVALS",
    "NoSuchGapError",
    "Rivals",
    "UnfitResponseError",
    "answer_text",
    "choices",
    "mark",
    "typed_answers",
]

MARKING_VERSION = 1
"""Of these rules; every answer's row keeps it."""


class UnfitResponseError(TypeError):
    """A response that cannot answer this kind of question, say options chosen for a number."""


def mark(
    question: Question,
    response: Response,
    *,
    form: Form,
    gap: str | None = None,
    shown: Sequence[str] = (),
    rivals: Rivals | Collection[str] = NO_RIVALS,
    student_accepts: Sequence[str] = (),
) -> Mark:
    """The mark for a response, with its reason.

    A recall is marked right, as the student asks to see the answer; the rating that follows is
    the student's judgement.

    Args:
        question: of any kind.
        response: what the student did.
        form: how the card was asked.
        gap: label of the asked gap of a cloze, or "reverse" for a flashcard's second direction.
        shown: options or items as shown; for a match the right items, while the left items stand
            in the question's order.
        rivals: every answer and accepted spelling of the deck, the question's own included or
            not. Hand in the same `Rivals` again: it keeps its index.
        student_accepts: spellings that this student has accepted for the card.

    Raises:
        UnfitResponseError: where the kind cannot be answered in that way.
        NoSuchGapError: where a cloze has no gap of that label.
    """
    answer = answer_text(question, gap)
    match response:
        case DontKnow():
            return _nothing(answer)
        case Recalled():
            return Mark(right=True, reason=Reason.RECALLED, score=1.0, against=answer)
        case Chosen(indexes=indexes):
            return _mark_chosen(question, indexes, shown, answer)
        case Arranged(indexes=places):
            return _mark_arranged(question, places, shown, answer)
        case Typed(texts=texts):
            if form not in {Form.TYPE, Form.RECALL}:
                raise UnfitResponseError(question.kind, type(response).__name__)
            deck = rivals if isinstance(rivals, Rivals) else Rivals.of(rivals)
            return _mark_typed(question, texts, gap, deck, tuple(student_accepts))


def _nothing(answer: str) -> Mark:
    return Mark(right=False, reason=Reason.DONT_KNOW, score=0.0, against=answer)


def _mark_chosen(
    question: Question, indexes: frozenset[int], shown: Sequence[str], answer: str
) -> Mark:
    if not indexes:
        return _nothing(answer)
    match question.body:
        case TrueFalse(answer=holds):
            right = indexes == {0 if holds else 1}
        case Multi(answers=answers):
            return _mark_multi(answers, [shown[n] for n in sorted(indexes)], answer)
        case Short(answer=text) | Choice(answer=text):
            right = [shown[n] for n in indexes] == [text]
        case _:
            raise UnfitResponseError(question.kind, Chosen.__name__)
    why = Reason.CHOSEN if right else Reason.WRONG_OPTION
    return Mark(right=right, reason=why, score=float(right), against=answer)


def _mark_multi(answers: Sequence[str], chosen: Sequence[str], answer: str) -> Mark:
    parts = tuple(
        Part(text, True, text, Reason.CHOSEN)
        if text in answers
        else Part(text, False, "", Reason.WRONG_OPTION)
        for text in chosen
    )
    missed = tuple(text for text in answers if text not in chosen)
    hits = len(answers) - len(missed)
    misses = sum(not part.right for part in parts)
    if not missed and not misses:
        why = Reason.PARTS
    else:
        why = Reason.WRONG_OPTION if misses else Reason.TOO_FEW
    return Mark(
        right=why is Reason.PARTS,
        reason=why,
        score=max(0, hits - misses) / len(answers),
        against=answer,
        parts=parts,
        missed=missed,
    )


def _mark_arranged(
    question: Question, places: tuple[int, ...], shown: Sequence[str], answer: str
) -> Mark:
    if not any(n >= 0 for n in places):
        return _nothing(answer)
    match question.body:
        case Order(answers=answers):
            wanted = answers
        case Match(pairs=pairs):
            wanted = tuple(right for _, right in pairs)
        case _:
            raise UnfitResponseError(question.kind, Arranged.__name__)
    given = [shown[n] if n >= 0 else "" for n in places] + [""] * (len(wanted) - len(places))
    parts = tuple(
        Part(text, text == right, right, Reason.EXACT if text == right else Reason.WRONG)
        for text, right in zip(given, wanted, strict=False)
    )
    hits = sum(part.right for part in parts)
    right = hits == len(wanted) == len(given)
    partly = Reason.TOO_FEW if hits else Reason.WRONG
    return Mark(
        right=right,
        reason=Reason.PARTS if right else partly,
        score=hits / len(wanted),
        against=answer,
        parts=parts,
    )


def _mark_typed(  # noqa: PLR0911 - one a kind
    question: Question,
    texts: tuple[str, ...],
    gap: str | None,
    deck: Rivals,
    by_student: tuple[str, ...],
) -> Mark:
    if not any(not is_blank(text) for text in texts):
        return _nothing(answer_text(question, gap))
    typed = texts[0] if len(texts) == 1 else ""
    asked = question.prompt
    match question.body:
        case ListQuestion() as body:
            return mark_list(body, texts, deck, by_student)
        case _ if len(texts) != 1:
            raise UnfitResponseError(question.kind, f"{len(texts)} texts")
        case Number() as body:
            return mark_number(typed, body, by_student)
        case DateQuestion() as body:
            return mark_date(typed, body, by_student)
        case Short(answer=answer, accept=accept, wrong=wrong):
            return mark_words(typed, Expected(answer, accept, by_student, wrong, deck, asked))
        case Choice(answer=answer, wrong=wrong):
            return mark_words(typed, Expected(answer, (), by_student, wrong, deck, asked))
        case Cloze(accept=pairs) as body:
            answer = gap_answer(body, gap)
            accept = as_spellings(pairs, answer)
            return mark_words(typed, Expected(answer, accept, by_student, (), deck, asked))
        case Flashcard():
            answer = answer_text(question, gap)
            return mark_words(typed, Expected(answer, (), by_student, (), deck, asked))
        case _:
            raise UnfitResponseError(question.kind, Typed.__name__)
