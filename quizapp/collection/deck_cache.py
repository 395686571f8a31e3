"""Decks as they were read last: an unchanged file is never parsed again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Update, delete, select, text, update
from sqlalchemy.dialects.sqlite import insert

from quizapp.collection.database import Database
from quizapp.collection.deck_folders import Found
from quizapp.collection.file_stamp import Stamp, contents_of, stamp_of
from quizapp.collection.path_text import is_text, shown
from quizapp.collection.path_text import to_text as path_to_text
from quizapp.collection.question_text import to_text
from quizapp.collection.tables import deck_files, meta, questions, rivals, sources
from quizapp.content.deck import DECK_LIMIT, VALIDATOR_VERSION, DeckRead, Fault, Severity
from quizapp.content.question import Cloze, Question, card_keys, gaps

CACHE_VERSION = 1
"""Raised whenever something else is kept of the same deck."""
ROWS_AT_ONCE = 250
"""How many rows are written in one transaction, so that nobody waits for it for long."""

UNSETTLED = "unsettled"
"""In `meta` while decks have changed and their cards were not all put in place yet."""
_FILES = "files"
_NO_DECK = "not-a-deck"
_ID_IN_PLACE = "----------"

T = TypeVar("T")


def in_chunks(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    """The rows in lots small enough for one transaction."""
    for start in range(0, len(rows), ROWS_AT_ONCE):
        yield rows[start : start + ROWS_AT_ONCE]


def faults_to_text(faults: Sequence[Fault]) -> str:
    """Faults as JSON."""
    return json.dumps([asdict(fault) for fault in faults], ensure_ascii=False)


def faults_from_text(faults: str) -> tuple[Fault, ...]:
    """The faults of such a text."""
    return tuple(
        Fault(
            **fault
            | {
                "facts": tuple((name, value) for name, value in fault["facts"]),
                "severity": Severity(fault["severity"]),
            }
        )
        for fault in json.loads(faults)
    )


class DeckCache:
    """Keeps what was read of each deck file.

    Args:
        database: the connection to write with.
        now_ns: nanoseconds since 1970.
    """

    def __init__(self, database: Database, now_ns: Callable[[], int]) -> None:
        self._database = database
        self._now_ns = now_ns

    def take_up(self, found: Sequence[Found]) -> bool:
        """Read the files that changed, forget those that are gone; whether there were any."""
        rows = self._database.connection.execute(select(deck_files)).mappings()
        known = {str(row["path"]): dict(row) for row in rows}
        changed = False
        for place, one in enumerate(found):
            changed |= self._take_up_one(one, place, known.pop(path_to_text(one.path), None))
        if known:
            with self._changing() as connection:
                gone = delete(deck_files).where(deck_files.c.path.in_(known))
                connection.execute(gone)
        return changed or bool(known)

    def unsettled(self) -> bool:
        """Cards were not all put in place since decks changed."""
        wanted = select(meta.c.value).where(meta.c.name == UNSETTLED)
        return self._database.connection.execute(wanted).first() is not None

    def settle(self) -> None:
        """Note that all cards are in place."""
        with self._database.transaction() as connection:
            connection.execute(delete(meta).where(meta.c.name == UNSETTLED))

    def sweep(self) -> None:
        """Throw away what was kept of contents that no file has any more."""
        for table in (questions, sources, rivals):
            numbers = self._database.connection.scalars(
                select(table.c.file)
                .distinct()
                .where(table.c.file.not_in(select(deck_files.c.file)))
            ).all()
            for number in numbers:
                while self._sweep_some(table.name, number):
                    pass

    def _sweep_some(self, table: str, file: int) -> int:
        order = "file" if table == "rivals" else "position"
        with self._database.transaction() as connection:
            return connection.execute(
                text(
                    f"DELETE FROM {table} WHERE file = :file AND {order} IN (SELECT {order}"  # noqa: S608 - names of ours
                    f" FROM {table} WHERE file = :file LIMIT {ROWS_AT_ONCE})"
                ),
                {"file": file},
            ).rowcount

    def _take_up_one(self, one: Found, place: int, known: Mapping[str, Any] | None) -> bool:
        where = {"place": place, "bundled": int(one.folder.bundled)}
        if known is not None:
            before = Stamp.from_text(known["stamp"])
            now = stamp_of(before.paths, self._now_ns())
            same = before.sure and now.files == before.files
            if not same and _contents(before) == known["contents"]:
                same = True
                self._set(one, {"stamp": now.to_text()})
            if same:
                moved = any(known[name] != value for name, value in where.items())
                if moved:
                    with self._changing() as connection:
                        connection.execute(_row_of(one).values(**where))
                return moved
        # Late, since on most starts no deck has changed and none is read.
        from quizapp.content.deck_file import read

        result = read(one.path, text_root=one.folder.text_root)
        # Looked at again after it was read: a change in between is then noticed next time.
        stamp = stamp_of([one.path, *result.files], self._now_ns())
        if _is_none_of_ours(one, result):
            self._keep(one, where | _nothing(result), stamp)
            return known is not None and known["unreadable"] != _NO_DECK
        if result.deck is not None and not is_text(one.path):
            result = _with_no_name(result)
        self._write(one, result, where, stamp)
        return True

    def _set(self, one: Found, values: Mapping[str, object]) -> None:
        with self._database.transaction() as connection:
            connection.execute(_row_of(one).values(**values))

    def _write(self, one: Found, result: DeckRead, where: dict[str, int], stamp: Stamp) -> None:
        deck = result.deck
        if deck is None:
            self._keep(one, where | _nothing(result), stamp)
            return
        number = self._new_number()
        rows = [_columns(number, n, question) for n, question in enumerate(deck.questions)]
        for chunk in in_chunks(rows):
            with self._database.transaction() as connection:
                connection.execute(insert(questions), list(chunk))
        texts = dict(result.texts)
        kept = [
            {
                "file": number,
                "position": n,
                "id": source.id,
                "title": source.title,
                "publisher": source.publisher,
                "published": str(source.published or ""),
                "url": source.url,
                "text": texts.get(source.id, ""),
            }
            for n, source in enumerate(deck.sources)
        ]
        from quizapp.content.right_answer import typed_answers

        answers = sorted({answer for q in deck.questions for answer in typed_answers(q)})
        with self._database.transaction() as connection:
            if kept:
                connection.execute(insert(sources), kept)
            connection.execute(
                insert(rivals).values(file=number, answers=json.dumps(answers, ensure_ascii=False))
            )
        values = {
            "file": number,
            "deck": deck.id,
            "title": deck.title,
            "description": deck.description,
            "faults": faults_to_text(result.faults),
            "unreadable": "",
            "questions": len(rows),
            "cards": sum(len(str(row["parts"]).split(" ")) for row in rows if row["id"]),
            "without_id": sum(row["id"] is None for row in rows),
            "articles": sum(bool(source["text"]) for source in kept),
        }
        self._keep(one, where | values, stamp)

    def _keep(self, one: Found, values: Mapping[str, Any], stamp: Stamp) -> None:
        found = {**values, "stamp": stamp.to_text(), "contents": _contents(stamp)}
        if "file" not in found:
            found["file"] = self._new_number()
        put = insert(deck_files).values(path=path_to_text(one.path), **found)
        with self._changing() as connection:
            connection.execute(put.on_conflict_do_update(index_elements=["path"], set_=found))

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        """A transaction after which cards have to be put in place."""
        with self._database.transaction() as connection:
            connection.execute(
                insert(meta).values(name=UNSETTLED, value="decks").on_conflict_do_nothing()
            )
            yield connection

    def _new_number(self) -> int:
        with self._database.transaction() as connection:
            put = insert(meta).values(name=_FILES, value="1")
            more = put.on_conflict_do_update(
                index_elements=["name"], set_={"value": text("CAST(meta.value + 1 AS TEXT)")}
            ).returning(meta.c.value)
            return int(connection.execute(more).scalar_one())


def _row_of(one: Found) -> Update:
    return update(deck_files).where(deck_files.c.path == path_to_text(one.path))


def _contents(stamp: Stamp) -> str:
    version = VALIDATOR_VERSION * 1000 + CACHE_VERSION
    return contents_of(stamp.paths, version, DECK_LIMIT)


def _is_none_of_ours(one: Found, result: DeckRead) -> bool:
    """Other programs' TOML in a folder that is not for decks alone."""
    return (
        result.deck is None
        and not one.folder.own
        and not one.folder.bundled
        and any(fault.code == _NO_DECK for fault in result.faults)
    )


def _with_no_name(result: DeckRead) -> DeckRead:
    """Read, but not to be used: neither labels nor logs can name a path that is no text."""
    path = result.path
    whole = path if is_text(path.parent) else path.parent
    fault = Fault("name-not-utf8", 0, (("path", shown(whole)),))
    return DeckRead(path, None, (fault,), result.files)


def _nothing(result: DeckRead) -> dict[str, object]:
    reason = result.faults[0].code if result.faults else ""
    return {
        "deck": "",
        "title": shown(result.path.name),
        "description": "",
        "faults": faults_to_text(result.faults),
        "unreadable": reason,
        "questions": 0,
        "cards": 0,
        "without_id": 0,
        "articles": 0,
    }


def _columns(file: int, position: int, question: Question) -> dict[str, object]:
    from quizapp.content.content_hash import content_hash

    return {
        "file": file,
        "position": position,
        "id": question.id,
        "content_hash": content_hash(question),
        "parts": " ".join(_parts(question)),
        "prompt": question.prompt,
        "answer": _answer(question),
        "line": question.line,
        "body": to_text(question),
    }


def _parts(question: Question) -> list[str]:
    """What the keys of its cards add to the id, were it given one."""
    keys = card_keys(replace(question, id=_ID_IN_PLACE))
    return [key.removeprefix(_ID_IN_PLACE) for key in keys]


def _answer(question: Question) -> str:
    if isinstance(question.body, Cloze):
        return ", ".join(gap.answer for gap in gaps(question.body.text))
    from quizapp.content.right_answer import answer_text

    return answer_text(question)
