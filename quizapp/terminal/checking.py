"""`quizapp check`: decks are read critically, what is found is told, what is safe is mended."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from quizapp.author.drafts_left import drafts_left
from quizapp.check.between_decks import check_decks
from quizapp.check.checking import Told, check_deck, placed
from quizapp.check.code import Selection
from quizapp.check.finding import Finding
from quizapp.check.mending import NewId, mended
from quizapp.check.placing import Places
from quizapp.content.deck import DeckRead
from quizapp.content.deck_file import DeckUnreadableError, read_as, text_of
from quizapp.content.hidden_signs import named_in
from quizapp.content.one_writer import alone
from quizapp.content.whole_write import write_whole
from quizapp.terminal.checking_json import as_json
from quizapp.words import checking as words
from quizapp.words.checking import describe

CLEAN, FOUND, UNREADABLE = 0, 1, 2
_ENDING = ".toml"
_ROUNDS = 5
"""One mend may bring to light what another mends."""
_MOST_TIMES = 3
"""How often a file is read anew that another program wrote while it was checked."""
_MARK = "\ufeff"
_ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_NO_DECK = frozenset({"E105"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed.

    Attributes:
        paths: deck files, and folders with decks in or below them.
        fix: make the mends that are safe.
        as_json: print for other programs.
        selection: which codes are told.
        today: what depends on the day is judged by this one.
        bundled: a folder of decks, with the folder that holds the texts of its sources.
        drafts: the folder in which the editor keeps drafts of decks.
    """

    paths: tuple[Path, ...]
    fix: bool
    as_json: bool
    selection: Selection
    today: date
    bundled: tuple[Path, Path] | None = None
    drafts: Path | None = None


@dataclass(frozen=True, slots=True)
class Doors:
    """What the command speaks through.

    Attributes:
        say: a line on standard output.
        tell: a line on standard error.
        fail: what went wrong, on standard error.
        progress: a bar that is told how much is done, of how much.
        new_id: makes ten of a-z2-7.
    """

    say: Callable[[str], None]
    tell: Callable[[str], None]
    fail: Callable[[str], None]
    progress: Callable[[str], AbstractContextManager[Callable[[int, int], None]]]
    new_id: NewId


@dataclass
class Checked:
    """One file, and what was found in it.

    Attributes:
        read: what reading it gave, after mending.
        findings: what is left, those between decks too.
        mended: what was mended.
        text: of the file, after mending, without a byte order mark.
        unwritten: why it could not be written, in the system's words; "" where it was, or need
            not be.
    """

    read: DeckRead
    findings: list[Finding]
    mended: list[Finding] = field(default_factory=list)
    text: str = ""
    unwritten: str = ""

    @property
    def unreadable(self) -> bool:
        """Whether nothing of the file can be asked."""
        return self.read.deck is None


def check(asked: Asked, doors: Doors) -> int:
    """Carry the command out.

    Returns:
        0 where nothing is found, 1 where something is, 2 where a file cannot be read or written.
    """
    with doors.progress(words.checking()) as bar:
        checked = _all(asked, doors, bar)
    wanted = {
        id(one): [f for f in one.findings if one.unreadable or asked.selection.wants(f.code)]
        for one in checked
    }
    told = [(one.read.path, one.read, wanted[id(one)]) for one in checked]
    for one in checked:
        for finding in one.mended:
            (doors.tell if asked.as_json else doors.say)(_mended_line(one.read.path, finding))
        if one.unwritten:
            doors.fail(named_in(words.unwritten(shown(one.read.path), one.unwritten)))
        path = one.read.path
        drafts = drafts_left(asked.drafts, path).questions if asked.drafts is not None else 0
        if drafts:
            doors.tell(named_in(words.drafts(shown(path), drafts)))
    if asked.as_json:
        doors.say(as_json(told, shown))
    elif not checked:
        doors.say(words.no_decks())
    else:
        _say(told, asked, doors)
    if any(one.unreadable or one.unwritten for one in checked):
        return UNREADABLE
    return FOUND if any(wanted.values()) else CLEAN


def _say(told: Sequence[tuple[Path, DeckRead, list[Finding]]], asked: Asked, doors: Doors) -> None:
    for path, _, findings in told:
        for finding in findings:
            for line in lines_of(path, finding):
                doors.say(line)
    findings = [finding for _, _, each in told for finding in each]
    mendable = 0 if asked.fix else sum(finding.mend is not None for finding in findings)
    doors.say(words.summary(len(findings), len(told), mendable))


def _all(asked: Asked, doors: Doors, bar: Told) -> list[Checked]:
    checked: list[Checked] = []
    for path, named in deck_files(asked.paths):
        one = _one(path, asked, doors, bar)
        if named or not _is_no_deck(one):
            checked.append(one)
    by_path = {one.read.path: one for one in checked}
    places = {one.read.path: Places(one.text) for one in checked}
    for path, finding in check_decks([one.read for one in checked]):
        by_path[path].findings.append(placed(finding, places[path]))
    for one in checked:
        one.findings.sort(key=lambda f: (f.line, f.column, f.code.number))
    return checked


def _is_no_deck(one: Checked) -> bool:
    """Whether a TOML file met in a folder is something else than a deck."""
    return one.unreadable and all(f.code.number in _NO_DECK for f in one.findings)


def _one(path: Path, asked: Asked, doors: Doors, bar: Told) -> Checked:
    """Check a file; with `fix` mend it, anew where it was written meanwhile."""
    for _time in range(_MOST_TIMES):
        found = _once(path, asked, doors, bar)
        if found is not None:
            break
    else:  # another program writes it all the time: it is told as it is, and left alone
        told = replace(asked, fix=False)
        found = _once(path, told, doors, bar) or Checked(DeckRead(path, None, ()), [])
        found.unwritten = words.written_elsewhere()
    return found


def _once(path: Path, asked: Asked, doors: Doors, bar: Told) -> Checked | None:
    """Check a file, and mend it as long as there is anything; None where it changed meanwhile."""
    try:
        text = text_of(path)
    except DeckUnreadableError as error:
        read = DeckRead(path, None, (error.fault,))
        return Checked(read, list(check_deck(read, "")))
    mark = _MARK if text.startswith(_MARK) else ""
    text = before = text.removeprefix(_MARK)
    root = _text_root(path, asked)

    def look(text: str) -> tuple[DeckRead, tuple[Finding, ...]]:
        read = read_as(path, text, text_root=root, today=asked.today)
        return read, check_deck(read, text, today=asked.today, selection=asked.selection, told=bar)

    read, findings = first = look(text)
    done: list[Finding] = []
    for _ in range(_ROUNDS if asked.fix else 0):
        wanted = [finding for finding in findings if asked.selection.wants(finding.code)]
        if read.deck is None or not any(finding.mend for finding in wanted):
            break
        changed, now = mended(text, wanted, read.deck.sources, doors.new_id)
        after = look(changed)
        if changed == text or after[0].deck is None:
            break
        text, (read, findings) = changed, after
        done += now
    unwritten = ""
    if text != before:
        with alone(path):
            if not _is_still(path, mark + before):
                return None
            unwritten = _written(path, mark + text)
    if unwritten:
        text, (read, findings), done = before, first, []
    return Checked(read, list(findings), done, text, unwritten)


def _is_still(path: Path, text: str) -> bool:
    try:
        return text_of(path) == text
    except DeckUnreadableError:
        return False


def _written(path: Path, text: str) -> str:
    """Write a file whole; why that failed, or "". What is read-only by its mode is left."""
    try:
        if not path.stat().st_mode & _ANYBODY_WRITES:
            return words.read_only()
        write_whole(path, text.encode())
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _text_root(path: Path, asked: Asked) -> Path | None:
    if asked.bundled is None:
        return None
    folder, texts = asked.bundled
    return texts if path.resolve().parent == folder.resolve() else None


def deck_files(paths: Sequence[Path]) -> Iterator[tuple[Path, bool]]:
    """Each file once, in order, and whether it was named itself and not found in a folder."""
    seen: set[str] = set()
    for path in paths:
        found = [path]
        if path.is_dir():
            found = sorted(_below(path))
        for one in found:
            real = os.path.realpath(one)
            if real not in seen:
                seen.add(real)
                yield one, one is path


def _below(folder: Path) -> Iterator[Path]:
    """Every file of a folder and those below it whose name ends as a deck's; no hidden ones."""
    for top, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.lower().endswith(_ENDING) and not name.startswith("."):
                yield Path(top) / name


def lines_of(path: Path, finding: Finding) -> Iterator[str]:
    """A finding as it is told: place, code, what, why, the question; then its mend.

    A sign that is not seen is named: the terminal would obey it.
    """
    said = describe(finding)
    about = f" ({finding.question})" if finding.question else ""
    yield _on_a_line(f"{_place(path, finding)} {finding.code.number} {said}{about}")
    if said.mend:
        yield _on_a_line(f"    --fix: {said.mend}")


def _on_a_line(text: str) -> str:
    return named_in(text.replace("\n", " "))


def _mended_line(path: Path, finding: Finding) -> str:
    about = f" ({finding.question})" if finding.question else ""
    mend = describe(finding).mend + about
    return _on_a_line(words.mended(_place(path, finding), finding.code.number, mend))


def _place(path: Path, finding: Finding) -> str:
    if not finding.line:
        return f"{shown(path)}:"
    return f"{shown(path)}:{finding.line}:{max(finding.column, 1)}:"


def shown(path: Path) -> str:
    """A path as it is told: from here, where it lies below."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)
