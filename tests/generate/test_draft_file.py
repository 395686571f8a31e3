"""Drafts on disk: found again, listed, discarded, and never lost when the disk refuses."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from drafting import MAY, TEXT, Clock, Rules, Writers, article, drafts, fill, ids

from quizapp.generate.article import Article
from quizapp.generate.desk import Desk, State
from quizapp.generate.draft import DraftShown
from quizapp.generate.draft_errors import DeskError, DraftUnreadableError

SHA256 = article().sha256


def file_of(home: Path) -> Path:
    """Where the draft of the article lies."""
    return home / "drafts" / f"{SHA256[:16]}.json"


def trouble(table: Desk) -> str:
    """Why the last step is not on disk, or ""."""
    return table.trouble.code if table.trouble else ""


def begun(home: Path, kept: int = 3) -> list[str]:
    """Keep some questions and leave; the ids of those kept."""
    table = drafts(home).open(article())
    names = ids(table)[:kept]
    for name in names:
        table.keep(name)
    return names


def test_the_same_text_finds_its_draft_whatever_it_is_called(tmp_path: Path) -> None:
    """What was known of it stays, and what only the later reading found is added."""
    names = begun(tmp_path)
    other = Article(TEXT, "Another headline", author="A. Writer")
    table = drafts(tmp_path).open(other)
    assert table.article == replace(article(), author="A. Writer")
    assert [table.item(name).state for name in names] == [State.KEPT] * 3
    assert drafts(tmp_path).open(Article(TEXT + "More.")).counts.kept == 0
    assert len(list((tmp_path / "drafts").iterdir())) == 2


def test_a_draft_is_text_with_a_step_on_each_line(tmp_path: Path) -> None:
    """One may read it and compare it, and it holds the whole questions."""
    begun(tmp_path)
    text = file_of(tmp_path).read_text("ascii")
    values = json.loads(text)
    assert values["article"]["text"] == TEXT
    assert [step["did"] for step in values["steps"]] == ["kept"] * 3
    assert values["steps"][0]["records"][0]["question"]["prompt"] == (
        "Which town reopened its old bridge?"
    )
    assert sum('"did"' in line for line in text.splitlines()) == 3


def test_drafts_are_listed_with_the_last_touched_first(tmp_path: Path) -> None:
    """Title, time and counts, as they were left; what is discarded is gone."""
    clock, writers = Clock(), Writers()
    room = drafts(tmp_path, clock=clock, writers=writers)
    assert room.listed() == ()
    table = room.open(article())
    table.keep(ids(table)[0])
    clock.now += 1000
    other = Article("Some words.\n" * 11)
    room.open(other)
    assert room.listed() == (
        DraftShown(other.sha256, "", clock.now, 10, 0, 0),
        DraftShown(SHA256, "Old bridge reopens", clock.now - 1000, 9, 1, 0),
    )
    clock.now += 1000
    table.refuse(ids(table)[1])
    assert room.listed()[0] == DraftShown(SHA256, "Old bridge reopens", clock.now, 8, 1, 1)
    room.discard(SHA256)
    room.discard(SHA256)
    assert [draft.sha256 for draft in room.listed()] == [other.sha256]
    assert room.open(article()).counts.kept == 0


def test_a_list_tells_which_deck_has_what_was_kept(tmp_path: Path) -> None:
    """It is known as soon as it is saved, and after the next start."""
    room = drafts(tmp_path)
    table = room.open(article())
    first, second = ids(table)[:2]
    table.keep(first)
    table.keep(second)
    assert room.listed()[0].decks == {}
    table.saved({first: "bridge"})
    assert drafts(tmp_path).listed()[0].decks == {"bridge": 1}


def test_a_draft_goes_on_without_its_article_at_hand(tmp_path: Path) -> None:
    """The list is enough to go on from, and the details told are there."""
    table = drafts(tmp_path).open(article(None))
    table.set_details(published=MAY, title="The bridge")
    table.keep(ids(table)[0])
    again = drafts(tmp_path).resume(SHA256)
    assert again.article == replace(article(), title="The bridge")
    assert again.counts.kept == 1
    assert (again.undo(), again.undo(), again.undo()) == ("kept", "dated", None)
    assert again.article == article(None)


def test_a_draft_that_is_gone_cannot_go_on(tmp_path: Path) -> None:
    """It is told so, and nothing is made."""
    with pytest.raises(DraftUnreadableError) as refused:
        drafts(tmp_path).resume(SHA256)
    assert refused.value.code == "draft-gone"
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_draft_is_set_aside_and_what_is_whole_holds(tmp_path: Path) -> None:
    """Broken off in its last line it gives all before; each damaged file has a name of its own."""
    for number, ending in enumerate([".damaged", ".damaged-2"], 3):
        names = begun(tmp_path, number)
        broken = file_of(tmp_path).read_bytes()[:-40]
        file_of(tmp_path).write_bytes(broken)
        table = drafts(tmp_path).open(article())
        assert table.damaged == file_of(tmp_path).with_suffix(ending)
        assert table.damaged.read_bytes() == broken
        assert table.counts.kept == len(names) - 1
        whole = drafts(tmp_path).open(article())
        assert (whole.damaged, whole.counts.kept) == (None, len(names) - 1)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\x00", b"[]", b"{}", b'{"format": 1}', b'{"format": "x", "steps": 3}']
)
def test_what_is_no_draft_is_set_aside_whole(data: bytes, tmp_path: Path) -> None:
    """The article begins anew, and the list names the damaged file until then."""
    file_of(tmp_path).parent.mkdir()
    file_of(tmp_path).write_bytes(data)
    room = drafts(tmp_path)
    assert room.listed() == (DraftShown(SHA256[:16], "", 0, 0, 0, 0, damaged=True),)
    with pytest.raises(DraftUnreadableError) as refused:
        room.resume(SHA256)
    assert refused.value.code == "draft-damaged"
    assert Path(refused.value.facts["path"]).read_bytes() == data
    table = room.open(article())
    assert (table.damaged, table.counts.kept) == (None, 0)


def test_a_draft_of_another_text_is_not_taken_for_this_one(tmp_path: Path) -> None:
    """Its text was changed by hand: it is set aside, and the offsets of the article hold."""
    begun(tmp_path)
    text = file_of(tmp_path).read_text("ascii")
    file_of(tmp_path).write_text(text.replace("noon", "dusk"), "ascii")
    table = drafts(tmp_path).open(article())
    assert table.article == article()
    assert table.damaged is not None


def test_a_newer_draft_is_left_alone(tmp_path: Path) -> None:
    """Neither opened nor written over."""
    begun(tmp_path)
    newer = file_of(tmp_path).read_bytes().replace(b'"format": 1', b'"format": 2')
    file_of(tmp_path).write_bytes(newer)
    with pytest.raises(DraftUnreadableError) as refused:
        drafts(tmp_path).open(article())
    assert refused.value.code == "draft-newer"
    assert file_of(tmp_path).read_bytes() == newer


def test_a_folder_in_the_draft_s_place_is_told(tmp_path: Path) -> None:
    """It is not touched, neither on opening nor on discarding."""
    file_of(tmp_path).mkdir(parents=True)
    with pytest.raises(DraftUnreadableError):
        drafts(tmp_path).open(article())
    with pytest.raises(DeskError) as refused:
        drafts(tmp_path).discard(SHA256)
    assert refused.value.code.startswith("discard-")
    assert file_of(tmp_path).is_dir()


def test_what_cannot_be_written_stands_in_memory(tmp_path: Path) -> None:
    """The desk tells why, goes on, and writes all of it once it can."""
    (tmp_path / "drafts").write_text("in the way")
    table = drafts(tmp_path).open(article())
    assert trouble(table) == "in-the-way"
    first, second = ids(table)[:2]
    table.keep(first)
    assert table.item(first).state is State.KEPT
    (tmp_path / "drafts").unlink()
    table.keep(second)
    assert trouble(table) == ""
    assert drafts(tmp_path).open(article()).counts.kept == 2


def test_two_windows_see_one_another_s_decisions(tmp_path: Path) -> None:
    """Each step takes in what the other wrote; on one question the newest decision holds."""
    clock, writers = Clock(), Writers()
    one = drafts(tmp_path, clock=clock, writers=writers).open(article())
    two = drafts(tmp_path, clock=clock, writers=writers).open(article())
    first, second, third = ids(one)[:3]
    clock.now += 10
    one.keep(first)
    clock.now += 10
    two.refuse(second, "no")
    assert two.item(first).state is State.KEPT
    clock.now += 10
    two.refuse(first)
    clock.now += 10
    one.keep(third)
    states = [State.REFUSED, State.REFUSED, State.KEPT]
    assert [one.item(name).state for name in (first, second, third)] == states
    two.write()
    assert [two.item(name).state for name in (first, second, third)] == states
    assert drafts(tmp_path).open(article()).counts == one.counts


def test_what_was_undone_in_one_window_does_not_come_back_from_the_other(tmp_path: Path) -> None:
    """Both knew the step; after one took it back, the other's next step leaves it so."""
    writers = Writers()
    one = drafts(tmp_path, writers=writers).open(article())
    first, second = ids(one)[:2]
    one.keep(first)
    two = drafts(tmp_path, writers=writers).open(article())
    assert one.undo() == "kept"
    two.keep(second)
    assert two.item(first).state is State.OPEN
    one.write()
    assert (one.item(first).state, one.item(second).state) == (State.OPEN, State.KEPT)


def test_a_clock_that_runs_back_reorders_nothing(tmp_path: Path) -> None:
    """The later decision holds, also tomorrow."""
    clock = Clock()
    table = drafts(tmp_path, clock=clock).open(article())
    name = ids(table)[0]
    table.keep(name)
    clock.now -= 100_000
    table.refuse(name)
    assert table.item(name).state is State.REFUSED
    assert drafts(tmp_path, rules=Rules()).open(article()).item(name).state is State.REFUSED


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few hundred kilobytes."""
    place = tmp_path / "small"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)], check=True)
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.disk
def test_on_a_full_disk_the_draft_before_stays_whole(small: Path) -> None:
    """The step is told as not on disk; with room again it is, and nothing lies about."""
    table = drafts(small).open(article())
    first, second = ids(table)[:2]
    table.keep(first)
    before = file_of(small).read_bytes()
    filling = fill(small)
    table.keep(second)
    assert trouble(table) == "disk-full"
    assert file_of(small).read_bytes() == before
    filling.unlink()
    table.write()
    assert trouble(table) == ""
    assert drafts(small).open(article()).counts.kept == 2
    assert [path.name for path in (small / "drafts").iterdir()] == [file_of(small).name]
