"""How many questions of a deck are drafts: written in the editor, and not in its file yet."""

from __future__ import annotations

import json
from pathlib import Path

from quizapp.author.draft_file import draft_path


def draft_count(folder: Path, deck_id: str, deck: Path) -> int:
    """Drafts of new questions; those of questions that the file holds are counted there.

    Args:
        folder: in which drafts of decks are kept.
        deck_id: of the deck.
        deck: its file.
    """
    try:
        found = json.loads(draft_path(folder, deck_id, deck).read_bytes())
        return sum(not question["base"] for question in found["states"][-1]["questions"])
    except (OSError, ValueError, RecursionError, KeyError, IndexError, TypeError):
        return 0  # none, or said where the deck is opened
