"""The editor: the questions of one deck, the one at hand as a form, and how a student sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.author.told import Changed, KindChange, Line
from quizapp.content.question import Kind, Question
from quizapp.ui.command import Command
from quizapp.ui.command_buttons import of_buttons
from quizapp.ui.editor_commands import commands_of
from quizapp.ui.editor_keys import UndoKeys, add_shortcuts, step_of
from quizapp.ui.editor_page_sheets import EditorSheets
from quizapp.ui.editor_page_steps import EditorPageSteps
from quizapp.ui.icons import Icons
from quizapp.ui.tab_order import stop_outside, tab_stops
from quizapp.ui.theme import Theme
from quizapp.words import _


class EditorPage(EditorSheets):
    """One deck on the desk. Each step is the desk's; what it changed is drawn anew.

    Its parts are attributes of `EditorSheets`.

    Signals:
        left: the author is done here.
        study: the author wants to study the deck.
        changed: something waits to be saved.
        kind_wanted: a `Kind` that drops something, and the `KindChange`; to be asked about.
        step: "tag", "untag", "move", "copy", or "source", to be asked about.
        pasted: the author wants to paste rows.
        said: a line to say.
        failed: an error to tell.
    """

    left = Signal()
    study = Signal()
    changed = Signal()
    kind_wanted = Signal(object, object)
    step = Signal(str)
    pasted = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, running_s: Callable[[], float]) -> None:
        super().__init__(theme, icons, running_s)
        self._undo_keys = UndoKeys(self)
        self._does = EditorPageSteps(self)
        self._join()
        self._add_keys()

    def _join(self) -> None:
        self.bar.left.connect(self.left)
        self.bar.step.connect(self.do_step)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.list.step.connect(self.do_step)
        self.list.moved.connect(self._does.move)
        self.empty.wanted.connect(self._add)
        self._hand.typed.connect(self._typed)
        self._hand.judged.connect(self._judged)
        self._hand.related.connect(self.offer.offer)
        self._hand.failed.connect(self.failed)
        self.offer.wanted.connect(self._list_together)
        self.form.kind_wanted.connect(self._turn)
        self.form.mend.connect(self._does.mend)
        self.form.accept_spelling.connect(self._does.accept)
        self.form.image_dropped.connect(self._does.add_image)
        self.form.image_removed.connect(self._remove_image)
        self.form.source_wanted.connect(partial(self.step.emit, "source"))
        self.preview.try_wanted.connect(self._try)
        self.head.left.connect(self.show_questions)
        self.paste.left.connect(self.show_questions)
        self.paste.added.connect(self._add_questions)
        self.paste.failed.connect(self.failed)
        self.conflict.left.connect(self.show_questions)

    def _add_keys(self) -> None:
        add_shortcuts(
            self,
            {
                "Ctrl+N": self._add,
                "Ctrl+Z": self._does.undo,
                "Ctrl+Shift+Z": self._does.redo,
                "Ctrl+Y": self._does.redo,
                "Ctrl+D": self._duplicate,
                "Ctrl+F": self._find,
                "Ctrl+PgDown": partial(self.step_by, 1),
                "Ctrl+PgUp": partial(self.step_by, -1),
            },
        )
        add_shortcuts(self.list.list, {"Ctrl+V": self.pasted.emit}, alone=True)

    def commands(self) -> Sequence[Command]:
        """What can be done on this page."""
        if self._desk is None:
            return ()
        sheet = self.sheet
        at = self._at if sheet is None else ""  # nothing is done to a question that is not seen
        found = commands_of(self._desk, at, self.do_step, self._can)
        return found if sheet is None else (*of_buttons(sheet), *found)

    def _can(self, name: str) -> bool:
        """Whether a step means something now."""
        return self.bar.askable if name == "study" else self.form.can_do(name)

    # Steps

    def do(
        self,
        step: Callable[..., Changed],
        *words: object,
        new: Mapping[str, Line] | None = None,
    ) -> bool:
        """Carry a step of the desk out, and show what it changed; whether it was done."""
        try:
            changed = step(*words)
        except Exception as error:  # noqa: BLE001 - whatever fails is said, never a traceback
            self.failed.emit(error)
            return False
        self.take(changed, new)
        self.changed.emit()
        return True

    def do_in_turns(
        self, step: Callable[[], Changed], new: Mapping[str, Line], then: Callable[[], None]
    ) -> None:
        """Carry out a step that adds many questions; keys are heard between its parts."""
        desk = self._desk

        def show() -> None:
            if self._desk is desk:
                self.take(changed, new)
                then()

        try:
            changed = step()
        except Exception as error:  # noqa: BLE001 - whatever fails is said, never a traceback
            self.failed.emit(error)
            return
        self.changed.emit()
        QTimer.singleShot(0, self, show)

    def go_through(self, way: Callable[[], Changed]) -> None:
        """Go back or forth in what was done, to the field that it changed."""
        found: list[Changed] = []

        def go() -> Changed:
            found.append(way())
            return found[0]

        if self.do(go) and found[0].field and found[0].show == self._at:
            self.show_columns()
            self._hand.go_to(found[0])

    def leave_field(self) -> None:
        """What was typed counts from now on, as the author goes."""
        self._hand.leave_field()

    def _typed(self, changed: Changed) -> None:
        if changed.order or changed.head:
            self.take(changed)
        self.changed.emit()

    def _judged(self, key: str) -> None:
        """Have the list say how the question at hand stands now."""
        desk = self._desk
        if desk is not None and self.list.has(key):
            self.list.take(desk, Changed(frozenset({key})), key)
            self._show_standing()

    def _choose(self, key: str) -> None:
        if key == self._at:
            return
        self._hand.settle()
        self._at = key
        self._show_question()

    def _open(self, key: str) -> None:
        self._choose(key)
        self.columns.show_column("middle")
        self.form.focus_first()

    def step_by(self, by: int) -> None:
        """Go to the next question or the one before, in the order of the list."""
        around = self.list.neighbours
        if self._at in around:
            at = around.index(self._at) + by
            if 0 <= at < len(around):
                self.list.choose((around[at],))
                self._choose(around[at])

    def do_step(self, name: str) -> None:
        """Do a step by its name in the menu of commands, or have it asked about."""
        steps: dict[str, Callable[[], None]] = {
            "new": self._add,
            "undo": self._does.undo,
            "redo": self._does.redo,
            "paste": self.pasted.emit,
            "deck": self.show_head,
            "study": self.study.emit,
            "duplicate": self._does.duplicate,
            "delete": self._delete,
            "find": self._find,
            "try": self._try,
            "next": partial(self.step_by, 1),
            "before": partial(self.step_by, -1),
            "related": self._show_related,
            "back": self.left.emit,
        }
        if name in steps:
            steps[name]()
        elif not self._do_in_form(name):
            self.step.emit(name)

    def _do_in_form(self, name: str) -> bool:
        """Do a step of the form, wherever the focus is; whether there was anything to do."""
        if self.sheet is not None or not self._at or not self.form.can_do(name):
            return False
        self.columns.show_column("middle")
        return self.form.do_step(name)

    def _add(self) -> None:
        if self._does.add():
            self.show_questions()

    def _add_questions(self, questions: Sequence[Question]) -> None:
        adding = self._does.begin_add(questions)
        if adding is None:
            return

        def run(progress: Callable[[float], None], stopped: Callable[[], bool]) -> None:
            adding.run(progress, stopped)

        def added(_none: object) -> None:
            self._does.end_add(adding, len(questions))
            self.show_questions()

        self.paste.carry_out(len(questions), run, added)

    def _duplicate(self) -> None:
        if self.sheet is None:  # else they are not seen
            self._does.duplicate()

    def _delete(self) -> None:
        self._does.delete()
        if not self._at:
            self.focus_first()

    def _turn(self, kind: Kind) -> None:
        turned = self._does.turned(kind)
        if turned is None:
            return
        if turned.dropped:
            self.kind_wanted.emit(kind, turned)
        else:
            self.turn(turned)

    def turn(self, turned: KindChange) -> None:
        """Have the question at hand be of another kind."""
        if self._does.turn(turned):
            self._show_question()
            self.form.focus_first()

    def stay(self) -> None:
        """Leave the question of the kind it is, and show it so."""
        self._show_question()

    def take_picture(self, path: Path) -> bool:
        """Put in a picture dropped beside the form; whether a question is there for it."""
        if self.sheet is not None or not self._at:
            return False
        self.columns.show_column("middle")
        self.form.take_picture(path)
        return True

    def _remove_image(self) -> None:
        self._does.remove_image()
        self._show_question()

    def _show_related(self) -> None:
        if keys := self._does.related():
            self._list_together((self._at, *keys))

    def _list_together(self, keys: tuple[str, ...]) -> None:
        """List these questions alone."""
        self.columns.show_column("left")
        self.list.show_only(keys)

    def say(self, words: str) -> None:
        """Say a line that goes by itself."""
        self.said.emit(words)

    @property
    def in_deck_order(self) -> bool:
        """All questions are listed, as they stand in the deck."""
        return self.list.in_deck_order

    def _try(self) -> None:
        """Answer the question at hand here, as a student would."""
        self._hand.draw()
        if self.preview.try_out() is None:
            self.say(_("It can be tried as soon as it is a question: see what is missing in it."))

    def _find(self) -> None:
        self._stack.setCurrentWidget(self.columns)
        self.columns.show_column("left")
        self.list.go_to_search()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """On Esc, go from the form to the list, and from there back."""
        if self._do_in_form(step_of(event)):
            return
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.form.isAncestorOf(self.focusWidget()) and self._at:
            self.columns.show_column("left")
            self.list.focus_first()
        else:
            self.left.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Go from the preview back to the form's end, and on past the form: its rows come late."""
        focus = self.focusWidget()
        if not self.preview.isAncestorOf(focus):
            return super().focusNextPrevChild(forward)
        stops = tab_stops(self.preview, focus)
        to = stops.index(focus) + (1 if forward else -1) if focus in stops else -1
        if 0 <= to < len(stops):
            found: QWidget | None = stops[to]
        elif not forward and self.form.come_from_behind():
            return True
        else:
            found = stop_outside(self.preview, forward=forward, besides=self.form)
        if found is None:
            return super().focusNextPrevChild(forward)
        way = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        found.setFocus(way)
        return True

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Have what was typed last judged when one comes back."""
        super().hideEvent(event)
        self._hand.settle()
