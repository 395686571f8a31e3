"""Questions carried from one deck into another, with the sources, texts and pictures they need."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizapp.author.desk_heads import free_name
from quizapp.content.deck import Deck, Source
from quizapp.content.named_files import TEXT_LIMIT, FileRefusedError, locate, read_bytes
from quizapp.content.question import Question
from quizapp.content.whole_write import write_whole


@dataclass
class Carrier:
    """Takes what questions rest on from one deck's folder into another's.

    Attributes:
        there: the deck that they come from.
        folder: its own.
        here: the deck that they go to.
        path: its file.
        also: a second folder in which texts of the first deck may lie.
        sources: those that the second deck needs besides its own.
    """

    there: Deck
    folder: Path
    here: Deck
    path: Path
    also: Path | None = None
    sources: list[Source] = field(default_factory=list)
    _named: dict[str, str] = field(default_factory=dict)

    def carried(self, questions: Iterable[Question]) -> list[Question]:
        """The questions as they stand in the other deck; files are copied.

        Raises:
            OSError: a file cannot be copied.
        """
        return [self._carried(question) for question in questions]

    def _carried(self, question: Question) -> Question:
        if question.evidence is not None:
            name = self._source(question.evidence.source)
            question = replace(question, evidence=replace(question.evidence, source=name))
        if question.image is not None:
            path = self.file(question.image.path)
            question = replace(question, image=replace(question.image, path=path))
        return question

    def _source(self, source_id: str) -> str:
        """The id in the other deck of a source; it is brought there unless it is there."""
        if source_id in self._named:
            return self._named[source_id]
        source = next((each for each in self.there.sources if each.id == source_id), None)
        if source is None:
            return source_id
        for each in (*self.here.sources, *self.sources):
            if _same(each, source):
                return self._named.setdefault(source_id, each.id)
        taken = {each.id for each in (*self.here.sources, *self.sources)}
        name = free_name(source.id, taken)
        file = self.file(source.file, name) if source.file else ""
        self.sources.append(replace(source, id=name, file=file, line=0))
        return self._named.setdefault(source_id, name)

    def file(self, name: str, stem: str = "") -> str:
        """The name in the other deck of a file, which lies there afterwards."""
        try:
            path = locate(self.folder, name, self.also)
            data = read_bytes(path, TEXT_LIMIT)
        except FileRefusedError:
            return name  # it was missing before, and the checks tell it there too
        wanted, n = f"{stem or path.stem}{path.suffix}", 1
        folder = self.path.parent / self.here.id
        while True:
            beside = folder / wanted
            if not beside.exists():
                folder.mkdir(parents=True, exist_ok=True)
                write_whole(beside, data)
                break
            with suppress(OSError):
                if beside.read_bytes() == data:
                    break
            n += 1
            wanted = f"{stem or path.stem}-{n}{path.suffix}"
        return f"{self.here.id}/{wanted}"


def _same(one: Source, other: Source) -> bool:
    """Whether two sources are one: their text, or all that is told of them."""
    if one.sha256 and one.sha256 == other.sha256:
        return True
    told = (one.title, one.publisher, one.published, one.url, one.sha256)
    return told == (other.title, other.publisher, other.published, other.url, other.sha256)
