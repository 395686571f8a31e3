"""Control characters shown as signs, so that a deck's text can say but never do."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar, cast

T = TypeVar("T")

_KEPT = "\t\n"
_SIGNS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _KEPT},
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "\N{REPLACEMENT CHARACTER}"),
    0x85: "␤",
    **dict.fromkeys((0x202D, 0x202E), "\N{REPLACEMENT CHARACTER}"),
}
"""Unicode has pictures of the controls below 0x20, and of two more.

The last two turn round all that follows on the line, so that it reads as something else.
"""
_HALF = re.compile("[\ud800-\udfff]+")


def plain(text: str) -> str:
    """The text with a sign for each control character but tab and line break.

    A terminal obeys ESC and its like: a title could move the cursor, name the window or clear it.
    """
    return text.replace("\r\n", "\n").translate(_SIGNS)


def without_halves(text: str) -> str:
    """The text with a sign for what is no character, as a byte typed that is not UTF-8.

    Such a text can be compared but never written, and so an answer with it could not be saved.
    """
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)


def plainly(shown: T) -> T:
    """The same value with every text in it made plain: in dataclasses, tuples, lists, dicts."""
    return cast("T", _plainly(shown))


def _plainly(value: Any) -> Any:  # noqa: ANN401 - whatever a view is shown
    made = value
    match value:
        case Enum():
            pass
        case str():
            made = plain(value)
        case Path():
            made = Path(plain(str(value)))
        case tuple() | list():
            made = type(value)(_plainly(each) for each in value)
        case dict():
            made = {key: _plainly(each) for key, each in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            texts = {each.name: _plainly(getattr(value, each.name)) for each in fields(value)}
            made = replace(value, **texts)
    return made
