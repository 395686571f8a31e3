"""The decks as the rooms above see them: found, read and cached, taken in, and given their ids."""

from __future__ import annotations

import base64
import errno
import json
import os
import threading
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import RowMapping, bindparam, func, literal_column, select
from sqlalchemy.dialects.sqlite import insert

from quizapp.collection.database import Database
from quizapp.collection.deck_cache import DeckCache, faults_from_text
from quizapp.collection.deck_folders import DeckFolder, find, folders_in
from quizapp.collection.failures import ReadOnlyHome
from quizapp.collection.file_stamp import Stamp
from quizapp.collection.matching import Missing, suggested
from quizapp.collection.path_text import from_text as path_from_text
from quizapp.collection.path_text import to_text as path_to_text
from quizapp.collection.plan import begun_decks
from quizapp.collection.question_text import from_text
from quizapp.collection.reconcile import CHOSEN, missing_of, nameless_of, reconcile
from quizapp.collection.tables import deck_files, meta, questions, rivals, sources
from quizapp.collection.uuid7 import Dice
from quizapp.content.question import Question
from quizapp.schedule.store import DeckEntry, Quoted, SourceEntry

_QUESTION = (
    select(questions.c.id, questions.c.line, questions.c.body, deck_files.c.deck)
    .join_from(questions, deck_files, deck_files.c.file == questions.c.file)
    .where(questions.c.id == bindparam("question"), deck_files.c.used == 1)
    .order_by(deck_files.c.place, questions.c.position)
    .limit(1)
)
_STANDING = (
    select(questions.c.id, deck_files.c.deck)
    .join_from(questions, deck_files, deck_files.c.file == questions.c.file)
    .where(questions.c.id.is_not(None), deck_files.c.used == 1, deck_files.c.bundled == 0)
)
_EVIDENCE = "$[1].evidence.evidence"
"""Where `question_text` keeps (source, quote) in a question's line."""
_QUOTES = (
    select(
        questions.c.id,
        func.json_extract(questions.c.body, _EVIDENCE + "[0]").label("source"),
        func.json_extract(questions.c.body, _EVIDENCE + "[1]").label("quote"),
    )
    .join_from(questions, deck_files, deck_files.c.file == questions.c.file)
    .where(
        deck_files.c.deck == bindparam("deck"),
        deck_files.c.used == 1,
        questions.c.id.is_not(None),
        literal_column("source").is_not(None),
    )
)
_USED = select(deck_files).where(deck_files.c.deck == bindparam("deck"), deck_files.c.used == 1)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question without an id that may be one that is gone.

    Attributes:
        position: of the question in its deck.
        missing: the one that it may be.
        likeness: of their words, 0 to 1.
    """

    position: int
    missing: Missing
    likeness: float


class DeckShelf:
    """The decks, through one connection, for one thread.

    Args:
        database: an open database of the newest schema.
        folders: where decks are looked for, in their order: own, added, bundled.
        dice: random bytes, for ids.
        now_ns: nanoseconds since 1970.
        lock: held by whoever looks through the folders, in whichever thread.
    """

    def __init__(
        self,
        database: Database,
        folders: Sequence[DeckFolder],
        dice: Dice,
        now_ns: Callable[[], int],
        lock: threading.Lock | None = None,
    ) -> None:
        self._database = database
        self.folders = tuple(folders)
        self._dice = dice
        self._now_ns = now_ns
        self._lock = lock or threading.Lock()
        self._answers: dict[int, frozenset[str]] = {}

    def elsewhere(self) -> DeckShelf:
        """The same decks through a connection of their own, for another thread; to be closed."""
        database = Database(self._database.path, "rw")
        return DeckShelf(database, self.folders, self._dice, self._now_ns, self._lock)

    def close(self) -> None:
        """Close the connection."""
        self._database.close()

    # looking

    def entries(self) -> Sequence[DeckEntry]:
        """Every file found, bundled ones last; unreadable ones among them."""
        begun = begun_decks(self._database.connection)
        rows = self._database.connection.execute(
            select(deck_files).order_by(deck_files.c.place)
        ).mappings()
        return [
            _entry(row, begun)
            for row in rows
            if row["unreadable"] != "not-a-deck" or self._is_own(row)
        ]

    def question(self, question_id: str) -> Question | None:
        """A usable question by id; None when its text is gone."""
        row = self._database.connection.execute(_QUESTION, {"question": question_id}).first()
        return None if row is None else from_text(row.body, row.id, row.line)

    def questions(self, deck_id: str) -> Sequence[Question]:
        """All usable questions of a deck in its order, those without an id too."""
        file = self._used(deck_id)
        if file is None:
            return []
        rows = self._database.connection.execute(
            select(questions.c.id, questions.c.line, questions.c.body)
            .where(questions.c.file == file["file"])
            .order_by(questions.c.position)
        )
        return [from_text(body, question, line) for question, line, body in rows]

    def sources(self, deck_id: str) -> Sequence[SourceEntry]:
        """The deck's sources with their texts."""
        file = self._used(deck_id)
        if file is None:
            return []
        names = ("id", "title", "publisher", "published", "url", "text")
        rows = self._database.connection.execute(
            select(*(sources.c[name] for name in names))
            .where(sources.c.file == file["file"])
            .order_by(sources.c.position)
        )
        return [SourceEntry(*row) for row in rows]

    def quotes(self, deck_id: str) -> Sequence[Quoted]:
        """The evidence of every question of the deck that has an id and evidence."""
        rows = self._database.connection.execute(_QUOTES, {"deck": deck_id})
        return [Quoted(*row) for row in rows]

    def deck_of(self, question_id: str) -> str:
        """Id of the deck the question stands in, or ""."""
        row = self._database.connection.execute(_QUESTION, {"question": question_id}).first()
        return "" if row is None else str(row.deck)

    def standing(self) -> dict[str, str]:
        """The deck of each question that stands in a deck of the user's own or an added one."""
        rows = self._database.connection.execute(_STANDING)
        return {str(question): str(deck) for question, deck in rows}

    def answers(self, deck_id: str) -> frozenset[str]:
        """Every answer and accepted spelling of the deck, as written: rivals of a slip."""
        file = self._used(deck_id)
        if file is None:
            return frozenset()
        number = int(file["file"])
        if number not in self._answers:
            kept = select(rivals.c.answers).where(rivals.c.file == number)
            text = self._database.connection.scalar(kept) or "[]"
            self._answers = {number: frozenset(json.loads(text))}
        return self._answers[number]

    def folder(self, deck_id: str) -> Path | None:
        """Where the deck's file lies, for images."""
        file = self._used(deck_id)
        return None if file is None else path_from_text(file["path"]).parent

    def suggestions(self, deck_id: str) -> Sequence[Suggestion]:
        """Questions without an id that are nearly the same as one that is gone."""
        file = self._used(deck_id)
        if file is None:
            return []
        present = set(
            self._database.connection.scalars(
                select(questions.c.id)
                .join_from(questions, deck_files, deck_files.c.file == questions.c.file)
                .where(questions.c.id.is_not(None), deck_files.c.used == 1)
            )
        )
        missing = missing_of(self._database, deck_id, dict.fromkeys(present))
        found = suggested(nameless_of(self._database, int(file["file"])), missing)
        return [Suggestion(at, one, likeness) for at, (one, likeness) in found.items()]

    def watched(self) -> Sequence[Path]:
        """Folders and files whose change matters."""
        stamps = self._database.connection.scalars(select(deck_files.c.stamp))
        files = (path for stamp in stamps for path in Stamp.from_text(stamp).paths)
        return list(dict.fromkeys([*folders_in(self.folders), *files]))

    # changing

    def rescan(self) -> bool:
        """Look through the folders and take up what changed; whether anything did.

        Nothing is done where the database can only be looked at.
        """
        if self._database.read_only:
            return False
        with self._lock:
            return self._rescan()

    def take_in(self, path: Path) -> DeckEntry:
        """Copy a deck with its texts and images into the user's own folder.

        One that lies there already is that deck, and nothing is copied.

        Raises:
            DeckTaken: the user has a deck with that id already.
            NotADeck: it cannot be read as one.
            ReadOnlyHome: decks can only be looked at.
            OSError: it cannot be copied; nothing of it is left behind.
        """
        from quizapp.collection.taking_in import copy_deck

        if self._database.read_only:
            raise ReadOnlyHome(self._database.path)
        own = next(folder for folder in self.folders if folder.own)
        if (there := self._lies_there(path, own.path)) is not None:
            return there
        known = next((f for f in self.folders if f.text_root and _below(path, f.path)), None)
        taken = {
            entry.id: entry.path
            for entry in self.entries()
            if entry.id and not entry.bundled and entry.path.exists()
        }
        copied = copy_deck(path, own.path, known.text_root if known else None, taken)
        self.rescan()
        for entry in self.entries():
            if entry.path == copied:
                return entry
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(copied))

    def _lies_there(self, path: Path, own: Path) -> DeckEntry | None:
        """The user's deck whose file this is, by whatever way it is named; None for none."""
        real = path.resolve()
        if not _below(real, own.resolve()):
            return None
        self.rescan()
        mine = (entry for entry in self.entries() if not entry.bundled)
        return next((entry for entry in mine if entry.path.resolve() == real), None)

    def give_ids(self, deck_id: str) -> int:
        """Write ids into the questions that lack one; how many.

        A question that is the same as one that is gone is given that one's id back.

        Raises:
            DeckUnreadableError: the file cannot be read as a whole.
            OSError: it cannot be written; it is as it was.
        """
        from quizapp.content.deck_file import give_ids

        self.rescan()
        file = self._used(deck_id)
        if file is None:
            return 0
        path = path_from_text(file["path"])
        planned = self._planned_ids(path, int(file["file"]))
        count = give_ids(path, lambda: planned.pop(0) if planned else self._new_id())
        self.rescan()
        return count

    def choose(self, path: Path) -> None:
        """Of two own decks with one id, use this file."""
        entry = next(e for e in self.entries() if e.path == path)
        chosen = path_to_text(path)
        put = insert(meta).values(name=CHOSEN + entry.id, value=chosen)
        with self._lock:
            with self._database.transaction() as connection:
                connection.execute(
                    put.on_conflict_do_update(index_elements=["name"], set_={"value": chosen})
                )
            reconcile(self._database)

    def _rescan(self) -> bool:
        cache = DeckCache(self._database, self._now_ns)
        changed = cache.take_up(find(self.folders))
        if changed or cache.unsettled():
            reconcile(self._database)
            cache.sweep()
            cache.settle()
            return True
        return False

    def _used(self, deck_id: str) -> RowMapping | None:
        if not deck_id:
            return None
        return self._database.connection.execute(_USED, {"deck": deck_id}).mappings().first()

    def _is_own(self, row: RowMapping) -> bool:
        return any(
            folder.own and _below(path_from_text(row["path"]), folder.path)
            for folder in self.folders
        )

    def _planned_ids(self, path: Path, file: int) -> list[str]:
        """For each block that lacks an id, in order, the one it adopted or a new one."""
        from quizapp.content.toml_text import Outline

        text = path.read_bytes().decode().removeprefix("\ufeff")
        tables = tomllib.loads(text).get("question", [])
        sections = Outline(text).sections("question")
        if len(sections) != len(tables):
            return []
        kept = select(questions.c.line, questions.c.id).where(
            questions.c.file == file, questions.c.adopted == 1
        )
        rows = self._database.connection.execute(kept)
        adopted: dict[int, str] = {row.line: row.id for row in rows}
        lacking = [s.line for s, table in zip(sections, tables, strict=True) if "id" not in table]
        return [adopted.get(line) or self._new_id() for line in lacking]

    def _new_id(self) -> str:
        while True:
            name = base64.b32encode(self._dice(10))[:10].decode().lower()
            if not self.deck_of(name):
                return name


def _below(path: Path, folder: Path) -> bool:
    return folder.absolute() in path.absolute().parents


def _entry(row: RowMapping, begun: Sequence[str]) -> DeckEntry:
    path = path_from_text(row["path"])
    faults = faults_from_text(row["faults"]) + faults_from_text(row["conflicts"])
    return DeckEntry(
        path=path,
        id=row["deck"],
        title=row["title"],
        description=row["description"],
        bundled=bool(row["bundled"]),
        writable=not row["bundled"] and _writable(path),
        questions=row["questions"],
        cards=row["cards"],
        without_id=row["without_id"],
        hidden=bool(row["deck"]) and not row["used"],
        rival=row["rival"],
        articles=row["articles"],
        unreadable=row["unreadable"],
        faults=tuple(sorted(faults, key=lambda fault: (fault.line, fault.column))),
        begun=bool(row["used"]) and row["deck"] in begun,
    )


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
