"""A deck that is written while it is studied: the card follows, and no answer is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from study_desk import Desk

from quizapp.content.mark import Typed
from quizapp.content.question import PartialDate, Question, Short
from quizapp.study.presenter import Presenter
from quizapp.study.view import Notice, Wanted

ASKED = Question("aaaaaaaaaa", Short("Capital of Kosovo?", "Pristina"))
NEXT = Question("bbbbbbbbbb", Short("Capital of Albania?", "Tirana"))


@pytest.fixture
def desk() -> Desk:
    """A sitting at its first question."""
    made = Desk(ASKED, NEXT)
    made.door.start(Wanted())
    assert made.view.question.question == ASKED.id
    return made


def test_the_question_side_reads_as_the_deck_does_now(desk: Desk) -> None:
    """Another prompt stands there at once."""
    desk.change(replace(ASKED, body=Short("The capital of Kosovo?", "Pristina")))
    desk.door.reread()
    assert desk.view.question.prompt == "The capital of Kosovo?"
    desk.door.respond(Typed(("Pristina",)))
    desk.door.go_on()
    assert len(desk.answers()) == 1


def test_an_answer_stands_where_only_its_explanation_changed(desk: Desk) -> None:
    """It is not asked for again, and the new words are shown."""
    desk.door.respond(Typed(("Pristina",)))
    desk.change(replace(ASKED, explanation="Since 1946."))
    desk.door.reread()
    assert desk.view.answer.explanation == "Since 1946."
    desk.door.go_on()
    assert len(desk.answers()) == 1


def test_what_is_asked_otherwise_now_is_asked_again(desk: Desk) -> None:
    """A mark on the old words would say nothing of the new ones."""
    desk.door.respond(Typed(("Pristina",)))
    desk.change(replace(ASKED, body=Short("Largest town of Kosovo?", "Pristina")))
    desk.door.reread()
    assert desk.view.question.prompt == "Largest town of Kosovo?"
    assert desk.answers() == []


def test_a_question_that_is_gone_gives_way_to_the_next(desk: Desk) -> None:
    """The sitting goes on."""
    desk.store.decks["deck"].remove(ASKED)
    desk.door.reread()
    assert desk.view.question.question == NEXT.id


def test_at_the_end_there_is_nothing_to_read_again(desk: Desk) -> None:
    """The end stays."""
    desk.door.end()
    before = desk.view.end
    desk.door.reread()
    assert desk.view.end == before


def test_before_a_sitting_it_means_nothing() -> None:
    """And says so."""
    desk = Desk(ASKED)
    desk.door.reread()
    assert desk.view.notices == [Notice.NOT_NOW]


@pytest.mark.parametrize("since", [None, PartialDate(2022, 3)])
def test_an_old_fact_says_since_when_it_was_not_checked(since: PartialDate | None) -> None:
    """Only where somebody knows that it is old."""
    desk = Desk(ASKED)
    door = Presenter(
        desk.view, desk.store, desk.store, desk.clock, lambda: desk.limits, lambda _q: since
    )
    door.start(Wanted())
    door.respond(Typed(("Pristina",)))
    assert desk.view.answer.unchecked_since == since
