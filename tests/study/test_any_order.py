"""Whatever a student presses, in any order, nothing breaks and no answer is lost."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from study_answers import right_answer, wrong_answer
from study_desk import Desk

from quizapp.content.mark import Arranged, Chosen, DontKnow, Recalled, Response, Typed
from quizapp.content.question import (
    Cloze,
    Flashcard,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    Question,
    Short,
    TrueFalse,
)
from quizapp.schedule.fold import standing
from quizapp.schedule.log import Action, Rating
from quizapp.study.view import AnswerShown, QuestionShown, Scope, Stage, Wanted

QUESTIONS = (
    Question("short22222", Short("Who?", "Osmani", wrong=("Kurti", "Rama")), hint="A woman."),
    Question("cloze22222", Cloze("{{Kosovo}} left {{land:Serbia}} in {{year:2008}}.")),
    Question("flash22222", Flashcard("Front", "Back", both_ways=True)),
    Question("multi22222", Multi("Which?", ("A", "B"), ("C",))),
    Question("truth22222", TrueFalse("So it is.", answer=True)),
    Question("numbr22222", Number("How many?", Decimal(30))),
    Question("list222222", ListQuestion("Which?", ("Kurti", "Osmani", "Rama"), 2)),
    Question("order22222", Order("Order?", ("one", "two", "three"))),
    Question("match22222", Match("Join.", (("a", "1"), ("b", "2"), ("c", "3")))),
)

RESPONSES: st.SearchStrategy[Response | str] = st.one_of(
    st.sampled_from(["right", "wrong"]),
    st.builds(DontKnow),
    st.builds(Recalled),
    st.builds(Chosen, st.frozensets(st.integers(-1, 4), max_size=3)),
    st.builds(Typed, st.lists(st.text(max_size=4), max_size=3).map(tuple)),
    st.builds(Arranged, st.lists(st.integers(-2, 3), max_size=4).map(tuple)),
)
SCOPES = st.sampled_from(
    [
        Wanted(),
        Wanted(Scope.FIVE_MORE),
        Wanted(Scope.GO_OVER, decks=("deck",)),
        Wanted(Scope.MINUTES, minutes=2.0),
        Wanted(Scope.CARDS, cards=("short22222", "cloze22222/year", "gone222222")),
    ]
)
PLAIN = (
    "go_on",
    "hint",
    "guess",
    "overrule",
    "accept",
    "undo",
    "suspend",
    "bury",
    "start_over",
    "end",
)
STEPS = st.one_of(
    st.tuples(st.just("respond"), RESPONSES),
    st.tuples(st.just("respond"), RESPONSES),
    st.tuples(st.just("go_on"), st.none()),
    st.tuples(st.just("rate"), st.sampled_from(Rating)),
    st.tuples(st.just("flag"), st.sampled_from(["", "wrong"])),
    st.tuples(st.just("start"), SCOPES),
    st.tuples(st.sampled_from(PLAIN), st.none()),
    st.tuples(st.sampled_from(["pass", "tomorrow", "restart", "refuse"]), st.none()),
)


def _press(desk: Desk, name: str, value: object) -> None:
    door = desk.door
    if name == "pass":
        desk.clock.pass_s(45)
    elif name == "tomorrow":
        desk.clock.next_evening()
    elif name == "restart":
        desk.restart()
        desk.door.start(Wanted())
    elif name == "refuse":
        desk.store.refusing = not desk.store.refusing
    elif name == "respond":
        door.respond(_response(desk, value))
    elif value is None:
        call: Callable[[], None] = getattr(door, name)
        call()
    else:
        getattr(door, name)(value)


def _response(desk: Desk, value: object) -> Response:
    shown = desk.view.shown[-1]
    if isinstance(value, str):
        if not isinstance(shown, QuestionShown):
            return DontKnow()
        question = desk.store.question(shown.question)
        assert question is not None
        return right_answer(shown, question) if value == "right" else wrong_answer(shown, question)
    assert isinstance(value, DontKnow | Recalled | Chosen | Typed | Arranged)
    return value


def _stage(desk: Desk) -> Stage:
    shown = desk.view.shown[-1]
    if isinstance(shown, QuestionShown):
        return Stage.ASKING
    return Stage.ANSWERED if isinstance(shown, AnswerShown) else Stage.FINISHED


@settings(max_examples=150)
@given(st.lists(STEPS, max_size=25))
def test_any_sequence_of_steps_keeps_every_answer(steps: list[tuple[str, object]]) -> None:
    """Leaving an answer writes exactly one row; no other step writes or voids an answer's row."""
    desk = Desk(*QUESTIONS)
    desk.door.start(Wanted())
    for name, value in steps:
        before, answers = _stage(desk), len(desk.answers())
        seen, troubles = len(desk.view.shown), len(desk.view.troubles)
        _press(desk, name, value)
        if name in ("restart", "refuse", "pass", "tomorrow"):
            continue
        now = len(desk.answers())
        assert len(desk.view.troubles) == troubles or desk.store.refusing
        if name == "undo":
            assert answers - now in (0, 1)
            continue
        assert now - answers in (0, 1)
        if now > answers:
            assert before is Stage.ANSWERED
        left = before is Stage.ANSWERED and _stage(desk) is not Stage.ANSWERED
        if left and name in ("go_on", "rate"):
            assert now == answers + 1
        if now == answers and name in ("go_on", "rate") and before is Stage.ANSWERED:
            assert _stage(desk) is Stage.ANSWERED
        assert len(desk.view.shown) - seen in (0, 1)


@given(st.lists(STEPS, max_size=20))
def test_taking_everything_back_leaves_every_card_as_it_was(
    steps: list[tuple[str, object]],
) -> None:
    """Undo until there is nothing more, and the day has never been."""
    desk = Desk(*QUESTIONS)
    desk.door.start(Wanted())
    for name, value in steps:
        if name not in ("tomorrow", "refuse"):
            _press(desk, name, value)
    for _ in range(3 * len(steps) + 3):
        desk.door.undo()
    standing_rows = [row for row in standing(desk.store.rows) if row.action is not Action.UNDO]
    assert standing_rows == []
    assert desk.view.troubles == []
