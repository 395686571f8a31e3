"""The study page's answer side: what was typed, what is right, and what it counts as."""

from __future__ import annotations

from dataclasses import replace

import pytest
import study_samples as samples
from study_page_desk import Desk

from quizapp.content.mark import Change, DontKnow, Mark, Piece, Reason, Typed
from quizapp.ui.text_label import TextLabel


def test_options_shrink_to_the_chosen_and_the_right(desk: Desk) -> None:
    """After the answer two rows are left, each with the word for its mark."""
    desk.answer("short-choose")
    rows = [row for row in desk.page.frame.question.options._rows if row.isVisible()]
    assert [row.accessibleName() for row in rows] == [
        "Albin Kurti: Wrong, your answer",
        "Vjosa Osmani: The answer",
    ]


def test_a_difference_is_told_in_words(desk: Desk) -> None:
    """A screen reader hears which letters are too many and which are missing."""
    desk.answer("short")
    told = desk.page.frame.answer.difference.text()
    assert told == "You typed: Vjos[too much: hu] Osman\nRight: Vjos[missing: a] Osman[missing: i]"


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("number", "3 770", "You typed: 3 770"),
        ("date", "2008", "You typed: 2008"),
        ("cloze", "Serbia", ""),
    ],
)
def test_what_was_typed_is_told_where_it_is_not_the_answer(
    desk: Desk, name: str, typed: str, told: str
) -> None:
    """Another writing of the answer stands there as it was typed, the same one does not."""
    desk.ask(name)
    desk.page.show_answer(replace(samples.ANSWERS[name], response=Typed((typed,))))
    side = desk.page.frame.answer
    assert side.difference.isVisible() is bool(told)
    assert not told or side.difference.text() == told
    assert side.answer.isVisible()


def test_what_was_typed_keeps_its_capitals(desk: Desk) -> None:
    """Letters that are alike but for case stand as they were typed, and right as they are."""
    mark = replace(
        samples.SLIPPED,
        difference=(Piece(Change.SAME, "Vjosa Osman"), Piece(Change.MISSING, "i")),
    )
    desk.ask("short")
    shown = samples.ANSWERS["short"]
    desk.page.show_answer(replace(shown, response=Typed(("vJOSA osman ",)), mark=mark))
    told = desk.page.frame.answer.difference.text()
    assert told == "You typed: vJOSA osman\nRight: Vjosa Osman[missing: i]"
    assert not desk.page.frame.answer.answer.isVisible()


@pytest.mark.parametrize("name", ["short-choose", "multi"])
def test_what_was_not_known_is_told_and_not_judged(desk: Desk, name: str) -> None:
    """After "I don't know" what is right is named the answer, under one mark."""
    unknown = Mark(right=False, reason=Reason.DONT_KNOW, score=0.0)
    shown = replace(samples.ANSWERS[name], response=DontKnow(), mark=unknown, chosen=())
    desk.ask(name)
    desk.page.show_answer(shown)
    rows = [row for row in desk.page.frame.question.options._rows if row.isVisible()]
    options = samples.QUESTIONS[name].options
    assert [row.accessibleName() for row in rows] == [
        f"{options[at]}: The answer" for at in shown.right_options
    ]
    assert desk.page.frame.answer.mark.words == "Not known yet"


@pytest.mark.parametrize("name", ["order", "match"])
def test_nothing_is_missed_where_nothing_was_tried(desk: Desk, name: str) -> None:
    """After "I don't know" no line of an order or of pairs says "Missed"."""
    unknown = Mark(right=False, reason=Reason.DONT_KNOW, score=0.0)
    desk.ask(name)
    desk.page.show_answer(replace(samples.ANSWERS[name], response=DontKnow(), mark=unknown))
    labels = desk.page.frame.answer.results.findChildren(TextLabel)
    assert "Missed" not in [label.text() for label in labels if label.isVisible()]


def test_the_mark_says_what_a_guess_counts_as(desk: Desk) -> None:
    """What was guessed says so beside the mark, until it is taken back."""
    desk.answer("choice")
    desk.page.show_answer(replace(samples.ANSWERS["choice"], guessed=True))
    assert desk.page.frame.answer.mark.words == "Right · counted as guessed"
    desk.page.show_answer(samples.ANSWERS["choice"])
    assert desk.page.frame.answer.mark.words == "Right"


def test_a_rating_says_what_it_means(desk: Desk) -> None:
    """A rating names its interval under it, and describes what it says of the memory."""
    desk.answer("flashcard")
    said = [
        (button.text(), button.caption, button.accessibleDescription(), button.toolTip())
        for button in desk.page.frame.foot.ratings
    ]
    assert said == [
        ("Again", "1 min", "I did not know it", "I did not know it"),
        ("Hard", "10 min", "with effort", "with effort"),
        ("Good", "2 days", "I knew it", "I knew it"),
        ("Easy", "12 days", "at once", "at once"),
    ]
