"""The editor in the whole window, on decks in a folder: from Library, from a sitting, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from editor_desk import ROWS
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from quizapp import build, paths
from quizapp.author.door import SaveState, Side
from quizapp.content import deck_file
from quizapp.content.deck import Deck
from quizapp.content.question import Kind
from quizapp.settings import Settings
from quizapp.study.view import Stage
from quizapp.ui.confirm import Confirm
from quizapp.ui.controls import Toast
from quizapp.ui.editor_ask import AskDeck, AskLine
from quizapp.ui.editor_page import EditorPage
from quizapp.ui.editor_sources import SourceDialog
from quizapp.ui.facts_page import FactsPage
from quizapp.ui.flag_dialog import FlagDialog
from quizapp.ui.help_place import HelpPlace
from quizapp.ui.icons import Icons
from quizapp.ui.library_page import LibraryPage
from quizapp.ui.router import Router
from quizapp.ui.side_bar import places
from quizapp.ui.study_page import StudyPage
from quizapp.ui.theme import Theme
from quizapp.ui.today_page import TodayPage
from quizapp.ui.window import Window

WAITS_MS = 15_000
BRIDGES = """\
format = 1

[deck]
id = "bridges"
title = "Bridges"
language = "en"

# The town asked for this one.
[[question]]
id = "qaaaaaaaaa"
prompt = "Which river does the old bridge cross?"
answer = "Drin"

[[question]]
id = "qaaaaaaaab"
prompt = "Who is the minister of culture of Albania?"
answer = "Elva Margariti"
as_of = "2020-03"
"""
OTHER = BRIDGES.replace('"bridges"', '"rivers"').replace("Bridges", "Rivers").replace("qaa", "raa")


class House:
    """The window with its rooms on a home of its own."""

    def __init__(self, qtbot: QtBot, theme: Theme, root: Path) -> None:
        self.qtbot = qtbot
        self.home = paths.Home(root)
        self.home.decks.mkdir(parents=True, exist_ok=True)
        self.path = self.home.decks / "bridges.toml"
        self.path.write_text(BRIDGES, encoding="utf-8")
        self.rooms = build.open_rooms(self.home, Settings())
        icons = Icons(paths.resources() / "icons", theme)
        self.window = Window(theme, icons, places())
        self.window.resize(1280, 800)
        self.router = Router(
            self.window,
            theme,
            icons,
            self.rooms,
            Settings(),
            self.home.root,
            self.home.log,
            lambda: 0.0,
            help_place=HelpPlace(self.window, theme, paths.resources()),
        )
        self.router.go("today")
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def close(self) -> None:
        """Let go of everything."""
        self.router.leave_deck(may_ask=False)
        self.router.stop()
        QThreadPool.globalInstance().waitForDone(WAITS_MS)
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.rooms.close()

    def wait(self, is_so: Callable[[], object]) -> None:
        """Wait until it is so."""
        self.qtbot.waitUntil(lambda: bool(is_so()), timeout=WAITS_MS)

    def page(self, kind: type[QWidget]) -> QWidget:
        """The page of a kind, once it is shown."""
        self.wait(lambda: isinstance(self.window.shown, kind))
        shown = self.window.shown
        assert shown is not None
        return shown

    def library(self) -> LibraryPage:
        """Library, filled."""
        self.router.go("library")
        page = self.page(LibraryPage)
        assert isinstance(page, LibraryPage)
        return page

    def editor(self) -> EditorPage:
        """The editor, once it is up."""
        page = self.page(EditorPage)
        assert isinstance(page, EditorPage)
        self.wait(lambda: page.desk is not None)
        return page

    def edit(self) -> EditorPage:
        """The deck of this home, opened from Library."""
        self.library().edit.emit(self.path)
        return self.editor()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """The dialog that is up."""
        found = [one for one in self.window.findChildren(kind) if one.isVisible()]
        assert found
        return found[-1]

    def tell(self, words: str) -> None:
        """Answer what is asked for with a line."""
        dialog = self.dialog(AskLine)
        assert isinstance(dialog, AskLine)
        dialog.field.setText(words)
        dialog.accept()

    def deck(self, path: Path | None = None) -> Deck:
        """The deck as it lies on the disk."""
        found = deck_file.read(path or self.path).deck
        assert found is not None
        return found

    def press(self, name: str) -> None:
        """Press a button of the page."""
        shown = self.window.shown
        button = shown.findChild(QAbstractButton, name) if shown is not None else None
        assert button is not None
        button.click()

    def said(self) -> str:
        """All lines that are said just now."""
        shown = [one for one in self.window.findChildren(Toast) if one.isVisible()]
        return " ".join(toast.text() for toast in shown)

    def type(self, words: str) -> None:
        """Type where the focus is."""
        self.qtbot.keyClicks(self.window.focusWidget(), words)


@pytest.fixture
def house(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[House]:
    """A window on a home with one deck of two questions."""
    made = House(qtbot, theme, tmp_path / "home")
    yield made
    made.close()


def test_a_deck_is_made_in_one_step_and_written_by_itself(house: House) -> None:
    """A title and Enter; what is typed stands in the file a moment later."""
    house.library().new_deck.emit()
    house.tell("Courts of Europe")
    page = house.editor()
    assert page.empty.isVisible()
    page.empty.wanted.emit()
    house.type("Where does the Court of Justice sit?")
    page.form.focus_field("answers")
    house.type("Luxembourg")
    path = house.home.decks / "courts-of-europe.toml"
    house.wait(lambda: [q.prompt for q in house.deck(path).questions])
    house.wait(lambda: page.bar.state.text() == "Saved")
    assert house.deck(path).title == "Courts of Europe"
    (question,) = house.deck(path).questions
    assert question.id


def test_leaving_writes_what_was_typed_last(house: House) -> None:
    """No second needs to pass first, and every other line of the file stays."""
    page = house.edit()
    page.focus_first()
    house.type("!")
    page.left.emit()
    house.page(LibraryPage)
    assert house.path.read_text("utf-8") == BRIDGES.replace("bridge cross?", "bridge cross?!")


def test_an_unfinished_question_is_kept_as_a_draft(house: House) -> None:
    """It stands in the editor again when the deck is opened the next time."""
    page = house.edit()
    page.bar.step.emit("new")
    house.type("Half a question")
    house.wait(lambda: page.bar.state.text() == "1 question unfinished: kept as a draft")
    page.left.emit()
    house.page(LibraryPage)
    assert house.path.read_text("utf-8") == BRIDGES
    page = house.edit()
    assert [line.title for line in page.list.list.shown_lines()][1] == "Half a question"


def test_a_bundled_deck_is_edited_as_a_copy_of_ones_own(house: House) -> None:
    """Said once; Library uses the copy from then on."""
    bundled = next(one for one in house.rooms.library.lines() if one.entry.bundled)
    house.library().edit.emit(bundled.entry.path)
    page = house.editor()
    assert page.desk is not None
    assert page.desk.path.parent == house.home.decks
    assert "your own copy" in house.said()
    used = house.rooms.library.line(bundled.entry.id)
    assert used is not None
    assert used.entry.path == page.desk.path


def test_what_changes_outside_is_merged_and_said(house: House) -> None:
    """The other question is taken over while one is typed into."""
    page = house.edit()
    page.focus_first()
    house.type("!")
    house.path.write_text(BRIDGES.replace("Elva Margariti", "Blendi Gonxhja"), encoding="utf-8")
    house.wait(lambda: "taken over" in house.said())
    house.wait(lambda: house.deck().questions[0].prompt.endswith("!"))
    page.list.list.choose("qaaaaaaaab")
    assert page.form.fields().answers == ("Blendi Gonxhja",)


@pytest.mark.parametrize("side", list(Side))
def test_a_question_changed_in_two_places_is_shown_side_by_side(house: House, side: Side) -> None:
    """One side or both stand in the file, as the author chooses, and nothing is lost before."""
    page = house.edit()
    assert page.desk is not None
    page.focus_first()
    house.type("!")
    house.path.write_text(BRIDGES.replace("old bridge", "stone bridge"), encoding="utf-8")
    house.wait(lambda: page.desk is not None and page.desk.state is SaveState.CONFLICT)
    house.wait(page.notice.isVisible)
    page.notice.step.emit("compare")
    assert page.conflict.isVisible()
    page.conflict.buttons[side].click()
    wanted = {
        Side.MINE: {"Which river does the old bridge cross?!"},
        Side.THEIRS: {"Which river does the stone bridge cross?"},
    }
    both = wanted[Side.MINE] | wanted[Side.THEIRS]
    rest = {"Who is the minister of culture of Albania?"}
    house.wait(lambda: {q.prompt for q in house.deck().questions} == wanted.get(side, both) | rest)
    house.wait(lambda: not page.notice.isVisible())


def test_a_deleted_file_is_said_and_written_anew(house: House) -> None:
    """Everything is kept here until then."""
    page = house.edit()
    house.path.unlink()
    house.wait(page.notice.isVisible)
    assert "was deleted or moved away" in page.notice.words
    page.notice.step.emit("anew")
    house.wait(house.path.exists)
    house.wait(lambda: not page.notice.isVisible())
    assert house.deck().questions[0].id == "qaaaaaaaaa"


def test_a_broken_file_is_left_alone(house: House) -> None:
    """It is said, and taken up again once it is a deck."""
    page = house.edit()
    house.path.write_text("this is [no deck", encoding="utf-8")
    house.wait(page.notice.isVisible)
    page.focus_first()
    house.type("!")
    house.wait(lambda: "no deck just now" in page.notice.words)
    assert house.path.read_text("utf-8") == "this is [no deck"
    house.path.write_text(BRIDGES, encoding="utf-8")
    house.wait(lambda: not page.notice.isVisible())
    house.wait(lambda: house.deck().questions[0].prompt.endswith("!"))


def test_a_card_is_edited_while_it_is_studied(house: House) -> None:
    """E opens the editor at it; back at the card it reads as it does now."""
    assert house.rooms.library.begin("bridges") == "begun"
    house.router.refresh()
    today = house.page(TodayPage)
    assert isinstance(today, TodayPage)
    house.press("start")
    study = house.page(StudyPage)
    assert isinstance(study, StudyPage)
    house.qtbot.keyClick(study, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    page = house.editor()
    assert page.at == "qaaaaaaaaa"
    house.type(" Say it.")
    page.left.emit()
    house.page(StudyPage)
    house.wait(lambda: study.frame.prompt.words().endswith("Say it."))
    assert study.stage is Stage.ASKING


def test_a_flag_leads_to_the_editor_too(house: House) -> None:
    """Who sees what is wrong may mend it at once."""
    assert house.rooms.library.begin("bridges") == "begun"
    house.router.refresh()
    house.press("start")
    study = house.page(StudyPage)
    house.qtbot.keyClick(study, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    dialog = house.dialog(FlagDialog)
    assert isinstance(dialog, FlagDialog)
    dialog.edit_now.click()
    assert house.editor().at == "qaaaaaaaaa"


def test_rows_from_the_clipboard_become_questions(house: House) -> None:
    """They are seen in a table first, with what is left out."""
    page = house.edit()
    QGuiApplication.clipboard().setText(ROWS)
    page.pasted.emit()
    assert page.paste.isVisible()
    assert "3 rows become questions." in page.paste.words
    page.paste.add.click()
    house.wait(lambda: len(house.deck().questions) == 5)
    assert [q.prompt for q in house.deck().questions][1] == "Capital of Albania"


def test_a_file_of_rows_is_dropped_on_the_editor(house: House, tmp_path: Path) -> None:
    """An article dropped elsewhere is none of its business."""
    path = tmp_path / "capitals.csv"
    path.write_text("term,definition\nCapital of Kosovo,Pristina\n", encoding="utf-8")
    page = house.edit()
    house.window.dropped.emit([path])
    house.wait(page.paste.isVisible)
    assert "1 row becomes a question." in page.paste.words


def test_questions_move_to_another_deck_with_their_ids(house: House) -> None:
    """The other deck has them, this one no longer."""
    other = house.home.decks / "rivers.toml"
    other.write_text(OTHER, encoding="utf-8")
    house.rooms.rescan()
    page = house.edit()
    page.step.emit("move")
    dialog = house.dialog(AskDeck)
    assert isinstance(dialog, AskDeck)
    dialog.accept()
    house.wait(lambda: len(house.deck().questions) == 1)
    assert "qaaaaaaaaa" in {question.id for question in house.deck(other).questions}


def test_a_deck_is_renamed_duplicated_and_put_aside(house: House) -> None:
    """Each from Library; nothing is thrown away."""
    page = house.library()
    page.rename.emit(house.path, "Bridges")
    house.tell("Old bridges")
    house.wait(lambda: house.deck().title == "Old bridges")
    house.wait(lambda: "is called Old bridges" in house.said())
    page.duplicate.emit(house.path, "Old bridges")
    house.tell("New bridges")
    house.wait(lambda: "The copy is in Library" in house.said())
    copy = next(one for one in house.home.decks.glob("*.toml") if one != house.path)
    assert not {q.id for q in house.deck(copy).questions} & {q.id for q in house.deck().questions}
    page.delete_deck.emit(house.path, "Old bridges")
    house.dialog(Confirm).accept()
    house.wait(lambda: "was put aside" in house.said())
    assert not house.path.exists()
    assert list(house.home.removed.rglob("bridges*.toml"))


def test_old_facts_are_told_on_today_and_confirmed(house: House) -> None:
    """One line on Today leads to the list; what still holds is dated anew and leaves it."""
    today = house.page(TodayPage)
    house.wait(lambda: today.findChild(QWidget, "facts") is not None)
    house.press("facts")
    page = house.page(FactsPage)
    assert isinstance(page, FactsPage)
    assert [fact.fact.question for fact in [page.chosen] if fact] == ["qaaaaaaaab"]
    page.buttons["confirm"].click()
    house.wait(lambda: page.chosen is None)
    as_of = house.deck().questions[1].as_of
    assert as_of is not None
    assert as_of.year > 2020


def test_an_old_fact_is_changed_in_the_editor(house: House) -> None:
    """And the way back leads to the list."""
    today = house.page(TodayPage)
    house.wait(lambda: today.findChild(QWidget, "facts") is not None)
    house.press("facts")
    facts = house.page(FactsPage)
    assert isinstance(facts, FactsPage)
    facts.buttons["change"].click()
    page = house.editor()
    assert page.at == "qaaaaaaaab"
    page.left.emit()
    house.page(FactsPage)
    facts.buttons["retire"].click()
    house.dialog(Confirm).accept()
    house.wait(lambda: len(house.deck().questions) == 1)


def test_what_cannot_be_written_holds_the_author_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """She is asked whether to leave without it, and stays unless she says so."""
    page = house.edit()
    page.focus_first()
    house.type("!")
    monkeypatch.setattr(
        "quizapp.ui.editor_saving.EditorSaving.flush", lambda _self: SaveState.FAILED
    )
    asked: list[str] = []

    def stay(*_words: object, **_more: object) -> bool:
        asked.append("asked")
        return False

    monkeypatch.setattr("quizapp.ui.confirm.ask", stay)
    page.left.emit()
    assert house.window.shown is page
    assert not house.router.leave_deck(may_ask=True)
    assert asked == ["asked", "asked"]


def test_the_kind_is_changed_after_a_word_about_what_is_dropped(house: House) -> None:
    """No leaves the question as it is."""
    page = house.edit()
    page.list.list.choose("qaaaaaaaab")
    page.form.kind_wanted.emit(Kind.TRUE_FALSE)
    dialog = house.dialog(Confirm)
    assert "has no place for the answers" in dialog.accessibleDescription()
    dialog.reject()
    assert page.form.fields().kind is Kind.SHORT
    page.form.kind_wanted.emit(Kind.TRUE_FALSE)
    house.dialog(Confirm).accept()
    assert page.form.fields().kind is Kind.TRUE_FALSE


def test_what_is_unfinished_is_not_sent(house: House) -> None:
    """It stays here as a draft, and that is said."""
    other = house.home.decks / "rivers.toml"
    other.write_text(OTHER, encoding="utf-8")
    house.rooms.rescan()
    page = house.edit()
    page.bar.step.emit("new")
    house.type("Half a question")
    page.step.emit("move")
    dialog = house.dialog(AskDeck)
    assert isinstance(dialog, AskDeck)
    dialog.accept()
    house.wait(lambda: "finish it first" in house.said())
    assert other.read_text("utf-8") == OTHER


def test_a_source_that_is_none_is_said(house: House) -> None:
    """An address that is no address is refused in words, and the deck stays as it is."""
    page = house.edit()
    page.step.emit("source")
    dialog = house.dialog(SourceDialog)
    assert isinstance(dialog, SourceDialog)
    dialog.title.setText("Old bridge reopens")
    dialog.url.setText("not an address")
    dialog.accept()
    house.wait(lambda: "no address on the web" in house.said())
    assert house.path.read_text("utf-8") == BRIDGES


def test_what_is_no_picture_is_said(house: House) -> None:
    """The question keeps none."""
    page = house.edit()
    page.form.image_dropped.emit("notes.txt", b"no picture", "Notes")
    house.wait(lambda: "no picture that can be shown" in house.said())
    assert page.form.fields().image == ""
