"""The words of Markdown without its marks, for lists and wherever else no form is shown."""

from __future__ import annotations

import re

LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)\)")
"""A link or a picture: its words, and where it leads."""
_MARKS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
_LINE_START = re.compile(r"^\s*(?:[-*+]\s+|\d+\.\s+|>\s?|#{1,6}\s+)", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[\s|:-]+$")


def plain_words(markdown: str) -> str:
    """The words of Markdown without its marks."""
    text = LINK.sub(r"\1", markdown)
    text = _LINE_START.sub("", text)
    text = _MARKS.sub("", text.replace("`", ""))
    lines = [line for line in text.splitlines() if not _TABLE_RULE.fullmatch(line)]
    return "\n".join(line.strip().strip("|").replace(" | ", ": ").strip() for line in lines)
