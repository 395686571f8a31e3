"""The folder of drafts: an article finds what was decided on it again, and becomes a deck."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizapp.generate.article import Article
from quizapp.generate.desk import Desk
from quizapp.generate.draft_engine import Engine
from quizapp.generate.draft_errors import DeskError, DraftUnreadableError, code_of, facts_of
from quizapp.generate.draft_file import ENDING, DraftFile, parse, shown_in, stem
from quizapp.generate.draft_saving import DeckDetails, add_to, save_as, save_new

__all__ = ["DeckDetails", "DraftShown", "Drafts"]


@dataclass(frozen=True, slots=True)
class DraftShown:
    """A draft as a list tells of it.

    Attributes:
        sha256: of the article's text, whole; by this it is opened and discarded. Of a damaged
            draft its first sixteen digits.
        title: of the article, or "".
        touched: when it was worked on last, in milliseconds since 1970 UTC.
        damaged: its first line cannot be read; opening it says what can be done.
        decks: how many of the kept ones stood in which deck when it was written, by id.
    """

    sha256: str
    title: str
    touched: int
    open: int
    kept: int
    refused: int
    damaged: bool = False
    decks: Mapping[str, int] = field(default_factory=dict)


class Drafts:
    """Every article that was begun."""

    def __init__(
        self,
        folder: Path,
        decks: Path,
        engine: Engine,
        clock: Callable[[], int],
        dice: Callable[[int], bytes],
        known: Callable[[], Mapping[str, str]],
        used: Callable[[], Collection[str]] = tuple,
    ) -> None:
        """Nothing is read or written yet.

        Args:
            folder: where drafts lie; made when the first is written.
            decks: the folder of the user's own decks.
            engine: the rules.
            clock: milliseconds since 1970, UTC.
            dice: random bytes, for the names of writers.
            known: id of each question in the user's decks, and the deck's id.
            used: ids of all decks, bundled ones too: a new deck hides none of them.
        """
        self._used = used
        self._folder = folder
        self._decks = decks
        self._engine = engine
        self._clock = clock
        self._dice = dice
        self._known = known

    def open(self, article: Article) -> Desk:
        """The article on the desk, with what was decided on it before; it may take seconds.

        A draft that could not be read whole is moved aside: `desk.damaged` names the file, and
        what could be read of it holds.

        Raises:
            DraftUnreadableError: a draft is there, and neither read nor touched.
        """
        return self._open(stem(article.sha256), article)

    def resume(self, sha256: str) -> Desk:
        """The article of a draft on the desk again; it may take seconds.

        Raises:
            DraftUnreadableError: it is not there, or its article cannot be read.
        """
        return self._open(stem(sha256), None)

    def look(self, article: Article) -> Desk:
        """The article on a desk whose decisions stay in memory, with those of its draft if any.

        Raises:
            DraftUnreadableError: a draft is there and cannot be read.
        """
        path = self._path(stem(article.sha256))
        draft = None
        try:
            draft = parse(path.read_bytes(), path)
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError as error:
            raise DraftUnreadableError("draft-unreadable", **facts_of(error, path)) from error
        kept, log = (draft.article, draft.log) if draft else (None, None)
        opened = _filled(kept, article)
        return Desk(opened, self._engine, self._clock, log=log, known=self._known())

    def listed(self) -> tuple[DraftShown, ...]:
        """Every draft, the one worked on last first."""
        found: list[DraftShown] = []
        try:
            paths = sorted(self._folder.glob(f"[!.]*{ENDING}"))
        except OSError:
            paths = []
        for path in paths:
            shown = shown_in(path)
            if shown is None:
                found.append(DraftShown(path.stem, "", 0, 0, 0, 0, damaged=True))
            else:
                counts = shown.counts
                numbers = counts.open, counts.kept, counts.refused
                found.append(
                    DraftShown(
                        shown.sha256, shown.title, shown.touched, *numbers, decks=shown.decks
                    )
                )
        return tuple(sorted(found, key=lambda draft: -draft.touched))

    def discard(self, sha256: str) -> None:
        """Remove a draft with all that was decided; decks made of it stay.

        Raises:
            DeskError: it is still there.
        """
        path = self._path(stem(sha256))
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise DeskError(f"discard-{code_of(error)}", **facts_of(error, path)) from error

    def save_new(self, desk: Desk, details: DeckDetails, *, again: bool = False) -> Path:
        """Make a deck of the kept questions in the user's own folder; see `save_new`."""
        known = self._known()
        used = {*known.values(), *self._used()}
        taken = _taken(known, desk)
        return save_new(desk, self._decks, details, taken=taken, used=used, again=again)

    def save_as(
        self, desk: Desk, path: Path, details: DeckDetails, *, again: bool = False
    ) -> Path:
        """Make a deck of the kept questions in the file that is named; see `save_as`."""
        known = self._known()
        used = {*known.values(), *self._used()}
        return save_as(desk, path, details, taken=_taken(known, desk), used=used, again=again)

    def add_to(self, desk: Desk, path: Path, *, again: bool = False) -> Path:
        """Add the kept questions to a deck; see `add_to`."""
        return add_to(desk, path, taken=_taken(self._known(), desk), again=again)

    def _open(self, name: str, article: Article | None) -> Desk:
        path = self._path(name)
        file = DraftFile(path, self._clock)
        draft = file.read()
        kept = draft.article if draft else None
        if article is None and kept is None:
            aside = str(file.aside or path)
            raise DraftUnreadableError("draft-damaged" if draft else "draft-gone", path=aside)
        desk = Desk(
            _filled(kept, article),
            self._engine,
            self._clock,
            writer=self._dice(4).hex(),
            log=draft.log if draft else None,
            keeper=file,
            known=self._known(),
        )
        desk.write()
        return desk

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{ENDING}"


def _taken(known: Mapping[str, str], desk: Desk) -> Callable[[str], str]:
    """Which deck has a question; decks saved just now may not have been looked through yet."""
    return lambda question: known.get(question) or desk.stands_in(question)


def _filled(kept: Article | None, read: Article | None) -> Article:
    """The article as it was opened first, with what only a later reading found."""
    if kept is None or read is None:
        return kept or read or Article("")
    return replace(
        kept,
        title=kept.title or read.title,
        published=kept.published or read.published,
        publisher=kept.publisher or read.publisher,
        author=kept.author or read.author,
        url=kept.url or read.url,
    )
