"""Odd names of decks and folders: found, copied under a clean one, or told to the user."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from history_desk import Desk, named, short
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.collection.deck_folders import added, find, folders_in
from quizapp.collection.path_text import from_text, is_text, shown, to_text
from quizapp.collection.taking_in import DeckTaken, clean_name
from quizapp.content.deck import Deck, Source
from quizapp.content.deck_file import save
from quizapp.words.faults import describe

NOT_UTF8 = os.fsdecode(b"k\xf6ln.toml")


def deck_at(path: Path, deck: str = "civics", source: Source | None = None) -> Path:
    """A deck with one question in a file of that name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = path.with_name("plain.toml")
    sources = (source,) if source else ()
    save(plain, Deck(deck, "Civics", sources=sources, questions=(short(named(0), "Which?"),)))
    return plain.rename(path)


@given(st.text(st.characters(exclude_characters="\0"), min_size=1).map(Path))
@example(Path(os.fsdecode(b"/a/\xff.toml")))
@example(Path("escaped:a.toml"))
@example(Path("\ud800"))
def test_a_path_comes_back_from_its_text_whole(path: Path) -> None:
    """Whatever its bytes are; and both texts can be written anywhere."""
    assert from_text(to_text(path)) == path
    assert to_text(path).encode().decode() == to_text(path)
    assert shown(path).encode()
    assert is_text(path) is (shown(path) == str(path))


@given(st.text(min_size=1, max_size=400))
@example("\udcff.toml")
@example("a.toml.txt.toml")
@example("." * 9)
def test_a_clean_name_is_one_that_is_found(name: str) -> None:
    """It ends in one .toml, begins with no dot, and a file system takes it."""
    clean = clean_name(name)
    stem = clean.removesuffix(".toml")
    assert stem != clean
    assert not stem.lower().endswith(".toml")
    assert not clean.startswith(".")
    assert clean.isprintable()
    assert len(clean.encode()) < 255


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("civics.toml", "civics.toml"),
        ("My deck, 2.toml", "My deck, 2.toml"),
        ("UP.TOML", "UP.toml"),
        (".hid.toml", "hid.toml"),
        ("a.toml.toml", "a.toml"),
        ("a.toml.bak", "a.toml"),
        ("deck.txt", "deck.toml"),
        ("notes.v2.toml", "notes.v2.toml"),
        ("deck", "deck.toml"),
        (".toml", "toml.toml"),
        (NOT_UTF8, "k ln.toml"),
    ],
)
def test_a_deck_taken_in_is_found_again(desk: Desk, tmp_path: Path, name: str, clean: str) -> None:
    """Under whatever name it came; the copy is in Library at once, and a second try says so."""
    entry = desk.shelf.take_in(deck_at(tmp_path / "x" / name))
    assert (entry.path, entry.id, entry.unreadable) == (desk.decks / clean, "civics", "")
    assert [place.state.key for place in desk.collection.all_cards("civics")] == [named(0)]
    with pytest.raises(DeckTaken):
        desk.shelf.take_in(tmp_path / "x" / name)
    assert [path.name for path in desk.decks.iterdir()] == [clean]


@pytest.mark.parametrize("name", ["a.toml.toml", ".hid.toml", "UP.TOML", NOT_UTF8])
def test_a_folder_of_a_deck_taken_in_is_looked_into(desk: Desk, tmp_path: Path, name: str) -> None:
    """A deck with a text becomes a folder whose name is no deck's."""
    path = deck_at(tmp_path / "x" / name, source=Source("text", "A text", file="text.md"))
    (tmp_path / "x" / "text.md").write_text("Pristina is the capital.")
    entry = desk.shelf.take_in(path)
    assert entry.id == "civics"
    assert entry.path.parent.parent == desk.decks
    assert desk.shelf.sources("civics")[0].text == "Pristina is the capital."


def test_large_letters_in_the_ending_are_found(desk: Desk) -> None:
    """A deck that was put into the folder as DECK.TOML is a deck."""
    deck_at(desk.decks / "DECK.TOML")
    desk.shelf.rescan()
    assert [entry.id for entry in desk.shelf.entries()] == ["civics"]


@pytest.mark.parametrize("place", [NOT_UTF8, os.fsdecode(b"caf\xe9/deck.toml")])
def test_a_name_that_is_not_utf8_stops_nothing_else(desk: Desk, place: str) -> None:
    """The file is listed with what to do; the others open, and nothing is read twice."""
    odd = deck_at(desk.decks / place, "odd")
    desk.write([short(named(1), "Who?")])
    unreadable = next(entry for entry in desk.shelf.entries() if entry.unreadable)
    assert unreadable.path == odd
    assert unreadable.unreadable == "name-not-utf8"
    said = describe(unreadable.faults[0])
    assert said.encode()
    assert "not UTF-8" in said
    assert unreadable.title.encode()
    assert len(desk.collection.all_cards("civics")) == 1
    assert not desk.shelf.rescan()
    desk.reopen()
    assert not desk.shelf.rescan()
    assert odd in desk.shelf.watched()


def test_a_deck_is_there_once_its_name_is_mended(desk: Desk) -> None:
    """After the rename it opens, and what stood for the old name is gone."""
    odd = deck_at(desk.added / NOT_UTF8)
    desk.shelf.rescan()
    odd.rename(odd.with_name("koeln.toml"))
    assert desk.shelf.rescan()
    (entry,) = desk.shelf.entries()
    assert (entry.id, entry.unreadable) == ("civics", "")


def test_another_program_s_file_with_such_a_name_is_passed_over(desk: Desk) -> None:
    """In a folder that is not for decks alone."""
    desk.added.mkdir()
    (desk.added / NOT_UTF8).write_text("colour = 1")
    desk.shelf.rescan()
    assert desk.shelf.entries() == []


@pytest.mark.parametrize(
    "name",
    ["~nosuchuser-here/x", "a\0b", "/not/there", "x" * 5000, "\ud800", "/dev/null"],
)
def test_an_added_folder_that_cannot_be_is_one_that_is_not_there(name: str) -> None:
    """Nothing is raised, whatever the settings say."""
    assert find([added(name)]) == []
    assert folders_in([added(name)]) == []


def test_a_folder_in_the_user_s_home_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tilde is her home."""
    monkeypatch.setenv("HOME", "/home/somebody")
    assert added("~/decks").path == Path("/home/somebody/decks")
