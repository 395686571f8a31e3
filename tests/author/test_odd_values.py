"""Decks with values of any type in any key: the editor opens them as the checker reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from author_deck import TEXT

from quizapp.author.editor import DeckEditor

_VALUES = ('["short"]', "[[1]]", "{ a = 1 }", "3", "1.5", "true", "2020-01-01")
_KEYS = (
    *("kind", "prompt", "text", "answer", "answers", "accept", "wrong", "pairs", "tags", "hint"),
    *("explanation", "image", "as_of", "review_by", "evidence", "attribution", "forms"),
)


@pytest.mark.parametrize("value", _VALUES)
@pytest.mark.parametrize("key", _KEYS)
def test_a_question_with_an_odd_value_is_opened(
    editor: DeckEditor, path: Path, key: str, value: str
) -> None:
    """It stands in the list, and nothing of its file is touched."""
    rest = "".join(f'{name} = "x"\n' for name in ("prompt", "answer") if name != key)
    text = TEXT + f"\n[[question]]\n{rest}{key} = {value}\n"
    path.write_text(text)
    desk = editor.open(path)
    assert len(desk.keys) == TEXT.count("[[question]]") + 1
    for at in desk.keys:
        assert desk.line(at).key == at
        assert desk.fields(at).kind is not None
        desk.troubles(at)
    assert path.read_text() == text
