"""Typing: what is half typed stays out of the deck, and undo takes back a word, not a field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from author_home import check, look, save

from quizapp.author.desk import DeckDesk
from quizapp.author.editor import DeckEditor
from quizapp.author.fields import Fields
from quizapp.author.told import SaveState
from quizapp.content.deck_file import read
from quizapp.content.question import Kind, Question

KEY = "aaaaaaaaaa"
HEAD = 'format = 1\n\n[deck]\nid = "d"\ntitle = "Deck"\n'
NUMBER = f"""
[[question]]
id = "{KEY}"
kind = "number"
prompt = "How many soldiers?"
answer = 3770  # of them all
unit = "soldiers"
"""
DATE = f"""
[[question]]
id = "{KEY}"
kind = "date"
prompt = "When?"
answer = "2008-02-17"  # a Sunday
as_of = "2022-03"
review_by = 2027-01-01
"""
LIST = f"""
[[question]]
id = "{KEY}"
kind = "list"
prompt = "Which?"
answers = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"]
need = 3
"""


def deck(home: Path, text: str) -> Path:
    """A deck of one question."""
    path = home / "decks" / "d.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + text)
    return path


def with_field(fields: Fields, field: str, text: str) -> Fields:
    """The fields with a text in one of them."""
    values: dict[str, Any] = {field: (text,) if field == "answers" else text}
    return replace(fields, **values)


def type_in(
    desk: DeckDesk, field: str, text: str, key: str = KEY, *, saves: bool = True
) -> list[str]:
    """Type a text in place of what stands in a field, saving at each letter; what was written."""
    written = []
    for end in range(len(text) + 1):
        desk.change(key, with_field(desk.fields(key), field, text[:end]), typing=True)
        if saves:
            save(desk)
            written.append(desk.path.read_text())
    return written


def question(path: Path) -> Question:
    """The question in the file."""
    found = read(path).deck
    assert found is not None
    return found.questions[0]


@pytest.mark.parametrize(
    ("text", "field", "typed", "said"),
    [
        (NUMBER, "answers", "4 May 1921", ""),
        (NUMBER, "answers", "4 million", "answer = 4000000  # of them all"),
        (NUMBER, "unit", "millimetres", 'unit = "millimetres"'),
        (NUMBER, "tolerance", "50 %", 'tolerance = "50%"'),
        (DATE, "answers", "4 May 1921", 'answer = "1921-05-04"  # a Sunday'),
        (DATE, "as_of", "2024-05", 'as_of = "2024-05"'),
        (DATE, "review_by", "4 May 2031", "review_by = 2031-05-04"),
        (LIST, "need", "12", "need = 12"),
    ],
)
def test_half_a_number_or_date_is_never_in_the_deck(
    editor: DeckEditor, home: Path, text: str, field: str, typed: str, said: str
) -> None:
    """However often it is saved meanwhile: the last good one stays, until the field is left."""
    path = deck(home, text)
    before = path.read_text()
    desk = editor.open(path)
    assert set(type_in(desk, field, typed)) == {before}
    assert str(desk.state) == "unfinished"
    assert editor.open(path).fields(KEY) == desk.fields(KEY)
    desk.settle(KEY)
    save(desk)
    if said:
        assert desk.state is SaveState.SAVED
        assert said in path.read_text()
        assert editor.open(path).state is SaveState.SAVED
    else:
        assert path.read_text() == before
        assert desk.troubles(KEY)


def test_what_is_typed_beside_it_is_written(editor: DeckEditor, home: Path) -> None:
    """Only the field that waits keeps what it had."""
    path = deck(home, DATE)
    desk = editor.open(path)
    type_in(desk, "prompt", "Since when?")
    type_in(desk, "answers", "2009")
    assert question(path).prompt == "Since when?"
    assert '"2008-02-17"' in path.read_text()
    type_in(desk, "hint", "A winter")
    assert 'answer = "2009"' in path.read_text()


def test_the_preview_and_the_checks_have_what_is_typed(editor: DeckEditor, home: Path) -> None:
    """The author sees how it is understood; the file waits."""
    desk = editor.open(deck(home, NUMBER))
    type_in(desk, "answers", "4 M")
    found = desk.question(KEY)
    assert found is not None
    assert str(getattr(found.body, "answer", "")) == "4000000"
    assert desk.troubles(KEY) == ()


def test_a_new_number_is_written_when_it_is_left(editor: DeckEditor, home: Path) -> None:
    """Before that it is a draft, which outlives a crash and is still not taken as finished."""
    path = deck(home, "")
    desk = editor.open(path)
    key = desk.add(Kind.NUMBER).show
    desk.change(key, replace(desk.fields(key), prompt="How many?"), typing=True)
    type_in(desk, "answers", "12", key)
    assert path.read_text() == HEAD
    again = editor.open(path)
    assert again.fields(key).answers == ("12",)
    save(again)
    assert path.read_text() == HEAD
    again.settle(key)
    save(again)
    assert "answer = 12\n" in path.read_text()


def test_what_changes_outside_meanwhile_is_shown_beside_it(editor: DeckEditor, home: Path) -> None:
    """What is half typed is not thrown away for it."""
    path = deck(home, NUMBER)
    desk = editor.open(path)
    type_in(desk, "answers", "4 M")
    path.write_text(path.read_text().replace("3770", "3771"))
    assert [conflict.key for conflict in look(desk).conflicts] == [KEY]
    assert desk.fields(KEY).answers == ("4 M",)


def test_undo_and_redo_over_what_was_left(editor: DeckEditor, home: Path) -> None:
    """Done again it is what was left, not what waited."""
    path = deck(home, NUMBER)
    before = path.read_text()
    desk = editor.open(path)
    type_in(desk, "answers", "12")
    desk.settle(KEY)
    save(desk)
    after = path.read_text()
    assert after != before
    while desk.undoable:
        desk.undo()
    save(desk)
    assert path.read_text() == before
    while desk.redoable:
        desk.redo()
    save(desk)
    assert path.read_text() == after


def steps(desk: DeckDesk, field: str = "prompt") -> list[str]:
    """What stands in a field after each step back."""
    found = []
    while desk.undoable:
        changed = desk.undo()
        assert changed.field == field
        found.append(getattr(desk.fields(KEY), field))
    return found


def typed(desk: DeckDesk, prompts: Sequence[str]) -> None:
    """Each prompt in turn, a letter at a time as an author types it."""
    for prompt in prompts:
        desk.change(KEY, replace(desk.fields(KEY), prompt=prompt), typing=True)


def letters(start: str, words: str) -> list[str]:
    """What stands in a field after each letter."""
    return [start + words[:end] for end in range(1, len(words) + 1)]


def test_undo_takes_back_a_word(editor: DeckEditor, home: Path) -> None:
    """Not the whole field."""
    desk = editor.open(deck(home, NUMBER))
    start = desk.fields(KEY).prompt
    typed(desk, letters(start, " In all years"))
    assert steps(desk) == [f"{start} In all ", f"{start} In ", f"{start} ", start]


def test_undo_stops_at_a_pause_and_where_letters_go(editor: DeckEditor, home: Path) -> None:
    """Backspace, another place and a paste each begin a step."""
    desk = editor.open(deck(home, NUMBER))
    start = desk.fields(KEY).prompt
    typed(desk, letters(start, "ab"))
    desk.pause()
    typed(desk, letters(start + "ab", "cd"))
    typed(desk, [start + "abc", start + "ab"])
    typed(desk, [f"x{start}ab", f"xy{start}ab"])
    typed(desk, [f"xy{start}ab pasted"])
    assert steps(desk) == [
        f"xy{start}ab",
        f"{start}ab",
        f"{start}abcd",
        f"{start}ab",
        start,
    ]


def test_typing_in_rows_is_told_with_its_row(editor: DeckEditor, home: Path) -> None:
    """Letters in one row are one step; another row is another."""
    desk = editor.open(deck(home, LIST))
    rows = desk.fields(KEY).answers
    for row, text in ((1, "bx"), (1, "bxy"), (2, "cx")):
        now = desk.fields(KEY).answers
        answers = (*now[:row], text, *now[row + 1 :])
        desk.change(KEY, replace(desk.fields(KEY), answers=answers), typing=True)
    assert dict(desk.undoable.facts if desk.undoable else ())["field"] == "answers"
    first, second = desk.undo(), desk.undo()
    assert (first.field, first.row, second.row) == ("answers", 2, 1)
    assert desk.fields(KEY).answers == rows
    assert desk.undoable is None


def test_a_mend_keeps_what_is_being_typed(editor: DeckEditor, home: Path) -> None:
    """Whoever mends is done with the field."""
    path = deck(
        home, DATE.replace('as_of = "2022-03"\n', 'as_of = "2022-03"\ntags = ["a", "a"]\n')
    )
    desk = editor.open(path)
    check(desk)
    type_in(desk, "answers", "2009")
    finding = next(one for one in desk.findings(KEY) if one.mend is not None)
    desk.mend(KEY, finding)
    save(desk)
    assert 'answer = "2009"' in path.read_text()
    assert 'tags = ["a"]' in path.read_text()


def test_nothing_is_said_of_the_deck_while_its_first_number_is_typed(
    home: Path, editor: DeckEditor
) -> None:
    """Until its field is left the file has no question; that is no fault of this one."""
    desk = editor.open(deck(home, ""))
    check(desk)
    key = desk.add(Kind.NUMBER).show
    desk.change(key, replace(desk.fields(key), prompt="How many soldiers?"), typing=True)
    desk.change(key, replace(desk.fields(key), answers=("3770",)), typing=True)
    assert desk.question(key) is not None
    assert "no-questions" not in {finding.reason for finding in desk.findings(key)}
    check(desk)
    assert "no-questions" not in {finding.reason for finding in desk.findings(key)}


def test_an_older_version_is_asked_while_another_kind_is_unfinished(
    home: Path, editor: DeckEditor
) -> None:
    """The file keeps it, and the desk says so; a new question has none."""
    path = deck(home, LIST)
    desk = editor.open(path)
    assert not desk.asked_as_before(KEY)
    desk.change(KEY, desk.turned(KEY, Kind.MULTI).fields)
    save(desk)
    assert desk.question(KEY) is None
    assert desk.asked_as_before(KEY)
    assert path.read_text() == HEAD + LIST
    assert not desk.asked_as_before(desk.add(Kind.SHORT).show)
    desk.undo()
    desk.undo()
    assert not desk.asked_as_before(KEY)
