"""What comes of reading: an article with notes on how sure it is, or the reason why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from quizapp.content.question import PartialDate
from quizapp.generate.article import Article

MEBIBYTE = 1024 * 1024

Facts = tuple[tuple[str, str], ...]
"""The values that a wording names, all plain text."""


class Reason(StrEnum):
    """Why nothing could be read."""

    # Files.
    MISSING = "missing"
    FOLDER = "folder"
    NOT_A_FILE = "not-a-file"
    NO_PERMISSION = "no-permission"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    # Their kind.
    NOT_TEXT = "not-text"
    OTHER_KIND = "other-kind"
    EMPTY = "empty"
    NO_WORDS = "no-words"
    WALL = "wall"
    PDF_PROTECTED = "pdf-protected"
    PDF_SCANNED = "pdf-scanned"
    PDF_DAMAGED = "pdf-damaged"
    # Reading in a process of its own.
    EXTRA_MISSING = "extra-missing"
    TOO_LONG = "too-long"
    TOO_MUCH_MEMORY = "too-much-memory"
    FAILED = "failed"
    # Addresses.
    ADDRESS_FORM = "address-form"
    ADDRESS_SCHEME = "address-scheme"
    ADDRESS_PASSWORD = "address-password"  # noqa: S105
    ADDRESS_PRIVATE = "address-private"
    ADDRESS_UNKNOWN = "address-unknown"
    ADDRESS_UNREACHABLE = "address-unreachable"
    ADDRESS_TLS = "address-tls"
    ADDRESS_SLOW = "address-slow"
    ADDRESS_REDIRECTS = "address-redirects"
    ADDRESS_LARGE = "address-large"
    ADDRESS_KIND = "address-kind"
    ADDRESS_GONE = "address-gone"
    ADDRESS_REFUSED = "address-refused"
    ADDRESS_BROKEN = "address-broken"
    ADDRESS_STATUS = "address-status"


class NoteCode(StrEnum):
    """What the author should know of an article that was read."""

    NOT_ENGLISH = "not-english"
    ENCODING_GUESSED = "encoding-guessed"
    NO_TITLE = "no-title"
    NO_DATE = "no-date"
    CUT_SHORT = "cut-short"
    PAGES_WITHOUT_TEXT = "pages-without-text"


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell the author.

    Attributes:
        code: what, a key of the wording table.
        facts: the values its wording names.
    """

    code: str
    facts: Facts = ()


@dataclass(frozen=True, slots=True)
class ArticleRead:
    """An article as it was read.

    Attributes:
        article: its text, and what the source says of itself.
        notes: what is missing or was guessed, the weightiest first.
    """

    article: Article
    notes: tuple[Note, ...] = ()


class ReadingError(Exception):
    """Nothing could be read.

    Attributes:
        code: why, one of `Reason`.
        facts: the values its wording names.
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: Facts = tuple(facts.items())


class Cancelled(Exception):  # noqa: N818 - nothing went wrong: somebody said stop
    """The reading was called off; nothing is left running."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a reading may take.

    Attributes:
        seconds: of a web page, a PDF or an address, from start to end.
        memory: bytes of address space that reading one may add, where the system can hold it.
        file: bytes of a file, and of the words from a clipboard.
        page: bytes of what an address gives.
        redirects: how often an address may send elsewhere.
    """

    seconds: float = 20.0
    memory: int = 512 * MEBIBYTE
    file: int = 20 * MEBIBYTE
    page: int = 10 * MEBIBYTE
    redirects: int = 5


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Watch:
    """Who looks on while something is read.

    Attributes:
        progress: told how much is done, from 0 to 1.
        cancelled: asked again and again whether to stop.
    """

    progress: Callable[[float], None] = lambda _share: None
    cancelled: Callable[[], bool] = lambda: False

    def checked(self) -> None:
        """Look whether to stop.

        Raises:
            Cancelled: it is to stop.
        """
        if self.cancelled():
            raise Cancelled

    def told(self, share: float) -> None:
        """Say how much is done.

        Raises:
            Cancelled: it is to stop.
        """
        self.checked()
        self.progress(min(1.0, max(0.0, share)))

    def part(self, start: float, end: float) -> Watch:
        """The watch over a part of the work, which runs from 0 to 1 by itself."""
        return Watch(lambda share: self.progress(start + (end - start) * share), self.cancelled)


@dataclass(frozen=True, slots=True)
class Found:
    """What one way of reading finds, as `Article` has it; the text may still be empty."""

    text: str
    title: str = ""
    published: PartialDate | None = None
    publisher: str = ""
    author: str = ""
    url: str = ""
    notes: tuple[Note, ...] = ()
