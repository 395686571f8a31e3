"""From an article to a deck: reading, naming, drafts, undo and saving, in the background."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import articles_shown
import pages_shown
import pytest
import study_samples
from articles_shown import FakeReading, FakeRooms
from PySide6.QtCore import QMimeData, QPoint, Qt, QThreadPool, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.content import deck_file
from quizapp.content.question import PartialDate
from quizapp.generate.article import Article, Span
from quizapp.generate.desk import Desk, State
from quizapp.generate.reading.outcome import ArticleRead, Note, ReadingError
from quizapp.ui.article_door import Cancelled
from quizapp.ui.article_page import ArticlePage
from quizapp.ui.article_save import SaveDialog
from quizapp.ui.article_steps import ArticleSteps
from quizapp.ui.buttons import Button
from quizapp.ui.confirm import Confirm
from quizapp.ui.controls import Toast
from quizapp.ui.guard import Guard
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme

WAITS_MS = 10_000


class Room:
    """The page in a window, with rooms and reading that a test lays down."""

    def __init__(self, qtbot: QtBot, theme: Theme, home: Path) -> None:
        self.qtbot = qtbot
        self.theme = theme
        self.home = home
        self.window = QWidget()
        self.window.resize(1280, 800)
        qtbot.addWidget(self.window)
        self.toast = Toast(theme, self.window)
        self.rooms = FakeRooms(home)
        self.reading = FakeReading()
        self.steps = self.made()

    def made(self) -> ArticleSteps:
        """Steps as after a fresh start of the program."""
        icons = Icons(study_samples.ICONS, self.theme)
        guard = Guard(self.toast, "quizapp.log")
        rooms = self.rooms
        steps = ArticleSteps(
            self.window,
            self.theme,
            icons,
            rooms,  # type: ignore[arg-type]  # it has what the page asks for
            guard,
            self.reading,
        )
        steps.page.setParent(self.window)
        steps.page.resize(1280, 800)
        self.window.show()
        steps.page.show()
        return steps

    @property
    def page(self) -> ArticlePage:
        """The page."""
        return self.steps.page

    @property
    def desk(self) -> Desk:
        """The article on the table."""
        found = self.page.deciding.desk
        assert found is not None
        return found

    def until_shown(self, state: QWidget) -> None:
        """Wait until the page is in a state."""
        self.qtbot.waitUntil(state.isVisible, timeout=WAITS_MS)

    def begun(self) -> Desk:
        """An article on the table."""
        self.steps.read_file(Path("bridge.txt"))
        self.until_shown(self.page.deciding)
        return self.desk

    def press(self, name: str) -> None:
        """Click a button of the page."""
        button = self.page.findChild(Button, name)
        assert button is not None
        button.click()

    def asked(self) -> Confirm:
        """The question that is up."""
        return next(one for one in self.window.findChildren(Confirm) if one.isVisible())

    def until_asked(self) -> None:
        """Wait until a question is up."""
        dialogs = self.window.findChildren
        self.qtbot.waitUntil(
            lambda: any(one.isVisible() for one in dialogs(Confirm)), timeout=WAITS_MS
        )

    def dialog(self) -> SaveDialog:
        """The dialog that asks where to save."""
        self.page.deciding.save.emit()
        return self.window.findChildren(SaveDialog)[-1]


@pytest.fixture
def room(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Room:
    """A room with nothing begun."""
    return Room(qtbot, theme, tmp_path)


def test_a_known_article_is_on_the_table_at_once(room: Room) -> None:
    """Read, laid out, and nothing was asked on the way."""
    desk = room.begun()
    assert room.reading.asked == ["bridge.txt"]
    assert desk.article.title == "Old bridge reopens"
    assert len(room.page.deciding.article.text.toPlainText()) == len(desk.article.text)


def test_what_is_missing_is_asked_for(room: Room) -> None:
    """Without a date the form comes up, with what is known, and the date is taken over."""
    undated = articles_shown.article(None)
    room.reading.found = ArticleRead(undated, (Note("no-date"),))
    room.steps.read_file(Path("bridge.txt"))
    room.until_shown(room.page.details)
    assert room.page.details.fields["title"].text() == undated.title
    room.page.details.fields["published"].setText("soon")
    room.press("go on")
    assert room.page.details.isVisible()
    room.page.details.fields["published"].setText("17 March 2022")
    room.press("go on")
    room.until_shown(room.page.deciding)
    assert room.desk.article.published == PartialDate(2022, 3, 17)


def test_what_is_missing_can_be_skipped_and_told_later(room: Room) -> None:
    """The article is on the table without a date, and a date told then proposes anew."""
    room.reading.found = ArticleRead(articles_shown.article(None))
    room.steps.read_file(Path("bridge.txt"))
    room.until_shown(room.page.details)
    room.press("skip")
    room.until_shown(room.page.deciding)
    assert room.desk.article.published is None
    room.press("details")
    room.page.details.fields["published"].setText("2022")
    room.press("go on")
    room.until_shown(room.page.deciding)
    assert room.desk.article.published == PartialDate(2022)


def test_an_article_that_was_begun_is_not_asked_about_again(room: Room) -> None:
    """The same text finds its draft, with what was told and decided."""
    undated = replace(articles_shown.article(None), title="")
    room.reading.found = ArticleRead(undated)
    room.steps.read_file(Path("bridge.txt"))
    room.until_shown(room.page.details)
    room.press("skip")
    room.until_shown(room.page.deciding)
    kept = room.desk.items[0].id
    room.desk.keep(kept)
    room.press("articles")
    room.steps.read_file(Path("bridge.txt"))
    room.until_shown(room.page.deciding)
    assert room.desk.item(kept).state is State.KEPT


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ReadingError("missing", path="/a/b.txt"), "/a/b.txt"),
        (ReadingError("pdf-scanned"), ""),
        (OSError(5, "Input/output error", "/a/b.txt"), "/a/b.txt"),
        (RuntimeError("a bug"), "Something went wrong"),
    ],
)
def test_what_cannot_be_read_is_said_where_one_can_try_again(
    room: Room, error: Exception, words: str
) -> None:
    """No traceback: words, and the field with what was typed is still there."""
    room.reading.found = error
    room.page.entry.field.setText("example.org/a")
    room.press("read")
    room.until_shown(room.page.entry._trouble)
    said = room.page.entry._said.text()
    assert words in said
    assert said
    assert room.page.entry.field.text() == "example.org/a"


def test_reading_can_be_cancelled_and_the_window_goes_on(room: Room) -> None:
    """While a slow address is read the window lives; Cancel ends it, and nothing comes later."""
    running, ended = Event(), Event()

    def slow(cancelled: Cancelled) -> None:
        running.set()
        while not cancelled():
            ended.wait(0.001)

    room.reading.meanwhile = slow
    room.steps.read_address("https://example.org/slow")
    room.qtbot.waitUntil(running.is_set, timeout=WAITS_MS)
    assert room.page.waiting.isVisible()
    room.press("cancel")
    room.until_shown(room.page.entry)
    assert QThreadPool.globalInstance().waitForDone(WAITS_MS)
    room.qtbot.wait(1)
    assert room.page.deciding.desk is None


def test_closing_ends_what_runs(room: Room) -> None:
    """Nothing is left running when the window closes."""
    running = Event()

    def slow(cancelled: Cancelled) -> None:
        running.set()
        while not cancelled():
            pass

    room.reading.meanwhile = slow
    room.steps.read_file(Path("bridge.txt"))
    room.qtbot.waitUntil(running.is_set, timeout=WAITS_MS)
    room.steps.stop()
    assert QThreadPool.globalInstance().waitForDone(WAITS_MS)


def test_what_was_dropped_last_counts(room: Room) -> None:
    """Of two articles, one read while the other is, the later one is on the table."""
    running = Event()

    def slow(cancelled: Cancelled) -> None:
        running.set()
        while not cancelled() and "first" in room.reading.asked[-1]:
            pass

    room.reading.meanwhile = slow
    room.steps.read_file(Path("first.txt"))
    room.qtbot.waitUntil(running.is_set, timeout=WAITS_MS)
    room.steps.read_file(Path("second.txt"))
    room.until_shown(room.page.deciding)
    assert QThreadPool.globalInstance().waitForDone(WAITS_MS)
    assert room.reading.asked == ["first.txt", "second.txt"]


@pytest.mark.parametrize(
    ("text", "html", "files", "asked"),
    [
        ("A long text.\nOf two lines.", "", (), "A long text.\nOf two lines."),
        (" https://example.org/a ", "", (), "https://example.org/a"),
        ("Plain", "<p>Rich</p>", (), "html <p>Rich</p>"),
        ("", "", ("/a/b.pdf", "/a/c.pdf"), "/a/b.pdf"),
    ],
)
def test_whatever_is_pasted_is_read(
    room: Room, text: str, html: str, files: tuple[str, ...], asked: str
) -> None:
    """Text, an address, a part of a web page, or files."""
    held = QMimeData()
    if text:
        held.setText(text)
    if html:
        held.setHtml(html)
    if files:
        held.setUrls([QUrl.fromLocalFile(name) for name in files])
    QGuiApplication.clipboard().setMimeData(held)
    room.window.activateWindow()
    room.qtbot.waitUntil(room.window.isActiveWindow)
    room.page.focus_first()
    room.qtbot.keyClick(room.page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    room.until_shown(room.page.deciding)
    assert room.reading.asked[-1] == asked


def test_a_text_pasted_into_the_address_is_the_article(room: Room) -> None:
    """Nobody means several lines as an address; one line stays in the field."""
    field = room.page.entry.field
    for text, typed in (("example.org/a", "example.org/a"), ("Two\nlines.", "example.org/a")):
        QGuiApplication.clipboard().setText(text)
        room.qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert field.text() == typed
    room.until_shown(room.page.deciding)
    assert room.reading.asked == ["Two\nlines."]


def test_an_empty_clipboard_is_said(room: Room) -> None:
    """Nothing is read, and the step that helps is named."""
    QGuiApplication.clipboard().clear()
    room.steps.paste()
    assert "Copy an article first" in room.toast.text()
    assert room.reading.asked == []


@pytest.mark.parametrize(("host", "offered"), [("192.168.1.7", True), ("elsewhere.lan", False)])
def test_an_address_of_the_own_network_is_read_if_the_author_means_it(
    room: Room, host: str, offered: bool
) -> None:
    """Not where it is the web's page that sends on to the own network."""
    room.reading.found = ReadingError("address-private", host=host)
    room.steps.read_address("http://192.168.1.7:8000/a")
    anyway = room.page.findChild(Button, "anyway")
    assert anyway is not None
    room.qtbot.waitUntil(lambda: bool(room.page.entry._said.text()), timeout=WAITS_MS)
    room.until_shown(room.page.entry)
    assert anyway.isVisible() is offered
    if offered:
        room.reading.found = ArticleRead(articles_shown.article())
        anyway.click()
        room.until_shown(room.page.deciding)
        assert room.reading.asked[-1] == "anyway http://192.168.1.7:8000/a"


def test_other_trouble_offers_nothing_else(room: Room) -> None:
    """A file that is gone cannot be read anyway, whatever was refused before."""
    for code in ("address-private", "missing"):
        room.reading.found = ReadingError(code, host="a.lan", path="a.txt")
        room.steps.read_address("http://a.lan/")
        room.qtbot.waitUntil(lambda: len(room.reading.asked) > 0, timeout=WAITS_MS)
        room.until_shown(room.page.entry)
        room.reading.asked.clear()
    anyway = room.page.findChild(Button, "anyway")
    assert anyway is not None
    assert not anyway.isVisible()


def test_notes_stand_over_the_article(room: Room) -> None:
    """That the rules are for English is said where words can be selected by hand."""
    room.reading.found = ArticleRead(articles_shown.article(), (Note("not-english"),))
    room.begun()
    assert "English" in room.page.deciding.article._notes.text()
    assert room.page.deciding.article._notes.isVisible()


def test_that_it_is_not_english_is_said_again_when_one_comes_back(room: Room) -> None:
    """A draft of it is opened without being read anew, and nothing is found in it."""
    text = " ".join(["Das Rathaus von Velin wurde wieder eröffnet."] * 9)
    room.reading.found = ArticleRead(Article(text, "Velin", articles_shown.MARCH))
    room.begun()
    assert room.page.deciding.article._notes.text().count("English") == 2
    assert room.desk.items == ()
    room.steps.stop()
    room.steps = room.made()
    room.press("draft open")
    room.until_shown(room.page.deciding)
    assert room.page.deciding.article._notes.text().count("English") == 2


def test_drafts_are_listed_and_gone_on_with(room: Room) -> None:
    """After a fresh start the draft says how far it is, and opens as it was left."""
    desk = room.begun()
    kept = desk.items[0].id
    desk.keep(kept)
    room.steps.stop()
    room.steps = room.made()
    line = room.page.entry.list.lines.lines[0]
    assert line.title == "Old bridge reopens"
    assert "1 kept" in line.under[0][0]
    room.press("draft open")
    room.until_shown(room.page.deciding)
    assert room.desk.item(kept).state is State.KEPT


def test_a_draft_is_discarded_only_after_a_yes(room: Room) -> None:
    """The first click asks, and a no leaves it."""
    room.begun()
    room.press("articles")
    for answer, left in ((False, 1), (True, 0)):
        room.press("draft discard")
        dialog = room.window.findChildren(Confirm)[-1]
        (dialog.accept if answer else dialog.reject)()
        assert room.page.entry.list.lines.rowCount() == left


def test_undo_takes_back_one_step_a_key(room: Room) -> None:
    """Three presses in a hurry take three steps back, the telling of a date among them."""
    desk = room.begun()
    desk.keep(desk.items[0].id)
    desk.set_details(published=PartialDate(2021))
    desk.keep(desk.items[1].id)
    for _ in range(3):
        room.page.deciding.question.step.emit("undo")
    room.qtbot.waitUntil(lambda: desk.counts.kept == 0, timeout=WAITS_MS)
    room.qtbot.waitUntil(lambda: "Not kept" in room.toast.text(), timeout=WAITS_MS)
    assert desk.article.published == articles_shown.MARCH


def test_only_ready_ones_are_kept_together_and_only_after_a_yes(room: Room) -> None:
    """It is said how many; no keeps none, yes keeps those and leaves the others open."""
    desk = room.begun()
    ready = desk.green_open()
    assert 0 < ready < len(desk.items)
    for answer, kept in ((False, 0), (True, ready)):
        room.page.deciding.checks.keep_green.emit()
        room.until_asked()
        dialog = room.asked()
        assert str(ready) in dialog.windowTitle()
        (dialog.accept if answer else dialog.reject)()
        room.qtbot.waitUntil(lambda: not room.page.deciding.held, timeout=WAITS_MS)
        assert desk.counts.kept == kept
    room.page.deciding.checks.keep_green.emit()
    room.qtbot.waitUntil(lambda: "No open question" in room.toast.text(), timeout=WAITS_MS)


def test_selected_words_are_asked_about_in_the_background(room: Room) -> None:
    """The question is at hand when it is made; signs alone are refused in words."""
    desk = room.begun()
    room.page.deciding.ask.emit(articles_shown.span_of("Ana Duka"))
    room.qtbot.waitUntil(lambda: desk.item(room.page.deciding.at).own, timeout=WAITS_MS)
    assert not room.page.deciding.held
    room.page.deciding.ask.emit(articles_shown.span_of("\n\n"))
    room.qtbot.waitUntil(lambda: "No words" in room.toast.text(), timeout=WAITS_MS)


def test_what_comes_in_while_the_desk_is_away_is_read_after(room: Room) -> None:
    """A file dropped in the middle of an undo waits for it, and neither is lost."""
    desk = room.begun()
    desk.keep(desk.items[0].id)
    room.page.deciding.undo.emit()
    room.steps.read_file(Path("second.txt"))
    assert room.reading.asked == ["bridge.txt"]
    room.qtbot.waitUntil(lambda: len(room.reading.asked) == 2, timeout=WAITS_MS)
    assert desk.counts.kept == 0
    room.until_shown(room.page.deciding)


def test_kept_questions_become_a_deck_that_can_be_studied(room: Room) -> None:
    """A title, Save, and the deck reads without a fault; studying it is offered."""
    desk = room.begun()
    desk.keep(desk.items[0].id)
    dialog = room.dialog()
    assert dialog.title.text() == "Old bridge reopens"
    dialog.title.setText("")
    assert not dialog.yes.isEnabled()
    dialog.title.setText("The bridge of Velin")
    dialog.accept()
    spy = QSignalSpy(room.steps.study)
    room.qtbot.waitUntil(lambda: room.window.findChildren(Confirm) != [], timeout=WAITS_MS)
    offered = room.window.findChildren(Confirm)[-1]
    assert "The bridge of Velin" in offered.windowTitle()
    offered.accept()
    path = spy.at(0)[0]
    read = deck_file.read(path)
    assert read.faults == ()
    assert read.deck is not None
    assert read.deck.title == "The bridge of Velin"
    assert len(read.deck.questions) == 1
    assert room.rooms.rescans == 1
    assert desk.to_save() == ()


def test_a_deck_of_ones_own_can_be_added_to(room: Room) -> None:
    """Only the author's own decks are offered; one that is gone is told in words."""
    desk = room.begun()
    desk.keep(desk.items[0].id)
    dialog = room.dialog()
    own = [str(pages_shown.HOME / "decks" / "civics-week-9.toml")]
    assert [line.key for line in dialog.list.lines.lines] == own
    dialog.add_to_deck()
    dialog.accept()
    room.qtbot.waitUntil(lambda: bool(room.toast.text()), timeout=WAITS_MS)
    assert len(desk.to_save()) == 1
    assert room.page.deciding.isVisible()


@pytest.mark.parametrize("size", [(1280, 770), (1270, 770), (900, 600)])
def test_what_is_said_stands_beside_the_article_and_covers_no_button(
    room: Room, size: tuple[int, int]
) -> None:
    """Over the foot of the question's column, where nothing is read or pressed just then."""
    room.begun()
    room.window.resize(*size)
    room.page.resize(*size)
    room.page.deciding.said.emit("Every question is decided. Save them when you like.")
    room.qtbot.waitUntil(room.toast.isVisible)
    placed = room.toast.geometry()
    column = room.page.deciding.question
    assert placed.left() >= column.mapTo(room.window, column.rect().topLeft()).x()
    buttons = room.page.findChildren(Button)
    there = [b.rect().translated(b.mapTo(room.window, QPoint(0, 0))) for b in buttons
             if b.isVisible()]  # fmt: skip
    assert not any(placed.intersects(one) for one in there)


def test_a_selection_over_two_sentences_is_refused_in_words(room: Room) -> None:
    """Nothing is asked, and the selection stands to be made shorter."""
    desk = room.begun()
    before = len(desk.items)
    start, end = articles_shown.span_of("ribbon at noon"), articles_shown.span_of("Some 400")
    text = room.page.deciding.article.text
    text.select(Span(start.start, end.end))
    text.ask()
    room.qtbot.waitUntil(lambda: "2 sentences" in room.toast.text(), timeout=WAITS_MS)
    assert len(desk.items) == before
    assert text.selection() == Span(start.start, end.end)


def test_a_draft_that_cannot_be_written_is_said(room: Room) -> None:
    """The decision stands on screen, and the reason is told."""
    desk = room.begun()
    folder = room.home / "drafts"
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    folder.write_text("in the way")
    room.page.deciding.question.step.emit("keep")
    assert desk.counts.kept == 1
    assert str(folder) in room.toast.text()
