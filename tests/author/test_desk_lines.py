"""The list of a deck in work reads as a student reads it: plain words, whatever the form holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.author.editor import DeckEditor
from quizapp.content.question import Kind

CARD = """format = 1

[deck]
id = "d"
title = "Deck"

[[question]]
id = "aaaaaaaaaa"
kind = "{kind}"
prompt = "What does *landlocked* mean?"
answer = "It has **no coast**."
"""
FULL = "What does *landlocked* mean?", "It has **no coast**."
PLAIN = "What does landlocked mean?", "It has no coast."


@pytest.mark.parametrize(("kind", "shown"), [(Kind.FLASHCARD, PLAIN), (Kind.SHORT, FULL)])
def test_markdown_is_listed_as_its_words(
    editor: DeckEditor, home: Path, kind: Kind, shown: tuple[str, str]
) -> None:
    """As it stands in the file, as it was typed, and while it is unfinished; else it is text."""
    path = home / "decks" / "d.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(CARD.format(kind=kind.value))
    desk = editor.open(path)
    (key,) = desk.keys
    line = desk.line(key)
    assert (line.prompt, line.answer) == shown
    desk.change(key, replace(desk.fields(key), prompt=FULL[0] + " _Now_"))
    assert desk.line(key).prompt == shown[0] + (" Now" if kind is Kind.FLASHCARD else " _Now_")
    desk.change(key, replace(desk.fields(key), prompt=""))
    assert desk.question(key) is None
    assert desk.line(key).answer == shown[1]
