"""The texts of a deck's sources, and whether each quote stands in them on one place only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.content.named_files import TEXT_LIMIT, FileRefusedError, locate, read_bytes
from quizapp.content.question import Evidence
from quizapp.content.validation_fields import EXAMPLES, Fields, clip, nearest

_KEYS = frozenset({"source", "quote"})
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*[\"'”’)]*")
# Looking for the passage that was meant costs up to some milliseconds a quote.
_PASSAGES_AT_MOST = 50
_ALIKE = 50.0


@dataclass
class Texts:
    """The texts of one deck's sources, read once.

    Attributes:
        folder: the deck's.
        also: a second folder in which texts may lie.
        of: the text of each source by its id, where it has one that could be read.
        files: absolute paths of the texts that are named, existing or not.
    """

    folder: Path
    also: Path | None = None
    of: dict[str, str] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)
    _sentences: dict[str, list[str]] = field(default_factory=dict)
    _sought: int = 0

    def take(self, f: Fields, source_id: str, name: str, sha256: str) -> None:
        """Read a source's text and report what is wrong with it."""
        try:
            path = locate(self.folder, name, self.also)
            self.files.append(path)
            data = read_bytes(path, TEXT_LIMIT)
        except FileRefusedError as error:
            f.report(f"file-{error.code}", "file", path=clip(name), reason=error.reason)
            return
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            f.report("file-not-utf8", "file", path=clip(name), text_line=line)
            return
        found = hashlib.sha256(data).hexdigest()
        if sha256 and sha256 != found:
            f.report("text-changed", "sha256", warning=True, path=clip(name), found=found)
        self.of[source_id] = text.replace("\r\n", "\n")

    def evidence(self, f: Fields, sources: Collection[str]) -> Evidence | None:
        """Read a question's evidence and check it against the text."""
        table = f.table.get("evidence")
        if table is None:
            return None
        if not isinstance(table, dict):
            f.report("evidence-shape", "evidence")
            return None
        inner = f.inner("evidence", table)
        if table.keys() != _KEYS:
            inner.known(_KEYS)
        source, quote = inner.text("source", required=True), inner.text("quote", required=True)
        if source and source not in sources:
            self._unknown_source(inner, source, sources)
        elif quote and source in self.of:
            self._check(inner, source, quote)
        f.failed = f.failed or inner.failed
        return Evidence(source, quote)

    def _unknown_source(self, f: Fields, source: str, sources: Collection[str]) -> None:
        near = nearest(source, sources)
        if near:
            f.report("unknown-source", "source", source=clip(source), nearest=near)
        else:
            f.report("unknown-source-far", "source", source=clip(source), example=EXAMPLES["id"])

    def _check(self, f: Fields, source: str, quote: str) -> None:
        text = self.of[source]
        at = text.find(quote)
        if at < 0:
            passage = self._passage(source, quote)
            if passage:
                f.report("quote-near", "quote", quote=clip(quote), source=source, passage=passage)
            else:
                f.report("quote-not-found", "quote", quote=clip(quote), source=source)
            return
        again = text.find(quote, at + 1)
        if again >= 0:
            lines = [text.count("\n", 0, place) + 1 for place in (at, again)]
            f.report("quote-twice", "quote", quote=clip(quote), first=lines[0], second=lines[1])

    def _passage(self, source: str, quote: str) -> str:
        """The sentence of the text that is most like a quote, or ""."""
        if self._sought >= _PASSAGES_AT_MOST:
            return ""
        from rapidfuzz import fuzz, process

        self._sought += 1
        if source not in self._sentences:
            found = (sentence.strip() for sentence in _SENTENCE.findall(self.of[source]))
            self._sentences[source] = [sentence for sentence in found if sentence]
        best = process.extractOne(
            quote, self._sentences[source], scorer=fuzz.ratio, score_cutoff=_ALIKE
        )
        return best[0] if best else ""
