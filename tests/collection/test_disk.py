"""A full disk and a read-only home, on small file systems of their own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from history_desk import NOW, TODAY, Desk, at, named, short

from quizapp.collection.backup import back_up, backups
from quizapp.collection.failures import DiskFull, HistoryFailure, NoRoomToOpen, ReadOnlyHome
from quizapp.collection.rebuild import check

pytestmark = pytest.mark.disk


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], check=True)
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(folder: Path) -> Path:
    """Take all room that is left."""
    path = folder / "filling"
    with path.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 4096):
                pass
        except OSError:
            return path
    return path


def answer_until_refused(desk: Desk) -> None:
    """Answer until there is no room, which soon comes."""
    for n in range(2000):
        desk.answer("questionaa", at(n / 10))


def test_on_a_full_disk_no_answer_is_half_written(small: Path) -> None:
    """An answer without room is told so; all before it are there, and it can be given later."""
    desk = Desk(small)
    desk.answer("questionaa", at(0))
    filling = fill(small)
    given = 1
    refused = None
    while refused is None and given < 2000:
        try:
            desk.answer("questionaa", at(given / 10))
            given += 1
        except DiskFull as error:
            refused = error
    assert refused is not None
    assert desk.collection.rows() == given
    filling.unlink()
    desk.answer("questionaa", at(900))
    desk.reopen()
    assert desk.collection.rows() == given + 1
    assert desk.collection.card("questionaa").reviews == given + 1
    assert check(desk.database) == []
    desk.close()


def test_on_a_full_disk_no_copy_is_left_half(small: Path) -> None:
    """A copy that finds no room is thrown away, and the history goes on."""
    desk = Desk(small)
    desk.answer("questionaa", at(0))
    filling = fill(small)
    with pytest.raises(HistoryFailure):
        back_up(desk.path, desk.backups, NOW)
    assert backups(desk.backups) == []
    filling.unlink()
    desk.answer("questionaa", at(1))
    assert desk.collection.rows() == 2
    desk.close()


def test_a_start_on_a_full_disk_can_be_looked_at(small: Path) -> None:
    """Where there is no room even for a lock, what was learnt can be seen; then it goes on."""
    desk = Desk(small)
    desk.answer("questionaa", at(0))
    desk.close()
    filling = fill(small)
    desk.reopen()
    assert desk.collection.card("questionaa").reviews == 1
    with pytest.raises(DiskFull):
        answer_until_refused(desk)
    filling.unlink()
    desk.reopen()
    before = desk.collection.rows()
    desk.answer("questionaa", at(900))
    assert desk.collection.rows() == before + 1
    desk.close()


def test_a_first_start_on_a_full_disk_speaks_of_no_step(small: Path) -> None:
    """There is no answer yet that could be kept anywhere."""
    filling = fill(small)
    with pytest.raises(NoRoomToOpen):
        Desk(small)
    filling.unlink()
    Desk(small).close()


def test_a_read_only_home_can_be_looked_at(small: Path) -> None:
    """Cards, counts and decks are there to be seen; an answer is refused, nothing is changed."""
    desk = Desk(small)
    desk.write([short(named(0), "Which?")])
    desk.begin()
    desk.answer(named(0))
    desk.close()
    before = desk.path.read_bytes()
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
    desk.reopen()
    assert desk.collection.read_only
    assert desk.collection.card(named(0)).reviews == 1
    assert desk.collection.counts(TODAY, 0)["civics"].cards == 1
    assert [entry.id for entry in desk.shelf.entries()] == ["civics"]
    assert not desk.shelf.rescan()
    with pytest.raises(ReadOnlyHome):
        desk.answer(named(0), at(1))
    desk.close()
    assert desk.path.read_bytes() == before


def test_a_read_only_home_without_a_history_is_said_so(small: Path) -> None:
    """Where none can be made, that is the reason that is given."""
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
    with pytest.raises(ReadOnlyHome):
        Desk(small)
