"""Whether another process has a database open, so that it must not be moved from under it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# Where SQLite puts its locks on a file: https://www.sqlite.org/src/file/src/os.h, PENDING_BYTE
# and SHARED_SIZE. In WAL mode each open connection keeps one of the shared bytes.
_FIRST_LOCK = 0x4000_0000
_LOCKS = 512


def held_elsewhere(path: Path) -> bool:
    """Whether another process has the database open.

    This process must have it open in no other place: closing a file lets go of all the locks
    that a process has on it.
    """
    if sys.platform == "win32":
        return False  # there the system does not let an open file be renamed
    import fcntl

    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCKS, _FIRST_LOCK)
    except (BlockingIOError, PermissionError):
        return True
    except OSError:
        return False  # a file system without locks, on which SQLite has none either
    finally:
        os.close(handle)
    return False
