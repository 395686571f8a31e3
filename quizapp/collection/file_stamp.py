"""Whether files are still the ones that were read: by size and time first, then by contents."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FRESH_NS = 2_000_000_000
"""A file younger than this may be changed again within one tick of its file system's clock."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Files with their sizes, times and inodes, as they were when looked at.

    Attributes:
        sure: none of them was changed so lately that its time could hide another change.
    """

    files: tuple[tuple[str, int, int, int], ...]
    sure: bool

    def to_text(self) -> str:
        """The stamp as JSON."""
        return json.dumps([self.sure, self.files])

    @staticmethod
    def from_text(text: str) -> Stamp:
        """The stamp of such a text; of "" one that no file has."""
        if not text:
            return Stamp((), sure=False)
        sure, files = json.loads(text)
        return Stamp(tuple((path, size, time, inode) for path, size, time, inode in files), sure)

    @property
    def paths(self) -> list[Path]:
        """The files it is of."""
        return [Path(path) for path, *_ in self.files]


def stamp_of(paths: Sequence[Path], now_ns: int) -> Stamp:
    """How the files are now; one that is not there has a size of -1.

    Args:
        paths: the files.
        now_ns: nanoseconds since 1970.
    """
    files = []
    newest = 0
    for path in paths:
        try:
            found = path.stat()
        except OSError:
            files.append((str(path), -1, 0, 0))
            continue
        files.append((str(path), found.st_size, found.st_mtime_ns, found.st_ino))
        newest = max(newest, found.st_mtime_ns)
    return Stamp(tuple(files), sure=newest + FRESH_NS < now_ns)


def contents_of(paths: Sequence[Path], version: int, limit: int) -> str:
    """A hash over what the files hold, in lower-case hex.

    Args:
        paths: the files.
        version: of the rules by which they are read.
        limit: a file with more bytes is refused anyway; of it only the size counts.
    """
    total = hashlib.sha256(str(version).encode())
    for path in paths:
        try:
            size = path.stat().st_size
            one = path.read_bytes() if size <= limit and path.is_file() else b"size %d" % size
        except OSError as error:
            one = b"missing %d" % (error.errno or 0)
        total.update(b"\0" + str(path).encode(errors="surrogatepass") + b"\0")
        total.update(hashlib.sha256(one).digest())
    return total.hexdigest()
