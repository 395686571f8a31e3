"""Work of other threads that the window hardly feels: short turns, no long collections."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_TURN_S = 0.0005
"""How long a thread may keep Python's lock while another waits for it. Drawing one frame asks for
the lock dozens of times, and the usual 5 ms would be waited for each time."""
_NEVER = 1_000_000_000


class _Quiet:
    """How many are at work, and what was set before the first of them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._at_work = 0
        self._turn = 0.0
        self._thresholds = (0, 0, 0)

    def begin(self) -> None:
        with self._lock:
            self._at_work += 1
            if self._at_work == 1:
                self._turn, self._thresholds = sys.getswitchinterval(), gc.get_threshold()
                sys.setswitchinterval(_TURN_S)
                # A whole collection goes through all an article has become, with the lock held:
                # 50 to 140 ms. The young, which are most of the garbage, go on being collected.
                gc.set_threshold(*self._thresholds[:2], _NEVER)

    def end(self) -> None:
        with self._lock:
            self._at_work -= 1
            if self._at_work == 0:
                if gc.get_count()[2] > self._thresholds[2]:
                    gc.freeze()  # else the window's thread would do the collection now
                gc.set_threshold(*self._thresholds)
                sys.setswitchinterval(self._turn)


_quiet = _Quiet()


@contextmanager
def quiet_work() -> Iterator[None]:
    """Do long work of another thread within this."""
    _quiet.begin()
    try:
        yield
    finally:
        _quiet.end()
