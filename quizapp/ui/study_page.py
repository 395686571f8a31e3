"""The study page: one column with the question, the answer, and a foot that never moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from quizapp.content.mark import DontKnow, Response, Typed
from quizapp.schedule.log import Rating
from quizapp.study.view import (
    AnswerShown,
    EndShown,
    Notice,
    QuestionShown,
    Scope,
    Stage,
    StudyDoor,
    Wanted,
)
from quizapp.ui.announce import announce
from quizapp.ui.command import Command as MenuCommand
from quizapp.ui.command_study import of_card
from quizapp.ui.controls import INNER, MARGIN, Toast
from quizapp.ui.end_page import EndPage
from quizapp.ui.flag_dialog import FlagDialog
from quizapp.ui.icons import Icons
from quizapp.ui.key_pauses import KeyPauses
from quizapp.ui.keys_help import KeysHelp
from quizapp.ui.study_frame import StudyFrame
from quizapp.ui.study_keys import Command, command_of, digit_of, why_idle
from quizapp.ui.theme import Theme
from quizapp.words.study import idle
from quizapp.words.study import notice as notice_words
from quizapp.words.troubles import describe


class StudyPage(QWidget):
    """A screen for one sitting (`StudyView`): shows what it is given, says what was done.

    Args:
        running_s: seconds of a clock that never runs back.

    Signals:
        left: the student is done with the end.
        edit: ids of the deck and the question that the student wants to write in.
    """

    left = Signal()
    edit = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        running_s: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pauses = KeyPauses(running_s)
        self._door: StudyDoor | None = None
        self._stage = Stage.FINISHED
        self._question: QuestionShown | None = None
        self._answer: AnswerShown | None = None
        self._pressed: Command | None = None
        self._said = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.frame = StudyFrame(theme, icons, self._pauses, self)
        self.end_page = EndPage(theme, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.frame)
        self._stack.addWidget(self.end_page)
        self.toast = Toast(theme, self)
        self._commands: dict[Command, Callable[[], None]] = {
            Command.ENTER: self._enter,
            Command.HINT: self._hint,
            Command.GUESSED: self._guess,
            Command.OVERRULE: self._overrule,
            Command.ACCEPT: self._accept,
            Command.PARAGRAPH: self._paragraph,
            Command.UNDO: self._undo,
            Command.FLAG: self._ask_flag,
            Command.SUSPEND: self._suspend,
            Command.BURY: self._bury,
            Command.EDIT: self._edit,
            Command.KEYS: self._show_keys,
            Command.END: self._end,
        }
        frame, foot, answer = self.frame, self.frame.foot, self.frame.answer
        frame.question.responded.connect(self._respond)
        frame.question.lacking.connect(self._say)
        self.toast.room_wanted.connect(self.frame.leave_room)
        frame.ended.connect(self._end)
        foot.entered.connect(self._enter)
        foot.unknown.connect(self._dont_know)
        foot.hinted.connect(self._hint)
        foot.rated.connect(self._rate)
        foot.undone.connect(self._undo)
        foot.flagged.connect(self._ask_flag)
        foot.suspended.connect(self._suspend)
        foot.buried.connect(self._bury)
        foot.keys_wanted.connect(self._show_keys)
        answer.guessed.connect(self._guess)
        answer.overruled.connect(self._overrule)
        answer.accepted.connect(self._accept)
        answer.started_over.connect(self._start_over)
        self.end_page.again.connect(self._ask_again)
        self.end_page.more.connect(self._five_more)
        self.end_page.left.connect(self.left)

    @property
    def stage(self) -> Stage:
        """Which side is up."""
        return self._stage

    def commands(self) -> tuple[MenuCommand, ...]:
        """What can be done with this card, for the menu of commands."""
        return of_card(self._question, self._answer, self._stage, self._commands)

    def attend(self, door: StudyDoor) -> None:
        """Tell `door` from now on what the student does."""
        self._door = door

    # What the sitting shows.

    def show_question(self, shown: QuestionShown) -> None:
        """Put the question side up.

        What was typed stays where the same question is shown once more, as after a flag.
        """
        before, asking = self._question, self._stage is Stage.ASKING
        self._question, self._stage, self._answer = shown, Stage.ASKING, None
        if asking and before is not None and _same(before, shown):
            self.frame.show_flag(flagged=shown.flagged)
            return
        self._take_focus()
        self.setUpdatesEnabled(False)
        self.toast.hide()
        self._pauses.question_came_up()
        self._stack.setCurrentWidget(self.frame)
        self.frame.show_question(shown)
        self.setUpdatesEnabled(True)
        self.frame.question.focus()
        self._tell(self.frame.prompt.words())

    def show_answer(self, shown: AnswerShown) -> None:
        """Put the answer side up, or refresh it."""
        before = self._question
        same_card = before is not None and before.card == shown.question.card
        fresh = self._stage is not Stage.ANSWERED or not same_card
        if fresh and (before is None or not _alike(before, shown.question)):
            # Its question side was not up before it.
            self.frame.show_question(shown.question)
        self._question, self._stage, self._answer = shown.question, Stage.ANSWERED, shown
        if fresh and isinstance(shown.response, Typed):
            self._pauses.typed_answer_marked()
        if fresh:
            # Before the fields and options go, or Qt hands the focus to some button.
            self._take_focus()
        self.setUpdatesEnabled(False)
        self._stack.setCurrentWidget(self.frame)
        self.frame.show_answer(shown, fresh=fresh)
        self.setUpdatesEnabled(True)
        self._tell(self.frame.answer.spoken())

    def show_finished(self, shown: EndShown) -> None:
        """Put the end up."""
        self._question, self._stage, self._answer = None, Stage.FINISHED, None
        self._take_focus()
        self.toast.hide()
        self.end_page.show_end(shown)
        self._stack.setCurrentWidget(self.end_page)
        self._tell(self.end_page.words())

    def show_notice(self, notice: Notice) -> None:
        """Say one line that goes away by itself, or why a key does nothing here."""
        if notice is not Notice.NOT_NOW or not self._say_why_idle(self._pressed):
            self._say(notice_words(notice.value))

    def show_trouble(self, error: Exception) -> None:
        """Say that a step could not be written, until the next question is up."""
        self._say(str(describe(error)), stays=True)

    # What the student does.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take a key that no control wanted."""
        if event.isAutoRepeat() and event.key() not in _SCROLLING:
            return
        typing = isinstance(self.focusWidget(), QLineEdit) and not self._pauses.undoes(event)
        command = command_of(
            event.key(), event.modifiers(), event.text(), self._stage, typing=typing
        )
        self._pressed = command
        plain = command not in _NEVER_TYPED and event.modifiers() in _TYPING
        if plain and self._stage is Stage.ANSWERED and self._pauses.typed_on():
            return
        if command is Command.DIGIT:
            self._digit(digit_of(event.key()) or 0)
        elif command is not None:
            self._commands[command]()
            self._keep_in_sight()
        elif not self._moved(Qt.Key(event.key()), typing=typing):
            super().keyPressEvent(event)
        self._pressed = None

    def _moved(self, key: Qt.Key, *, typing: bool) -> bool:
        asking = self._stage is Stage.ASKING
        if self._stage is Stage.FINISHED:
            return self.end_page.scroll_by_key(key)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if key == Qt.Key.Key_Down else -1
            if asking and self.frame.question.step(by):
                self._keep_in_sight()
            else:
                self.frame.scroll_by(by * 0.15)
            return True
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.frame.scroll_by(0.9 if key == Qt.Key.Key_PageDown else -0.9)
            return True
        if key == Qt.Key.Key_Backspace and asking and not typing:
            self.frame.question.take_back()
            self._keep_in_sight()
            return True
        return False

    def _keep_in_sight(self) -> None:
        if self._stage is Stage.ASKING:
            self.frame.keep_in_sight(self.frame.question.marked())

    def _digit(self, digit: int) -> None:
        if self._pauses.deaf_to_digits():
            return
        stage, before = self._stage, self._question
        if stage is Stage.ASKING:
            self._digit_of_question(digit)
        elif stage is Stage.ANSWERED and 1 <= digit <= len(Rating):
            self._rate(Rating(digit))
        if self._stage is not stage or self._question is not before:
            self._pauses.digit_changed_sides()

    def _digit_of_question(self, digit: int) -> None:
        if digit == 0:
            if not self._pauses.deaf_to_giving_up():
                self._dont_know()
        elif self.frame.question.press(digit):
            self._keep_in_sight()
        elif self.frame.question.closed():
            self._say(idle("closed"))

    def _enter(self) -> None:
        if self._stage is Stage.ASKING:
            if self._pauses.deaf_to_giving_up() and not self.frame.question.begun():
                return
            response = self.frame.question.enter()
            if response is not None:
                self._respond(response)
        elif self._answer is not None and self._answer.judging:
            self._say_why_idle(Command.ENTER)
        elif self._stage is Stage.ANSWERED:
            if self._door is not None:
                self._door.go_on()
        else:
            self.left.emit()

    def _respond(self, response: Response) -> None:
        if self._door is not None:
            self._door.respond(response)

    def _dont_know(self) -> None:
        self._respond(DontKnow())

    def _hint(self) -> None:
        shown = self._question
        if self._stage is not Stage.ASKING or shown is None or not shown.hint:
            self._say_why_idle(Command.HINT)
            return
        self.frame.question.show_hint(shown.hint)
        self.frame.foot.hint_is_shown()
        self._tell(shown.hint)
        if self._door is not None:
            self._door.hint()

    def _rate(self, rating: Rating) -> None:
        if self._door is not None:
            self._door.rate(rating)

    def _guess(self) -> None:
        if self._door is not None:
            self._door.guess()

    def _overrule(self) -> None:
        if self._door is not None:
            self._door.overrule()

    def _accept(self) -> None:
        if self._door is not None:
            self._door.accept()

    def _paragraph(self) -> None:
        if not self.frame.answer.evidence.toggle_paragraph():
            self._say_why_idle(Command.PARAGRAPH)

    def _undo(self) -> None:
        if self._door is not None:
            self._door.undo()
            self._pauses.undone()

    def _suspend(self) -> None:
        if self._door is not None:
            self._door.suspend()

    def _bury(self) -> None:
        if self._door is not None:
            self._door.bury()

    def _start_over(self) -> None:
        if self._door is not None:
            self._door.start_over()

    def _end(self) -> None:
        if self._stage is Stage.FINISHED:
            self.left.emit()
        elif self._door is not None:
            self._door.end()

    def _ask_flag(self) -> None:
        if self._question is None:
            self.show_notice(Notice.NOT_NOW)
            return
        dialog = FlagDialog(self._theme, flagged=self._question.flagged, parent=self)
        dialog.decided.connect(self._flag)
        dialog.edit.connect(self._edit)
        dialog.open()

    def _edit(self) -> None:
        if self._question is not None:
            self.edit.emit(self._question.deck, self._question.question)

    def _flag(self, reason: str) -> None:
        if self._door is not None:
            self._door.flag(reason)

    def _show_keys(self) -> None:
        KeysHelp(self._theme, self).open()

    def _ask_again(self, cards: tuple[str, ...]) -> None:
        if self._door is not None:
            self._door.start(Wanted(Scope.CARDS, cards=cards))

    def _five_more(self) -> None:
        if self._door is not None:
            self._door.start(Wanted(Scope.FIVE_MORE))

    def _say(self, words: str, *, stays: bool = False) -> None:
        ended = self._stage is Stage.FINISHED
        self.toast.set_above(MARGIN if ended else self.frame.foot_height() + INNER)
        self.toast.say(words, stays=stays)

    def _say_why_idle(self, command: Command | None) -> bool:
        """Say why a command does nothing here; False where there is no reason to tell."""
        why = why_idle(command, self._answer) if command is not None else ""
        if why:
            self._say(idle(why))
        return bool(why)

    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, words: str) -> None:
        """Tell a screen reader, but not the same twice."""
        self.setAccessibleName(words)
        if words != self._said:
            self._said = words
            announce(self, words)


_NEVER_TYPED = {None, Command.ENTER, Command.END}
_TYPING = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def _same(one: QuestionShown, other: QuestionShown) -> bool:
    """The same showing of a card, but for its flag."""
    return replace(one, flagged=other.flagged, can_undo=other.can_undo) == other


def _alike(one: QuestionShown, other: QuestionShown) -> bool:
    """The same card asked in the same way, whatever its place in the sitting."""
    return (one.card, one.form, one.options, one.left) == (
        other.card,
        other.form,
        other.options,
        other.left,
    )
