"""Kept questions in a deck: it reads without a fault, nothing is overwritten, nothing is twice."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from drafting import BODIES, MAY, TEXT, Rules, article, desk, drafts, fill, ids, worded
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import bodies, texts

from quizapp.content import deck_file
from quizapp.content.deck import Deck
from quizapp.content.question import Body, Question, Short
from quizapp.generate.article import Article
from quizapp.generate.desk import Desk
from quizapp.generate.draft_errors import SavingError
from quizapp.generate.draft_layout import fresh_id
from quizapp.generate.draft_saving import DeckDetails, add_to, faults_of, save_new
from quizapp.generate.draft_undoing import still_kept

DETAILS = DeckDetails(
    "The old bridge", "Who built it.", authors=("A. Teacher", " "), license="CC0"
)
OTHER = """# my deck\r
format = 1\r
[deck]\r
id = "mine"   # short\r
title = "My deck"\r
\r
[[source]]\r
id = "article"\r
title = "Another text"\r
\r
[[question]]\r
id = "aaaaaaaaaa"\r
prompt = "?"\r
answer = "!"\r
# the end"""


def nowhere(_question: str) -> None:
    """No question stands in any deck."""


def kept(count: int = 11, of: Desk | None = None) -> Desk:
    """A desk with its first questions kept, red ones too."""
    table = of or desk()
    table.show_red = True
    for name in ids(table)[:count]:
        table.keep(name)
    return table


def read(path: Path) -> Deck:
    """The deck, which must have no fault."""
    found = deck_file.read(path)
    assert found.faults == ()
    assert found.deck is not None
    return found.deck


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, and its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_new_deck_has_what_was_kept_and_the_text_beside_it(tmp_path: Path) -> None:
    """All kinds, with their ids, in the order of the article; the source is told whole."""
    table = kept()
    path = save_new(table, tmp_path / "decks", DETAILS, taken=nowhere)
    deck = read(path)
    assert path == tmp_path / "decks" / "the-old-bridge.toml"
    assert (deck.id, deck.title, deck.description) == (
        "the-old-bridge",
        "The old bridge",
        "Who built it.",
    )
    assert (deck.authors, deck.license) == (("A. Teacher",), "CC0")
    (source,) = deck.sources
    text = path.parent / source.file
    assert source.file == "the-old-bridge/old-bridge-reopens.md"
    assert text.read_bytes() == TEXT.encode()
    assert source.sha256 == hashlib.sha256(text.read_bytes()).hexdigest() == article().sha256
    assert (source.title, source.publisher) == ("Old bridge reopens", "Velin Post")
    assert (source.published, source.url) == (MAY, "https://example.org/b")
    assert [question.id for question in deck.questions] == [
        item.id for item in table.to_save(again=True)
    ]
    assert {question.kind for question in deck.questions} == {
        Question(None, body).kind for body in BODIES
    }
    assert all(q.evidence and q.evidence.source == source.id for q in deck.questions)


def test_what_was_saved_is_known_as_saved(tmp_path: Path) -> None:
    """The desk says where each question stands, and a second deck does not get them again."""
    table = kept(3)
    save_new(table, tmp_path, DETAILS, taken=nowhere)
    assert {table.item(name).saved_in for name in ids(table)[:3]} == {"the-old-bridge"}
    with pytest.raises(SavingError) as refused:
        save_new(table, tmp_path, DETAILS, taken=nowhere)
    assert (refused.value.code, refused.value.facts) == ("all-saved", {"deck": "the-old-bridge"})
    table.keep(ids(table)[4])
    second = read(save_new(table, tmp_path, DETAILS, taken=nowhere))
    assert (second.id, len(second.questions)) == ("the-old-bridge-2", 1)


def test_a_question_of_another_deck_gets_an_id_of_its_own(tmp_path: Path) -> None:
    """The same one each time, so that adding again finds it; no two decks share an id."""
    known: dict[str, str] = {}
    room = drafts(tmp_path, known)
    table = kept(3, room.open(article()))
    first = read(room.save_new(table, DETAILS))
    known |= {str(question.id): first.id for question in first.questions}
    path = room.save_new(table, replace(DETAILS, title="Class B"), again=True)
    second = read(path)
    assert [q.id for q in second.questions] == [
        fresh_id(str(q.id), "class-b") for q in first.questions
    ]
    known |= {str(question.id): second.id for question in second.questions}
    with pytest.raises(SavingError) as refused:
        room.add_to(table, path, again=True)
    assert refused.value.code == "all-there"
    known.clear()
    known |= {str(question.id): second.id for question in second.questions}
    again = drafts(tmp_path / "new", known).open(article())
    assert {again.item(str(q.id)).saved_in for q in first.questions} == {"class-b"}


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    """A deck, a folder or a deck elsewhere with the name: the next free one is taken."""
    (tmp_path / "the-old-bridge.toml").write_text("x")
    (tmp_path / "the-old-bridge-2").mkdir()
    before = files(tmp_path)
    path = save_new(kept(1), tmp_path, DETAILS, taken=nowhere, used={"the-old-bridge-3"})
    assert path.name == "the-old-bridge-4.toml"
    assert files(tmp_path).items() >= before.items()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("  Çamëria’s  “bridge”: 1894 ", "camerias-bridge-1894"),
        ("Мост", "deck"),
        ("CON", "deck-con"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "old-bridge-reopens"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word"),
        ("x" * 90, "x" * 48),
    ],
)
def test_a_deck_is_named_by_its_title(title: str, name: str, tmp_path: Path) -> None:
    """In letters that every file system and every deck's id can have."""
    path = save_new(kept(1), tmp_path, DeckDetails(title), taken=nowhere)
    assert path == tmp_path / f"{name}.toml"
    assert read(path).id == name


def test_an_article_of_which_nothing_is_known_is_saved_too(tmp_path: Path) -> None:
    """Its first words are its title, and an address that is none is left out."""
    table = kept(2, Desk(Article(TEXT, url="ftp:// x"), Rules(), int))
    (source,) = read(save_new(table, tmp_path, DETAILS, taken=nowhere)).sources
    assert source.title == "Old bridge reopens The town of Velin reopened"
    assert (source.url, source.published, source.publisher) == ("", None, "")


@pytest.mark.parametrize("end", ["", "\r\n", "\r\n\r\n"])
def test_a_deck_that_gets_more_keeps_every_byte(end: str, tmp_path: Path) -> None:
    """Comments, order and line ends stay; the text lies beside it under a free source id."""
    path = tmp_path / "my deck.toml"
    before = (OTHER + end).encode()
    path.write_bytes(before)
    table = kept(4)
    assert add_to(table, path, taken=nowhere) == path
    assert path.read_bytes().startswith(before)
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")
    deck = read(path)
    assert [source.id for source in deck.sources] == ["article", "article-2"]
    assert deck.sources[1].file == "mine/old-bridge-reopens.md"
    assert (tmp_path / "mine" / "old-bridge-reopens.md").read_bytes() == TEXT.encode()
    assert len(deck.questions) == 5
    assert {table.item(name).saved_in for name in ids(table)[:4]} == {"mine"}


def test_adding_again_uses_the_source_and_adds_what_is_new(tmp_path: Path) -> None:
    """What is there is known by its id, whatever its words are now, and is not changed."""
    table = kept(2)
    path = save_new(table, tmp_path, DETAILS, taken=nowhere)
    first = table.items[0]
    table.edit(first.id, worded(first.question, answer="Velin town"))
    before = path.read_text()
    with pytest.raises(SavingError) as refused:
        add_to(table, path, taken=nowhere)
    assert refused.value.code == "all-there"
    assert path.read_text() == before
    table.keep(ids(table)[4])
    add_to(table, path, taken=nowhere)
    deck = read(path)
    assert path.read_text().startswith(before)
    assert (len(deck.sources), len(deck.questions)) == (1, 3)
    assert len(files(tmp_path)) == 2


def test_a_source_whose_text_has_changed_is_not_used_again(tmp_path: Path) -> None:
    """The article's own text goes beside the changed one, so that new quotes hold."""
    table = kept(1)
    path = save_new(table, tmp_path, DETAILS, taken=nowhere)
    text = tmp_path / "the-old-bridge" / "old-bridge-reopens.md"
    text.write_text(TEXT + "More.\n")
    table.keep(ids(table)[4])
    add_to(table, path, taken=nowhere)
    found = deck_file.read(path)
    assert found.deck is not None
    assert [s.file for s in found.deck.sources] == [
        "the-old-bridge/old-bridge-reopens.md",
        "the-old-bridge/old-bridge-reopens-2.md",
    ]
    assert [fault.code for fault in found.faults] == ["text-changed"]


def test_ids_of_questions_with_faults_count_as_there(tmp_path: Path) -> None:
    """A question that cannot be asked as it stands is not added beside itself."""
    table = kept(2)
    path = save_new(table, tmp_path, DETAILS, taken=nowhere)
    path.write_text(path.read_text().replace('answer = "Velin"', "answer = 3"))
    with pytest.raises(SavingError) as refused:
        add_to(table, path, taken=nowhere)
    assert refused.value.code == "all-there"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (None, "deck-unreadable"),
        ("", "deck-unreadable"),
        ("[deck", "deck-unreadable"),
        ('format = 9\n[deck]\nid = "d"\ntitle = "t"\n', "deck-unreadable"),
        ('question = []\nformat = 1\n[deck]\nid = "d"\ntitle = "t"\n', "deck-shape"),
    ],
)
def test_a_deck_that_cannot_take_more_is_left_alone(
    words: str | None, code: str, tmp_path: Path
) -> None:
    """It is told why, and no text is left beside it."""
    path = tmp_path / "d.toml"
    if words is not None:
        path.write_text(words)
    before = files(tmp_path)
    with pytest.raises(SavingError) as refused:
        add_to(kept(2), path, taken=nowhere)
    assert refused.value.code == code
    assert files(tmp_path) == before
    assert not (tmp_path / "d").exists()


UNFIT: dict[str, Body] = {
    "no prompt": Short(" ", "Velin"),
    "right is wrong": Short("Which town?", "Velin", (), ("Velin", "Puka")),
}


@pytest.mark.parametrize("body", UNFIT.values(), ids=UNFIT.keys())
def test_a_question_with_a_fault_is_not_saved(body: Body, tmp_path: Path) -> None:
    """The fault names the question at the desk, neither deck nor text is left behind."""
    table = kept(2)
    name = ids(table)[1]
    question = table.edit(name, replace(table.item(name).question, body=body)).question
    (tmp_path / "mine.toml").write_text(OTHER)
    before = files(tmp_path)
    saves: tuple[Callable[[], Path], ...] = (
        lambda: save_new(table, tmp_path, DETAILS, taken=nowhere),
        lambda: add_to(table, tmp_path / "mine.toml", taken=nowhere),
        lambda: save_new(table, tmp_path, DETAILS, taken={name: "elsewhere"}.get),
    )
    for save in saves:
        with pytest.raises(SavingError) as refused:
            save()
        assert refused.value.code == "faulty"
        assert [fault.question for fault in refused.value.faults] == [name]
        assert files(tmp_path) == before
        assert [entry.name for entry in tmp_path.iterdir()] == ["mine.toml"]
    assert [f.code for f in faults_of(question)] == [f.code for f in refused.value.faults]
    assert table.item(name).saved_in == ""


def test_half_a_character_is_told_and_nothing_saved(tmp_path: Path) -> None:
    """No file can hold it, neither a deck nor a text."""
    table = kept(1)
    name = ids(table)[0]
    table.edit(name, replace(table.item(name).question, hint="\ud83d"))
    with pytest.raises(SavingError) as refused:
        save_new(table, tmp_path, DETAILS, taken=nowhere)
    assert refused.value.code == "half-character"
    assert [fault.code for fault in faults_of(table.item(name).question)] == ["not-utf8"]
    broken = kept(1, Desk(Article("Old \ud83d\n" * 11), Rules(), int))
    with pytest.raises(SavingError) as refused:
        save_new(broken, tmp_path, DETAILS, taken=nowhere)
    assert refused.value.code == "half-character"
    assert list(tmp_path.iterdir()) == []


def test_nothing_kept_is_nothing_to_save(tmp_path: Path) -> None:
    """No folder is made for it."""
    with pytest.raises(SavingError) as refused:
        save_new(desk(), tmp_path / "decks", DETAILS, taken=nowhere)
    assert refused.value.code == "nothing-kept"
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_folder_s_place_is_told(tmp_path: Path) -> None:
    """The folder for decks is a file: nothing is touched."""
    (tmp_path / "decks").write_text("x")
    with pytest.raises(SavingError) as refused:
        save_new(kept(1), tmp_path / "decks", DETAILS, taken=nowhere)
    assert refused.value.code == "in-the-way"
    assert files(tmp_path) == {"decks": b"x"}


def test_a_file_with_the_deck_s_name_is_gone_round(tmp_path: Path) -> None:
    """The text goes to the next free folder beside the deck."""
    (tmp_path / "d.toml").write_text(OTHER)
    (tmp_path / "mine").write_text("x")
    add_to(kept(1), tmp_path / "d.toml", taken=nowhere)
    assert read(tmp_path / "d.toml").sources[1].file == "mine-2/old-bridge-reopens.md"


@pytest.mark.disk
@pytest.mark.parametrize("how", ["full", "read-only"])
def test_a_disk_that_refuses_leaves_no_half_deck(how: str, small: Path) -> None:
    """Nothing new is there, nothing old is changed, and it is told why."""
    (small / "mine.toml").write_text(OTHER)
    if how == "full":
        fill(small)
    else:
        subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
    before = files(small)
    table = kept(3)
    code = "disk-full" if how == "full" else "read-only"
    saves: tuple[Callable[[], Path], ...] = (
        lambda: save_new(table, small, DETAILS, taken=nowhere),
        lambda: add_to(table, small / "mine.toml", taken=nowhere),
    )
    for save in saves:
        with pytest.raises(SavingError) as refused:
            save()
        assert refused.value.code == code
        assert files(small) == before
        assert not (small / "mine").exists()
    assert len(table.to_save()) == 3


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few hundred kilobytes."""
    place = tmp_path / "small"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)], check=True)
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@given(written=st.lists(bodies, min_size=1, max_size=4), title=texts, publisher=texts)
@settings(max_examples=60)
def test_what_is_saved_reads_without_a_fault(
    tmp_path_factory: pytest.TempPathFactory, written: list[Body], title: str, publisher: str
) -> None:
    """Every kind over hostile text, in a new deck and added to it, or it is told as faulty."""
    folder = tmp_path_factory.mktemp("decks")
    table = desk()
    table.set_details(title=title, publisher=publisher)
    names = ids(table)
    for name, body in zip(names, written, strict=False):
        table.edit(name, replace(table.item(name).question, body=body))
        table.keep(name)
        assert faults_of(table.item(name).question) == ()
    table.keep(names[5])
    path = save_new(table, folder, DeckDetails(title), taken=nowhere)
    assert len(read(path).questions) == len(written) + 1
    table.keep(names[6])
    add_to(table, path, taken=nowhere)
    assert len(read(path).questions) == len(written) + 2


def test_what_stands_in_a_deck_stays_kept_through_an_undo(tmp_path: Path) -> None:
    """An undo of keeping does not take a question out of a deck, and says so."""
    table = kept()
    before = table.undo()
    assert before is not None
    assert not still_kept(table, before)
    table = kept()
    save_new(table, tmp_path / "decks", DETAILS, taken=nowhere)
    code = table.undo()
    assert code is not None
    assert still_kept(table, code)
