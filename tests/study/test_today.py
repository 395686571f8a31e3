"""What Today says: from the first launch to the end of a day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from study_answers import right_answer
from study_desk import RecordingView, SetClock

from quizapp import build, paths
from quizapp.content.mark import DontKnow, Recalled
from quizapp.content.question import Form
from quizapp.schedule.log import Rating
from quizapp.settings import Settings
from quizapp.study.view import EndShown, Wanted


@pytest.fixture
def clock() -> SetClock:
    """An evening."""
    return SetClock()


@pytest.fixture
def rooms(tmp_path: Path, clock: SetClock) -> Iterator[build.OpenRooms]:
    """A fresh home with the bundled decks."""
    rooms = build.open_rooms(paths.Home(tmp_path), Settings(), clock)
    yield rooms
    rooms.close()


def _study(rooms: build.OpenRooms) -> None:
    view = RecordingView()
    door = rooms.presenter(view)
    door.start(Wanted())
    while not isinstance(view.shown[-1], EndShown):
        question = rooms.decks.question(view.question.question)
        assert question is not None
        door.respond(right_answer(view.question, question))
        judging = view.answer.judging
        door.rate(Rating.EASY)
        if not judging:
            door.go_on()


def test_a_first_launch_offers_something_to_do(rooms: build.OpenRooms) -> None:
    """The deck on Kosovo, ten questions of it, with the time to answer and to read."""
    shown = rooms.today()
    assert shown.first
    assert shown.suggested == "kosovo-nato"
    assert shown.new == 10
    assert 4 <= shown.minutes <= 8
    assert 2 <= shown.suggested_minutes <= 10
    assert len(shown.others) == 5
    assert shown.begun == ()


def test_a_begun_deck_is_planned(rooms: build.OpenRooms) -> None:
    """Its first ten questions, and it is no longer among the others."""
    rooms.library.begin("kosovo-nato")
    shown = rooms.today()
    assert not shown.first
    assert (shown.due, shown.new) == (0, 10)
    assert [deck.id for deck in shown.begun] == ["kosovo-nato"]
    assert "kosovo-nato" not in [deck for deck, *_ in shown.others]
    assert not shown.done


def test_the_day_is_done(rooms: build.OpenRooms, clock: SetClock) -> None:
    """Nothing is left, it says when it goes on, and five more could be had."""
    rooms.library.begin("kosovo-nato")
    _study(rooms)
    shown = rooms.today()
    assert shown.done
    assert (shown.due, shown.new) == (0, 0)
    assert shown.done_answers == 10
    assert shown.next_day > shown.day
    assert shown.more_new == 5
    clock.next_evening()
    assert rooms.today().new == 10


def test_the_lines_of_the_decks_add_up_to_the_plan(
    rooms: build.OpenRooms, clock: SetClock
) -> None:
    """Waiting steps are in both, and so is what the limits leave out of both."""
    rooms.library.begin("kosovo-nato")
    rooms.library.begin("how-nato-admits-a-member")
    view = RecordingView()
    door = rooms.presenter(view)
    door.start(Wanted())
    for _ in range(3):
        recall = view.question.form is Form.RECALL
        door.respond(Recalled() if recall else DontKnow())
        if recall:
            door.rate(Rating.AGAIN)
        else:
            door.go_on()
        clock.pass_s(5)
    door.end()
    shown = rooms.today()
    assert (shown.due, shown.new) == (3, 7)
    assert view.end.left == 10
    assert sum(deck.due for deck in shown.begun) == shown.due
    assert sum(deck.new for deck in shown.begun) == shown.new
    line = rooms.library.line("kosovo-nato")
    assert line is not None
    assert line.counts.due == shown.due


@pytest.mark.parametrize(("offset_min", "hour"), [(0, 18), (120, 20), (-300, 13)])
def test_the_greeting_goes_by_local_time(
    rooms: build.OpenRooms,
    clock: SetClock,
    monkeypatch: pytest.MonkeyPatch,
    offset_min: int,
    hour: int,
) -> None:
    """The hour is that of the student's wall."""
    monkeypatch.setattr(clock, "offset_min", lambda _utc_ms: offset_min)
    assert rooms.today().hour == hour


def test_settings_hold_at_once(rooms: build.OpenRooms) -> None:
    """Another number of new questions a day, and another desired retention."""
    rooms.library.begin("kosovo-nato")
    rooms.use(Settings(new_per_day=3, retention=0.85))
    assert rooms.today().new == 3
    assert rooms.store.parameters().retention == 0.85


def test_a_backup_can_be_gone_back_to(rooms: build.OpenRooms) -> None:
    """What was done after it is gone, and the copy made before going back has it."""
    copy = rooms.back_up()
    rooms.library.begin("kosovo-nato")
    rooms.restore(copy)
    assert rooms.today().first
    before = next(one for one in rooms.backups() if one.path != copy)
    rooms.restore(before.path)
    assert not rooms.today().first


def test_a_day_has_one_daily_backup(rooms: build.OpenRooms, clock: SetClock) -> None:
    """Made once, and again on the next day; not at all where it is not wished for."""
    assert rooms.daily_backup() is not None
    assert rooms.daily_backup() is None
    clock.next_evening()
    rooms.use(Settings(daily_backup=False))
    assert rooms.daily_backup() is None
    rooms.use(Settings())
    assert rooms.daily_backup() is not None
