"""What a sitting shows of a deck again and again: read once a sitting."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from quizapp.schedule.store import Decks, SourceEntry
from quizapp.study.quotes import Quotes


class DeckFacts:
    """Titles, folders and sources of decks, as they were when first asked for."""

    def __init__(self, decks: Decks) -> None:
        self._decks = decks
        self._folders: dict[str, Path | None] = {}
        self._sources: dict[str, dict[str, SourceEntry]] = {}
        self._quotes: dict[str, Quotes] = {}

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {e.id: e.title for e in self._decks.entries() if e.id and not e.hidden}

    def title(self, deck: str) -> str:
        """The deck's title; its id where it has gone meanwhile."""
        return self._titles.get(deck, deck)

    def folder(self, deck: str) -> Path | None:
        """Where its file lies."""
        if deck not in self._folders:
            self._folders[deck] = self._decks.folder(deck)
        return self._folders[deck]

    def source(self, deck: str, source: str) -> SourceEntry | None:
        """One of its sources, with its text."""
        if deck not in self._sources:
            self._sources[deck] = {entry.id: entry for entry in self._decks.sources(deck)}
        return self._sources[deck].get(source)

    def quotes(self, deck: str) -> Quotes:
        """What its questions rest on."""
        if deck not in self._quotes:
            self._quotes[deck] = Quotes(self._decks.quotes(deck))
        return self._quotes[deck]
