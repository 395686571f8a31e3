"""The first schema: log, cards, decks as they were read, and what counts cards a deck."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE meta (
        name TEXT NOT NULL,
        value TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE log (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        t INTEGER NOT NULL,
        utc_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL,
        day INTEGER NOT NULL,
        action TEXT NOT NULL,
        card TEXT DEFAULT '' NOT NULL,
        deck TEXT DEFAULT '' NOT NULL,
        question TEXT DEFAULT '' NOT NULL,
        voids TEXT DEFAULT '' NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        number REAL DEFAULT 0 NOT NULL,
        content_hash TEXT,
        form TEXT,
        shown TEXT,
        given TEXT,
        reason TEXT,
        "right" INTEGER,
        score REAL,
        overruled INTEGER,
        hinted INTEGER,
        guessed INTEGER,
        choices INTEGER,
        seconds REAL,
        proposed INTEGER,
        rating INTEGER,
        step INTEGER,
        predicted REAL,
        parameter_set TEXT,
        marking_version INTEGER,
        mapping_version INTEGER,
        due_day INTEGER,
        due_ms INTEGER,
        next_step INTEGER,
        PRIMARY KEY (id),
        UNIQUE (device, sequence)
    )
    """,
    """
    CREATE INDEX log_card ON log (card, t, device, sequence, action, day, text, content_hash,
        rating, "right", choices, due_day, due_ms, next_step)
    """,
    "CREATE INDEX log_day ON log (day, device, sequence)",
    """
    CREATE INDEX log_seldom ON log (action, question) WHERE action IN ('accept', 'begin',
        'set-aside', 'parameters', 'retention', 'form')
    """,
    "CREATE INDEX log_voids ON log (voids) WHERE voids <> ''",
    """
    CREATE TABLE cards (
        "key" TEXT NOT NULL,
        stability REAL DEFAULT 0 NOT NULL,
        difficulty REAL DEFAULT 0 NOT NULL,
        last_day INTEGER DEFAULT 0 NOT NULL,
        last_ms INTEGER DEFAULT 0 NOT NULL,
        due_day INTEGER DEFAULT 0 NOT NULL,
        due_ms INTEGER DEFAULT 0 NOT NULL,
        step INTEGER DEFAULT (-1) NOT NULL,
        reviews INTEGER DEFAULT 0 NOT NULL,
        lapses INTEGER DEFAULT 0 NOT NULL,
        right_run INTEGER DEFAULT 0 NOT NULL,
        suspended INTEGER DEFAULT 0 NOT NULL,
        leech INTEGER DEFAULT 0 NOT NULL,
        buried_day INTEGER DEFAULT 0 NOT NULL,
        flag TEXT,
        content_hash TEXT DEFAULT '' NOT NULL,
        seen_hash TEXT DEFAULT '' NOT NULL,
        question TEXT DEFAULT '' NOT NULL,
        deck TEXT DEFAULT '' NOT NULL,
        file INTEGER DEFAULT 0 NOT NULL,
        position INTEGER DEFAULT 0 NOT NULL,
        part INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY ("key")
    )
    """,
    "CREATE INDEX cards_buried ON cards (buried_day) WHERE buried_day > 0",
    """
    CREATE INDEX cards_due ON cards (due_day, due_ms, "key") WHERE reviews > 0 AND suspended =
        0 AND deck <> ''
    """,
    'CREATE INDEX cards_flagged ON cards ("key") WHERE flag IS NOT NULL',
    """
    CREATE INDEX cards_fresh ON cards (deck, position, part) WHERE reviews = 0 AND suspended =
        0 AND deck <> ''
    """,
    "CREATE INDEX cards_place ON cards (deck, position, part)",
    "CREATE INDEX cards_question ON cards (question)",
    "CREATE INDEX cards_suspended ON cards (suspended) WHERE suspended = 1",
    "CREATE INDEX cards_waiting ON cards (due_ms) WHERE due_ms > 0",
    """
    CREATE TABLE totals (
        deck TEXT NOT NULL,
        cards INTEGER DEFAULT 0 NOT NULL,
        learned INTEGER DEFAULT 0 NOT NULL,
        strong INTEGER DEFAULT 0 NOT NULL,
        fresh INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (deck)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE due_days (
        deck TEXT NOT NULL,
        day INTEGER NOT NULL,
        cards INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (deck, day)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE deck_files (
        path TEXT NOT NULL,
        file INTEGER NOT NULL,
        place INTEGER DEFAULT 0 NOT NULL,
        bundled INTEGER DEFAULT 0 NOT NULL,
        deck TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        description TEXT DEFAULT '' NOT NULL,
        stamp TEXT DEFAULT '' NOT NULL,
        contents TEXT DEFAULT '' NOT NULL,
        faults TEXT DEFAULT '[]' NOT NULL,
        conflicts TEXT DEFAULT '[]' NOT NULL,
        unreadable TEXT DEFAULT '' NOT NULL,
        questions INTEGER DEFAULT 0 NOT NULL,
        cards INTEGER DEFAULT 0 NOT NULL,
        without_id INTEGER DEFAULT 0 NOT NULL,
        articles INTEGER DEFAULT 0 NOT NULL,
        used INTEGER DEFAULT 0 NOT NULL,
        rival TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (path),
        UNIQUE (file)
    )
    """,
    """
    CREATE TABLE questions (
        file INTEGER NOT NULL,
        position INTEGER NOT NULL,
        id TEXT,
        adopted INTEGER DEFAULT 0 NOT NULL,
        content_hash TEXT DEFAULT '' NOT NULL,
        parts TEXT DEFAULT '' NOT NULL,
        prompt TEXT DEFAULT '' NOT NULL,
        answer TEXT DEFAULT '' NOT NULL,
        line INTEGER DEFAULT 0 NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (file, position)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX questions_id ON questions (id) WHERE id IS NOT NULL",
    """
    CREATE TABLE sources (
        file INTEGER NOT NULL,
        position INTEGER NOT NULL,
        id TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        publisher TEXT DEFAULT '' NOT NULL,
        published TEXT DEFAULT '' NOT NULL,
        url TEXT DEFAULT '' NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (file, position)
    )
    """,
    """
    CREATE TABLE rivals (
        file INTEGER NOT NULL,
        answers TEXT DEFAULT '[]' NOT NULL,
        PRIMARY KEY (file)
    )
    """,
    """
    CREATE TABLE past (
        question TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        deck TEXT DEFAULT '' NOT NULL,
        prompt TEXT DEFAULT '' NOT NULL,
        answer TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (question, content_hash)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TRIGGER cards_came AFTER INSERT ON cards WHEN NEW.deck <> ''
    BEGIN
            INSERT INTO totals (deck, cards, learned, strong, fresh)
            SELECT NEW.deck, 1, NEW.reviews > 0, NEW.stability >= 21,
                NEW.reviews = 0 AND NEW.suspended = 0
            WHERE NEW.deck <> ''
            ON CONFLICT (deck) DO UPDATE SET cards = cards + 1, learned = learned +
        excluded.learned,
                strong = strong + excluded.strong, fresh = fresh + excluded.fresh;
            INSERT INTO due_days (deck, day, cards)
            SELECT NEW.deck, NEW.due_day, 1 WHERE NEW.deck <> '' AND NEW.reviews > 0 AND
        NEW.suspended = 0
            ON CONFLICT (deck, day) DO UPDATE SET cards = cards + 1;
    END
    """,
    """
    CREATE TRIGGER cards_went AFTER DELETE ON cards WHEN OLD.deck <> ''
    BEGIN
            UPDATE totals SET cards = cards - 1, learned = learned - (OLD.reviews > 0),
                strong = strong - (OLD.stability >= 21),
                fresh = fresh - (OLD.reviews = 0 AND OLD.suspended = 0)
            WHERE deck = OLD.deck;
            UPDATE due_days SET cards = cards - 1
            WHERE deck = OLD.deck AND day = OLD.due_day AND OLD.reviews > 0 AND OLD.suspended
        = 0;
            DELETE FROM due_days
            WHERE deck = OLD.deck AND day = OLD.due_day AND cards = 0;
    END
    """,
    """
    CREATE TRIGGER cards_moved AFTER UPDATE ON cards WHEN OLD.deck <> NEW.deck OR OLD.due_day
        <> NEW.due_day OR OLD.suspended <> NEW.suspended OR (OLD.reviews > 0) <> (NEW.reviews
        > 0) OR (OLD.stability >= 21) <> (NEW.stability >= 21)
    BEGIN
            UPDATE totals SET cards = cards - 1, learned = learned - (OLD.reviews > 0),
                strong = strong - (OLD.stability >= 21),
                fresh = fresh - (OLD.reviews = 0 AND OLD.suspended = 0)
            WHERE deck = OLD.deck;
            UPDATE due_days SET cards = cards - 1
            WHERE deck = OLD.deck AND day = OLD.due_day AND OLD.reviews > 0 AND OLD.suspended
        = 0;
            DELETE FROM due_days
            WHERE deck = OLD.deck AND day = OLD.due_day AND cards = 0;
            INSERT INTO totals (deck, cards, learned, strong, fresh)
            SELECT NEW.deck, 1, NEW.reviews > 0, NEW.stability >= 21,
                NEW.reviews = 0 AND NEW.suspended = 0
            WHERE NEW.deck <> ''
            ON CONFLICT (deck) DO UPDATE SET cards = cards + 1, learned = learned +
        excluded.learned,
                strong = strong + excluded.strong, fresh = fresh + excluded.fresh;
            INSERT INTO due_days (deck, day, cards)
            SELECT NEW.deck, NEW.due_day, 1 WHERE NEW.deck <> '' AND NEW.reviews > 0 AND
        NEW.suspended = 0
            ON CONFLICT (deck, day) DO UPDATE SET cards = cards + 1;
    END
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
