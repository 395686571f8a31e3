"""From the first schema to the newest with data, and whether a new database is the same."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from history_desk import NOW, TODAY, Desk, answer, at

from quizapp.collection.backup import backups, verify
from quizapp.collection.database import Database
from quizapp.collection.migrations import upgrading
from quizapp.collection.opening import open_collection
from quizapp.collection.rebuild import check
from quizapp.collection.tables import KNOWN_VERSIONS, VERSION
from quizapp.schedule.log import Action, Entry, Rating


def schema(path: Path) -> dict[str, object]:
    """Tables with their columns, indexes with theirs, triggers with their words."""
    connection = sqlite3.connect(path)
    found: dict[str, object] = {}
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master"):
        if kind == "table":
            found[name] = connection.execute(f"PRAGMA table_info({name})").fetchall()
        elif kind == "index":
            columns = connection.execute(f"PRAGMA index_info({name})").fetchall()
            _, _, where = (sql or "").partition("WHERE")
            found[name] = [columns, " ".join(where.split())]
        else:
            found[name] = " ".join(sql.split())
    connection.close()
    return found


def first_schema(path: Path) -> None:
    """A database as the first version made it."""
    database = Database(path)
    upgrading.upgrade(database, "0001")
    database.close()


def test_the_first_schema_with_data_becomes_the_newest(desk: Desk) -> None:
    """Rows stay as they were, what is new is filled from them, and a copy was made first."""
    desk.answer("questionaa", at(0), answer(Rating.AGAIN, predicted=0.7, seconds=2.25))
    desk.answer("questionaa", at(1), answer(seconds=1.75))
    desk.answer("questionab", at(2))
    desk.collection.undo(TODAY, Entry(Action.UNDO, at(3)))
    rows = list(desk.collection.log_rows())
    done = desk.collection.done_on(TODAY)
    old = desk.root / "old.sqlite"
    first_schema(old)
    with sqlite3.connect(old) as connection:
        connection.execute("ATTACH ? AS new", (str(desk.path),))
        for table in ("log", "cards", "meta"):
            connection.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
    connection.close()
    migrated = open_collection(old, desk.dice, desk.backups, NOW)
    assert list(migrated.log_rows()) == rows
    assert migrated.done_on(TODAY) == done
    assert migrated.device == desk.collection.device
    assert check(migrated.database) == []
    migrated.close()
    (copy,) = backups(desk.backups)
    assert copy.path.name.startswith(f"quizapp-before-{VERSION}_")
    assert verify(copy.path) == len(rows)
    assert "daily" not in schema(copy.path)


def test_a_migrated_schema_is_a_new_one(desk: Desk) -> None:
    """Tables, columns, indexes and triggers are the same, whichever way they came."""
    old = desk.root / "old.sqlite"
    first_schema(old)
    database = Database(old)
    upgrading.upgrade(database)
    database.close()
    assert schema(old) == schema(desk.path)
    assert KNOWN_VERSIONS[-1] == VERSION


def test_a_migration_that_fails_leaves_nothing_of_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All steps are one transaction: the old schema stands as it was, and opens later."""
    old = desk.root / "old.sqlite"
    first_schema(old)
    before = schema(old)

    def breaking_off(database: Database) -> None:
        with database.transaction():
            database.raw.execute("CREATE TABLE half (a)")
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(upgrading, "upgrade", breaking_off)
        with pytest.raises(KeyboardInterrupt):
            open_collection(old, desk.dice, desk.backups, NOW)
    assert schema(old) == before
    open_collection(old, desk.dice, desk.backups, NOW).close()


def test_alembic_is_not_imported_on_the_way_to_a_new_or_current_history(tmp_path: Path) -> None:
    """Its import takes longer than the first frame."""
    code = (
        "import sys, pathlib, datetime\n"
        "from quizapp.collection.opening import open_collection\n"
        "for _ in range(2):\n"
        "    open_collection(pathlib.Path(sys.argv[1]) / 'q.sqlite', bytes,\n"
        "        pathlib.Path(sys.argv[1]), datetime.datetime(2025, 1, 1)).close()\n"
        "print('alembic' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
