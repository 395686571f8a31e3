"""A path as text that a database can hold, and back, whatever bytes its names are made of."""

from __future__ import annotations

import json
from pathlib import Path

_ESCAPED = "escaped:"


def is_text(path: Path) -> bool:
    """Whether its names are text: on Linux a name can be bytes that are not UTF-8."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def to_text(path: Path) -> str:
    """The path itself, or with what is no text in it escaped; two paths never give one text."""
    if is_text(path) and not str(path).startswith(_ESCAPED):
        return str(path)
    return _ESCAPED + json.dumps(str(path))


def from_text(text: str) -> Path:
    """The path of such a text."""
    if text.startswith(_ESCAPED):
        return Path(json.loads(text.removeprefix(_ESCAPED)))
    return Path(text)


def shown(path: Path | str) -> str:
    """The path for a reader, with a sign in place of what is no text in it."""
    return str(path).encode(errors="surrogatepass").decode(errors="replace")
