"""The texts of a deck's sources, and whether each quote stands in them on one place only."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.content.format_key import names
from quizapp.content.format_table import EVIDENCE
from quizapp.content.named_files import TEXT_LIMIT, FileRefusedError, locate, read_bytes
from quizapp.content.passages import Passages
from quizapp.content.question import Evidence
from quizapp.content.validation_fields import Fields, clip, nearest

_KEYS = names(EVIDENCE)
# Looking for the passage that was meant costs up to some milliseconds a quote.
_NEAREST_AT_MOST = 50


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
    _passages: dict[str, Passages] = field(default_factory=dict)
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
            f.report("unknown-source-far", "source", source=clip(source))

    def _check(self, f: Fields, source: str, quote: str) -> None:
        text = self._passages.get(source)
        if text is None:
            text = self._passages[source] = Passages(self.of[source])
        places = text.places(quote)
        if len(places) > 1:
            first, second = (text.line(place) for place in places)
            f.report("quote-twice", "quote", quote=clip(quote), first=first, second=second)
        if places:
            return
        self._sought += 1
        passage = text.nearest(quote) if self._sought <= _NEAREST_AT_MOST else ""
        if passage:
            f.report("quote-near", "quote", quote=clip(quote), source=source, passage=passage)
        else:
            f.report("quote-not-found", "quote", quote=clip(quote), source=source)
