"""The study page: keys that come too early, too late, or where they mean nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
import study_samples as samples
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from study_page_desk import Desk

from quizapp.content.mark import Arranged, Chosen, DontKnow, Mark, Reason, Recalled, Typed
from quizapp.schedule.log import Rating
from quizapp.study.view import Due, Notice

ENTER = Qt.Key.Key_Return
ZERO = Qt.Key.Key_0
WRONG = Mark(right=False, reason=Reason.WRONG, score=0.0)


@pytest.mark.parametrize(
    ("name", "key", "response"),
    [
        ("short", ENTER, DontKnow()),
        ("list", ENTER, DontKnow()),
        ("flashcard", ENTER, Recalled()),
        ("flashcard", ZERO, DontKnow()),
        ("choice", ZERO, DontKnow()),
        ("multi", ZERO, DontKnow()),
        ("order", ZERO, DontKnow()),
        ("match", ZERO, DontKnow()),
    ],
)
def test_one_key_too_many_gives_up_no_card(
    desk: Desk, name: str, key: Qt.Key, response: object
) -> None:
    """For 400 ms after a question came up neither Enter nor 0 gives it up."""
    desk.answer("number")
    desk.show(samples.QUESTIONS[name])
    desk.clock.now += 0.39
    desk.press(key)
    assert desk.door.calls == []
    desk.clock.now += 0.02
    desk.press(key)
    assert desk.door.calls == [("respond", response)]


def test_what_was_typed_at_once_is_answered_at_once(desk: Desk) -> None:
    """Enter after letters is meant, however soon it comes."""
    desk.show(samples.SHORT)
    desk.type("Osmani")
    desk.press(ENTER)
    assert desk.door.calls == [("respond", Typed(("Osmani",)))]


def test_u_after_u_is_a_command_in_a_field_too(desk: Desk) -> None:
    """For 400 ms after an undo brought up a field U takes back once more, then it types."""
    desk.answer("choice")
    desk.door.on_undo = lambda: desk.show(samples.SHORT)
    desk.press(Qt.Key.Key_U)
    desk.clock.now += 0.39
    desk.press(Qt.Key.Key_U)
    assert desk.door.calls == [("undo",), ("undo",)]
    assert desk.page.frame.question.fields.texts() == ("",)
    desk.clock.now += 0.41
    desk.press(Qt.Key.Key_U)
    assert desk.door.calls == [("undo",), ("undo",)]
    assert desk.page.frame.question.fields.texts() == ("u",)


def test_u_is_a_letter_once_typing_began(desk: Desk) -> None:
    """Whoever types at once after an undo may use U."""
    desk.answer("choice")
    desk.door.on_undo = lambda: desk.show(samples.SHORT)
    desk.press(Qt.Key.Key_U)
    desk.type("bulgaria")
    assert desk.page.frame.question.fields.texts() == ("bulgaria",)


@pytest.mark.parametrize(
    ("name", "digits", "words", "response"),
    [
        ("match", "33", "2 are not joined yet; Enter again answers so.", Arranged((-1, 2, -1))),
        ("match", "", "Nothing is joined yet; Enter again means that you don't know.", DontKnow()),
        ("order", "3", "3 are not placed yet; Enter again answers so.", Arranged((2, 0, 1, 3))),
        ("order", "", "Nothing is placed yet; Enter again answers so.", Arranged((0, 1, 2, 3))),
    ],
)
def test_what_is_missing_is_told_before_it_is_marked(
    desk: Desk, name: str, digits: str, words: str, response: object
) -> None:
    """The first Enter says what is missing, the second answers."""
    desk.ask(name)
    desk.digits(digits)
    desk.press(ENTER)
    assert desk.door.calls == []
    assert desk.page.toast.text() == words
    assert desk.page.toast.isVisible()
    desk.press(ENTER)
    assert desk.door.calls == [("respond", response)]


def test_enter_goes_to_the_pair_that_is_open(desk: Desk) -> None:
    """With one item joined last, Enter marks the first that is open."""
    desk.ask("match")
    desk.press(Qt.Key.Key_Down)
    desk.digits("1")
    board = desk.page.frame.question.match
    desk.press(Qt.Key.Key_Up)
    desk.press(ENTER)
    assert board.marked() is board._left[0]


def test_a_change_after_the_warning_is_warned_of_anew(desk: Desk) -> None:
    """What is missing is told once for each answer as it stands."""
    desk.ask("match")
    desk.digits("3")
    desk.press(ENTER)
    desk.digits("1")
    desk.press(ENTER)
    assert desk.page.toast.text() == "1 is not joined yet; Enter again answers so."
    assert desk.door.calls == []


def test_a_list_with_an_empty_field_is_not_marked_at_once(desk: Desk) -> None:
    """Enter in the last, empty field says that it is empty; once more it answers."""
    desk.ask("list")
    for words in ("Greece", "Spain"):
        desk.type(words)
        desk.press(ENTER)
    desk.press(ENTER)
    assert desk.page.toast.text() == "1 field is empty yet; Enter again answers so."
    assert desk.door.calls == []
    desk.press(ENTER)
    assert desk.door.calls == [("respond", Typed(("Greece", "Spain", "")))]


def test_several_need_one_at_least(desk: Desk) -> None:
    """Enter with nothing turned on says what to do, however often."""
    desk.ask("multi")
    for _again in range(2):
        desk.press(ENTER)
        assert desk.page.toast.text() == "Choose at least one, or 0 for I don't know."
    assert desk.door.calls == []
    desk.digits("1")
    desk.press(ENTER)
    assert desk.door.calls == [("respond", Chosen(frozenset({0})))]


def test_a_line_goes_at_the_next_key(desk: Desk) -> None:
    """A notice goes when a key is pressed, in a field too; a trouble stays."""
    desk.ask("short")
    desk.page.show_notice(Notice.UNDONE)
    desk.type("V")
    assert not desk.page.toast.isVisible()
    desk.ask("choice")
    desk.page.show_notice(Notice.UNDONE)
    desk.press(Qt.Key.Key_Down)
    assert not desk.page.toast.isVisible()
    desk.page.show_trouble(OSError("no space"))
    desk.press(Qt.Key.Key_Down)
    assert desk.page.toast.isVisible()


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("name", ["multi", "match", "flashcard"])
def test_a_line_covers_neither_card_nor_foot(desk: Desk, name: str, size: int) -> None:
    """A notice stands between what scrolls and the foot, and leaves no room behind."""
    desk.page._theme.set_text_size(size)
    desk.answer(name)
    for _pass in range(3):
        QApplication.processEvents()
    frame, toast = desk.page.frame, desk.page.toast
    seen = frame.area.viewport().height()
    desk.page.show_notice(Notice.UNDONE)
    QApplication.processEvents()
    foot = frame.foot.mapTo(desk.page, QPoint(0, 0)).y()
    viewport = frame.area.viewport()
    lowest = viewport.mapTo(desk.page, QPoint(0, viewport.height())).y()
    assert lowest <= toast.geometry().top()
    assert toast.geometry().bottom() < foot
    assert toast._timer.interval() == 2500
    toast._timer.timeout.emit()
    assert viewport.height() == seen


@pytest.mark.parametrize(
    ("name", "key", "words"),
    [
        ("flashcard", ENTER, "Press 1–4: how well did you know it?"),
        ("flashcard", Qt.Key.Key_G, "There is no mark here: you judge it yourself, by 1–4."),
        ("flashcard", Qt.Key.Key_A, "There is no mark here: you judge it yourself, by 1–4."),
        (
            "short-choose",
            Qt.Key.Key_G,
            "Only a right answer can be a guess, and this one was not right.",
        ),
        (
            "short-choose",
            Qt.Key.Key_A,
            "Only words that were typed can be accepted, one answer at a time.",
        ),
        (
            "choice",
            Qt.Key.Key_A,
            "This answer is right already, so there is nothing to accept.",
        ),
    ],
)
def test_a_key_without_meaning_says_why(desk: Desk, name: str, key: Qt.Key, words: str) -> None:
    """Where the sitting refuses a command, the page says what stands against it."""
    desk.answer(name)
    desk.door.refuse = lambda: desk.page.show_notice(Notice.NOT_NOW)
    desk.press(key)
    assert desk.page.toast.text() == words


def test_digits_on_a_closed_card_say_what_comes_first(desk: Desk) -> None:
    """Before the answer of a flashcard is seen it cannot be rated."""
    desk.ask("flashcard")
    desk.digits("3")
    assert desk.page.toast.text() == "Show the answer first: Enter"
    assert desk.door.calls == []
    assert desk.page.frame.foot.dont_know.isVisible()


@pytest.mark.parametrize(
    ("dues", "offered", "change"),
    [
        (samples.DUES, list(Rating), True),
        ({Rating.AGAIN: Due(minutes=1)}, [], False),
        ({Rating.AGAIN: Due(minutes=1), Rating.HARD: Due(days=1)}, [1, 2], True),
    ],
)
def test_the_foot_shows_only_ratings_that_may_be_chosen(
    desk: Desk, dues: dict[Rating, Due], offered: list[int], change: bool
) -> None:
    """Where only one rating is left there is nothing to change."""
    desk.page.resize(1280, 800)
    desk.ask("short")
    desk.page.show_answer(replace(samples.ANSWERS["short"], mark=WRONG, next_due=dues))
    foot = desk.page.frame.foot
    assert [b.rating for b in foot.ratings if b.isVisible()] == offered
    assert (foot._label.isVisible() or foot.change.isVisible()) is change


def test_the_option_with_the_focus_is_seen(desk: Desk) -> None:
    """In a small window with large text arrows bring each option into sight."""
    desk.page._theme.set_text_size(200)
    desk.ask("multi")
    area = desk.page.frame.area
    for _step in range(len(samples.MULTI.options) + 1):
        QApplication.processEvents()
        desk.press(Qt.Key.Key_Down)
        row = desk.page.frame.question.options.focused()
        assert row is not None
        assert row.visibleRegion().boundingRect().height() == row.height()
    assert area.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("words", ["eee", "SUBF", "13", "g?", "u"])
def test_what_is_typed_on_after_an_answer_commands_nothing(desk: Desk, words: str) -> None:
    """Letters and digits are deaf until half a second passed without one."""
    edited: list[str] = []
    desk.page.edit.connect(lambda _deck, question: edited.append(question))
    desk.answer_at_once("short")
    for letter in words:
        desk.clock.now += 0.45
        desk.letters(letter)
    assert desk.door.calls == []
    assert edited == []
    desk.press(ENTER)
    assert desk.door.calls == [("go_on",)]


def test_letters_command_again_after_a_pause(desk: Desk) -> None:
    """Half a second without a key is enough; Alt with a letter is meant at once."""
    desk.answer_at_once("short")
    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert desk.door.calls == [("suspend",)]
    desk.letters("s")
    desk.clock.now += 0.51
    desk.letters("b")
    assert desk.door.calls == [("suspend",), ("bury",)]


def test_letters_command_at_once_where_nothing_was_typed(desk: Desk) -> None:
    """Whoever chose may rate and guess at once."""
    desk.answer_at_once("choice")
    desk.letters("b")
    assert desk.door.calls == [("bury",)]
