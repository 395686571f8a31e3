"""The values of a deck's text, read line by line where it is as plain as most decks are.

`tomllib` reads a deck of 10,000 questions in two thirds of a second, most of which goes into what
no deck has. What is plain is taken as it stands: the four headers of a deck, a key with a text, a
list of texts, a whole number, true or false. Any other statement is given to `tomllib` by itself;
where the whole is in any doubt, the whole is, so that its answer and its errors are the same.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import TypeAlias

from quizapp.content.toml_text import past_value

Table: TypeAlias = dict[str, object]
ParseFloat: TypeAlias = Callable[[str], object]

_IN_TEXT = r'[^"\\\x00-\x08\x0a-\x1f\x7f]*'
_TEXT = f'"{_IN_TEXT}"'
_COMMENT = r"(?:\#[^\x00-\x08\x0a-\x1f\x7f]*)?"
_END = rf"[ \t]*{_COMMENT}(?:\r?\n|\Z)"
_STATEMENT = re.compile(
    rf"""[ \t]*(?:
      (?P<key>[A-Za-z0-9_-]+)[ \t]*=[ \t]*
      (?: "(?!"")(?P<text>{_IN_TEXT})"
        | \[(?P<texts>{_TEXT}(?:,[ \t]*{_TEXT})*|)\]
        | (?P<flag>true|false)
        | (?P<number>-?(?:0|[1-9][0-9]{{0,17}}))
      )
      | \[(?P<header>\[question\]|question\.evidence|\[source\]|deck)\]
    )?{_END}""",
    re.VERBOSE,
)
_REST = re.compile(_END)
_ITEM = re.compile(f'"({_IN_TEXT})"')
_LOOKS_LIKE_KEY = re.compile(r"[ \t]*(?P<key>[A-Za-z0-9_-]+)[ \t]*=")


class _InDoubtError(Exception):
    """The whole text must be read to know."""


def read_table(text: str, parse_float: ParseFloat) -> Table:
    """What `tomllib.loads` gives for a text.

    Raises:
        TOMLDecodeError: it is no TOML.
        ValueError: a number has more digits than can be read.
        RecursionError: brackets are nested too deeply.
    """
    try:
        return _Reading(text, parse_float).table()
    except (_InDoubtError, ValueError, RecursionError, IndexError):
        return tomllib.loads(text, parse_float=parse_float)


class _Reading:
    """One text being read."""

    def __init__(self, text: str, parse_float: ParseFloat) -> None:
        self._text = text
        self._parse_float = parse_float
        self._root: Table = {}
        self._here = self._root
        self._tables: dict[str, list[Table]] = {}
        self._question: Table | None = None

    def table(self) -> Table:
        """The whole.

        Raises:
            _InDoubtError: it is not as plain as all that.
        """
        text, pos, match = self._text, 0, _STATEMENT.match
        size = len(text)
        while pos < size:
            found = match(text, pos)
            if found is None:
                pos = self._odd(pos)
                continue
            pos = found.end()
            key, said, texts, flag, number, header = found.groups()
            if key is None:
                if header is not None:
                    self._enter(header)
                continue
            if key in self._here:
                raise _InDoubtError
            if said is not None:
                self._here[key] = said
            elif texts is not None:
                self._here[key] = _ITEM.findall(texts)
            else:
                self._here[key] = int(number) if number is not None else flag == "true"
        return self._root

    def _odd(self, pos: int) -> int:
        """Take a statement that is not plain, read by itself; the offset of the next line."""
        begun = _LOOKS_LIKE_KEY.match(self._text, pos)
        if begun is None:
            raise _InDoubtError
        start = begun.start("key")
        end = past_value(self._text, start)
        rest = _REST.match(self._text, end)
        if rest is None:
            raise _InDoubtError
        read = tomllib.loads(self._text[start:end], parse_float=self._parse_float)
        if len(read) != 1 or not read.keys().isdisjoint(self._here):
            raise _InDoubtError
        self._here.update(read)
        return rest.end()

    def _enter(self, header: str) -> None:
        """Go on in the table that a header opens."""
        if header == "deck":
            if "deck" in self._root:
                raise _InDoubtError
            self._here = {}
            self._root["deck"] = self._here
            return
        if header == "question.evidence":
            if self._question is None or "evidence" in self._question:
                raise _InDoubtError
            self._here = {}
            self._question["evidence"] = self._here
            return
        name = header[1:-1]
        if name in self._root and name not in self._tables:
            raise _InDoubtError
        self._here = {}
        if name not in self._tables:
            self._root[name] = self._tables[name] = []
        self._tables[name].append(self._here)
        if name == "question":
            self._question = self._here
