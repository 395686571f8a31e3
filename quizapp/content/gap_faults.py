"""What is wrong with the gaps of a cloze text."""

from __future__ import annotations

import re

from quizapp.content.question import gaps

_BRACES = re.compile(r"\{\{|\}\}")
_LIKE_A_LABEL = re.compile(r"[^\s:{}]*:(?=\S)")


def gap_faults(text: str) -> list[tuple[str, str]]:
    """Code and gap of each fault: the gap as written, its label where that is at fault, or "".

    Words before a colon with no space after it look like a label; where they are none the author
    is told, since what was meant as a label would be asked as part of the answer.
    """
    if not _balanced(text):
        return [("gap-braces", "")]
    found = gaps(text)
    if not found:
        return [("gap-none", "")]
    faults: list[tuple[str, str]] = []
    labels: set[str] = set()
    for gap in found:
        if not gap.answer.strip():
            faults.append(("gap-empty", text[gap.start : gap.end]))
        elif gap.labelled and gap.label in labels:
            faults.append(("gap-label-twice", gap.label))
        elif not gap.labelled and _LIKE_A_LABEL.match(gap.answer):
            faults.append(("gap-label", gap.answer))
        labels.add(gap.label)
    return faults


def _balanced(text: str) -> bool:
    is_open = False
    for brace in _BRACES.findall(text):
        if is_open == (brace == "{{"):
            return False
        is_open = not is_open
    return not is_open
