"""The end of a sitting in sentences, as the window says them."""

from __future__ import annotations

from quizapp.study.view import EndShown, Missed
from quizapp.ui.end_page import end_lines

END = EndShown(
    answered=3,
    right=3,
    learned=0,
    missed=(Missed("q222222222", "Who?", "Osmani"),),
    seconds=60.0,
    next_day=12,
    next_minutes=0,
    next_cards=4,
    more_new=0,
    today=11,
)


def _end(**changes: object) -> tuple[str, ...]:
    values = {name: getattr(END, name) for name in EndShown.__slots__}
    return end_lines(EndShown(**(values | changes)))


def test_an_early_end_says_what_is_left_and_not_what_is_due_later() -> None:
    """Before anything was answered it is the only line."""
    lines = _end(answered=0, right=0, missed=(), left=21, early=True)
    assert lines == ("Ended early: 21 questions are left for today.",)


def test_a_question_right_in_the_end_is_right_and_was_missed() -> None:
    """Both are told, and then when it goes on."""
    lines = _end()
    assert "3 right in the end, 1 missed at least once." in lines[0]
    assert lines[-1] == "The next 4 questions are due tomorrow."
