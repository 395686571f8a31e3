"""The study page: what each key and each click says to the sitting."""

from __future__ import annotations

from dataclasses import replace

import pytest
import study_samples as samples
from PySide6.QtCore import QPoint, Qt
from study_page_desk import Desk

from quizapp.content.mark import Arranged, Chosen, DontKnow, Recalled, Typed
from quizapp.content.question import Form
from quizapp.schedule.log import Rating

NAMES = tuple(samples.QUESTIONS)
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
ALT = Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize(
    ("name", "digits", "enter", "response"),
    [
        ("short-choose", "2", False, Chosen(frozenset({1}))),
        ("choice", "4", False, Chosen(frozenset({3}))),
        ("true-false", "1", False, Chosen(frozenset({0}))),
        ("true-false", "2", False, Chosen(frozenset({1}))),
        ("multi", "13", True, Chosen(frozenset({0, 2}))),
        ("multi", "131", True, Chosen(frozenset({2}))),
        ("order", "2413", True, Arranged((1, 3, 0, 2))),
        ("order", "243", True, Arranged((1, 3, 2, 0))),
        ("match", "312", True, Arranged((2, 0, 1))),
        ("flashcard", "", True, Recalled()),
        ("flashcard", "0", False, DontKnow()),
        ("short-choose", "0", False, DontKnow()),
        ("multi", "0", False, DontKnow()),
        ("order", "0", False, DontKnow()),
        ("short", "", True, DontKnow()),
        ("list", "", True, DontKnow()),
    ],
)
def test_digits_and_enter_answer(
    desk: Desk, name: str, digits: str, enter: bool, response: object
) -> None:
    """Every kind that is not typed is answered by digits and Enter."""
    desk.ask(name)
    desk.digits(digits)
    if enter:
        desk.press(ENTER)
    assert desk.door.calls == [("respond", response)]


@pytest.mark.parametrize("name", ["short", "number", "date", "cloze"])
def test_one_field_is_typed_into_at_once(desk: Desk, name: str) -> None:
    """Letters and digits type, commands among them, and Enter answers."""
    desk.ask(name)
    desk.type("0 h1uS?")
    desk.press(ENTER)
    assert desk.door.calls == [("respond", Typed(("0 h1uS?",)))]


def test_enter_goes_through_the_fields_of_a_list(desk: Desk) -> None:
    """Enter goes from a filled field to the next empty one, and answers when all are filled."""
    desk.ask("list")
    desk.type("Greece")
    desk.press(ENTER)
    desk.type("Spain")
    desk.press(ENTER)
    desk.type("Romania")
    assert desk.door.calls == []
    desk.press(ENTER)
    assert desk.door.calls == [("respond", Typed(("Greece", "Spain", "Romania")))]


@pytest.mark.parametrize(
    ("key", "call"),
    [
        (Qt.Key.Key_U, ("undo",)),
        (Qt.Key.Key_S, ("suspend",)),
        (Qt.Key.Key_B, ("bury",)),
        (ESCAPE, ("end",)),
    ],
)
def test_keys_of_both_sides(desk: Desk, key: Qt.Key, call: tuple[object, ...]) -> None:
    """Undo, suspend, bury and end work on both sides of every kind, with Alt while typing."""
    for name in NAMES:
        desk.ask(name)
        typing = samples.QUESTIONS[name].form is Form.TYPE and key != ESCAPE
        desk.press(key, ALT if typing else Qt.KeyboardModifier.NoModifier)
        desk.page.show_answer(samples.ANSWERS[name])
        desk.clock.now += 1
        desk.press(key)
        assert desk.door.calls == [call, call], name
        desk.door.calls.clear()


@pytest.mark.parametrize(
    ("key", "call"),
    [
        (ENTER, ("go_on",)),
        (Qt.Key.Key_1, ("rate", Rating.AGAIN)),
        (Qt.Key.Key_2, ("rate", Rating.HARD)),
        (Qt.Key.Key_3, ("rate", Rating.GOOD)),
        (Qt.Key.Key_4, ("rate", Rating.EASY)),
        (Qt.Key.Key_G, ("guess",)),
        (Qt.Key.Key_O, ("overrule",)),
        (Qt.Key.Key_A, ("accept",)),
    ],
)
def test_keys_of_the_answer_side(desk: Desk, key: Qt.Key, call: tuple[object, ...]) -> None:
    """Going on, rating and turning the mark work after every kind; a recall is judged first."""
    for name in NAMES:
        if key == ENTER and samples.ANSWERS[name].judging:
            continue
        desk.answer(name)
        desk.press(key)
        assert desk.door.calls == [call], name
        desk.door.calls.clear()


@pytest.mark.parametrize("key", [Qt.Key.Key_G, Qt.Key.Key_O, Qt.Key.Key_A, Qt.Key.Key_E])
def test_keys_of_the_answer_side_do_nothing_before_it(desk: Desk, key: Qt.Key) -> None:
    """On the question side no mark can be turned, and there is no editor yet."""
    desk.ask("short-choose")
    desk.press(key)
    assert desk.door.calls == []


def test_a_double_press_rates_nothing(desk: Desk) -> None:
    """After a digit chose an option, digits do nothing for 250 ms."""
    desk.ask("choice")
    desk.door.on_respond = desk.answer_choice
    desk.press(Qt.Key.Key_2)
    desk.clock.now += 0.24
    desk.press(Qt.Key.Key_2)
    assert ("rate", Rating.HARD) not in desk.door.calls
    desk.clock.now += 0.02
    desk.press(Qt.Key.Key_2)
    assert desk.door.calls[-1] == ("rate", Rating.HARD)


def test_two_options_can_be_turned_on_at_speed(desk: Desk) -> None:
    """Where several are right, digits follow one another without a pause."""
    desk.ask("multi")
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key.Key_3)
    desk.press(ENTER)
    assert desk.door.calls == [("respond", Chosen(frozenset({0, 2})))]


def test_the_hint_is_shown_when_asked_for(desk: Desk) -> None:
    """H shows the hint, tells the sitting and takes the button away; without one it says so."""
    desk.ask("short-choose")
    assert not desk.page.frame.question.hint.isVisible()
    assert desk.page.frame.foot.hint.isVisible()
    desk.press(Qt.Key.Key_H)
    assert not desk.page.frame.foot.hint.isVisible()
    assert "She is the president." in desk.page.frame.question.hint.text()
    assert desk.door.calls == [("hint",)]
    desk.ask("choice")
    desk.page.show_question(replace(samples.CHOICE, hint=""))
    desk.press(Qt.Key.Key_H)
    assert desk.door.calls == [("hint",)]
    assert desk.page.toast.text() == "This question has no hint."


def test_an_order_is_moved_by_arrows(desk: Desk) -> None:
    """Space lifts the item with the focus, arrows move it."""
    desk.ask("order")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down):
        desk.press(key)
    assert desk.page.frame.question.order.order() == (1, 2, 0, 3)


def test_backspace_puts_an_item_back_to_where_it_was(desk: Desk) -> None:
    """Each Backspace takes one digit back, and the order is as it was before it."""
    desk.ask("order")
    order = desk.page.frame.question.order
    desk.digits("34")
    assert order.order() == (2, 3, 0, 1)
    desk.press(Qt.Key.Key_Backspace)
    assert order.order() == (2, 0, 1, 3)
    desk.press(Qt.Key.Key_Backspace)
    assert order.order() == (0, 1, 2, 3)
    assert not order.begun()


def test_an_order_is_moved_by_its_arrows(desk: Desk) -> None:
    """A click on the upper or lower arrow of a row moves its item by one place."""
    desk.ask("order")
    order = desk.page.frame.question.order
    for index, upper in ((0, False), (3, True), (0, True)):
        row = order._rows[index]
        at = QPoint(row.width() - 24, 6 if upper else row.height() - 6)
        desk.qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=at)
    assert order.order() == (1, 0, 3, 2)


def test_an_order_is_moved_by_mouse(desk: Desk) -> None:
    """An item dragged below the others is the last one."""
    desk.ask("order")
    order = desk.page.frame.question.order
    rows = order._rows
    qtbot = desk.qtbot
    qtbot.mousePress(rows[0], Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    below = rows[0].mapFrom(order, QPoint(40, order.height() - 2))
    rows[0].dragged.emit(rows[0].mapToParent(below).y())
    qtbot.mouseRelease(rows[0], Qt.MouseButton.LeftButton, pos=below)
    assert order.order() == (1, 2, 3, 0)


def test_pairs_are_joined_by_mouse_and_taken_back(desk: Desk) -> None:
    """A click joins the marked item and marks the next; Backspace opens it again."""
    desk.ask("match")
    board = desk.page.frame.question.match
    desk.qtbot.mouseClick(board._left[1], Qt.MouseButton.LeftButton)
    desk.qtbot.mouseClick(board._right[0], Qt.MouseButton.LeftButton)
    assert board.joined() == (-1, 0, -1)
    desk.press(Qt.Key.Key_Backspace)
    assert board.joined() == (-1, -1, -1)


@pytest.mark.parametrize("name", ["short-choose", "choice", "true-false"])
def test_options_are_chosen_by_mouse_and_by_arrows(desk: Desk, name: str) -> None:
    """A click on a row, or arrows and Enter, choose like its digit."""
    desk.ask(name)
    rows = desk.page.frame.question.options._rows
    desk.qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    desk.press(ENTER)
    chosen = ("respond", Chosen(frozenset({1})))
    assert desk.door.calls == [chosen, chosen]
