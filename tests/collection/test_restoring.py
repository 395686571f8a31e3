"""Going back to a copy while the history is open here and elsewhere: nothing written is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from history_desk import NOW, TODAY, Desk, answered, at, named, short

from quizapp.collection import restoring
from quizapp.collection.backup import BackupDamaged, back_up, backups, verify
from quizapp.collection.database import Database
from quizapp.collection.failures import (
    CorruptDatabase,
    DatabaseLocked,
    HistoryReplaced,
    NewerDatabase,
)
from quizapp.collection.opening import set_aside
from quizapp.collection.rebuild import check
from quizapp.collection.recovery import recover
from quizapp.schedule.log import Action, Entry

ANOTHER = """
import sys
from pathlib import Path
from quizapp.collection.database import Database
database = Database(Path(sys.argv[1]))
database.value("SELECT count(*) FROM log")
print("open", flush=True)
sys.stdin.read()
database.close()
"""


@contextmanager
def another_program(path: Path) -> Iterator[None]:
    """Another process that has the database open."""
    with subprocess.Popen(
        [sys.executable, "-c", ANOTHER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        yield
        process.communicate()


def test_an_answer_of_a_second_window_after_a_restore_lands_once(desk: Desk) -> None:
    """Whoever had the history open goes on in the restored one, under the new device."""
    desk.write([short(named(n), f"Question {n}?") for n in range(4)])
    desk.begin()
    desk.answer(named(0), at(0))
    copy = back_up(desk.path, desk.backups, NOW)
    desk.answer(named(0), at(1))
    desk.answer(named(1), at(2))
    second = desk.opened()
    before = second.device
    assert second.begun() == ("civics",)
    assert second.load(TODAY, TODAY + 9) == {TODAY + 3: 2}
    desk.collection.append(Entry(Action.SET_ASIDE, at(3), deck="civics"))
    restoring.restore(desk.path, copy, desk.backups, desk.dice, NOW)
    assert second.rows() == 2
    assert second.begun() == ("civics",)
    assert second.load(TODAY, TODAY + 9) == {TODAY + 3: 1}
    assert second.card(named(0)).reviews == 1
    assert second.card(named(1)).is_new
    row = second.append(answered(named(2), at(4)))
    assert row.device != before
    assert row.sequence == 1
    second.close()
    assert [found.id for found in desk.collection.log_rows()].count(row.id) == 1
    assert desk.collection.rows() == 3
    assert check(desk.database) == []
    desk.reopen()
    assert desk.collection.rows() == 3
    assert desk.collection.card(named(2)).reviews == 1


def test_the_decks_stay_where_they_are(desk: Desk) -> None:
    """A deck that came after the copy is still there, and its cards are new."""
    desk.write([short(named(0), "First?")], deck="early")
    copy = back_up(desk.path, desk.backups, NOW)
    desk.write([short(named(1), "Second?")], deck="late")
    desk.answer(named(1), at(0))
    restoring.restore(desk.path, copy, desk.backups, desk.dice, NOW)
    desk.shelf.rescan()
    counts = desk.collection.counts(TODAY, 0)
    assert {deck: (found.cards, found.new) for deck, found in counts.items()} == {
        "early": (1, 1),
        "late": (1, 1),
    }
    assert check(desk.database) == []


def test_an_answer_given_while_the_history_is_copied_is_in_the_copy(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing falls between the copy of the present history and the older one."""
    desk.answer("questionaa", at(0))
    copy = back_up(desk.path, desk.backups, NOW)
    late = [at(1)]

    def answered_meanwhile(path: Path, folder: Path, *rest: object) -> Path:
        made = back_up(path, folder, NOW, str(rest[1]))
        while late:
            desk.answer("questionaa", late.pop())
        return made

    monkeypatch.setattr(restoring, "back_up", answered_meanwhile)
    kept = restoring.restore(desk.path, copy, desk.backups, desk.dice, NOW)
    assert desk.collection.rows() == 1
    assert verify(kept) == 2
    assert len(backups(desk.backups)) == 2


def test_while_another_program_writes_the_history_stands(desk: Desk) -> None:
    """Held for longer than is waited, it is told so and nothing is changed."""
    desk.answer("questionaa", at(0))
    copy = back_up(desk.path, desk.backups, NOW)
    desk.answer("questionaa", at(1))
    device = desk.collection.device
    with desk.database.transaction(), pytest.raises(DatabaseLocked):
        restoring.restore(desk.path, copy, desk.backups, desk.dice, NOW, wait_ms=1)
    assert desk.collection.rows() == 2
    assert desk.collection.device == device
    assert {path.name for path in desk.root.iterdir()} <= {
        "quizapp.sqlite",
        "quizapp.sqlite-wal",
        "quizapp.sqlite-shm",
        "backups",
    }


def test_a_damaged_copy_is_told_as_such(desk: Desk) -> None:
    """It is the copy that is damaged, not the history, which stands."""
    for n in range(50):
        desk.answer("questionaa", at(n))
    bad = back_up(desk.path, desk.backups, NOW)
    bad.write_bytes(b"\xa5" * 8192)
    with pytest.raises(BackupDamaged) as refused:
        restoring.restore(desk.path, bad, desk.backups, desk.dice, NOW)
    assert refused.value.path == bad
    assert not isinstance(refused.value, CorruptDatabase)
    assert desk.collection.rows() == 50
    desk.reopen()
    assert desk.collection.rows() == 50


def test_a_copy_of_a_newer_program_is_refused(desk: Desk) -> None:
    """What this program cannot read does not take the place of what it can."""
    desk.answer("questionaa", at(0))
    copy = back_up(desk.path, desk.backups, NOW)
    database = Database(copy)
    database.raw.execute("UPDATE alembic_version SET version_num = '9001'")
    database.close()
    with pytest.raises(NewerDatabase):
        restoring.restore(desk.path, copy, desk.backups, desk.dice, NOW)
    assert desk.collection.rows() == 1


def test_no_row_goes_into_a_file_without_a_name(desk: Desk) -> None:
    """Once another file lies there, or none, each step is refused and says so."""
    desk.answer("questionaa", at(0))
    desk.path.rename(desk.root / "elsewhere.sqlite")
    with pytest.raises(HistoryReplaced):
        desk.answer("questionaa", at(1))
    desk.path.write_bytes(b"another file")
    with pytest.raises(HistoryReplaced):
        desk.answer("questionaa", at(2))
    assert desk.collection.rows() == 1
    (desk.root / "elsewhere.sqlite").replace(desk.path)
    desk.answer("questionaa", at(3))
    assert desk.collection.rows() == 2


def test_a_file_that_another_program_has_open_is_not_moved(desk: Desk) -> None:
    """It is told as locked, and moved once the other program is closed."""
    desk.answer("questionaa", at(0))
    desk.close()
    with another_program(desk.path):
        data = bytearray(desk.path.read_bytes())
        with pytest.raises(DatabaseLocked):
            set_aside(desk.path, NOW)
        with pytest.raises(DatabaseLocked):
            recover(desk.path, desk.path, None, desk.dice, NOW)
    assert desk.path.read_bytes() == data
    assert set_aside(desk.path, NOW) is not None
    assert not desk.path.exists()


def test_a_history_put_there_meanwhile_is_not_recovered_over(desk: Desk) -> None:
    """Where a second window went on already, the first is told so."""
    desk.answer("questionaa", at(0))
    aside = desk.root / "quizapp.sqlite.corrupt-2025-10-09"
    aside.write_bytes(b"damaged")
    with pytest.raises(HistoryReplaced):
        recover(desk.path, aside, None, desk.dice, NOW)
    assert desk.collection.rows() == 1
    assert not desk.path.with_name(".quizapp.sqlite.recovering").exists()
