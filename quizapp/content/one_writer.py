"""One program at a time reads a deck and writes it again, so that no writer undoes another's."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE_S = 0.02
_MOST_TIMES = 100
"""Two seconds: whoever needs longer is stopped or hangs, and is not waited for."""


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other programs of ours from writing beside a file until the block ends.

    The lock is the system's own on the folder: nothing is left behind, not by a crash either.
    Where there are no such locks nobody is kept away, as from programs that are not ours.

    Args:
        path: the file; it need not be there.
    """
    handle = _locked(Path(os.path.realpath(path)).parent)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _locked(folder: Path) -> int | None:
    """An open folder that is locked; None where that cannot be."""
    if sys.platform == "win32":
        return None
    import fcntl

    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    for _time in range(_MOST_TIMES):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE_S)
        except OSError:
            break
        else:
            return handle
    os.close(handle)
    return None
