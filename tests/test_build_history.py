"""The open rooms when the history is held, replaced, gone or told by an odd clock."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp import build, paths
from quizapp.collection.backup import BackupDamaged
from quizapp.collection.failures import DatabaseLocked, MissingDatabase
from quizapp.collection.rebuild import check
from quizapp.settings import Settings


@pytest.fixture
def home(tmp_path: Path) -> paths.Home:
    """An empty home."""
    return paths.Home(tmp_path / "home")


@pytest.fixture
def rooms(home: paths.Home) -> Iterator[build.OpenRooms]:
    """The history of that home, open as the window has it."""
    found = build.open_rooms(home, Settings())
    yield found
    found.close()


def test_the_window_does_not_wait_for_another_program(
    home: paths.Home, rooms: build.OpenRooms
) -> None:
    """A step fails within a second while the lock is held, and goes through afterwards."""
    other = sqlite3.connect(home.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    begun = time.perf_counter()
    with pytest.raises(DatabaseLocked):
        rooms.library.begin("kosovo-nato")
    assert time.perf_counter() - begun < 1
    other.execute("ROLLBACK")
    other.close()
    rooms.library.begin("kosovo-nato")
    assert [deck.id for deck in rooms.today().begun] == ["kosovo-nato"]


def test_a_second_window_goes_on_in_a_restored_history(
    home: paths.Home, rooms: build.OpenRooms
) -> None:
    """What it does after the restore is kept, and what it shows is the restored history."""
    copy = rooms.back_up()
    rooms.library.begin("kosovo-nato")
    second = build.open_rooms(home, Settings())
    assert [deck.id for deck in second.today().begun] == ["kosovo-nato"]
    rooms.restore(copy)
    assert second.today().first
    second.library.begin("how-nato-admits-a-member")
    second.close()
    assert [deck.id for deck in rooms.today().begun] == ["how-nato-admits-a-member"]
    assert rooms.today().new == 10
    assert check(rooms.store.database) == []


def test_a_copy_tells_why_it_was_made_and_how_many_answers_it_has(
    rooms: build.OpenRooms,
) -> None:
    """Copies of one minute can be told apart."""
    asked = rooms.back_up()
    rooms.daily_backup()
    rooms.restore(asked)
    found = {one.why: one for one in rooms.backups()}
    assert set(found) == {"asked", "daily", "before-restore"}
    assert {one.answers for one in found.values()} == {0}
    assert all(len(one.made) == len("2026-11-24 10:00:00") for one in found.values())


def test_a_damaged_copy_leaves_the_rooms_open(rooms: build.OpenRooms) -> None:
    """It is told, and study goes on in the history as it was."""
    rooms.library.begin("kosovo-nato")
    copy = rooms.back_up()
    copy.write_bytes(b"\xa5" * 4096)
    with pytest.raises(BackupDamaged):
        rooms.restore(copy)
    assert [one.answers for one in rooms.backups()] == [None]
    assert [deck.id for deck in rooms.today().begun] == ["kosovo-nato"]


@pytest.mark.parametrize("anew", [False, True])
def test_a_lost_history_is_restored_or_begun_anew(home: paths.Home, anew: bool) -> None:
    """Each is a step that the student takes."""
    rooms = build.open_rooms(home, Settings())
    rooms.library.begin("kosovo-nato")
    rooms.back_up()
    rooms.close()
    home.database.unlink()
    with pytest.raises(MissingDatabase):
        build.open_rooms(home, Settings())
    if anew:
        build.begin_anew(home)
    else:
        assert build.restore_newest(home).from_backup == 1
    rooms = build.open_rooms(home, Settings())
    assert rooms.today().first is anew
    rooms.close()


@pytest.mark.parametrize(
    ("zone", "minutes"), [("UTC+24", -1440), ("UTC-24", 1440), ("UTC", 0), ("UTC-5:45", 345)]
)
def test_a_zone_a_whole_day_away_is_a_zone(
    monkeypatch: pytest.MonkeyPatch, zone: str, minutes: int
) -> None:
    """The system's zone is taken as it is told, also for a moment before 1970."""
    with monkeypatch.context() as changed:
        changed.setenv("TZ", zone)
        time.tzset()
        assert build.SystemClock().offset_min(1_760_011_200_000) == minutes
        assert build.SystemClock().offset_min(-5_000_000_000) == minutes
    time.tzset()


def test_a_clock_before_1970_studies_as_any_other(
    home: paths.Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The history opens, takes rows, is copied and gone back to."""
    monkeypatch.setattr(time, "time", lambda: -2e8)
    monkeypatch.setattr(time, "time_ns", lambda: -200_000_000_000_000_000)
    rooms = build.open_rooms(home, Settings(retention=0.85))
    rooms.library.begin("kosovo-nato")
    copy = rooms.back_up()
    assert rooms.today().new > 0
    rooms.restore(copy)
    assert rooms.store.parameters().retention == 0.85
    assert check(rooms.store.database) == []
    rooms.close()
