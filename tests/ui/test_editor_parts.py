"""Parts of the editor by themselves: rows, a source, the deck's own page, saving by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_desk import ROWS, TEXT, FakeDesk
from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from quizapp.author.told import NewSource, Saved, SaveState
from quizapp.content.question import Kind
from quizapp.ui.editor_conflict import readable
from quizapp.ui.editor_head import EditorHead
from quizapp.ui.editor_lines import AGED, Sieve
from quizapp.ui.editor_paste import EditorPaste
from quizapp.ui.editor_saving import EditorSaving
from quizapp.ui.editor_sources import SourceDialog
from quizapp.ui.low_scroll import LowScroll
from quizapp.ui.menu_button import MenuButton
from quizapp.ui.theme import Theme

WAITS_MS = 10_000


@pytest.fixture
def paste(qtbot: QtBot, theme: Theme) -> EditorPaste:
    """Rows on a page of their own."""
    made = EditorPaste(theme)
    qtbot.addWidget(made)
    return made


def take(paste: EditorPaste, name: str, option: str) -> None:
    """Choose an option of one of the menus."""
    button = paste.findChild(MenuButton, name)
    assert button is not None
    button.choose(option)
    button.taken.emit(option)


def test_rows_are_seen_before_they_are_added(paste: EditorPaste) -> None:
    """Those that are left out come first, with the reason."""
    paste.show_text(ROWS)
    assert paste.words.startswith("3 rows become questions. 1 row is left out")
    rows = paste.table.rows
    assert rows.rowCount() == 4
    assert rows.data(rows.index(0, 0)) == "Capital of Serbia"
    assert "only one cell" in str(rows.data(rows.index(0, rows.columnCount() - 1)))


def test_what_a_column_holds_can_be_said(paste: EditorPaste) -> None:
    """The third column as wrong options, and each row is a choice."""
    added = QSignalSpy(paste.added)
    paste.show_text(ROWS)
    take(paste, "column 2", "wrong")
    take(paste, "kind", Kind.CHOICE.value)
    paste.add.click()
    made = added.at(0)[0]
    assert [question.kind for question in made] == [Kind.CHOICE] * 3
    assert made[0].body.wrong == ("Durrës", "Shkodër")


def test_another_separator_cuts_anew(paste: EditorPaste) -> None:
    """Where the guess was wrong, the author says what stands between."""
    paste.show_text("Tirana, capital of Albania; Pristina, capital of Kosovo")
    take(paste, "cells", ",")
    take(paste, "rows", ";")
    assert paste.words.startswith("2 rows become questions.")


def test_the_first_row_may_name_the_columns(paste: EditorPaste) -> None:
    """It is no question then."""
    paste.show_text(ROWS)
    take(paste, "first", "heading")
    assert paste.words.startswith("2 rows become questions.")


@pytest.mark.parametrize("text", ["", "one line", '"never closed\tand so on', "\x00\x01"])
def test_what_is_no_table_adds_nothing(paste: EditorPaste, text: str) -> None:
    """And says so."""
    paste.show_text(text)
    assert paste.words.startswith("0 rows become questions.")
    assert not paste.add.isEnabled()


def test_a_source_needs_a_title_and_a_date_that_is_sure(qtbot: QtBot, theme: Theme) -> None:
    """What is no date is said where it is typed, and nothing is sent."""
    dialog = SourceDialog(theme, None)
    qtbot.addWidget(dialog)
    told = QSignalSpy(dialog.told)
    assert not dialog.yes.isEnabled()
    dialog.title.setText("  Old bridge   reopens ")
    dialog.published.setText("soon")
    dialog.accept()
    assert told.count() == 0
    dialog.published.setText("3 April 2022")
    dialog.text.set_text(TEXT)
    dialog.accept()
    assert told.at(0)[0] == NewSource("Old bridge reopens", "", "3 April 2022", "", TEXT)


def test_the_text_of_a_source_is_read_from_a_file(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    """What the file says of itself fills the fields that are empty."""
    path = tmp_path / "bridge.md"
    path.write_text(f"# Old bridge reopens\n\n{TEXT}\n", encoding="utf-8")
    dialog = SourceDialog(theme, None)
    qtbot.addWidget(dialog)
    dialog.read_file(path)
    qtbot.waitUntil(lambda: "reopened on Friday" in dialog.text.text(), timeout=WAITS_MS)
    assert dialog.title.text() == "Old bridge reopens"


@pytest.fixture
def head(qtbot: QtBot, theme: Theme) -> EditorHead:
    """The deck's own page."""
    made = EditorHead(theme)
    qtbot.addWidget(made)
    made.show_desk(FakeDesk())
    return made


def test_the_decks_own_fields_are_sent_when_one_leaves(head: EditorHead) -> None:
    """Authors one a line; empty lines are none."""
    changed = QSignalSpy(head.changed)
    head.title.setText("Bridges")
    head.title.textEdited.emit("Bridges")
    head.authors.set_text("Mira Hoxha\n\nArben Gashi")
    head.send()
    fields = changed.at(0)[0]
    assert (fields.title, fields.authors) == ("Bridges", ("Mira Hoxha", "Arben Gashi"))


def test_a_deck_keeps_its_title_while_none_is_typed(head: EditorHead) -> None:
    """It is said, and nothing is sent."""
    changed = QSignalSpy(head.changed)
    head.title.setText("")
    head.send()
    assert changed.count() == 0


def test_a_source_on_which_questions_rest_cannot_be_removed(head: EditorHead) -> None:
    """One on which none rests can."""
    assert head.findChild(QAbstractButton, "change bridge") is not None
    assert head.findChild(QAbstractButton, "remove bridge") is None
    head.show_desk(FakeDesk(start=[]))
    desk = FakeDesk(start=[])
    desk.add_source(NewSource("Another"))
    head.show_desk(desk)
    assert head.findChild(QAbstractButton, "remove s0") is not None


@pytest.fixture
def saving(qtbot: QtBot) -> Iterator[EditorSaving]:
    """Saving for a desk on which something waits."""
    assert qtbot is not None
    owner = QObject()
    made = EditorSaving(owner)
    made.attend(FakeDesk())
    yield made
    made.attend(None)
    QThreadPool.globalInstance().waitForDone(WAITS_MS)
    owner.deleteLater()


def desk_of(saving: EditorSaving) -> FakeDesk:
    """A desk with a change that waits."""
    desk = FakeDesk()
    saving.attend(desk)
    desk.tag((desk.keys[0],), "stone")
    return desk


def test_it_saves_at_the_latest_though_typing_goes_on(qtbot: QtBot, saving: EditorSaving) -> None:
    """A letter every tenth of a second does not put it off for ever."""
    desk = desk_of(saving)
    ended = QSignalSpy(saving.ended)
    typing = QTimer()
    typing.setInterval(100)
    typing.timeout.connect(saving.touch)
    typing.start()
    qtbot.waitUntil(lambda: ended.count() > 0, timeout=WAITS_MS)
    typing.stop()
    assert desk.saved
    assert ended.at(0)[0].state is SaveState.SAVED


def test_flush_writes_before_it_returns(saving: EditorSaving) -> None:
    """Nothing waits any more."""
    desk = desk_of(saving)
    saving.touch()
    assert saving.flush() is SaveState.SAVED
    assert len(desk.saved) == 1
    assert desk.begin_save() is None


def test_what_cannot_be_written_is_kept_and_tried_again(
    qtbot: QtBot, saving: EditorSaving
) -> None:
    """It is told each time, and written once it can be."""
    desk = desk_of(saving)
    desk.outcome = Saved(SaveState.FAILED, error=OSError(28, "No space left on device"))
    assert saving.flush() is SaveState.FAILED
    assert not desk.saved
    desk.outcome = None
    saving.save()
    qtbot.waitUntil(lambda: bool(desk.saved), timeout=WAITS_MS)
    qtbot.waitUntil(lambda: not saving.saving, timeout=WAITS_MS)


@pytest.mark.parametrize(
    ("sieve", "count"),
    [
        (Sieve(), 3),
        (Sieve(kind=Kind.NUMBER.value), 1),
        (Sieve(tag="bridges"), 2),
        (Sieve(kind=Kind.SHORT.value, tag="rivers"), 1),
        (Sieve(state=AGED), 1),
        (Sieve(state="unfinished"), 0),
        (Sieve(tag="none has this"), 0),
    ],
)
def test_a_sieve_lets_through_what_it_is_for(sieve: Sieve, count: int) -> None:
    """Each limit by itself and together."""
    desk = FakeDesk()
    desk.aged.add(desk.keys[1])
    assert len(sieve.listed(desk.line(key) for key in desk.keys)) == count


def test_a_low_scroll_is_never_higher_than_it_may(qtbot: QtBot, theme: Theme) -> None:
    """As high as its content until then."""
    inner = EditorHead(theme)
    low = LowScroll(theme, inner, lambda: 90)
    qtbot.addWidget(low)
    low.resize(400, 400)
    low.show()
    low.fit()
    assert low.height() <= 90


def test_both_sides_of_a_conflict_show_their_remarks() -> None:
    """A remark that only one side has is seen before it is thrown away."""
    block = (
        '# Hard.\n[[question]]\nid = "aaaaaaaaaa"\nprompt = "One?"  # ask Mira\nanswer = "#1"\n'
    )
    assert readable(block) == ["Question: One?", "Answer: #1", "# Hard.", "# ask Mira"]
