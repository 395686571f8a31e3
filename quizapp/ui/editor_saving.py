"""Saves a deck by itself: a moment after typing stops, and whenever the editor is left."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, SignalInstance

from quizapp.author.door import Desk, Saving
from quizapp.author.told import SaveState
from quizapp.content.named_files import holds_anything
from quizapp.ui.deck_watcher import DeckWatcher
from quizapp.ui.quiet_work import quiet_work

STILL_MS = 800
"""How long nothing was typed when it is saved."""
LATEST_MS = 1500
"""How long typing may go on before it is saved all the same."""
_AGAIN_MS = 5000
"""When a save that failed is tried once more."""
_MOST_TIMES = 3
_WAIT_S = 10.0


class EditorSaving(QObject):
    """Keeps a desk and its file together; the writing is done in another thread.

    Signals:
        began: a save is under way.
        ended: the `Saved` that came of one, or of looking at the file.
    """

    began = Signal()
    ended = Signal(object)
    _ran = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._running: _Errand | None = None
        self._look_after = False
        self._still, self._latest = QTimer(self), QTimer(self)
        for timer, pause_ms in ((self._still, STILL_MS), (self._latest, LATEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(pause_ms)
            timer.timeout.connect(self.save)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.save)
        self._watcher = DeckWatcher(self)
        self._watcher.changed.connect(self.look)
        self._ran.connect(self._end)

    def attend(self, desk: Desk | None) -> None:
        """Keep this desk from now on; the one before was flushed."""
        for timer in (self._still, self._latest, self._again):
            timer.stop()
        self._desk = desk
        self._running = None
        self._look_after = False
        self._watch()

    @property
    def saving(self) -> bool:
        """A save is under way."""
        return self._running is not None

    def touch(self) -> None:
        """Something was changed."""
        self._still.start()
        if not self._latest.isActive():
            self._latest.start()

    def save(self, *, anew: bool = False) -> None:
        """Save what waits.

        Args:
            anew: write the file again though it was deleted.
        """
        self._begin(look=False, anew=anew)

    def look(self) -> None:
        """Look whether the file changed outside, and merge what did."""
        self._begin(look=True)

    def flush(self) -> SaveState | None:
        """Have all written before this returns; how the desk stands then."""
        desk = self._desk
        if desk is None:
            return None
        self._still.stop()
        self._latest.stop()
        if self._running is not None:
            self._running.done.wait(_WAIT_S)
            self._end(self._running)
        for _again in range(_MOST_TIMES):
            saving = desk.begin_save()
            if saving is None:
                break
            saving.run()
            saved = desk.end_save(saving)
            self._watch()
            self.ended.emit(saved)
            if saved.state is not SaveState.WAITING:
                break
        return desk.state

    def _begin(self, *, look: bool, anew: bool = False) -> None:
        desk = self._desk
        if desk is None:
            return
        if self._running is not None:
            if look:
                self._look_after = True
            else:
                self._still.start()
            return
        self._still.stop()
        self._latest.stop()
        saving = desk.begin_look() if look else desk.begin_save(anew=anew)
        if saving is None:
            return
        self._running = errand = _Errand(saving, self._ran)
        if not look:
            self.began.emit()
        QThreadPool.globalInstance().start(errand.run)

    def _end(self, errand: object) -> None:
        desk = self._desk
        if desk is None or errand is not self._running or self._running is None:
            return  # it was waited for already
        saving, self._running = self._running.saving, None
        saved = desk.end_save(saving)
        self._watch()
        self.ended.emit(saved)
        if self._look_after:
            self._look_after = False
            self.look()
        elif saved.state is SaveState.WAITING:
            self.touch()
        elif saved.state is SaveState.FAILED:
            self._again.start()
        elif saved.state is SaveState.GONE and holds_anything(desk.path):
            self.look()  # it came back before it was watched for

    def _watch(self) -> None:
        """Watch the file, its folder, and where that folder goes and comes back."""
        desk = self._desk
        if desk is None:
            self._watcher.watch([])
            return
        folder = next((one for one in desk.path.parents if one.exists()), desk.path.parent)
        self._watcher.watch([desk.path, folder, folder.parent])


class _Errand:
    """What the other thread has: one save."""

    def __init__(self, saving: Saving, ran: SignalInstance) -> None:
        self.saving = saving
        self.done = Event()
        self._ran = ran

    def run(self) -> None:
        try:
            with quiet_work():
                self.saving.run()
        finally:
            self.done.set()
            self._ran.emit(self)
