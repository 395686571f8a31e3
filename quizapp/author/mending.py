"""A finding's mend made on the desk: the keys of one block, every other character as it was."""

from __future__ import annotations

from quizapp.author.desk_entry import Base, Entry
from quizapp.check.finding import Finding
from quizapp.content.content_hash import labelled
from quizapp.content.deck_editing import remove_key, set_key


def mended(entry: Entry, finding: Finding, block: str) -> Entry | None:
    """The question with a mend made; None where there is nothing to make.

    An id is not written here: every question gets one with the first save.

    Args:
        entry: the question; what is typed and unfinished in it has no mends.
        finding: what is held against it.
        block: the text of its block.
    """
    if finding.mend is None or entry.wrong or not block:
        return None
    text = block
    for path, value in finding.mend.changes:
        text = remove_key(text, 0, path) if value is None else set_key(text, 0, path, value)
    if finding.mend.code == "write-labels" and entry.valid is not None:
        text = set_key(text, 0, ("text",), labelled(entry.valid.prompt))
    if text == block:
        return None
    before = entry.base
    return Entry(Base(text, before.given if before else "", last=before is None or before.last))
