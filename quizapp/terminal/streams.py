"""The standard streams: made fit to be used, and let go of without a word when nobody reads."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO

BROKEN_PIPE = 141
"""The exit code that shells give a program whose reader went away."""


class OutputLostError(Exception):
    """What was said could not be written.

    Attributes:
        reason: the system's own words.
        unread: whoever read it has gone, and misses nothing.
    """

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.reason = error.strerror or str(error)
        self.unread = isinstance(error, BrokenPipeError)


def make_fit() -> None:
    """Put an empty stream where one is closed, and let no letter be a reason to die.

    A letter that the terminal lacks is written as "?", a byte typed that is no letter read as �.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed by the shell, as with <&-
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif hasattr(stream, "reconfigure"):
            with suppress(OSError, ValueError):  # it was read from already
                stream.reconfigure(errors="replace")


def flush() -> None:
    """Write what still waits to be written.

    Raises:
        OutputLostError: it cannot be.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        raise OutputLostError(error) from error


def give_up() -> None:
    """Lead what can no longer be written to nowhere, so that the interpreter ends in silence."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _to_nowhere(stream)


def _to_nowhere(stream: TextIO) -> None:
    with suppress(OSError, ValueError):  # it has no number, or is closed
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
