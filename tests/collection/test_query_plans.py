"""Nothing that is asked between two cards reads the whole log or all cards."""

from __future__ import annotations

from collections.abc import Sequence

from history_desk import TODAY, Desk, at, named, short
from sqlalchemy import event

from quizapp.schedule.log import Action, Entry


def test_no_statement_of_a_sitting_scans_the_log_or_the_cards(desk: Desk) -> None:
    """Each statement finds its rows by an index, whatever the size of the history."""
    desk.write([short(named(n), f"Number {n}?") for n in range(5)])
    desk.begin()
    asked: list[tuple[str, object]] = []

    def note(*call: object) -> None:
        asked.append((str(call[2]), call[3]))

    engine = desk.database.connection.engine
    event.listen(engine, "before_cursor_execute", note)
    collection = desk.collection
    for n in range(2):
        collection.due(TODAY, at().utc_ms, (), 5)
        collection.new(TODAY, (), 5)
        collection.counts(TODAY, at().utc_ms)
        collection.load(TODAY, TODAY + 9)
        collection.next_due(TODAY)
        collection.done_on(TODAY)
        collection.answered_on(TODAY)
        collection.parameters()
        collection.accepted(named(0))
        collection.spellings()
        collection.forget_spelling(named(0), "so", Entry(Action.UNDO, at(8)))
        desk.shelf.quotes("civics")
        collection.fixed_form("civics")
        collection.former_answer(named(0))
        collection.flagged()
        collection.set_aside_cards()
        desk.shelf.question(named(0))
        desk.answer(named(n), at(n))
        collection.undo(TODAY, Entry(Action.UNDO, at(9)))
    event.remove(engine, "before_cursor_execute", note)
    plans = {
        (statement, str(step[3]))
        for statement, values in asked
        if statement.lstrip().startswith(("SELECT", "WITH", "UPDATE", "DELETE"))
        for step in desk.database.raw.execute(f"EXPLAIN QUERY PLAN {statement}", _values(values))
    }
    scans = {plan for plan in plans if plan[1].startswith(("SCAN log", "SCAN cards", "SCAN u"))}
    # Flagged cards are scanned by an index that holds no others.
    assert {step for _, step in scans} <= {"SCAN cards USING INDEX cards_flagged"}
    assert len(plans) > 20


def _values(values: object) -> Sequence[object]:
    assert isinstance(values, tuple)
    return values
