"""Lines typed in the terminal, with Ctrl-C held back while an answer is being written."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from quizapp.terminal.control_signs import plain, without_halves


class StoppedError(Exception):
    """Ctrl-C was pressed."""


class EndedError(Exception):
    """There is no more to read: Ctrl-D, or the end of a pipe."""


class Keyboard:
    """Reads lines.

    Ctrl-C is noted at any time but takes effect only while a line is waited for, so that it never
    falls between a row's being written and the sitting's knowing of it.

    Args:
        read: gives the next line for a prompt; `input` outside of tests.
    """

    def __init__(self, read: Callable[[str], str] = input) -> None:
        self._read = read
        self._waiting = False
        self._stopped = False

    def line(self, prompt: str) -> str:
        """The next line, as text that can be written: a byte that is not UTF-8 is made a sign.

        Raises:
            StoppedError: Ctrl-C was pressed now or since the last line.
            EndedError: nothing more comes.
        """
        self._waiting = True
        try:
            if self._stopped:
                raise StoppedError
            return without_halves(self._read(plain(prompt)))
        except KeyboardInterrupt:
            raise StoppedError from None
        except EOFError:
            raise EndedError from None
        finally:
            self._waiting = False
            self._stopped = False

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Hold Ctrl-C back outside of waiting, for as long as this lasts."""
        before = signal.signal(signal.SIGINT, self._interrupted)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _interrupted(self, _number: int, _frame: FrameType | None) -> None:
        if self._waiting:
            raise KeyboardInterrupt
        self._stopped = True
