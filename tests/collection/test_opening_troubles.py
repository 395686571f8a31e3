"""What else can be wrong when a history is opened: gone, barred, without room, half broken."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from history_desk import NOW, Desk, answered, at
from sqlalchemy.exc import SQLAlchemyError

from quizapp.collection.backup import back_up
from quizapp.collection.database import Database
from quizapp.collection.failures import (
    CacheDamaged,
    CorruptDatabase,
    DamageMet,
    DiskFull,
    FileInPlace,
    FolderInPlace,
    HistoryReplaced,
    MissingDatabase,
    NewerDatabase,
    NoRoomToOpen,
)
from quizapp.collection.opening import begin_anew, open_collection
from quizapp.collection.rebuild import check
from quizapp.collection.recovery import recover


def changed(path: Path, statement: str) -> None:
    """Carry out a statement on a closed database."""
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize("emptied", [False, True])
def test_a_history_that_is_gone_is_missed_where_there_are_backups(
    desk: Desk, emptied: bool
) -> None:
    """No new one is made in silence; the newest good copy brings it back."""
    desk.answer("questionaa")
    copy = back_up(desk.path, desk.backups, NOW)
    desk.close()
    desk.path.unlink()
    if emptied:
        desk.path.touch()
    for _ in range(2):
        with pytest.raises(MissingDatabase) as refused:
            desk.opened()
        assert refused.value.backup == copy
        assert refused.value.aside is None
    recover(desk.path, desk.path, copy, desk.dice, NOW)
    desk.collection = desk.opened()
    assert desk.collection.rows() == 1


def test_beginning_anew_is_a_step_of_its_own(desk: Desk) -> None:
    """Asked for, an empty history is made; one that is there is not overwritten."""
    desk.answer("questionaa")
    back_up(desk.path, desk.backups, NOW)
    desk.close()
    desk.path.unlink()
    begin_anew(desk.path, desk.dice)
    with pytest.raises(HistoryReplaced):
        begin_anew(desk.path, desk.dice)
    desk.collection = desk.opened()
    assert desk.collection.rows() == 0
    desk.answer("questionaa")
    assert desk.collection.rows() == 1


def test_a_folder_in_its_place_is_said_so(tmp_path: Path) -> None:
    """What lies there is named, and left."""
    path = tmp_path / "quizapp.sqlite"
    path.mkdir()
    with pytest.raises(FolderInPlace) as refused:
        open_collection(path, bytes, tmp_path / "backups", NOW)
    assert refused.value.path == path
    assert path.is_dir()


def test_a_file_in_place_of_its_folder_is_said_so(tmp_path: Path) -> None:
    """The file that bars the way is named, however far above it lies."""
    file = tmp_path / "data"
    file.write_text("a file")
    for path in (file / "quizapp.sqlite", file / "home" / "quizapp.sqlite"):
        with pytest.raises(FileInPlace) as refused:
            open_collection(path, bytes, tmp_path / "backups", NOW)
        assert refused.value.path == file


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE cards",
        "DROP TABLE daily",
        "DROP TRIGGER cards_came",
        "DROP INDEX cards_due",
        "ALTER TABLE cards DROP COLUMN lapses",
    ],
)
def test_a_broken_cache_is_damage_from_which_every_answer_comes_back(
    desk: Desk, damage: str
) -> None:
    """Only the log is needed; what is made from it is made anew."""
    for n in range(30):
        desk.answer(f"question{n % 5}", at(n))
    before = {row.id for row in desk.collection.log_rows()}
    desk.close()
    changed(desk.path, damage)
    with pytest.raises(CacheDamaged) as refused:
        desk.opened()
    aside = refused.value.aside
    assert aside is not None
    found = recover(desk.path, aside, None, desk.dice, NOW)
    assert (found.from_backup, found.salvaged) == (0, 30)
    desk.collection = desk.opened()
    assert {row.id for row in desk.collection.log_rows()} == before
    assert check(desk.database) == []


@pytest.mark.parametrize("damage", ["DROP TABLE log", "DROP TABLE meta"])
def test_a_lost_log_is_more_than_a_broken_cache(desk: Desk, damage: str) -> None:
    """Without it there is nothing to make the rest of."""
    desk.close()
    changed(desk.path, damage)
    with pytest.raises(CorruptDatabase) as refused:
        desk.opened()
    assert not isinstance(refused.value, CacheDamaged)


def test_a_database_without_a_version_is_damaged_not_newer(desk: Desk) -> None:
    """An empty table of versions says nothing of a newer program."""
    desk.answer("questionaa")
    desk.close()
    changed(desk.path, "DELETE FROM alembic_version")
    with pytest.raises(CorruptDatabase) as refused:
        desk.opened()
    assert not isinstance(refused.value, NewerDatabase)
    assert refused.value.aside is not None
    recover(desk.path, refused.value.aside, None, desk.dice, NOW)
    desk.collection = desk.opened()
    assert desk.collection.rows() == 1


def test_damage_met_in_the_middle_claims_no_set_aside(desk: Desk) -> None:
    """A table that goes while the history is open is damage, and the file lies where it did."""
    desk.answer("questionaa")
    changed(desk.path, "DROP TABLE past")
    with pytest.raises(DamageMet) as met:
        desk.collection.former_answer("questionaa")
    assert met.value.aside is None
    assert desk.path.exists()


def test_no_answer_gets_into_an_error(desk: Desk) -> None:
    """What the log file would keep of a failure has neither question nor answer in it."""
    desk.database.raw.execute(
        "CREATE TRIGGER refuse BEFORE INSERT ON log BEGIN SELECT raise(ABORT, 'no'); END"
    )
    with pytest.raises(SQLAlchemyError) as failed:
        desk.answer("questionaa")
    assert "Pristina" not in str(failed.value)
    assert "questionaa" not in str(failed.value)


def test_without_room_for_a_lock_it_can_be_looked_at(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cards can be seen, and a step says that the disk is full."""
    desk.answer("questionaa")
    desk.close()
    without_room(monkeypatch)
    desk.collection = desk.opened()
    assert desk.collection.read_only
    assert desk.collection.card("questionaa").reviews == 1
    with pytest.raises(DiskFull):
        desk.collection.append(answered("questionaa", at(1)))


def test_without_room_for_a_new_history_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No step has failed yet, and the words do not speak of one."""
    without_room(monkeypatch)
    with pytest.raises(NoRoomToOpen):
        open_collection(tmp_path / "quizapp.sqlite", bytes, tmp_path / "backups", NOW)


def without_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every connection that would write fail as on a full disk."""
    set_up = Database._set_up

    def refusing(self: Database, busy_ms: int) -> None:
        if not self.read_only:
            raise full()
        set_up(self, busy_ms)

    monkeypatch.setattr(Database, "_set_up", refusing)


def full() -> sqlite3.Error:
    """SQLite's error when there is no room for the index of its write-ahead log."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    return error


def test_a_clock_before_1970_closes_no_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLAlchemy's pool takes a connection made before 1970 for a stale one."""
    monkeypatch.setattr("time.time", lambda: -5e8)
    database = Database(tmp_path / "quizapp.sqlite")
    with database.transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE log (a)")
    assert database.value("SELECT count(*) FROM log") == 0
    assert database.data_version() > 0
    database.close()
    with pytest.raises(sqlite3.ProgrammingError):
        database.raw.execute("SELECT 1")
