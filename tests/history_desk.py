"""What tests of the learning history start from: a history in a folder, a set clock, answers."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from quizapp.collection.collection import Collection
from quizapp.collection.database import Database
from quizapp.collection.deck_folders import DeckFolder
from quizapp.collection.decks import DeckShelf
from quizapp.collection.opening import open_collection
from quizapp.content.deck import Deck
from quizapp.content.deck_file import save
from quizapp.content.question import Question, Short
from quizapp.schedule.day import MS_A_DAY, study_day
from quizapp.schedule.log import Action, Answer, Entry, Moment, Rating, Row

NOON = 1_760_011_200_000  # 9 October 2025, 12:00 UTC
TODAY = study_day(NOON, 0)
NOW = datetime(2025, 10, 9, 12, tzinfo=UTC)


def at(minutes: float = 0, days: int = 0) -> Moment:
    """So long after noon of the first day, in UTC."""
    utc_ms = NOON + int(minutes * 60_000) + days * MS_A_DAY
    return Moment(utc_ms, 0, study_day(utc_ms, 0))


def answer(
    rating: Rating = Rating.GOOD,
    due_day: int = TODAY + 3,
    *,
    due_ms: int = 0,
    next_step: int = -1,
    predicted: float | None = None,
    seconds: float = 4.0,
    form: str = "type",
    content_hash: str = "hash",
) -> Answer:
    """An answer that is right unless rated Again."""
    return Answer(
        content_hash=content_hash,
        form=form,
        shown=("Pristina", "“Tirana”"),
        given=("Pristina",),
        reason="exact",
        right=rating is not Rating.AGAIN,
        score=float(rating is not Rating.AGAIN),
        overruled=False,
        hinted=False,
        guessed=False,
        choices=4 if form == "choose" else 0,
        seconds=seconds,
        proposed=Rating.GOOD,
        rating=rating,
        step=-1,
        predicted=predicted,
        parameter_set="fsrs-6",
        marking_version=1,
        mapping_version=1,
        due_day=due_day,
        due_ms=due_ms,
        next_step=next_step,
    )


def answered(
    card: str, moment: Moment, given: Answer | None = None, deck: str = "civics"
) -> Entry:
    """An answer to a card, as a sitting appends it."""
    return Entry(
        Action.ANSWER,
        moment,
        card=card,
        deck=deck,
        question=card.partition("/")[0],
        answer=given or answer(),
    )


def short(question_id: str | None, prompt: str, right: str = "Pristina") -> Question:
    """A question with two wrong options."""
    return Question(question_id, Short(prompt, right, wrong=("Skopje", "Tirana")))


def named(n: int) -> str:
    """The id of the n-th question."""
    return f"question{'abcdefghijklmnopqrstuvwxyz'[n // 26]}{'abcdefghijklmnopqrstuvwxyz'[n % 26]}"


@dataclass
class Desk:
    """A history and decks in one folder.

    Attributes:
        root: holds the database, the folder `decks` and the backups.
        bundled: a folder whose decks come with the program.
        added: a folder that the user added.
        now_ns: the clock of the deck cache; runs ten seconds at each look.
    """

    root: Path
    collection: Collection = field(init=False)
    now_ns: int = 4_000_000_000_000_000_000
    _dice: random.Random = field(default_factory=lambda: random.Random(1))
    _shelf: DeckShelf | None = None

    def __post_init__(self) -> None:
        self.collection = self.opened()

    @property
    def path(self) -> Path:
        """Of the database."""
        return self.root / "quizapp.sqlite"

    @property
    def backups(self) -> Path:
        """Where copies are kept."""
        return self.root / "backups"

    @property
    def decks(self) -> Path:
        """The user's own folder."""
        return self.root / "decks"

    @property
    def bundled(self) -> Path:
        """The folder of decks that come with the program."""
        return self.root / "bundled" / "decks"

    @property
    def added(self) -> Path:
        """A folder that the user added."""
        return self.root / "added"

    @property
    def database(self) -> Database:
        """The open database."""
        return self.collection.database

    @property
    def shelf(self) -> DeckShelf:
        """The decks."""
        if self._shelf is None:
            folders = [
                DeckFolder(self.decks, own=True),
                DeckFolder(self.added),
                DeckFolder(self.bundled, bundled=True, text_root=self.root / "bundled" / "texts"),
            ]
            self._shelf = DeckShelf(self.database, folders, self.dice, self._tick)
        return self._shelf

    def dice(self, size: int) -> bytes:
        """Random bytes, the same in every run."""
        return self._dice.randbytes(size)

    def opened(self) -> Collection:
        """The history, opened once more."""
        return open_collection(self.path, self.dice, self.backups, NOW)

    def reopen(self) -> None:
        """Close everything and open it again, as another start does."""
        self.close()
        self.collection = self.opened()
        self._shelf = None

    def close(self) -> None:
        """Close the history."""
        self.collection.close()

    def write(
        self,
        questions: Sequence[Question],
        deck: str = "civics",
        folder: Path | None = None,
        name: str = "",
    ) -> Path:
        """Write a deck file and take it up."""
        where = folder or self.decks
        where.mkdir(parents=True, exist_ok=True)
        path = where / f"{name or deck}.toml"
        save(path, Deck(deck, deck.title(), questions=tuple(questions)))
        self.shelf.rescan()
        return path

    def begin(self, deck: str = "civics") -> Row:
        """Put a deck into the plan."""
        return self.collection.append(Entry(Action.BEGIN, at(-60), deck=deck))

    def answer(self, card: str, moment: Moment | None = None, given: Answer | None = None) -> Row:
        """Answer a card."""
        return self.collection.append(answered(card, moment or at(), given))

    def _tick(self) -> int:
        self.now_ns += 10_000_000_000
        return self.now_ns
