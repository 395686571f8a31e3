"""The ways into the editor and back: from Library, from a sitting, from the list of old facts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_house import OTHER, House
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.author.told import SaveState
from quizapp.study.view import Stage
from quizapp.ui.confirm import Confirm
from quizapp.ui.editor_ask import AskDeck
from quizapp.ui.facts_page import FactsPage
from quizapp.ui.flag_dialog import FlagDialog
from quizapp.ui.library_page import LibraryPage
from quizapp.ui.study_page import StudyPage
from quizapp.ui.theme import Theme
from quizapp.ui.today_page import TodayPage


@pytest.fixture
def house(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[House]:
    """A window on a home with one deck of two questions."""
    made = House(qtbot, theme, tmp_path / "home")
    yield made
    made.close()


def test_a_bundled_deck_is_looked_at_as_it_is(house: House) -> None:
    """Who changes nothing has no copy."""
    bundled = next(one for one in house.rooms.library.lines() if one.entry.bundled)
    before = set(house.home.decks.iterdir())
    house.library().edit.emit(bundled.entry.path)
    page = house.editor()
    page.left.emit()
    house.page(LibraryPage)
    assert set(house.home.decks.iterdir()) == before
    assert "your own copy" not in house.said()


def test_a_bundled_deck_is_edited_as_a_copy_of_ones_own(house: House) -> None:
    """Made with the first change, said once; Library uses the copy from then on."""
    bundled = next(one for one in house.rooms.library.lines() if one.entry.bundled)
    house.library().edit.emit(bundled.entry.path)
    page = house.editor()
    assert page.desk is not None
    assert page.desk.path == bundled.entry.path
    house.type("!")
    house.wait(lambda: "your own copy" in house.said())
    assert page.desk.path.parent == house.home.decks
    house.wait(lambda: page.bar.state.text() == "Saved")
    assert house.deck(page.desk.path).questions[0].prompt.endswith("!")
    house.rooms.rescan()
    used = house.rooms.library.line(bundled.entry.id)
    assert used is not None
    assert used.entry.path == page.desk.path


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
