"""The commands typed in a terminal, and which words open the window."""

from __future__ import annotations

import os
import re
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.__main__ import WindowWanted, has_display, window_wanted
from quizapp.terminal import desktop_entry

COMMANDS = ["study", "rebuild", "backup", "install-desktop"]
LATER = ["check", "generate", "stats", "import", "export", "sync"]


def quizapp(home: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the program with no display and no terminal."""
    plain = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    plain.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-P", "-m", "quizapp", *words],
        env={**plain, "QUIZAPP_HOME": str(home), "COLUMNS": "90", **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], WindowWanted(None, None)),
        (["--home", "x"], WindowWanted(Path("x"), None)),
        (["--home=x y"], WindowWanted(Path("x y"), None)),
        (["a deck.toml"], WindowWanted(None, Path("a deck.toml"))),
        (["--home", "x", "d.TOML"], WindowWanted(Path("x"), Path("d.TOML"))),
        (["d.toml", "--home", "x"], WindowWanted(Path("x"), Path("d.toml"))),
        (["study"], None),
        (["study", "d.toml"], None),
        (["--home", "x", "study"], None),
        (["--home"], None),
        (["--help"], None),
        (["a.toml", "b.toml"], None),
        (["d.md"], None),
    ],
)
def test_no_command_opens_the_window(words: list[str], wanted: WindowWanted | None) -> None:
    """No word, --home and one deck are for the window; all else is a command."""
    assert window_wanted(words) == wanted


@pytest.mark.parametrize(
    ("env", "platform", "display"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":64999"}, "linux", False),
        ({"DISPLAY": "localhost:59999.0"}, "linux", False),
        ({"DISPLAY": "nonsense"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-gone", "XDG_RUNTIME_DIR": "/nowhere"}, "linux", False),
        ({"WAYLAND_DISPLAY": "a\0b"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_display_is_looked_for(env: dict[str, str], platform: str, display: bool) -> None:
    """Qt would abort the program where there is none."""
    assert has_display(env, platform) is display


def test_a_display_that_answers_is_one(tmp_path: Path) -> None:
    """A display that is named is knocked at, since one that is gone is often still named."""
    env = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not has_display(env, "linux")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wayland-0"))
        listening.listen()
        assert has_display(env, "linux")


def test_the_way_to_the_window_imports_no_parser_of_commands() -> None:
    """Neither typer nor rich nor SQLAlchemy is loaded before the first frame."""
    code = (
        "import sys, quizapp.__main__, quizapp.app;"
        "print([m for m in ('typer', 'rich', 'sqlalchemy', 'quizapp.cli') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_display_and_terminal_it_prints_what_there_is(tmp_path: Path) -> None:
    """One line says why, the rest what could be begun, and all is well."""
    done = quizapp(tmp_path)
    assert done.returncode == 0
    assert "no display" in done.stderr
    assert "quizapp study kosovo-nato" in done.stdout


def test_a_deck_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    """By file or by name, with what there is, and no traceback."""
    for words in (("nowhere.toml",), ("study", "nowhere")):
        done = quizapp(tmp_path, *words)
        assert done.returncode == 2
        assert "There is no deck" in done.stderr
        assert "Traceback" not in done.stderr
    assert "kosovo-nato" in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(tmp_path: Path, command: str) -> None:
    """And it can be read without colour."""
    done = quizapp(tmp_path, command, "--help", NO_COLOR="1")
    assert done.returncode == 0
    assert re.search(rf"Example: quizapp {command}", done.stdout)
    assert "\x1b" not in done.stdout


def test_help_shows_only_what_is_there(tmp_path: Path) -> None:
    """Commands whose work is not there yet are not named."""
    done = quizapp(tmp_path, "--help")
    named = set(re.findall(r"^│ (\w[\w-]*)", done.stdout, re.MULTILINE))
    assert set(COMMANDS) <= named
    assert named.isdisjoint(LATER)


def test_version_and_misuse(tmp_path: Path) -> None:
    """The version is said; a word that is no command ends with 2."""
    assert quizapp(tmp_path, "--version").stdout.startswith("quizapp ")
    done = quizapp(tmp_path, "frobnicate")
    assert done.returncode == 2
    assert "frobnicate" in done.stderr


def test_rebuild_proves_and_mends(tmp_path: Path) -> None:
    """Equal at first; a cache that was meddled with is told and mended."""
    assert quizapp(tmp_path, "rebuild", "--check").returncode == 0
    database = sqlite3.connect(tmp_path / "quizapp.sqlite")
    with database:
        database.execute("UPDATE cards SET stability = 5, reviews = 1 WHERE rowid = 3")
    database.close()
    done = quizapp(tmp_path, "rebuild", "--check")
    assert done.returncode == 1
    assert "differ" in done.stderr
    assert quizapp(tmp_path, "rebuild").returncode == 0
    assert quizapp(tmp_path, "rebuild", "--check").returncode == 0


def test_backup_says_where_it_is(tmp_path: Path) -> None:
    """A verified copy in the home's folder; --home goes before QUIZAPP_HOME."""
    home = tmp_path / "a home"
    done = quizapp(tmp_path / "other", "--home", str(home), "backup")
    assert done.returncode == 0
    (copy,) = (home / "backups").glob("*.sqlite")
    assert str(copy) in done.stdout.replace("\n", "")


def test_a_home_that_cannot_be_is_said_plainly(tmp_path: Path) -> None:
    """A file where the folder should be."""
    file = tmp_path / "file"
    file.write_text("no folder")
    done = quizapp(file, "backup")
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_the_desktop_entry_comes_and_goes(tmp_path: Path) -> None:
    """Entry and icon are put below XDG_DATA_HOME and taken away again."""
    data = tmp_path / "data home"
    done = quizapp(tmp_path, "install-desktop", XDG_DATA_HOME=str(data))
    assert done.returncode == 0
    entry, icon = desktop_entry.places(data)
    text = entry.read_text()
    program = re.search(r"^Exec=(\S+)", text, re.MULTILINE)
    assert program is not None
    assert Path(program.group(1)).is_absolute()
    assert "StartupWMClass=quizapp" in text
    assert icon.read_text().lstrip().startswith("<")
    quizapp(tmp_path, "install-desktop", "--remove", XDG_DATA_HOME=str(data))
    assert not entry.exists()
    assert not icon.exists()


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("/usr/bin/quizapp", "/usr/bin/quizapp"),
        ("/home/a b/quizapp", '"/home/a b/quizapp"'),
        ("/home/100%/q", "/home/100%%/q"),
        ('/a"b/q', '"/a\\\\"b/q"'),
        ("/a$b/q", '"/a\\\\$b/q"'),
        ("/a\\b/q", '"/a\\\\\\\\b/q"'),
    ],
)
def test_a_path_is_quoted_as_the_specification_wants_it(argument: str, written: str) -> None:
    """Spaces, percent signs, quotes, dollars and backslashes come through."""
    assert desktop_entry.quoted(argument) == written


def test_data_home_falls_back_to_the_default() -> None:
    """A path that is not absolute is not used."""
    assert desktop_entry.data_home({"XDG_DATA_HOME": "/x"}) == Path("/x")
    default = Path("/h/.local/share")
    assert desktop_entry.data_home({"HOME": "/h"}) == default
    assert desktop_entry.data_home({"XDG_DATA_HOME": "x", "HOME": "/h"}) == default
