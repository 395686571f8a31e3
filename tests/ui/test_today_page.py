"""Today: the first launch, the plan, the day done, and what each button asks for."""

from __future__ import annotations

import pages_shown
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from quizapp.study.view import DeckToday, Scope, TodayShown, Wanted
from quizapp.ui.buttons import Button
from quizapp.ui.choose_decks import ChooseDecks
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Theme
from quizapp.ui.today_page import TodayPage


@pytest.fixture
def page(qtbot: QtBot) -> TodayPage:
    """Today on a window of the usual size."""
    page = TodayPage(Theme("light"))
    qtbot.addWidget(page)
    page.resize(1120, 800)
    page.show()
    return page


def said(page: TodayPage) -> list[str]:
    """The words on the page."""
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(TextLabel) if label.isVisibleTo(page)]


def button(page: TodayPage, words: str) -> Button:
    """The button that carries these words."""
    QApplication.processEvents()
    return next(b for b in page.findChildren(Button) if b.text() == words and b.isVisibleTo(page))


def words_on_buttons(page: TodayPage) -> list[str]:
    """What can be pressed."""
    QApplication.processEvents()
    return [b.text() for b in page.findChildren(Button) if b.isVisibleTo(page)]


def test_the_first_launch_offers_something_to_do(qtbot: QtBot, page: TodayPage) -> None:
    """The suggested deck is one key away, its article beside it, and other decks below."""
    page.show_today(pages_shown.first_launch())
    page.focus_first()
    words = words_on_buttons(page)
    assert words[:2] == [
        "Begin: Kosovo asks to join NATO, 10 questions, 5 minutes  ⏎",
        "Read the article first",
    ]
    assert "How NATO admits a member" in words
    assert words[-1] == "Add a deck"
    with qtbot.waitSignal(page.begin) as begun:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert begun.args == ["kosovo-nato"]
    with qtbot.waitSignal(page.read) as read:
        button(page, "Read the article first").click()
    assert read.args == ["kosovo-nato"]


def test_without_a_single_deck_it_says_so_and_offers_to_add_one(
    qtbot: QtBot, page: TodayPage
) -> None:
    """An empty page says what would be here and offers the step that fills it."""
    page.show_today(pages_shown.today(begun=(), others=(), first=True, due=0, new=0))
    assert "Your decks would be here, and none was found." in said(page)
    with qtbot.waitSignal(page.add_deck):
        button(page, "Add a deck").click()


def test_the_plan_says_how_much_and_how_long(qtbot: QtBot, page: TodayPage) -> None:
    """Counts and minutes stand above Start, and Start studies the plan."""
    page.show_today(pages_shown.today())
    assert {"18 to review · 6 new", "about 7 minutes", "12 due · 4 new"} <= set(said(page))
    page.focus_first()
    with qtbot.waitSignal(page.study) as asked:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == [Wanted()]


@pytest.mark.parametrize(
    ("shown", "words", "wanted"),
    [
        (pages_shown.today(), "5 minutes", Wanted(Scope.MINUTES, minutes=5.0)),
        (pages_shown.today(), "Study", Wanted(decks=("kosovo-nato",))),
        (pages_shown.done(), "Five more", Wanted(Scope.FIVE_MORE)),
        (pages_shown.done(), "Go over", Wanted(Scope.GO_OVER, decks=("kosovo-nato",))),
    ],
)
def test_each_button_asks_for_its_sitting(
    qtbot: QtBot, page: TodayPage, shown: TodayShown, words: str, wanted: Wanted
) -> None:
    """What is pressed is what is studied."""
    page.show_today(shown)
    with qtbot.waitSignal(page.study) as asked:
        button(page, words).click()
    assert asked.args == [wanted]


def test_a_short_plan_has_no_shorter_one(page: TodayPage) -> None:
    """Five minutes are offered where the plan takes longer, a choice only among several."""
    one = (DeckToday("kosovo-nato", "Kosovo asks to join NATO", 3, 0, 28, 46),)
    page.show_today(pages_shown.today(minutes=2.0, begun=one))
    assert not {"5 minutes", "Choose decks"} & set(words_on_buttons(page))


def test_the_end_of_the_day_says_when_the_next_are_due(page: TodayPage) -> None:
    """Done, what was done, when it goes on, and two offers."""
    page.show_today(pages_shown.done())
    words = said(page)
    assert "Done for today" in words
    assert "31 answers in 8 minutes." in words
    assert "The next 9 are due tomorrow." in words
    assert {"Five more", "Go over a deck"} <= set(words_on_buttons(page))


def test_without_new_questions_five_more_is_not_offered(page: TodayPage) -> None:
    """Nothing is offered that would come back empty."""
    page.show_today(pages_shown.today(due=0, new=0, more_new=0, done=False))
    assert "Nothing is due today" in said(page)
    assert "Five more" not in words_on_buttons(page)


def test_decks_are_chosen_by_keyboard(qtbot: QtBot, page: TodayPage) -> None:
    """Space takes a tick away, Enter starts with the decks that are left."""
    page.show_today(pages_shown.today())
    button(page, "Choose decks").click()
    dialog = page.findChild(ChooseDecks)
    assert dialog is not None
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.study) as asked:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert asked.args == [Wanted(decks=("how-nato-admits-a-member",))]


def test_no_deck_ticked_starts_nothing(qtbot: QtBot) -> None:
    """Start is off while nothing is ticked."""
    dialog = ChooseDecks(Theme("light"), pages_shown.today().begun)
    qtbot.addWidget(dialog)
    for _ in range(2):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.ids == ()
    assert not dialog.yes.isEnabled()


def test_one_deck_is_gone_over_without_asking_which(qtbot: QtBot, page: TodayPage) -> None:
    """Where there is no choice, no dialog asks for one."""
    one = (DeckToday("kosovo-nato", "Kosovo asks to join NATO", 0, 0, 46, 46),)
    page.show_today(pages_shown.today(due=0, new=0, begun=one, done=True))
    with qtbot.waitSignal(page.study) as asked:
        button(page, "Go over a deck").click()
    assert asked.args == [Wanted(Scope.GO_OVER, decks=("kosovo-nato",))]


def test_unreadable_files_are_named_by_number(qtbot: QtBot, page: TodayPage) -> None:
    """A file that cannot be read is not silently missing."""
    page.show_today(pages_shown.today(unreadable=2))
    assert "2 deck files could not be read." in said(page)
    with qtbot.waitSignal(page.open_library):
        button(page, "Show in Library").click()


def test_the_focus_outlives_a_refresh(qtbot: QtBot, page: TodayPage) -> None:
    """When decks change while the page is shown, the button in focus keeps it."""
    page.show_today(pages_shown.today())
    with qtbot.waitActive(page):
        page.activateWindow()
    button(page, "5 minutes").setFocus()
    page.show_today(pages_shown.today(due=17))
    focus = page.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "5 minutes"


@pytest.mark.parametrize("shown", [pages_shown.today(), pages_shown.done()])
def test_other_decks_are_not_hidden_by_a_plan(
    qtbot: QtBot, page: TodayPage, shown: TodayShown
) -> None:
    """Who has begun one deck sees that there are others, and the way to all of them."""
    page.show_today(shown)
    words = words_on_buttons(page)
    assert [title for _id, title, _about, _n in shown.others if title in words]
    with qtbot.waitSignal(page.open_library):
        button(page, "All decks").click()
    page.show_today(pages_shown.today(others=pages_shown.OTHERS))
    assert words_on_buttons(page).count("Begin") == 3
