"""Settings, the article to read, About, and the calm dialogs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pages_shown
import pytest
from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp import __version__
from quizapp.settings import Settings
from quizapp.ui.about_page import STANDS_ON, AboutPage
from quizapp.ui.buttons import Button
from quizapp.ui.confirm import Confirm
from quizapp.ui.controls import Page
from quizapp.ui.number_field import NumberField
from quizapp.ui.reader_page import ReaderPage
from quizapp.ui.settings_page import SettingsPage
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import LINE, Theme


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:  # noqa: ARG001 - the application must be there first
    """A light theme."""
    return Theme("light")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> SettingsPage:
    """Settings with one folder and three copies."""
    page = SettingsPage(theme)
    qtbot.addWidget(page)
    page.resize(1120, 800)
    page.show_settings(pages_shown.settings(), pages_shown.HOME, pages_shown.backups())
    page.show()
    return page


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme) -> ReaderPage:
    """The article on Kosovo."""
    page = ReaderPage(theme)
    qtbot.addWidget(page)
    page.resize(1120, 800)
    page.show_article(
        "Kosovo asks to join NATO", pages_shown.article(), begun=False, deck_id="kosovo-nato"
    )
    page.show()
    return page


def buttons(page: Page) -> dict[str, Button]:
    """What can be pressed, by its accessible name or its words."""
    QApplication.processEvents()
    shown = [b for b in page.findChildren(Button) if b.isVisibleTo(page)]
    return {b.accessibleName() or b.text(): b for b in shown}


def said(page: Page) -> str:
    """All words on the page."""
    QApplication.processEvents()
    return "\n".join(w.text() for w in page.findChildren(TextLabel) if w.isVisibleTo(page))


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("new_per_day", replace(pages_shown.settings(), new_per_day=11)),
        ("minutes_per_day", replace(pages_shown.settings(), minutes_per_day=25)),
        ("text_size", replace(pages_shown.settings(), text_size=110)),
    ],
)
def test_a_number_is_applied_at_once(
    qtbot: QtBot, page: SettingsPage, field: str, expected: Settings
) -> None:
    """An arrow key is enough; no button saves."""
    spin: NumberField = getattr(page, field)
    with qtbot.waitSignal(page.changed) as changed:
        qtbot.keyClick(spin, Qt.Key.Key_Up)
    assert changed.args == [expected]


def test_desired_retention_is_said_in_plain_words(qtbot: QtBot, page: SettingsPage) -> None:
    """The sentence follows the number."""
    assert "Aim to remember 90 % of what is due; higher means more reviews." in said(page)
    with qtbot.waitSignal(page.changed) as changed:
        qtbot.keyClick(page.retention, Qt.Key.Key_Down)
    assert changed.args[0].retention == pytest.approx(0.89)
    assert "Aim to remember 89 %" in said(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_applied_at_once(page: SettingsPage, scheme: str) -> None:
    """One press, one change."""
    sent: list[Settings] = []
    page.changed.connect(sent.append)
    buttons(page)[scheme.capitalize()].click()
    assert [settings.scheme for settings in sent] == [scheme]


def test_a_number_being_typed_counts_when_it_is_finished(qtbot: QtBot, page: SettingsPage) -> None:
    """150 is not 1, then 15, then 150: the text does not jump on the way."""
    sent: list[Settings] = []
    page.changed.connect(sent.append)
    page.text_size.selectAll()
    qtbot.keyClicks(page.text_size, "150")
    assert sent == []
    qtbot.keyClick(page.text_size, Qt.Key.Key_Return)
    assert [settings.text_size for settings in sent] == [150]


def test_showing_settings_changes_none(qtbot: QtBot, page: SettingsPage) -> None:
    """What is in force is shown without being sent back."""
    with qtbot.assertNotEmitted(page.changed):
        page.show_settings(
            replace(pages_shown.settings(), scheme="dark", text_size=130, daily_backup=False),
            pages_shown.HOME,
            (),
        )
    assert page.text_size.value() == 130
    assert "There is no copy yet." in said(page)


def test_restoring_asks_first_and_says_that_it_can_be_undone(
    qtbot: QtBot, page: SettingsPage
) -> None:
    """The focus stands on Cancel; only a yes restores."""
    name = "Restore the copy of 2026-11-23 18:02:13"
    buttons(page)[name].click()
    dialog = page.findChild(Confirm)
    assert dialog is not None
    assert "this can be undone" in dialog.accessibleDescription()
    with qtbot.assertNotEmitted(page.restore):
        qtbot.keyClick(dialog.no, Qt.Key.Key_Return)
    buttons(page)[name].click()
    dialog = next(d for d in page.findChildren(Confirm) if d.isVisible())
    with qtbot.waitSignal(page.restore) as restored:
        dialog.yes.click()
    assert restored.args == [pages_shown.HOME / "backups" / "2026-11-23.sqlite"]


def test_folders_are_added_and_removed(qtbot: QtBot, page: SettingsPage) -> None:
    """The page names the folder as the settings have it."""
    with qtbot.waitSignal(page.add_folder):
        buttons(page)["Add a folder"].click()
    with qtbot.waitSignal(page.remove_folder) as removed:
        buttons(page)["Remove /home/mira/Documents/Civics class"].click()
    assert removed.args == ["/home/mira/Documents/Civics class"]


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Make a copy now", "back_up"),
        ("Open the data folder", "open_home"),
        ("About Quizapp", "about"),
    ],
)
def test_each_button_asks_for_its_step(
    qtbot: QtBot, page: SettingsPage, words: str, signal: str
) -> None:
    """What is pressed is asked for."""
    with qtbot.waitSignal(getattr(page, signal)):
        buttons(page)[words].click()


def test_the_daily_copy_can_be_turned_off(qtbot: QtBot, page: SettingsPage) -> None:
    """Space takes the tick away, at once."""
    with qtbot.waitSignal(page.changed) as changed:
        qtbot.keyClick(page.daily, Qt.Key.Key_Space)
    assert changed.args[0].daily_backup is False


def test_an_article_ends_with_begin(qtbot: QtBot, reader: ReaderPage) -> None:
    """Title, minutes and text, and the way into the deck."""
    assert "1 minute to read · Quizapp · November 2026" in said(reader)
    assert "A letter to the White House" in reader.text.toPlainText()
    with qtbot.waitSignal(reader.begin) as begun:
        buttons(reader)["Begin: Kosovo asks to join NATO"].click()
    assert begun.args == ["kosovo-nato"]


def test_a_begun_deck_is_offered_to_be_studied(reader: ReaderPage) -> None:
    """What is in the plan is not begun again."""
    reader.show_article("Kosovo", pages_shown.article(), begun=True, deck_id="kosovo-nato")
    assert "Study: Kosovo" in buttons(reader)


def test_a_line_of_an_article_is_calm(reader: ReaderPage) -> None:
    """No line is wider than 68 average characters."""
    reader.resize(2000, 800)
    widest = LINE * reader.text.fontMetrics().averageCharWidth()
    assert 0 < reader.text.width() <= widest


def test_an_article_fetches_nothing(reader: ReaderPage, tmp_path: Path) -> None:
    """Neither a picture of the network nor a file of the disk is opened."""
    picture = tmp_path / "picture.png"
    assert reader.grab().save(str(picture))
    kind = QTextDocument.ResourceType.ImageResource.value
    for address in (QUrl.fromLocalFile(str(picture)), QUrl("https://example.org/a.png")):
        assert reader.text.document().resource(kind, address) == QByteArray()


def test_about_names_version_licences_and_data(qtbot: QtBot, theme: Theme) -> None:
    """Everything the program stands on is named with its licence."""
    page = AboutPage(theme)
    qtbot.addWidget(page)
    page.show_about(pages_shown.HOME)
    words = said(page)
    assert f"Version {__version__}" in words
    assert str(pages_shown.HOME) in words
    for _package, name, _purpose, licence in STANDS_ON:
        line = next(line for line in words.splitlines() if line.startswith(name))
        assert line.endswith(licence)


def small(qtbot: QtBot, page: Page) -> None:
    """A window in which the page must scroll, in front."""
    page.resize(804, 400)
    with qtbot.waitActive(page):
        page.activateWindow()
    QApplication.processEvents()


def test_opening_settings_starts_at_the_top(qtbot: QtBot, page: SettingsPage) -> None:
    """Wherever it was left, the first field is seen and has the focus."""
    small(qtbot, page)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    page.focus_first()
    assert page.verticalScrollBar().value() == 0
    assert page.new_per_day.hasFocus()


def test_page_down_scrolls_and_changes_nothing(qtbot: QtBot, page: SettingsPage) -> None:
    """The focus stays; a field that is out of sight leaves its keys to the page."""
    small(qtbot, page)
    page.focus_first()
    bar = page.verticalScrollBar()
    with qtbot.assertNotEmitted(page.changed):
        qtbot.keyClick(page.new_per_day, Qt.Key.Key_PageDown)
        assert bar.value() > 0
        before = bar.value()
        assert page.new_per_day.visibleRegion().isEmpty()
        qtbot.keyClick(page.new_per_day, Qt.Key.Key_Up)
        qtbot.keyClick(page.new_per_day, Qt.Key.Key_7)
        assert bar.value() < before
    assert page.new_per_day.hasFocus()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_keys_scroll_an_article(
    qtbot: QtBot, reader: ReaderPage, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    """A line, a page or the whole way; the focus stays in the text."""
    small(qtbot, reader)
    reader.text.setFocus()
    bar = reader.verticalScrollBar()
    assert bar.maximum() > 60
    up = key in {Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Home} or bool(modifier.value)
    bar.setValue(bar.maximum() if up else 0)
    start = bar.value()
    qtbot.keyClick(reader.text, key, modifier)
    moved = (start - bar.value()) if up else (bar.value() - start)
    assert moved > 0
    if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        assert moved < bar.maximum()
    if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
        assert moved == bar.maximum()
    assert reader.text.hasFocus()


def test_the_place_in_an_article_outlives_a_reload(qtbot: QtBot, reader: ReaderPage) -> None:
    """The same deck read again leaves the student where she was; another starts at its top."""
    small(qtbot, reader)
    reader.text.setFocus()
    bar = reader.verticalScrollBar()
    bar.setValue(50)
    reader.show_article("Kosovo", pages_shown.article(), begun=True, deck_id="kosovo-nato")
    QApplication.processEvents()
    assert bar.value() == 50
    assert reader.text.hasFocus()
    reader.show_article("Kosovo", pages_shown.article(), begun=True, deck_id="another")
    assert bar.value() == 0
