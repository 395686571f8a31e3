"""Articles that were begun, as a list: how far each is, and in which deck its questions are."""

from __future__ import annotations

from collections.abc import Mapping

import articles_shown
import pytest
from pytestqt.qtbot import QtBot

from quizapp.generate.draft import DraftShown
from quizapp.ui.article_drafts import draft_lines
from quizapp.ui.article_entry import DraftLine
from quizapp.ui.buttons import Button
from quizapp.ui.theme import Theme

DAY_MS = 86_400_000
TODAY = 738_000
NOW = (TODAY - 719_163) * DAY_MS  # the day's number less that of 1 January 1970
TITLES = {"bridge": "Old bridge", "ferry": "The ferry"}


@pytest.mark.parametrize(
    ("counts", "decks", "told"),
    [
        ((12, 5, 2), {}, "12 open · 5 kept · 2 refused · today"),
        ((12, 5, 2), {"bridge": 4},
         "12 open · 5 kept · 2 refused · 4 questions in “Old bridge” · today"),
        ((0, 5, 2), {"bridge": 4}, "5 kept · 2 refused · 4 questions in “Old bridge” · today"),
        ((0, 5, 2), {"bridge": 5}, "Done · 5 questions in “Old bridge” · today"),
        ((0, 5, 0), {"bridge": 4, "ferry": 1},
         "Done · 4 questions in “Old bridge” · 1 question in “The ferry” · today"),
        ((0, 5, 2), {"gone": 5}, "5 kept · 2 refused · today"),
        ((0, 0, 7), {}, "7 refused · today"),
        ((0, 0, 0), {}, "Nothing found · today"),
    ],
)  # fmt: skip
def test_a_line_says_how_far_it_is_and_where_its_questions_are(
    counts: tuple[int, int, int], decks: Mapping[str, int], told: str
) -> None:
    """Done is what is decided and stands in a deck that is there still."""
    draft = DraftShown("0" * 64, "Old bridge reopens", NOW, *counts, decks=decks)
    [line] = draft_lines([draft], TODAY, TITLES)
    assert line.told == told
    assert line.done == told.startswith("Done")


def test_what_is_done_stands_behind_what_is_begun() -> None:
    """Each group with the one worked on last first."""
    drafts = [
        DraftShown("a", "A", NOW, 0, 1, 0, decks={"bridge": 1}),
        DraftShown("b", "B", NOW - DAY_MS, 3, 0, 0),
        DraftShown("c", "C", NOW - 2 * DAY_MS, 0, 1, 0, decks={"ferry": 1}),
        DraftShown("d", "D", NOW - 3 * DAY_MS, 2, 2, 2),
    ]
    assert [line.key for line in draft_lines(drafts, TODAY, TITLES)] == ["b", "d", "a", "c"]


@pytest.mark.parametrize(
    ("done", "heading"),
    [((False, False), "Begun"), ((True,), "Done"), ((False, True), "Begun and done")],
)
def test_the_heading_and_the_button_go_by_what_is_listed(
    qtbot: QtBot, theme: Theme, done: tuple[bool, ...], heading: str
) -> None:
    """A done article is opened again, another is gone on with."""
    lines = [DraftLine(str(n), "Old bridge", "", done=each) for n, each in enumerate(done)]
    page = articles_shown.page(theme)
    qtbot.addWidget(page)
    entry = page.entry
    entry.show_drafts(lines)
    assert entry._begun.text() == heading
    button = entry.findChild(Button, "draft open")
    assert button is not None
    for line in lines:
        entry.list.choose(line.key)
        assert button.text() == ("Open it again" if line.done else "Go on with it")
