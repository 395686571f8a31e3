"""The files that a deck names: found in or below its folder, and read with a limit."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

TEXT_LIMIT = 32 * 1024 * 1024

_DRIVE = re.compile(r"[A-Za-z]:")
_CODE_OF_ERRNO = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.ELOOP: "link-loop",
    errno.EISDIR: "is-folder",
}


class FileRefusedError(Exception):
    """A file cannot be used.

    Attributes:
        code: "missing", "is-folder", "link-loop", "not-a-file", "too-large", "unreadable" or
            "outside".
        reason: the system's own words, or "".
    """

    def __init__(self, code: str, reason: str = "") -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason


def locate(folder: Path, name: str, also: Path | None = None) -> Path:
    """The absolute path of a file that a deck in `folder` names.

    Args:
        folder: the deck's.
        name: as written in the deck, with "/" between folders.
        also: a second folder in which it may lie.

    Raises:
        FileRefusedError: "outside" when it, or what it links to, lies in neither folder.
    """
    if "\0" in name or name.startswith(("/", "\\")) or _DRIVE.match(name):
        raise FileRefusedError("outside")
    path = Path(os.path.abspath(folder / name))  # noqa: PTH100 - resolve() would follow links
    roots = [folder] if also is None else [folder, also]
    if not _is_below(path, roots):
        raise FileRefusedError("outside")
    return path


def _is_below(path: Path, roots: Iterable[Path]) -> bool:
    real = os.path.realpath(path)
    for root in roots:
        top = os.path.realpath(root)
        if real != top and os.path.commonpath([real, top]) == top:
            return True
    return False


def read_bytes(path: Path, limit: int, only: int | None = None) -> bytes:
    """The bytes of a regular file.

    Args:
        path: where it lies.
        limit: how many bytes it may have.
        only: read no more than that many from its beginning.

    Raises:
        FileRefusedError: it is not there, no file, too large, or the system refuses.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise FileRefusedError("is-folder")
        if not stat.S_ISREG(found.st_mode):
            raise FileRefusedError("not-a-file")
        if found.st_size > limit:
            raise FileRefusedError("too-large")
        with path.open("rb") as file:
            data = file.read(limit + 1 if only is None else only)
    except OSError as error:
        code = _CODE_OF_ERRNO.get(error.errno or 0, "unreadable")
        raise FileRefusedError(code, error.strerror or str(error)) from error
    except ValueError as error:  # a zero byte in the path
        raise FileRefusedError("missing", str(error)) from error
    if len(data) > limit:
        raise FileRefusedError("too-large")
    return data


_BLANK_LIMIT = 4096
"""Bytes: nobody leaves a longer file of blank lines."""


def holds_anything(path: Path) -> bool:
    """Whether a file is there and more than blank; one that was emptied is as good as deleted."""
    try:
        if path.stat().st_size > _BLANK_LIMIT:
            return True
        return bool(path.read_bytes().removeprefix(b"\xef\xbb\xbf").strip())
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True  # it is there, and cannot be read
