"""Standing answers counted by study day, deck and form, so that no year is read to draw a year.

Nothing here begins a transaction; the callers hold one.
"""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    cast,
    delete,
    func,
    select,
    text,
    true,
)
from sqlalchemy.dialects.sqlite import insert

from quizapp.collection.tables import VOIDING, daily, log
from quizapp.schedule.log import Action, Row

_SUMS = ("answers", "new", "right", "ms")
_COUNT = insert(daily)
_COUNT_ONE_MORE = _COUNT.on_conflict_do_update(
    index_elements=["day", "deck", "form"],
    set_={name: daily.c[name] + _COUNT.excluded[name] for name in _SUMS},
)
# Whole milliseconds add up to the same whichever comes first; fractions would not. Halves are
# rounded as SQLite rounds them, in both places.
_MS = cast(log.c.seconds * 1000 + 0.5, Integer)


def count_one(connection: Connection, row: Row) -> None:
    """Count a new answer; other rows count nothing."""
    if row.answer is not None:
        values = {
            "day": row.moment.day,
            "deck": row.deck,
            "form": row.answer.form,
            "answers": 1,
            "new": int(row.answer.predicted is None),
            "right": int(row.answer.right),
            "ms": int(row.answer.seconds * 1000 + 0.5),
        }
        connection.execute(_COUNT_ONE_MORE, values)


def count_day(connection: Connection, day: int) -> None:
    """Count one study day anew from the log."""
    connection.execute(delete(daily).where(daily.c.day == day))
    connection.execute(insert(daily).from_select(list(daily.c), counted(log.c.day == day)))


def counted(which: ColumnElement[bool] | None = None) -> Select[tuple[int, ...]]:
    """The totals as the log has them, in the order of the table's columns.

    Args:
        which: which rows to count; all without it.
    """
    return (
        select(
            log.c.day,
            log.c.deck,
            log.c.form,
            func.count(),
            func.sum(log.c.predicted.is_(None), type_=Integer),
            func.sum(log.c.right),
            func.sum(_MS),
        )
        .where(
            true() if which is None else which,
            log.c.action == Action.ANSWER.value,
            log.c.content_hash.is_not(None),
            log.c.id.not_in(select(log.c.voids).where(text(VOIDING))),
        )
        .group_by(log.c.day, log.c.deck, log.c.form)
    )
