"""Images beside a prompt: what may be one, told by its first bytes and not by its name."""

from __future__ import annotations

import re
from pathlib import Path

from quizapp.content.named_files import FileRefusedError, read_bytes

IMAGE_LIMIT = 20 * 1024 * 1024

_HEAD = 4096
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
_SVG = re.compile(rb"(?:\s+|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>)*<svg[\s>/]", re.DOTALL)


def image_type(head: bytes) -> str | None:
    """The type that the first 4,096 bytes of a file tell: png, jpeg, gif, webp, svg or None."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    return "svg" if _SVG.match(head.removeprefix(b"\xef\xbb\xbf")) else None


def check_image(path: Path) -> None:
    """Make sure that a file is an image that can be shown.

    Raises:
        FileRefusedError: it cannot be read, is larger than 20 MB, or is none ("not-an-image").
    """
    if image_type(read_bytes(path, IMAGE_LIMIT, only=_HEAD)) is None:
        raise FileRefusedError("not-an-image")
