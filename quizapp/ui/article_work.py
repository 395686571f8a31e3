"""One piece of work at a time in another thread, whose outcome comes home to the window's."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance

from quizapp.ui.quiet_work import quiet_work

_log = logging.getLogger(__name__)
_STEP = 0.01  # of the whole, that progress is told in

Work = Callable[[Callable[[float], None], Callable[[], bool]], object]
"""Takes where to tell progress and what tells whether to stop."""
Then = Callable[[Any], None]


def plainly(
    step: Callable[[], object], _progress: Callable[[float], None], _stopped: Callable[[], bool]
) -> object:
    """A step as work that tells no progress and cannot be stopped."""
    return step()


class ArticleWork(QObject):
    """Carries out work for the page. What is begun later takes the place of what runs.

    Signals:
        progressed: how much of the present work is done, from 0 to 1.
    """

    progressed = Signal(float)
    _told = Signal(int, float)
    _done = Signal(int, object)
    _failed = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ticket = 0
        self._stop = Event()
        self._then: Then | None = None
        self._or_else: Callable[[Exception], None] | None = None
        self._told.connect(self._progress)
        self._done.connect(self._finished)
        self._failed.connect(self._broke)

    @property
    def busy(self) -> bool:
        """Work is going on."""
        return self._then is not None

    def begin(self, work: Work, then: Then, or_else: Callable[[Exception], None]) -> None:
        """Begin work.

        Args:
            work: plain work on plain data, for another thread.
            then: called here with what came of it.
            or_else: called here with the error.
        """
        self.stop()
        self._then, self._or_else = then, or_else
        errand = _Errand(self._ticket, work, self._stop, (self._told, self._done, self._failed))
        QThreadPool.globalInstance().start(errand.run)

    def stop(self) -> None:
        """Ask what runs to stop; nothing is heard of it any more."""
        self._stop.set()
        self._stop = Event()
        self._ticket += 1
        self._then = self._or_else = None

    def _progress(self, ticket: int, share: float) -> None:
        if ticket == self._ticket:
            self.progressed.emit(share)

    def _finished(self, ticket: int, outcome: object) -> None:
        then = self._then
        if ticket == self._ticket and then is not None:
            self._then = self._or_else = None
            then(outcome)

    def _broke(self, ticket: int, error: Exception) -> None:
        or_else = self._or_else
        if ticket == self._ticket and or_else is not None:
            self._then = self._or_else = None
            or_else(error)


class _Errand:
    """What the other thread has."""

    def __init__(
        self,
        ticket: int,
        work: Work,
        stop: Event,
        home: tuple[SignalInstance, SignalInstance, SignalInstance],
    ) -> None:
        self._ticket = ticket
        self._work = work
        self._stop = stop
        self._told, self._done, self._failed = home
        self._last = 0.0

    def run(self) -> None:
        try:
            with quiet_work():
                outcome = self._work(self._progress, self._stop.is_set)
        except Exception as error:  # noqa: BLE001 - said in words by the window
            if not self._stop.is_set():
                _log.info("work in the background failed: %r", error)
                self._failed.emit(self._ticket, error)
        else:
            if not self._stop.is_set():
                self._done.emit(self._ticket, outcome)

    def _progress(self, share: float) -> None:
        if share - self._last >= _STEP and not self._stop.is_set():
            self._last = share
            self._told.emit(self._ticket, share)
