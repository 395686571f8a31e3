"""Writing a file whole or not at all: beside its place first, then renamed into it."""

from __future__ import annotations

import os
import stat
import threading
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Put `data` in a file's place; after a crash the file is the old one or the new one.

    A link is followed and the file's mode is kept.

    Args:
        path: the file.
        data: all of its bytes.
        lasting: wait until the new one outlasts a power cut; else the old one may come back.

    Raises:
        OSError: it cannot be written; what was there is untouched.
    """
    real = Path(os.path.realpath(path))
    beside = real.with_name(f".quizapp-{os.getpid()}-{threading.get_ident()}.new")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            beside.chmod(stat.S_IMODE(real.stat().st_mode))
        beside.replace(real)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
    if lasting:
        _sync_folder(real.parent)


def _sync_folder(folder: Path) -> None:
    """Make the renaming last through a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
