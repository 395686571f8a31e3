"""What a deck in work is told, and what it tells: plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from quizapp.author.fields import Facts, Fields
from quizapp.content.question import Kind


class State(StrEnum):
    """How a question stands, worst first."""

    UNFINISHED = "unfinished"  # no question yet: kept as a draft, not in the file
    ERROR = "error"  # the checks found an error
    WARNING = "warning"
    CLEAN = "clean"


@dataclass(frozen=True, slots=True)
class Line:
    """A question in the list.

    Attributes:
        key: the question's id, which it has from its first moment on the desk.
        answer: in words, "" where there is none yet.
        search: what a filter looks in, case folded.
        aged: it is due for checking: past `review_by`, or old for its kind.
        number: its place in the deck, from 1.
    """

    key: str
    kind: Kind
    prompt: str
    answer: str
    tags: tuple[str, ...]
    state: State
    findings: int
    aged: bool
    number: int
    search: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What a step changed, so that no more is drawn anew than must be.

    Attributes:
        keys: questions whose words or state changed.
        order: questions came, went or moved.
        head: the deck's own fields or its sources changed.
        show: the question the author should be shown now, or "".
        field: of that question, the field that changed where it was one alone; else "".
        row: of that field, from 0; -1 where it has none.
        side: of that row, where it has two.
        end: how many letters stand before the end of what changed in it; -1 where no text did.
    """

    keys: frozenset[str] = frozenset()
    order: bool = False
    head: bool = False
    show: str = ""
    field: str = ""
    row: int = -1
    side: int = 0
    end: int = -1


@dataclass(frozen=True, slots=True)
class Step:
    """Something that can be undone or done again; `quizapp.words.authoring` names it.

    Attributes:
        code: "change", "add", "delete", "move", "tag", "untag", "kind", "head", "source", …
        facts: the values its name speaks of: the field and the question's kind, how many.
    """

    code: str
    facts: Facts = ()


class Side(StrEnum):
    """Whose version of a question that was changed in two places stands."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"  # mine as a new question with a new id beside theirs


@dataclass(frozen=True, slots=True)
class Conflict:
    """A question changed here and in the file outside; "" for a side where it is gone.

    Attributes:
        key: the question's; one that begins with "#" where it is the deck's own page or a source.
        mine: its block as it stands here.
        theirs: its block as it stands in the file.
    """

    key: str
    mine: str
    theirs: str


class SaveState(StrEnum):
    """How the deck on the desk stands to its file."""

    SAVED = "saved"
    WAITING = "waiting"  # changes are kept and will be written in a moment
    UNFINISHED = "unfinished"  # all that can be is written; drafts wait for their author
    CONFLICT = "conflict"  # all else is written; the author is to choose
    GONE = "gone"  # the file was deleted; everything is kept
    BROKEN = "broken"  # the file outside is no deck just now; everything is kept
    FAILED = "failed"  # it could not be written; everything is kept here


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of saving or of looking at the file.

    Attributes:
        error: why it failed, for `quizapp.words.troubles`; None where it did not.
        kept: what could not be written is a draft on disk, and goes into the file later.
        own_copy: the author's own copy was made of a deck that comes with the program.
        merged: questions that were taken over from outside.
        ids_given: how many questions were given an id by this save, to be said once.
    """

    state: SaveState
    changed: Changed = Changed()
    conflicts: tuple[Conflict, ...] = ()
    merged: frozenset[str] = frozenset()
    ids_given: int = 0
    error: Exception | None = None
    own_copy: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that has no place in another kind.

    Attributes:
        what: name of a field of `Fields`; or "rights" for the right halves of pairs, "others" for
            all answers but the first, "gaps" for all gaps but the first, whose words stay.
        words: what stands there, as far as it is words.
    """

    what: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KindChange:
    """What becomes of a question that is turned into another kind.

    Attributes:
        fields: the form afterwards.
        dropped: what the question holds now and has no place in the new kind.
    """

    fields: Fields
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source as an author writes it: `published` in any usual writing, `text` may be ""."""

    title: str
    publisher: str = ""
    published: str = ""
    url: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class HeadFields:
    """The deck's own fields as typed; authors one row each."""

    title: str
    description: str = ""
    language: str = "en"
    license: str = ""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewDeck:
    """A deck to be made; its file is named after the title."""

    title: str
    description: str = ""
    language: str = "en"
    license: str = ""
    authors: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class KeptDeck:
    """A deck that lies among the drafts alone.

    Attributes:
        draft: the file that keeps it.
        path: where its own file was.
        title: of the deck, or the name of its file where it has none.
        questions: how many are whole; unfinished ones come with them.
        text: of the deck's file as it should have been written.
    """

    draft: Path
    path: Path
    title: str
    questions: int
    text: str = field(repr=False)
