"""An editor over a folder of its own, with dice and days that are set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

from quizapp.author.desk import DeckDesk
from quizapp.author.editor import DeckEditor
from quizapp.author.told import Saved

TODAY = date(2026, 3, 1)


def dice(seed: float = 0.0) -> Callable[[int], bytes]:
    """Bytes that are never the same twice."""
    numbers = count(1 + int(seed * 2**40))
    return lambda length: next(numbers).to_bytes(length, "little")


def editor_in(home: Path, seed: float = 0.0) -> DeckEditor:
    """An editor whose home is a folder."""
    decks = home / "decks"
    decks.mkdir(parents=True, exist_ok=True)
    return DeckEditor(
        decks,
        home / "drafts" / "decks",
        home / "removed",
        None,
        dice(seed),
        lambda: TODAY,
        lambda: {path.stem for path in decks.glob("*.toml")},
    )


def save(desk: DeckDesk) -> Saved | None:
    """Save what waits, as the window does; None where nothing waits."""
    saving = desk.begin_save()
    if saving is None:
        return None
    saving.run()
    return desk.end_save(saving)


def look(desk: DeckDesk) -> Saved:
    """Look at the file, as the window does when it may have changed."""
    looking = desk.begin_look()
    looking.run()
    return desk.end_save(looking)


def check(desk: DeckDesk) -> None:
    """Check the whole deck, as the window does after opening."""
    checking = desk.begin_checks()
    checking.run()
    desk.end_checks(checking)
