"""The right and the wrong answer to what a sitting shows, for every kind of question."""

from __future__ import annotations

from quizapp.content.mark import Arranged, Chosen, Recalled, Response, Typed
from quizapp.content.marking import answer_text
from quizapp.content.question import (
    Body,
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
    split_key,
)
from quizapp.study.view import QuestionShown


def right_answer(shown: QuestionShown, question: Question) -> Response:
    """What a student who knows it answers."""
    body = question.body
    if shown.form is Form.RECALL:
        return Recalled()
    if shown.form is Form.CHOOSE:
        return Chosen(frozenset(_right_options(shown, body)))
    if shown.form is Form.TYPE:
        return Typed(_right_words(shown, question))
    return Arranged(_right_places(shown, body))


def _right_options(shown: QuestionShown, body: Body) -> list[int]:
    match body:
        case TrueFalse(answer=holds):
            return [0 if holds else 1]
        case Multi(answers=answers):
            return [shown.options.index(answer) for answer in answers]
        case Short(answer=answer) | Choice(answer=answer):
            return [shown.options.index(answer)]
    raise AssertionError(body)


def _right_words(shown: QuestionShown, question: Question) -> tuple[str, ...]:
    match question.body:
        case ListQuestion(answers=answers):
            return answers[: shown.fields]
        case Number(answer=number):
            return (str(number),)
        case DateQuestion(answer=date):
            return (str(date),)
        case Short() | Cloze() | Flashcard():
            return (answer_text(question, split_key(shown.card)[1]),)
    raise AssertionError(question)


def _right_places(shown: QuestionShown, body: Body) -> tuple[int, ...]:
    match body:
        case Order(answers=answers):
            return tuple(shown.options.index(answer) for answer in answers)
        case Match(pairs=pairs):
            facing = dict(pairs)
            return tuple(shown.options.index(facing[left]) for left in shown.left)
    raise AssertionError(body)


def wrong_answer(shown: QuestionShown, question: Question) -> Response:
    """What a student answers who takes a wrong option, turns an order round, types nonsense."""
    match right_answer(shown, question):
        case Chosen(indexes=indexes) if shown.several:
            return Chosen(frozenset(range(len(shown.options))) - indexes)
        case Chosen(indexes=indexes):
            return Chosen(frozenset({(min(indexes) + 1) % max(2, len(shown.options))}))
        case Arranged(indexes=places):
            return Arranged((*places[1:], places[0]))
        case Typed(texts=texts):
            return Typed(tuple("99" if text[0].isdigit() else "Zzzzz" for text in texts))
        case recalled:
            return recalled
