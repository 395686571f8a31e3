"""What is asked next, and what a sitting is made of."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_answers import right_answer
from study_desk import DAY, Desk

from quizapp.content.mark import DontKnow
from quizapp.content.question import Cloze, Flashcard, Question, Short, split_key
from quizapp.schedule.day import MS_A_DAY, moment
from quizapp.schedule.log import Rating
from quizapp.schedule.plan import Limits
from quizapp.study.lineup import line_up
from quizapp.study.queue import Lined, Queue
from quizapp.study.view import AnswerShown, Notice, QuestionShown, Scope, Wanted


def _questions(count: int) -> list[Question]:
    return [
        Question(f"q{n:09d}", Short(f"Question {n}?", f"Answer number {n}")) for n in range(count)
    ]


def _answer(desk: Desk, rating: Rating) -> str:
    """Answer what is asked, so rated; the card's key."""
    shown = desk.view.question
    question = desk.store.question(shown.question)
    assert question is not None
    desk.clock.pass_s(5)
    knows = rating is not Rating.AGAIN
    desk.door.respond(right_answer(shown, question) if knows else DontKnow())
    desk.door.rate(rating)
    if isinstance(desk.view.shown[-1], AnswerShown):
        desk.door.go_on()
    return shown.card


def _sitting(desk: Desk, wanted: Wanted, rating: Rating = Rating.EASY) -> list[str]:
    """Study to the end; the cards in the order asked."""
    desk.door.start(wanted)
    cards = []
    while isinstance(desk.view.shown[-1], QuestionShown):
        cards.append(_answer(desk, rating))
    return cards


def test_new_ones_come_in_the_deck_s_order_up_to_the_limit() -> None:
    """Ten a day, as they stand in the deck."""
    desk = Desk(*_questions(30))
    assert _sitting(desk, Wanted()) == [f"q{n:09d}" for n in range(10)]
    assert _sitting(desk, Wanted()) == []


def test_what_was_done_today_counts_towards_the_limits() -> None:
    """A second sitting goes on where the first left off."""
    desk = Desk(*_questions(30), limits=Limits(new=4))
    desk.door.start(Wanted())
    _answer(desk, Rating.EASY)
    desk.door.end()
    assert len(_sitting(desk, Wanted())) == 3


def test_minutes_limit_what_is_due() -> None:
    """With a minute a day not everything that is due is asked, but what gains most is."""
    desk = Desk(*_questions(20), limits=Limits(new=20, minutes=30))
    _sitting(desk, Wanted())
    desk.clock.now_ms += 20 * MS_A_DAY
    desk.limits = Limits(new=0, minutes=1)
    asked = _sitting(desk, Wanted())
    assert 0 < len(asked) < 10


def test_due_and_new_ones_are_mixed() -> None:
    """Ten due and five new: never three new ones or four due ones running."""
    questions = _questions(20)
    desk = Desk(*questions[:10], limits=Limits(new=10))
    _sitting(desk, Wanted())
    desk.store.decks["deck"] = questions
    desk.clock.now_ms += 20 * MS_A_DAY
    desk.limits = Limits(new=5, minutes=60)
    asked = _sitting(desk, Wanted())
    marks = "".join("n" if int(card[1:]) >= 10 else "d" for card in asked)
    assert (marks.count("d"), marks.count("n")) == (10, 5)
    assert "nnn" not in marks
    assert "dddd" not in marks


def test_a_step_whose_time_is_over_comes_first() -> None:
    """One minute after a wrong answer the card goes before all others."""
    desk = Desk(*_questions(9))
    desk.door.start(Wanted())
    missed = _answer(desk, Rating.AGAIN)
    assert _answer(desk, Rating.EASY) != missed
    desk.clock.pass_s(60)
    _answer(desk, Rating.EASY)
    assert desk.view.question.card == missed


def test_when_only_waiting_steps_are_left_they_are_asked_at_once() -> None:
    """It is said once, and the sitting ends when all are by days."""
    desk = Desk(*_questions(3))
    asked = _sitting(desk, Wanted(), Rating.GOOD)
    assert [asked.count(f"q{n:09d}") for n in range(3)] == [2, 2, 2]
    assert desk.view.notices == [Notice.STEPS_EARLY]
    assert desk.view.end.answered == 3


def test_the_count_is_of_questions_not_of_showings() -> None:
    """A repeated card leaves "3 of 3" as it is."""
    desk = Desk(*_questions(3))
    desk.door.start(Wanted())
    seen = []
    while isinstance(desk.view.shown[-1], QuestionShown):
        seen.append((desk.view.question.number, desk.view.question.total))
        _answer(desk, Rating.GOOD)
    assert seen == [(1, 3), (2, 3), (3, 3), (3, 3), (3, 3), (3, 3)]


def test_siblings_wait_for_another_day() -> None:
    """Of a cloze with three gaps one is asked a day."""
    desk = Desk(Question("cloze22222", Cloze("{{Kosovo}} left {{Serbia}} in {{year:2008}}.")))
    asked = _sitting(desk, Wanted())
    assert asked == ["cloze22222/kosovo"]
    assert _sitting(desk, Wanted(Scope.FIVE_MORE)) == []
    desk.clock.next_evening()
    assert _sitting(desk, Wanted()) == ["cloze22222/serbia"]


def test_going_over_a_deck_asks_every_card_weakest_first_and_siblings_apart() -> None:
    """Those learned come by how likely they are forgotten, the new ones last."""
    both = Question("flash22222", Flashcard("Front", "Back", both_ways=True))
    desk = Desk(both, *_questions(4), limits=Limits(new=3))
    desk.door.start(Wanted())
    for rating in (Rating.HARD, Rating.EASY, Rating.GOOD):
        _answer(desk, rating)
    desk.door.end()
    desk.clock.now_ms += 3 * MS_A_DAY
    asked = list(dict.fromkeys(_sitting(desk, Wanted(Scope.GO_OVER, decks=("deck",)))))
    assert set(asked) == {"flash22222", "flash22222/reverse", *(f"q{n:09d}" for n in range(4))}
    questions = [split_key(card)[0] for card in asked]
    together = [a for a, b in pairwise(questions) if a == b]
    assert together == []


def test_five_more_are_five_past_the_limit() -> None:
    """As often as the student likes, until none is left."""
    desk = Desk(*_questions(18))
    assert [len(_sitting(desk, Wanted())) for _ in range(2)] == [10, 0]
    assert [len(_sitting(desk, Wanted(Scope.FIVE_MORE))) for _ in range(3)] == [5, 3, 0]


def test_missed_ones_can_be_asked_again() -> None:
    """Just these, though they were asked today; one that is gone is passed over."""
    desk = Desk(*_questions(5))
    _sitting(desk, Wanted())
    again = Wanted(Scope.CARDS, cards=("q000000003", "gone222222", "q000000001"))
    assert sorted(_sitting(desk, again)) == ["q000000001", "q000000003"]


def test_a_crash_goes_on_from_the_log() -> None:
    """What was answered is not asked again, what was not is."""
    desk = Desk(*_questions(5))
    desk.door.start(Wanted())
    _answer(desk, Rating.EASY)
    desk.door.respond(DontKnow())
    desk.restart()
    desk.door.start(Wanted())
    assert desk.view.question.card == "q000000001"
    assert len(desk.answers()) == 1


def test_a_card_changed_elsewhere_is_not_asked() -> None:
    """What another program took out or an author removed since the sitting began is left out."""
    desk = Desk(*_questions(4))
    desk.door.start(Wanted())
    del desk.store.decks["deck"][1:3]
    _answer(desk, Rating.EASY)
    assert desk.view.question.card == "q000000003"


def test_a_new_day_lines_up_anew() -> None:
    """A sitting past four in the morning goes on with that day's cards."""
    desk = Desk(*_questions(30), limits=Limits(new=2))
    desk.door.start(Wanted())
    _answer(desk, Rating.EASY)
    desk.clock.next_evening()
    asked = []
    while isinstance(desk.view.shown[-1], QuestionShown):
        asked.append(_answer(desk, Rating.EASY))
    assert asked == ["q000000001", "q000000002"]


@pytest.mark.parametrize("scope", list(Scope))
def test_an_empty_plan_shows_the_end_at_once(scope: Scope) -> None:
    """Nothing to ask is no trouble."""
    desk = Desk()
    desk.door.start(Wanted(scope, decks=("deck",), minutes=5.0))
    assert desk.view.end.answered == 0
    assert desk.view.troubles == []


@given(
    st.lists(st.sampled_from([Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.EASY]), max_size=40),
    st.integers(1, 7),
)
def test_no_card_twice_running_if_another_waits(ratings: list[Rating], count: int) -> None:
    """For any ratings: a card follows itself only when it is the only one left."""
    desk = Desk(*_questions(count))
    desk.door.start(Wanted())
    last = ""
    for rating in ratings:
        if not isinstance(desk.view.shown[-1], QuestionShown):
            break
        shown = desk.view.question
        if shown.card == last:
            now = moment(desk.clock)
            lined = line_up(Wanted(), desk.store, desk.store, desk.limits, now)
            waiting = Queue(desk.store, desk.store, lined, DAY)
            assert waiting.left(()) <= 1
        last = _answer(desk, rating)


def test_an_empty_queue_has_nothing() -> None:
    """No card, no count, no time."""
    desk = Desk()
    queue = Queue(desk.store, desk.store, Lined(), DAY)
    assert queue.next(moment(desk.clock)) is None
    assert (queue.left(()), queue.waiting()) == (0, 0)
