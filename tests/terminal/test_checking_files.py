"""What `quizapp check` does with files of every sort, and what it lets through to a terminal."""

from __future__ import annotations

import json
import os
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest

from quizapp.author.draft_file import DraftFile, DraftState, QuestionDraft, digest, draft_path
from quizapp.author.fields import Fields
from quizapp.check.code import Selection
from quizapp.terminal import checking
from quizapp.terminal.checking import Asked, Doors

HEAD = 'format = 1\n\n[deck]\nid = "d"\ntitle = "t"\n\n'
SHORT = '[[question]]\nprompt = "Why does ice float on water?"\nanswer = "it is light"\n'
ID = 'id = "k7f3q2m4xd"\n'


class Desk:
    """The command, listened to."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.told: list[str] = []
        self.failed: list[str] = []

    def check(
        self,
        path: Path,
        *,
        fix: bool = False,
        as_json: bool = False,
        select: tuple[str, ...] = (),
        drafts: Path | None = None,
    ) -> int:
        """Carry it out; the exit code."""
        names = (f"{letter * 10}" for letter in "abcdefgh")
        doors = Doors(
            self.said.append,
            self.told.append,
            self.failed.append,
            lambda _what: nullcontext(lambda _done, _total: None),
            names.__next__,
        )
        day = date(2026, 11, 24)
        asked = Asked((path,), fix, as_json, Selection(select), day, None, drafts)
        return checking.check(asked, doors)


@pytest.fixture
def desk() -> Desk:
    """A command."""
    return Desk()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Paths are told from here."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def deck(folder: Path, text: str) -> Path:
    """A file with a deck."""
    path = folder / "a.toml"
    path.write_bytes(text.encode())
    return path


def test_every_question_without_an_id_is_told_and_mended(folder: Path, desk: Desk) -> None:
    """Those with other errors too, one line each."""
    bare = "[[question]]\n"
    blocks = (
        SHORT,
        f'{bare}prompt = "?"\n',
        f'{bare}kind = "numbr"\nprompt = "?"\nanswer = 1\n',
        f'{bare}ansver = "A"\n',
        f'{bare}prompt = "Which is it?"\nanswer = "A"\nwrong = ["A", "B"]\n',
        SHORT.replace("Why", "How") + 'hint = ""\n',
    )
    path = deck(folder, HEAD + "\n".join(blocks))
    desk.check(path)
    assert sum(" E136 " in line for line in desk.said) == 6
    again = Desk()
    again.check(path, fix=True)
    assert sum(" E136 mended: " in line for line in again.said) == 6
    assert path.read_text().count("\nid = ") == 7


def test_names_and_links_of_a_file_stay(folder: Path, desk: Desk) -> None:
    """A link leads to the mended file, and its other name too."""
    path = deck(folder, HEAD + SHORT)
    path.chmod(0o640)
    link, other = folder / "link.toml", folder / "other.name"
    link.symlink_to("a.toml")
    other.hardlink_to(path)
    assert desk.check(link, fix=True) == 0
    assert link.is_symlink()
    assert path.samefile(other)
    assert "aaaaaaaaaa" in other.read_text()
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("mode", [0o400, 0o444, 0o000])
def test_what_is_read_only_by_its_mode_is_said_and_left(
    folder: Path, desk: Desk, mode: int
) -> None:
    """Also by whoever could write it nevertheless."""
    path = deck(folder, HEAD + SHORT)
    path.chmod(mode)
    readable = os.access(path, os.R_OK)
    assert desk.check(path, fix=True) == 2
    path.chmod(0o600)
    assert path.read_text() == HEAD + SHORT
    if readable:
        said = ["a.toml could not be written: it is read-only. It is as it was."]
        assert desk.failed == said
        assert " E136 " in desk.said[0]


WILD = (
    f'[[question]]\n{ID}prompt = "Who wrote \\u001b[2J of the gpj\u202eeht?"\n'
    'answer = "Ada\\u009b31m"\nhint = "so\u200bso"\nwrong = ["C", "B"]\n'
)
RAW = "\x1b\x9b\u202e\u200b\xad"


def test_no_sign_that_is_not_seen_is_printed(folder: Path, desk: Desk) -> None:
    """Each is named as Unicode counts it, at its place."""
    path = deck(folder, HEAD + WILD + WILD.replace(ID, 'id = "b2c4d6e7fg"\n'))
    assert desk.check(path) == 1
    assert not set(RAW) & set("".join(desk.said))
    assert any("“Who wrote [U+001B][2J of the gpj[U+202E]eht?”" in line for line in desk.said)
    signs = [line.split(" ") for line in desk.said if " E142 " in line]
    told = [(place, line[line.index("stands") + 1]) for place, *line in signs]
    assert told[:3] == [
        ("a.toml:9:21:", "U+001B,"),
        ("a.toml:10:14:", "U+009B,"),
        ("a.toml:11:11:", "U+200B,"),
    ]


def test_json_has_escapes_for_them(folder: Path, desk: Desk) -> None:
    """Which are read back as what they are."""
    path = deck(folder, HEAD + WILD + WILD.replace(ID, 'id = "b2c4d6e7fg"\n'))
    assert desk.check(path, as_json=True) == 1
    (text,) = desk.said
    assert not set(RAW) & set(text)
    messages = [finding["message"] for finding in json.loads(text)["findings"]]
    assert any("gpj\u202eeht" in message for message in messages)


def test_a_finding_is_one_line(folder: Path, desk: Desk) -> None:
    """Also where what it quotes has several; and the other question is quoted as it is written."""
    one = f'[[question]]\n{ID}prompt = """Which *river* flows\nthrough `Paris` in snake_case?"""\n'
    two = one.replace("k7f3q2m4xd", "b2c4d6e7fg")
    path = deck(folder, f'{HEAD}{one}answer = "Seine"\n{two}answer = "Seine"\n')
    assert desk.check(path) == 1
    assert len(desk.said) == 2
    assert "“Which *river* flows through `Paris` in snake_case?”" in desk.said[0]


def test_findings_come_in_order_of_line(folder: Path, desk: Desk) -> None:
    """Of errors, of what the rules hold, of comments alike."""
    more = '[[question]]\nprompt = "What did he meet?"\n# \u200b\nanswer = "A"\nwrong = ["A"]\n'
    desk.check(deck(folder, HEAD + SHORT + more + SHORT))
    lines = [int(line.split(":")[1]) for line in desk.said if line.startswith("a.toml:")]
    assert lines == sorted(lines)
    assert {7, 10, 11, 12, 14, 15} <= set(lines)


SOURCE = '[[source]]\nid = "s"\ntitle = "t"\n\n'
NAMED = SHORT.replace("[[question]]\n", f"[[question]]\n{ID}")


@pytest.mark.parametrize(
    ("text", "select", "told"),
    [
        (HEAD + SOURCE + NAMED, (), 0),
        (HEAD + SOURCE + NAMED, ("E211",), 1),
        (HEAD + SOURCE + NAMED, ("E2",), 1),
        (HEAD + SOURCE + NAMED, ("E3",), 0),
        (HEAD + NAMED, ("E211",), 0),
        (HEAD + SOURCE + "# check: allow E211 – common knowledge\n" + NAMED, ("E211",), 0),
        (HEAD + SOURCE + "# check: allow E211 – common knowledge\n" + NAMED, (), 0),
    ],
)
def test_missing_evidence_is_told_where_it_is_asked_for(
    folder: Path, desk: Desk, text: str, select: tuple[str, ...], told: int
) -> None:
    """In decks that have sources; a comment can allow it, and is not needless meanwhile."""
    assert desk.check(deck(folder, text), select=select) == told
    assert sum(" E211 " in line for line in desk.said) == told


@pytest.mark.parametrize("as_json", [False, True])
def test_drafts_in_the_editor_are_counted(folder: Path, desk: Desk, as_json: bool) -> None:
    """On standard error, since they are no findings; what is damaged holds none."""
    path, drafts = deck(folder, HEAD + NAMED), folder / "drafts"
    file = DraftFile(draft_path(drafts, "d", path), path)
    kept = tuple(QuestionDraft(f"new{n}", Fields()) for n in range(2))
    file.keep(DraftState(digest(path.read_bytes()), kept))
    assert desk.check(Path("a.toml"), as_json=as_json, drafts=drafts) == 0
    said = "a.toml: the editor keeps 2 drafts that are not in the file, and not checked."
    assert desk.told == [said]
    file.path.write_text("{")
    again = Desk()
    assert again.check(path, drafts=drafts) == 0
    assert again.told == []
    assert file.path.read_text() == "{"


def test_what_decks_hold_against_each_other_has_its_place(folder: Path, desk: Desk) -> None:
    """The line of the id, of the deck and of the question, as within one deck."""
    block = f"[[question]]\n# mine\n{SHORT.removeprefix('[[question]]')[1:]}{ID}"
    for name in ("a.toml", "b.toml"):
        (folder / name).write_text(HEAD + block)
    assert desk.check(folder) == 1
    places = [line.split(" ")[:2] for line in desk.said if line.startswith("b.toml")]
    assert places == [["b.toml:4:1:", "E139"], ["b.toml:11:1:", "E138"]]
