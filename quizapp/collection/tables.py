"""The tables: the log, and what is kept beside it for speed and can be made again from it."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import REAL

VERSION = "0002"
KNOWN_VERSIONS = ("0001", "0002")

metadata = MetaData()


def _text(name: str, default: str | None = "''") -> Column[str]:
    return Column(name, Text, nullable=False, server_default=text(default) if default else None)


def _whole(name: str, default: int = 0) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=text(str(default)))


def _real(name: str) -> Column[float]:
    return Column(name, REAL, nullable=False, server_default=text("0"))


version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))

meta = Table("meta", metadata, Column("name", Text, primary_key=True), _text("value"))
"""What holds for this file, by name: which device it is, what waits to be done."""

log = Table(
    "log",
    metadata,
    Column("id", Text, primary_key=True),
    _text("device", None),
    Column("sequence", Integer, nullable=False),
    Column("t", Integer, nullable=False),
    Column("utc_ms", Integer, nullable=False),
    Column("offset_min", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    _text("action", None),
    _text("card"),
    _text("deck"),
    _text("question"),
    _text("voids"),
    _text("text"),
    _real("number"),
    # an answer's own columns; NULL on other rows
    Column("content_hash", Text),
    Column("form", Text),
    Column("shown", Text),  # JSON, an array of texts
    Column("given", Text),  # the same
    Column("reason", Text),
    Column("right", Integer),
    Column("score", REAL),
    Column("overruled", Integer),
    Column("hinted", Integer),
    Column("guessed", Integer),
    Column("choices", Integer),
    Column("seconds", REAL),
    Column("proposed", Integer),
    Column("rating", Integer),
    Column("step", Integer),
    Column("predicted", REAL),
    Column("parameter_set", Text),
    Column("marking_version", Integer),
    Column("mapping_version", Integer),
    Column("due_day", Integer),
    Column("due_ms", Integer),
    Column("next_step", Integer),
    UniqueConstraint("device", "sequence"),
)
SELDOM = "action IN ('accept', 'begin', 'set-aside', 'parameters', 'retention', 'form')"
"""Of the rows that are not about one card. A query has to say it in these words to find the few
that there are by their index."""
VOIDING = "voids <> ''"
FOLDED = (
    "action",
    "day",
    "text",
    "content_hash",
    "rating",
    "right",
    "choices",
    "due_day",
    "due_ms",
    "next_step",
)
"""What the fold of a card goes by. Read through an index that holds all of it, a million rows
take two seconds in the order of cards; sorted or looked up one by one they take eight or more."""
Index(
    "log_card",
    *(log.c[name] for name in ("card", "t", "device", "sequence", *FOLDED)),
)
Index("log_day", log.c.day, log.c.device, log.c.sequence)
Index("log_voids", log.c.voids, sqlite_where=text(VOIDING))
Index("log_seldom", log.c.action, log.c.question, sqlite_where=text(SELDOM))

cards = Table(
    "cards",
    metadata,
    Column("key", Text, primary_key=True),
    # the fold of its rows, in the order of CardState's fields
    _real("stability"),
    _real("difficulty"),
    _whole("last_day"),
    _whole("last_ms"),
    _whole("due_day"),
    _whole("due_ms"),
    _whole("step", -1),
    _whole("reviews"),
    _whole("lapses"),
    _whole("right_run"),
    _whole("suspended"),
    _whole("leech"),
    _whole("buried_day"),
    Column("flag", Text),
    _text("content_hash"),
    _text("seen_hash"),
    # where the decks have it; deck '' and file 0 when its question is gone
    _text("question"),
    _text("deck"),
    _whole("file"),
    _whole("position"),
    _whole("part"),
)
STATE_COLUMNS = tuple(column.name for column in cards.columns)[:17]
PLACE_COLUMNS = ("question", "deck", "file", "position", "part")
IN_PLAY = "reviews > 0 AND suspended = 0 AND deck <> ''"
FRESH = "reviews = 0 AND suspended = 0 AND deck <> ''"
Index("cards_due", cards.c.due_day, cards.c.due_ms, cards.c.key, sqlite_where=text(IN_PLAY))
Index("cards_fresh", cards.c.deck, cards.c.position, cards.c.part, sqlite_where=text(FRESH))
Index("cards_place", cards.c.deck, cards.c.position, cards.c.part)
Index("cards_question", cards.c.question)
Index("cards_waiting", cards.c.due_ms, sqlite_where=text("due_ms > 0"))
Index("cards_buried", cards.c.buried_day, sqlite_where=text("buried_day > 0"))
Index("cards_suspended", cards.c.suspended, sqlite_where=text("suspended = 1"))
Index("cards_flagged", cards.c.key, sqlite_where=text("flag IS NOT NULL"))

totals = Table(
    "totals",
    metadata,
    Column("deck", Text, primary_key=True),
    _whole("cards"),
    _whole("learned"),
    _whole("strong"),
    _whole("fresh"),
    sqlite_with_rowid=False,
)
"""Cards a deck, kept by triggers on `cards`."""

due_days = Table(
    "due_days",
    metadata,
    _text("deck", None),
    Column("day", Integer, nullable=False),
    _whole("cards"),
    PrimaryKeyConstraint("deck", "day"),
    sqlite_with_rowid=False,
)
"""Cards in play by deck and due day, kept by triggers on `cards`."""

daily = Table(
    "daily",
    metadata,
    Column("day", Integer, nullable=False),
    _text("deck", None),
    _text("form", None),
    _whole("answers"),
    _whole("new"),
    _whole("right"),
    _whole("ms"),
    PrimaryKeyConstraint("day", "deck", "form"),
    sqlite_with_rowid=False,
)
"""Standing answers by study day, deck and form."""

deck_files = Table(
    "deck_files",
    metadata,
    Column("path", Text, primary_key=True),
    Column("file", Integer, nullable=False, unique=True),  # a new number for each new content
    _whole("place"),  # its rank: own folder, added ones, bundled
    _whole("bundled"),
    _text("deck"),
    _text("title"),
    _text("description"),
    _text("stamp"),  # sizes and times of the files it stands on, JSON
    _text("contents"),  # sha256 over their contents and the validator's version
    _text("faults", "'[]'"),
    _text("conflicts", "'[]'"),  # faults that show only beside other decks
    _text("unreadable"),
    _whole("questions"),
    _whole("cards"),
    _whole("without_id"),
    _whole("articles"),
    _whole("used"),
    _text("rival"),
)

questions = Table(
    "questions",
    metadata,
    Column("file", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", Text),
    _whole("adopted"),  # the id is not written in the file
    _text("content_hash"),
    _text("parts"),  # what its cards' keys add to the id, parted by spaces
    _text("prompt"),
    _text("answer"),
    _whole("line"),
    _text("body", None),
    PrimaryKeyConstraint("file", "position"),
    sqlite_with_rowid=False,
)
Index("questions_id", questions.c.id, sqlite_where=text("id IS NOT NULL"))

sources = Table(
    "sources",
    metadata,
    Column("file", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    _text("id"),
    _text("title"),
    _text("publisher"),
    _text("published"),
    _text("url"),
    _text("text"),
    PrimaryKeyConstraint("file", "position"),
)

rivals = Table(
    "rivals",
    metadata,
    Column("file", Integer, primary_key=True),
    _text("answers", "'[]'"),  # JSON
)

past = Table(
    "past",
    metadata,
    _text("question", None),
    _text("content_hash", None),
    _text("deck"),
    _text("prompt"),
    _text("answer"),
    PrimaryKeyConstraint("question", "content_hash"),
    sqlite_with_rowid=False,
)
"""Texts that questions with a history had, kept when they change or go."""


def _tally(sign: str, row: str) -> str:
    """The statements that count a card in or out of its deck's totals and due day."""
    in_play = f"{row}.reviews > 0 AND {row}.suspended = 0"
    if sign == "-":
        return f"""
        UPDATE totals SET cards = cards - 1, learned = learned - ({row}.reviews > 0),
            strong = strong - ({row}.stability >= 21),
            fresh = fresh - ({row}.reviews = 0 AND {row}.suspended = 0)
        WHERE deck = {row}.deck;
        UPDATE due_days SET cards = cards - 1
        WHERE deck = {row}.deck AND day = {row}.due_day AND {in_play};
        DELETE FROM due_days
        WHERE deck = {row}.deck AND day = {row}.due_day AND cards = 0;"""  # noqa: S608 - no input
    return f"""
        INSERT INTO totals (deck, cards, learned, strong, fresh)
        SELECT {row}.deck, 1, {row}.reviews > 0, {row}.stability >= 21,
            {row}.reviews = 0 AND {row}.suspended = 0
        WHERE {row}.deck <> ''
        ON CONFLICT (deck) DO UPDATE SET cards = cards + 1, learned = learned + excluded.learned,
            strong = strong + excluded.strong, fresh = fresh + excluded.fresh;
        INSERT INTO due_days (deck, day, cards)
        SELECT {row}.deck, {row}.due_day, 1 WHERE {row}.deck <> '' AND {in_play}
        ON CONFLICT (deck, day) DO UPDATE SET cards = cards + 1;"""  # noqa: S608 - no input


_TOLD = ("deck", "due_day", "suspended")
_DIFFERS = " OR ".join(
    [
        *(f"OLD.{name} <> NEW.{name}" for name in _TOLD),
        "(OLD.reviews > 0) <> (NEW.reviews > 0)",
        "(OLD.stability >= 21) <> (NEW.stability >= 21)",
    ]
)


def _trigger(name: str, event: str, when: str, body: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {event} ON cards WHEN {when}\nBEGIN{body}\nEND"


TRIGGERS = (
    _trigger("cards_came", "INSERT", "NEW.deck <> ''", _tally("+", "NEW")),
    _trigger("cards_went", "DELETE", "OLD.deck <> ''", _tally("-", "OLD")),
    _trigger("cards_moved", "UPDATE", _DIFFERS, _tally("-", "OLD") + _tally("+", "NEW")),
)
