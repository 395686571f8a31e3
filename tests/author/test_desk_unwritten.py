"""A file that is gone, broken, or cannot be written: all is kept, and goes into it later."""

from __future__ import annotations

from pathlib import Path

import pytest
from author_deck import TEXT, A, C, answer
from author_home import editor_in, look, save

from quizapp.author.desk import DeckDesk
from quizapp.author.editor import DeckEditor
from quizapp.author.told import HeadFields, SaveState, Side


def test_a_file_that_is_gone_is_not_made_anew_unasked(
    desk: DeckDesk, path: Path, editor: DeckEditor
) -> None:
    """Everything is kept, and merged when the file comes back."""
    answer(desk, A, "one")
    path.unlink()
    saved = save(desk)
    assert saved is not None
    assert saved.state is SaveState.GONE
    assert not path.exists()
    path.write_text(TEXT.replace('"2"', '"two"'))
    assert look(desk).state is SaveState.SAVED
    assert path.read_text() == TEXT.replace('"1"', '"one"').replace('"2"', '"two"')
    there = path.read_text()
    path.unlink()
    answer(desk, A, "uno")
    save(desk)
    path.write_text(there)  # it comes back after the window was closed
    again = editor.open(path)
    assert again.fields(A).answers == ("uno",)
    save(again)
    assert '"uno"' in path.read_text()


@pytest.mark.parametrize("blank", [b"", b"\n", b"\xef\xbb\xbf \r\n\n"])
def test_a_file_that_was_emptied_is_written_anew_when_asked(
    desk: DeckDesk, path: Path, blank: bytes
) -> None:
    """It holds no more than one that was deleted, blank lines or not."""
    answer(desk, A, "one")
    path.write_bytes(blank)
    saved = save(desk)
    assert saved is not None
    assert saved.state is SaveState.GONE
    assert path.read_bytes() == blank
    saving = desk.begin_save(anew=True)
    assert saving is not None
    saving.run()
    assert desk.end_save(saving).state is SaveState.SAVED
    assert path.read_text() == TEXT.replace('"1"', '"one"')


def test_a_file_that_is_gone_is_written_anew_when_asked(desk: DeckDesk, path: Path) -> None:
    """All of it, as it stands on the desk."""
    answer(desk, A, "one")
    path.unlink()
    save(desk)
    saving = desk.begin_save(anew=True)
    assert saving is not None
    saving.run()
    assert desk.end_save(saving).state is SaveState.SAVED
    assert path.read_text() == TEXT.replace('"1"', '"one"')


@pytest.mark.parametrize("broken", ["not a deck", TEXT + "[[question]\n", "format = 9\n"])
def test_a_file_that_is_broken_is_not_touched(desk: DeckDesk, path: Path, broken: str) -> None:
    """Nothing is written over it; when it is mended, all is merged."""
    answer(desk, A, "one")
    path.write_text(broken)
    saved = save(desk)
    assert saved is not None
    assert saved.state is SaveState.BROKEN
    assert saved.error is not None
    assert path.read_text() == broken
    path.write_text(TEXT.replace('"3"', '"three"'))
    again = editor_in(path.parent.parent).open(path)  # as after a crash
    assert again.fields(A).answers == ("one",)
    assert again.fields(C).answers == ("three",)
    assert save(desk) is not None
    assert desk.state is SaveState.SAVED
    assert path.read_text() == TEXT.replace('"1"', '"one"').replace('"3"', '"three"')


def test_a_disk_that_fails_loses_nothing(
    desk: DeckDesk, path: Path, monkeypatch: pytest.MonkeyPatch, editor: DeckEditor
) -> None:
    """The deck stays whole, what was typed is kept as a draft, and the next save writes it."""
    answer(desk, A, "one")

    def full(at: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device", str(at))

    with monkeypatch.context() as patch:
        patch.setattr("quizapp.author.desk_saving.write_whole", full)
        saved = save(desk)
    assert saved is not None
    assert saved.state is SaveState.FAILED
    assert isinstance(saved.error, OSError)
    assert path.read_text() == TEXT
    assert editor.open(path).fields(A).answers == ("one",)
    save(desk)
    assert path.read_text() == TEXT.replace('"1"', '"one"')


def test_a_read_only_file_is_not_replaced(desk: DeckDesk, path: Path, editor: DeckEditor) -> None:
    """It stays as it is, and what was typed is kept until it may be written."""
    answer(desk, A, "one")
    path.chmod(0o444)
    saved = save(desk)
    assert saved is not None
    assert saved.kept
    assert isinstance(saved.error, PermissionError)
    assert saved.state is SaveState.FAILED
    assert path.read_text() == TEXT
    assert editor.open(path).fields(A).answers == ("one",)
    path.chmod(0o644)
    save(desk)
    assert path.read_text() == TEXT.replace('"1"', '"one"')


def test_a_folder_that_vanishes_and_comes_back(desk: DeckDesk, path: Path) -> None:
    """What was typed is kept, goes in when it is there again, and can be written anew."""
    answer(desk, A, "one")
    aside = path.parent.with_name("aside")
    path.parent.rename(aside)
    saved = save(desk)
    assert saved is not None
    assert saved.state is SaveState.GONE
    assert not path.parent.exists()
    aside.rename(path.parent)
    assert look(desk).state is SaveState.SAVED
    assert '"one"' in path.read_text()
    path.parent.rename(aside)
    answer(desk, A, "uno")
    save(desk)
    anew = desk.begin_save(anew=True)
    assert anew is not None
    anew.run()
    assert desk.end_save(anew).state is SaveState.SAVED
    assert '"uno"' in path.read_text()


def test_all_that_could_not_be_written_meets_what_came_since(
    desk: DeckDesk, path: Path, editor: DeckEditor
) -> None:
    """The deck's own page and questions alike: both sides are shown when it is opened again."""
    desk.change_head(HeadFields("Mine"))
    answer(desk, A, "mine")
    answer(desk, C, "mine too")
    path.chmod(0o444)
    save(desk)
    path.chmod(0o644)
    path.write_text(TEXT.replace('"Deck"', '"Theirs"').replace('"1"', '"theirs"'))
    again = editor.open(path)
    assert again.fields(C).answers == ("mine too",)
    save(again)
    found = {"deck" if c.key[0] == "#" else c.key: (c.mine, c.theirs) for c in again.conflicts}
    assert found.keys() == {"deck", A}
    assert all("ine" in mine and "heirs" in theirs for mine, theirs in found.values())
    for conflict in again.conflicts:
        again.resolve(conflict.key, Side.MINE)
    save(again)
    mine = TEXT.replace('"Deck"', '"Mine"').replace('"1"', '"mine"').replace('"3"', '"mine too"')
    assert path.read_text() == mine


def test_it_is_told_where_not_even_a_draft_can_be_kept(
    desk: DeckDesk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk takes neither; all is on the desk still, and the next save writes it."""
    answer(desk, A, "one")

    def full(at: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device", str(at))

    with monkeypatch.context() as patch:
        patch.setattr("quizapp.author.desk_saving.write_whole", full)
        patch.setattr("quizapp.author.draft_file.write_whole", full)
        saved = save(desk)
    assert saved is not None
    assert (saved.state, saved.kept) == (SaveState.FAILED, False)
    save(desk)
    assert '"one"' in path.read_text()
