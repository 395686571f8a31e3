"""An article as a value: its text as kept, what is known of it, and places in the text."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property

from quizapp.content.question import PartialDate

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of a text."""

    start: int
    end: int

    def __len__(self) -> int:
        """How many code points it covers."""
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words it covers."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Article:
    """A text to make questions of.

    Attributes:
        text: as it is kept beside the deck; every offset counts its code points. Paragraphs are
            parted by an empty line or a line end; a headline may be the first of them.
        title: the headline, or "" where none is known.
        published: when it was published; None where nobody has said yet.
        publisher: the newspaper or agency, or "".
        author: who wrote it, or "".
        url: where it was read, or "".
    """

    text: str
    title: str = ""
    published: PartialDate | None = None
    publisher: str = ""
    author: str = ""
    url: str = ""

    @cached_property
    def sha256(self) -> str:
        """Lower-case hex of the text's bytes in UTF-8, as a deck's source gives it."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def words(self) -> int:
        """How many words the text has."""
        return sum(1 for _ in _WORD.finditer(self.text))
