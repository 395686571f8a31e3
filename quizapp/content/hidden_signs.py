"""Signs that stand in a text and are not seen: controls, signs that turn letters round, no width.

What a script needs is none of them: the joiners of Persian and Indic, marks of direction, the
isolates of a text in Arabic or Hebrew, the breaks between words of Thai and its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial


class SignKind(StrEnum):
    """What a sign does that is not seen."""

    CONTROL = "control"
    """It is meant for a machine: a terminal obeys it."""
    TURNING = "turning"
    """It makes what follows read from right to left, or nests it."""
    NO_WIDTH = "no-width"
    """It takes no room, and parts or joins what stands beside it."""
    SOFT_HYPHEN = "soft-hyphen"
    """It is seen at the end of a line only."""


@dataclass(frozen=True, slots=True)
class HiddenSign:
    """One of them.

    Attributes:
        kind: what it does.
        at: its offset in the text.
        name: as Unicode counts it: "U+202E".
    """

    kind: SignKind
    at: int
    name: str


_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_OVERRIDES = "\u202d\u202e"
_NESTING = "\u202a-\u202c\u2066-\u2069"
_NO_WIDTH = "\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb"
_SOFT = "\u00ad"
ALL = f"{_CONTROLS}{_OVERRIDES}{_NESTING}{_NO_WIDTH}{_SOFT}"
"""What may be hidden, as the inside of a class of a pattern."""

_SIGN = re.compile(f"[{ALL}]")
_PASTED = re.compile(f"[{_SOFT}{_NO_WIDTH}]+")
_ZERO_WIDTH_SPACE = "\u200b"
_KINDS = (
    (re.compile(f"[{_CONTROLS}]"), SignKind.CONTROL),
    (re.compile(f"[{_OVERRIDES}{_NESTING}]"), SignKind.TURNING),
    (re.compile(f"[{_SOFT}]"), SignKind.SOFT_HYPHEN),
)
_NEST = re.compile(f"[{_NESTING}]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u19e0-\u19ff\u3040-\u9fff]")


def hidden_signs(text: str) -> Iterator[HiddenSign]:
    """The signs of a text that are not seen and that its script does not need, in order."""
    if text.isascii() and text.isprintable():
        return
    for found in _SIGN.finditer(text):
        sign = found[0]
        if _NEST.match(sign) and _RIGHT_TO_LEFT.search(text):
            continue
        if sign == _ZERO_WIDTH_SPACE and _WITHOUT_SPACES.search(text):
            continue
        yield HiddenSign(_kind(sign), found.start(), named(sign))


def named(sign: str) -> str:
    """A sign as Unicode counts it: "U+202E"."""
    return f"U+{ord(sign):04X}"


def named_in(text: str) -> str:
    """The text with "[U+202E]" for each sign that is not seen: what may be printed anywhere."""
    return _SIGN.sub(_in_brackets, text)


def escaped_in(text: str) -> str:
    """The text with a backslash, u and four digits for each: what JSON and TOML read back."""
    return _SIGN.sub(_escaped, text)


def without_needless(text: str) -> str:
    """The text without the signs that change nothing where they stand, wherever that is certain.

    A soft hyphen goes. A sign of no width goes beside a space, a sign or the text's end; between
    two letters a space may have been meant, so a zero-width space stays there. Controls and signs
    that turn letters round stay: what is behind them would read otherwise.
    """
    if text.isascii():
        return text
    breaks = bool(_WITHOUT_SPACES.search(text))
    return _PASTED.sub(partial(_kept, breaks), text)


def _kept(breaks: bool, found: re.Match[str]) -> str:
    """What stays of some signs in a row; `breaks` where zero-width spaces are the script's own."""
    if breaks:
        return "".join(sign for sign in found[0] if sign == _ZERO_WIDTH_SPACE)
    text = found.string
    before, behind = text[: found.start()][-1:], text[found.end() :][:1]
    meant = _ZERO_WIDTH_SPACE in found[0] and before.isalnum() and behind.isalnum()
    return _ZERO_WIDTH_SPACE if meant else ""


def _kind(sign: str) -> SignKind:
    return next((kind for signs, kind in _KINDS if signs.match(sign)), SignKind.NO_WIDTH)


def _in_brackets(found: re.Match[str]) -> str:
    return f"[{named(found[0])}]"


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
