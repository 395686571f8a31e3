"""What the editor's pages ask of a deck in work: its doors, as protocols."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from quizapp.author.fields import Fields, FieldTrouble
from quizapp.author.told import (
    Changed,
    Conflict,
    HeadFields,
    KeptDeck,
    KindChange,
    Line,
    NewDeck,
    NewSource,
    Saved,
    SaveState,
    Side,
    Step,
)
from quizapp.check.finding import Finding
from quizapp.content.deck import Deck, Source
from quizapp.content.question import Kind, Question


class Saving(Protocol):
    """One save, taken as a snapshot; it may run in any thread."""

    def run(self) -> None:
        """Read the file, merge what changed outside, and write; it raises nothing."""
        ...


class Checking(Protocol):
    """Checks of a whole deck, taken as a snapshot; they may run in any thread."""

    def run(self) -> None:
        """Check; it raises nothing."""
        ...


class Adding(Protocol):
    """Finished questions on their way to the desk; they may be made ready in any thread."""

    @property
    def lines(self) -> Mapping[str, Line]:
        """Of the list, by key; nothing where it was stopped, or has not run."""
        ...

    def run(
        self,
        progress: Callable[[float], None] | None = None,
        stopped: Callable[[], bool] | None = None,
    ) -> None:
        """Make them ready.

        Args:
            progress: told how much is done, from 0 to 1.
            stopped: asked whether to leave it.
        """
        ...


class Desk(Protocol):
    """A deck in work. Every call is for the window's thread and takes at most some milliseconds.

    Each step is on disk, as a change of the deck or as a draft, after the next save.
    """

    @property
    def path(self) -> Path:
        """The deck's file."""
        ...

    @property
    def deck(self) -> Deck:
        """The deck as it stands on the desk; questions that are unfinished as last valid.

        Until `end_checks` came the first time it holds only the questions that were shown, so
        that opening does not wait for ten thousand.
        """
        ...

    @property
    def texts(self) -> Mapping[str, str]:
        """The text of each source that has one, by source id."""
        ...

    @property
    def keys(self) -> Sequence[str]:
        """All questions in the deck's order."""
        ...

    def line(self, key: str) -> Line:
        """A question in the list."""
        ...

    def fields(self, key: str) -> Fields:
        """A question as it stands in the form."""
        ...

    def question(self, key: str) -> Question | None:
        """A question as a value; None while it is unfinished."""
        ...

    def nearest(self, key: str) -> Question:
        """A question for the preview: what makes no sense yet stands as it was, or as blanks."""
        ...

    def troubles(self, key: str) -> tuple[FieldTrouble, ...]:
        """Why it is no question yet; nothing for a finished one."""
        ...

    def asked_as_before(self, key: str) -> bool:
        """Whether it is unfinished while an older version of it stands in the deck."""
        ...

    def findings(self, key: str) -> tuple[Finding, ...]:
        """What the checks hold against it, as it stands now.

        Nothing until `end_checks` came the first time.
        """
        ...

    def begin_checks(self) -> Checking:
        """Checks of the whole deck, to be run in another thread: after opening, and at rest."""
        ...

    def end_checks(self, checking: Checking) -> Changed:
        """Take in what they found; the questions whose state changed."""
        ...

    # Steps

    def change(self, key: str, fields: Fields, *, typing: bool = False) -> Changed:
        """Put what was typed in place; a word typed in one go is one step to undo.

        Args:
            key: of the question.
            fields: what stands in its form now.
            typing: the field is not left yet. What means something else until it is finished, a
                number or a date, is a draft until `settle`, and the deck keeps what it had.
        """
        ...

    def settle(self, key: str) -> Changed:
        """The field of a question that was being typed was left, so what stands there counts."""
        ...

    def pause(self) -> None:
        """What is typed from now on is another step to undo."""
        ...

    def turned(self, key: str, kind: Kind) -> KindChange:
        """What it would be as another kind; nothing is changed."""
        ...

    def add(self, kind: Kind, after: str = "") -> Changed:
        """Add an empty question behind another, or at the end."""
        ...

    def add_questions(self, questions: Sequence[Question], after: str = "") -> Changed:
        """Add finished questions; those without an id, or with one that is taken, get new ones."""
        ...

    def begin_add(self, questions: Sequence[Question], after: str = "") -> Adding:
        """Like `add_questions` for thousands: made ready in another thread, then added at once."""
        ...

    def end_add(self, adding: Adding) -> Changed:
        """Add what was made ready; nothing where that was stopped."""
        ...

    def duplicate(self, keys: Collection[str]) -> Changed:
        """Copy questions, each behind its original, with new ids."""
        ...

    def delete(self, keys: Collection[str]) -> Changed:
        """Take questions out; their history stays and comes back with them."""
        ...

    def move(self, keys: Collection[str], before: str) -> Changed:
        """Move questions in front of another; "" is the end."""
        ...

    def tag(self, keys: Collection[str], tag: str) -> Changed:
        """Add a tag."""
        ...

    def untag(self, keys: Collection[str], tag: str) -> Changed:
        """Take a tag away."""
        ...

    def mend(self, key: str, finding: Finding) -> Changed:
        """Apply the mend of a finding."""
        ...

    def accept(self, key: str, spelling: str) -> Changed:
        """Take a spelling in that a student said is right."""
        ...

    def confirm(self, key: str, today: date) -> Changed:
        """The author says that the fact still holds: a new as-of; a review day moves a year on."""
        ...

    def change_head(self, fields: HeadFields) -> Changed:
        """Change the deck's own fields.

        Raises:
            UnfinishedError: there is no title, or the language is none.
        """
        ...

    def add_source(self, source: NewSource) -> Changed:
        """Add a source; its text will be kept beside the deck.

        Raises:
            UnfinishedError: there is no title, or the date or address is none.
        """
        ...

    def change_source(self, source_id: str, source: NewSource) -> Changed:
        """Change a source; its text too.

        Raises:
            UnfinishedError: there is no title, or the date or address is none.
        """
        ...

    def remove_source(self, source_id: str) -> Changed:
        """Remove a source on which no question rests."""
        ...

    def source(self, source_id: str) -> Source | None:
        """A source by its id."""
        ...

    def add_image(self, key: str, name: str, data: bytes, alt: str) -> Changed:
        """Copy a picture beside the deck and put it before a question.

        Raises:
            FileRefusedError: it is no picture, or too large.
            OSError: it cannot be copied there.
        """
        ...

    @property
    def undoable(self) -> Step | None:
        """What `undo` would take back."""
        ...

    @property
    def redoable(self) -> Step | None:
        """What `redo` would do again."""
        ...

    def undo(self) -> Changed:
        """Take the last step back."""
        ...

    def redo(self) -> Changed:
        """Do the step again that was taken back."""
        ...

    # The file

    @property
    def state(self) -> SaveState:
        """How the desk stands to its file."""
        ...

    def begin_save(self, *, anew: bool = False) -> Saving | None:
        """A snapshot to be written, or None where nothing waits. Drafts are part of it.

        Args:
            anew: write the deck's file again though it was deleted outside.
        """
        ...

    def end_save(self, saving: Saving) -> Saved:
        """Take in what came of it; typing may have gone on meanwhile."""
        ...

    def begin_look(self) -> Saving:
        """Like a save, when the file may have changed outside: merges what is there."""
        ...

    def resolve(self, key: str, side: Side) -> Changed:
        """Settle a conflict."""
        ...

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What the author has still to choose."""
        ...


class Editor(Protocol):
    """Opens decks to be worked on and makes new ones. Every call is for any thread."""

    def open(self, path: Path, *, bundled: bool = False) -> Desk:
        """A deck on the desk, with the drafts that were left; it may take half a second.

        A bundled one becomes the author's own copy with the first change, not before.

        Raises:
            DeckUnreadableError: it is no deck as a whole.
        """
        ...

    def new(self, deck: NewDeck) -> Path:
        """Make an empty deck in the user's own folder, with an id that is free."""
        ...

    def duplicate(self, path: Path, title: str) -> Path:
        """Copy a deck as another one: a new id, and new ids for its questions."""
        ...

    def send(self, desk: Desk, keys: Collection[str], to: Path, *, keep: bool) -> Changed:
        """Move questions into another deck with their ids, or copy them with new ones (`keep`).

        The sources, texts and images that they rest on go with them.
        """
        ...

    def write_anew(self, kept: KeptDeck) -> Path:
        """Write a deck that drafts alone keep into a file again; where it lies now."""
        ...

    def let_go(self, kept: KeptDeck) -> Path:
        """Put a deck that drafts alone keep aside, into the folder of removed decks."""
        ...

    def delete_deck(self, path: Path) -> Path:
        """Put a deck of one's own aside, into the folder of removed decks; where it lies now."""
        ...
