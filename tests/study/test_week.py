"""A student's first days through the real presenter, history and decks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from simulated_student import Evening, Student, five_more, question_of, week

from quizapp.content.question import Form
from quizapp.study.view import Scope, Wanted

DAYS = 5
NEW_A_DAY, MINUTES_A_DAY = 10, 20
FORMS = [Form.CHOOSE, Form.TYPE, Form.RECALL]


@pytest.fixture(scope="module")
def evenings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Evening]]:
    """Five evenings with the deck that a first launch suggests."""
    student = Student(tmp_path_factory.mktemp("home"), seed=3)
    yield week(student, [(0, "kosovo-nato")], DAYS)
    student.rooms.close()


def test_a_first_evening_is_short_and_all_new(evenings: list[Evening]) -> None:
    """Ten questions that take under ten minutes, none of them due."""
    first = evenings[0]
    assert first.promised.first is False
    assert (first.promised.due, first.promised.new) == (0, NEW_A_DAY)
    assert first.begun == NEW_A_DAY
    assert first.minutes < 10


def test_no_evening_passes_the_day_s_limits(evenings: list[Evening]) -> None:
    """At most ten new cards and twenty minutes."""
    assert [evening.begun for evening in evenings] == [NEW_A_DAY] * DAYS
    assert all(evening.minutes < MINUTES_A_DAY for evening in evenings)


def test_what_is_promised_is_what_is_asked(evenings: list[Evening]) -> None:
    """The number of cards to the card, the minutes to a third or two minutes."""
    for evening in evenings:
        assert evening.cards == evening.promised.due + evening.promised.new
        off = abs(evening.minutes - evening.promised.minutes)
        assert off < max(2.0, evening.minutes / 3)


def test_forms_harden_from_evening_to_evening(evenings: list[Evening]) -> None:
    """A card chosen on one evening and known since is typed or recalled on a later one."""
    first_form: dict[str, Form] = {}
    hardened = softened_again = 0
    for evening in evenings:
        for showing in evening.showings:
            if showing.form not in FORMS:
                continue
            before = first_form.setdefault(showing.card, showing.form)
            hardened += FORMS.index(showing.form) > FORMS.index(before)
            softened_again += FORMS.index(showing.form) < FORMS.index(before)
    assert hardened >= DAYS
    assert softened_again == 0
    assert all(s.form is not Form.RECALL or s.kind != "short" for s in evenings[0].showings)


def test_siblings_are_never_asked_on_one_evening(evenings: list[Evening]) -> None:
    """Of a question with several cards one is asked."""
    for evening in evenings:
        cards = {showing.card for showing in evening.showings}
        questions = {question_of(showing) for showing in evening.showings}
        assert len(cards) == len(questions)


def test_no_card_follows_itself_while_another_waits(evenings: list[Evening]) -> None:
    """Only the last card left may be asked twice running."""
    for evening in evenings:
        cards = [showing.card for showing in evening.showings]
        for n, (one, other) in enumerate(pairwise(cards), 1):
            if one == other:
                assert set(cards[n:]) == {one}


def test_every_evening_ends_with_nothing_left_in_the_minutes(evenings: list[Evening]) -> None:
    """But for a card that was known a moment ago; the next questions are due tomorrow."""
    for evening in evenings:
        assert evening.end is not None
        last = evening.showings[-1]
        assert evening.end.next_minutes == (10 if last.again == "10 min" else 0)
        assert evening.end.left == 0
        assert evening.end.next_day == evening.day + 1


def _study_all(student: Student, wanted: Wanted) -> None:
    """Study, and wait for what comes again within minutes."""
    while student.evening(wanted).showings:
        student.clock.pass_s(600)


def test_five_more_and_going_over_pass_the_limits(tmp_path: Path) -> None:
    """After the day is done five new ones can be had, and a whole deck gone over."""
    student = Student(tmp_path, seed=5)
    student.begin("kosovo-nato")
    _study_all(student, Wanted())
    assert student.rooms.today().done
    more = student.evening(five_more())
    assert (more.begun, more.cards) == (5, 5)
    _study_all(student, Wanted())
    assert student.evening().showings == []
    over = student.evening(Wanted(Scope.GO_OVER, decks=("kosovo-nato",)))
    counts = student.rooms.store.counts(student.rooms.day(), student.clock.utc_ms())
    assert over.cards == counts["kosovo-nato"].cards
    assert counts["kosovo-nato"].new == 0
    first_new = next(n for n, showing in enumerate(over.showings) if showing.was_new)
    assert first_new >= 15
    student.rooms.close()


def test_five_minutes_take_about_five_minutes(tmp_path: Path) -> None:
    """A short sitting ends in time though more is due."""
    student = Student(tmp_path, seed=7)
    week(student, [(0, "kosovo-nato"), (0, "kosovo-and-its-neighbours")], 3)
    short = student.evening(Wanted(Scope.MINUTES, minutes=5.0))
    assert short.promised.minutes > 7
    assert 2.5 < short.minutes < 8
    student.rooms.close()
