"""What a window or a terminal is handed when the learning history is open: every door, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from quizapp.settings import Settings
from quizapp.study.library import Library
from quizapp.study.view import StudyDoor, StudyView, TodayShown


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A copy of the learning history.

    Attributes:
        made: local date and time, as text.
        size: bytes.
        why: it was made: "daily", "asked", "before-restore" or "before-change" (of the program).
        answers: how many it has; None where it cannot be read.
    """

    path: Path
    made: str
    size: int
    why: str
    answers: int | None


class Rooms(Protocol):
    """All that a screen may ask for."""

    @property
    def library(self) -> Library:
        """Decks, and what is done to them."""
        ...

    @property
    def read_only(self) -> bool:
        """The home cannot be written: one may look, not study."""
        ...

    def day(self) -> int:
        """The study day it is now."""
        ...

    def today(self) -> TodayShown:
        """What Today says now."""
        ...

    def presenter(self, view: StudyView) -> StudyDoor:
        """A sitting's door for a screen."""
        ...

    def use(self, settings: Settings) -> None:
        """Go by these settings from now on."""
        ...

    def rescan(self) -> bool:
        """Look through the decks' folders; whether anything changed. For any thread."""
        ...

    def watched(self) -> Sequence[Path]:
        """Folders and files whose change matters."""
        ...

    def backups(self) -> Sequence[BackupFile]:
        """Copies of the history, newest first."""
        ...

    def back_up(self) -> Path:
        """Copy the history now, verified; where it is."""
        ...

    def daily_backup(self) -> Path | None:
        """Copy the history if that was not done today. For any thread."""
        ...

    def restore(self, backup: Path) -> None:
        """Go back to a copy; the present history is copied first, so this can be undone."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...
