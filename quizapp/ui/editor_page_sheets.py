"""What stands on the editor's page: its columns, and the sheets that take their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from quizapp.author.door import Desk
from quizapp.author.told import Changed, Line
from quizapp.ui.columns import Columns
from quizapp.ui.controls import MARGIN
from quizapp.ui.editor_at_hand import AtHand, Told
from quizapp.ui.editor_bar import EditorBar
from quizapp.ui.editor_conflict import EditorConflict
from quizapp.ui.editor_empty import EditorEmpty
from quizapp.ui.editor_form import EditorForm
from quizapp.ui.editor_head import EditorHead
from quizapp.ui.editor_list import EditorList
from quizapp.ui.editor_notice import EditorNotice
from quizapp.ui.editor_offer import EditorOffer
from quizapp.ui.editor_paste import EditorPaste
from quizapp.ui.editor_preview import EditorPreview
from quizapp.ui.editor_words import save_words
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme
from quizapp.words import _

MANY = 300  # questions; what is done with more of them is done in several turns of the window
_SHARES = (10, 12, 11)
"""Of the width: pairs of the preview want as much as the form does, without its edges."""


class EditorSheets(QWidget):
    """Shows one deck on the desk, and what a step changed of it.

    Args:
        running_s: seconds of a clock that never runs back.

    Attributes:
        bar, notice, offer, list, form, preview, head, paste, conflict: its parts.
    """

    def __init__(self, theme: Theme, icons: Icons, running_s: Callable[[], float]) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self._at = ""
        self._saving = False
        self.bar = EditorBar(theme)
        self.notice, self.offer = EditorNotice(theme), EditorOffer(theme)
        self.list = EditorList(theme)
        self.form = EditorForm(theme, icons)
        self.empty = EditorEmpty(theme)
        self.preview = EditorPreview(theme, icons, running_s)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.form)
        self._middle.addWidget(self.empty)
        self.columns = Columns(theme, self.list, self._middle, self.preview, _SHARES)
        self.columns.set_words(_("Questions"), _("Question"), _("Preview"))
        self.head = EditorHead(theme)
        self.paste = EditorPaste(theme)
        self.conflict = EditorConflict(theme)
        self._stack = QStackedWidget()
        for part in (self.columns, self.head, self.paste, self.conflict):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self.notice)
        column.addWidget(self.offer)
        column.addWidget(self._stack, 1)
        self._hand = AtHand(self, self.form, self.preview)

    @property
    def desk(self) -> Desk | None:
        """The deck that is worked on."""
        return self._desk

    @property
    def at(self) -> str:
        """Key of the question at hand, "" for none."""
        return self._at

    @property
    def chosen(self) -> tuple[str, ...]:
        """Keys of the chosen questions."""
        found = self.list.chosen_keys
        return found or ((self._at,) if self._at else ())

    @property
    def sheet(self) -> QWidget | None:
        """What stands in place of the columns; None where they are shown."""
        shown = self._stack.currentWidget()
        return None if shown is self.columns else shown

    def show_desk(
        self,
        desk: Desk,
        key: str = "",
        told: Told | None = None,
        lines: dict[str, Line] | None = None,
    ) -> None:
        """Put a deck on the page, at a question of it, or at its first.

        Args:
            desk: the deck.
            key: of the question, "" for the first.
            told: what is known of a question from those who studied it.
            lines: of its questions, where they were asked for already.
        """
        self._desk = desk
        self.paste.stop()
        self._hand.attend(desk, told)
        self.offer.say("")
        self._stack.setCurrentWidget(self.columns)
        self._at = self.list.show_desk(desk, lines or {}, key)
        self.bar.show_title(desk.deck.title)
        self._show_question()
        self._show_standing()

    def clear(self) -> None:
        """Take the deck off the page."""
        self._desk = None
        self.paste.stop()
        self._hand.attend(None, None)

    def show_moved(self) -> None:
        """The deck lies elsewhere now, and its pictures with it."""
        self._hand.show(self._at)

    def show_saving(self, *, saving: bool) -> None:
        """Say that it is being written, or how it stands now."""
        self._saving = saving
        self._show_standing()

    def take(self, changed: Changed, new: Mapping[str, Line] | None = None) -> None:
        """Draw anew what a step changed, with the lines that were made already of what is new."""
        desk = self._desk
        if desk is None:
            return
        shown = self.list.take(desk, changed, self._at, new)
        if changed.head:
            self.bar.show_title(desk.deck.title)
            self.head.show_desk(desk)
        if shown != self._at:
            self._at = shown
            if new is not None and len(new) > MANY:  # the list alone takes its time
                QTimer.singleShot(0, self, self._show_question)
            else:
                self._show_question()
        elif self._at in changed.keys or changed.head:
            self._hand.refresh()
        self._show_standing()

    def show_questions(self) -> None:
        """Go back to the questions from the deck's own page, from rows or from a conflict."""
        self._stack.setCurrentWidget(self.columns)
        self.focus_first()

    def show_columns(self) -> None:
        """Show the question at hand, wherever one is."""
        self._stack.setCurrentWidget(self.columns)
        self.columns.show_column("middle")

    def show_head(self) -> None:
        """Show the deck's own page."""
        if self._desk is not None:
            self.head.show_desk(self._desk)
            self.show_sheet(self.head)

    def show_rows(self, text: str) -> None:
        """Show rows before they are added."""
        self.paste.show_text(text)
        self.show_sheet(self.paste)

    def show_conflict(self) -> None:
        """Show the first question that was changed in two places; the questions where none is."""
        desk = self._desk
        if desk is None:
            return
        if desk.conflicts:
            self.conflict.show_conflict(desk.conflicts[0], len(desk.conflicts))
            self.show_sheet(self.conflict)
        elif self._stack.currentWidget() is self.conflict:
            self.show_questions()

    def focus_first(self) -> None:
        """Put the focus where one goes on."""
        match self._stack.currentWidget():
            case EditorHead() | EditorPaste() | EditorConflict() as part:
                part.focus_first()
            case _ if not self._at:
                self.empty.focus_first()
            case _:
                self.columns.show_column("middle")
                self.form.focus_first()

    def show_sheet(self, part: QWidget) -> None:
        """Show one of the page's sheets in place of the columns."""
        self._stack.setCurrentWidget(part)
        if self.isVisible():
            self.focus_first()

    def _show_question(self) -> None:
        self._middle.setCurrentWidget(self.form if self._at else self.empty)
        self._hand.show(self._at)

    def _show_standing(self) -> None:
        desk = self._desk
        if desk is None:
            return
        unfinished, count = self.list.unfinished, len(desk.keys)
        self.bar.show_state(save_words(desk, unfinished, saving=self._saving))
        self.bar.show_steps(desk.undoable, desk.redoable, askable=count > unfinished)
