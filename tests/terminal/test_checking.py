"""Decks checked at the terminal: what is printed, mended, written, and how it ends."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from quizapp.check.code import Selection
from quizapp.check.finding import Finding
from quizapp.check.mending import NewId, mended
from quizapp.content.deck import Source
from quizapp.terminal import checking, checking_line
from quizapp.terminal.checking import Asked, Doors
from quizapp.terminal.checking_line import MisusedError, codes_of, explain

HEAD = 'format = 1\n\n[deck]\nid = "d"\ntitle = "t"\n\n'
ID = 'id = "k7f3q2m4xd"\n'
CLEAN = f'{HEAD}[[question]]\n{ID}prompt = "Why is it so?"\nanswer = "it is"\n'
CLEAN = CLEAN.replace("Why is it so?", "Why does ice float on water?")
BARE = CLEAN.replace(ID, "")
NEGATIVE = (
    f"{HEAD}# keep\n[[question]]\n{ID}"
    'prompt = "Which of these is NOT a state?"\nanswer = "Wales"\nwrong = ["Peru", "Chad"]\n'
)
TODAY = date(2026, 11, 24)


@dataclass
class Desk:
    """What the command said, and on which stream."""

    said: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    done: list[tuple[int, int]] = field(default_factory=list)

    def check(
        self, *paths: Path, fix: bool = False, as_json: bool = False, **codes: tuple[str, ...]
    ) -> int:
        """Carry the command out; the exit code."""
        names = (f"{letter * 10}" for letter in "abcdefgh")
        doors = Doors(
            self.said.append, self.told.append, self.failed.append, self._bar, names.__next__
        )
        return checking.check(Asked(paths, fix, as_json, Selection(**codes), TODAY), doors)

    @contextmanager
    def _bar(self, _what: str) -> Iterator[Callable[[int, int], None]]:
        yield lambda done, total: self.done.append((done, total))


@pytest.fixture
def desk() -> Desk:
    """A command that is listened to."""
    return Desk()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Paths are told from here."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def deck(folder: Path, name: str, text: str) -> Path:
    """A file with a deck."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_a_clean_deck_ends_with_0(folder: Path, desk: Desk) -> None:
    """And one line."""
    assert desk.check(deck(folder, "a.toml", CLEAN)) == 0
    assert desk.said == ["1 deck checked, nothing found."]


def test_a_finding_is_told_as_a_linter_does(folder: Path, desk: Desk) -> None:
    """Place, code, what, why, the question; then how much there is."""
    assert desk.check(deck(folder, "a.toml", NEGATIVE)) == 1
    why = "A small word is easily overlooked, and what is not so is not worth learning."
    assert desk.said == [
        f"a.toml:10:1: E309 The question asks what is not so. Ask what is. {why} (k7f3q2m4xd)",
        "1 deck checked, 1 finding.",
    ]


def test_a_mend_stands_below_its_finding(folder: Path, desk: Desk) -> None:
    """With what would make it."""
    assert desk.check(deck(folder, "a.toml", BARE)) == 1
    assert desk.said[1:] == [
        "    --fix: Write a new id",
        "1 deck checked, 1 finding. It can be mended with --fix.",
    ]


def test_json_is_as_designed(folder: Path, desk: Desk) -> None:
    """Every key, and nothing else on standard output."""
    other = BARE.replace('"d"', '"other"')
    paths = deck(folder, "a.toml", NEGATIVE), deck(folder, "sub/b.toml", other)
    assert desk.check(*paths, as_json=True) == 1
    (text,) = desk.said
    why = "A small word is easily overlooked, and what is not so is not worth learning."
    hangs = "What a student learns of a question hangs on its id."
    assert json.loads(text) == {
        "files": 2,
        "questions": 2,
        "findings": [
            {
                "file": "a.toml",
                "line": 10,
                "column": 1,
                "code": "E309",
                "severity": "warning",
                "question": "k7f3q2m4xd",
                "message": f"The question asks what is not so. Ask what is. {why}",
                "fix": None,
            },
            {
                "file": str(Path("sub") / "b.toml"),
                "line": 7,
                "column": 1,
                "code": "E136",
                "severity": "warning",
                "question": None,
                "message": f"The question has no id. {hangs}",
                "fix": "Write a new id",
            },
        ],
    }


def test_safe_mends_are_made_and_told(folder: Path, desk: Desk) -> None:
    """Comments stay, a byte order mark and line ends too."""
    text = "\ufeff" + BARE.replace("\n", "\r\n") + 'tags = ["a", "a"] # why\r\n'
    path = deck(folder, "a.toml", text)
    path.chmod(0o640)
    assert desk.check(path, fix=True) == 0
    assert desk.said == [
        "a.toml:7:1: E136 mended: Write a new id",
        "a.toml:10:1: E116 mended: Take “a” out of “tags” where it stands again",
        "1 deck checked, nothing found.",
    ]
    new = text.replace("[[question]]\r\n", '[[question]]\r\nid = "aaaaaaaaaa"\r\n')
    assert path.read_bytes().decode() == new.replace('["a", "a"]', '["a"]')
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [each.name for each in folder.iterdir()] == ["a.toml"]


def test_nothing_is_written_where_nothing_is_mended(folder: Path, desk: Desk) -> None:
    """Not even the same bytes."""
    path = deck(folder, "a.toml", NEGATIVE)
    before = path.stat()
    assert desk.check(path, fix=True) == 1
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_only_selected_codes_are_told_and_mended(folder: Path, desk: Desk) -> None:
    """The file keeps what was not asked for."""
    path = deck(folder, "a.toml", BARE + 'tags = ["a", "a"]\n')
    assert desk.check(path, fix=True, select=("E116",)) == 0
    assert path.read_text() == BARE + 'tags = ["a"]\n'
    assert desk.check(path, ignore=("E136",)) == 0


def test_a_file_that_cannot_be_written_is_as_it_was(
    folder: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what would have been mended is found."""

    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    path = deck(folder, "a.toml", BARE)
    monkeypatch.setattr(checking, "write_whole", full)
    assert desk.check(path, fix=True) == 2
    assert path.read_text() == BARE
    assert desk.failed == [
        "a.toml could not be written: No space left on device. It is as it was."
    ]
    assert "E136" in desk.said[0]


@pytest.mark.parametrize(
    ("text", "number"),
    [("", "E103"), ("what is this", "E104"), ("a = 1\n", "E105"), ("format = 9\n", "E106")],
)
def test_a_file_that_cannot_be_read_ends_with_2(
    folder: Path, desk: Desk, text: str, number: str
) -> None:
    """The others are checked all the same, and it is not written."""
    bad, good = deck(folder, "a.toml", text), deck(folder, "b.toml", NEGATIVE)
    assert desk.check(bad, good, fix=True) == 2
    assert f" {number} " in desk.said[0]
    assert "E309" in desk.said[1]
    assert bad.read_text() == text


def test_a_file_that_is_not_there(folder: Path, desk: Desk) -> None:
    """Its name is told."""
    assert desk.check(folder / "nowhere.toml") == 2
    assert desk.said[0].startswith("nowhere.toml: E101 There is no such file.")


def test_a_folder_means_every_deck_below_it(folder: Path, desk: Desk) -> None:
    """Not hidden ones, not TOML that is no deck; a link to a folder is not followed."""
    for name in ("a.toml", "sub/deep/er/B.TOML", ".hidden/c.toml", ".d.toml"):
        deck(folder, name, CLEAN.replace('"d"', f'"{Path(name).stem.strip(".").lower()}"'))
    (folder / "sub" / "loop").symlink_to(folder)
    deck(folder, "pyproject.toml", '[project]\nname = "x"\n')
    deck(folder, "notes.txt", "nothing")
    assert desk.check(folder, folder / "a.toml", select=("E1",), ignore=("E138",)) == 0
    assert desk.said == ["2 decks checked, nothing found."]


def test_a_folder_without_decks(folder: Path, desk: Desk) -> None:
    """It is said, and is no failure."""
    assert desk.check(folder) == 0
    assert desk.said == ["There is no deck to check. Name a deck, or a folder with decks."]


def test_decks_are_held_against_each_other(folder: Path, desk: Desk) -> None:
    """One id in two of them."""
    paths = deck(folder, "a.toml", CLEAN), deck(folder, "b.toml", CLEAN)
    assert desk.check(*paths) == 1
    told = [line.split(" ")[1] for line in desk.said[:2]]
    assert told == ["E139", "E138"]
    assert all(line.startswith("b.toml:") for line in desk.said[:2])


def test_progress_is_told(folder: Path, desk: Desk) -> None:
    """Each hundredth question."""
    blocks = "".join(
        f'[[question]]\nprompt = "What is {n} in Roman numerals?"\nanswer = "a{n}"\n'
        for n in range(250)
    )
    desk.check(deck(folder, "a.toml", HEAD + blocks))
    assert desk.done == [(100, 250), (200, 250)]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("E2,E304", ("E2", "E304")), ("e2 e304", ("E2", "E304")), (" E203 ", ("E203",))],
)
def test_codes_are_typed_with_commas_or_spaces(typed: str, codes: tuple[str, ...]) -> None:
    """In small letters too."""
    assert checking_line.codes_of(typed, "--select") == codes


@pytest.mark.parametrize("typed", ["E9", "203", "", ",", "E2,E999", "all"])
def test_a_code_that_does_not_exist_is_misuse(typed: str) -> None:
    """It is not passed over."""
    with pytest.raises(checking_line.MisusedError) as refused:
        checking_line.codes_of(typed, "--select")
    assert refused.value.option == "--select"
    assert "E1, E2, E3, E4, E5, E6" in str(refused.value)


@pytest.mark.parametrize("typed", ["yesterday", "2026-13-01", "2026", ""])
def test_a_day_that_does_not_exist_is_misuse(typed: str) -> None:
    """None is guessed."""
    with pytest.raises(checking_line.MisusedError):
        checking_line.day_of(typed, lambda: TODAY)
    assert checking_line.day_of(None, lambda: TODAY) == TODAY
    assert checking_line.day_of("2025-01-31", lambda: TODAY) == date(2025, 1, 31)


def test_a_page_is_printed(folder: Path) -> None:
    """In small letters too; a group has no page."""
    said, failed = list[str](), list[str]()
    page = folder / "help" / "codes" / "E203.md"
    page.parent.mkdir(parents=True)
    page.write_text("# E203: A quote\n\nWhy.\n")
    assert checking_line.explain("e203", folder, said.append, failed.append) == 0
    assert said == ["# E203: A quote", "", "Why."]
    for code in ("E2", "E999", "", "E204", "../E203"):
        assert checking_line.explain(code, folder, said.append, failed.append) == 2
    assert len(failed) == 5


def quizapp(home: Path, *line: str) -> subprocess.CompletedProcess[str]:
    """Run the program."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "quizapp", "check", *line],
        env={**os.environ, "QUIZAPP_HOME": str(home), "COLUMNS": "200"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command(folder: Path) -> None:
    """Without a path the user's own decks, on the day that is typed; no history is opened."""
    home = folder / "home"
    deck(home, "decks/a.toml", CLEAN + "review_by = 2026-01-01\n")
    assert quizapp(home, "--today", "2025-12-31").returncode == 0
    late = quizapp(home, "--today", "2026-01-02", "--json")
    assert late.returncode == 1
    assert json.loads(late.stdout)["findings"][0]["code"] == "E402"
    assert sorted(each.name for each in home.iterdir()) == ["decks"]
    fixed = quizapp(home, "--fix", str(deck(folder, "b.toml", BARE)))
    assert (fixed.returncode, fixed.stderr) == (0, "")
    assert "E136 mended" in fixed.stdout
    assert "# E203: " in quizapp(home, "--explain", "E203").stdout


def test_a_deck_that_cannot_be_read_is_always_said(folder: Path, desk: Desk) -> None:
    """Though its code is ignored."""
    path = folder / "a.toml"
    path.write_bytes(b'title = "\xff"')
    assert desk.check(path, ignore=("E1",)) == 2
    assert "E102" in desk.said[0]


def test_codes_that_are_none(folder: Path) -> None:
    """The beginning of codes names them; where none is named, that is said."""
    failed: list[str] = []
    assert explain("E2", folder, failed.append, failed.append) == 2
    assert failed[0].startswith("Several codes begin with E2. Name one of them: E201, E202, ")
    with pytest.raises(MisusedError, match="No code is named"):
        codes_of(",", "--select")


def test_misuse_of_the_command(folder: Path) -> None:
    """It ends with 2 and says what was wrong with which word."""
    for line in (("--select", "E9"), ("--today", "soon"), ("--ignore", "x")):
        refused = quizapp(folder, *line)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert line[0] in refused.stderr
        assert "Traceback" not in refused.stderr


def test_a_deck_that_is_written_while_it_is_checked_keeps_what_was_written(
    folder: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read anew, and mended as it stands then."""
    path = deck(folder, "d.toml", BARE)
    written = BARE.replace("it is", "it is lighter")

    def meanwhile(
        text: str, findings: Sequence[Finding], sources: Sequence[Source], new_id: NewId
    ) -> tuple[str, tuple[Finding, ...]]:
        if path.read_text() == BARE:
            path.write_text(written)
        return mended(text, findings, sources, new_id)

    monkeypatch.setattr(checking, "mended", meanwhile)
    assert desk.check(path, fix=True) == 0
    assert 'answer = "it is lighter"' in path.read_text()
    assert "id = " in path.read_text().partition("[[question]]")[2]


def test_a_deck_that_is_written_all_the_time_is_left_alone(
    folder: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And that is said."""
    path = deck(folder, "d.toml", BARE)

    def meanwhile(
        text: str, findings: Sequence[Finding], sources: Sequence[Source], new_id: NewId
    ) -> tuple[str, tuple[Finding, ...]]:
        path.write_text(path.read_text() + "# more\n")
        return mended(text, findings, sources, new_id)

    monkeypatch.setattr(checking, "mended", meanwhile)
    assert desk.check(path, fix=True) == 2
    assert ID not in path.read_text()
    assert "another program is writing it just now" in desk.failed[0]
