"""Failures in words: what happened, what is safe, what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.collection.backup import BackupFailed
from quizapp.collection.failures import (
    CorruptDatabase,
    DatabaseLocked,
    DiskFull,
    HistoryFailure,
    NewerDatabase,
    ReadOnlyHome,
    UnusableDatabase,
)
from quizapp.collection.taking_in import DeckTaken, NotADeck
from quizapp.content.deck import Fault
from quizapp.paths import NoSuchUserError
from quizapp.words.faults import AMONG_DECKS
from quizapp.words.faults import describe as describe_fault
from quizapp.words.troubles import describe

HERE = Path("/data/quizapp.sqlite")
EVERY = [
    DatabaseLocked(HERE),
    DiskFull(HERE),
    ReadOnlyHome(HERE),
    UnusableDatabase(HERE, "disk I/O error"),
    CorruptDatabase(HERE, aside=Path("/data/aside")),
    CorruptDatabase(HERE),
    NewerDatabase(HERE, "0099"),
    BackupFailed(HERE),
    DeckTaken("civics", HERE, Path("/home/mira/civics.toml")),
    NotADeck(HERE, Fault("empty", 0)),
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
