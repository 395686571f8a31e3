"""Writing a file whole or not at all: beside its place first, then renamed into it."""

from __future__ import annotations

import os
import stat
import threading
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Put `data` in a file's place; after a crash the file is the old one or the new one.

    A link is followed and the file's mode is kept. A file with several names keeps them all, so
    it is written where it lies: a crash at that moment leaves the new bytes beside it, whole.

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
        known = _known(real)
        if known is not None:
            beside.chmod(stat.S_IMODE(known.st_mode))
        if known is not None and known.st_nlink > 1:
            _write_where_it_lies(real, data)
            beside.unlink()
        else:
            beside.replace(real)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
    if lasting:
        _sync_folder(real.parent)


def _known(path: Path) -> os.stat_result | None:
    with suppress(FileNotFoundError):
        return path.stat()
    return None


def _write_where_it_lies(path: Path, data: bytes) -> None:
    """Write over a file; where that fails half-way, what was there is put back."""
    with path.open("r+b") as file:
        before = file.read()
        try:
            _over(file, data)
        except OSError:
            _over(file, before)
            raise


def _over(file: BinaryIO, data: bytes) -> None:
    file.seek(0)
    file.write(data)
    file.truncate()
    file.flush()
    os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the renaming last through a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
