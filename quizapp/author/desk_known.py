"""A deck's file as it was last read or written, kept in the pieces that lie on the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.author.desk_state import State

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Known:
    """The file as it was last read or written.

    Attributes:
        pieces: its text, without a byte order mark, in pieces. The desk holds most of them too,
            so that the file of a long deck is not held twice.
        names: the ids that its questions without one have on the desk, in order.
        marked: whether a byte order mark stands before its text.
    """

    pieces: tuple[str, ...]
    names: tuple[str, ...] = ()
    marked: bool = False

    @classmethod
    def of(cls, text: str) -> Known:
        """The file with a text that may begin with a byte order mark."""
        return cls((text.removeprefix(_MARK),), (), text.startswith(_MARK))

    @property
    def text(self) -> str:
        """Its text, without a byte order mark."""
        return "".join(self.pieces)

    @property
    def data(self) -> bytes:
        """Its bytes, made anew each time."""
        return ((_MARK if self.marked else "") + self.text).encode()

    def same(self, other: Known) -> bool:
        """Whether both have the same bytes."""
        return self is other or (self.marked == other.marked and self._reads_as(other))

    def with_text(self, pieces: Sequence[str]) -> Known:
        """Another text, after the same byte order mark."""
        new = Known(tuple(pieces), (), self.marked)
        return self if self._reads_as(new) else new

    def _reads_as(self, other: Known) -> bool:
        """Whether the text is the same; most pieces are the same objects, which is told fast."""
        if self.pieces == other.pieces:
            return True
        one, two = (sum(map(len, known.pieces)) for known in (self, other))
        return one == two and self.text == other.text


def pieces_of(text: str, state: State | None) -> list[str]:
    """A text in the pieces of a desk on which it was laid out; in one where it stands on none."""
    pieces = [piece for _token, piece in state.blocks()] if state is not None else []
    return pieces if "".join(pieces) == text else [text]
