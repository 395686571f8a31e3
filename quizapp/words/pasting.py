"""Rows that were pasted, in words: how they are cut and what columns hold."""

from __future__ import annotations

from quizapp.words import N_, _

_SEPARATORS = {
    "\t": N_("tab"),
    ",": N_("comma"),
    ";": N_("semicolon"),
    "|": N_("upright line"),
    " - ": N_("hyphen"),
    " – ": N_("dash"),
    " — ": N_("long dash"),
    " : ": N_("colon with spaces"),
    ": ": N_("colon"),
    " = ": N_("equals sign with spaces"),
    "=": N_("equals sign"),
    "\n": N_("end of line"),
    "\n\n": N_("empty line"),
    "\n---\n": N_("line of three hyphens"),
}
_COLUMNS = {
    "prompt": N_("Question"),
    "answer": N_("Answer"),
    "accept": N_("Also right"),
    "wrong": N_("Wrong option"),
    "hint": N_("Hint"),
    "explanation": N_("Explanation"),
    "tags": N_("Tags"),
    "": N_("Left out"),
}


def separator(mark: str) -> str:
    """What stands between cells or rows: its name, or the mark itself."""
    return _(_SEPARATORS[mark]) if mark in _SEPARATORS else f"“{mark}”"


def column(code: str) -> str:
    """What a column holds."""
    return _(_COLUMNS[code])
