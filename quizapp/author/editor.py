"""The editor's door: decks opened, made, copied, put aside, and questions sent between them."""

from __future__ import annotations

import base64
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

from quizapp.author import deck_copies
from quizapp.author.carrying import Carrier
from quizapp.author.desk import DeckDesk
from quizapp.author.desk_heads import free_name, slug
from quizapp.author.door import Desk
from quizapp.author.field_reading import UnfinishedError
from quizapp.author.fields import FieldTrouble
from quizapp.author.kept_decks import put_kept_aside, write_anew
from quizapp.author.opening import opened
from quizapp.author.told import Changed, KeptDeck, NewDeck, SaveState
from quizapp.content.deck import Deck
from quizapp.content.deck_editing import change_question
from quizapp.content.deck_text import write_text
from quizapp.content.whole_write import write_whole

_BYTES_OF_ID = 7
_LETTERS_OF_ID = 10
_ENDING = ".toml"


class NotSentError(Exception):
    """Questions were not sent: the other deck could not be written, and this one is as it was.

    Attributes:
        path: of the other deck.
        state: how it stands to its file.
    """

    def __init__(self, path: Path, state: SaveState) -> None:
        super().__init__(f"{path}: {state}")
        self.path = path
        self.state = state


class DeckEditor:
    """Opens decks to be worked on and makes new ones; `quizapp.author.door.Editor`.

    Args:
        decks: the folder of the user's own decks.
        drafts: the folder for drafts of decks.
        removed: the folder for decks that were deleted.
        text_root: a second folder in which texts of bundled decks lie.
        dice: random bytes, for ids.
        today: the day it is.
        deck_ids: ids of all decks, which a new one must not have; for any thread.
    """

    def __init__(
        self,
        decks: Path,
        drafts: Path,
        removed: Path,
        text_root: Path | None,
        dice: Callable[[int], bytes],
        today: Callable[[], date],
        deck_ids: Callable[[], Collection[str]],
    ) -> None:
        self._decks = decks
        self._drafts = drafts
        self._removed = removed
        self._text_root = text_root
        self._dice = dice
        self._today = today
        self._deck_ids = deck_ids

    def new_id(self) -> str:
        """Ten of a-z2-7."""
        letters = base64.b32encode(self._dice(_BYTES_OF_ID)).decode("ascii").lower()
        return letters[:_LETTERS_OF_ID]

    def open(self, path: Path, *, bundled: bool = False) -> DeckDesk:
        """A deck on the desk, with the drafts that were left.

        Args:
            path: its file.
            bundled: it comes with the program, or may not be written for another reason. With
                the first change it becomes the author's own: a copy in her folder, with its
                texts and pictures, under the same id.

        Raises:
            DeckUnreadableError: it is no deck as a whole.
        """
        home = (self._decks, self._text_root) if bundled else None
        return opened(path, self._drafts, self.new_id, self._today(), home)

    def new(self, deck: NewDeck) -> Path:
        """Make an empty deck in the user's own folder, with an id that is free.

        Raises:
            UnfinishedError: it has no title.
            OSError: it cannot be written.
        """
        title = _titled(deck.title)
        name, path = self._place(title)
        authors = tuple(line for author in deck.authors if (line := " ".join(author.split())))
        made = Deck(
            name,
            title,
            deck.language.strip() or "en",
            deck.description.strip(),
            authors,
            deck.license.strip(),
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, write_text(made).encode())
        return path

    def _place(self, title: str) -> tuple[str, Path]:
        """An id and a file that are free."""
        taken = set(self._deck_ids())
        taken |= {path.stem for path in self._decks.glob("*") if path.suffix == _ENDING}
        taken |= {path.name for path in self._decks.glob("*") if path.is_dir()}
        name = free_name(slug(title, "deck"), taken)
        return name, self._decks / f"{name}{_ENDING}"

    def duplicate(self, path: Path, title: str) -> Path:
        """Copy a deck as another one: a new id, and new ids for its questions.

        Raises:
            DeckUnreadableError: it is no deck as a whole.
            UnfinishedError: it has no title.
            OSError: it cannot be written.
        """
        title = _titled(title)
        name, to = self._place(title)
        deck_copies.duplicate(path, to, (name, title), self._text_root, self.new_id)
        return to

    def send(self, desk: Desk, keys: Collection[str], to: Path, *, keep: bool) -> Changed:
        """Move questions into another deck with their ids, or copy them with new ones (`keep`).

        The sources, texts and images that they rest on go with them. Those that are unfinished
        stay. The other deck is written before this one loses them, and undo here does not bring
        back what was moved, or an id would stand in both: they are moved back from there.

        Raises:
            DeckUnreadableError: the other is no deck as a whole.
            NotSentError: the other deck could not be written; this one is as it was.
            OSError: a text or picture could not be copied; this one is as it was.
        """
        if not isinstance(desk, DeckDesk):
            raise TypeError(type(desk))
        going = [key for key in desk.keys if key in set(keys) and desk.question(key) is not None]
        other = self.open(to)
        carrier = Carrier(
            desk.deck,
            desk.path.parent,
            other.deck,
            to,
            self._text_root if keep or desk.borrowed else None,
        )
        blocks: dict[str, str] = {}
        for key in going:
            question = desk.question(key)
            if question is None:
                continue
            name = question.id or key
            taken = {*other.keys, *blocks}
            if keep or name in taken:
                name = self._free({*taken, *desk.keys})
            carried = replace(carrier.carried([question])[0], id=name)
            blocks[name] = change_question(desk.block(key), 0, carried)
        other.add_blocks(blocks, carrier.sources)
        saving = other.begin_save()
        if saving is not None:
            saving.run()
            other.end_save(saving)
            if other.state not in {SaveState.SAVED, SaveState.UNFINISHED}:
                raise NotSentError(to, other.state)
        return Changed() if keep else desk.let_go(going)

    def _free(self, taken: Collection[str]) -> str:
        name = self.new_id()
        while name in taken:
            name = self.new_id()
        return name

    def write_anew(self, kept: KeptDeck) -> Path:
        """Write a deck that drafts alone keep into a file again; where it lies now.

        Raises:
            OSError: it cannot be written; the draft is as it was.
        """
        return write_anew(kept, self._decks)

    def let_go(self, kept: KeptDeck) -> Path:
        """Put a deck that drafts alone keep aside, into the folder of removed decks.

        Raises:
            OSError: it could not be moved; the draft lies where it was.
        """
        return put_kept_aside(kept, self._removed)

    def delete_deck(self, path: Path) -> Path:
        """Put a deck of one's own aside, into the folder of removed decks; where it lies now.

        Raises:
            OSError: it could not be moved; it lies where it was.
        """
        return deck_copies.put_aside(path, self._removed)


def _titled(title: str) -> str:
    line = " ".join(title.split())
    if not line:
        raise UnfinishedError((FieldTrouble("title", "no-title"),))
    return line
