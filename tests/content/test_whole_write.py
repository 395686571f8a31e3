"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizapp.content.whole_write import write_whole


def test_nothing_is_left_beside(tmp_path: Path) -> None:
    """After writing, the folder holds the file and nothing else."""
    write_whole(tmp_path / "deck.toml", b"one")
    write_whole(tmp_path / "deck.toml", b"two")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("deck.toml", b"two")]


def test_a_link_is_followed_and_the_mode_kept(tmp_path: Path) -> None:
    """A deck that is a link into another folder stays one, and as readable as it was."""
    real = tmp_path / "real.toml"
    real.write_bytes(b"one")
    real.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(real)
    write_whole(link, b"two")
    assert link.is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"two", 0o640)


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When renaming fails the old file stands and nothing is left beside it."""
    path = tmp_path / "deck.toml"
    write_whole(path, b"one")

    def refuse(_path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"two")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("deck.toml", b"one")]


def test_a_file_with_two_names_keeps_both(tmp_path: Path) -> None:
    """They are one file before and after, as long as its mode lets it be written."""
    path, other = tmp_path / "deck.toml", tmp_path / "other.toml"
    write_whole(path, b"one, which is longer")
    path.chmod(0o640)
    other.hardlink_to(path)
    write_whole(path, b"two")
    assert other.read_bytes() == b"two"
    assert (path.samefile(other), path.stat().st_mode & 0o777) == (True, 0o640)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_write_over_that_fails_puts_back_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk leaves the old bytes under both names."""
    path, other = tmp_path / "deck.toml", tmp_path / "other.toml"
    write_whole(path, b"one")
    other.hardlink_to(path)
    calls: list[int] = []
    sync = os.fsync

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:  # the first was for the copy beside
            raise OSError(28, "No space left on device")
        sync(handle)

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"two, which is longer")
    assert (path.read_bytes(), other.read_bytes()) == (b"one", b"one")
    assert path.samefile(other)
    assert len(list(tmp_path.iterdir())) == 2
