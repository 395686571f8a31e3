"""Images: told by their first bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.content.images import check_image, image_type
from quizapp.content.named_files import FileRefusedError


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"\x89PNG\r\n\x1a\n\0", "png"),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"GIF87a", "gif"),
        (b"GIF89a", "gif"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "webp"),
        (b"<svg xmlns='x'>", "svg"),
        (b"<svg>", "svg"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a map -->\n<svg\n", "svg"),
        (b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x'>\n<svg ", "svg"),
        (b"", None),
        (b"RIFF\x10\0\0\0WAVE", None),
        (b"<html><svg>", None),
        (b"<svgx>", None),
        (b"%PDF-1.4", None),
        (b"PNG", None),
        (b"<!--" * 1000, None),
    ],
)
def test_a_type_is_told_by_the_first_bytes(head: bytes, expected: str | None) -> None:
    """A name proves nothing, and an image within another file is none."""
    assert image_type(head) == expected


def test_an_image_above_the_limit_is_refused(tmp_path: Path) -> None:
    """A picture of more than 20 MB would hold up the window."""
    path = tmp_path / "a.gif"
    with path.open("wb") as file:
        file.write(b"GIF89a")
        file.truncate(20 * 1024 * 1024)
    check_image(path)
    with path.open("ab") as file:
        file.write(b"\0")
    with pytest.raises(FileRefusedError) as refused:
        check_image(path)
    assert refused.value.code == "too-large"
