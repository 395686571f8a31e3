"""What the page asks of the rest of the program: reading, drafts and the author's own decks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from quizapp.generate.article import Article
from quizapp.generate.desk import Desk
from quizapp.generate.draft import DeckDetails, DraftShown
from quizapp.generate.reading.outcome import ArticleRead
from quizapp.study.rooms import Rooms

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


class Drafts(Protocol):
    """Articles that were begun; `quizapp.generate.draft.Drafts`. Every call is for any thread."""

    def open(self, article: Article) -> Desk:
        """The article on the desk; it may take seconds."""
        ...

    def resume(self, sha256: str) -> Desk:
        """The article of a draft on the desk again; it may take seconds."""
        ...

    def listed(self) -> tuple[DraftShown, ...]:
        """Every draft, the one worked on last first."""
        ...

    def discard(self, sha256: str) -> None:
        """Remove a draft."""
        ...

    def save_new(self, desk: Desk, details: DeckDetails) -> Path:
        """Make a deck of the kept questions."""
        ...

    def add_to(self, desk: Desk, path: Path) -> Path:
        """Add the kept questions to a deck."""
        ...


class ArticleRooms(Rooms, Protocol):
    """The rooms of a window that can make decks of articles."""

    def drafts(self) -> Drafts:
        """Articles that were begun."""
        ...


class Reading(Protocol):
    """How articles come in. Every call is for any thread."""

    def file(self, path: Path, progress: Progress, cancelled: Cancelled) -> ArticleRead:
        """Read a file."""
        ...

    def address(
        self, url: str, progress: Progress, cancelled: Cancelled, *, allow_private: bool = False
    ) -> ArticleRead:
        """Fetch an address, of the own network only if allowed, and read what stands there."""
        ...

    def words(
        self, words: str, progress: Progress, cancelled: Cancelled, *, html: bool
    ) -> ArticleRead:
        """Read what was pasted."""
        ...


class RulesReading:
    """Reads with `quizapp.generate.reading`, which is imported when it is first needed."""

    def file(self, path: Path, progress: Progress, cancelled: Cancelled) -> ArticleRead:
        """Read a file."""
        from quizapp.generate.reading.read import read_file

        return read_file(path, progress=progress, cancelled=cancelled)

    def address(
        self, url: str, progress: Progress, cancelled: Cancelled, *, allow_private: bool = False
    ) -> ArticleRead:
        """Fetch an address, of the own network only if allowed, and read what stands there."""
        from quizapp.generate.reading.read import read_address

        return read_address(
            url, allow_private=allow_private, progress=progress, cancelled=cancelled
        )

    def words(
        self, words: str, progress: Progress, cancelled: Cancelled, *, html: bool
    ) -> ArticleRead:
        """Read what was pasted."""
        from quizapp.generate.reading.read import read_words

        return read_words(words, html=html, progress=progress, cancelled=cancelled)
