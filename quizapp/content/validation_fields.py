"""One table of a deck file, read field by field; what is wrong is gathered, nothing is raised."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TypeAlias

from quizapp.content.deck import Fault, Severity
from quizapp.content.format_table import EXAMPLES
from quizapp.content.question import PartialDate
from quizapp.content.toml_text import KeyPath

Table: TypeAlias = dict[str, object]
Locate: TypeAlias = Callable[[KeyPath], tuple[int, int]]

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_CLIP = 60


class Fields:
    """A table and what is found wrong in it.

    Attributes:
        failed: an error was reported, not just a warning.
        question: id of the question concerned, or "".
    """

    __slots__ = ("_above", "_faults", "_locate", "failed", "question", "table")

    def __init__(
        self,
        table: Table,
        locate: Locate,
        faults: list[Fault],
        above: KeyPath = (),
        question: str = "",
    ) -> None:
        self.table = table
        self.question = question
        self.failed = False
        self._locate = locate
        self._faults = faults
        self._above = above

    def report(
        self, code: str, key: str | None = None, *, warning: bool = False, **facts: object
    ) -> None:
        """Add a fault that stands at a key, or at the table itself."""
        path = self._above if key is None else (*self._above, key)
        line, column = self._locate(path)
        named = {} if key is None else {"key": clip(key)}
        told = tuple((name, str(fact)) for name, fact in {**named, **facts}.items())
        severity = Severity.WARNING if warning else Severity.ERROR
        self._faults.append(Fault(code, line, told, severity, self.question, column))
        if not warning:
            self.failed = True

    def inner(self, key: str, table: Table) -> Fields:
        """A table within this one; its errors are not this one's until they are asked for."""
        above = (*self._above, key)
        return Fields(table, self._locate, self._faults, above, self.question)

    def line_of(self, key: str) -> int:
        """Where a key stands."""
        return self._locate((*self._above, key))[0]

    def known(self, allowed: Collection[str]) -> None:
        """Report every key that is not allowed, with the nearest that is."""
        for key in self.table.keys() - allowed:
            self.unknown(key, allowed)

    def unknown(self, key: str, allowed: Collection[str]) -> None:
        """Report one key that means nothing here."""
        near = nearest(key, allowed)
        if near:
            self.report("unknown-key", key, nearest=near)
        else:
            self.report("unknown-key-far", key, known=", ".join(sorted(allowed)))

    def missing(self, key: str, example: str = "") -> None:
        """Report a key that is not there."""
        self.report("missing-key", key, example=example or EXAMPLES[key])

    def text(self, key: str, *, required: bool = False) -> str:
        """A text; "" when it is absent or wrong."""
        value = self.table.get(key)
        if type(value) is str and value and not value.isspace():
            return value
        if value is None:
            if required:
                self.missing(key)
        elif isinstance(value, str):
            if required:
                self.report("empty-text", key)
            else:
                self.report("empty-optional", key, warning=True)
        elif isinstance(value, list | dict):
            self.report("text-wanted", key)
        else:
            self.report("quotes-wanted", key, value=written(value))
        return ""

    def texts(self, key: str, least: int = 0) -> tuple[str, ...]:
        """A list of texts with at least `least` items; what is wrong in it is left out."""
        return tuple(str(item) for item in self.items(key, least) if self.is_text(key, item))

    def items(self, key: str, least: int = 0) -> list[object]:
        """A list with at least `least` items, of any type."""
        value = self.table.get(key)
        if value is None:
            if least:
                self.missing(key)
            return []
        if not isinstance(value, list):
            shown = f"{key} = [{written(value)}]" if isinstance(value, str) else EXAMPLES[key]
            self.report("list-wanted", key, example=shown)
            return []
        if len(value) < least:
            self.report("too-few", key, least=least, count=len(value))
        return value

    def is_text(self, key: str, item: object) -> bool:
        """Whether an item is a text that is not empty; reported if not."""
        if isinstance(item, str):
            if item and not item.isspace():
                return True
            self.report("empty-item", key)
        elif isinstance(item, list | dict):
            self.report("item-text-wanted", key, example=EXAMPLES.get(key, ""))
        else:
            self.report("item-quotes-wanted", key, value=written(item))
        return False

    def flag(self, key: str, *, required: bool = False) -> bool:
        """True or false; False when it is absent or wrong."""
        value = self.table.get(key)
        if isinstance(value, bool):
            return value
        if value is None:
            if required:
                self.missing(key, f"{key} = true")
        else:
            self.report("flag-wanted", key)
        return False

    def partial_date(self, key: str, *, required: bool = False) -> PartialDate | None:
        """A date known to the day, month or year; None when it is absent or wrong."""
        value = self.table.get(key)
        if value is None:
            if required:
                self.missing(key, f'{key} = "2008-02-17"')
            return None
        if type(value) is date:
            return PartialDate(value.year, value.month, value.day)
        if isinstance(value, str):
            return self._date_from(key, value)
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 9999:
            self.report("quotes-wanted", key, value=f"{value:04d}")
        else:
            self.report("date-shape", key, value=written(value))
        return None

    def _date_from(self, key: str, value: str) -> PartialDate | None:
        shape = _DATE.fullmatch(value)
        if shape is None:
            self.report("date-shape", key, value=written(value))
            return None
        year, month, day = (None if part is None else int(part) for part in shape.groups())
        try:
            date(year or 0, 1 if month is None else month, 1 if day is None else day)
        except ValueError:
            self.report("no-such-date", key, value=value)
            return None
        return PartialDate(year or 0, month, day)

    def day(self, key: str) -> date | None:
        """A whole date; None when it is absent or wrong."""
        value = self.table.get(key)
        if value is None or type(value) is date:
            return value
        whole = self._date_from(key, value) if isinstance(value, str) else None
        if whole is not None and whole.month is not None and whole.day is not None:
            return date(whole.year, whole.month, whole.day)
        if whole is not None or not isinstance(value, str):
            self.report("day-wanted", key, value=written(value))
        return None

    def distinct(self, key: str, items: Iterable[str], *, warning: bool = False) -> bool:
        """Whether no two items read the same; the first that comes twice is reported."""
        seen: set[str] = set()
        for item in items:
            same = " ".join(item.split())
            if same in seen:
                self.report("repeated-item", key, warning=warning, item=clip(item))
                return False
            seen.add(same)
        return True


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one, or ""."""
    close = difflib.get_close_matches(word.casefold(), list(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def clip(text: str) -> str:
    """A text short enough for a sentence, on one line."""
    text = "".join(c if c.isprintable() else " " for c in text[: _CLIP + 1])
    return text if len(text) <= _CLIP else text[: _CLIP - 1] + "…"


def written(value: object) -> str:
    """A value as TOML writes it, clipped; lists and tables only by their brackets."""
    match value:
        case bool():
            shown = "true" if value else "false"
        case int():
            shown = str(value) if value.bit_length() < 256 else "…"
        case str():
            shown = '"' + clip(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
        case list():
            shown = "[…]"
        case dict():
            shown = "{…}"
        case _:  # a decimal, a date or a time
            shown = str(value)
    return shown
