"""The fold of a card's rows: step by step or whole, slow or fast, and with rows taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.schedule.card import CardState
from quizapp.schedule.fold import apply, fold, recall_of, standing
from quizapp.schedule.log import Action, Answer, Moment, Rating, Row
from quizapp.schedule.memory import (
    DEFAULT_WEIGHTS,
    LONGEST_STABILITY,
    SHORTEST_STABILITY,
    retrievability,
)
from quizapp.schedule.replay import plain, replay

W = DEFAULT_WEIGHTS
FIRST_DAY = 738_000
OF_A_CARD = (
    Action.SUSPEND,
    Action.UNSUSPEND,
    Action.BURY,
    Action.FLAG,
    Action.UNFLAG,
    Action.START_OVER,
    Action.SEEN_CHANGE,
    Action.ACCEPT,
)


def row(
    n: int,
    action: Action = Action.ANSWER,
    *,
    day: int = FIRST_DAY,
    card: str = "c",
    text: str = "",
) -> Row:
    """A row at noon of a study day."""
    ms = day * 86_400_000
    return Row(f"r{n}", "here", n, ms, Moment(ms, 0, day), action, card=card, text=text)


def answer(
    n: int,
    rating: Rating = Rating.GOOD,
    day: int = FIRST_DAY,
    next_step: int = -1,
    choices: int = 0,
    right: bool | None = None,
    card: str = "c",
) -> Row:
    """An answer's row; right unless it is Again."""
    given_answer = Answer(
        content_hash=f"h{n}",
        form="choose" if choices else "type",
        shown=(),
        given=(),
        reason="exact",
        right=rating != Rating.AGAIN if right is None else right,
        score=1.0,
        overruled=False,
        hinted=False,
        guessed=False,
        choices=choices,
        seconds=4.0,
        proposed=rating,
        rating=rating,
        step=-1,
        predicted=None,
        parameter_set="fsrs-6",
        marking_version=1,
        mapping_version=1,
        due_day=day + 1,
        due_ms=0,
        next_step=next_step,
    )
    return replace(row(n, day=day, card=card), answer=given_answer)


@st.composite
def histories(draw: st.DrawFn, card: str = "c") -> list[Row]:
    """Rows of one card in order; days may go back, as a clock or a traveller does."""
    rows = []
    day = FIRST_DAY
    for n in range(draw(st.integers(0, 25))):
        day += draw(st.sampled_from((-2, 0, 0, 0, 1, 3, 10, 60, 700)))
        if draw(st.integers(0, 3)):
            made = answer(
                n,
                draw(st.sampled_from(list(Rating))),
                day,
                draw(st.sampled_from((-1, -1, -1, 0, 1))),
                draw(st.sampled_from((0, 0, 1, 2, 4, 15))),
                draw(st.booleans()),
                card,
            )
        else:
            made = row(n, draw(st.sampled_from(OF_A_CARD)), day=day, card=card, text=f"t{n}")
        rows.append(made)
    return rows


@given(histories())
def test_step_by_step_is_the_whole(rows: list[Row]) -> None:
    """Folding on from any point gives what folding from the start gives."""
    for cut in range(len(rows) + 1):
        state = fold("c", rows[:cut], W)
        for later in rows[cut:]:
            state = apply(state, later, W)
        assert state == fold("c", rows, W)


@given(st.lists(histories(), max_size=4))
def test_the_fast_fold_is_the_slow_one(by_card: list[list[Row]]) -> None:
    """A replay of all cards gives every state bit for bit, in the order of the cards."""
    cards = {f"c{n}": [replace(r, card=f"c{n}") for r in rows] for n, rows in enumerate(by_card)}
    replayed = replay((plain(r) for rows in cards.values() for r in rows), W)
    slow = [fold(key, rows, W) for key, rows in cards.items() if rows]
    assert [CardState(*values) for values in replayed] == slow


@given(histories(), st.data())
def test_undo_is_as_if_it_never_happened(rows: list[Row], data: st.DataObject) -> None:
    """With any rows voided, in any place, the state is that of the other rows alone."""
    voided = data.draw(st.sets(st.sampled_from(rows))) if rows else set()
    log: list[Row] = list(rows)
    for n, target in enumerate(voided):
        place = data.draw(st.integers(0, len(log)))
        log.insert(place, replace(row(100 + n, Action.UNDO), voids=target.id))
    kept = [r for r in rows if r not in voided]
    assert list(standing(log)) == kept
    assert fold("c", standing(log), W) == fold("c", kept, W)


def test_a_row_voided_on_two_devices_is_voided_once() -> None:
    """The second void changes nothing."""
    undo = replace(row(2, Action.UNDO), voids="r1")
    again = replace(undo, id="other", device="there")
    assert [r.id for r in standing([answer(0), answer(1), undo, again])] == ["r0"]


def test_voiding_a_void_brings_nothing_back() -> None:
    """An undo is never undone."""
    undo = replace(row(2, Action.UNDO), voids="r1")
    not_offered = replace(row(3, Action.UNDO), voids="r2")
    assert [r.id for r in standing([answer(0), answer(1), undo, not_offered])] == ["r0"]


def lapsing(times: int) -> list[Row]:
    """A first answer, then lapses, each relearned."""
    rows = [answer(0)]
    for n in range(times):
        rows.append(answer(2 * n + 1, Rating.AGAIN, FIRST_DAY + n, next_step=1))
        rows.append(answer(2 * n + 2, Rating.GOOD, FIRST_DAY + n))
    return rows


@pytest.mark.parametrize(
    ("lapses", "leech"), [(0, False), (7, False), (8, True), (9, True), (12, True)]
)
def test_the_eighth_lapse_makes_a_leech(lapses: int, leech: bool) -> None:
    """A card is set aside at its eighth lapse and stays so."""
    state = fold("c", lapsing(lapses), W)
    assert (state.lapses, state.leech, state.suspended) == (lapses, leech, leech)
    assert [CardState(*values) for values in replay(map(plain, lapsing(lapses)), W)] == [state]


@pytest.mark.parametrize(("more", "leech"), [(0, False), (3, False), (4, True)])
def test_a_leech_taken_up_again_has_four_more(more: int, leech: bool) -> None:
    """Taken up, it is no leech until its twelfth lapse."""
    rows = [*lapsing(8), row(90, Action.UNSUSPEND), *lapsing(more)[1:]]
    state = fold("c", rows, W)
    assert (state.lapses, state.leech, state.suspended) == (8 + more, leech, leech)


def test_again_in_a_learning_step_is_no_lapse() -> None:
    """Only a card in review lapses; a new one and one in steps do not."""
    rows = [
        answer(0, Rating.AGAIN, next_step=0),
        answer(1, Rating.AGAIN, next_step=0),
        answer(2),
        answer(3, Rating.AGAIN, FIRST_DAY + 2, next_step=1),
        answer(4, Rating.AGAIN, FIRST_DAY + 2, next_step=1),
    ]
    assert fold("c", rows, W).lapses == 1


RUNS: Sequence[tuple[str, Sequence[Row], int]] = (
    ("right, right", (answer(0), answer(1)), 2),
    ("hard is right", (answer(0), answer(1, Rating.HARD)), 2),
    ("wrong ends it", (answer(0), answer(1, Rating.AGAIN), answer(2)), 1),
    ("a guess ends it", (answer(0), answer(1, Rating.AGAIN, right=True)), 0),
    ("wrong, yet rated Good, ends it", (answer(0), answer(1, Rating.GOOD, right=False)), 0),
    ("starting over ends it", (answer(0), row(1, Action.START_OVER)), 0),
)


@pytest.mark.parametrize(("rows", "run"), [case[1:] for case in RUNS], ids=[c[0] for c in RUNS])
def test_the_run_of_right_answers(rows: Sequence[Row], run: int) -> None:
    """The run that forms rest on counts answers that were right and not rated Again."""
    assert fold("c", rows, W).right_run == run


def test_starting_over_makes_the_card_new() -> None:
    """All memory is gone, a leech is none any more; the flag and what was told stay."""
    rows = [
        *lapsing(8),
        row(90, Action.FLAG, text="typo"),
        row(91, Action.SEEN_CHANGE, text="h9"),
        row(92, Action.BURY),
        row(93, Action.START_OVER),
    ]
    state = fold("c", rows, W)
    assert state == CardState("c", flag="typo", seen_hash="h9")
    assert state.is_new
    assert fold("c", [*rows, answer(94)], W).stability == W[2]


def test_stability_is_held_in_bounds() -> None:
    """However often it is right or wrong, it stays between 0.001 and 36,500 days."""
    right = [answer(n, Rating.EASY, FIRST_DAY + 40_000 * n) for n in range(30)]
    wrong = [answer(n, Rating.AGAIN) for n in range(60)]
    assert fold("c", right, W).stability == LONGEST_STABILITY
    assert fold("c", wrong, W).stability == SHORTEST_STABILITY


def test_due_is_what_the_row_chose() -> None:
    """Other parameters change memory, never the due day, step or hash of an answer."""
    rows = [answer(0), answer(1, day=FIRST_DAY + 5, next_step=1)]
    other = (*W[:8], 2.5, *W[9:])
    one, two = fold("c", rows, W), fold("c", rows, other)
    assert one.stability != two.stability
    assert replace(one, stability=0, difficulty=0) == replace(two, stability=0, difficulty=0)
    assert (one.due_day, one.step, one.content_hash) == (FIRST_DAY + 6, 1, "h1")


def test_recall_foretold() -> None:
    """Nothing is foretold of a new card; of others it falls with days, and never on a day past."""
    state = fold("c", [answer(0)], W)
    assert recall_of(CardState("c"), FIRST_DAY, W) is None
    assert recall_of(state, FIRST_DAY + 3, W) == retrievability(W[2], 3, W)
    assert recall_of(state, FIRST_DAY - 3, W) == 1.0
