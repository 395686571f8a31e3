"""The question at hand in the editor: its form, its preview, and the checks a moment later."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.author.door import Desk
from quizapp.author.fields import Fields
from quizapp.author.told import Changed
from quizapp.content.deck import Source
from quizapp.content.question import Question
from quizapp.ui.editor_form import EditorForm
from quizapp.ui.editor_preview import EditorPreview
from quizapp.ui.editor_related import resting_with, says_otherwise

CHECK_MS = 150
"""How long after a letter the checks run again."""
PREVIEW_MS = 40
PAUSE_MS = 1000
"""After how long without a letter the next one is another step to undo."""

Told = Callable[[str], tuple[Sequence[str], Sequence[str]]]
"""Of a question's id: spellings that students of this machine accepted, and why it was flagged."""


class AtHand(QObject):
    """Keeps the form and the preview at one question of the desk.

    Attributes:
        key: the question's, "" for none.

    Signals:
        typed: the desk has what was typed; what else it changed, as `Changed`.
        judged: key of the question, when the checks have looked at what was typed.
        related: keys of other questions, when the fact they may rest on was changed.
        failed: an error to tell.
    """

    typed = Signal(object)
    judged = Signal(str)
    related = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject, form: EditorForm, preview: EditorPreview) -> None:
        super().__init__(parent)
        self.key = ""
        self._desk: Desk | None = None
        self._told: Told = _nothing
        self._form = form
        self._preview = preview
        self._was: Question | None = None
        self._sources: tuple[Source, ...] = ()
        self._offered: set[str] = set()
        self._check = self._timer(CHECK_MS, self.judge)
        self._draw = self._timer(PREVIEW_MS, self.draw)
        self._pause = self._timer(PAUSE_MS, self._paused)
        self._typing_in: QWidget | None = None
        form.changed.connect(self._typed)
        form.done.connect(self.leave_field)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def attend(self, desk: Desk | None, told: Told | None) -> None:
        """Be at questions of this desk from now on."""
        self._check.stop()
        self._draw.stop()
        self._pause.stop()
        self._typing_in = None
        self._desk = desk
        self._told = told or _nothing
        self._offered.clear()
        self.key = ""

    def show(self, key: str) -> None:
        """Put a question into the form, or the same one as it stands now."""
        desk = self._desk
        self._check.stop()
        if desk is None:
            return
        if key != self.key:
            self.leave_field()
            self.key = key
            self._was = desk.question(key) if key else None
        self._preview.setEnabled(bool(key))
        if not key:
            return
        spellings, flags = self._told(key)
        self._sources = desk.deck.sources
        self._form.head.say_asked_as_before(so=desk.asked_as_before(key))
        self._form.set_folder(desk.path.parent)
        self._form.show_question(
            desk.fields(key),
            desk.troubles(key),
            desk.findings(key),
            desk.deck,
            desk.texts,
            spellings,
            flags,
        )
        self._draw.start()

    def refresh(self) -> None:
        """Show what something other than typing changed; what is typed stays as it is."""
        desk = self._desk
        if desk is None or not self.key:
            return
        if desk.fields(self.key) == self._form.fields() and desk.deck.sources == self._sources:
            self._say(desk, self.key)
            self._draw.start()
        else:
            self.show(self.key)

    def draw(self) -> None:
        """Show the preview as the question stands now."""
        desk = self._desk
        if desk is not None and self.key:
            nearest = desk.nearest(self.key)
            self._preview.show_question(nearest, desk.deck, desk.texts, desk.path.parent)

    def leave_field(self) -> None:
        """What was typed counts from now on: its field is left."""
        self._typing_in = None
        if self._desk is not None and self.key:
            changed = self._desk.settle(self.key)
            if changed.keys:
                self.typed.emit(changed)

    def go_to(self, changed: Changed) -> None:
        """Have the cursor where a change ended, in the field that it changed."""
        self._form.go_to(changed.field, changed.row, changed.side, changed.end)

    def settle(self) -> None:
        """Have the checks look at what was typed, if that waits."""
        if self._check.isActive():
            self._check.stop()
            self.judge()

    def judge(self) -> None:
        """Say what the checks hold against the question, as it stands now."""
        desk, key = self._desk, self.key
        if desk is None or not key:
            return
        self._say(desk, key)
        self.judged.emit(key)
        self._offer(desk, key)

    def _say(self, desk: Desk, key: str) -> None:
        self._form.head.say_asked_as_before(so=desk.asked_as_before(key))
        self._form.refresh(desk.troubles(key), desk.findings(key))

    def _offer(self, desk: Desk, key: str) -> None:
        """Once for a question whose fact is another now: those that may have to change with it."""
        now = desk.question(key)
        if key in self._offered or self._was is None or now is None:
            return
        if says_otherwise(self._was, now):
            self._offered.add(key)
            keys = resting_with(desk, self._was)
            if keys:
                self.related.emit((key, *keys))

    def _typed(self, fields: Fields) -> None:
        desk = self._desk
        if desk is None or not self.key:
            return
        try:
            changed: Changed = desk.change(self.key, fields, typing=True)
        except Exception as error:  # noqa: BLE001 - whatever fails is said, never a traceback
            self.failed.emit(error)
            return
        self._typing_in = QApplication.focusWidget()
        if not self._check.isActive():
            self._check.start()
        self._draw.start()
        self._pause.start()
        self.typed.emit(changed)

    def _paused(self) -> None:
        if self._desk is not None:
            self._desk.pause()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Nothing has the focus while another program is used: the field is not left by that.
        if self._typing_in is not None and new is not None and new is not self._typing_in:
            self.leave_field()

    def _timer(self, pause_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause_ms)
        timer.timeout.connect(slot)
        return timer


def _nothing(_key: str) -> tuple[Sequence[str], Sequence[str]]:
    return (), ()
