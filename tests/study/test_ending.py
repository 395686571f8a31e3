"""How a sitting ends: by itself, early, or because what is left was known a moment ago."""

from __future__ import annotations

from dataclasses import replace

import pytest
from study_answers import right_answer
from study_desk import Desk

from quizapp.content.mark import DontKnow
from quizapp.content.question import Cloze, Question, Short
from quizapp.schedule.day import MS_A_DAY
from quizapp.schedule.plan import Limits
from quizapp.study.view import EndShown, QuestionShown, Scope, Wanted


def _questions(count: int) -> list[Question]:
    return [
        Question(f"q{n:09d}", Short(f"Question {n}?", f"Answer number {n}")) for n in range(count)
    ]


def _answer(desk: Desk, *, right: bool = True) -> str:
    """Answer what is asked; the card's key."""
    shown = desk.view.question
    question = desk.store.question(shown.question)
    assert question is not None
    desk.clock.pass_s(5)
    desk.door.respond(right_answer(shown, question) if right else DontKnow())
    desk.door.go_on()
    return shown.card


def _to_the_end(desk: Desk) -> list[str]:
    cards = []
    while isinstance(desk.view.shown[-1], QuestionShown):
        cards.append(_answer(desk))
    return cards


@pytest.mark.parametrize("answered", [0, 1, 4])
def test_an_early_end_tells_what_is_left_of_the_plan(answered: int) -> None:
    """The card on the screen is among them, and so is a step that waits."""
    desk = Desk(*_questions(22), limits=Limits(new=22, minutes=60))
    desk.door.start(Wanted())
    for _ in range(answered):
        _answer(desk)
    desk.door.end()
    end = desk.view.end
    assert (end.answered, end.left, end.early) == (answered, 22, True)


def test_a_sitting_that_is_over_has_nothing_left() -> None:
    """Ending on the last answer side is no early end."""
    desk = Desk(*_questions(3))
    desk.door.start(Wanted())
    _to_the_end(desk)
    assert (desk.view.end.left, desk.view.end.early) == (0, False)


def test_five_minutes_leave_the_rest_of_the_plan() -> None:
    """A short sitting ends by itself, and tells that there is more today."""
    desk = Desk(*_questions(22), limits=Limits(new=22, minutes=60))
    desk.door.start(Wanted(Scope.MINUTES, minutes=2.0))
    asked = set(_to_the_end(desk))
    end = desk.view.end
    assert 0 < len(asked) < 22
    assert (end.left, end.early) == (22 - len(asked), False)


def test_going_over_a_deck_tells_what_is_left_of_the_deck() -> None:
    """It is no part of the day's plan, so it counts its own."""
    desk = Desk(*_questions(12), limits=Limits(new=0))
    desk.door.start(Wanted(Scope.GO_OVER, decks=("deck",)))
    _answer(desk)
    desk.door.end()
    assert (desk.view.end.left, desk.view.end.early) == (12, True)


def test_the_very_same_card_is_not_asked_at_once_when_it_was_known() -> None:
    """One new card, known: the sitting ends and says when it comes again."""
    desk = Desk(*_questions(1))
    desk.door.start(Wanted())
    _answer(desk)
    end = desk.view.end
    assert (end.answered, end.right, end.next_minutes, end.left) == (1, 1, 10, 0)
    desk.clock.pass_s(600)
    desk.door.start(Wanted())
    _answer(desk)
    assert desk.view.end.next_minutes == 0


def test_the_very_same_card_is_asked_at_once_when_it_was_missed() -> None:
    """Until it was known once."""
    desk = Desk(*_questions(1))
    desk.door.start(Wanted())
    cards = [_answer(desk, right=right) for right in (False, False, True)]
    assert cards == ["q000000000"] * 3
    assert isinstance(desk.view.shown[-1], EndShown)


def test_chosen_cards_are_asked_until_each_was_right_once() -> None:
    """Whatever step they stand at; one missed again comes again, one that was right does not."""
    desk = Desk(*_questions(3))
    desk.door.start(Wanted())
    for _ in range(3):
        _answer(desk, right=False)
    desk.door.end()
    keys = tuple(missed.card for missed in desk.view.end.missed)
    desk.door.start(Wanted(Scope.CARDS, cards=keys))
    asked = [_answer(desk, right=right) for right in (True, False, True)]
    asked += _to_the_end(desk)
    assert sorted(asked) == sorted((*keys, asked[1]))
    end = desk.view.end
    assert (end.answered, end.right, len(end.missed)) == (3, 3, 1)


def test_what_counts_as_right_is_the_last_time() -> None:
    """Missed first and right after, a question is right, and still among those missed."""
    desk = Desk(*_questions(2))
    desk.door.start(Wanted())
    _answer(desk, right=False)
    _to_the_end(desk)
    end = desk.view.end
    assert (end.answered, end.right) == (2, 2)
    assert [missed.card for missed in end.missed] == ["q000000000"]


def test_five_more_are_five_new_ones_and_nothing_else() -> None:
    """A step left over from before waits for the next sitting, and siblings are not counted."""
    desk = Desk(*_questions(12), limits=Limits(new=3))
    desk.door.start(Wanted())
    for _ in range(3):
        _answer(desk)
    desk.door.end()
    assert desk.view.end.more_new == 5
    desk.door.start(Wanted(Scope.FIVE_MORE))
    assert (desk.view.question.number, desk.view.question.total) == (1, 5)
    asked = _to_the_end(desk)
    assert asked[:5] == [f"q{n:09d}" for n in range(3, 8)]
    assert set(asked) == set(asked[:5])


def test_no_more_is_promised_than_siblings_allow() -> None:
    """Of a question seen today nothing new is begun, so five more are none."""
    desk = Desk(Question("cloze22222", Cloze("{{Kosovo}} left {{land:Serbia}}.")))
    desk.door.start(Wanted())
    _answer(desk)
    assert desk.view.end.more_new == 0


def test_the_total_does_not_shrink_when_a_sibling_in_learning_is_answered() -> None:
    """A step left from yesterday and its sibling that is due count as one from the start."""
    cloze = Question("cloze22222", Cloze("{{Kosovo}} left {{land:Serbia}}."))
    desk = Desk(cloze, *_questions(3))
    desk.door.start(Wanted())
    _answer(desk, right=False)
    desk.door.end()
    desk.clock.now_ms += MS_A_DAY
    desk.door.start(Wanted())
    totals = set()
    while isinstance(desk.view.shown[-1], QuestionShown):
        totals.add(desk.view.question.total)
        _answer(desk)
    assert totals == {4}
    assert desk.view.end.answered == 4


@pytest.mark.parametrize(("step", "total"), [("suspend", 2), ("bury", 2), ("start_over", 3)])
def test_the_total_shrinks_only_with_what_the_student_takes_out(step: str, total: int) -> None:
    """Suspended and buried ones are no longer promised; what an author removes meanwhile is."""
    desk = Desk(*_questions(3))
    desk.door.start(Wanted())
    getattr(desk.door, step)()
    assert desk.view.question.total == total
    del desk.store.decks["deck"][2]
    _answer(desk)
    shown = desk.view.shown[-1]
    assert not isinstance(shown, QuestionShown) or shown.total == total


def test_a_changed_flag_changes_no_count() -> None:
    """The question side says the same as before."""
    desk = Desk(*_questions(2))
    desk.door.start(Wanted())
    before = desk.view.question
    desk.door.flag("odd")
    assert desk.view.question == replace(before, flagged=True, can_undo=True)
