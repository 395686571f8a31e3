"""Standing answers by study day, deck and form, counted from the log."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

DAILY = """
    CREATE TABLE daily (
        day INTEGER NOT NULL,
        deck TEXT NOT NULL,
        form TEXT NOT NULL,
        answers INTEGER DEFAULT 0 NOT NULL,
        new INTEGER DEFAULT 0 NOT NULL,
        "right" INTEGER DEFAULT 0 NOT NULL,
        ms INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (day, deck, form)
    )
     WITHOUT ROWID
    """

COUNT = """
    INSERT INTO daily (day, deck, form, answers, new, "right", ms)
    SELECT day, deck, form, count(*), sum(predicted IS NULL), sum("right"),
        sum(CAST(seconds * 1000 + 0.5 AS INTEGER))
    FROM log
    WHERE action = 'answer' AND content_hash IS NOT NULL
        AND id NOT IN (SELECT voids FROM log WHERE voids <> '')
    GROUP BY day, deck, form
    """


def upgrade() -> None:
    op.get_bind().exec_driver_sql(DAILY)
    op.get_bind().exec_driver_sql(COUNT)
