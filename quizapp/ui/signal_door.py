"""The system's wish that the program end, brought into Qt's loop."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

from quizapp.ui.window import Window


class SignalDoor(QObject):
    """Closes the window on SIGINT and SIGTERM, from within Qt's loop.

    Attributes:
        told: the system asked for the end, so nobody is there to be asked.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.told = False
        self._window = window
        self._read, self._write = os.pipe()
        os.set_blocking(self._write, False)
        if sys.platform != "win32":
            signal.set_wakeup_fd(self._write)
            self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._close)
        signal.signal(signal.SIGINT, self._noted)
        signal.signal(signal.SIGTERM, self._noted)

    def _noted(self, _number: int, _frame: FrameType | None) -> None:
        """Wake the loop; the work is done there."""

    def _close(self) -> None:
        os.read(self._read, 64)
        self.told = True
        self._window.close()
