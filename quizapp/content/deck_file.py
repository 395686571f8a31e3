"""A deck file on disk: read it with all its faults, save it, give its questions their ids."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from quizapp.content.deck import DECK_LIMIT, Deck, DeckRead, Fault
from quizapp.content.deck_table import read_table
from quizapp.content.deck_text import with_blocks, with_labels, write_text
from quizapp.content.id_writing import with_ids
from quizapp.content.named_files import FileRefusedError, read_bytes
from quizapp.content.one_writer import alone
from quizapp.content.toml_cause import cause_of
from quizapp.content.toml_text import Outline
from quizapp.content.validation import Validation
from quizapp.content.validation_fields import Table, written
from quizapp.content.whole_write import write_whole

__all__ = [
    "DECK_LIMIT",
    "FORMAT",
    "DeckUnreadableError",
    "give_ids",
    "read",
    "read_as",
    "save",
    "text_of",
    "with_blocks",
    "with_labels",
    "write_text",
]

FORMAT = 1
_MARK = "\ufeff"  # a byte order mark, as some editors write it

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class DeckUnreadableError(Exception):
    """A deck file cannot be read as a whole; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def read(path: Path, *, text_root: Path | None = None, today: date | None = None) -> DeckRead:
    """Read a deck and everything wrong with it; nothing in the file or file system raises.

    Args:
        path: the deck file.
        text_root: a second folder in which texts of sources may lie, as the bundled decks' do.
        today: faults that depend on the day are told only when it is given.

    Returns:
        The deck without the questions that have errors, or one fault for the whole file. Where
        the deck's id or title is wrong, the file's name stands in for it.
    """
    try:
        text = text_of(path)
    except DeckUnreadableError as error:
        return DeckRead(path, None, (error.fault,))
    return read_as(path, text, text_root=text_root, today=today)


def read_as(
    path: Path, text: str, *, text_root: Path | None = None, today: date | None = None
) -> DeckRead:
    """What `read` would give if the file at `path` held this text; nothing is written."""
    text = text.removeprefix(_MARK)
    try:
        table = _table(text)
    except DeckUnreadableError as error:
        return DeckRead(path, None, (error.fault,))
    validation = Validation(path, Outline(text), text_root, today)
    deck = validation.deck(table)
    faults = sorted(validation.faults, key=lambda fault: (fault.line, fault.column, fault.code))
    return DeckRead(
        path, deck, tuple(faults), validation.files, tuple(validation.texts.of.items())
    )


def save(path: Path, deck: Deck) -> None:
    """Write a whole deck, with a label in each gap of a cloze; beside its place, then renamed.

    Raises:
        OSError: it cannot be written; what was there is untouched.
        ValueError: a text holds half of a surrogate pair, which no file can.
    """
    write_whole(path, write_text(with_labels(deck)).encode())


def give_ids(path: Path, new_id: Callable[[], str]) -> int:
    """Write an id into each question that has none and a label into each gap that has none.

    No other byte of the file changes; comments, order and line ends stay.

    Args:
        path: the deck file.
        new_id: makes ten of a-z2-7.

    Returns:
        How many questions were given an id.

    Raises:
        DeckUnreadableError: the file cannot be read as a whole.
        OSError: it cannot be written; what was there is untouched.
    """
    with alone(path):
        return _with_ids_given(path, new_id)


def _with_ids_given(path: Path, new_id: Callable[[], str]) -> int:
    text = text_of(path)
    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    questions = _table(text).get("question")
    if not isinstance(questions, list) or not all(isinstance(q, dict) for q in questions):
        return 0
    changed, count = with_ids(text, questions, new_id)
    if changed != text:
        write_whole(path, (mark + changed).encode())
    return count


def text_of(path: Path) -> str:
    """A deck file's text as it stands, a byte order mark too.

    Raises:
        DeckUnreadableError: it cannot be read, is no UTF-8 or is empty.
    """
    try:
        data = read_bytes(path, DECK_LIMIT)
    except FileRefusedError as error:
        raise _unreadable(error.code, reason=error.reason) from error
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _unreadable("not-utf8", line, byte=f"0x{data[error.start]:02x}") from error
    if not text.removeprefix(_MARK).strip():
        raise _unreadable("empty")
    return text


def _table(text: str) -> Table:
    try:
        table: Table = read_table(text, _decimal)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(text, str(error)) from error
    except (RecursionError, ValueError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else "a number too long"
        raise _unreadable("not-toml-limit", reason=reason) from error
    if not table.keys() & {"format", "deck", "question"}:
        raise _unreadable("not-a-deck")
    number = table.get("format", FORMAT)
    if isinstance(number, int) and not isinstance(number, bool) and number > FORMAT:
        raise _unreadable("format-newer", _line(text), value=written(number))
    if isinstance(number, bool) or number != FORMAT or not isinstance(number, int):
        raise _unreadable("format-wrong", _line(text), value=written(number))
    return table


def _decimal(written_number: str) -> Decimal:
    try:
        return Decimal(written_number.replace("_", ""))
    except InvalidOperation:  # an exponent past what Decimal can hold
        return Decimal("inf")


def _not_toml(text: str, message: str) -> DeckUnreadableError:
    place = _PLACE.search(message)
    if place is None or place[1] is None:
        line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
    else:
        line, column = int(place[1]), int(place[2])
    message = _PLACE.sub("", message)
    cause, sign = cause_of(text, message, line, column)
    told = (
        ("message", message),
        ("line", str(line)),
        ("column", str(column)),
        ("cause", cause),
        ("sign", sign),
    )
    return DeckUnreadableError(Fault("not-toml", line, told, column=column))


def _line(text: str) -> int:
    return Outline(text).plain.place(("format",))[0]


def _unreadable(code: str, line: int = 0, column: int = 0, **facts: object) -> DeckUnreadableError:
    told = tuple((name, str(fact)) for name, fact in facts.items())
    return DeckUnreadableError(Fault(code, line, told, column=column))
