"""The history's door: rows in, cards, totals and plans out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from history_desk import TODAY, Desk, answer, answered, at, named, short

from quizapp.collection.rebuild import check
from quizapp.schedule.card import CardState
from quizapp.schedule.log import Action, Entry, Rating, Row


def with_deck(desk: Desk, questions: int = 4) -> list[str]:
    """A begun deck; the keys of its cards."""
    keys = [named(n) for n in range(questions)]
    desk.write([short(key, f"What is the capital, number {key}?") for key in keys])
    desk.begin()
    return keys


def test_an_answer_is_there_after_another_start(desk: Desk) -> None:
    """What was appended is read back equal by a program started anew."""
    row = desk.answer("questionaa", given=answer(Rating.HARD, predicted=0.8))
    desk.reopen()
    assert desk.collection.answered_on(TODAY) == [row]
    assert desk.collection.card("questionaa").reviews == 1


def test_rows_count_up_and_time_is_ordered_though_the_clock_runs_back(desk: Desk) -> None:
    """A clock that runs back never loses or reorders an answer; the raw time is kept."""
    rows = [desk.answer("questionaa", at(minutes)) for minutes in (10, -500, 5, 20)]
    assert [row.sequence for row in rows] == [1, 2, 3, 4]
    assert [row.t for row in rows] == [at(10).utc_ms] * 3 + [at(20).utc_ms]
    assert [row.moment.utc_ms for row in rows] == [at(m).utc_ms for m in (10, -500, 5, 20)]
    assert sorted(rows, key=lambda row: row.order) == rows


def test_undo_brings_back_the_card_as_it_was(desk: Desk) -> None:
    """After undo the card is what it was before the answer, and the totals too."""
    with_deck(desk)
    desk.answer(named(0), at(0))
    before = desk.collection.card(named(0))
    row = desk.answer(named(0), at(1), answer(Rating.AGAIN, predicted=0.9))
    assert desk.collection.last_undoable(TODAY) == row
    assert desk.collection.undo(TODAY, Entry(Action.UNDO, at(2))) == row
    assert desk.collection.card(named(0)) == before
    assert desk.collection.done_on(TODAY).answers == 1


def test_undo_goes_as_deep_as_the_day_and_no_deeper(desk: Desk) -> None:
    """Undo takes back row after row of this study day, across a restart, then has no more."""
    desk.answer("questionaa", at(days=-1))
    first, second = desk.answer("questionaa", at(0)), desk.answer("questionab", at(1))
    desk.reopen()
    undone = [desk.collection.undo(TODAY, Entry(Action.UNDO, at(2))) for _ in range(3)]
    assert undone == [second, first, None]
    assert desk.collection.card("questionaa").reviews == 1


def test_due_cards_come_longest_due_first_and_only_from_begun_decks(desk: Desk) -> None:
    """Due are cards whose day has come, of decks in the plan, the longest due first."""
    keys = with_deck(desk)
    for key, due in zip(keys, (TODAY + 2, TODAY + 1, TODAY + 5, TODAY + 1), strict=True):
        desk.answer(key, given=answer(due_day=due))
    found = desk.collection.due(TODAY + 2, at(days=2).utc_ms, (), 10)
    assert [place.state.key for place in found] == [keys[1], keys[3], keys[0]]
    assert [place.position for place in found] == [1, 3, 0]
    assert found[0].question.prompt == f"What is the capital, number {keys[1]}?"
    assert len(desk.collection.due(TODAY + 2, at(days=2).utc_ms, (), 2)) == 2
    desk.collection.append(Entry(Action.SET_ASIDE, at(1), deck="civics"))
    assert desk.collection.due(TODAY + 2, at(days=2).utc_ms, (), 10) == []
    assert len(desk.collection.due(TODAY + 2, at(days=2).utc_ms, ["civics"], 10)) == 3


def test_a_learning_step_is_due_when_its_time_is_over(desk: Desk) -> None:
    """A card in a learning step is left out until its minutes have passed."""
    key = with_deck(desk)[0]
    over = at(10).utc_ms
    desk.answer(key, at(0), answer(Rating.AGAIN, TODAY, due_ms=over, next_step=0))
    assert desk.collection.due(TODAY, over - 1, (), 5) == []
    assert desk.collection.counts(TODAY, over - 1)["civics"].due == 0
    assert [p.state.key for p in desk.collection.due(TODAY, over, (), 5)] == [key]
    assert desk.collection.counts(TODAY, over)["civics"].due == 1


def test_new_cards_come_in_the_order_of_the_decks_beginning(desk: Desk) -> None:
    """New cards stand in the order in which decks were begun, then in the decks' own."""
    desk.write([short(named(n), f"First {n}?") for n in range(2)], "first")
    desk.write([short(named(n), f"Second {n}?") for n in (30, 20)], "second")
    desk.begin("second")
    desk.begin("first")
    wanted = [named(n) for n in (30, 20, 0, 1)]
    assert [p.state.key for p in desk.collection.new(TODAY, (), 9)] == wanted
    desk.answer(wanted[0])
    assert [p.state.key for p in desk.collection.new(TODAY, (), 2)] == wanted[1:3]
    assert [p.state.key for p in desk.collection.new(TODAY, ["first"], 9)] == wanted[2:]


@pytest.mark.parametrize(
    ("action", "back"),
    [(Action.SUSPEND, Action.UNSUSPEND), (Action.BURY, None), (Action.FLAG, Action.UNFLAG)],
)
def test_what_is_left_out_of_the_queue(desk: Desk, action: Action, back: Action | None) -> None:
    """Suspended and buried cards leave queue and counts, flagged ones stay; all come back."""
    new, seen = with_deck(desk, 2)
    desk.answer(seen, at(days=-3), answer(due_day=TODAY))
    for key in (new, seen):
        desk.collection.append(Entry(action, at(0), card=key, deck="civics", text="odd"))
    left = 1 if action is Action.FLAG else 0
    counts = desk.collection.counts(TODAY, at(1).utc_ms)["civics"]
    assert (counts.due, counts.new) == (left, left)
    assert len(desk.collection.due(TODAY, at(1).utc_ms, (), 9)) == left
    assert len(desk.collection.new(TODAY, (), 9)) == left
    assert len(desk.collection.flagged()) == (2 if action is Action.FLAG else 0)
    assert len(desk.collection.set_aside_cards()) == (2 if action is Action.SUSPEND else 0)
    if back is None:
        later = desk.collection.counts(TODAY + 1, at(days=1).utc_ms)["civics"]
        assert (later.due, later.new) == (1, 1)
        return
    for key in (new, seen):
        desk.collection.append(Entry(back, at(2), card=key, deck="civics"))
    counts = desk.collection.counts(TODAY, at(3).utc_ms)["civics"]
    assert (counts.due, counts.new) == (1, 1)


def test_counts_say_how_far_a_deck_is(desk: Desk) -> None:
    """Learned cards were answered, strong ones hold for 21 days, and every card counts once."""
    keys = with_deck(desk)
    desk.answer(keys[0], given=answer(Rating.AGAIN, due_day=TODAY + 1))
    for day in (0, 5, 25, 80):
        desk.answer(keys[1], at(days=day), answer(Rating.EASY, due_day=TODAY + day + 9))
    counts = desk.collection.counts(TODAY + 1, at(days=1).utc_ms)["civics"]
    assert (counts.due, counts.new, counts.learned, counts.cards) == (1, 2, 2, 4)
    assert desk.collection.card(keys[1]).stability >= 21
    assert counts.strong == 1


def test_load_and_next_due_follow_each_answer(desk: Desk) -> None:
    """How many cards are due on each day is right after every answer, asked again or not."""
    keys = with_deck(desk)
    assert desk.collection.load(TODAY, TODAY + 99) == {}
    desk.answer(keys[0], given=answer(due_day=TODAY + 4))
    desk.answer(keys[1], given=answer(due_day=TODAY + 4))
    assert desk.collection.load(TODAY, TODAY + 99) == {TODAY + 4: 2}
    desk.answer(keys[1], at(1), answer(due_day=TODAY + 7))
    assert desk.collection.load(TODAY, TODAY + 99) == {TODAY + 4: 1, TODAY + 7: 1}
    assert desk.collection.load(TODAY + 5, TODAY + 99) == {TODAY + 7: 1}
    assert desk.collection.next_due(TODAY) == (TODAY + 4, 1)
    assert desk.collection.next_due(TODAY + 7) is None
    desk.collection.undo(TODAY, Entry(Action.UNDO, at(2)))
    assert desk.collection.load(TODAY, TODAY + 99) == {TODAY + 4: 2}


def test_what_was_done_on_a_day(desk: Desk) -> None:
    """A day's totals count new cards, answers, seconds and right ones, voided rows left out."""
    desk.answer("questionaa", at(0), answer(seconds=2.5))
    desk.answer("questionab", at(1), answer(Rating.AGAIN, seconds=4.0))
    desk.answer("questionab", at(2), answer(predicted=0.5, seconds=8.25))
    desk.answer("questionac", at(3), answer(seconds=60))
    desk.collection.undo(TODAY, Entry(Action.UNDO, at(4)))
    done = desk.collection.done_on(TODAY)
    assert (done.new, done.answers, done.right, done.seconds) == (2, 3, 2, 14.75)
    assert [row.card for row in desk.collection.answered_on(TODAY)] == [
        "questionaa",
        "questionab",
        "questionab",
    ]


def test_typical_seconds_are_the_middle_ones_by_form(desk: Desk) -> None:
    """One long pause does not change what an answer usually takes."""
    for n, seconds in enumerate((3.0, 4.0, 900.0)):
        desk.answer("questionaa", at(n), answer(seconds=seconds))
    desk.answer("questionaa", at(9), answer(seconds=7.0, form="choose"))
    assert desk.collection.seconds_by_form() == {"type": 4.0, "choose": 7.0}


def test_what_the_student_said_holds_until_taken_back(desk: Desk) -> None:
    """An accepted spelling is read from the log and gone when voided; a deck's form stays."""
    collection, card = desk.collection, "questionaa"
    collection.append(Entry(Action.ACCEPT, at(0), card=card, question=card, text="Prishtina"))
    collection.append(Entry(Action.FORM, at(1), deck="civics", text="type"))
    assert collection.accepted(card) == ["Prishtina"]
    assert collection.accepted("questionab") == []
    assert collection.fixed_form("civics") == "type"
    voided = collection.undo(TODAY, Entry(Action.UNDO, at(2)))
    assert voided is not None
    assert voided.action is Action.ACCEPT
    assert collection.accepted(card) == []
    assert collection.fixed_form("civics") == "type"
    assert collection.undo(TODAY, Entry(Action.UNDO, at(3))) is None


def test_a_spelling_can_be_taken_back_on_any_later_day(desk: Desk) -> None:
    """All rows that accepted it are voided, others stand, and it can be accepted again."""
    collection, card = desk.collection, "questionaa"

    def accept(question: str, spelling: str, days: int) -> None:
        about = Entry(Action.ACCEPT, at(days=days), card=question, question=question)
        collection.append(replace(about, text=spelling))

    accept(card, "Prishtina", 0)
    accept(card, "Prishtinë", 0)
    accept("questionab", "Prishtina", 1)
    accept(card, "Prishtina", 2)
    every = [(card, "Prishtina"), (card, "Prishtinë"), ("questionab", "Prishtina")]
    assert collection.spellings() == every
    forget = Entry(Action.UNDO, at(days=3))
    assert collection.forget_spelling(card, "Prishtina", forget) == 2
    assert collection.spellings() == every[1:]
    assert collection.accepted(card) == ["Prishtinë"]
    assert collection.forget_spelling(card, "Prishtina", forget) == 0
    accept(card, "Prishtina", 4)
    assert collection.accepted(card) == ["Prishtinë", "Prishtina"]


def test_parameters_and_retention_come_from_the_log(desk: Desk) -> None:
    """A new desired retention is in force at once, and cards wait to be folded anew."""
    assert desk.collection.parameters().retention == 0.9
    assert not desk.collection.rebuild_wanted
    desk.collection.append(Entry(Action.RETENTION, at(0), number=0.8))
    assert desk.collection.parameters().retention == 0.8
    assert desk.collection.rebuild_wanted


def foreign(row: Row, device: str, sequence: int, minutes: float) -> Row:
    """The row as if another device had written it at that time."""
    from dataclasses import replace

    moment = at(minutes)
    return replace(
        row,
        id=f"{device}-{sequence}",
        device=device,
        sequence=sequence,
        t=moment.utc_ms,
        moment=moment,
    )


def test_rows_of_another_device_are_folded_in_where_they_belong(desk: Desk) -> None:
    """Merging is a union: in whatever order rows come, the card is the same; twice is once."""
    mine = [desk.answer("questionaa", at(n), answer(Rating.GOOD)) for n in (0, 20)]
    theirs = [foreign(mine[0], "other", n, minutes) for n, minutes in ((1, 10), (2, 30))]
    assert desk.collection.merge(reversed(theirs)) == 2
    assert desk.collection.merge(theirs) == 0
    found = desk.collection.answered_on(TODAY)
    assert [row.device for row in found] == [mine[0].device, "other"] * 2
    assert desk.collection.card("questionaa").reviews == 4
    assert check(desk.database) == []


def test_an_undo_that_comes_before_what_it_voids_still_voids_it(desk: Desk) -> None:
    """Two devices' clocks may differ: a voiding row may be merged first."""
    from dataclasses import replace

    made = desk.answer("questionab", at(0))
    one = foreign(replace(made, card="questionaa"), "other", 1, 10)
    undo = foreign(replace(made, card="questionaa", answer=None), "other", 2, 11)
    undo = replace(undo, action=Action.UNDO, voids=one.id)
    desk.collection.merge([undo])
    desk.collection.merge([one])
    assert desk.collection.card("questionaa") == CardState("questionaa")
    assert check(desk.database) == []


def test_an_answer_given_while_another_device_is_ahead_is_folded_in_order(desk: Desk) -> None:
    """A row that stands before one that is there already does not step the card as the last."""
    mine = desk.answer("questionaa", at(0))
    desk.collection.merge([foreign(mine, "other", 1, 600)])
    desk.answer("questionaa", at(5), answer(Rating.AGAIN, due_day=TODAY + 1))
    assert desk.collection.card("questionaa").last_ms == at(600).utc_ms
    assert check(desk.database) == []


def test_what_another_connection_wrote_is_seen(desk: Desk) -> None:
    """A window and a terminal on one home do not go by what each remembers alone."""
    with_deck(desk, 2)
    other = desk.opened()
    assert desk.collection.load(TODAY, TODAY + 9) == {}
    assert other.begun() == ("civics",)
    other.append(answered(named(0), at(0), answer(due_day=TODAY + 2)))
    other.append(Entry(Action.RETENTION, at(1), number=0.85))
    assert desk.collection.load(TODAY, TODAY + 9) == {TODAY + 2: 1}
    assert desk.collection.parameters().retention == 0.85
    desk.collection.append(Entry(Action.SET_ASIDE, at(2), deck="civics"))
    assert other.begun() == ()
    other.close()
