"""The commands typed in a terminal, and which words open the window."""

from __future__ import annotations

import os
import re
import shlex
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.__main__ import WindowWanted, has_display, window_wanted
from quizapp.terminal import desktop_entry

COMMANDS = ["study", "generate", "check", "rebuild", "backup", "install-desktop"]
LATER = ["stats", "import", "export", "sync"]


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
        (["--home="], None),
        (["--home", ""], None),
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


def test_links_that_lead_nowhere_are_taken_away(tmp_path: Path) -> None:
    """Left by a program folder that is gone, they are removed and never written through."""
    data = tmp_path / "data home"
    for path in desktop_entry.places(data):
        path.parent.mkdir(parents=True)
        path.symlink_to(tmp_path / "gone" / path.name)
    done = quizapp(tmp_path, "install-desktop", "--remove", XDG_DATA_HOME=str(data))
    assert done.returncode == 0
    assert "nothing to remove" not in done.stdout
    entry, icon = desktop_entry.places(data)
    assert not os.path.lexists(entry)
    assert not os.path.lexists(icon)
    entry.symlink_to(tmp_path / "gone" / "entry")
    assert quizapp(tmp_path, "install-desktop", XDG_DATA_HOME=str(data)).returncode == 0
    assert entry.is_file()
    assert not entry.is_symlink()


def by_shell(home: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which `quizapp` is the program, with no display and no terminal."""
    plain = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    plain.pop("QT_QPA_PLATFORM", None)
    program = f'quizapp() {{ {shlex.quote(sys.executable)} -P -m quizapp "$@"; }}; '
    return subprocess.run(
        ["/bin/sh", "-c", program + line],
        env={**plain, "QUIZAPP_HOME": str(home), "COLUMNS": "90"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("line", ["study <&-", "study >&-", "study <&- >&- 2>&-", "backup >&-"])
def test_a_closed_stream_is_an_empty_one(tmp_path: Path, line: str) -> None:
    """A shell may close any of the three; the command does what it can."""
    done = by_shell(tmp_path, f"quizapp {line}")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("words", ["--help", "study", "backup", "study --help", "--version"])
def test_output_that_cannot_be_written_is_said_in_one_line(tmp_path: Path, words: str) -> None:
    """A full device ends with 1, and no traceback."""
    done = by_shell(tmp_path, f"quizapp {words} >/dev/full")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "could not be written" in done.stderr


def test_errors_that_cannot_be_written_are_let_go(tmp_path: Path) -> None:
    """There is nowhere left to say anything, but the exit code still tells."""
    assert by_shell(tmp_path, "quizapp study nowhere 2>/dev/full").returncode in (1, 2)


@pytest.mark.parametrize("words", ["study", "--help"])
def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path, words: str) -> None:
    """A pipe whose other end is closed ends the program without a word."""
    done = by_shell(tmp_path, f"( quizapp {words}; echo $? >&3 ) 3>&2 | true")
    assert done.stderr.strip() in ("0", "1", "141")


@pytest.mark.parametrize("words", [["--home=", "backup"], ["--home", "", "backup"]])
def test_a_home_without_a_name_is_misuse(tmp_path: Path, words: list[str]) -> None:
    """It is never taken for the current folder."""
    done = quizapp(tmp_path / "home", *words)
    assert done.returncode == 2
    assert "no name" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_home_of_nobody_is_misuse(tmp_path: Path) -> None:
    """By option and by environment, in words."""
    for done in (
        quizapp(tmp_path, "--home", "~nosuchuser-here/x", "backup"),
        quizapp(Path("~nosuchuser-here/x"), "backup"),
    ):
        assert done.returncode == 2
        assert "no user" in done.stderr
        assert "Traceback" not in done.stderr


def test_settings_set_aside_are_told(tmp_path: Path) -> None:
    """The first command that meets a damaged file says where it lies now, the next is silent."""
    (tmp_path / "settings.toml").write_text("new_per_day = [")
    done = quizapp(tmp_path, "backup")
    assert done.returncode == 0
    assert str(tmp_path / "settings.toml.damaged") in done.stderr.replace("\n", "")
    assert quizapp(tmp_path, "backup").stderr == ""


def test_a_damaged_history_names_the_newest_backup(tmp_path: Path) -> None:
    """And says what the window would do about it."""
    assert quizapp(tmp_path, "backup").returncode == 0
    (copy,) = (tmp_path / "backups").glob("*.sqlite")
    for path in tmp_path.glob("quizapp.sqlite*"):
        path.unlink()
    (tmp_path / "quizapp.sqlite").write_bytes(b"no history at all" * 1000)
    done = quizapp(tmp_path, "study")
    assert done.returncode == 1
    assert str(copy) in done.stderr.replace("\n", "")
    assert "quizapp alone" in done.stderr
    assert "Traceback" not in done.stderr


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
