"""Ctrl-C on long work: never lost, and never in the middle of writing."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


class Stop:
    """Whether Ctrl-C was pressed.

    Python throws an interrupt away that falls into a place where nothing can be raised, such as
    a finaliser: here it is noted besides, and takes effect at the next `checked`.
    """

    def __init__(self) -> None:
        self._pressed = False
        self._held = False

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Listen for as long as this lasts; a shell's wish that it be ignored is kept."""
        before = signal.getsignal(signal.SIGINT)
        if before in (signal.SIG_IGN, None):
            yield
            return
        hook = sys.unraisablehook
        signal.signal(signal.SIGINT, self._interrupted)
        sys.unraisablehook = lambda lost: None if _is_interrupt(lost) else hook(lost)
        try:
            yield
        finally:
            sys.unraisablehook = hook
            signal.signal(signal.SIGINT, before)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it back for as long as this lasts: what is written takes milliseconds.

        Raises:
            KeyboardInterrupt: it was pressed before.
        """
        self._held = True
        try:
            self.checked()
            yield
        finally:
            self._held = False

    def checked(self) -> None:
        """Look whether it was pressed.

        Raises:
            KeyboardInterrupt: it was.
        """
        if self._pressed:
            raise KeyboardInterrupt

    def _interrupted(self, _number: int, _frame: FrameType | None) -> None:
        self._pressed = True
        if not self._held:
            raise KeyboardInterrupt


def _is_interrupt(lost: UnraisableHookArgs) -> bool:
    return issubclass(lost.exc_type, KeyboardInterrupt)
