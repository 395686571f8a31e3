"""Makes every object once and joins them, without Qt, for window and terminal alike."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from quizapp import paths
from quizapp.collection.collection import Collection
from quizapp.collection.deck_folders import DeckFolder
from quizapp.collection.decks import DeckShelf
from quizapp.collection.opening import open_collection
from quizapp.schedule.day import moment
from quizapp.schedule.log import Action, Clock, Entry
from quizapp.schedule.plan import Limits
from quizapp.schedule.store import Decks
from quizapp.settings import Settings
from quizapp.study.library import Library
from quizapp.study.presenter import Presenter
from quizapp.study.today import today
from quizapp.study.view import StudyView, TodayShown

SECONDS_A_MINUTE = 60


class SystemClock:
    """The machine's own clock and time zone."""

    def utc_ms(self) -> int:
        """Milliseconds since 1970, UTC."""
        return time.time_ns() // 1_000_000

    def offset_min(self, utc_ms: int) -> int:
        """Local time minus UTC at that instant, in minutes."""
        local = datetime.fromtimestamp(utc_ms / 1000, UTC).astimezone()
        offset = local.utcoffset()
        return round(offset.total_seconds() / SECONDS_A_MINUTE) if offset else 0

    def running_s(self) -> float:
        """Seconds of a clock that never runs back."""
        return time.monotonic()


class OpenRooms:
    """Every door of an open learning history; `quizapp.study.rooms.Rooms`, for one thread.

    `rescan`, `daily_backup` and `refold` may be called from any thread.
    """

    def __init__(
        self,
        home: paths.Home,
        store: Collection,
        shelf: DeckShelf,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self.store = store
        self.library = Library(shelf, store, clock)
        self._home = home
        self._shelf = shelf
        self._settings = settings
        self._clock = clock

    @property
    def decks(self) -> Decks:
        """The decks."""
        return self._shelf

    @property
    def read_only(self) -> bool:
        """The home cannot be written."""
        return self.store.read_only

    def day(self) -> int:
        """The study day it is now."""
        return moment(self._clock).day

    def today(self) -> TodayShown:
        """What Today says now."""
        return today(self.store, self._shelf, self._limits(), self._clock)

    def presenter(self, view: StudyView) -> Presenter:
        """A sitting's door for a screen."""
        return Presenter(view, self.store, self._shelf, self._clock, self._limits)

    def use(self, settings: Settings) -> None:
        """Go by these settings from now on; a new desired retention is a row of the log."""
        self._settings = settings
        self._shelf.folders = deck_folders(self._home, settings)
        if not self.read_only and settings.retention != self.store.parameters().retention:
            now = moment(self._clock)
            self.store.append(Entry(Action.RETENTION, now, number=settings.retention))

    def rescan(self) -> bool:
        """Look through the decks' folders; whether anything changed."""
        shelf = self._shelf.elsewhere()
        try:
            return shelf.rescan()
        finally:
            shelf.close()

    def watched(self) -> Sequence[Path]:
        """Folders and files whose change matters."""
        return self._shelf.watched()

    def close(self) -> None:
        """Let go of everything."""
        self.store.close()

    def _limits(self) -> Limits:
        return Limits(self._settings.new_per_day, float(self._settings.minutes_per_day))


def deck_folders(home: paths.Home, settings: Settings) -> tuple[DeckFolder, ...]:
    """Where decks are looked for: the user's own folder, those she added, the bundled ones."""
    return (
        DeckFolder(home.decks, own=True),
        *(DeckFolder(Path(folder).expanduser()) for folder in settings.deck_folders),
        DeckFolder(paths.bundled_decks(), bundled=True, text_root=paths.articles()),
    )


def open_rooms(
    home: paths.Home,
    settings: Settings,
    clock: Clock | None = None,
    dice: Callable[[int], bytes] = os.urandom,
) -> OpenRooms:
    """Open the learning history of a home; on its first opening the decks are looked for.

    Args:
        settings: to go by.
        clock: None for the machine's own.
        dice: random bytes, for ids.

    Raises:
        HistoryFailure: the history cannot be opened; its class says why.
    """
    store = open_collection(home.database, dice)
    shelf = DeckShelf(store.database, deck_folders(home, settings), dice, time.time_ns)
    rooms = OpenRooms(home, store, shelf, settings, clock or SystemClock())
    try:
        if not shelf.entries():
            shelf.rescan()
        rooms.use(settings)
    except Exception:
        store.close()
        raise
    return rooms
