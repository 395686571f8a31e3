"""The frame: going to places, folding, one window for a home, and an eye on files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp import paths
from quizapp.ui.buttons import QuietButton
from quizapp.ui.controls import Toast
from quizapp.ui.deck_watcher import DeckWatcher
from quizapp.ui.icons import Icons
from quizapp.ui.side_bar import Place, SideBar
from quizapp.ui.single_instance import (
    First,
    FirstInstance,
    become_first,
    call_first,
    lock_of,
)
from quizapp.ui.theme import Role, Theme
from quizapp.ui.window import Window

PLACES = (
    Place("today", "today", "Today", "Ctrl+1"),
    Place("library", "library", "Library", "Ctrl+2"),
    Place("settings", "settings", "Settings", "Ctrl+,"),
)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    """A window with three empty pages."""
    theme = Theme()
    window = Window(theme, Icons(paths.resources() / "icons", theme), PLACES)
    qtbot.addWidget(window)
    for place in PLACES:
        window.add_page(place.name, QLabel(place.word))
    window.show_page("today")
    window.show()
    return window


@pytest.mark.parametrize(
    ("key", "place"),
    [(Qt.Key.Key_1, "today"), (Qt.Key.Key_2, "library"), (Qt.Key.Key_Comma, "settings")],
)
def test_every_place_has_a_key(qtbot: QtBot, window: Window, key: Qt.Key, place: str) -> None:
    """Ctrl and a digit ask for a place."""
    with qtbot.waitSignal(window.go) as asked:
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [place]


def test_every_button_says_its_name(window: Window) -> None:
    """A screen reader hears the place, also where only icons are seen."""
    window.side_bar.fold(folded=True)
    names = {b.accessibleName() for b in window.side_bar._buttons.values()}
    assert names == {"Today", "Library", "Settings"}


def test_it_folds_where_it_is_narrow(window: Window) -> None:
    """Under 1,000 pixels the words go, and the side bar is narrower."""
    window.resize(1280, 800)
    wide = window.side_bar.width()
    window.resize(900, 600)
    assert window.side_bar.width() < wide


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_its_words_follow_a_change_of_colours(window: Window, scheme: str) -> None:
    """A place's word is drawn in the text's colour of the scheme that was just chosen."""
    window.resize(1280, 800)
    theme = window._theme
    theme.set_choice("light" if scheme == "dark" else "dark")
    theme.set_choice(scheme)
    drawn = window.side_bar._buttons["library"].grab().toImage()
    ink = {drawn.pixelColor(x, y).name() for x in range(48, 100) for y in range(drawn.height())}
    assert theme.color(Role.TEXT).name() in ink


def test_it_vanishes_while_a_card_is_studied(window: Window) -> None:
    """Nothing but the card is seen, and the places' keys are quiet."""
    window.set_studying(studying=True)
    assert not window.side_bar.isVisible()
    window.set_studying(studying=False)
    assert window.side_bar.isVisible()


def test_dropped_files_are_passed_on(window: Window, tmp_path: Path) -> None:
    """Files are taken, addresses of the network are not."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.toml")), QUrl("https://example.org/b")])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    spy = QSignalSpy(window.dropped)
    window.dropEvent(drop)
    assert spy.at(0) == [[tmp_path / "a.toml"]]


def test_it_stands_where_it_stood(window: Window) -> None:
    """Size is kept; a frame too small to use, or of a screen that is gone, is not obeyed."""
    window.set_frame({"x": 10, "y": 10, "width": 1000, "height": 700})
    assert (window.width(), window.height()) == (1000, 700)
    window.set_frame({"x": 10, "y": 10, "width": 3, "height": 2})
    assert (window.width(), window.height()) == (1000, 700)
    window.set_frame({"x": 99000, "y": 99000, "width": 950, "height": 650})
    assert window.x() < 90000


def later_start(home: Path, deck: str = "") -> subprocess.Popen[str]:
    """Another start of the program with a home, as far as finding the first window."""
    code = (
        "import sys; from pathlib import Path; from quizapp.ui.single_instance import *\n"
        "home = Path(sys.argv[1])\n"
        "print(become_first(home, sys.argv[2], lock_of(home)).name)\n"
    )
    return subprocess.Popen(
        [sys.executable, "-P", "-c", code, str(home), deck], stdout=subprocess.PIPE, text=True
    )


def outcome(start: subprocess.Popen[str]) -> str:
    """What became of it."""
    return start.communicate(timeout=20)[0].strip()


def test_a_second_start_calls_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    """The first window of a home hears of a later start, with the deck it was given."""
    assert call_first(tmp_path, "") is First.NONE
    first = FirstInstance(tmp_path)
    with qtbot.waitSignal(first.called) as heard:
        later = later_start(tmp_path, "/decks/ä b.toml")
    assert heard.args == ["/decks/ä b.toml"]
    assert outcome(later) == "CALLED"
    assert call_first(tmp_path / "other", "") is First.NONE
    first.close()


def test_a_home_reached_through_a_link_is_the_same_home(qtbot: QtBot, tmp_path: Path) -> None:
    """The window is found by the folder, not by the way to it."""
    (tmp_path / "home").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "home")
    first = FirstInstance(tmp_path / "home")
    with qtbot.waitSignal(first.called):
        later = later_start(tmp_path / "link")
    assert outcome(later) == "CALLED"
    first.close()


def test_a_killed_window_does_not_bar_the_next(qtbot: QtBot, tmp_path: Path) -> None:
    """A socket that nobody answers is taken over."""
    first = FirstInstance(tmp_path)
    second = FirstInstance(tmp_path)
    with qtbot.waitSignal(second.called):
        later = later_start(tmp_path)
    assert outcome(later) == "CALLED"
    first.close()
    second.close()


def test_of_two_starts_at_one_moment_one_opens(qtbot: QtBot, tmp_path: Path) -> None:
    """Whoever has the lock opens; the other waits until that window can be called."""
    lock = lock_of(tmp_path)
    assert become_first(tmp_path, "", lock) is First.NONE
    first = FirstInstance(tmp_path)
    assert not lock_of(tmp_path).tryLock(0)
    with qtbot.waitSignal(first.called):
        later = later_start(tmp_path)
    assert outcome(later) == "CALLED"
    first.close()
    lock.unlock()


def test_a_file_saved_by_renaming_is_noticed_again_and_again(qtbot: QtBot, tmp_path: Path) -> None:
    """Editors rename a new file over the old one; the watcher follows."""
    deck = tmp_path / "deck.toml"
    deck.write_text("1")
    watcher = DeckWatcher()
    watcher.watch([tmp_path, deck, tmp_path / "not-there.toml"])
    for text in ("2", "3"):
        with qtbot.waitSignal(watcher.changed):
            beside = tmp_path / "beside"
            beside.write_text(text)
            beside.replace(deck)
        watcher.watch([tmp_path, deck])


def test_the_side_bar_follows_the_colours_at_once(qtbot: QtBot, theme: Theme) -> None:
    """Names and grounds change with the scheme, both ways, without a restart."""
    bar = SideBar(theme, Icons(paths.resources() / "icons", theme), PLACES)
    qtbot.addWidget(bar)
    bar.choose("today")
    bar.resize(200, 600)
    bar.show()
    library = bar._buttons["library"]
    for scheme in ("dark", "light", "dark"):
        theme.set_choice(scheme)
        QApplication.processEvents()
        image = library.grab().toImage()
        wanted = theme.color(Role.TEXT).lightness()
        ground = theme.color(Role.WINDOW).lightness()
        words = [
            image.pixelColor(x, y).lightness()
            for x in range(50, image.width())
            for y in range(image.height())
        ]
        assert min(abs(one - wanted) for one in words) < 40 < abs(wanted - ground)


def test_the_side_bar_is_as_wide_wherever_one_is(qtbot: QtBot, theme: Theme) -> None:
    """The chosen place is bold and moves nothing; icons grow with the letters."""
    bar = SideBar(theme, Icons(paths.resources() / "icons", theme), PLACES)
    qtbot.addWidget(bar)
    bar.show()
    widths = set()
    for place in PLACES:
        bar.choose(place.name)
        QApplication.processEvents()
        widths.add((bar.width(), bar._buttons["today"].width(), bar.sizeHint().width()))
    assert len(widths) == 1
    bar.fold(folded=True)
    narrow = bar.width()
    theme.set_text_size(200)
    assert narrow < bar.width() < 2 * narrow


def test_a_message_covers_no_button(qtbot: QtBot, theme: Theme) -> None:
    """Where buttons stand at the foot, the line stands above them."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 600)
    foot = QuietButton(theme, "Begin", page)
    foot.setGeometry(300, 520, 300, 60)
    page.show()
    toast = Toast(theme, page)
    toast.say("Out of the plan. What you learned of it is kept.")
    QApplication.processEvents()
    assert toast.isVisible()
    assert not toast.geometry().intersects(foot.geometry())
    foot.hide()
    toast.say("Out of the plan.")
    assert toast.geometry().bottom() > 520
