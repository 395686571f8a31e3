"""Decks: found, read once, taken in, given ids, and which of several is used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from history_desk import TODAY, Desk, answer, at, named, short

from quizapp.collection.taking_in import DeckTaken, NotADeck
from quizapp.content import deck_file
from quizapp.content.deck import Deck, Source
from quizapp.content.deck_file import read, save
from quizapp.content.question import Cloze, Flashcard, Question
from quizapp.schedule.log import Action, Entry


def write(path: Path, text: str) -> Path:
    """A file with that text, its folders made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_cards_of_every_kind_have_their_place(desk: Desk) -> None:
    """A cloze has a card a gap, a flashcard both ways two, in the deck's order."""
    desk.write(
        [
            Question(named(0), Cloze("{{Kosovo}} left {{year:2008}} behind.")),
            Question(named(1), Flashcard("NATO", "An alliance", both_ways=True)),
            short(named(2), "Who?"),
        ]
    )
    keys = [place.state.key for place in desk.collection.all_cards("civics")]
    assert keys == [
        f"{named(0)}/kosovo",
        f"{named(0)}/year",
        named(1),
        f"{named(1)}/reverse",
        named(2),
    ]
    (entry,) = desk.shelf.entries()
    assert (entry.questions, entry.cards, entry.without_id) == (3, 5, 0)


def test_an_unchanged_deck_is_never_parsed_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A deck is read again only when it, or a text it rests on, has other contents."""
    reads: list[Path] = []

    def counting(path: Path, **more: Path | None) -> object:
        reads.append(path)
        return read(path, text_root=more["text_root"])

    monkeypatch.setattr(deck_file, "read", counting)
    text = write(desk.decks / "letter.md", "Pristina is the capital.")
    source = Source("letter", "A letter", file="letter.md")
    path = desk.decks / "civics.toml"
    deck = Deck("civics", "Civics", sources=(source,), questions=(short(named(0), "Which?"),))
    save(path, deck)
    assert desk.shelf.rescan()
    assert reads == [path]
    desk.reopen()
    assert not desk.shelf.rescan()
    os.utime(path, ns=(1, 1))
    assert not desk.shelf.rescan()
    assert reads == [path]
    text.write_text("Pristina is the capital of Kosovo.", encoding="utf-8")
    assert desk.shelf.rescan()
    assert reads == [path, path]
    assert desk.shelf.sources("civics")[0].text == "Pristina is the capital of Kosovo."
    assert desk.shelf.entries()[0].articles == 1
    assert {path, text} < set(desk.shelf.watched())


def test_a_change_within_one_tick_of_the_clock_is_noticed(desk: Desk) -> None:
    """A file as young as the look at it is read once more, though size and time are the same."""
    path = desk.write([short(named(0), "What is A?")])
    when = desk.now_ns + 10_000_000_000
    for prompt in ("What is B?", "What is C?"):
        save(path, Deck("civics", "Civics", questions=(short(named(0), prompt),)))
        os.utime(path, ns=(when, when))
        desk.now_ns = when - 10_000_000_000
        desk.shelf.rescan()
        found = desk.shelf.question(named(0))
        assert found is not None
        assert found.prompt == prompt


def test_what_cannot_be_read_is_listed_with_its_reason(desk: Desk) -> None:
    """A file that is no deck shows with its reason, and the others open."""
    write(desk.decks / "broken.toml", "format = = 1")
    write(desk.decks / "empty.toml", "")
    (desk.decks / "folder.toml").mkdir()
    (desk.decks / "loop.toml").symlink_to(desk.decks / "loop.toml")
    write(desk.decks / "other.toml", "[tool]\nname = 1\n")
    desk.write([short(named(0), "Which?")])
    found = {entry.path.name: entry.unreadable for entry in desk.shelf.entries()}
    assert found == {
        "broken.toml": "not-toml",
        "civics.toml": "",
        "empty.toml": "empty",
        "folder.toml": "is-folder",
        "loop.toml": "link-loop",
        "other.toml": "not-a-deck",
    }
    assert len(desk.collection.all_cards("civics")) == 1


def test_other_programs_files_in_an_added_folder_are_passed_over(desk: Desk) -> None:
    """TOML that is no deck is listed in the user's own folder only."""
    write(desk.added / "pyproject.toml", "[project]\nname = 'x'\n")
    desk.write([short(named(0), "Which?")], folder=desk.added / "a" / "b")
    desk.write([short(named(1), "Which?")], "too-deep", folder=desk.added / "a" / "b" / "c")
    (desk.added / "a" / "round").symlink_to(desk.added)
    assert not desk.shelf.rescan()
    assert [entry.path.name for entry in desk.shelf.entries()] == ["civics.toml"]


def test_a_deck_that_is_gone_keeps_its_history_and_comes_back_whole(desk: Desk) -> None:
    """Cards of a removed deck leave the queue; with the file everything is there again."""
    path = desk.write([short(named(0), "Which?"), short(named(1), "Who?")])
    desk.begin()
    desk.answer(named(0), at(0), answer(due_day=TODAY))
    desk.collection.append(Entry(Action.FLAG, at(1), card=named(0), text="odd"))
    before = list(desk.collection.all_cards("civics"))
    text = path.read_bytes()
    path.unlink()
    desk.shelf.rescan()
    assert desk.shelf.entries() == []
    assert desk.collection.due(TODAY, at(2).utc_ms, (), 9) == []
    assert desk.collection.flagged() == []
    assert desk.collection.counts(TODAY, 0) == {}
    assert desk.collection.card(named(0)).reviews == 1
    assert desk.shelf.question(named(0)) is None
    path.write_bytes(text)
    desk.shelf.rescan()
    assert list(desk.collection.all_cards("civics")) == before


def test_a_changed_answer_is_told_once(desk: Desk) -> None:
    """History stays with the id; the former answer is known until the student was told."""
    desk.write([short(named(0), "Which city?", "Prishtina")])
    desk.answer(named(0), given=answer(content_hash=hash_of(desk)))
    assert desk.collection.former_answer(named(0)) is None
    desk.write([short(named(0), "Which city?", "Pristina, Kosovo")])
    assert desk.collection.card(named(0)).reviews == 1
    assert desk.collection.former_answer(named(0)) == "Prishtina"
    desk.collection.append(Entry(Action.SEEN_CHANGE, at(1), card=named(0), text=hash_of(desk)))
    assert desk.collection.former_answer(named(0)) is None


def hash_of(desk: Desk) -> str:
    """The content hash of the first question as it stands."""
    from quizapp.content.content_hash import content_hash

    return content_hash(desk.shelf.questions("civics")[0])


def test_other_words_in_the_prompt_are_no_other_answer(desk: Desk) -> None:
    """Nothing is told where only the question was put otherwise."""
    desk.write([short(named(0), "Which city?")])
    desk.answer(named(0), given=answer(content_hash=hash_of(desk)))
    desk.write([short(named(0), "Which town?")])
    assert desk.collection.former_answer(named(0)) is None


def test_the_users_own_deck_hides_a_bundled_one(desk: Desk) -> None:
    """Of two decks with one id the user's own is used, and history goes on in it."""
    desk.write([short(named(0), "Bundled?")], folder=desk.bundled)
    desk.answer(named(0))
    desk.write([short(named(0), "Own?")])
    own, bundled = desk.shelf.entries()
    assert (own.hidden, own.rival, bundled.hidden, bundled.bundled) == (False, "", True, True)
    (place,) = desk.collection.all_cards("civics")
    assert (place.question.prompt, place.state.reviews) == ("Own?", 1)
    own.path.unlink()
    desk.shelf.rescan()
    (place,) = desk.collection.all_cards("civics")
    assert (place.question.prompt, place.state.reviews) == ("Bundled?", 1)


def test_of_two_own_decks_with_one_id_the_user_chooses(desk: Desk) -> None:
    """Both files are named until one is chosen; then the other is hidden."""
    first = desk.write([short(named(0), "First?")], name="a")
    second = desk.write([short(named(1), "Second?")], name="b")
    one, other = desk.shelf.entries()
    assert (one.hidden, one.rival) == (False, str(second))
    assert (other.hidden, other.rival) == (True, str(first))
    desk.shelf.choose(second)
    one, other = desk.shelf.entries()
    assert (one.hidden, other.hidden, other.rival) == (True, False, "")
    assert [p.state.key for p in desk.collection.all_cards("civics")] == [named(1)]


def test_one_id_in_two_decks_is_a_fault_of_the_later_one(desk: Desk) -> None:
    """The first deck has the card, the other is told which file has it."""
    desk.write([short(named(0), "First?")], "alpha")
    desk.write([short(named(0), "Second?"), short(named(1), "Other?")], "beta")
    first, later = desk.shelf.entries()
    assert first.faults == ()
    (fault,) = later.faults
    assert (fault.code, fault.question) == ("id-in-other-deck", named(0))
    assert dict(fault.facts)["path"] == str(first.path)
    assert desk.shelf.deck_of(named(0)) == "alpha"
    assert [p.state.key for p in desk.collection.all_cards("beta")] == [named(1)]
    first.path.unlink()
    desk.shelf.rescan()
    assert desk.shelf.entries()[0].faults == ()
    assert len(desk.collection.all_cards("beta")) == 2


def test_a_deck_without_ids_is_given_them_once(desk: Desk) -> None:
    """Opening writes nothing; on a yes each question gets an id, and keeps it."""
    path = desk.write([short(None, "Which?"), short(named(0), "Who?"), short(None, "What?")])
    text = path.read_bytes()
    assert desk.shelf.entries()[0].without_id == 2
    assert len(desk.shelf.questions("civics")) == 3
    assert len(desk.collection.all_cards("civics")) == 1
    assert path.read_bytes() == text
    assert desk.shelf.give_ids("civics") == 2
    ids = [question.id for question in desk.shelf.questions("civics")]
    assert None not in ids
    assert ids[1] == named(0)
    assert desk.shelf.give_ids("civics") == 0
    assert [question.id for question in desk.shelf.questions("civics")] == ids


def test_a_question_that_lost_its_id_line_is_given_its_own_back(desk: Desk) -> None:
    """The same words without an id are the question that is gone, in the cache and in the file."""
    desk.write([short(named(0), "Which?"), short(named(1), "Who?")])
    desk.answer(named(1))
    path = desk.write([short(None, "Something new?"), short(None, "Who?")])
    assert desk.collection.card(named(1)).reviews == 1
    assert [p.state.key for p in desk.collection.all_cards("civics")] == [named(1)]
    assert desk.shelf.entries()[0].without_id == 2
    assert desk.shelf.give_ids("civics") == 2
    deck = read(path).deck
    assert deck is not None
    assert deck.questions[1].id == named(1)
    assert deck.questions[0].id not in (None, named(0), named(1))


def test_a_near_match_is_only_suggested(desk: Desk) -> None:
    """Nearly the same words get no history by themselves, but are named to the author."""
    desk.write([short(named(0), "Who asked for help in joining NATO in 2022?")])
    desk.answer(named(0))
    desk.write([short(None, "Who asked for help to join NATO in 2022?")])
    assert desk.collection.all_cards("civics") == []
    (suggestion,) = desk.shelf.suggestions("civics")
    assert (suggestion.position, suggestion.missing.id) == (0, named(0))
    assert 0.8 <= suggestion.likeness < 1


def test_taking_in_a_bundled_deck_brings_its_text(desk: Desk) -> None:
    """The copy stands in the user's own folder with its text, writable, and has the history."""
    write(desk.root / "bundled" / "texts" / "letter.md", "Pristina is the capital.")
    source = Source("letter", "A letter", file="../texts/letter.md")
    path = desk.bundled / "civics.toml"
    path.parent.mkdir(parents=True)
    save(path, Deck("civics", "Civics", sources=(source,), questions=(short(named(0), "Which?"),)))
    desk.shelf.rescan()
    desk.answer(named(0))
    entry = desk.shelf.take_in(path)
    assert entry.path == desk.decks / "civics" / "civics.toml"
    assert (entry.writable, entry.hidden, entry.faults) == (True, False, ())
    assert (entry.path.parent / "letter.md").read_text() == "Pristina is the capital."
    assert desk.shelf.sources("civics")[0].text == "Pristina is the capital."
    assert desk.collection.all_cards("civics")[0].state.reviews == 1
    assert [e.hidden for e in desk.shelf.entries()] == [False, True]


def test_taking_in_what_lies_there_already_is_that_deck(desk: Desk, tmp_path: Path) -> None:
    """By whatever way it is named, and though it was not looked through yet."""
    own = desk.write([short(named(0), "Which?")])
    link = tmp_path / "link.toml"
    link.symlink_to(own)
    for way in (own, link, own.parent / ".." / own.parent.name / own.name):
        assert desk.shelf.take_in(way).path == own
    assert [path.name for path in desk.decks.iterdir()] == [own.name]


def test_taking_in_never_overwrites(desk: Desk, tmp_path: Path) -> None:
    """A deck whose id is taken is refused by naming both; a file's name that is taken is not."""
    own = desk.write([short(named(0), "Which?")])
    (tmp_path / "x").mkdir()
    save(tmp_path / "x" / "civics.toml", Deck("civics", "Again"))
    with pytest.raises(DeckTaken) as refused:
        desk.shelf.take_in(tmp_path / "x" / "civics.toml")
    assert (refused.value.deck, refused.value.path) == ("civics", own)
    assert refused.value.file == tmp_path / "x" / "civics.toml"
    save(tmp_path / "x" / "civics.toml", Deck("history", "History"))
    text = own.read_bytes()
    entry = desk.shelf.take_in(tmp_path / "x" / "civics.toml")
    assert entry.path.name == "civics-2.toml"
    assert own.read_bytes() == text
    with pytest.raises(NotADeck):
        desk.shelf.take_in(write(tmp_path / "x" / "no.toml", "nothing = 1"))
    assert sorted(path.name for path in desk.decks.iterdir()) == ["civics-2.toml", "civics.toml"]


def test_decks_are_looked_through_from_another_thread_s_connection(desk: Desk) -> None:
    """A background look through its own connection is seen by the window's."""
    desk.write([short(named(0), "Which?")])
    save(
        desk.decks / "civics.toml",
        Deck("civics", "Civics", questions=(short(named(0), "Which?"), short(named(1), "Who?"))),
    )
    elsewhere = desk.shelf.elsewhere()
    assert elsewhere.rescan()
    elsewhere.close()
    assert len(desk.collection.all_cards("civics")) == 2
    assert not desk.shelf.rescan()


def test_a_look_that_broke_off_is_finished_by_the_next(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between reading a deck and placing its cards, the next start places them."""
    from quizapp.collection import decks

    with monkeypatch.context() as patch:
        patch.setattr(decks, "reconcile", lambda database: 1 / 0 if database else None)
        with pytest.raises(ZeroDivisionError):
            desk.write([short(named(0), "Which?")])
    assert desk.collection.all_cards("civics") == []
    desk.reopen()
    assert desk.shelf.rescan()
    assert len(desk.collection.all_cards("civics")) == 1
    assert not desk.shelf.rescan()


def test_rivals_of_a_slip_are_the_decks_answers(desk: Desk) -> None:
    """Answers and accepted spellings of the deck are known as written."""
    desk.write([short(named(0), "Which?", "Austria"), short(named(1), "Who?", "Australia")])
    assert desk.shelf.answers("civics") == {"Austria", "Australia"}
    assert desk.shelf.answers("nothing") == frozenset()
    assert desk.shelf.folder("civics") == desk.decks
    assert desk.shelf.folder("nothing") is None
