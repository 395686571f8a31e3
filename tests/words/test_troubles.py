"""Failures in words: what happened, what is safe, what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.collection.backup import BackupDamaged, BackupFailed
from quizapp.collection.failures import (
    CacheDamaged,
    CorruptDatabase,
    DamageMet,
    DatabaseLocked,
    DiskFull,
    FileInPlace,
    FolderInPlace,
    HistoryFailure,
    HistoryReplaced,
    MissingDatabase,
    NewerDatabase,
    NoRoomToOpen,
    ReadOnlyHome,
    UnusableDatabase,
)
from quizapp.collection.taking_in import DeckTaken, NotADeck
from quizapp.content.deck import Fault
from quizapp.content.deck_file import DeckUnreadableError
from quizapp.paths import NoSuchUserError
from quizapp.words.faults import AMONG_DECKS
from quizapp.words.faults import describe as describe_fault
from quizapp.words.troubles import describe, recovered

HERE = Path("/data/quizapp.sqlite")
EVERY = [
    DatabaseLocked(HERE),
    DiskFull(HERE),
    ReadOnlyHome(HERE),
    UnusableDatabase(HERE, "disk I/O error"),
    CorruptDatabase(HERE, aside=Path("/data/aside")),
    CorruptDatabase(HERE),
    CorruptDatabase(HERE, backup=HERE),
    DamageMet(HERE, "database disk image is malformed"),
    CacheDamaged(HERE, "missing: cards", aside=Path("/data/aside")),
    MissingDatabase(HERE),
    MissingDatabase(HERE, backup=HERE),
    NoRoomToOpen(HERE),
    HistoryReplaced(HERE),
    FolderInPlace(HERE),
    FileInPlace(HERE),
    NewerDatabase(HERE, "0099"),
    BackupFailed(HERE),
    BackupDamaged(HERE),
    DeckTaken("civics", HERE, Path("/home/mira/civics.toml")),
    NotADeck(HERE, Fault("empty", 0)),
    DeckUnreadableError(Fault("blocks-wanted", 2, (("key", "question"),))),
    NoSuchUserError(Path("~nobody/x")),
    OSError(13, "Permission denied", "/data/x"),
    RuntimeError("no words for this"),
]


@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_every_failure_says_what_is_safe_and_what_to_do(error: Exception) -> None:
    """Three sentences, with no place left unfilled and no class name shown."""
    said = describe(error, log="/data/quizapp.log")
    assert all((said.what, said.safe, said.do))
    assert "{" not in str(said)
    assert "None" not in str(said)
    assert type(error).__name__ not in str(said)


def test_every_class_of_the_history_has_words_of_its_own() -> None:
    """No failure of the history is told as something that should not have happened."""
    unworded = describe(RuntimeError()).what

    def below(cls: type[HistoryFailure]) -> set[type[HistoryFailure]]:
        return {cls}.union(*(below(one) for one in cls.__subclasses__()))

    worded = {type(error) for error in EVERY}
    assert below(HistoryFailure) - {HistoryFailure} <= worded
    assert all(describe(error).what != unworded for error in EVERY[:-1])


@pytest.mark.parametrize("code", AMONG_DECKS)
def test_faults_between_decks_are_worded(code: str) -> None:
    """What is found between files is told like what is found in one."""
    fault = Fault(code, 3, (("id", "k7f3q2m4xd"), ("path", "civics.toml")))
    assert "{" not in describe_fault(fault)


@pytest.mark.parametrize("error", [CorruptDatabase(HERE), MissingDatabase(HERE), DamageMet(HERE)])
def test_no_backup_is_advised_where_there_is_none(error: Exception) -> None:
    """What to do is something that can be done."""
    assert "backup" not in describe(error).do


def test_damage_met_in_the_middle_claims_no_set_aside() -> None:
    """The file is where it was."""
    said = describe(DamageMet(HERE, "malformed"))
    assert str(HERE) in said.safe
    assert "damaged file lies" not in said.safe


def test_a_full_disk_at_the_start_speaks_of_no_answer() -> None:
    """Nothing was answered yet."""
    assert "answer" not in str(describe(NoRoomToOpen(HERE)))


@pytest.mark.parametrize(
    ("from_backup", "salvaged", "numbers"),
    [(0, 0, []), (1, 0, ["1"]), (120, 0, ["120"]), (0, 7, ["7"]), (120, 1, ["120", "1"])],
)
def test_it_is_told_how_much_came_back(
    from_backup: int, salvaged: int, numbers: list[str]
) -> None:
    """Both numbers, where there are any; where nothing came back, that."""
    said = recovered(from_backup, salvaged)
    assert [word for word in said.split() if word.isdigit()] == numbers
    assert said.endswith(".")
