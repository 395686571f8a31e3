"""Text as it is kept beside a deck: one kind of line end, one kind of space, no hidden signs.

What is kept is NFC, without control and zero-width signs and without soft hyphens; each space is
one U+0020; paragraphs are parted by one empty line; lone surrogates are U+FFFD. Reading the kept
text again keeps it as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from quizapp.generate.reading.outcome import Watch

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_SPACES = re.compile(r"[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_PIECE = 65536
"""Code points cleaned at a time, up to the next line end."""
_STEP = 4000
"""Lines between two looks at the watch."""

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_LIST_ITEM = re.compile(r"(?:[-*•‣–]|\(?\d{1,3}[.)])\s+\S")
_WRAPPED_AT = 110
_INDENT = re.compile(r"(?:\t| {2,})\S")


def clean(text: str) -> str:
    """The text with one kind of line end, in NFC, without hidden signs; spaces are as they were.

    Idempotent.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _SURROGATES.sub("\ufffd", text)
    # What is taken out can bring two signs together that NFC joins.
    return unicodedata.normalize("NFC", _HIDDEN.sub("", text))


def clean_long(text: str, watch: Watch) -> str:
    """As `clean`, piece by piece, so that other threads have their turn.

    Raises:
        Cancelled: it is to stop.
    """
    pieces = []
    start = 0
    while start < len(text):
        watch.told(start / len(text))
        end = text.find("\n", start + _PIECE) + 1 or len(text)
        pieces.append(clean(text[start:end]))
        start = end
    return "".join(pieces)


def spaced(line: str) -> str:
    """A line with single plain spaces and none at its ends."""
    return _SPACES.sub(" ", line).strip(" ")


def blocks(text: str, watch: Watch) -> Iterator[list[str]]:
    """Runs of lines between empty lines, as written; `watch` is told how much is done.

    Raises:
        Cancelled: it is to stop.
    """
    lines = text.split("\n")
    run: list[str] = []
    for number, line in enumerate(lines):
        if number % _STEP == 0:
            watch.told(number / len(lines))
        if spaced(line):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def paragraphs(text: str, watch: Watch) -> list[str]:
    """The paragraphs of a plain text: lines broken at a width are joined, others stand alone.

    Raises:
        Cancelled: it is to stop.
    """
    runs = list(blocks(text, watch.part(0, 0.5)))
    wrapped = _is_wrapped(runs)
    found: list[str] = []
    for number, run in enumerate(runs):
        if number % _STEP == 0:
            watch.told(0.5 + 0.5 * number / len(runs))
        found.extend(_joined(run) if wrapped else map(spaced, run))
    return found


def whole(parts: list[str]) -> str:
    """Paragraphs as one text."""
    return "\n\n".join(part for part in parts if part)


def _is_wrapped(runs: list[list[str]]) -> bool:
    """Whether lines end where the page did, not where a paragraph does."""
    inner = [spaced(line) for run in runs for line in run[:-1]]
    long = sum(1 for run in runs for line in run if len(line) > _WRAPPED_AT)
    if not inner or long * 50 > len(inner):  # a few long lines may be addresses
        return False
    open_ended = sum(1 for line in inner if len(line) >= 30 and not _SENTENCE_END.search(line))
    return open_ended * 2 > len(inner)


def _joined(run: list[str]) -> Iterator[str]:
    """The paragraphs of a run of lines: a list's item and an indented line begin a new one."""
    indented = [bool(_INDENT.match(line)) for line in run]
    by_indent = any(indented) and not all(indented)
    current = ""
    for line, deep in zip(run, indented, strict=True):
        words = spaced(line)
        if current and (_LIST_ITEM.match(words) or (by_indent and deep)):
            yield current
            current = words
        elif current:
            current += words if _ends_in_dash(current, words) else f" {words}"
        else:
            current = words
    yield current


def _ends_in_dash(before: str, after: str) -> bool:
    """Whether a word was parted at a hyphen that belongs to it, as "long-" and "standing"."""
    return before[-1] in "-—" and before[-2:-1].isalnum() and after[:1].isalnum()
