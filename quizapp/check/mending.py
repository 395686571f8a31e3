"""Safe mends made in a deck's text: what is not mended stays, character by character."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from quizapp.check.finding import Finding, Mend
from quizapp.check.placing import QUESTION, SOURCE, BlockAt, Places
from quizapp.content.content_hash import labelled
from quizapp.content.deck import Source
from quizapp.content.deck_editing import DeckText
from quizapp.content.deck_editing_reading import table_of
from quizapp.content.id_writing import with_ids

NewId = Callable[[], str]
"""Makes ten of a-z2-7."""


def mended(
    text: str, findings: Iterable[Finding], sources: Iterable[Source], new_id: NewId
) -> tuple[str, tuple[Finding, ...]]:
    """A deck's text with the mends of findings made, and the findings that were mended.

    A key is mended once; where two findings would change it, the first does, and the other may
    be found again in the text that comes back.

    Args:
        text: valid TOML, without a byte order mark.
        findings: of this very text; those with no mend are passed over.
        sources: of the deck.
        new_id: for questions that have no id.
    """
    work = _Work(text, tuple(sources))
    done = tuple(finding for finding in findings if finding.mend and work.mend(finding))
    return work.finished(new_id), done


class _Work:
    """One text being mended."""

    def __init__(self, text: str, sources: tuple[Source, ...]) -> None:
        self._places = Places(text)
        self._deck = DeckText.of(text)
        self._sources = {source.line: source for source in sources}
        self._touched: set[tuple[int, str]] = set()
        self._ids = self._format = False

    def mend(self, finding: Finding) -> bool:
        """Make the mend of one finding, unless its key was changed before."""
        mend = finding.mend
        if mend is None:
            return False
        if mend.code == "write-format":
            self._format = True
            return True
        block = self._places.block(finding.line)
        if block is None or (block.line, finding.key) in self._touched:
            return False
        if mend.code == "write-id":
            self._ids = True
            return True
        self._touched.add((block.line, finding.key))
        return self._label(block) if mend.code == "write-labels" else self._change(block, mend)

    def _label(self, block: BlockAt) -> bool:
        words = block.table.get("text")
        if not isinstance(words, str):
            return False
        self._deck = self._deck.set_key(block.index, ("text",), labelled(words))
        return True

    def _change(self, block: BlockAt, mend: Mend) -> bool:
        for path, value in mend.changes:
            if block.kind == QUESTION and value is None:
                self._deck = self._deck.remove_key(block.index, path)
            elif block.kind == QUESTION and value is not None:
                self._deck = self._deck.set_key(block.index, path, value)
            elif block.kind == SOURCE and path == ("sha256",):
                source = self._sources.get(block.line)
                if source is None:
                    return False
                changed = replace(source, sha256=str(value))
                self._deck = self._deck.change_source(block.index, changed, source)
        return bool(mend.changes)

    def finished(self, new_id: NewId) -> str:
        """The text with all mends made."""
        text = self._deck.text
        if self._ids:
            questions = table_of(text).get("question")
            if isinstance(questions, list):
                text, _ = with_ids(text, questions, new_id)
        if self._format:
            line_end = "\r\n" if "\r\n" in text else "\n"
            text = f"format = 1{line_end}{text}"
        return text
