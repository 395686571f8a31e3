"""The sentence an answer rests on, with its neighbours and its paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BREAK = re.compile(r"[.!?…。！？؟]+[\"'”’»)\]]*(?:\s+|(?<=[。！？])|$)")
_ABBREVIATED = re.compile(
    r"(?:mr|mrs|ms|dr|prof|st|sr|jr|gen|col|lt|sgt|gov|sen|rep|rev|vs|etc|cf|al|approx|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:no|nos|art|arts|fig|p|pp|res|ch|sec|vol)", re.IGNORECASE)
"""These are abbreviations before a figure only: "no." ends many a sentence."""

_OPENING = "([“\"'"


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote where it stands.

    Attributes:
        before, after: the neighbouring sentences within the paragraph, "" at its edges.
        sentence: the whole sentence, or sentences, that the quote stands in.
        paragraph: the whole paragraph, its lines joined.
        before_at, after_at: where the neighbours start in it.
    """

    before: str
    sentence: str
    after: str
    paragraph: str
    before_at: int = 0
    after_at: int = 0


def sentences(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a paragraph starts and ends, without the space between them.

    A full stop ends no sentence after a known abbreviation, after a single capital (an initial),
    or before a small letter.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _BREAK.finditer(paragraph):
        if stop.end() < len(paragraph) and not _ends(paragraph, stop):
            continue
        end = stop.end() - (len(stop.group()) - len(stop.group().rstrip()))
        if end > start:
            found.append((start, end))
        start = stop.end()
    rest = paragraph[start:].rstrip()
    if rest:
        found.append((start, start + len(rest)))
    return tuple(found)


def _ends(paragraph: str, stop: re.Match[str]) -> bool:
    if paragraph[stop.end()].islower():
        return False
    if paragraph[stop.start()] != "." or stop.group().startswith(".."):
        return True
    begins = stop.start()
    while begins and not paragraph[begins - 1].isspace() and paragraph[begins - 1] not in _OPENING:
        begins -= 1
    last = paragraph[begins : stop.start()]
    if _ABBREVIATED.fullmatch(last):
        return False
    if _NUMBERED.fullmatch(last) and paragraph[stop.end()].isdigit():
        return False
    return not (len(last.rpartition(".")[2]) == 1 and last[-1].isupper())


def passage(text: str, quote: str) -> Passage | None:
    """Where the quote stands in a source's text; None where it does not.

    Runs of space and line ends count as one space on both sides.
    """
    wanted = " ".join(quote.split())
    if not wanted:
        return None
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")):
        paragraph = " ".join(block.split())
        at = paragraph.find(wanted)
        if at >= 0:
            return _within(paragraph, at, at + len(wanted))
    return None


def _within(paragraph: str, start: int, end: int) -> Passage:
    spans = sentences(paragraph)
    touched = [i for i, (a, b) in enumerate(spans) if a < end and b > start]
    if not touched:
        return Passage("", paragraph[start:end], "", paragraph)
    first, last = touched[0], touched[-1]
    return Passage(
        before=paragraph[slice(*spans[first - 1])] if first else "",
        sentence=paragraph[spans[first][0] : spans[last][1]],
        after=paragraph[slice(*spans[last + 1])] if last + 1 < len(spans) else "",
        paragraph=paragraph,
        before_at=spans[first - 1][0] if first else 0,
        after_at=spans[last + 1][0] if last + 1 < len(spans) else len(paragraph),
    )
