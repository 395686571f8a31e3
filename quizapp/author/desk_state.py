"""What lies on the desk: the deck's questions and all other parts of its text, in order."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from sys import intern
from typing import TypeAlias

from quizapp.author.block_reading import table_of
from quizapp.author.desk_entry import Base, Entry
from quizapp.author.field_reading import nearest_question
from quizapp.content.deck_editing import change_question
from quizapp.content.deck_editing_blocks import QUESTION, Piece, cut, ends_blank, id_of
from quizapp.content.deck_editing_blocks import core_and_tail as core_and_tail_of
from quizapp.content.deck_text import with_blocks

NewId: TypeAlias = Callable[[], str]

_AGAIN = "~"
_PART = "#"
_ID = re.compile(r"[a-z2-7]{10}")


@dataclass(slots=True, eq=False)
class Part:
    """A part of the text that is no question: the head, a source, comments. It never changes.

    Attributes:
        kind: "source", or "" for anything else.
        text: as it stands, or is to stand, in the file.
        content: the text of a source that is still to be written beside the deck.
        fresh: it is not in the file yet.
    """

    kind: str
    text: str
    content: bytes | None = None
    fresh: bool = False


Thing: TypeAlias = "Entry | Part"


@dataclass(frozen=True, slots=True)
class Held:
    """What the file holds in place of the desk's own, until the author chooses.

    Attributes:
        text: it stands in the file; "" where it is gone there.
        back: it was deleted here, so the file's stands on the desk too.
    """

    text: str
    back: bool = False


Laid: TypeAlias = "tuple[Thing | None, Held | None]"
"""What a token stands for, and what the file holds in its place."""


NOTHING: Laid = (None, None)


@dataclass(slots=True)
class State:
    """The parts of a deck by their tokens: a question's is its key, any other starts with "#".

    Attributes:
        order: all tokens in the order of the text.
        things: what each stands for.
        line_end: of the file.
        held: what was changed here and outside, by token.
        written: the text of each cloze as it was last written, with its labels, by key.
    """

    order: list[str] = field(default_factory=list)
    things: dict[str, Thing] = field(default_factory=dict)
    line_end: str = "\n"
    held: dict[str, Held] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    _count: int = 0

    def copy(self) -> State:
        """A snapshot; what it holds is shared, and never changes."""
        return State(
            [*self.order],
            dict(self.things),
            self.line_end,
            dict(self.held),
            self.written,
            self._count,
        )

    def laid(self, token: str) -> Laid:
        """What a token stands for, and what the file holds in its place."""
        thing, held = self.things.get(token), self.held.get(token)
        return NOTHING if thing is None and held is None else (thing, held)

    def lay(self, token: str, laid: Laid) -> None:
        """Have a token stand for something, or for nothing."""
        thing, held = laid
        if thing is None:
            self.things.pop(token, None)
        else:
            self.things[token] = thing
        if held is None or thing is None:
            self.held.pop(token, None)
        else:
            self.held[token] = held

    def entry(self, key: str) -> Entry:
        """A question.

        Raises:
            KeyError: there is none with that key.
        """
        found = self.things[key]
        if not isinstance(found, Entry):
            raise KeyError(key)
        return found

    def part(self, token: str) -> Part:
        """A part that is no question.

        Raises:
            KeyError: there is none with that token.
        """
        found = self.things[token]
        if not isinstance(found, Part):
            raise KeyError(token)
        return found

    def question_keys(self) -> list[str]:
        """The questions in order."""
        return [token for token in self.order if token[0] != _PART]

    def parts(self) -> Iterator[tuple[str, Part]]:
        """All that is no question, in order."""
        for token in self.order:
            if token[0] == _PART:
                yield token, self.part(token)

    def new_token(self) -> str:
        """A token for a part that no other has."""
        self._count += 1
        return f"{_PART}{self._count}"

    def blocks(self) -> list[tuple[str, str]]:
        """Each token with its text, as it stands in the file; what has none is left out.

        Raises:
            ValueError: a text holds half of a surrogate pair, which no file can.
        """
        found: list[tuple[str, str]] = []
        ended = loose = False
        things, held = self.things, self.held
        for token in self.order:
            thing = things[token]
            if isinstance(thing, Entry) and (base := thing.base) is not None:
                # Most are so, and untouched: ten thousand are asked at each save.
                new, last = base.fresh, base.last
                text = base.text if thing.made is None else None
            else:
                new, last = thing.fresh if isinstance(thing, Part) else True, False
                text = None
            if token in held:
                text = held[token].text
            elif text is None:
                text = self._text(token, thing)
            if not text:
                continue
            if found and not ended:
                self._add(found, self.line_end)
            if (new or loose) and found and not ends_blank(found[-1][1]):
                self._add(found, self.line_end)
            found.append((token, text))
            ended = text[-1] == "\n"
            loose = new or last
        return found

    def block(self, key: str) -> str:
        """The text of a question's block."""
        return self._text(key, self.entry(key))

    def own_text(self, token: str) -> str:
        """What stands here for a token, whatever the file holds."""
        return self._text(token, self.things[token])

    def shown_block(self, key: str) -> str:
        """A question as a block to be looked at, also while it is none yet."""
        entry = self.entry(key)
        if not entry.wrong:
            return self.block(key).strip()
        nearest = nearest_question(entry.fields, entry.valid, id_of_key(key))
        if entry.base is not None:
            with suppress(ValueError):  # half of a surrogate pair, which no block holds
                return change_question(entry.base.text, 0, nearest).strip()
        return with_blocks("", (), (nearest,)).strip()

    def _text(self, token: str, thing: Thing) -> str:
        if isinstance(thing, Part):
            return thing.text
        return thing.block(self.written.get(token, ""), self.line_end)

    @staticmethod
    def _add(found: list[tuple[str, str]], text: str) -> None:
        token, before = found[-1]
        found[-1] = token, before + text

    def text(self) -> str:
        """The whole text.

        Raises:
            ValueError: a text holds half of a surrogate pair, which no file can.
        """
        return "".join(text for _token, text in self.blocks())

    def rest(self) -> str:
        """All of the text but the questions."""
        return "".join(
            part.text if part.text.endswith("\n") else part.text + self.line_end
            for _token, part in self.parts()
        )


def laid_out(text: str, new_id: NewId) -> State:
    """A deck's text on the desk.

    Args:
        text: valid TOML, without a byte order mark.
        new_id: makes ten of a-z2-7, for questions that have no id.

    Raises:
        tomllib.TOMLDecodeError: a block of a question is no TOML.
    """
    state = State(line_end="\r\n" if "\r\n" in text else "\n")
    pieces = _joined(cut(text))
    names = [_written_id(piece) for piece in pieces]
    taken = {name for name in names if name}
    for at, (piece, written) in enumerate(zip(pieces, names, strict=True)):
        name = written
        if piece.kind != QUESTION:
            token = state.new_token()
            state.things[token] = Part(piece.kind, piece.text)
        else:
            name = written or _stand_in(piece)
            given = "" if name else free(new_id, taken)
            token = key = name or given
            while token in state.things:  # one id twice: an error that the checks tell
                token += _AGAIN
            taken.add(key)
            state.things[token] = Entry(Base(piece.text, given, last=at + 1 == len(pieces)))
        state.order.append(token)
    return state


def _written_id(piece: Piece) -> str:
    if piece.kind != QUESTION:
        return ""
    name = id_of(piece)
    return intern(name) if _ID.fullmatch(name) else ""


def _stand_in(piece: Piece) -> str:
    """An id for a block whose own has not the form of one, always the same; "" for none at all."""
    table = table_of(piece.text)
    if "id" not in table:
        return ""
    digest = hashlib.sha256(str(table["id"]).encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest).decode("ascii")[:10].lower()


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, a block and the tables far below it as one, with what stands between."""
    found: list[Piece] = []
    for piece in pieces:
        found.append(piece)
        if piece.goes_on:
            at = max(i for i, p in enumerate(found[:-1]) if p.kind == piece.kind)
            found[at:] = [Piece(piece.kind, "".join(p.text for p in found[at:]))]
    return found


def free(new_id: NewId, taken: Iterable[str]) -> str:
    """An id that is not taken."""
    name = new_id()
    while name in taken:
        name = new_id()
    return name


def id_of_key(key: str) -> str:
    """The id of the question that a key stands for."""
    return key.rstrip(_AGAIN)


def tail_of(text: str) -> str:
    """What stands below a block and stays when the block goes: comments of their own."""
    if "#" not in text:
        return ""
    tail = core_and_tail_of(text)[1]
    return tail if tail.strip() else ""
