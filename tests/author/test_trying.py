"""A question tried out: every kind in every form, marked as in a sitting, and nothing kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from quizapp.author.trying import Way, trial, ways
from quizapp.content.deck import Deck, Source
from quizapp.content.mark import Chosen, Reason, Typed
from quizapp.content.question import (
    Cloze,
    Evidence,
    Flashcard,
    Form,
    Match,
    Number,
    Question,
    Short,
    TrueFalse,
)
from quizapp.study.view import AnswerShown, EndShown, Notice, QuestionShown

SHORT = Question(
    "k7f3q2m4xd",
    Short("Who wrote to Joe Biden?", "Vjosa Osmani", ("Osmani",), ("Albin Kurti", "Edi Rama")),
    evidence=Evidence("letter", "Osmani wrote to Biden."),
)
OTHER = Question("k7f3q2m4xe", Short("Who governs?", "Vjosa Osmanu"))
DECK = Deck("d", "A deck", sources=(Source("letter", "The letter"),), questions=(SHORT, OTHER))
TEXTS = {"letter": "It was March. Osmani wrote to Biden. Nobody replied."}


class Clock:
    """A clock that stands still."""

    def utc_ms(self) -> int:
        """Some day in 2023."""
        return 1_700_000_000_000

    def offset_min(self, utc_ms: int) -> int:
        """An hour east of Greenwich."""
        del utc_ms
        return 60

    def running_s(self) -> float:
        """It does not run."""
        return 5.0


@dataclass
class Screen:
    """What a screen was shown, last of all."""

    question: QuestionShown | None = None
    answer: AnswerShown | None = None
    ended: bool = False
    notices: list[Notice] = field(default_factory=list)

    def show_question(self, shown: QuestionShown) -> None:
        """Keep it."""
        self.question = shown

    def show_answer(self, shown: AnswerShown) -> None:
        """Keep it."""
        self.answer = shown

    def show_finished(self, shown: EndShown) -> None:
        """Note that it is over."""
        del shown
        self.ended = True

    def show_notice(self, notice: Notice) -> None:
        """Keep it."""
        self.notices.append(notice)

    def show_trouble(self, error: Exception) -> None:
        """No step may fail here."""
        raise error


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (SHORT.body, [Form.CHOOSE, Form.TYPE, Form.RECALL]),
        (Short("Who?", "Osmani"), [Form.TYPE, Form.RECALL]),
        (Short("Who?", "Osmani", forms=(Form.RECALL,)), [Form.RECALL]),
        (TrueFalse("Kosovo is in NATO.", answer=False, correction="It is not."), [Form.CHOOSE]),
        (Number("How many?", Decimal(3770)), [Form.TYPE]),
        (Match("Join", (("a", "b"), ("c", "d"))), [Form.MATCH]),
        (Cloze("{{a:Kosovo}} left {{b:Serbia}}."), [Form.TYPE, Form.TYPE]),
        (Flashcard("a", "b", both_ways=True), [Form.RECALL, Form.RECALL]),
    ],
)
def test_ways_are_the_forms_and_cards_a_question_has(body: object, wanted: list[Form]) -> None:
    """Short questions have several forms, others one; gaps and directions are cards."""
    found = ways(Question(None, body))  # type: ignore[arg-type]  # a table of every kind
    assert [way.form for way in found] == wanted
    assert len({(way.form, way.card) for way in found}) == len(found)


def test_it_is_asked_in_the_form_that_is_wanted_and_marked_as_in_a_sitting() -> None:
    """Typed as wanted, marked, with its evidence, and then over."""
    screen = Screen()
    typed = next(way for way in ways(SHORT) if way.form is Form.TYPE)
    door = trial(screen, SHORT, DECK, TEXTS, None, Clock(), typed)
    assert screen.question is not None
    assert screen.question.form is Form.TYPE
    door.respond(Typed(("osmani",)))
    assert screen.answer is not None
    assert screen.answer.mark is not None
    assert screen.answer.mark.right
    assert screen.answer.evidence is not None
    assert screen.answer.evidence.before == "It was March."
    door.go_on()
    assert screen.ended


def test_a_slip_that_spells_another_answer_of_the_deck_is_wrong() -> None:
    """The other answers of the deck count."""
    screen = Screen()
    typed = next(way for way in ways(SHORT) if way.form is Form.TYPE)
    door = trial(screen, SHORT, DECK, TEXTS, None, Clock(), typed)
    door.respond(Typed(("Vjosa Osmanu",)))
    assert screen.answer is not None
    assert screen.answer.mark is not None
    assert screen.answer.mark.reason is Reason.OTHER_ANSWER


def test_a_second_trial_knows_nothing_of_the_first() -> None:
    """Nothing is kept."""
    first, second = Screen(), Screen()
    chosen = ways(SHORT)[0]
    trial(first, SHORT, DECK, TEXTS, None, Clock(), chosen).respond(Chosen(frozenset({0})))
    trial(second, SHORT, DECK, TEXTS, None, Clock(), chosen)
    assert second.question == first.question
    assert second.question is not None
    assert second.question.is_new


def test_each_gap_is_a_way_of_its_own() -> None:
    """The second gap is asked alone."""
    cloze = Question("k7f3q2m4xf", Cloze("{{a:Kosovo}} left {{b:Serbia}}."))
    screen = Screen()
    trial(screen, cloze, DECK, TEXTS, None, Clock(), Way(Form.TYPE, "k7f3q2m4xf/b", "b"))
    assert screen.question is not None
    assert screen.question.prompt.startswith("Kosovo left")
