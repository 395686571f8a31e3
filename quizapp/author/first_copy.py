"""A deck that its author may not write: at the first change a copy in her own folder is made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quizapp.author.deck_copies import carried, place_of_copy
from quizapp.author.draft_file import DraftFile, draft_path
from quizapp.content.deck import Deck


@dataclass(frozen=True, slots=True)
class FirstCopy:
    """Where the copy will lie, and what comes with it; `quizapp.author.desk_saving.Home`.

    Attributes:
        path: the deck's file, which stays as it is.
        deck: its own fields and its sources.
        folder: where decks of the author lie.
        drafts: the folder for drafts of decks.
        text_root: a second folder in which the deck's texts may lie.
    """

    path: Path
    deck: Deck
    folder: Path
    drafts: Path
    text_root: Path | None

    def place(self) -> Path:
        """The file of the copy, which may be there already."""
        return place_of_copy(self.deck.id, self.folder)

    def carried(self, to: Path, text: str) -> str:
        """The deck's text as it stands in the copy; the files that it names lie beside it then.

        Raises:
            OSError: a file could not be copied.
        """
        return carried(self.path, self.deck, to, text, self.text_root)

    def drafts_at(self, to: Path) -> DraftFile:
        """Where drafts of the copy are kept."""
        return DraftFile(draft_path(self.drafts, self.deck.id, to), to)
