"""A history in whatever state it is: in words, with what is safe, and never overwritten."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from history_desk import NOW, TODAY, Desk, answered, at

from quizapp.collection.backup import back_up
from quizapp.collection.database import Database
from quizapp.collection.failures import (
    CorruptDatabase,
    DatabaseLocked,
    NewerDatabase,
    ReadOnlyHome,
)
from quizapp.collection.opening import open_collection
from quizapp.collection.rebuild import check
from quizapp.collection.recovery import recover, salvage
from quizapp.collection.restoring import restore
from quizapp.schedule.log import Action, Entry


def overwrite(path: Path, start: float, end: float) -> None:
    """Fill a part of a file, told in shares of its length, with rubbish."""
    data = bytearray(path.read_bytes())
    first, last = int(len(data) * start), int(len(data) * end)
    data[first:last] = b"\xa5" * (last - first)
    path.write_bytes(data)


def test_a_second_opening_finds_the_same_device(desk: Desk) -> None:
    """A machine keeps its name, so that its rows count on."""
    device = desk.collection.device
    assert len(device) == 10
    desk.reopen()
    assert desk.collection.device == device


def test_a_database_locked_by_another_program_is_said_so(desk: Desk) -> None:
    """Nothing is written while another program holds the lock; afterwards it goes on."""
    desk.database.raw.execute("PRAGMA busy_timeout=0")
    other = sqlite3.connect(desk.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseLocked):
        desk.answer("questionaa")
    assert desk.collection.answered_on(TODAY) == []
    other.execute("ROLLBACK")
    other.close()
    desk.answer("questionaa")
    assert desk.collection.card("questionaa").reviews == 1


def test_a_failure_within_an_answer_leaves_nothing_of_it(desk: Desk) -> None:
    """Where the cache cannot be written, the log has no row either."""
    desk.database.raw.execute(
        "CREATE TRIGGER refuse BEFORE INSERT ON cards BEGIN SELECT raise(ABORT, 'no'); END"
    )
    with pytest.raises(Exception, match="no"):
        desk.answer("questionaa")
    assert desk.collection.rows() == 0
    desk.database.raw.execute("DROP TRIGGER refuse")
    desk.answer("questionaa")
    assert desk.collection.rows() == 1


def test_a_newer_database_is_not_touched(desk: Desk) -> None:
    """What a newer program wrote is named and left as it is."""
    desk.database.raw.execute("UPDATE alembic_version SET version_num = '9001'")
    desk.close()
    before = desk.path.read_bytes()
    with pytest.raises(NewerDatabase) as refused:
        desk.opened()
    assert refused.value.version == "9001"
    assert desk.path.read_bytes() == before


def test_another_programs_database_is_no_history(tmp_path: Path) -> None:
    """A database without our tables is set aside, not filled with them."""
    path = tmp_path / "quizapp.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (a)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(CorruptDatabase) as refused:
        open_collection(path, bytes, tmp_path / "backups", NOW)
    assert refused.value.aside is not None
    assert refused.value.aside.read_bytes() == before


def test_a_damaged_database_is_set_aside_until_something_is_put_in_its_place(desk: Desk) -> None:
    """Every opening says so, and names the newest good backup; no empty history appears."""
    desk.answer("questionaa")
    good = back_up(desk.path, desk.backups, NOW)
    bad = back_up(desk.path, desk.backups, NOW.replace(hour=13))
    overwrite(bad, 0.3, 0.6)
    desk.close()
    overwrite(desk.path, 0, 0.01)
    for _ in range(2):
        with pytest.raises(CorruptDatabase) as refused:
            desk.opened()
        assert refused.value.backup == good
        assert refused.value.aside == desk.root / "quizapp.sqlite.corrupt-2025-10-09"
        assert not desk.path.exists()
    aside = desk.root / "quizapp.sqlite.corrupt-2025-10-09"
    found = recover(desk.path, aside, good, desk.dice, NOW)
    assert (found.from_backup, found.salvaged) == (1, 0)
    desk.collection = desk.opened()
    assert desk.collection.card("questionaa").reviews == 1


def test_an_emptied_file_is_damage_where_there_are_backups(desk: Desk) -> None:
    """A file of no length is a new history only where there never was another."""
    desk.answer("questionaa")
    back_up(desk.path, desk.backups, NOW)
    desk.close()
    desk.path.write_bytes(b"")
    with pytest.raises(CorruptDatabase):
        desk.opened()


def test_what_can_be_read_of_a_damaged_log_is_kept(desk: Desk) -> None:
    """Rows on whole pages are salvaged and joined to the backup's, each once."""
    for n in range(300):
        desk.answer(f"question{n % 7}", at(n / 10))
    backup = back_up(desk.path, desk.backups, NOW)
    for n in range(300, 600):
        desk.answer(f"question{n % 7}", at(n / 10))
    desk.close()
    data = bytearray(desk.path.read_bytes())
    pages = [
        n for n in range(0, len(data), 4096) if data[n] == 13 and b"Tirana" in data[n : n + 4096]
    ]
    for page in pages[::9]:
        data[page : page + 4096] = b"\xa5" * 4096
    aside = desk.root / "aside.sqlite"
    aside.write_bytes(data)
    readable = list(salvage(aside))
    assert 400 < len(readable) < 600
    desk.path.unlink()
    found = recover(desk.path, aside, backup, desk.dice, NOW)
    assert found.from_backup == 300
    desk.collection = desk.opened()
    ids = {row.id for row in desk.collection.log_rows()}
    assert ids >= {row.id for row in readable}
    assert len(ids) == found.from_backup + found.salvaged
    assert check(desk.database) == []
    assert aside.read_bytes() == data


def test_damage_met_while_studying_is_looked_into_at_the_next_start(desk: Desk) -> None:
    """A page that turns out damaged makes the next opening look at all of the database."""
    for n in range(400):
        desk.answer(f"question{n}", at(n / 10))
    desk.close()
    data = bytearray(desk.path.read_bytes())
    # Pages near the end: an opening reads only a little of each table.
    for page in range(len(data) // 2 // 4096 * 4096, len(data), 4096):
        if data[page] == 13 and b"Tirana" in data[page : page + 4096]:
            data[page + 100 : page + 4096] = b"\xff" * 3996
    desk.path.write_bytes(data)
    desk.collection = desk.opened()
    with pytest.raises(CorruptDatabase):
        list(desk.collection.log_rows())
    desk.close()
    with pytest.raises(CorruptDatabase) as refused:
        desk.opened()
    assert refused.value.aside is not None


def test_of_a_history_to_look_at_nothing_can_be_changed(desk: Desk) -> None:
    """A connection that only looks answers questions and refuses to write."""
    desk.answer("questionaa")
    looking = Database(desk.path, "ro")
    assert looking.value("SELECT count(*) FROM log") == 1
    with pytest.raises(ReadOnlyHome), looking.transaction():
        pass
    looking.close()


def test_restoring_can_itself_be_undone(desk: Desk) -> None:
    """The present history is copied before an older one takes its place."""
    desk.answer("questionaa", at(0))
    first = back_up(desk.path, desk.backups, NOW)
    desk.answer("questionaa", at(1))
    device = desk.collection.device
    desk.close()
    kept = restore(desk.path, first, desk.backups, desk.dice, NOW)
    desk.collection = desk.opened()
    assert desk.collection.rows() == 1
    assert desk.collection.device != device
    desk.collection.append(answered("questionab", at(2)))
    desk.collection.append(Entry(Action.FLAG, at(3), card="questionab", text="odd"))
    desk.close()
    restore(desk.path, kept, desk.backups, desk.dice, NOW)
    desk.collection = desk.opened()
    assert desk.collection.rows() == 2
    assert check(desk.database) == []


def test_a_damaged_backup_is_not_put_in_place(desk: Desk) -> None:
    """Restoring from a copy that is not whole fails, and the present history stands."""
    for n in range(50):
        desk.answer("questionaa", at(n))
    bad = back_up(desk.path, desk.backups, NOW)
    overwrite(bad, 0.4, 0.8)
    desk.close()
    with pytest.raises(Exception, match=r"."):
        restore(desk.path, bad, desk.backups, desk.dice, NOW)
    desk.collection = desk.opened()
    assert desk.collection.rows() == 50
