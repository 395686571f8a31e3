"""Decks laid on a table: texts written beside one another, checked as the command checks them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from quizapp.check.between_decks import check_decks
from quizapp.check.checking import check_deck
from quizapp.check.code import ALL, Selection
from quizapp.check.finding import Finding
from quizapp.content.deck_file import read, text_of

TODAY = date(2026, 11, 24)
HEAD = 'format = 1\n\n[deck]\nid = "d"\ntitle = "t"\n\n'
UNNAMED = frozenset({"E136", "E137"})
"""Ids and labels are missing in most decks that are written for a test."""
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(40)


def whole(text: str) -> str:
    """A deck's text with a head, where it has none."""
    return HEAD + text if "[[" in text and "format" not in text and "[deck]" not in text else text


def checked(folder: Path, text: str, today: date | None = TODAY) -> tuple[Finding, ...]:
    """What is found in a deck with this text, as one file of a folder."""
    path = folder / "deck.toml"
    path.write_bytes(text.encode())
    found = read(path, today=today)
    return check_deck(found, text_of(path).removeprefix("\ufeff"), today=today)


def checked_together(
    folder: Path, texts: Mapping[str, str], selection: Selection = ALL
) -> list[Finding]:
    """What is found in several decks, and between them."""
    reads, found = [], list[Finding]()
    for name, text in texts.items():
        path = folder / name
        path.write_text(text)
        reads.append(read(path, today=TODAY))
        found += check_deck(reads[-1], text, today=TODAY, selection=selection)
    return found + [finding for _, finding in check_decks(reads)]


def numbers(findings: tuple[Finding, ...] | list[Finding]) -> set[str]:
    """The codes of findings, without those for missing ids and labels."""
    return {finding.code.number for finding in findings} - UNNAMED
