"""A deck's head and sources with values that cannot be read: they stay until they are changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from author_home import save

from quizapp.author.desk import DeckDesk
from quizapp.author.editor import DeckEditor
from quizapp.author.told import HeadFields, NewSource

HEAD = '[deck]\nid = "odd"\ntitle = "Odd"\nlanguage = "en"\n'
QUESTION = '[[question]]\nid = "qaaaaaaaaa"\nprompt = "Q?"\nanswer = "A"\n'
ODD = (
    "license = { a = 1 }",
    'authors = "Mira"',
    "authors = [1, 2]",
    "license = 5",
    "description = 1979-05-27",
    "desired = 0.9",
    "[deck.own]\ncolours = [1, 2]",
)


def _deck(home: Path, head: str, sources: str = "") -> Path:
    path = home / "odd.toml"
    path.write_text(f"format = 1\n\n{head}\n{sources}{QUESTION}")
    return path


def _fields(desk: DeckDesk) -> HeadFields:
    deck = desk.deck
    return HeadFields(
        deck.title, deck.description, deck.language, deck.license, tuple(deck.authors)
    )


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_value_stays_while_another_is_changed(
    editor: DeckEditor, home: Path, odd: str
) -> None:
    """The title is another one, and nothing else of the file."""
    path = _deck(home, f"{HEAD}{odd}\n")
    before, desk = path.read_text(), editor.open(path)
    desk.change_head(replace(_fields(desk), title="Even"))
    save(desk)
    assert path.read_text() == before.replace('"Odd"', '"Even"')


@pytest.mark.parametrize(
    ("usual", "odd"),
    [
        ('title = "Odd"', "title = 5"),
        ('language = "en"', 'language = ["en"]'),
        ('id = "odd"', "id = 7"),
    ],
)
def test_what_a_deck_must_have_stays_as_well(
    editor: DeckEditor, home: Path, usual: str, odd: str
) -> None:
    """Also where the editor shows something in its place."""
    path = _deck(home, HEAD.replace(usual, odd))
    before, desk = path.read_text(), editor.open(path)
    desk.change_head(replace(_fields(desk), description="New"))
    save(desk)
    after = path.read_text()
    assert odd in after.splitlines()
    assert after.replace('description = "New"\n', "") == before


def test_an_odd_value_goes_where_another_is_written(editor: DeckEditor, home: Path) -> None:
    """What the author types takes its place."""
    path = _deck(home, f"{HEAD}license = 5\n")
    desk = editor.open(path)
    desk.change_head(replace(_fields(desk), license="MIT"))
    save(desk)
    assert "license = 5" not in path.read_text()
    assert 'license = "MIT"' in path.read_text()
    desk.undo()
    save(desk)
    assert "license = 5" in path.read_text()


def test_a_source_keeps_what_is_odd_in_it(editor: DeckEditor, home: Path) -> None:
    """Its title is another one, and its date is as unreadable as before."""
    source = '[[source]]\nid = "s"\ntitle = "Old"\npublished = { x = 1 }\nurl = 5\n\n'
    path = _deck(home, HEAD, source)
    before, desk = path.read_text(), editor.open(path)
    assert desk.deck.sources
    desk.change_source("s", replace(NewSource("Old"), title="New"))
    save(desk)
    assert path.read_text() == before.replace('"Old"', '"New"')


@pytest.mark.parametrize("odd", ODD)
def test_a_copy_keeps_it_too(editor: DeckEditor, home: Path, odd: str) -> None:
    """Only ids and the title are others."""
    path = _deck(home, f"{HEAD}{odd}\n")
    copy = editor.duplicate(path, "Another").read_text()
    assert 'title = "Another"' in copy
    assert odd in copy
