"""Both sides of a question as a student sees them who knows the answer, for a preview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.author.trying import Way, trial
from quizapp.content.deck import Deck
from quizapp.content.mark import Arranged, Chosen, DontKnow, Recalled, Response, Typed
from quizapp.content.question import Form, ListQuestion, Question
from quizapp.content.right_answer import answer_text
from quizapp.study.view import AnswerShown, EndShown, Notice, QuestionShown


@dataclass(frozen=True, slots=True)
class BothSides:
    """What is shown before and after the answer."""

    question: QuestionShown
    answer: AnswerShown


def both_sides(
    question: Question, deck: Deck, texts: Mapping[str, str], folder: Path | None, way: Way
) -> BothSides | None:
    """The two sides of a question, answered right; None where it cannot be asked that way.

    Args:
        question: with or without an id.
        deck: it stands in.
        texts: of the deck's sources, by source id.
        folder: of the deck's file, for pictures.
        way: one of its `quizapp.author.trying.ways`.
    """
    looked = _Looking()
    trial(looked, question, deck, texts, folder, _StandingClock(), way).respond(DontKnow())
    unknown = looked.answer
    if unknown is None:
        return None
    seen = _Looking()
    door = trial(seen, question, deck, texts, folder, _StandingClock(), way)
    door.respond(_right(unknown, question, way))
    if seen.question is None:
        return None
    return BothSides(seen.question, seen.answer or unknown)


def _right(unknown: AnswerShown, question: Question, way: Way) -> Response:
    """The right answer to what was shown and not known."""
    match way.form:
        case Form.CHOOSE:
            return Chosen(frozenset(unknown.right_options))
        case Form.ORDER | Form.MATCH:
            return Arranged(unknown.order)
        case Form.RECALL:
            return Recalled()
        case Form.TYPE:
            body = question.body
            if isinstance(body, ListQuestion):
                return Typed(body.answers[: body.need])
            return Typed((answer_text(question, way.part or None),))


class _StandingClock:
    """No time passes while a question is looked at."""

    def utc_ms(self) -> int:
        """A day long past."""
        return 1_000_000_000_000

    def offset_min(self, utc_ms: int) -> int:
        """At Greenwich."""
        del utc_ms
        return 0

    def running_s(self) -> float:
        """It does not run."""
        return 0.0


class _Looking:
    """A screen that keeps what it was shown."""

    def __init__(self) -> None:
        self.question: QuestionShown | None = None
        self.answer: AnswerShown | None = None

    def show_question(self, shown: QuestionShown) -> None:
        """Keep the question side."""
        self.question = shown

    def show_answer(self, shown: AnswerShown) -> None:
        """Keep the answer side."""
        self.answer = shown

    def show_finished(self, shown: EndShown) -> None:
        """Nothing is ended."""

    def show_notice(self, notice: Notice) -> None:
        """Nothing is said."""

    def show_trouble(self, error: Exception) -> None:
        """Nothing is written, so nothing can fail."""
        raise error
