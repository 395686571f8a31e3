"""A table of things and their names: read at once, its things made when they are found."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Generic, TypeVar

from quizapp.generate.entity import folded, without_marks

_Thing = TypeVar("_Thing")
_SHORT = 3
"""An abbreviation this short may be a word when it is not in capitals: WHO, US, ICE."""
_REMEMBERED = 4096
"""Words of which what they name is kept in mind."""
_ARTICLES = ("the ", "The ", "THE ")


class Table(Generic[_Thing]):
    """The rows of a file of cells parted by tabs, found by any name in some of its columns.

    The first row names the columns, a line that begins with "#" is for the reader. Names in one
    cell are parted by ";". A name after "=" counts only as written, with its accents; a name
    after "~" is never found, since the word alone does not tell.

    Args:
        file: the table.
        columns: the numbers of the columns that hold names, the strongest first.
        make: makes a thing of its row.
        cased: whether a name needs a capital letter, and a short abbreviation all capitals.
    """

    def __init__(
        self,
        file: Path,
        columns: tuple[int, ...],
        make: Callable[[list[str]], _Thing],
        *,
        cased: bool = True,
    ) -> None:
        self._file = file
        self._columns = columns
        self._make = make
        self._cased = cased
        self._made: dict[int, _Thing] = {}
        # asked for the same few names thousands of times an article
        self._found = lru_cache(maxsize=_REMEMBERED)(self._look_up)
        self._exact: dict[str, list[tuple[int, int]]] = {}

    @cached_property
    def all(self) -> tuple[_Thing, ...]:
        """Every thing, in the table's order."""
        return tuple(self.at(number) for number in range(len(self.lines)))

    def at(self, number: int) -> _Thing:
        """The thing of a row; the same object each time."""
        if number not in self._made:
            self._made[number] = self._make(self.row(number))
        return self._made[number]

    def find(self, words: str) -> tuple[tuple[_Thing, int], ...]:
        """Everything that the words name, and the number of the column that says so."""
        return self._found(words)

    def _look_up(self, words: str) -> tuple[tuple[_Thing, int], ...]:
        if self._cased and words == words.lower():
            return ()
        loose = self._folded.get(folded(words), [])
        exact = self._exact.get(_as_written(words), [])
        hits = sorted(exact + loose, key=lambda hit: (self._columns.index(hit[1]), hit[0]))
        return tuple((self.at(number), column) for number, column in hits)

    def row(self, number: int) -> list[str]:
        """The cells of a row."""
        return self.lines[number].split("\t")

    @cached_property
    def lines(self) -> list[str]:
        """The rows as they stand in the file, without the head."""
        text = self._file.read_text(encoding="utf-8")
        return [line for line in text.split("\n") if line and line[0] != "#"][1:]

    @cached_property
    def _folded(self) -> dict[str, list[tuple[int, int]]]:
        """Row and column by name; a whole line is folded at once, which is the quick way."""
        index: dict[str, list[tuple[int, int]]] = {}
        for number, line in enumerate(self.lines):
            plain = without_marks(line).split("\t")
            for column in self._columns:
                if not plain[column]:
                    continue
                hit = (number, column)
                for which, key in enumerate(plain[column].split(";")):
                    if len(key) <= _SHORT or key[0] in "=~" or "'" in key:
                        name = self.row(number)[column].split(";")[which]
                        self._place_odd(index, name, hit)
                    elif key in index:
                        index[key].append(hit)
                    else:
                        index[key] = [hit]
        return index

    def _place_odd(
        self, index: dict[str, list[tuple[int, int]]], name: str, hit: tuple[int, int]
    ) -> None:
        """Learn a name that is short, marked, or has an apostrophe."""
        bare = name.replace(".", "")
        if name.startswith("="):
            self._exact.setdefault(_as_written(name[1:]), []).append(hit)
        elif self._cased and len(bare) <= _SHORT and bare.isupper():
            self._exact.setdefault(bare, []).append(hit)
        elif not name.startswith("~"):
            index.setdefault(folded(name), []).append(hit)


def unmarked(name: str) -> str:
    """A name without the mark that says how it is looked up."""
    return name.lstrip("=~")


def listed(cell: str) -> tuple[str, ...]:
    """The names in a cell, without marks."""
    return tuple(unmarked(part) for part in cell.split(";")) if cell else ()


def _as_written(words: str) -> str:
    """A name with its case and accents, but without article, dots and possessive end."""
    plain = words.replace("’", "'").removesuffix("'s").removesuffix("'").replace(".", "")
    for article in _ARTICLES:
        plain = plain.removeprefix(article)
    return " ".join(plain.split())
