"""Ctrl+Shift+P: what can be done here, found by words, done by Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import articles_shown
import pytest
import study_samples as samples
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from study_page_desk import Desk

from quizapp.ui.command import Command, matching, offered
from quizapp.ui.command_menu import CommandMenu
from quizapp.ui.command_place import CommandPlace, Ways, everywhere
from quizapp.ui.controls import Toast
from quizapp.ui.guard import Guard
from quizapp.ui.icons import Icons
from quizapp.ui.side_bar import places
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window


def named(*words: str) -> tuple[Command, ...]:
    """Commands with these words, that do nothing."""
    return tuple(Command(one, one, "", "This deck", list) for one in words)


WAYS = Ways(print, print, list, list, list)
SOME = (
    *named("New question", "Paste rows", "Undo: change answer", "Move to another deck"),
    Command("keys", "See all keys", "?", "Everywhere", list),
    Command("naïve", "Résumé", "Ctrl+R", "Everywhere", list),
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("new", "New question"),
        ("quest", "New question"),
        ("nq", "New question"),
        ("ROWS paste", "Paste rows"),
        ("undo", "Undo: change answer"),
        ("deck move", "Move to another deck"),
        ("keys", "See all keys"),
        ("resume", "Résumé"),
        ("ctrl+r", "Résumé"),
        ("everywhere", "See all keys"),
        ("", "New question"),
        ("   ", "New question"),
    ],
)
def test_words_find_a_command(typed: str, first: str) -> None:
    """Beginnings, letters within, and letters in order; case and accents make no difference."""
    assert matching(SOME, typed)[0].words == first


@pytest.mark.parametrize("typed", ["zzz", "new zzz", "\0", "question rows"])
def test_a_word_that_is_nowhere_leaves_nothing(typed: str) -> None:
    """Every typed word must fit."""
    assert matching(SOME, typed) == ()


def test_a_beginning_comes_before_the_middle_of_a_word() -> None:
    """What begins with the typed letters is the likelier."""
    found = matching(named("Renew the licence", "Take a new source"), "new")
    assert [one.words for one in found] == ["Take a new source", "Renew the licence"]


def test_other_words_find_a_command_too() -> None:
    """After those whose own words fit."""
    made = Command("make", "Make a new deck", "", "", list, also="create")
    named_so = Command("create", "Create a copy", "", "", list)
    assert matching((made, *SOME), "create") == (made,)
    assert matching((made, named_so), "create") == (named_so, made)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("facts", "facts"),
        ("old", "facts"),
        ("dark", "go.settings"),
        ("text size", "go.settings"),
        ("backup", "go.settings"),
        ("preferences", "go.settings"),
        ("create", "new-deck"),
        ("new deck", "new-deck"),
        ("import", "add-deck"),
        ("open deck", "add-deck"),
        ("generate", "go.article"),
        ("pdf", "go.article"),
        ("home", "go.today"),
        ("learn", "go.today"),
        ("decks", "go.library"),
        ("rename", "go.library"),
        ("shortcuts", "keys"),
        ("manual", "help"),
        ("tutorial", "help"),
    ],
)
def test_what_people_type_finds_what_every_page_offers(typed: str, name: str) -> None:
    """Among the first three, also by words that stand nowhere on the screen."""
    found = matching(everywhere(WAYS, studying=False), typed)[:3]
    assert name in [one.name for one in found]


def test_a_name_is_offered_once() -> None:
    """What the page offers comes before what everything does."""
    mine = Command("undo", "Undo: change answer", "", "", list)
    assert offered((mine,), (Command("undo", "Undo", "", "", list), *SOME)) == (mine, *SOME)


def shown(qtbot: QtBot, theme: Theme, commands: Sequence[Command] = SOME) -> CommandMenu:
    """A menu that is open."""
    menu = CommandMenu(theme, commands)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(menu)
    with qtbot.waitActive(menu):
        menu.show()
    return menu


def test_enter_does_the_marked_one(qtbot: QtBot, theme: Theme) -> None:
    """Type, go down in the list without leaving the field, press Enter."""
    menu = shown(qtbot, theme)
    chosen = QSignalSpy(menu.chosen)
    qtbot.keyClicks(menu.field, "e")
    QApplication.processEvents()
    second = matching(SOME, "e")[1]
    qtbot.keyClick(menu.field, Qt.Key.Key_Down)
    qtbot.keyClick(menu.field, Qt.Key.Key_Return)
    assert chosen.count() == 1
    assert chosen.at(0) == [second]
    assert not menu.isVisible()


def test_enter_with_nothing_left_does_nothing(qtbot: QtBot, theme: Theme) -> None:
    """The menu stays, and says that nothing has these words."""
    menu = shown(qtbot, theme)
    chosen = QSignalSpy(menu.chosen)
    qtbot.keyClicks(menu.field, "zzz")
    qtbot.keyClick(menu.field, Qt.Key.Key_Return)
    assert chosen.count() == 0
    assert menu.isVisible()


def test_esc_closes_it(qtbot: QtBot, theme: Theme) -> None:
    """Nothing is done."""
    menu = shown(qtbot, theme)
    chosen = QSignalSpy(menu.chosen)
    qtbot.keyClick(menu.field, Qt.Key.Key_Escape)
    assert chosen.count() == 0
    assert not menu.isVisible()


def test_a_screen_reader_hears_words_and_keys(qtbot: QtBot, theme: Theme) -> None:
    """Each line says what it does, to what, and the keys that do the same."""
    menu = shown(qtbot, theme)
    model = menu.list.lines
    spoken = model.data(model.index(5, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Résumé\nEverywhere · Ctrl+R"
    assert menu.field.accessibleName()
    assert menu.list.accessibleName()


class Page(QWidget):
    """A page that offers one command."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        return (
            Command("add", "Add a row", "", "This page", lambda: self.done.append("add")),
            Command("fail", "Fail", "", "This page", self._fail),
        )

    def _fail(self) -> None:
        raise OSError(28, "No space left on device")


def place_of(qtbot: QtBot, theme: Theme, page: QWidget) -> tuple[Window, CommandPlace, Toast]:
    """A window that shows a page."""
    window = Window(theme, Icons(samples.ICONS, theme), places())
    qtbot.addWidget(window)
    toast = Toast(theme, window)
    window.add_page("page", page)
    window.show_page("page")
    gone = [Command("go", "Go to Today", "Ctrl+1", "Everywhere", list)]
    place = CommandPlace(window, theme, Guard(toast, "quizapp.log"), lambda: gone)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window, place, toast


def test_the_key_opens_it_on_any_page(qtbot: QtBot, theme: Theme) -> None:
    """What the page offers stands first, and is done after the menu closed."""
    page = Page()
    window, _place, _toast = place_of(qtbot, theme, page)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_P, held)
    menu = window.findChild(CommandMenu)
    assert menu is not None
    assert [line.key for line in menu.list.lines.lines] == ["add", "fail", "go"]
    qtbot.keyClick(menu.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert page.done == ["add"]


def test_a_step_that_fails_is_said(qtbot: QtBot, theme: Theme) -> None:
    """No traceback: a line in words."""
    window, place, toast = place_of(qtbot, theme, Page())
    place.open()
    menu = window.findChild(CommandMenu)
    assert menu is not None
    qtbot.keyClicks(menu.field, "fail")
    qtbot.keyClick(menu.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert toast.isVisible()
    assert "safe" in toast.text()


def test_a_page_that_offers_nothing_offers_its_buttons(qtbot: QtBot, theme: Theme) -> None:
    """Those that can be pressed now, by their names, with their keys."""
    page = QWidget()
    column = QVBoxLayout(page)
    pressed: list[str] = []
    for words in ("Begin", "Save  Ctrl+S", "Idle", "Hidden"):
        button = QPushButton(words)
        button.clicked.connect(lambda _checked, words=words: pressed.append(words))
        button.setEnabled(words != "Idle")
        column.addWidget(button)
        button.setVisible(words != "Hidden")
    _window, place, _toast = place_of(qtbot, theme, page)
    found = place.commands()
    assert [(one.words, one.keys) for one in found] == [
        ("Begin", ""),
        ("Save", "Ctrl+S"),
        ("Go to Today", "Ctrl+1"),
    ]
    found[1].do()
    assert pressed == ["Save  Ctrl+S"]


def test_a_page_of_words_alone_offers_what_everything_does(qtbot: QtBot, theme: Theme) -> None:
    """Nothing of its own."""
    _window, place, _toast = place_of(qtbot, theme, QLabel("Words"))
    assert [one.name for one in place.commands()] == ["go"]


def test_while_a_card_is_studied_nothing_leaves_it() -> None:
    """Only the help, from which Esc comes back."""
    names = [one.name for one in everywhere(WAYS, studying=True)]
    assert names == ["help", "keys"]
    assert "go.library" in {one.name for one in everywhere(WAYS, studying=False)}


def test_a_card_offers_what_means_something_on_its_side(desk: Desk) -> None:
    """A hint before the answer where there is one, the mark after it."""
    desk.show(replace(samples.QUESTIONS["short"], hint="She was president."))
    asking = {one.name for one in desk.page.commands()}
    answer = replace(samples.ANSWERS["short"], can_guess=True, can_overrule=True, can_accept=False)
    desk.page.show_answer(answer)
    answered = {one.name for one in desk.page.commands()}
    assert "study.hint" in asking - answered
    assert {"study.guessed", "study.overrule"} <= answered - asking
    assert "study.accept" not in answered
    assert {"study.undo", "study.end"} <= asking & answered


def test_a_card_offers_nothing_that_would_be_idle(desk: Desk) -> None:
    """No hint where there is none."""
    desk.show(replace(samples.QUESTIONS["short"], hint=""))
    assert "study.hint" not in {one.name for one in desk.page.commands()}


def test_a_command_of_a_card_does_it(desk: Desk) -> None:
    """As its key would."""
    desk.ask("short")
    next(one for one in desk.page.commands() if one.name == "study.bury").do()
    QApplication.processEvents()
    assert [call[0] for call in desk.door.calls] == ["bury"]


def test_every_key_of_an_article_is_among_its_commands(qtbot: QtBot, theme: Theme) -> None:
    """Those that have a button, and those that have none."""
    page = articles_shown.page(theme)
    qtbot.addWidget(page)
    page.show_desk(articles_shown.desk())
    page.show()
    keys = {command.keys for command in page.commands()}
    assert {"A", "E", "R", "J", "K", "Z", "L", "W", "?", "O", "Ctrl+S"} <= keys
