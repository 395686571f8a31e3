"""One key each where a terminal is there, lines otherwise."""

from __future__ import annotations

import codecs
import os
import select
import sys
from collections.abc import Callable

_END = "\x04"  # Ctrl-D
_ESCAPE = "\x1b"
_FOLLOWS_S = 0.02
"""Seconds within which the rest of an arrow key's sequence follows its Escape."""


class KeysAndLines:
    """Reads for a `Keyboard`: a single key while `single` is set, else a line.

    Attributes:
        single: the next reading is of one key.
    """

    def __init__(self, line: Callable[[str], str] = input) -> None:
        self.single = False
        self._line = line

    def __call__(self, prompt: str) -> str:
        """The next key or line.

        Raises:
            EOFError: nothing more comes.
            KeyboardInterrupt: Ctrl-C was pressed.
        """
        if not (self.single and sys.stdin.isatty() and sys.stdout.isatty()):
            return self._line(prompt)
        sys.stdout.write(prompt)
        sys.stdout.flush()
        key = one_key()
        sys.stdout.write((key if key.isprintable() else "") + "\n")
        sys.stdout.flush()
        if key == _END:
            raise EOFError
        return key


if sys.platform == "win32":

    def one_key() -> str:
        """One key as it is pressed; "" for one that is no letter."""
        import msvcrt

        key = msvcrt.getwch()
        if key in ("\0", "\xe0"):  # an arrow or function key: its second half says which
            msvcrt.getwch()
            return ""
        if key == "\x03":
            raise KeyboardInterrupt
        return _END if key == "\x1a" else key

else:

    def one_key() -> str:
        """One key as it is pressed; "" for one that is no letter."""
        import termios
        import tty

        number = sys.stdin.fileno()
        before = termios.tcgetattr(number)
        try:
            tty.setcbreak(number, termios.TCSADRAIN)  # keys pressed ahead are not thrown away
            return _key(number)
        finally:
            termios.tcsetattr(number, termios.TCSADRAIN, before)

    def _key(number: int) -> str:
        """One character; the whole sequence of an arrow key is read, and is none."""
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        while True:
            byte = os.read(number, 1)
            if not byte:
                return _END
            if key := decoder.decode(byte):
                break
        if key != _ESCAPE:
            return key
        if _follows(number) and os.read(number, 1) in (b"[", b"O"):
            while _follows(number) and not b"@" <= os.read(number, 1) <= b"~":
                pass
        return ""

    def _follows(number: int) -> bool:
        return bool(select.select([number], [], [], _FOLLOWS_S)[0])
