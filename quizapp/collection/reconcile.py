"""From decks to cards: which question each card asks, and what becomes of those that are gone.

Identity is the id: history stays with it whatever the text says and whichever deck it stands in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import bindparam, delete, select, text, update
from sqlalchemy.dialects.sqlite import insert

from quizapp.collection.database import Database
from quizapp.collection.deck_cache import faults_from_text, faults_to_text, in_chunks
from quizapp.collection.matching import Missing, Nameless, adopted
from quizapp.collection.tables import PLACE_COLUMNS, cards, deck_files, meta, questions
from quizapp.collection.which_file import Candidate, standings
from quizapp.content.deck import Fault

CHOSEN = "chosen:"
"""Before a deck id, the name in `meta` of the file that the user chose for it."""
ID_IN_OTHER_DECK = "id-in-other-deck"

_TOUCHED = (
    "(reviews > 0 OR suspended = 1 OR flag IS NOT NULL OR buried_day > 0 OR seen_hash <> ''"
    " OR EXISTS (SELECT 1 FROM log WHERE log.card = cards.key))"
)
_OF_FILE = (
    select(
        questions.c.position,
        questions.c.id,
        questions.c.adopted,
        questions.c.content_hash,
        questions.c.parts,
        questions.c.line,
    )
    .where(questions.c.file == bindparam("file"))
    .order_by(questions.c.position)
)
_PUT = insert(cards)
_PLACE = _PUT.on_conflict_do_update(
    index_elements=["key"], set_={name: _PUT.excluded[name] for name in PLACE_COLUMNS}
)
_LEAVE = (
    update(cards)
    .where(cards.c.key == bindparam("gone"))
    .values(deck="", file=0, position=0, part=0)
)
_DROP = delete(cards).where(cards.c.key == bindparam("gone"), text(f"NOT {_TOUCHED}"))
_KEEP_PAST = text(
    """
    INSERT INTO past (question, content_hash, deck, prompt, answer)
    SELECT q.id, q.content_hash, :deck, q.prompt, q.answer FROM questions AS q
    WHERE q.file = :file AND q.position = :position AND q.id IS NOT NULL
    ON CONFLICT (question, content_hash) DO UPDATE SET deck = excluded.deck
    """
)
"""A text is missing from the deck in which it stood last, wherever it stood before."""
_MISSING = text(
    """
    SELECT q.id, q.content_hash, q.prompt, q.answer FROM cards AS c
    JOIN questions AS q ON q.file = c.file AND q.position = c.position
    WHERE c.deck = :deck AND c.reviews > 0
    UNION
    SELECT p.question, p.content_hash, p.prompt, p.answer FROM past AS p
    JOIN cards AS c ON c.question = p.question
    WHERE p.deck = :deck AND c.reviews > 0
    UNION
    SELECT c.question, c.content_hash, '', '' FROM cards AS c
    WHERE c.file = 0 AND c.reviews > 0 AND c.content_hash <> '' AND :deck = (
        SELECT log.deck FROM log WHERE log.card = c.key AND log.deck <> ''
        ORDER BY log.t DESC, log.device DESC, log.sequence DESC LIMIT 1)
    """
)


_Columns: TypeAlias = dict[str, Any]


@dataclass
class _Wanted:
    """How cards should lie, as it is worked out.

    Attributes:
        owner: path and deck of the file that has an id, by question id.
        places: (question, deck, file, position, part) by card key.
        conflicts: faults that show beside other decks, by path.
    """

    owner: dict[str, tuple[str, str]] = field(default_factory=dict)
    places: dict[str, tuple[str, str, int, int, int]] = field(default_factory=dict)
    conflicts: dict[str, list[Fault]] = field(default_factory=dict)


def reconcile(database: Database) -> None:
    """Put every card where the decks now have it; those whose question is gone leave the queue.

    Begun again after a break it comes to the same end, and each step of it is a short transaction
    after which every card is either where it was or where it belongs.
    """
    files = _decide_files(database)
    wanted = _Wanted()
    rows = {file["file"]: _rows(database, file["file"]) for file in files}
    for file in files:
        _claim(wanted, file, [row for row in rows[file["file"]] if not row["adopted"]])
    for file in files:
        _adopt(database, wanted, file, rows[file["file"]])
    _tell_conflicts(database, wanted)
    _move(database, wanted)


def nameless_of(database: Database, file: int) -> list[Nameless]:
    """The questions of a file that have no id in it and adopted none."""
    found = database.connection.execute(
        select(
            questions.c.position, questions.c.content_hash, questions.c.prompt, questions.c.answer
        )
        .where(questions.c.file == file, questions.c.id.is_(None))
        .order_by(questions.c.position)
    )
    return [Nameless(*row) for row in found]


def missing_of(database: Database, deck: str, present: Mapping[str, object]) -> list[Missing]:
    """The questions with a history that the deck had and that no deck has now.

    Args:
        database: to read with.
        deck: its id.
        present: has the ids that decks have now.
    """
    found = database.connection.execute(_MISSING, {"deck": deck})
    every = [Missing(*row) for row in found if row[0] not in present]
    return sorted(every, key=lambda one: (one.id, one.content_hash, one.prompt))


def _rows(database: Database, file: int) -> list[_Columns]:
    return [dict(r) for r in database.connection.execute(_OF_FILE, {"file": file}).mappings()]


def _decide_files(database: Database) -> list[_Columns]:
    """Mark each file as used or not, and give the used ones in order."""
    ordered = select(deck_files).order_by(deck_files.c.place)
    every: list[_Columns] = [dict(r) for r in database.connection.execute(ordered).mappings()]
    chosen = {
        name.removeprefix(CHOSEN): value
        for name, value in database.connection.execute(
            select(meta.c.name, meta.c.value).where(meta.c.name.startswith(CHOSEN))
        )
    }
    found = standings(
        [Candidate(f["path"], f["deck"], bool(f["bundled"])) for f in every if f["deck"]], chosen
    )
    changed: list[dict[str, Any]] = []
    for file in every:
        standing = found.get(file["path"])
        used, rival = (standing.used, standing.rival) if standing else (False, "")
        if (bool(file["used"]), file["rival"]) != (used, rival):
            changed.append({"at": file["path"], "used": int(used), "rival": rival})
    if changed:
        with database.transaction() as connection:
            connection.execute(
                update(deck_files).where(deck_files.c.path == bindparam("at")), changed
            )
    return [file for file in every if file["path"] in found and found[file["path"]].used]


def _claim(wanted: _Wanted, file: _Columns, rows: list[_Columns]) -> None:
    """Give the file's questions their cards; an id that an earlier deck has stays with that."""
    for row in rows:
        question = row["id"]
        if question is None:
            continue
        owner, _ = wanted.owner.setdefault(question, (file["path"], file["deck"]))
        if owner != file["path"]:
            facts = (("id", question), ("path", owner))
            wanted.conflicts.setdefault(file["path"], []).append(
                Fault(ID_IN_OTHER_DECK, row["line"], facts, question=question)
            )
            continue
        for part, suffix in enumerate(row["parts"].split(" ")):
            wanted.places[question + suffix] = (
                question,
                file["deck"],
                file["file"],
                row["position"],
                part,
            )


def _adopt(database: Database, wanted: _Wanted, file: _Columns, rows: list[_Columns]) -> None:
    """Let questions without an id take over those of the same questions that are gone."""
    nameless = [row for row in rows if row["adopted"] or row["id"] is None]
    if not nameless:
        return
    missing = missing_of(database, file["deck"], wanted.owner)
    # What was adopted once stays, whatever else has gone since.
    fitting = {(one.id, one.content_hash) for one in missing}
    kept = {
        row["position"]: row["id"]
        for row in nameless
        if (row["id"], row["content_hash"]) in fitting
    }
    found = kept | adopted(
        [
            Nameless(row["position"], row["content_hash"])
            for row in nameless
            if row["position"] not in kept
        ],
        [one for one in missing if one.id not in kept.values()],
    )
    changed = [
        {"at": row["position"], "id": found.get(row["position"])}
        for row in nameless
        if row["id"] != found.get(row["position"])
    ]
    _keep_past(
        database, wanted, {row["id"] for row in nameless if row["id"]} - set(found.values())
    )
    for chunk in in_chunks(changed):
        with database.transaction() as connection:
            for one in chunk:
                connection.execute(
                    update(questions)
                    .where(questions.c.file == file["file"], questions.c.position == one["at"])
                    .values(id=one["id"], adopted=int(one["id"] is not None))
                )
    for row in nameless:
        if row["position"] in found:
            _claim(wanted, file, [row | {"id": found[row["position"]]}])


def _keep_past(database: Database, wanted: _Wanted, leaving: set[str]) -> None:
    """Keep the texts of questions that lose the id they had adopted."""
    for question in sorted(leaving - set(wanted.owner)):
        place = (
            database.connection.execute(
                select(cards.c.deck, cards.c.file, cards.c.position).where(
                    cards.c.question == question, cards.c.file > 0
                )
            )
            .mappings()
            .first()
        )
        if place is not None:
            with database.transaction() as connection:
                connection.execute(_KEEP_PAST, dict(place))


def _tell_conflicts(database: Database, wanted: _Wanted) -> None:
    known = database.connection.execute(select(deck_files.c.path, deck_files.c.conflicts)).all()
    for path, before in known:
        now = wanted.conflicts.get(path, [])
        if tuple(now) != faults_from_text(before):
            with database.transaction() as connection:
                connection.execute(
                    update(deck_files)
                    .where(deck_files.c.path == path)
                    .values(conflicts=faults_to_text(now))
                )


def _move(database: Database, wanted: _Wanted) -> None:
    columns = [cards.c.key, *(cards.c[name] for name in PLACE_COLUMNS), cards.c.reviews]
    moving: list[dict[str, Any]] = []
    leaving: list[dict[str, Any]] = []
    former: list[dict[str, Any]] = []
    # Rows of the log may have made cards that no deck has placed yet, so all are looked at.
    for key, question, deck, file, position, part, reviews in database.connection.execute(
        select(*columns)
    ):
        place = wanted.places.pop(key, None)
        if place == (question, deck, file, position, part):
            continue
        if file and reviews and (place is None or place[2] != file):
            former.append({"deck": deck, "file": file, "position": position})
        if place is not None:
            moving.append({"key": key} | dict(zip(PLACE_COLUMNS, place, strict=True)))
        elif file:
            leaving.append({"gone": key})
    moving += [
        {"key": key} | dict(zip(PLACE_COLUMNS, place, strict=True))
        for key, place in wanted.places.items()
    ]
    for statement, rows in (
        (_KEEP_PAST, former),
        (_PLACE, moving),
        (_LEAVE, leaving),
        (_DROP, leaving),
    ):
        for chunk in in_chunks(rows):
            with database.transaction() as connection:
                connection.execute(statement, list(chunk))
