"""The editor as the program joins it: an own copy of a bundled deck hides it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from author_home import save

from quizapp import paths
from quizapp.author.desk import DeckDesk
from quizapp.author.told import NewDeck
from quizapp.build import open_rooms
from quizapp.content.question import Kind
from quizapp.paths import Home
from quizapp.settings import Settings


def test_an_own_copy_hides_the_bundled_deck(tmp_path: Path) -> None:
    """The same deck, once, and the author's own; what she changes is asked."""
    home = Home(tmp_path)
    rooms = open_rooms(home, Settings())
    try:
        editor = rooms.editor()
        before = {entry.id: entry.path for entry in rooms.decks.entries()}
        bundled = before["kosovo-nato"]
        assert bundled.parent == paths.bundled_decks()
        desk = editor.open(bundled, bundled=True)
        assert isinstance(desk, DeckDesk)
        key = next(key for key in desk.keys if desk.fields(key).kind is Kind.SHORT)
        desk.change(key, replace(desk.fields(key), hint="My own hint"))
        save(desk)
        rooms.rescan()
        shown = [entry for entry in rooms.decks.entries() if not entry.hidden]
        after = {entry.id: entry.path for entry in shown}
        assert after.keys() == before.keys()
        assert after["kosovo-nato"] == home.decks / "kosovo-nato.toml"
        path = editor.new(NewDeck("Kosovo NATO"))
        assert path.stem == "kosovo-nato-2"
    finally:
        rooms.close()
