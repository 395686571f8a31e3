"""Copies of the history: verified, one a day, and only as many as wanted."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from history_desk import NOW, Desk, at

from quizapp.collection.backup import (
    Backup,
    BackupDamaged,
    BackupFailed,
    answers_in,
    back_up,
    back_up_daily,
    backups,
    superfluous,
    verify,
)
from quizapp.collection.failures import HistoryFailure
from quizapp.schedule.log import Action, Entry

EVENING = NOW.replace(tzinfo=None)


def test_a_copy_holds_all_that_was_committed(desk: Desk) -> None:
    """A copy made while the history is open has every row, and is one file by itself."""
    for n in range(20):
        desk.answer("questionaa", at(n))
    copy = back_up(desk.path, desk.backups, EVENING)
    assert verify(copy) == 20
    assert [path.name for path in desk.backups.iterdir()] == [
        "quizapp-asked_2025-10-09-120000.sqlite"
    ]
    connection = sqlite3.connect(copy)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()


def test_two_copies_of_one_second_are_two_files(desk: Desk) -> None:
    """No copy takes the place of another."""
    made = {back_up(desk.path, desk.backups, EVENING) for _ in range(3)}
    assert len(made) == 3
    assert {one.path for one in backups(desk.backups)} == made


def test_a_daily_copy_is_made_once_a_day(desk: Desk) -> None:
    """The second look on a day makes none; the next day's does."""
    assert back_up_daily(desk.path, desk.backups, EVENING) is not None
    assert back_up_daily(desk.path, desk.backups, EVENING + timedelta(hours=5)) is None
    assert back_up_daily(desk.path, desk.backups, EVENING + timedelta(days=1)) is not None


def test_after_a_hundred_days_seven_daily_and_four_weekly_are_left(desk: Desk) -> None:
    """The newest seven days stay, the newest of each of four weeks, and what was asked for."""
    asked = back_up(desk.path, desk.backups, EVENING)
    for day in range(100):
        back_up_daily(desk.path, desk.backups, EVENING + timedelta(days=day))
    left = backups(desk.backups)
    days = [(one.made - EVENING).days for one in left if one.daily]
    assert days[:7] == [99, 98, 97, 96, 95, 94, 93]
    assert len(days) == 11
    weeks = {(EVENING + timedelta(days=day)).isocalendar()[:2] for day in days[7:]}
    assert len(weeks) == 4
    assert 93 - days[-1] <= 28
    assert asked in {one.path for one in left}


def test_copies_made_by_hand_are_never_thrown_away() -> None:
    """Only daily copies are thinned out."""
    kept = [Backup(Path(f"{n}"), EVENING - timedelta(days=n), "asked", 1) for n in range(99)]
    assert superfluous(kept) == []


def test_a_copy_is_there_whole_or_not_at_all(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy that does not verify is thrown away, and the failure is told."""
    from quizapp.collection import backup

    def refusing(path: Path) -> int:
        raise HistoryFailure(path, "not whole")

    monkeypatch.setattr(backup, "verify", refusing)
    with pytest.raises(HistoryFailure):
        back_up(desk.path, desk.backups, EVENING)
    assert list(desk.backups.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["quizapp-daily_yesterday.sqlite", "notes.sqlite", "quizapp-.txt"]
)
def test_other_files_beside_copies_are_no_copies(tmp_path: Path, name: str) -> None:
    """What does not bear a copy's name is left alone."""
    (tmp_path / name).write_text("hello")
    assert backups(tmp_path) == []


def test_the_name_says_when_and_why(desk: Desk) -> None:
    """A copy's time is read back from its name."""
    back_up(desk.path, desk.backups, datetime(2026, 1, 2, 3, 4, 5))  # noqa: DTZ001 - local time
    (one,) = backups(desk.backups)
    assert one.made == datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001 - local time
    assert not one.daily
    assert one.size == one.path.stat().st_size


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ("daily", "daily"),
        ("asked", "asked"),
        ("asked-2", "asked"),
        ("before-restore", "before-restore"),
        ("before-restore-3", "before-restore"),
        ("before-0002", "before-change"),
        ("", "asked"),
    ],
)
def test_a_copy_tells_why_it_was_made(tmp_path: Path, named: str, why: str) -> None:
    """The reason stands in its name, with a number where one name was taken."""
    (tmp_path / f"quizapp-{named}_2026-01-02-030405.sqlite").touch()
    (found,) = backups(tmp_path)
    assert found.why == why
    assert found.daily is (why == "daily")


def test_a_copy_tells_how_many_answers_it_has(desk: Desk) -> None:
    """Those taken back and other steps do not count; nothing is told of what is no copy."""
    for n in range(5):
        desk.answer("questionaa", at(n))
    desk.collection.undo(at().day, Entry(Action.UNDO, at(6)))
    copy = back_up(desk.path, desk.backups, EVENING)
    assert answers_in(copy) == 4
    older = sqlite3.connect(copy)
    older.execute("DROP TABLE daily")
    older.commit()
    older.close()
    assert answers_in(copy) == 5
    copy.write_bytes(b"\xa5" * 4096)
    assert answers_in(copy) is None


def test_a_bad_copy_of_a_history_has_that_history_looked_at(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy is made page by page, so the next opening looks at every page."""
    from quizapp.collection import backup

    def refusing(path: Path) -> int:
        raise BackupDamaged(path, "page 7 is not in order")

    monkeypatch.setattr(backup, "verify", refusing)
    with pytest.raises(BackupFailed):
        back_up(desk.path, desk.backups, EVENING)
    marker = desk.root / "quizapp.sqlite.damaged"
    assert marker.exists()
    desk.reopen()
    assert not marker.exists()
