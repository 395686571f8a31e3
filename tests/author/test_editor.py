"""Decks made, copied, put aside, and questions sent between them, with all that they rest on."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from author_home import check, save
from strategies import IMAGE_BYTES

from quizapp.author.editor import DeckEditor, NotSentError
from quizapp.author.field_reading import UnfinishedError
from quizapp.author.told import HeadFields, NewDeck, NewSource, SaveState, State
from quizapp.content.deck import Deck
from quizapp.content.deck_file import DeckUnreadableError, read
from quizapp.content.named_files import FileRefusedError
from quizapp.content.question import Evidence, Kind, Question, Short

SOURCE = "She wrote to Joe Biden.\nIt left Serbia in 2008.\n"


def deck_of(path: Path) -> Deck:
    """A deck that has no fault."""
    found = read(path, today=date(2026, 3, 1))
    assert [fault for fault in found.faults if fault.code != "no-questions"] == []
    assert found.deck is not None
    return found.deck


@pytest.fixture
def deck(editor: DeckEditor) -> Path:
    """A deck with a source, its text, a picture, and two questions."""
    path = editor.new(NewDeck("Kosovo and NATO", authors=("A. Teacher", " ")))
    desk = editor.open(path)
    desk.add_source(NewSource("A letter", "NATO", "March 2022", "https://nato.int/", SOURCE))
    source = desk.deck.sources[0].id
    desk.add_questions(
        [
            Question(None, Short("Who wrote?", "She"), evidence=Evidence(source, "She wrote")),
            Question(None, Short("What left?", "It", wrong=("He", "They"))),
        ]
    )
    desk.add_image(desk.keys[1], "My map.PNG", IMAGE_BYTES, "A map")
    save(desk)
    assert desk.state is SaveState.SAVED
    return path


def test_a_new_deck_has_an_id_and_a_file_that_are_free(editor: DeckEditor, home: Path) -> None:
    """Named after the title; a second of the same title has another name."""
    first, second = editor.new(NewDeck("Kosovo’s way")), editor.new(NewDeck("Kosovo’s way"))
    assert (first.name, second.name) == ("kosovo-s-way.toml", "kosovo-s-way-2.toml")
    assert deck_of(first).title == "Kosovo’s way"
    assert deck_of(second).id == "kosovo-s-way-2"
    assert first.parent == home / "decks"
    for title in ("CON", "???", "東京"):
        assert deck_of(editor.new(NewDeck(title))).title == title


@pytest.mark.parametrize("title", ["", "  \n"])
def test_a_deck_without_a_title_is_not_made(editor: DeckEditor, home: Path, title: str) -> None:
    """It is said which field lacks what."""
    with pytest.raises(UnfinishedError) as caught:
        editor.new(NewDeck(title))
    assert [(t.field, t.code) for t in caught.value.troubles] == [("title", "no-title")]
    assert list((home / "decks").iterdir()) == []


def test_a_source_lies_beside_the_deck_with_its_sum(deck: Path) -> None:
    """Its text is what quotes are checked against."""
    [source] = deck_of(deck).sources
    assert source.file == "kosovo-and-nato/a-letter.md"
    text = deck.parent / source.file
    assert text.read_text() == SOURCE
    assert source.sha256 == hashlib.sha256(text.read_bytes()).hexdigest()
    assert (source.publisher, str(source.published)) == ("NATO", "2022-03")


def test_a_sources_text_is_changed_and_changed_back(editor: DeckEditor, deck: Path) -> None:
    """Undoing brings the old text back, byte for byte."""
    before = deck.read_bytes()
    desk = editor.open(deck)
    desk.change_source("a-letter", NewSource("A letter", "NATO", "2022-03", text="New text."))
    assert desk.texts["a-letter"] == "New text."
    save(desk)
    assert (deck.parent / "kosovo-and-nato/a-letter.md").read_text() == "New text."
    assert read(deck).texts == (("a-letter", "New text."),)
    desk.undo()
    save(desk)
    assert deck.read_bytes() == before
    assert (deck.parent / "kosovo-and-nato/a-letter.md").read_text() == SOURCE
    assert desk.remove_source("a-letter").order is False
    desk.delete([desk.keys[0]])
    assert desk.remove_source("a-letter").order is True


@pytest.mark.parametrize(
    ("source", "field"),
    [
        (NewSource(""), "title"),
        (NewSource("A", published="soon"), "published"),
        (NewSource("A", url="not an address"), "url"),
    ],
)
def test_a_source_that_is_not_complete_is_told(
    editor: DeckEditor, deck: Path, source: NewSource, field: str
) -> None:
    """By the field that is wrong; nothing is changed."""
    desk = editor.open(deck)
    with pytest.raises(UnfinishedError) as caught:
        desk.add_source(source)
    assert [trouble.field for trouble in caught.value.troubles] == [field]
    assert desk.undoable is None


def test_the_decks_own_page(editor: DeckEditor, deck: Path) -> None:
    """Title, description, language, licence, authors."""
    desk = editor.open(deck)
    desk.change_head(HeadFields("New", "About it", "sq", "CC0-1.0", ("B", "")))
    save(desk)
    found = deck_of(deck)
    assert (found.title, found.description, found.language) == ("New", "About it", "sq")
    assert (found.license, found.authors) == ("CC0-1.0", ("B",))
    with pytest.raises(UnfinishedError):
        desk.change_head(HeadFields("", language="english please"))


def test_a_picture_is_copied_once(editor: DeckEditor, deck: Path) -> None:
    """Named after its file; the same again is the same file, what is none is refused."""
    desk = editor.open(deck)
    key = desk.keys[1]
    assert desk.fields(key).image == "kosovo-and-nato/my-map.svg"
    desk.add_image(key, "My map", IMAGE_BYTES, "The map")
    assert desk.fields(key).image == "kosovo-and-nato/my-map.svg"
    desk.add_image(key, "My map", IMAGE_BYTES + b" ", "Another")
    assert desk.fields(key).image == "kosovo-and-nato/my-map-2.svg"
    with pytest.raises(FileRefusedError):
        desk.add_image(key, "a.png", b"no picture", "None")


def test_a_duplicate_has_ids_and_files_of_its_own(editor: DeckEditor, deck: Path) -> None:
    """And every comment."""
    deck.write_text(deck.read_text().replace("[[question]]", "# Mine\n[[question]]"))
    copy = editor.duplicate(deck, "Another")
    one, other = deck_of(deck), deck_of(copy)
    assert (other.id, other.title) == ("another", "Another")
    assert not {q.id for q in one.questions} & {q.id for q in other.questions}
    assert [q.body for q in one.questions] == [q.body for q in other.questions]
    assert copy.read_text().count("# Mine") == 2
    assert (copy.parent / "another/a-letter.md").read_text() == SOURCE
    assert other.questions[1].image is not None
    assert other.questions[1].image.path.startswith("another/")


@pytest.mark.parametrize("keep", [True, False])
def test_questions_are_sent_with_what_they_rest_on(
    editor: DeckEditor, deck: Path, keep: bool
) -> None:
    """Moved with their ids, copied with new ones; comments, sources, texts, pictures go along."""
    deck.write_text(deck.read_text().replace("[[question]]", "# Mine\n[[question]]", 1))
    to = editor.new(NewDeck("Other"))
    desk = editor.open(deck)
    keys = list(desk.keys)
    editor.send(desk, keys, to, keep=keep)
    save(desk)
    other = deck_of(to)
    assert ([q.id for q in other.questions] == keys) is not keep
    assert len(desk.keys) == (2 if keep else 0)
    assert "# Mine" in to.read_text()
    assert (to.parent / "other/a-letter.md").read_text() == SOURCE
    assert other.questions[1].image is not None
    assert (to.parent / other.questions[1].image.path).read_bytes() == IMAGE_BYTES
    if keep:
        editor.send(desk, keys[:1], to, keep=True)
        again = deck_of(to)
        assert (len(again.questions), len(again.sources)) == (3, 1)
    else:
        assert desk.undoable is None
        desk.undo()
        assert list(desk.keys) == []
        there = editor.open(to)
        editor.send(there, keys, deck, keep=False)
        assert [q.id for q in deck_of(deck).questions] == keys


def test_what_was_done_before_a_move_can_still_be_undone(editor: DeckEditor, deck: Path) -> None:
    """Only what went with the question is left out."""
    to = editor.new(NewDeck("Other"))
    desk = editor.open(deck)
    going, staying = desk.keys
    desk.tag([staying], "capital")
    editor.send(desk, [going], to, keep=False)
    desk.undo()
    assert list(desk.keys) == [staying]
    assert "capital" not in desk.line(staying).tags


def test_nothing_is_lost_where_the_other_deck_cannot_be_written(
    editor: DeckEditor, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The questions stay where they are."""
    to = editor.new(NewDeck("Other"))
    desk = editor.open(deck)

    def full(at: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device", str(at))

    monkeypatch.setattr("quizapp.author.desk_saving.write_whole", full)
    with pytest.raises(NotSentError):
        editor.send(desk, desk.keys, to, keep=False)
    assert len(desk.keys) == 2


def test_a_deleted_deck_lies_whole_in_the_folder_of_removed_ones(
    editor: DeckEditor, deck: Path, home: Path
) -> None:
    """With its texts, so that it can be put back."""
    before = deck_of(deck)
    gone = editor.delete_deck(deck)
    assert gone == home / "removed" / "kosovo-and-nato" / "kosovo-and-nato.toml"
    assert not deck.exists()
    assert not (deck.parent / "kosovo-and-nato").exists()
    assert deck_of(gone) == before
    again = editor.new(NewDeck("Kosovo and NATO"))
    assert editor.delete_deck(again).parent.name == "kosovo-and-nato-2"


def test_what_is_no_deck_is_not_opened(editor: DeckEditor, home: Path) -> None:
    """And it is said why."""
    path = home / "decks" / "x.toml"
    inline = '[deck]\nid = "d"\ntitle = "D"\n'
    for text in (
        *("", "no toml", "format = 9\n[deck]\n"),
        'question = [ { prompt = "A?", answer = "1" } ]\n' + inline,
        "source = []\nquestion = 1\n" + inline,
        'deck = "d"\n[[question]]\nprompt = "A?"\nanswer = "1"\n',
    ):
        path.write_text(text)
        with pytest.raises(DeckUnreadableError):
            editor.open(path)
    path.unlink()
    with pytest.raises(DeckUnreadableError):
        editor.open(path)


@pytest.mark.parametrize(
    "text",
    [
        '[[question]]\nprompt = "A?"\nanswer = "1"\n',
        '\ufeff[deck]\r\nid = "d"\r\ntitle = "D"\r\n[[question]]\r\nprompt = "A?"\r\nanswer = "1"',
        (
            '[deck]\nid = "d"\ntitle = "D"\n[[question]]\nid = "aaaaaaaaaa"\nprompt = "A?"\n'
            'answer = "1"\n[[source]]\nid = "s"\ntitle = "S"\n[question.evidence]\nsource = "s"\n'
            'quote = "q"\n[[question]]\nid = "bbbbbbbbbb"\nprompt = "B?"\nanswer = "2"\n'
        ),
        (
            '[[question]]\nid = "aaaaaaaaaa"\nprompt = """\n[[question]]\n"""\nanswer = "1"\n'
            '["deck"]\nid = "d"\ntitle = "D"\n'
        ),
    ],
)
def test_decks_written_in_odd_ways_are_edited(editor: DeckEditor, home: Path, text: str) -> None:
    """Every step can be made on them, and the file stays a deck."""
    path = home / "decks" / "d.toml"
    path.write_bytes(text.encode())
    desk = editor.open(path)
    desk.change(desk.keys[0], replace(desk.fields(desk.keys[0]), hint="H"))
    desk.change_head(HeadFields("New"))
    desk.add_source(NewSource("Source", text="abc"))
    desk.add_questions([Question(None, Short("N?", "n"))])
    save(desk)
    assert desk.state is SaveState.SAVED
    found = read(path)
    assert found.deck is not None
    assert found.deck.title == "New"
    assert found.deck.questions[0].hint == "H"
    assert found.deck.questions[-1].body == Short("N?", "n")
    assert {source.title for source in found.deck.sources} >= {"Source"}


def test_findings_stand_beside_the_question(editor: DeckEditor, deck: Path) -> None:
    """After the whole deck was checked, and anew for each question that changes; mends work."""
    desk = editor.open(deck)
    key = desk.keys[0]
    fields = desk.fields(key)
    assert desk.findings(key) == ()
    check(desk)
    desk.change(key, replace(fields, quote="she  wrote", as_of="2030"))
    found = {finding.code.name: finding for finding in desk.findings(key)}
    assert {"quote-nowhere", "date-ahead"} <= set(found)
    assert desk.line(key).state is State.ERROR
    assert desk.line(key).findings == len(found)
    if found["quote-nowhere"].mend is not None:
        desk.mend(key, found["quote-nowhere"])
        assert desk.fields(key).quote == "She wrote"
        assert "quote-nowhere" not in {finding.code.name for finding in desk.findings(key)}
        desk.undo()
    desk.undo()
    desk.undo()
    assert desk.fields(key) == fields


def test_facts_are_confirmed(editor: DeckEditor, deck: Path) -> None:
    """A new as-of; a day of review that is past moves a year on."""
    desk = editor.open(deck)
    key = desk.keys[0]
    desk.change(key, replace(desk.fields(key), as_of="2020", review_by="1 January 2025"))
    desk.confirm(key, date(2026, 3, 1))
    question = desk.question(key)
    assert question is not None
    assert (str(question.as_of), question.review_by) == ("2026-03-01", date(2027, 3, 1))
    assert desk.undoable is not None
    assert desk.undoable.code == "confirm"


def test_a_spelling_is_taken_in(editor: DeckEditor, deck: Path) -> None:
    """Once."""
    desk = editor.open(deck)
    key = desk.keys[0]
    desk.accept(key, "her")
    assert desk.accept(key, "her").keys == frozenset()
    question = desk.question(key)
    assert question is not None
    assert isinstance(question.body, Short)
    assert question.body.accept == ("her",)


def test_typing_on_is_one_step_until_the_field_changes(editor: DeckEditor, deck: Path) -> None:
    """Each with its name; tags of several questions are one step."""
    desk = editor.open(deck)
    key = desk.keys[0]
    for prompt in ("Who wrote?!", "Who wrote?!?"):
        desk.change(key, replace(desk.fields(key), prompt=prompt))
    desk.change(key, replace(desk.fields(key), hint="H"))
    desk.tag(desk.keys, "new")
    steps = []
    while (step := desk.undoable) is not None:
        steps.append((step.code, dict(step.facts)))
        desk.undo()
    assert steps[0] == ("tag", {"count": "2", "tag": "new"})
    names = [facts.get("field", code) for code, facts in steps]
    assert names == ["tag", "hint", "prompt"]
    assert desk.fields(key).prompt == "Who wrote?"


def test_a_question_turned_and_turned_back(editor: DeckEditor, deck: Path) -> None:
    """What has no place is named before, and found again after."""
    desk = editor.open(deck)
    key = desk.keys[1]
    before = desk.fields(key)
    change = desk.turned(key, Kind.TRUE_FALSE)
    assert {one.what for one in change.dropped} == {"answers", "wrong"}
    desk.change(key, change.fields)
    assert desk.fields(key).kind is Kind.TRUE_FALSE
    desk.change(key, desk.turned(key, Kind.SHORT).fields)
    assert desk.fields(key) == before


def test_one_id_twice_is_shown_as_two_questions(editor: DeckEditor, deck: Path) -> None:
    """Both can be seen and edited; the file says so until one is taken out."""
    text = deck.read_text()
    block = text[text.index("[[question]]") :]
    deck.write_text(text + "\n" + block)
    desk = editor.open(deck)
    assert len(desk.keys) == 4
    desk.change(desk.keys[2], replace(desk.fields(desk.keys[2]), prompt="Again?"))
    save(desk)
    again = editor.open(deck)
    assert [again.fields(key).prompt for key in again.keys][2] == "Again?"
    again.delete(again.keys[2:])
    save(again)
    assert len(deck_of(deck).questions) == 2
