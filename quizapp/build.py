"""Makes every object once and joins them, without Qt, for window and terminal alike."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import paths
from quizapp.collection import opening
from quizapp.collection.deck_folders import DeckFolder, added
from quizapp.collection.decks import DeckShelf
from quizapp.collection.failures import DiskFull, HistoryFailure
from quizapp.collection.opening import open_collection, set_aside_before
from quizapp.content.question import PartialDate, Question
from quizapp.schedule.day import moment
from quizapp.schedule.log import Action, Clock, Entry
from quizapp.schedule.plan import Limits
from quizapp.schedule.store import Decks
from quizapp.settings import Settings
from quizapp.study.library import Library
from quizapp.study.rooms import BackupFile
from quizapp.study.today import today
from quizapp.study.view import StudyView, TodayShown

# What is wanted only after the first page is imported where it is wanted.
if TYPE_CHECKING:
    from quizapp.author.deck_standing import Standings
    from quizapp.author.door import Editor
    from quizapp.author.standing import Standing
    from quizapp.author.told import KeptDeck
    from quizapp.collection.recovery import Recovered
    from quizapp.generate.draft import Drafts
    from quizapp.generate.parser_spacy import Reader
    from quizapp.study.presenter import Presenter

SECONDS_A_MINUTE = 60
WINDOW_WAITS_MS = 250
"""How long a step in the window waits for another program: it must not seem to hang."""
TERMINAL_WAITS_MS = 5000


class SystemClock:
    """The machine's own clock and time zone."""

    def utc_ms(self) -> int:
        """Milliseconds since 1970, UTC."""
        return time.time_ns() // 1_000_000

    def offset_min(self, utc_ms: int) -> int:
        """Local time minus UTC at that instant, in minutes."""
        # Not by datetime, which refuses a zone a whole day from UTC, though POSIX allows it.
        return round(time.localtime(utc_ms // 1000).tm_gmtoff / SECONDS_A_MINUTE)

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
        settings: Settings,
        clock: Clock,
        dice: Callable[[int], bytes],
        wait_ms: int,
    ) -> None:
        self._home = home
        self._settings = settings
        self._clock = clock
        self._dice = dice
        self._wait_ms = wait_ms
        self._standings: Standings | None = None
        self._open()

    def _open(self) -> None:
        """Open the history; on the first opening the decks are looked for."""
        home = self._home
        now = local_time(self._clock)
        self.store = open_collection(home.database, self._dice, home.backups, now, self._wait_ms)
        try:
            folders = deck_folders(home, self._settings)
            self._shelf = DeckShelf(self.store.database, folders, self._dice, time.time_ns)
            self.library = Library(self._shelf, self.store, self._clock)
            with suppress(DiskFull):  # to look at what there is needs no room
                if not self._shelf.entries():
                    self._shelf.rescan()
                self.use(self._settings)
        except Exception:
            self.store.close()
            raise

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
        from quizapp.study.presenter import Presenter

        return Presenter(view, self.store, self._shelf, self._clock, self._limits, self._ageing)

    def _ageing(self, question: Question) -> PartialDate | None:
        """Since when a fact was not checked that is old, as far as it was looked up already."""
        return self._standings.old_since(question.id) if self._standings is not None else None

    def standings(self, files: Iterable[Path]) -> Mapping[Path, Standing]:
        """What is held against decks, and which of their facts are old; for one other thread."""
        from quizapp.author.deck_standing import Standings

        if self._standings is None:
            clock = self._clock
            drafts = self._home.deck_drafts
            self._standings = Standings(lambda: local_time(clock).date(), drafts)
        return self._standings.of(files)

    def drafts(self, reader: Reader | None = None) -> Drafts:
        """Articles that decks are being made of; what it does may be done in any thread.

        Args:
            reader: a parser whose reading adds facts to the rules' own.
        """
        from quizapp.generate.draft import Drafts
        from quizapp.generate.engine import Rules

        home, clock = self._home, self._clock.utc_ms
        return Drafts(
            home.drafts,
            home.decks,
            Rules(reader),
            clock,
            self._dice,
            self._own_questions,
            self._deck_ids,
        )

    def editor(self) -> Editor:
        """Decks to be worked on; what it does may be done in any thread."""
        from quizapp.author.editor import DeckEditor

        home, clock = self._home, self._clock
        return DeckEditor(
            home.decks,
            home.deck_drafts,
            home.removed,
            paths.articles(),
            self._dice,
            lambda: local_time(clock).date(),
            self._deck_ids,
        )

    def kept_decks(self) -> tuple[KeptDeck, ...]:
        """Decks that lie among the drafts alone, since their files are gone; for any thread."""
        from quizapp.author.kept_decks import kept_decks

        drafts = self._home.deck_drafts
        if not any(drafts.glob("*.json")):
            return ()  # as nearly always
        with self._shelf_elsewhere() as shelf:
            entries = () if shelf is None else shelf.entries()
            own = {entry.id: entry.path for entry in entries if not entry.bundled}
        return kept_decks(drafts, own)

    def _own_questions(self) -> dict[str, str]:
        """Ids of the questions in the user's own decks, and the decks' ids; for any thread."""
        with self._shelf_elsewhere() as shelf:
            return {} if shelf is None else shelf.standing()

    def _deck_ids(self) -> set[str]:
        """Ids of all decks, bundled ones too; for any thread."""
        with self._shelf_elsewhere() as shelf:
            return set() if shelf is None else {entry.id for entry in shelf.entries()}

    @contextmanager
    def _shelf_elsewhere(self) -> Iterator[DeckShelf | None]:
        """The decks for another thread; None where the home can only be looked at."""
        shelf = None if self.read_only else self._shelf.elsewhere()
        try:
            yield shelf
        finally:
            if shelf is not None:
                shelf.close()

    def use(self, settings: Settings) -> None:
        """Go by these settings from now on; a new desired retention is a row of the log."""
        self._settings = settings
        self._shelf.folders = deck_folders(self._home, settings)
        if not self.read_only and settings.retention != self.store.parameters().retention:
            now = moment(self._clock)
            self.store.append(Entry(Action.RETENTION, now, number=settings.retention))

    def rescan(self) -> bool:
        """Look through the decks' folders, and fold cards anew if that waits; what changed."""
        from quizapp.collection.database import Database
        from quizapp.collection.ledger import rebuild_wanted
        from quizapp.collection.rebuild import rebuild

        if self.read_only:
            return False
        shelf = self._shelf.elsewhere()
        try:
            changed = shelf.rescan()
        finally:
            shelf.close()
        database = Database(self._home.database, "rw")
        try:
            if rebuild_wanted(database.connection):
                rebuild(database)
                changed = True
        finally:
            database.close()
        return changed

    def watched(self) -> Sequence[Path]:
        """Folders and files whose change matters."""
        return self._shelf.watched()

    def backups(self) -> Sequence[BackupFile]:
        """Copies of the history, newest first."""
        from quizapp.collection import backup

        return [
            BackupFile(
                one.path,
                one.made.isoformat(" ", "seconds"),
                one.size,
                one.why,
                backup.answers_in(one.path),
            )
            for one in backup.backups(self._home.backups)
        ]

    def back_up(self) -> Path:
        """Copy the history now, verified; where it is."""
        from quizapp.collection import backup

        home, now = self._home, local_time(self._clock)
        return backup.back_up(home.database, home.backups, now, wait_ms=self._wait_ms)

    def daily_backup(self) -> Path | None:
        """Copy the history if that was not done today and is wished for."""
        from quizapp.collection import backup

        if self.read_only or not self._settings.daily_backup:
            return None
        return backup.back_up_daily(
            self._home.database, self._home.backups, local_time(self._clock)
        )

    def restore(self, wanted: Path) -> None:
        """Go back to a copy; the present history is copied first, so this can be undone.

        Raises:
            HistoryFailure: it was not done, and the present history stands.
        """
        from quizapp.collection.restoring import restore

        home, now = self._home, local_time(self._clock)
        restore(home.database, wanted, home.backups, self._dice, now, self._wait_ms)
        with suppress(HistoryFailure):  # it is done; the decks and settings come to it later too
            self._shelf.rescan()
            self.use(self._settings)

    def close(self) -> None:
        """Let go of everything."""
        self.store.close()

    def _limits(self) -> Limits:
        return Limits(self._settings.new_per_day, float(self._settings.minutes_per_day))


def local_time(clock: Clock) -> datetime:
    """The date and time on the student's wall, as names of files tell it."""
    now = moment(clock)
    local_s = now.utc_ms / 1000 + now.offset_min * SECONDS_A_MINUTE
    return datetime.fromtimestamp(local_s, UTC).replace(tzinfo=None)


def deck_folders(home: paths.Home, settings: Settings) -> tuple[DeckFolder, ...]:
    """Where decks are looked for: the user's own folder, those she added, the bundled ones."""
    return (
        DeckFolder(home.decks, own=True),
        *(added(folder) for folder in settings.deck_folders),
        DeckFolder(paths.bundled_decks(), bundled=True, text_root=paths.articles()),
    )


def open_rooms(
    home: paths.Home,
    settings: Settings,
    clock: Clock | None = None,
    dice: Callable[[int], bytes] = os.urandom,
    wait_ms: int = WINDOW_WAITS_MS,
) -> OpenRooms:
    """Open the learning history of a home; on its first opening the decks are looked for.

    Args:
        home: whose data it is.
        settings: to go by.
        clock: None for the machine's own.
        dice: random bytes, for ids.
        wait_ms: how long a step waits for another program's lock before it fails.

    Raises:
        HistoryFailure: the history cannot be opened; its class says why.
    """
    return OpenRooms(home, settings, clock or SystemClock(), dice, wait_ms)


def begin_anew(home: paths.Home) -> None:
    """Begin with an empty history where there is none, though there are copies of one.

    Raises:
        HistoryFailure: nothing was changed.
    """
    opening.begin_anew(home.database, os.urandom)


def restore_newest(home: paths.Home) -> Recovered:
    """Go on from a damaged history: the newest good backup, and what can be read besides.

    Raises:
        HistoryFailure: nothing was changed.
    """
    from quizapp.collection import backup

    return _recovered(home, backup.newest_good(home.backups))


def salvage(home: paths.Home) -> Recovered:
    """Go on from a damaged history with what can still be read of it, without a backup.

    Raises:
        HistoryFailure: nothing was changed.
    """
    return _recovered(home, None)


def _recovered(home: paths.Home, newest: Path | None) -> Recovered:
    from quizapp.collection.recovery import recover

    aside = set_aside_before(home.database) or home.database
    now = local_time(SystemClock())
    return recover(home.database, aside, newest, os.urandom, now)
