"""A deck whose file is gone lies among the drafts: it is found, written anew, or let go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from author_deck import TEXT, A, answer
from author_home import look, save

from quizapp.author.desk import DeckDesk
from quizapp.author.editor import DeckEditor
from quizapp.author.kept_decks import kept_decks
from quizapp.author.told import KeptDeck, SaveState

WRITTEN = TEXT.replace('"1"', '"one"')


@pytest.fixture
def drafts(desk: DeckDesk, path: Path) -> Path:
    """The folder of drafts, after the deck's file was deleted while it was worked on."""
    answer(desk, A, "one")
    path.unlink()
    save(desk)
    found = [each for each in path.parent.parent.rglob("*.json") if "states" in each.read_text()]
    return found[0].parent


def _only(drafts: Path) -> KeptDeck:
    (kept,) = kept_decks(drafts)
    return kept


def test_it_is_found_with_its_title_and_questions(drafts: Path, path: Path) -> None:
    """As it should have been written."""
    kept = _only(drafts)
    assert kept.path == path
    assert kept.text == WRITTEN
    assert kept.title
    assert kept.questions == WRITTEN.count("[[question]]")


@pytest.mark.parametrize("blank", ["", "\n", " \n\n"])
def test_a_blank_file_is_as_good_as_none(drafts: Path, path: Path, blank: str) -> None:
    """What was emptied is offered as what was deleted."""
    path.write_text(blank)
    assert _only(drafts).text == WRITTEN


def test_a_file_that_came_back_is_not_offered(drafts: Path, path: Path) -> None:
    """The editor merges it when it is opened."""
    path.write_text(TEXT)
    assert kept_decks(drafts) == ()


@pytest.mark.parametrize(
    "damaged", ["", "{", "[]", "{}", '{"path": 3, "states": []}', '{"path": "x", "states": [1]}']
)
def test_what_cannot_be_read_is_left_where_it_is(tmp_path: Path, damaged: str) -> None:
    """It is nobody's deck, and not thrown away."""
    file = tmp_path / "deck-12345678.json"
    file.write_text(damaged)
    assert kept_decks(tmp_path) == ()
    assert file.read_text() == damaged


def test_a_deck_that_was_moved_is_not_offered(drafts: Path, path: Path) -> None:
    """It takes its drafts along when it is opened, and a second one of its id is not made."""
    moved = path.with_name("moved.toml")
    moved.write_text(TEXT)
    kept = _only(drafts)
    deck_id = kept.draft.stem.rsplit("-", 1)[0]
    assert kept_decks(drafts, {deck_id: moved}) == ()
    assert kept_decks(drafts, {deck_id: path}) == (kept,)
    assert kept_decks(drafts, {"other": moved}) == (kept,)


def test_a_deck_that_was_written_and_then_deleted_is_not_offered(drafts: Path) -> None:
    """The later of two states is what was left."""
    kept = _only(drafts)
    told = json.loads(kept.draft.read_text())
    told["states"].append({**told["states"][-1], "base": "", "mine": ""})
    kept.draft.write_text(json.dumps(told))
    assert kept_decks(drafts) == ()


def test_what_was_saved_before_the_file_went_is_kept_too(
    desk: DeckDesk, path: Path, editor: DeckEditor
) -> None:
    """Nobody else has it: nothing need have been typed since."""
    answer(desk, A, "one")
    save(desk)
    path.unlink()
    assert look(desk).state is SaveState.GONE
    folders = {each.parent for each in path.parent.parent.rglob("*.json")}
    (kept,) = [kept for folder in folders for kept in kept_decks(folder)]
    assert kept.text == WRITTEN
    editor.write_anew(kept)
    again = editor.open(path)
    assert again.fields(A).answers == ("one",)


def test_no_folder_has_no_decks(tmp_path: Path) -> None:
    """On the first day."""
    assert kept_decks(tmp_path / "none") == ()


def test_it_is_written_anew_and_opens_whole(drafts: Path, path: Path, editor: DeckEditor) -> None:
    """Where it was; then nothing is kept beside it any more."""
    assert editor.write_anew(_only(drafts)) == path
    assert path.read_text() == WRITTEN
    desk = editor.open(path)
    assert desk.fields(A).answers == ("one",)
    save(desk)
    assert kept_decks(drafts) == ()
    assert path.read_text() == WRITTEN


def test_unfinished_questions_come_with_it(
    desk: DeckDesk, path: Path, editor: DeckEditor, drafts: Path
) -> None:
    """What was no question yet is there again."""
    answer(desk, A, "")
    save(desk)
    editor.write_anew(_only(drafts))
    again = editor.open(path)
    assert again.fields(A).answers in {("",), ()}
    assert again.troubles(A)


def test_where_its_folder_is_gone_it_lies_with_ones_own(
    drafts: Path, path: Path, editor: DeckEditor, tmp_path: Path
) -> None:
    """Under its own name; its drafts follow."""
    kept = _only(drafts)
    told = json.loads(kept.draft.read_text())
    told["path"] = str(tmp_path / "stick" / "deck.toml")
    kept.draft.write_text(json.dumps(told))
    to = editor.write_anew(_only(drafts))
    assert to.parent == path.parent
    assert to.read_text() == WRITTEN


def test_it_is_put_aside_and_not_thrown_away(drafts: Path, path: Path, editor: DeckEditor) -> None:
    """With its draft, beside the decks that were deleted."""
    kept = _only(drafts)
    aside = editor.let_go(kept)
    assert aside.read_text() == WRITTEN
    assert (aside.parent / kept.draft.name).is_file()
    assert kept_decks(drafts) == ()
    assert not path.exists()
