"""The study page: what each side shows, in the room it has, and for a screen reader."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from pathlib import Path

import pytest
import study_samples as samples
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QProgressBar,
    QWidget,
)
from study_page_desk import Desk

from quizapp.study.view import GAP, Notice, Scope, Stage, Wanted
from quizapp.ui.end_page import MissedCard
from quizapp.ui.flag_dialog import FlagDialog
from quizapp.ui.icons import Icons
from quizapp.ui.keys_help import KeysHelp
from quizapp.ui.study_page import StudyPage
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Size, Theme

NAMES = tuple(samples.QUESTIONS)
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
ALT = Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize("name", NAMES)
def test_prompt_and_foot_stand_still(desk: Desk, name: str) -> None:
    """From the question side to the answer side neither prompt nor foot moves."""
    desk.ask(name)
    QApplication.processEvents()
    frame = desk.page.frame
    before = [widget.mapTo(desk.page, QPoint(0, 0)) for widget in (frame.prompt, frame.foot)]
    desk.page.show_answer(samples.ANSWERS[name])
    QApplication.processEvents()
    after = [widget.mapTo(desk.page, QPoint(0, 0)) for widget in (frame.prompt, frame.foot)]
    assert after == before


def test_the_head_stands_on_one_line(desk: Desk) -> None:
    """The count of questions and the way out are equally high up."""
    desk.ask("choice")
    QApplication.processEvents()
    frame = desk.page.frame
    middles = [
        widget.mapTo(desk.page, widget.rect().center()).y() for widget in (frame.count, frame.end)
    ]
    assert abs(middles[0] - middles[1]) <= 1


def test_the_paragraph_opens_on_m(desk: Desk) -> None:
    """M shows the whole paragraph, and once more the neighbours."""
    desk.answer("short")
    passage = desk.page.frame.answer.evidence._passage
    assert "Four members" not in passage.text()
    desk.press(Qt.Key.Key_M)
    assert "Four members" in passage.text()
    desk.press(Qt.Key.Key_M)
    assert "Four members" not in passage.text()


def test_a_recall_is_judged_by_four_ratings(desk: Desk) -> None:
    """After a recall no mark and no "Next" stand there, but the ratings."""
    desk.answer("flashcard")
    foot = desk.page.frame.foot
    assert not foot.main.isVisible()
    assert all(button.isVisible() for button in foot.ratings)
    assert not desk.page.frame.answer.mark.isVisible()


def test_next_says_when_it_comes_back(desk: Desk) -> None:
    """The button that goes on names the interval of the rating in force."""
    desk.answer("choice")
    assert desk.page.frame.foot.main.caption == "in 2 days"


def test_what_was_typed_outlives_a_flag(desk: Desk) -> None:
    """The same question shown again with a flag keeps the letters in its field."""
    desk.ask("short")
    desk.type("Vjo")
    desk.page.show_question(replace(samples.SHORT, flagged=True))
    assert desk.page.frame.question.fields.texts() == ("Vjo",)
    assert desk.page.frame.flag.isVisible()


def test_a_question_asked_again_is_empty(desk: Desk) -> None:
    """Taken back from its answer side, a question has no letters and no verdicts."""
    desk.ask("short")
    desk.type("Vjo")
    desk.page.show_answer(samples.ANSWERS["short"])
    desk.ask("short")
    assert desk.page.frame.question.fields.texts() == ("",)
    assert not desk.page.frame.answer.isVisible()


def test_a_gap_is_a_blank(desk: Desk) -> None:
    """The sign for a gap is never shown; a screen reader hears a blank."""
    desk.ask("cloze")
    told = desk.page.frame.prompt.prompt.text()
    assert GAP not in told
    assert "(blank)" in told


def test_flagging_asks_for_a_reason(desk: Desk) -> None:
    """F opens a dialog whose words go to the sitting."""
    desk.ask("short-choose")
    desk.press(Qt.Key.Key_F)
    dialog = desk.page.findChild(FlagDialog)
    assert isinstance(dialog, FlagDialog)
    assert not dialog.flag.isEnabled()
    desk.qtbot.keyClicks(dialog.field, "she left office")
    desk.qtbot.keyClick(dialog.field, ENTER)
    assert desk.door.calls == [("flag", "she left office")]


def test_a_flag_can_be_taken_away(desk: Desk) -> None:
    """A flagged card offers to take the flag away, which is an empty reason."""
    desk.page.show_question(replace(samples.CHOICE, flagged=True))
    desk.press(Qt.Key.Key_F)
    dialog = desk.page.findChild(FlagDialog)
    assert isinstance(dialog, FlagDialog)
    dialog.unflag.click()
    assert desk.door.calls == [("flag", "")]


def test_the_keys_are_listed(desk: Desk) -> None:
    """`?` opens the list of keys."""
    desk.ask("choice")
    desk.press(Qt.Key.Key_Question)
    assert isinstance(desk.page.findChild(KeysHelp), KeysHelp)


def test_a_notice_goes_by_itself(desk: Desk) -> None:
    """A notice stands above the foot until its timer is over."""
    desk.ask("choice")
    desk.page.show_notice(Notice.UNDONE)
    toast = desk.page.toast
    assert toast.isVisible()
    assert toast._timer.isActive()
    toast._timer.timeout.emit()
    assert not toast.isVisible()


def test_trouble_stays_and_says_what_to_do(desk: Desk) -> None:
    """An answer that could not be written is told until the next question is up."""
    desk.answer("choice")
    desk.page.show_trouble(OSError("no space"))
    assert desk.page.toast.isVisible()
    assert not desk.page.toast._timer.isActive()
    assert desk.page.stage is Stage.ANSWERED
    desk.ask("multi")
    assert not desk.page.toast.isVisible()


def test_the_end_asks_the_missed_again(desk: Desk) -> None:
    """One click asks one missed question again, another all of them."""
    desk.page.show_finished(samples.END)
    desk.page.end_page.all_again.click()
    desk.page.end_page.findChildren(MissedCard)[1].findChildren(QAbstractButton)[0].click()
    assert desk.door.calls == [
        ("start", Wanted(Scope.CARDS, cards=("a", "b"))),
        ("start", Wanted(Scope.CARDS, cards=("b",))),
    ]


@pytest.mark.parametrize("key", [ENTER, ESCAPE])
def test_the_end_is_left_by_key(desk: Desk, key: Qt.Key) -> None:
    """Enter and Esc go back to Today from the end."""
    desk.page.show_finished(samples.END)
    with desk.qtbot.waitSignal(desk.page.left):
        desk.press(key)


def test_an_image_is_decoded_no_larger_than_shown(desk: Desk, tmp_path: Path) -> None:
    """A large image is scaled while it is read; one that is none shows its description."""
    path = tmp_path / "large.png"
    image = QImage(3000, 2000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.save(str(path))
    desk.page.show_question(replace(samples.CHOICE, image=path, image_alt="A flag"))
    picture = desk.page.frame.prompt.picture
    picture.grab()
    assert 0 < picture._pixmap.width() <= desk.page.width()
    path.write_bytes(b"no image")
    other = tmp_path / "none.png"
    other.write_bytes(b"no image")
    desk.page.show_question(replace(samples.MULTI, image=other, image_alt="A map"))
    assert picture.broken
    assert picture.accessibleName() == "A map"


def test_markdown_shows_no_html_and_fetches_nothing(desk: Desk, tmp_path: Path) -> None:
    """Raw HTML stays letters, and an image from elsewhere is not loaded."""
    secret = tmp_path / "secret.png"
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.save(str(secret))
    prompt = f"<b>x</b> ![pic]({secret.as_uri()})"
    desk.page.show_question(replace(samples.FLASHCARD, prompt=prompt))
    view = desk.page.frame.prompt.markdown
    assert "<b>" in view.words()
    assert view.document().size().height() < 200


def test_right_to_left_prompts_stand_at_the_right(desk: Desk) -> None:
    """Arabic is laid out from the right."""
    desk.page.show_question(replace(samples.CHOICE, prompt="من كتب الرسالة؟"))
    assert desk.page.frame.prompt.prompt._block.right_to_left


HOSTILE = "Donaudampfschifffahrtsgesellschaftskapitän" * 8


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("hostile", [False, True])
def test_nothing_is_clipped(desk: Desk, theme: Theme, name: str, size: int, hostile: bool) -> None:
    """At 900×600, at 200 % and with hostile words, all fits sideways and has its height."""
    theme.set_text_size(size)
    question, shown = samples.QUESTIONS[name], samples.ANSWERS[name]
    if hostile:
        options = tuple(f"{HOSTILE} {option}" for option in question.options)
        left = tuple(f"{HOSTILE} {words}" for words in question.left)
        question = replace(question, prompt=HOSTILE, options=options, left=left)
        shown = replace(shown, question=question, answer=HOSTILE, explanation=HOSTILE)
    desk.page.show_question(question)
    _settle()
    _assert_all_fits(desk.page)
    desk.page.show_answer(shown)
    _settle()
    _assert_all_fits(desk.page)


def test_going_on_widens_no_window(desk: Desk, theme: Theme) -> None:
    """From one card to the next, with large text, the window stays as wide as it is."""
    theme.set_text_size(200)
    for name in ("choice", "short", "flashcard", "multi", "short-choose", "cloze"):
        desk.answer(name)
        QApplication.processEvents()
        assert desk.page.width() == 900, name


def test_the_end_is_not_clipped(desk: Desk, theme: Theme) -> None:
    """At 200 % and 900×600 the end fits sideways."""
    theme.set_text_size(200)
    desk.page.show_finished(samples.END)
    _settle()
    _assert_all_fits(desk.page)


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def _assert_all_fits(page: StudyPage) -> None:
    assert page.width() == 900
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or widget.width() == 0:
            continue
        left = widget.mapTo(page, QPoint(0, 0)).x()
        assert left >= 0, widget
        assert left + widget.width() <= page.width(), widget
        if isinstance(widget, TextLabel) or (
            isinstance(widget, QAbstractButton) and widget.hasHeightForWidth()
        ):
            assert widget.height() >= widget.heightForWidth(widget.width()), widget
        elif isinstance(widget, QAbstractButton):
            assert widget.width() >= widget.sizeHint().width(), widget.accessibleName()


@pytest.mark.parametrize("name", NAMES)
def test_every_control_has_a_name(desk: Desk, name: str) -> None:
    """Whatever takes the focus, or shows progress, has a name for a screen reader."""
    desk.ask(name)
    _assert_named(desk.page)
    desk.page.show_answer(samples.ANSWERS[name])
    _assert_named(desk.page)


def _assert_named(page: QWidget) -> None:
    for widget in page.findChildren(QWidget):
        takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if not widget.isVisible() or not (takes or isinstance(widget, QProgressBar)):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget


def test_a_closed_page_is_let_go(theme: Theme) -> None:
    """Nothing keeps a page alive once it is closed."""
    page = StudyPage(theme, Icons(samples.ICONS, theme), lambda: 0.0)
    page.attend(samples.RecordingDoor())
    page.show_question(samples.CHOICE)
    page.show_answer(samples.ANSWERS["choice"])
    gone = weakref.ref(page)
    page.close()
    del page
    gc.collect()
    assert gone() is None


def test_a_long_prompt_is_set_smaller(desk: Desk) -> None:
    """Over 80 characters the prompt has the smaller size."""
    desk.page.resize(1280, 800)
    desk.ask("choice")
    large = desk.page.frame.prompt.prompt.font().pointSizeF()
    desk.page.show_question(replace(samples.CHOICE, prompt="word " * 17))
    small = desk.page.frame.prompt.prompt.font().pointSizeF()
    assert (large, small) == (Size.PROMPT.value, Size.PROMPT_LONG.value)
