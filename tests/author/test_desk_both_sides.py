"""The window and a text editor work on one deck in turn: what both wrote stands in the end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from author_home import editor_in, look, save
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.author.desk import DeckDesk
from quizapp.author.editor import DeckEditor
from quizapp.author.told import Conflict, HeadFields, SaveState, Side
from quizapp.content.deck_file import read

HERE, THERE = ("aaaaaaaaaa", "cccccccccc", "eeeeeeeeee"), ("bbbbbbbbbb", "dddddddddd")
HEAD = 'format = 1\n\n[deck]\nid = "d"\ntitle = "Deck"\n'
WORDS = st.text("abc xyz", min_size=1, max_size=5).map(lambda text: " ".join(text.split()) or "x")


def block(name: str) -> str:
    """A question's block, with comments."""
    return (
        f'\n# About {name}.\n[[question]]\nid = "{name}"\n'
        f'prompt = "{name}?"  # asked\nanswer = "{name}"\n'
    )


def with_answer(text: str, name: str, answer: str) -> str:
    """The text with another answer in one block, as a text editor would make it."""
    before, middle, after = text.partition(f'prompt = "{name}?"  # asked\nanswer = "')
    return before + middle + answer + '"' + after.partition('"')[2]


STEP = st.tuples(
    st.sampled_from(["type", "save", "look", "edit", "note"]), st.integers(0, 2), WORDS
)


@settings(max_examples=150, deadline=None)
@given(st.lists(STEP, min_size=1, max_size=20))
def test_what_both_wrote_stands(steps: list[tuple[str, int, str]]) -> None:
    """Answers typed here, answers and comments written there; no block is touched by both."""
    names = sorted(HERE + THERE)
    wanted = {name: name for name in names}
    notes: list[str] = []
    with TemporaryDirectory() as folder:
        editor = editor_in(Path(folder))
        path = Path(folder) / "decks" / "d.toml"
        path.write_text(HEAD + "".join(map(block, names)))
        desk = editor.open(path)
        for what, at, word in steps:
            if what == "type":
                name = HERE[at]
                wanted[name] = word
                desk.change(name, replace(desk.fields(name), answers=(word,)))
            elif what == "save":
                save(desk)
            elif what == "look":
                look(desk)
            elif what == "edit":
                name = THERE[at % 2]
                wanted[name] = word
                path.write_text(with_answer(path.read_text(), name, word))
            else:
                notes.append(f"# Note {len(notes)}.")
                path.write_text(path.read_text() + "\n" + notes[-1] + "\n")
        save(desk)
        look(desk)
        assert desk.state is SaveState.SAVED
        text = path.read_text()
        found = read(path)
        assert found.deck is not None
        assert {q.id: getattr(q.body, "answer", "") for q in found.deck.questions} == wanted
        assert {key: desk.fields(key).answers[0] for key in desk.keys} == wanted
        for name in names:
            assert text.count(f"# About {name}.") == 1
            assert text.count(f'prompt = "{name}?"  # asked') == 1
        assert all(text.count(note) == 1 for note in notes)


@settings(max_examples=150, deadline=None)
@given(st.lists(STEP, min_size=1, max_size=20), st.sampled_from([Side.MINE, Side.THEIRS]))
def test_what_both_changed_is_never_thrown_away(
    steps: list[tuple[str, int, str]], side: Side
) -> None:
    """The last word of each side stands in the file, on the desk, or in a conflict."""
    names = sorted(HERE)
    mine, theirs = dict.fromkeys(names, ""), {name: name for name in names}
    with TemporaryDirectory() as folder:
        editor = editor_in(Path(folder))
        path = Path(folder) / "decks" / "d.toml"
        path.write_text(HEAD + "".join(map(block, names)))
        desk = editor.open(path)
        for what, at, word in steps:
            name = HERE[at]
            if what == "type":
                mine[name] = word
                desk.change(name, replace(desk.fields(name), answers=(word,)))
            elif what == "edit":
                theirs[name] = word
                path.write_text(with_answer(path.read_text(), name, word))
            elif what == "note":
                desk = reopened(editor, desk, path)
            else:
                (save if what == "save" else look)(desk)
        look(desk)
        save(desk)
        conflicts = {conflict.key: conflict for conflict in desk.conflicts}
        in_file = answers(path)
        for name in names:
            shown = desk.fields(name).answers[0]
            assert {shown, in_file[name]} <= {mine[name], theirs[name]}
            assert (shown == in_file[name]) or name in conflicts
            if name in conflicts:
                assert f'"{shown}"' in conflicts[name].mine
                assert f'"{in_file[name]}"' in conflicts[name].theirs
        wanted = {name: desk.fields(name).answers[0] for name in names}
        for name in conflicts:
            desk.resolve(name, side)
        save(desk)
        assert desk.state is SaveState.SAVED
        assert answers(path) == (wanted if side is Side.MINE else in_file)


def choices(desk: DeckDesk) -> list[Conflict]:
    """What the author has still to choose."""
    return list(desk.conflicts)


def answers(path: Path) -> dict[str, str]:
    """The answer of each question in the file."""
    found = read(path).deck
    assert found is not None
    return {q.id or "": str(getattr(q.body, "answer", "")) for q in found.questions}


def reopened(editor: DeckEditor, desk: DeckDesk, path: Path) -> DeckDesk:
    """The deck closed and opened again."""
    save(desk)
    save(desk)
    return editor.open(path)


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("edits", [1, 2])
def test_undo_of_a_choice_brings_the_conflict_back(
    editor: DeckEditor, home: Path, side: Side, edits: int
) -> None:
    """Both sides are there again with their remarks, in the file and on the desk; redo settles."""
    name, path = HERE[0], home / "decks" / "d.toml"
    path.write_text(HEAD + "".join(map(block, sorted(HERE))))
    desk = editor.open(path)
    for n in range(edits):
        desk.change(name, replace(desk.fields(name), answers=(f"mine {n}",)))
    theirs = with_answer(path.read_text(), name, "theirs").replace(
        '"theirs"', '"theirs"  # asked by Mira'
    )
    path.write_text(theirs)
    save(desk)
    for n in range(edits):
        desk.change(name, replace(desk.fields(name), answers=(f"later {n}",)))
    save(desk)
    [before] = choices(desk)
    desk.resolve(name, side)
    save(desk)
    settled = path.read_text(), [desk.fields(key).answers for key in desk.keys]
    desk.undo()
    assert choices(desk) == [before]
    save(desk)
    assert str(desk.state) == "conflict"
    assert path.read_text() == theirs
    again = editor.open(path)
    assert choices(again) == [before]
    desk.redo()
    assert choices(desk) == []
    save(desk)
    assert (path.read_text(), [desk.fields(key).answers for key in desk.keys]) == settled


def test_a_question_in_conflict_is_deleted_and_comes_back_in_conflict(
    editor: DeckEditor, home: Path
) -> None:
    """No choice stays open for a question that is gone."""
    name, path = HERE[0], home / "decks" / "d.toml"
    path.write_text(HEAD + "".join(map(block, sorted(HERE))))
    desk = editor.open(path)
    desk.change(name, replace(desk.fields(name), answers=("mine",)))
    path.write_text(with_answer(path.read_text(), name, "theirs"))
    save(desk)
    desk.delete([name])
    assert choices(desk) == []
    save(desk)
    assert desk.state is SaveState.SAVED
    assert "theirs" not in path.read_text()
    desk.undo()
    save(desk)
    [conflict] = choices(desk)
    assert ('"mine"' in conflict.mine, '"theirs"' in conflict.theirs) == (True, True)
    assert '"theirs"' in path.read_text()


def test_a_side_that_was_chosen_is_not_taken_back_over_a_newer_one(
    editor: DeckEditor, home: Path
) -> None:
    """The file changed again since: undo leaves what stands there."""
    name, path = HERE[0], home / "decks" / "d.toml"
    path.write_text(HEAD + "".join(map(block, sorted(HERE))))
    desk = editor.open(path)
    desk.change(name, replace(desk.fields(name), answers=("mine",)))
    path.write_text(with_answer(path.read_text(), name, "theirs"))
    save(desk)
    desk.resolve(name, Side.MINE)
    save(desk)
    path.write_text(with_answer(path.read_text(), name, "newer"))
    look(desk)
    while desk.undoable:
        desk.undo()
    save(desk)
    assert answers(path)[name] == "newer"


def test_a_conflict_ends_when_the_file_says_the_same(editor: DeckEditor, home: Path) -> None:
    """Someone chose mine in the text: nothing is left to be chosen."""
    name, path = HERE[0], home / "decks" / "d.toml"
    path.write_text(HEAD + "".join(map(block, sorted(HERE))))
    desk = editor.open(path)
    desk.change(name, replace(desk.fields(name), answers=("mine",)))
    path.write_text(with_answer(path.read_text(), name, "theirs"))
    save(desk)
    path.write_text(with_answer(path.read_text(), name, "mine"))
    look(desk)
    assert choices(desk) == []
    save(desk)
    assert desk.state is SaveState.SAVED
    assert choices(editor.open(path)) == []


ANY = st.tuples(
    st.sampled_from(["type", "save", "look", "edit", "undo", "redo", "mine", "theirs", "both"]),
    st.integers(0, 2),
    WORDS,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY, max_size=16), st.lists(st.sampled_from(["undo", "redo", "save", "look"])))
def test_no_undo_takes_back_what_was_written_outside(
    before: list[tuple[str, int, str]], after: list[str]
) -> None:
    """What came last from outside stands in the file until its author chose."""
    names = sorted(HERE)
    with TemporaryDirectory() as folder:
        editor = editor_in(Path(folder))
        path = Path(folder) / "decks" / "d.toml"
        path.write_text(HEAD + "".join(map(block, names)))
        desk = editor.open(path)
        for what, at, word in before:
            step(desk, path, what, names[at], word)
        save(desk)
        there = [name for name in names if name in answers(path)]
        outside = {name: f"outside {n}" for n, name in enumerate(there)}
        for name, word in outside.items():
            path.write_text(with_answer(path.read_text(), name, word))
        look(desk)
        for what in after:
            step(desk, path, what, "", "")
        save(desk)
        assert {name: answers(path)[name] for name in there} == outside
        shown = {conflict.key for conflict in desk.conflicts}
        for name in there:
            assert name in shown or desk.fields(name).answers == (outside[name],)


def step(desk: DeckDesk, path: Path, what: str, name: str, word: str) -> None:
    """One step of an author, here or in a text editor."""
    match what:
        case "type" if name in desk.keys:
            desk.change(name, replace(desk.fields(name), answers=(word,)))
        case "save":
            save(desk)
        case "look":
            look(desk)
        case "edit":
            path.write_text(with_answer(path.read_text(), name, word))
        case "undo":
            desk.undo()
        case "redo":
            desk.redo()
        case "mine" | "theirs" | "both":
            for conflict in desk.conflicts[:1]:
                desk.resolve(conflict.key, Side(what))


@pytest.mark.parametrize("side", [Side.MINE, Side.THEIRS])
def test_undo_of_a_choice_of_the_head(editor: DeckEditor, home: Path, side: Side) -> None:
    """The deck's own page comes back in conflict as questions do."""
    path = home / "decks" / "d.toml"
    path.write_text(HEAD + block(HERE[0]))
    desk = editor.open(path)
    desk.change_head(HeadFields("Mine"))
    theirs = path.read_text().replace('title = "Deck"', 'title = "Theirs"  # of Mira')
    path.write_text(theirs)
    save(desk)
    [before] = choices(desk)
    desk.resolve(before.key, side)
    save(desk)
    settled = path.read_text()
    assert desk.undo().head
    save(desk)
    assert choices(desk) == [before]
    assert path.read_text() == theirs
    desk.redo()
    save(desk)
    assert (choices(desk), path.read_text()) == ([], settled)
