"""Which ratings an answer may be given, and what becomes of the student's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from study_answers import right_answer, wrong_answer
from study_desk import Desk

from quizapp.content.mark import DontKnow, Recalled, Typed
from quizapp.content.question import Flashcard, Question, Short
from quizapp.schedule.log import Rating
from quizapp.study.view import AnswerShown, Notice, Wanted

TYPED = Question("typed22222", Short("Capital of Kosovo?", "Pristina"))
CHOSEN = Question("short22222", Short("Who?", "Osmani", wrong=("Kurti", "Rama")), hint="A woman.")


def _answered(question: Question, *, right: bool) -> Desk:
    desk = Desk(question)
    desk.door.start(Wanted())
    desk.door.respond((right_answer if right else wrong_answer)(desk.view.question, question))
    return desk


@pytest.mark.parametrize("rating", [Rating.HARD, Rating.GOOD, Rating.EASY])
def test_a_wrong_answer_is_not_rated_up(rating: Rating) -> None:
    """Only Again is offered, and a notice says that the mark is to be turned first."""
    desk = _answered(TYPED, right=False)
    assert list(desk.view.answer.next_due) == [Rating.AGAIN]
    desk.door.rate(rating)
    assert desk.view.notices == [Notice.AGAIN_STANDS]
    assert desk.view.answer.rating is Rating.AGAIN
    desk.door.overrule()
    assert list(desk.view.answer.next_due) == list(Rating)
    desk.door.rate(rating)
    assert desk.view.answer.rating is rating


def test_an_answer_that_was_not_known_has_no_mark_to_turn() -> None:
    """So rating it up does nothing."""
    desk = Desk(TYPED)
    desk.door.start(Wanted())
    desk.door.respond(DontKnow())
    desk.door.rate(Rating.EASY)
    assert desk.view.notices == [Notice.NOT_NOW]
    assert desk.view.answer.rating is Rating.AGAIN


def test_a_mark_turned_to_wrong_leaves_again_alone() -> None:
    """A rating given while it was right is gone."""
    desk = _answered(TYPED, right=True)
    desk.door.rate(Rating.EASY)
    desk.door.overrule()
    assert desk.view.answer.rating is Rating.AGAIN
    assert list(desk.view.answer.next_due) == [Rating.AGAIN]


def test_turned_or_not_a_wrong_answer_offers_no_longer_interval_than_a_right_one() -> None:
    """Both are softened alike, since either may have been luck."""
    right = _answered(CHOSEN, right=True).view.answer.next_due
    desk = _answered(CHOSEN, right=False)
    desk.door.overrule()
    assert desk.view.answer.next_due == right


def test_a_recall_offers_all_four() -> None:
    """There the student is the judge."""
    desk = Desk(Question("flash22222", Flashcard("Front", "Back")))
    desk.door.start(Wanted())
    desk.door.respond(Recalled())
    assert list(desk.view.answer.next_due) == list(Rating)


def test_taking_a_guess_back_brings_the_rating_given_before() -> None:
    """Twice G is as if nothing was."""
    desk = _answered(TYPED, right=True)
    desk.door.rate(Rating.EASY)
    shown: AnswerShown = desk.view.answer
    desk.door.guess()
    assert desk.view.answer.rating is Rating.AGAIN
    desk.door.guess()
    assert desk.view.answer == shown
    desk.door.go_on()
    assert [row.answer.rating for row in desk.answers() if row.answer] == [Rating.EASY]


def test_a_rating_given_after_a_guess_takes_the_guess_back() -> None:
    """Who rates it Hard says that she did not guess; Again leaves the guess."""
    desk = _answered(TYPED, right=True)
    desk.door.guess()
    desk.door.rate(Rating.AGAIN)
    assert (desk.view.answer.guessed, desk.view.answer.rating) == (True, Rating.AGAIN)
    desk.door.rate(Rating.HARD)
    assert (desk.view.answer.guessed, desk.view.answer.rating) == (False, Rating.HARD)


@pytest.mark.parametrize("hinted", [True, False])
def test_the_answer_side_knows_of_a_hint(*, hinted: bool) -> None:
    """So that it can say why a right answer is Hard."""
    desk = Desk(replace(TYPED, hint="A city."))
    desk.door.start(Wanted())
    if hinted:
        desk.door.hint()
    desk.door.respond(Typed(("Pristina",)))
    assert desk.view.answer.hinted is hinted
    assert desk.view.answer.rating is (Rating.HARD if hinted else Rating.GOOD)
