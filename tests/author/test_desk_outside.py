"""The file changes outside while it is on the desk: merged, or both sides shown."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from author_deck import TEXT, A, B, C, answer, split
from author_home import look, save

from quizapp.author.desk import DeckDesk
from quizapp.author.editor import DeckEditor
from quizapp.author.told import HeadFields, SaveState, Side
from quizapp.content.deck_merging import Merged, merge
from quizapp.content.question import Kind, Question, Short


def by_renaming(path: Path, text: str) -> None:
    """As most editors save: a new file in the old one's place."""
    beside = path.with_suffix(".tmp")
    beside.write_text(text)
    beside.replace(path)


def by_truncating(path: Path, text: str) -> None:
    """As others save: the file emptied and filled."""
    path.write_text(text)


HABITS = [by_renaming, by_truncating]


@pytest.mark.parametrize("write", HABITS)
def test_another_question_changed_outside_is_merged(
    desk: DeckDesk, path: Path, write: Callable[[Path, str], None]
) -> None:
    """What is typed here and what was changed there both stand, and every comment."""
    answer(desk, A, "one")
    write(path, TEXT.replace('"2"', '"two"  # new').replace("# The deck.", "# My deck."))
    saved = save(desk)
    assert saved is not None
    assert saved.state is SaveState.SAVED
    assert saved.merged == {B}
    assert saved.conflicts == ()
    assert desk.fields(B).answers == ("two",)
    assert path.read_text() == TEXT.replace('"1"', '"one"').replace('"2"', '"two"  # new').replace(
        "# The deck.", "# My deck."
    )


@pytest.mark.parametrize("write", HABITS)
def test_looking_merges_without_writing(
    desk: DeckDesk, path: Path, write: Callable[[Path, str], None]
) -> None:
    """A look takes in what changed, and the file stays as it is."""
    new = TEXT.replace("Three?", "Drei?").replace("format = 1\n", "format = 1  # the first\n")
    write(path, new)
    saved = look(desk)
    assert saved.state is SaveState.SAVED
    assert saved.merged == {C}
    assert desk.fields(C).prompt == "Drei?"
    assert path.read_text() == new
    assert desk.begin_save() is None


def test_questions_added_moved_and_removed_outside(desk: DeckDesk, path: Path) -> None:
    """The list is as the file is; what was typed here stays."""
    answer(desk, A, "one")
    head, first, second, third = split(TEXT)
    new = '[[question]]\nid = "dddddddddd"\nprompt = "Four?"\nanswer = "4"\n\n'
    path.write_text(head + third + "\n" + new + first)
    saved = save(desk)
    assert saved is not None
    assert saved.changed.order
    assert list(desk.keys) == [C, "dddddddddd", A]
    assert path.read_text() == head + third + "\n" + new + first.replace('"1"', '"one"')
    assert second not in path.read_text()


@pytest.mark.parametrize(
    ("side", "stands", "number"),
    [(Side.MINE, "mine", 3), (Side.THEIRS, "theirs", 3), (Side.BOTH, "theirs", 4)],
)
def test_one_question_changed_on_both_sides_waits_for_its_author(
    desk: DeckDesk, path: Path, side: Side, stands: str, number: int
) -> None:
    """Theirs stands in the file, mine on the desk, until one of them or both are chosen."""
    answer(desk, B, "mine")
    path.write_text(TEXT.replace('"2"', '"theirs"'))
    saved = save(desk)
    assert saved is not None
    [conflict] = saved.conflicts
    assert conflict.key == B
    assert '"mine"' in conflict.mine
    assert '"theirs"' in conflict.theirs
    assert desk.fields(B).answers == ("mine",)
    save(desk)
    assert str(desk.state) == "conflict"
    assert path.read_text() == TEXT.replace('"2"', '"theirs"')
    desk.resolve(B, side)
    assert desk.conflicts == ()
    save(desk)
    assert desk.state is SaveState.SAVED
    assert desk.fields(B).answers == (stands,)
    assert len(desk.keys) == number
    before = TEXT.replace('"2"', f'"{stands}"').partition('[[question]]\nid = "c')[0]
    assert path.read_text().startswith(before)
    if side is Side.BOTH:
        assert desk.fields(desk.keys[2]).answers == ("mine",)
        assert desk.keys[2] not in {A, B, C}


def test_a_conflict_outlives_the_window(desk: DeckDesk, path: Path, editor: DeckEditor) -> None:
    """Both versions are there again when the deck is opened anew."""
    answer(desk, B, "mine")
    path.write_text(TEXT.replace('"2"', '"theirs"'))
    save(desk)
    save(desk)
    again = editor.open(path)
    assert [conflict.key for conflict in again.conflicts] == [B]
    assert again.fields(B).answers == ("mine",)
    again.resolve(B, Side.MINE)
    save(again)
    assert path.read_text() == TEXT.replace('"2"', '"mine"')
    assert editor.open(path).state is SaveState.SAVED


@pytest.mark.parametrize("side", list(Side))
def test_changed_here_and_gone_there(desk: DeckDesk, path: Path, side: Side) -> None:
    """It stays on the desk; the author says whether it goes."""
    answer(desk, B, "mine")
    head, first, _second, third = split(TEXT)
    path.write_text(head + first + third)
    saved = save(desk)
    assert saved is not None
    assert [(c.key, c.theirs) for c in saved.conflicts] == [(B, "")]
    assert B in desk.keys
    desk.resolve(B, side)
    save(desk)
    assert (B in desk.keys) is (side is not Side.THEIRS)
    assert ('"mine"' in path.read_text()) is (side is not Side.THEIRS)


@pytest.mark.parametrize("side", list(Side))
def test_gone_here_and_changed_there(desk: DeckDesk, path: Path, side: Side) -> None:
    """It is put back; the author says whether it goes."""
    desk.delete([B])
    path.write_text(TEXT.replace('"2"', '"theirs"'))
    saved = save(desk)
    assert saved is not None
    assert [(c.key, c.mine) for c in saved.conflicts] == [(B, "")]
    assert desk.fields(B).answers == ("theirs",)
    desk.resolve(B, side)
    save(desk)
    assert (B in desk.keys) is (side is not Side.MINE)
    assert ('"theirs"' in path.read_text()) is (side is not Side.MINE)


def test_an_unfinished_question_changed_outside_is_a_conflict(desk: DeckDesk, path: Path) -> None:
    """What is typed and is no question yet is not thrown away for what came from outside."""
    answer(desk, B, "")
    save(desk)
    path.write_text(TEXT.replace('"2"', '"theirs"'))
    saved = look(desk)
    assert [conflict.key for conflict in saved.conflicts] == [B]
    assert desk.fields(B).answers == ("",)
    desk.resolve(B, Side.THEIRS)
    save(desk)
    assert desk.fields(B).answers == ("theirs",)


def test_an_unfinished_question_in_conflict_outlives_the_window(
    desk: DeckDesk, path: Path, editor: DeckEditor
) -> None:
    """What is typed and what stands in the file are both there when it is opened anew."""
    answer(desk, B, "mine")
    save(desk)
    answer(desk, B, "")
    save(desk)
    path.write_text(TEXT.replace('"2"', '"theirs"'))
    look(desk)
    save(desk)
    again = editor.open(path)
    [conflict] = again.conflicts
    assert '"theirs"' in conflict.theirs
    assert again.fields(B).answers == ("",)
    again.resolve(B, Side.THEIRS)
    save(again)
    assert path.read_text() == TEXT.replace('"2"', '"theirs"')
    assert editor.open(path).conflicts == ()


def test_drafts_that_were_finished_do_not_come_back(
    desk: DeckDesk, path: Path, editor: DeckEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where the program was killed between the deck's writing and the drafts' end."""
    answer(desk, B, "")
    save(desk)
    answer(desk, B, "two")
    saving = desk.begin_save()
    assert saving is not None
    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.unlink", lambda _path, **_how: None)
        saving.run()
    again = editor.open(path)
    assert again.fields(B).answers == ("two",)
    answer(again, A, "one")
    save(again)
    last = editor.open(path)
    assert last.conflicts == ()
    assert last.fields(B).answers == ("two",)


def test_undo_leaves_what_came_from_outside(desk: DeckDesk, path: Path) -> None:
    """Steps on a question that was changed outside since are not taken back over it."""
    answer(desk, A, "one")
    answer(desk, B, "two")
    save(desk)
    path.write_text(path.read_text().replace('"two"', '"zwei"'))
    look(desk)
    while desk.undoable:
        desk.undo()
    assert desk.fields(A).answers == ("1",)
    assert desk.fields(B).answers == ("zwei",)
    save(desk)
    assert path.read_text() == TEXT.replace('"2"', '"zwei"')


def test_typing_goes_on_while_it_is_saved(desk: DeckDesk, path: Path) -> None:
    """What is typed between the snapshot and its coming home waits for the next save."""
    answer(desk, A, "one")
    saving = desk.begin_save()
    assert saving is not None
    answer(desk, A, "one more")
    path.write_text(TEXT.replace('"2"', '"two"'))
    saving.run()
    answer(desk, B, "mine")
    saved = desk.end_save(saving)
    assert [conflict.key for conflict in saved.conflicts] == [B]
    assert desk.fields(A).answers == ("one more",)
    save(desk)
    assert '"one more"' in path.read_text()
    assert '"two"' in path.read_text()
    assert desk.fields(B).answers == ("mine",)


def test_a_checkout_of_another_branch_and_back(desk: DeckDesk, path: Path) -> None:
    """Questions come and go with it; what is typed meanwhile stays."""
    head, first, second, _third = split(TEXT)
    path.write_text(head + first + second)
    assert look(desk).changed.order
    assert list(desk.keys) == [A, B]
    answer(desk, A, "one")
    path.write_text(TEXT)
    save(desk)
    assert list(desk.keys) == [A, B, C]
    assert path.read_text() == TEXT.replace('"1"', '"one"')


def test_the_head_changed_on_both_sides_is_a_conflict(desk: DeckDesk, path: Path) -> None:
    """Both titles are shown; choosing mine writes it."""
    desk.change_head(HeadFields("Mine"))
    path.write_text(TEXT.replace('title = "Deck"', 'title = "Theirs"'))
    saved = save(desk)
    assert saved is not None
    [conflict] = saved.conflicts
    assert ("Mine" in conflict.mine, "Theirs" in conflict.theirs) == (True, True)
    desk.resolve(conflict.key, Side.MINE)
    save(desk)
    assert path.read_text() == TEXT.replace('"Deck"', '"Mine"')


def test_a_deck_without_ids_changed_outside_keeps_those_it_has_on_the_desk(
    editor: DeckEditor, path: Path
) -> None:
    """Ids given at opening stay with their questions until the first save writes them."""
    bare = TEXT
    for name in (A, B, C):
        bare = bare.replace(f'id = "{name}"\n', "")
    path.write_text(bare)
    desk = editor.open(path)
    keys = list(desk.keys)
    path.write_text(bare.replace('"2"', '"two"'))
    saved = look(desk)
    assert list(desk.keys) == keys
    assert saved.merged == {keys[1]}
    assert path.read_text() == bare.replace('"2"', '"two"')
    answer(desk, keys[0], "one")
    path.write_text(bare.replace('"2"', '"zwei"'))
    written = save(desk)
    assert written is not None
    assert list(desk.keys) == keys
    assert [desk.fields(key).answers for key in keys] == [("one",), ("zwei",), ("3",)]
    assert all(f'id = "{key}"' in path.read_text() for key in keys)


def test_a_file_that_changes_again_while_it_is_merged(
    desk: DeckDesk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is merged once more, also where it became what it was before."""
    for last in (TEXT.replace('"2"', '"zwei"'), TEXT):
        path.write_text(TEXT)
        look(desk)
        answer(desk, A, "one" if desk.fields(A).answers == ("1",) else "uno")
        path.write_text(TEXT.replace('"2"', '"two"'))

        def merging(base: str, mine: str, theirs: str, last: str = last) -> Merged:
            path.write_text(last)
            return merge(base, mine, theirs)

        with monkeypatch.context() as patch:
            patch.setattr("quizapp.author.desk_saving.merge", merging)
            save(desk)
        mine = desk.fields(A).answers[0]
        assert path.read_text() == last.replace('"1"', f'"{mine}"')


def test_only_the_block_that_was_changed_is_written_anew(desk: DeckDesk, path: Path) -> None:
    """Every byte outside stays."""
    desk.change(B, replace(desk.fields(B), hint="A hint"))
    save(desk)
    assert path.read_text() == TEXT.replace('answer = "2"\n', 'answer = "2"\nhint = "A hint"\n')


def test_new_questions_are_parted_by_one_blank_line(desk: DeckDesk, path: Path) -> None:
    """Added at the end, between, and after a deletion."""
    desk.add_questions([Question(None, Short("Four?", "4"))])
    desk.add_questions([Question(None, Short("Half?", "1.5"))], after=A)
    save(desk)
    text = path.read_text()
    assert "\n\n\n" not in text
    assert text.count("\n\n[[question]]") == 4
    assert desk.add(Kind.SHORT).show
    desk.delete([C])
    save(desk)
    assert "\n\n\n" not in path.read_text()


def test_a_remark_written_outside_is_no_conflict(desk: DeckDesk, path: Path) -> None:
    """It stands beside what is typed here, and no undo takes it away."""
    answer(desk, B, "mine")
    save(desk)
    answer(desk, B, "mine!")
    theirs = TEXT.replace('"2"', '"mine"  # ask Mira').replace('Two?"', 'Two?"  # hard')
    path.write_text(theirs)
    saved = save(desk)
    assert saved is not None
    assert (saved.conflicts, saved.merged) == ((), frozenset())
    assert path.read_text() == theirs.replace('"mine"', '"mine!"')
    answer(desk, B, "last")
    save(desk)
    while desk.undoable:
        desk.undo()
    save(desk)
    assert path.read_text() == theirs.replace('"mine"', '"2"')
    while desk.redoable:
        desk.redo()
    save(desk)
    assert path.read_text() == theirs.replace('"mine"', '"last"')
    assert desk.state is SaveState.SAVED


def test_a_remark_written_outside_while_one_types(desk: DeckDesk, path: Path) -> None:
    """Also while what is typed is no question yet, or the file is being read."""
    answer(desk, B, "")
    save(desk)
    path.write_text(TEXT.replace('"2"', '"2"  # ask Mira'))
    assert look(desk).conflicts == ()
    assert desk.fields(B).answers == ("",)
    looking = desk.begin_look()
    path.write_text(TEXT.replace('"2"', '"2"  # ask Ana'))
    looking.run()
    answer(desk, B, "two")
    assert desk.end_save(looking).conflicts == ()
    save(desk)
    assert path.read_text() == TEXT.replace('"2"', '"two"  # ask Ana')


def test_a_checkout_takes_away_what_is_typed_in_and_brings_it_back(
    desk: DeckDesk, path: Path, editor: DeckEditor
) -> None:
    """The question is kept meanwhile, and nothing is left to choose when it stands there again."""
    answer(desk, B, "mine")
    head, first, _second, third = split(TEXT)
    path.write_text(head + first + third)
    look(desk)
    save(desk)
    assert [conflict.theirs for conflict in desk.conflicts] == [""]
    path.write_text(TEXT)
    assert look(desk).conflicts == ()
    save(desk)
    assert path.read_text() == TEXT.replace('"2"', '"mine"')
    assert editor.open(path).state is SaveState.SAVED


@pytest.mark.parametrize("year", [1, 2000])
def test_a_clock_that_was_set_back_hides_no_change(
    desk: DeckDesk, path: Path, editor: DeckEditor, year: int
) -> None:
    """Times of files are not looked at: a change outside of the same length is found."""
    answer(desk, A, "one")
    save(desk)
    path.write_text(path.read_text().replace('"2"', '"9"'))
    os.utime(path, (year, year))
    assert look(desk).merged == {B}
    answer(desk, A, "")
    save(desk)
    os.utime(path, (year, year))
    again = editor.open(path)
    assert (again.fields(A).answers, again.fields(B).answers) == (("",), ("9",))
