"""Rows from a spreadsheet, Quizlet or Anki: a text cut into cells, and what could not be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizapp.author.pasted_html import plain_text

_LARGEST = 10_000_000
_MOST_COLUMNS = 100
_COLUMNS = ("\t", ";", "|", ",", " - ", " – ", " — ", " : ", ": ", " = ", "=")
_CARDS = ("\n", ";", "\n\n", "\n---\n")
_NAMED = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_DIRECTIVE = re.compile(r"#([a-z ]+):(.*)")
_SAMPLE = 200
_STEP = 200  # rows after which is told how far it is

Cut = tuple[int, str, list[str] | None]
"""A row: the line on which it starts, its text, and its cells."""


@dataclass(frozen=True, slots=True)
class Separators:
    """How a text is cut.

    Attributes:
        column: what stands between two cells of a row.
        row: what stands between two rows.
        quoted: a cell may stand in double quotes, and then hold separators and line ends.
        html: cells are HTML, of which the text is taken.
    """

    column: str = "\t"
    row: str = "\n"
    quoted: bool = True
    html: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that could not be read.

    Attributes:
        line: where it starts, from 1.
        text: as it stands.
        reason: "open-quote", "one-cell", "too-many-cells" or "too-large".
        cells: as far as it could be cut, each in its column.
    """

    line: int
    text: str
    reason: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its cells, and the line on which it starts, from 1."""

    cells: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """What was read.

    Attributes:
        separators: by which it was cut.
        rows: those that could be read.
        unread: the others.
        tags_column: the column that the file itself says holds tags, from 0; None where it says
            nothing.
        dropped_columns: columns that the file says are not for cards: its note's id and such.
    """

    separators: Separators
    rows: tuple[Row, ...]
    unread: tuple[Unread, ...] = ()
    tags_column: int | None = None
    dropped_columns: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(row.cells) for row in self.rows), default=0)


def rows(
    text: str,
    separators: Separators | None = None,
    progress: Callable[[float], None] | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Rows:
    """A text cut into rows and cells; nothing in it raises.

    Args:
        text: as pasted or read from a file; an export of Anki may begin with lines of "#", which
            say how it is cut.
        separators: None to guess them, or to go by what the text itself says.
        progress: told how much is done, from 0 to 1.
        stopped: asked whether to leave it; then the rows are those that were cut until now.
    """
    if len(text) > _LARGEST:
        return Rows(separators or Separators(), (), (Unread(1, text[:_SAMPLE], "too-large"),))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    told, body, skipped = _directives(text)
    by = separators or _by_directives(told) or guessed(body)
    found: list[Row] = []
    unread: list[Unread] = []
    for line, raw, as_cut in _told(_cut(body, by), len(body), progress, stopped):
        if as_cut is None:
            unread.append(Unread(line + skipped, raw, "open-quote"))
            continue
        cells = [cell.strip() for cell in as_cut]
        if by.html or told:
            cells = [plain_text(cell, html=by.html) for cell in cells]
        if not any(cells):
            continue
        if len([cell for cell in cells if cell]) < 2 and not _has_gap(cells):
            unread.append(Unread(line + skipped, raw, "one-cell", tuple(cells)))
        elif len(cells) > _MOST_COLUMNS:
            unread.append(
                Unread(line + skipped, raw, "too-many-cells", tuple(cells[:_MOST_COLUMNS]))
            )
        else:
            found.append(Row(tuple(cells), line + skipped))
    return Rows(by, tuple(found), tuple(unread), _column(told, "tags column"), _dropped(told))


def _told(
    cut: Iterator[Cut],
    letters: int,
    progress: Callable[[float], None] | None,
    stopped: Callable[[], bool] | None,
) -> Iterator[Cut]:
    """The rows, with word of how far they are of that many letters, until it is stopped."""
    done = 0
    for at, one in enumerate(cut):
        if at % _STEP == 0:
            if stopped is not None and stopped():
                return
            if progress is not None:
                progress(min(1.0, done / (letters + 1)))
        done += len(one[1]) + 1
        yield one


def guessed(text: str) -> Separators:
    """The separators that cut a text into the most rows of the same, small number of cells."""
    sample = text[:20_000]
    if "\t" in sample:
        rows_by_line = [line for line in sample.split("\n") if line.strip()]
        if sum("\t" in line for line in rows_by_line) * 2 >= len(rows_by_line) or '"' in sample:
            return Separators("\t")
    best, top = Separators("\t"), 0.0
    for row in _CARDS:
        for rank, column in enumerate(_COLUMNS):
            if column in row or row in column:
                continue
            by = Separators(column, row, quoted=column in {";", ",", "\t", "|"})
            worth = _worth(sample, by) - rank / 1000 - _CARDS.index(row) / 100
            if worth > top:
                best, top = by, worth
    return best


def _worth(sample: str, by: Separators) -> float:
    """How well separators fit, from 0 to 1: the share of rows that have the usual width."""
    widths = Counter(
        len(cells) if cells is not None else 0
        for _line, raw, cells in _cut(sample, by)
        if raw.strip()
    )
    if not widths:
        return 0.0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    if width < 2:
        return 0.0
    share = count / sum(widths.values())
    # Commas and colons stand within sentences: many cells by them are no table.
    loose = by.column in {",", ": ", "="} and not by.row.startswith("\n")
    if sum(widths.values()) == 1:
        share *= 0.8
    return share * (0.5 if loose else 1.0) * (1.0 if width <= 6 else 0.8)


def _cut(text: str, by: Separators) -> Iterator[Cut]:
    """The rows of a text as they stand; no cells where a quote is never closed."""
    pos, line, end = 0, 1, len(text)
    while pos < end:
        start = pos
        cells, pos = _row(text, pos, by)
        raw = text[start:pos]
        if cells is None:  # the rest of this line alone is given up
            stop = text.find("\n", start)
            pos = end if stop < 0 else stop + 1
            raw = text[start:pos]
        yield line, raw.removesuffix(by.row).strip("\n"), cells
        line += text.count("\n", start, pos)


def _row(text: str, pos: int, by: Separators) -> tuple[list[str] | None, int]:
    cells: list[str] = []
    stop = _stop(text, pos, by)
    while True:
        cell, after = None, pos
        if by.quoted and text.startswith('"', pos):
            cell, after = _quoted(text, pos)
            if cell is None:
                return None, pos
            if not (after == len(text) or text.startswith((by.column, by.row), after)):
                cell = None  # a quotation mark that only begins the words
        if cell is None:
            column = text.find(by.column, pos, stop)
            after = column if column >= 0 else stop
            cell = text[pos:after]
        elif after > stop:  # the quoted cell held ends of rows
            stop = _stop(text, after, by)
        cells.append(cell)
        if after < stop and text.startswith(by.column, after):
            pos = after + len(by.column)
            continue
        return cells, min(len(text), after + len(by.row))


def _stop(text: str, pos: int, by: Separators) -> int:
    """Where the row ends."""
    stop = text.find(by.row, pos)
    return stop if stop >= 0 else len(text)


def _quoted(text: str, pos: int) -> tuple[str | None, int]:
    """A cell in quotes, in which a quote is written twice; None where it is never closed."""
    at = pos + 1
    while True:
        close = text.find('"', at)
        if close < 0:
            return None, pos
        if text.startswith('""', close):
            at = close + 2
            continue
        return text[pos + 1 : close].replace('""', '"'), close + 1


def _has_gap(cells: list[str]) -> bool:
    return any("{{" in cell for cell in cells)


def _directives(text: str) -> tuple[dict[str, str], str, int]:
    """What the first lines of an Anki export say, the text below them, and how many they are."""
    told: dict[str, str] = {}
    lines = 0
    while text.startswith("#"):
        line, _, rest = text.partition("\n")
        directive = _DIRECTIVE.fullmatch(line)
        if directive is None:
            break
        told[directive[1]] = directive[2].strip("\r\n")
        text, lines = rest, lines + 1
    return told, text, lines


def _by_directives(told: dict[str, str]) -> Separators | None:
    if not told.keys() & {"separator", "html"}:
        return None
    named = told.get("separator", "tab")
    column = _NAMED.get(named.strip().casefold(), named) or "\t"
    return Separators(column, "\n", quoted=True, html=told.get("html", "").strip() == "true")


def _column(told: dict[str, str], name: str) -> int | None:
    number = told.get(name, "").strip()
    return int(number) - 1 if number.isascii() and number.isdigit() and int(number[:4]) else None


def _dropped(told: dict[str, str]) -> frozenset[int]:
    names = ("guid column", "notetype column", "deck column")
    return frozenset(at for name in names if (at := _column(told, name)) is not None)


def written(table: list[list[str]], by: Separators) -> str:
    """A table as the text that `rows` cuts into it again; no cell has spaces at its ends."""
    return by.row.join(by.column.join(_cell(cell, by) for cell in row) for row in table)


def _cell(cell: str, by: Separators) -> str:
    if by.quoted and any(part in cell for part in (by.column, by.row, '"', "\n", "\r")):
        return '"' + cell.replace('"', '""') + '"'
    return cell
