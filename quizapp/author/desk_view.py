"""The deck as it stands on the desk: its head, its questions and texts, made when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from quizapp.author.desk_entry import Entry
from quizapp.author.desk_home import source_of
from quizapp.author.desk_state import State
from quizapp.content.deck import Deck
from quizapp.content.deck_file import read_as
from quizapp.content.question import Question


class DeckView:
    """Gives the deck of a state, and makes anew no more of it than changed."""

    def __init__(self, path: Path, state: State, text_root: Path | None = None) -> None:
        self._path = path
        self._text_root = text_root
        self._state = state
        self._head: Deck | None = None
        self._texts: dict[str, str] = {}
        self._keys: list[str] | None = None
        self._numbers: dict[str, int] = {}
        self._questions: dict[str, Question] | None = None
        self._deck: Deck | None = None
        self._all_read = False

    def moved(self, path: Path) -> None:
        """The deck lies elsewhere now, with its texts beside it."""
        self._path, self._text_root = path, None
        self._head = self._deck = None

    def touched(self, keys: Iterable[str], *, order: bool, head: bool) -> None:
        """Something changed."""
        self._deck = None
        if head:
            self._head = None
        if order:
            self._keys = self._questions = None
        elif self._questions is not None:
            for key in keys:
                thing = self._state.things.get(key)
                valid = thing.valid if isinstance(thing, Entry) else None
                if valid is None and key not in self._questions:
                    continue
                if valid is None or key not in self._questions:
                    self._questions = None
                    return
                self._questions[key] = valid

    def read_all(self) -> None:
        """Every block was read elsewhere: from now on all questions are in the deck."""
        if not self._all_read:
            self._all_read = True
            self._questions = self._deck = None

    @property
    def keys(self) -> list[str]:
        """The questions in order."""
        if self._keys is None:
            self._keys = self._state.question_keys()
            self._numbers = {key: at for at, key in enumerate(self._keys, start=1)}
        return self._keys

    def number(self, key: str) -> int:
        """A question's place, from 1."""
        return self._numbers[key] if self.keys else 0

    @property
    def head(self) -> Deck:
        """The deck without its questions."""
        if self._head is None:
            read = read_as(self._path, self._state.rest(), text_root=self._text_root)
            self._head = replace(read.deck or Deck(self._path.stem, self._path.stem), questions=())
            self._texts = dict(read.texts)
            for source in self._head.sources:
                token = source_of(self._state, source.id)
                content = self._state.part(token).content if token else None
                if content is not None and source.file:
                    text = content.decode("utf-8-sig", "replace")
                    self._texts[source.id] = text.replace("\r\n", "\n")
        return self._head

    @property
    def texts(self) -> Mapping[str, str]:
        """The text of each source that has one."""
        if self._head is None:
            self._head = self.head
        return self._texts

    @property
    def deck(self) -> Deck:
        """The deck; until all blocks were read once, only with the questions that were."""
        if self._deck is None:
            self._deck = replace(self.head, questions=tuple(self._standing().values()))
        return self._deck

    def whole(self) -> Deck:
        """The deck with all its questions; the first time it may take half a second."""
        self.read_all()
        return self.deck

    def _standing(self) -> dict[str, Question]:
        if self._questions is None:
            self._questions = {}
            for key in self.keys:
                entry = self._state.entry(key)
                known = self._all_read or entry.made is not None
                if known or (entry.base is not None and entry.base.is_read):
                    valid = entry.valid
                    if valid is not None:
                        self._questions[key] = valid
        return self._questions
