"""A deck that comes with the program is looked at as it is, and copied with the first change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from author_home import check, dice, look, save
from strategies import IMAGE_BYTES

from quizapp import paths
from quizapp.author.editor import DeckEditor
from quizapp.author.told import NewSource, SaveState
from quizapp.content.deck import Deck
from quizapp.content.deck_file import read
from quizapp.content.question import Kind

BUNDLED = sorted(paths.bundled_decks().glob("*.toml"))


def editor_of_bundled(home: Path, seed: float = 0.0) -> DeckEditor:
    """An editor that knows where texts of bundled decks lie."""
    return DeckEditor(
        home / "decks",
        home / "drafts",
        home / "removed",
        paths.articles(),
        dice(seed),
        lambda: date(2026, 3, 1),
        set,
    )


def deck_of(path: Path, text_root: Path | None = None) -> Deck:
    """A deck that is whole."""
    found = read(path, text_root=text_root)
    assert found.faults == ()
    assert found.deck is not None
    return found.deck


@pytest.fixture(autouse=True)
def untouched() -> Iterator[None]:
    """Whatever is done, no file of the program changes."""
    folders = (paths.bundled_decks(), paths.articles())
    before = {path: path.read_bytes() for f in folders for path in f.rglob("*") if path.is_file()}
    yield
    after = {path: path.read_bytes() for f in folders for path in f.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_looking_writes_nothing(home: Path, path: Path) -> None:
    """Opened, checked, looked at and left: no copy, no draft."""
    desk = editor_of_bundled(home).open(path, bundled=True)
    check(desk)
    assert dict(desk.texts) == dict(read(path, text_root=paths.articles()).texts)
    assert look(desk).state is SaveState.SAVED
    assert desk.begin_save() is None
    assert desk.path == path
    assert [one for one in home.rglob("*") if one.is_file()] == []


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_the_first_change_makes_the_copy(home: Path, path: Path) -> None:
    """Same id, same questions but the one, their texts beside them; it is told once."""
    bundled = deck_of(path, paths.articles())
    desk = editor_of_bundled(home).open(path, bundled=True)
    texts = dict(desk.texts)
    key = desk.keys[0]
    desk.change(key, replace(desk.fields(key), hint="Mine"))
    saved = save(desk)
    assert saved is not None
    assert (saved.state, saved.own_copy, saved.merged) == (SaveState.SAVED, True, frozenset())
    copy = home / "decks" / f"{bundled.id}.toml"
    assert desk.path == copy
    own = deck_of(copy)
    assert (own.id, own.title) == (bundled.id, bundled.title)
    assert own.questions[1:] == bundled.questions[1:]
    assert own.questions[0] == replace(bundled.questions[0], hint="Mine")
    assert dict(read(copy).texts) == texts == dict(desk.texts)
    desk.undo()
    again = save(desk)
    assert again is not None
    assert not again.own_copy
    assert deck_of(copy).questions == bundled.questions
    assert editor_of_bundled(home).open(copy).state is SaveState.SAVED


def test_an_unfinished_question_makes_it_too(home: Path) -> None:
    """Else the draft would be of a deck that Library hides later."""
    desk = editor_of_bundled(home).open(BUNDLED[0], bundled=True)
    key = desk.add(Kind.SHORT).show
    desk.change(key, replace(desk.fields(key), prompt="Half"))
    save(desk)
    assert desk.path.parent == home / "decks"
    again = editor_of_bundled(home, 0.5).open(desk.path)
    assert again.fields(key).prompt == "Half"


def test_a_copy_that_is_there_meanwhile_is_merged(home: Path) -> None:
    """Another window made it: what both changed stands in it."""
    one, two = (editor_of_bundled(home, n / 10).open(BUNDLED[0], bundled=True) for n in (1, 2))
    first, second = one.keys[:2]
    one.change(first, replace(one.fields(first), hint="Of one"))
    save(one)
    two.change(second, replace(two.fields(second), hint="Of two"))
    saved = save(two)
    assert saved is not None
    assert (saved.state, saved.conflicts) == (SaveState.SAVED, ())
    assert two.path == one.path
    assert [q.hint for q in deck_of(one.path).questions[:2]] == ["Of one", "Of two"]
    assert two.fields(first).hint == "Of one"


def test_nothing_is_lost_where_the_copy_cannot_be_made(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was typed is a draft of the bundled deck, and makes the copy the next time."""
    desk = editor_of_bundled(home).open(BUNDLED[0], bundled=True)
    key = desk.keys[0]
    desk.change(key, replace(desk.fields(key), hint="Mine"))

    def full(at: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device", str(at))

    with monkeypatch.context() as patch:
        patch.setattr("quizapp.author.desk_saving.write_whole", full)
        save(desk)
    assert desk.state is SaveState.FAILED
    assert desk.path == BUNDLED[0]
    again = editor_of_bundled(home, 0.5).open(BUNDLED[0], bundled=True)
    assert again.fields(key).hint == "Mine"
    saved = save(again)
    assert saved is not None
    assert (saved.state, saved.own_copy) == (SaveState.SAVED, True)
    assert deck_of(again.path).questions[0].hint == "Mine"
    assert editor_of_bundled(home, 0.6).open(BUNDLED[0], bundled=True).fields(key).hint != "Mine"


def test_pictures_and_texts_come_into_the_copy(home: Path) -> None:
    """They lie beside it at once, and the next save tells of the copy."""
    desk = editor_of_bundled(home).open(BUNDLED[0], bundled=True)
    key = desk.keys[0]
    desk.add_image(key, "Map.svg", IMAGE_BYTES, "A map")
    desk.add_source(NewSource("Another", text="It is so."))
    saved = save(desk)
    assert saved is not None
    assert saved.own_copy
    own = deck_of(desk.path)
    assert own.questions[0].image is not None
    assert (desk.path.parent / own.questions[0].image.path).read_bytes() == IMAGE_BYTES
    assert "It is so." in dict(read(desk.path).texts).values()
