"""How decks of one's own stand: findings counted, old facts told, nothing read twice."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from author_home import editor_in, save

from quizapp.author.deck_standing import Standings
from quizapp.author.told import NewDeck, Side, State
from quizapp.content.question import Kind, PartialDate, Question, Short

TODAY = date(2026, 11, 24)
HEAD = 'format = 1\n\n[deck]\nid = "d"\ntitle = "D"\nlanguage = "en"\n'
BLOCK = '\n[[question]]\nid = "{id}"\nprompt = "{prompt}"\nanswer = "{answer}"\n{more}\n'
OLD = BLOCK.format(
    id="qaaaaaaaaa",
    prompt="Who is the minister of culture of Albania?",
    answer="Elva Margariti",
    more='as_of = "2020-03"',
)
FRESH = BLOCK.format(
    id="qaaaaaaaab", prompt="Which river crosses Shkodër?", answer="Drin", more=""
)
TWO_RIGHT = BLOCK.format(
    id="qaaaaaaaac",
    prompt="Which town is the capital of Kosovo?",
    answer="Pristina",
    more='wrong = ["Pristina", "Peja"]',
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A deck with one old fact."""
    made = tmp_path / "d.toml"
    made.write_text(HEAD + OLD + FRESH, encoding="utf-8")
    return made


def test_an_old_fact_is_told_with_its_words(path: Path) -> None:
    """And since when it was not checked is known of that question alone."""
    standings = Standings(lambda: TODAY)
    (old,) = standings.of([path])[path].old
    assert (old.prompt, old.answer) == (
        "Who is the minister of culture of Albania?",
        "Elva Margariti",
    )
    assert (old.deck, old.deck_title) == ("d", "D")
    assert standings.old_since("qaaaaaaaaa") == PartialDate(2020, 3)
    assert standings.old_since("qaaaaaaaab") is None
    assert standings.old_since(None) is None


def test_findings_are_counted(path: Path) -> None:
    """A question with two right options is one more."""
    standings = Standings(lambda: TODAY)
    before = standings.of([path])[path]
    path.write_text(HEAD + OLD + FRESH + TWO_RIGHT, encoding="utf-8")
    after = standings.of([path])[path]
    assert after.errors + after.warnings > before.errors + before.warnings


def test_a_file_that_did_not_change_is_not_read_again(path: Path) -> None:
    """What was known of it stands, whatever it holds now."""
    standings = Standings(lambda: TODAY)
    before = standings.of([path])
    kept = path.stat()
    path.write_text(path.read_text("utf-8").replace("Elva", "Alma"), encoding="utf-8")
    os.utime(path, ns=(kept.st_atime_ns, kept.st_mtime_ns))
    assert standings.of([path]) == before


@pytest.mark.parametrize("text", ["", "no [deck", "\udcff"])
def test_what_is_no_deck_is_left_out(tmp_path: Path, text: str) -> None:
    """So is a file that is not there."""
    path = tmp_path / "broken.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert Standings(lambda: TODAY).of([path, tmp_path / "none.toml"]) == {}


def test_drafts_are_counted_and_a_damaged_file_of_drafts_counts_none(
    tmp_path: Path,
) -> None:
    """They change without the deck; one of a question in the file counts as well."""
    editor = editor_in(tmp_path)
    path = editor.new(NewDeck("Rivers"))
    standings, drafts = (
        Standings(lambda: TODAY, tmp_path / "drafts" / "decks"),
        tmp_path / "drafts",
    )
    assert standings.of([path])[path].drafts == 0
    desk = editor.open(path)
    desk.add_questions([Question(None, Short("Which?", "Drin"))])
    desk.add(Kind.SHORT)
    desk.add(Kind.DATE)
    desk.change(desk.keys[0], replace(desk.fields(desk.keys[0]), answers=("",)))
    save(desk)
    in_list = [desk.line(key).state for key in desk.keys].count(State.UNFINISHED)
    assert standings.of([path])[path].drafts == in_list == 3
    for file in drafts.rglob("*.json"):
        file.write_text('{"states": [{}]}', encoding="utf-8")
    assert standings.of([path])[path].drafts == 0


def test_what_was_changed_in_two_places_is_counted_until_it_is_chosen(tmp_path: Path) -> None:
    """It waits in the editor; whoever only sees the deck in a list is told too."""
    path = tmp_path / "decks" / "d.toml"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD + FRESH, encoding="utf-8")
    desk = editor_in(tmp_path).open(path)
    standings = Standings(lambda: TODAY, tmp_path / "drafts" / "decks")
    key = desk.keys[0]
    desk.change(key, replace(desk.fields(key), answers=("Buna",)))
    path.write_text(path.read_text(encoding="utf-8").replace("Drin", "Kir"), encoding="utf-8")
    save(desk)
    assert standings.of([path])[path].conflicts == len(desk.conflicts) == 1
    desk.resolve(key, Side.MINE)
    save(desk)
    assert standings.of([path])[path].conflicts == 0
