"""What may be typed behind `quizapp check`, understood: decks, codes, the day, a page of help."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quizapp.check.code import CODES, Group, Selection, is_known
from quizapp.check.mending import NewId
from quizapp.terminal.checking import CLEAN, UNREADABLE, Asked, Doors, check
from quizapp.terminal.saying import fail, progress, say, tell
from quizapp.words import checking as words
from quizapp.words.help_pages import without_also

_SEPARATOR = re.compile(r"[\s,]+")


class MisusedError(Exception):
    """A word that was typed makes no sense; `option` is where it stood."""

    def __init__(self, said: str, option: str) -> None:
        super().__init__(said)
        self.option = option


@dataclass(frozen=True, slots=True)
class Typed:
    """The words of the command line, as typed; `select` and `ignore` are None where not given."""

    paths: tuple[Path, ...]
    fix: bool
    as_json: bool
    select: str | None
    ignore: str | None

    def asked(self, today: date, own: Path) -> Asked:
        """What they ask for.

        Args:
            today: the day to judge by.
            own: the folder of the user's own decks, which is meant where no path was typed.

        Raises:
            MisusedError: a code does not exist.
        """
        selection = Selection(codes_of(self.select, "--select"), codes_of(self.ignore, "--ignore"))
        paths = self.paths
        if not paths:
            paths = (own,) if own.is_dir() else ()
        return Asked(paths, self.fix, self.as_json, selection, today)


def codes_of(typed: str | None, option: str) -> tuple[str, ...]:
    """Codes typed one behind the other, with commas or spaces: prefixes too.

    Raises:
        MisusedError: there is no such code, or none at all was typed.
    """
    if typed is None:
        return ()
    codes = tuple(code.upper() for code in _SEPARATOR.split(typed.strip()) if code)
    for code in codes or ("",):
        if not is_known(code):
            known = ", ".join(Group)
            said = words.no_such_code(code, known) if code else words.no_code_named(known)
            raise MisusedError(said, option)
    return codes


def day_of(typed: str | None, today: Callable[[], date]) -> date:
    """The day to judge by: as typed, or today's.

    Raises:
        MisusedError: it is no day.
    """
    if typed is None:
        return today()
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise MisusedError(words.no_such_day(typed), "--today") from None


def explain(
    code: str, resources: Path, say: Callable[[str], None], fail: Callable[[str], None]
) -> int:
    """Print the page on a code; 0, or 2 where there is none."""
    number = code.strip().upper()
    if len(number) != len("E203") and is_known(number):
        those = [code.number for code in CODES if code.number.startswith(number)]
        fail(words.group_of_codes(number, ", ".join(those)))
        return UNREADABLE
    if not is_known(number):
        fail(words.no_such_code(code, ", ".join(Group)))
        return UNREADABLE
    try:
        page = (resources / "help" / "codes" / f"{number}.md").read_text(encoding="utf-8")
    except (OSError, ValueError):
        fail(words.no_page(number))
        return UNREADABLE
    for line in without_also(page).rstrip().splitlines():
        say(line.split(" ")[0] if line.startswith("```") else line)
    return CLEAN


def run(asked: Asked, new_id: NewId) -> int:
    """Check, and speak on the standard streams.

    A deck of 10,000 questions is half a million objects with no rings among them: to look for
    rings all the while would cost a third of the time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return check(asked, Doors(say, tell, fail, progress, new_id))
    finally:
        if collecting:
            gc.enable()
