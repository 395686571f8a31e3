"""Choosing and beginning a deck in the terminal, and the day in lines."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console
from study_desk import SetClock

from quizapp import build, paths
from quizapp.settings import Settings
from quizapp.terminal.begin import (
    EmptyDeckError,
    NoSuchDeckError,
    begin,
    deck_named,
    suggest,
)
from quizapp.terminal.due_lines import due_lines, plan_line
from quizapp.terminal.keyboard import EndedError, Keyboard, StoppedError

WITHOUT_IDS = """format = 1
[deck]
id = "own"
title = "My own"
[[question]]
prompt = "Capital of Kosovo?"
answer = "Pristina"
"""


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[build.OpenRooms]:
    """A fresh home with the bundled decks."""
    rooms = build.open_rooms(paths.Home(tmp_path / "home"), Settings(), SetClock())
    yield rooms
    rooms.close()


def _typing(*lines: str) -> Keyboard:
    typed = iter(lines)
    return Keyboard(lambda _prompt: next(typed))


def _silent() -> Console:
    return Console(file=io.StringIO())


@pytest.mark.parametrize(
    "wanted",
    [
        "kosovo-nato",
        "kosovo asks to join NATO",
        str(paths.bundled_decks() / "kosovo-nato.toml"),
    ],
)
def test_a_deck_goes_by_id_title_or_file(rooms: build.OpenRooms, wanted: str) -> None:
    """All three mean the same deck, and nothing is copied."""
    assert deck_named(rooms.library, wanted).entry.id == "kosovo-nato"


def test_a_deck_from_elsewhere_is_taken_in_and_given_ids(
    rooms: build.OpenRooms, tmp_path: Path
) -> None:
    """After two yeses it is begun from the user's own folder; the file itself stays as it was."""
    file = tmp_path / "own.toml"
    file.write_text(WITHOUT_IDS)
    line = deck_named(rooms.library, str(file))
    assert begin(rooms.library, line, _silent(), _typing("", "y"))
    assert [deck.id for deck in rooms.today().begun] == ["own"]
    assert file.read_text() == WITHOUT_IDS


def test_no_means_no(rooms: build.OpenRooms, tmp_path: Path) -> None:
    """Nothing is written into a deck without a yes."""
    file = tmp_path / "own.toml"
    file.write_text(WITHOUT_IDS)
    line = deck_named(rooms.library, str(file))
    assert not begin(rooms.library, line, _silent(), _typing("n"))
    assert rooms.today().begun == ()


def test_an_unknown_deck_names_what_there_is(rooms: build.OpenRooms) -> None:
    """The ids of all decks are at hand for the message."""
    with pytest.raises(NoSuchDeckError) as caught:
        deck_named(rooms.library, "nowhere")
    assert "kosovo-nato" in caught.value.known


def test_an_empty_deck_is_said_to_be_empty(rooms: build.OpenRooms, tmp_path: Path) -> None:
    """There is nothing to begin."""
    file = tmp_path / "own.toml"
    file.write_text('format = 1\n[deck]\nid = "own"\ntitle = "My own"\n')
    line = deck_named(rooms.library, str(file))
    with pytest.raises(EmptyDeckError):
        begin(rooms.library, line, _silent(), _typing())


@pytest.mark.parametrize(("typed", "deck"), [("", "kosovo-nato"), ("y", "kosovo-nato"), ("n", "")])
def test_a_first_launch_suggests_a_deck(rooms: build.OpenRooms, typed: str, deck: str) -> None:
    """Enter is yes."""
    assert suggest(rooms.today(), _typing(typed)) == deck


def test_the_day_in_lines(rooms: build.OpenRooms) -> None:
    """First what could be begun, then what is planned, deck by deck."""
    assert due_lines(rooms.today())[-1] == "Begin with: quizapp study kosovo-nato"
    rooms.library.begin("kosovo-nato")
    shown = rooms.today()
    assert plan_line(shown).startswith("10 new · about ")
    assert "  Kosovo asks to join NATO: 0 due, " in due_lines(shown)[1]
    rooms.use(Settings(new_per_day=0))
    assert due_lines(rooms.today())[0] == "Nothing is due today."


def test_the_keyboard_tells_ctrl_c_from_the_end() -> None:
    """Ctrl-C stops, Ctrl-D ends."""

    def stopped(_prompt: str) -> str:
        raise KeyboardInterrupt

    def ended(_prompt: str) -> str:
        raise EOFError

    with pytest.raises(StoppedError):
        Keyboard(stopped).line("")
    with pytest.raises(EndedError):
        Keyboard(ended).line("")
