"""The lines of a PDF's pages become paragraphs: columns, running heads, hyphens and wrapping."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from quizapp.generate.reading.prose import spaced

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*$")
_LIST_ITEM = re.compile(r"(?:[-*•‣]|\(?\d{1,3}[.)])\s+\S")
_EDGE = 3
"""Lines at the top and at the bottom of a page that may be running heads."""
_GAP = 18.0
"""Points between two columns at least."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        text: its words.
        x: where it begins, in points from the left.
        y: its base line, in points from the bottom.
        size: of its letters, in points.
    """

    text: str
    x: float
    y: float
    size: float


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[str]:
    """The paragraphs of a document, in reading order, each on one line."""
    tidy = [_tidy(page) for page in pages]
    tidy = _without_running(tidy)
    lines = [line for page in tidy for line in _columns(page)]
    return _joined(lines)


def headline_of(pages: Sequence[Sequence[Line]], parts: Sequence[str]) -> str:
    """The paragraph of the first page in the largest letters, or "" where none stands out."""
    first = _tidy(next((page for page in pages if page), ()))
    if len(first) < 3:
        return ""
    largest = max(line.size for line in first)
    if largest < 1.2 * median(line.size for line in first):
        return ""
    words = next(line.text for line in first if line.size == largest)
    found = next((part for part in parts if part.startswith(words)), "")
    return found if 8 <= len(found) <= 200 else ""


def _tidy(page: Sequence[Line]) -> list[Line]:
    found = (replace(line, text=spaced(line.text.translate(_LIGATURES))) for line in page)
    return [line for line in found if line.text]


def _without_running(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers and lines that most pages have at their edge."""

    def edges(page: list[Line]) -> list[Line]:
        by_height = sorted(page, key=lambda line: -line.y)
        return by_height[:_EDGE] + by_height[_EDGE:][-_EDGE:]

    def shape(line: Line) -> str:
        return _DIGITS.sub("#", line.text.lower())

    if len(pages) < 2:
        return pages
    count = Counter(key for page in pages for key in {shape(line) for line in edges(page)})
    wanted = max(2, (len(pages) + 1) // 2)
    running = {key for key, pages_with in count.items() if pages_with >= wanted}
    cleared = []
    for page in pages:
        at_edge = edges(page)
        gone = [
            line for line in at_edge if shape(line) in running or _PAGE_NUMBER.fullmatch(line.text)
        ]
        # A page of nothing but repeated lines is a text that repeats itself.
        cleared.append([line for line in page if line not in gone] or page)
    return cleared


def _columns(page: list[Line]) -> list[Line]:
    """The lines in reading order, where the file has two columns row by row."""
    rows: list[list[Line]] = []
    for line in page:
        if rows and abs(rows[-1][0].y - line.y) < 2.0:
            rows[-1].append(line)
        else:
            rows.append([line])
    split = [row for row in rows if _is_split(row)]
    if len(rows) < 6 or len(split) * 5 < len(rows) * 2:
        return _single(rows)
    right = Counter(round(row[-1].x) for row in split).most_common(1)[0]
    if right[1] * 2 < len(split):
        return _single(rows)
    ordered: list[Line] = []
    left_side: list[Line] = []
    right_side: list[Line] = []
    for row in rows:
        if _is_split(row):
            left_side.append(row[0])
            right_side.append(row[1])
        elif abs(row[0].x - right[0]) < 3 and right_side:
            right_side.extend(_single([row]))
        elif _width(row[0]) > right[0] and (left_side or right_side):
            ordered += [*left_side, *right_side, *_single([row])]
            left_side, right_side = [], []
        else:
            left_side.extend(_single([row]))
    return [*ordered, *left_side, *right_side]


def _is_split(row: list[Line]) -> bool:
    return len(row) == 2 and row[1].x - _width(row[0]) > _GAP / 3 and row[1].x - row[0].x > 100


def _width(line: Line) -> float:
    """About where a line ends."""
    return line.x + 0.45 * line.size * len(line.text)


def _single(rows: list[list[Line]]) -> list[Line]:
    """Each row as one line."""
    return [
        replace(row[0], text=" ".join(line.text for line in row)) if len(row) > 1 else row[0]
        for row in rows
    ]


def _joined(lines: list[Line]) -> list[str]:
    """Lines into paragraphs: a gap, an indent, other letters or a short last line part them."""
    if not lines:
        return []
    steps = [a.y - b.y for a, b in pairwise(lines) if 0 < a.y - b.y < 60]
    step = median(steps) if steps else 0.0
    longest = max(len(line.text) for line in lines)
    found: list[str] = []
    current = lines[0].text
    for before, line in pairwise(lines):
        if _parted(before, line, step, longest):
            found.append(current)
            current = line.text
        else:
            current = _seamless(current, line.text)
    return [*found, current]


def _parted(before: Line, line: Line, step: float, longest: int) -> bool:
    """Whether a new paragraph begins."""
    if abs(before.size - line.size) > 0.15 * max(before.size, line.size, 1.0):
        return True
    if _LIST_ITEM.match(line.text):
        return True
    ended = bool(_SENTENCE_END.search(before.text))
    down = before.y - line.y
    if down > 0 and step and down > 1.35 * step:
        return True
    if down <= 0 or down > 60:  # the next column or page
        return ended and len(before.text) < 0.8 * longest
    if 4 < line.x - before.x < 50:
        return ended
    return ended and len(before.text) < 0.6 * longest


def _seamless(before: str, after: str) -> str:
    """Two lines as one, where a word parted at the line's end is whole again."""
    if before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower():
        return before[:-1] + after
    if before[-1:] in "-—" and before[-2:-1].isalnum() and after[:1].isalnum():
        return before + after
    return f"{before} {after}"
