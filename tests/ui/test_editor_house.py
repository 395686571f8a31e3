"""The editor in the whole window, on a deck in a folder: typed, saved, merged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_desk import ROWS
from editor_house import BRIDGES, House
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from quizapp.author.told import SaveState, Side
from quizapp.content.question import Kind
from quizapp.ui.confirm import Confirm
from quizapp.ui.editor_sources import SourceDialog
from quizapp.ui.library_page import LibraryPage
from quizapp.ui.theme import Theme


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


@pytest.mark.parametrize("way", ["back", "library", "today"])
def test_decks_are_looked_for_when_the_editor_is_left(house: House, way: str) -> None:
    """Whichever way it is left: while a deck is worked on nobody looks."""
    page = house.edit()
    wanted = QSignalSpy(house.router.decks_wanted)
    if way == "back":
        page.left.emit()
    else:
        house.router.go(way)
    house.wait(lambda: not house.router.editing)
    house.wait(wanted.count)


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


def test_a_conflict_is_offered_when_the_deck_is_opened_again(house: House) -> None:
    """Without a letter typed; and nothing pretends to be saving."""
    page = house.edit()
    page.focus_first()
    house.type("!")
    house.path.write_text(BRIDGES.replace("old bridge", "stone bridge"), encoding="utf-8")
    house.wait(page.notice.isVisible)
    page.left.emit()
    house.page(LibraryPage)
    page = house.edit()
    assert page.notice.isVisible()
    assert "changed here and in the file outside" in page.notice.words
    house.wait(lambda: page.bar.state.text() == "1 question was changed in two places")
    page.notice.step.emit("compare")
    page.conflict.buttons[Side.MINE].click()
    house.wait(
        lambda: house.deck().questions[0].prompt == "Which river does the old bridge cross?!"
    )
    house.wait(lambda: page.bar.state.text() == "Saved")
    page.bar.step.emit("undo")
    house.wait(page.notice.isVisible)
    house.wait(lambda: "stone bridge" in house.path.read_text("utf-8"))


def test_what_could_not_be_written_is_written_when_the_deck_is_opened_again(house: House) -> None:
    """At once where that is allowed now; else it is said."""
    page = house.edit()
    page.focus_first()
    house.type("!")
    house.path.chmod(0o444)
    house.wait(page.notice.isVisible)
    house.router.leave_deck(may_ask=False)
    house.library()
    page = house.edit()
    house.wait(lambda: "could not be written" in page.notice.words)
    assert page.form.fields().prompt.endswith("!")
    house.router.leave_deck(may_ask=False)
    house.path.chmod(0o644)
    house.library()
    page = house.edit()
    house.wait(lambda: house.deck().questions[0].prompt.endswith("!"))
    house.wait(lambda: page.bar.state.text() == "Saved")


def test_half_a_number_stays_out_of_the_deck(house: House) -> None:
    """It is a draft while it is typed, however long one pauses, and counts when it is left."""
    number = BRIDGES + (
        '\n[[question]]\nid = "qaaaaaaaac"\nkind = "number"\nprompt = "How old?"\nanswer = 130\n'
    )
    house.path.write_text(number, encoding="utf-8")
    page = house.edit()
    page.list.list.choose("qaaaaaaaac")
    page.form.focus_field("answers")
    house.qtbot.keyClick(house.window.focusWidget(), "a", Qt.KeyboardModifier.ControlModifier)
    house.type("4 M")
    house.wait(lambda: page.bar.state.text() == "Saved, but for a value still being typed")
    assert house.path.read_text("utf-8") == number
    house.qtbot.keyClick(house.window.focusWidget(), Qt.Key.Key_Tab)
    house.wait(lambda: "answer = 4000000" in house.path.read_text("utf-8"))
    page.form.focus_field("answers")
    house.type("1")
    page.left.emit()
    house.page(LibraryPage)
    assert "answer = 4000000" in house.path.read_text("utf-8")


def test_a_deleted_file_is_said_and_written_anew(house: House) -> None:
    """Everything is kept here until then."""
    page = house.edit()
    house.path.unlink()
    house.wait(page.notice.isVisible)
    assert "was deleted, moved away" in page.notice.words
    page.notice.step.emit("anew")
    house.wait(house.path.exists)
    house.wait(lambda: not page.notice.isVisible())
    assert house.deck().questions[0].id == "qaaaaaaaaa"


def test_a_file_that_was_emptied_is_written_anew_or_asked_about(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leaving it asks first, though the words are kept as a draft."""
    asked: list[str] = []

    def stay(
        _parent: object, _theme: object, _title: str, text: str, *_more: str, careful: bool
    ) -> bool:
        asked.append(text)
        return not careful

    monkeypatch.setattr("quizapp.ui.confirm.ask", stay)
    page = house.edit()
    house.path.write_bytes(b"")
    house.wait(page.notice.isVisible)
    page.focus_first()
    house.type("!")
    page.left.emit()
    assert len(asked) == 1
    assert "deleted, moved away or emptied" in asked[0]
    assert house.path.read_bytes() == b""
    page.notice.step.emit("anew")
    house.wait(lambda: house.path.stat().st_size > 0)
    house.wait(lambda: not page.notice.isVisible())
    assert house.deck().questions[0].prompt.endswith("!")


def test_a_deck_whose_folder_goes_and_comes_back(house: House) -> None:
    """What was typed meanwhile goes into it, though nothing is typed any more."""
    page = house.edit()
    aside = house.home.root / "aside"
    house.home.decks.rename(aside)
    house.wait(page.notice.isVisible)
    page.focus_first()
    house.type("!")
    house.wait(lambda: page.bar.state.text() == "The file is gone or empty; all is kept here")
    assert not house.home.decks.exists()
    aside.rename(house.home.decks)
    house.wait(lambda: house.deck().questions[0].prompt.endswith("!"))
    house.wait(lambda: not page.notice.isVisible())


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


def test_the_kind_is_changed_after_a_word_about_what_is_dropped(house: House) -> None:
    """No leaves the question as it is."""
    page = house.edit()
    page.list.list.choose("qaaaaaaaab")
    page.form.kind_wanted.emit(Kind.TRUE_FALSE)
    dialog = house.dialog(Confirm)
    assert "the answer: “Elva Margariti”" in dialog.accessibleDescription()
    dialog.reject()
    assert page.form.fields().kind is Kind.SHORT
    page.form.kind_wanted.emit(Kind.TRUE_FALSE)
    house.dialog(Confirm).accept()
    assert page.form.fields().kind is Kind.TRUE_FALSE


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
