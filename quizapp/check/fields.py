"""The fields of a question by the keys they are written with, whatever its kind."""

from __future__ import annotations

from functools import lru_cache

from quizapp.content.question import (
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    Question,
    Short,
    TrueFalse,
    gaps,
)
from quizapp.content.toml_text import KeyPath


def prompt_key(question: Question) -> str:
    """The key of what is asked: "prompt", of a cloze "text"."""
    return "text" if isinstance(question.body, Cloze) else "prompt"


def answer_key(question: Question) -> str:
    """The key of what is right: "answer", "answers", "pairs" or "text"."""
    match question.body:
        case Multi() | ListQuestion() | Order():
            return "answers"
        case Match():
            return "pairs"
        case Cloze():
            return "text"
        case _:
            return "answer"


def right_answers(question: Question) -> tuple[str, ...]:
    """What is right, in words; () for a statement, a number, a date."""
    match question.body:
        case Short(answer=answer) | Choice(answer=answer) | Flashcard(answer=answer):
            return (answer,)
        case Multi(answers=answers) | ListQuestion(answers=answers) | Order(answers=answers):
            return answers
        case Match(pairs=pairs):
            return tuple(right for _, right in pairs)
        case Cloze(text=text):
            return gap_answers(text)
        case TrueFalse() | Number() | DateQuestion():
            return ()


@lru_cache(maxsize=16)
def gap_answers(text: str) -> tuple[str, ...]:
    """The words that a cloze hides; kept, since every rule asks for those of one question."""
    return tuple(gap.answer for gap in gaps(text))


def accepted(question: Question) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each accepted spelling, with the right answers that it may stand for."""
    match question.body:
        case Short(answer=answer, accept=accept):
            return tuple((spelling, (answer,)) for spelling in accept)
        case Number(accept=accept) | DateQuestion(accept=accept):
            return tuple((spelling, ()) for spelling in accept)
        case ListQuestion(accept=pairs) | Cloze(accept=pairs):
            return tuple((spelling, (answer,)) for spelling, answer in pairs)
        case _:
            return ()


def wrong_options(question: Question) -> tuple[str, ...]:
    """The options that are not right."""
    match question.body:
        case Short(wrong=wrong) | Choice(wrong=wrong) | Multi(wrong=wrong):
            return wrong
        case _:
            return ()


def path_of(key: str) -> KeyPath:
    """The path below its block of a key as findings name it: ("evidence", "quote")."""
    parts = tuple(key.split(".")) if key else ()
    return parts[1:] if parts[:1] in {("source",), ("deck",)} else parts
