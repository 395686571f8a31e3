"""Library without a screen: the order of decks, what a deck's page holds, and what begins."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from study_desk import Memory, SetClock

from quizapp.content.question import Cloze, Flashcard, Question, Short
from quizapp.schedule.day import moment
from quizapp.schedule.log import Action, Entry
from quizapp.schedule.store import DeckEntry, SourceEntry
from quizapp.study.library import Begin, Library, QuestionLine, matching, reading_minutes

OSMANI = Question("k7f3q2m4xd", Short("Who wrote the letter?", "Vjosa Osmani"), tags=("people",))
YEAR = Question("b2c3d4e5f6", Cloze("Kosovo left {{Serbia}} in {{year:2008}}."))
KFOR = Question("aaaaabbbbb", Short("What is the force called?", "KFOR"))


@dataclass
class Shelf(Memory):
    """Decks in memory that can be taken in, given ids and chosen among.

    Attributes:
        listed: what is found, in place of one readable file a deck.
        calls: what was asked of the shelf.
    """

    listed: list[DeckEntry] = field(default_factory=list)
    calls: list[tuple[str, str]] = field(default_factory=list)

    def entries(self) -> list[DeckEntry]:
        """As listed."""
        return self.listed or super().entries()

    def take_in(self, path: Path) -> DeckEntry:
        """Remember it."""
        self.calls.append(("take in", str(path)))
        return replace(super().entries()[0], path=path)

    def give_ids(self, deck_id: str) -> int:
        """Remember it, and have ids from then on."""
        self.calls.append(("give ids", deck_id))
        self.listed = [replace(entry, without_id=0) for entry in self.listed]
        return 3

    def choose(self, path: Path) -> None:
        """Remember it."""
        self.calls.append(("choose", str(path)))


def shelf(*listed: DeckEntry) -> Shelf:
    """Two decks of questions, listed as given."""
    return Shelf(
        decks={"kosovo": [OSMANI, YEAR], "nato": [KFOR]},
        texts={"kosovo": (source("letter", "word " * 900), source("book", ""))},
        listed=list(listed),
    )


def source(name: str, text: str) -> SourceEntry:
    """A source with a text or without."""
    return SourceEntry(name, name.title(), "", "2022-03", "", text)


def entry(name: str, **changes: object) -> DeckEntry:
    """A readable deck of the user's own."""
    values: dict[str, object] = {"writable": True, "questions": 2, "cards": 2}
    return DeckEntry(Path(f"{name}.toml"), name, name.title(), **(values | changes))  # type: ignore[arg-type]  # a test names real fields


def library(on: Shelf) -> Library:
    """The presenter over shelf and log."""
    return Library(on, on, SetClock())


def did(on: Shelf) -> list[tuple[Action, str, str]]:
    """What was written: action, deck, card."""
    return [(row.action, row.deck, row.card) for row in on.rows]


def test_begun_decks_stand_first_and_unreadable_files_last() -> None:
    """Begun, own, bundled, then what cannot be used."""
    on = shelf(
        entry("broken", unreadable="empty"),
        entry("nato", bundled=True),
        entry("kosovo"),
        entry("europe", begun=True),
        entry("asia", begun=True),
        entry("old", hidden=True),
    )
    names = [line.entry.id for line in library(on).lines()]
    assert names == ["asia", "europe", "kosovo", "nato", "broken", "old"]


@pytest.mark.parametrize(
    ("changes", "askable"),
    [({}, True), ({"unreadable": "empty"}, False), ({"hidden": True}, False)],
)
def test_only_a_file_in_use_can_be_studied(changes: dict[str, object], askable: bool) -> None:
    """An unreadable or hidden file has no page."""
    here = library(shelf(entry("kosovo", **changes)))
    assert here.lines()[0].askable is askable
    assert (here.deck("kosovo") is not None) is askable


def test_a_deck_lists_its_questions_as_they_read() -> None:
    """A cloze is shown with its gaps filled, its answers beside it."""
    page = library(shelf(entry("kosovo"))).deck("kosovo")
    assert page is not None
    assert [(q.prompt, q.answer) for q in page.questions] == [
        ("Who wrote the letter?", "Vjosa Osmani"),
        ("Kosovo left Serbia in 2008.", "Serbia, 2008"),
    ]


def test_a_flashcard_is_listed_in_plain_words() -> None:
    """Its marks are drawn where it is asked; in a list they would be read."""
    card = Question("abcdefghij", Flashcard("What is *landlocked*?", "It has **no coast**."))
    on = Shelf(decks={"kosovo": [card]}, listed=[entry("kosovo")])
    now = moment(SetClock())
    on.append(Entry(Action.SUSPEND, now, card="abcdefghij", deck="kosovo"))
    page = library(on).deck("kosovo")
    assert page is not None
    asked, answer = "What is landlocked?", "It has no coast."
    assert [(q.prompt, q.answer) for q in page.questions] == [(asked, answer)]
    assert [one.prompt for one in page.set_aside] == [asked]


def test_only_sources_with_a_text_can_be_read() -> None:
    """A source that is a title alone is no article."""
    page = library(shelf(entry("kosovo"))).deck("kosovo")
    assert page is not None
    assert [article.id for article in page.articles] == ["letter"]


def test_flags_and_cards_set_aside_are_counted_for_their_deck() -> None:
    """The line and the page agree, and another deck's are not among them."""
    on = shelf(entry("kosovo"), entry("nato"))
    now = moment(SetClock())
    on.append(Entry(Action.FLAG, now, card=str(OSMANI.id), deck="kosovo", text="out of date"))
    on.append(Entry(Action.SUSPEND, now, card=str(KFOR.id), deck="nato"))
    here = library(on)
    assert {x.entry.id: (x.flagged, x.set_aside) for x in here.lines()} == {
        "kosovo": (1, 0),
        "nato": (0, 1),
    }
    page = here.deck("kosovo")
    assert page is not None
    assert [(card.card, card.flag) for card in page.flagged] == [(OSMANI.id, "out of date")]
    assert page.set_aside == ()
    assert [card.card for card in here.set_aside_cards()] == [KFOR.id]


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, Begin.BEGUN),
        ({"without_id": 2}, Begin.NEEDS_IDS),
        ({"without_id": 2, "writable": False}, Begin.NEEDS_COPY),
        ({"questions": 0}, Begin.EMPTY),
        ({"unreadable": "empty"}, Begin.EMPTY),
    ],
)
def test_what_beginning_a_deck_comes_to(changes: dict[str, object], outcome: str) -> None:
    """Only a deck that can be asked is begun; else nothing is written and the reason comes."""
    on = shelf(entry("kosovo", **changes))
    assert library(on).begin("kosovo") == outcome
    assert did(on) == ([(Action.BEGIN, "kosovo", "")] if outcome == Begin.BEGUN else [])


def test_ids_are_given_and_the_deck_begun() -> None:
    """After the student's yes the deck begins."""
    on = shelf(entry("kosovo", without_id=3))
    here = library(on)
    assert here.give_ids("kosovo") == 3
    assert here.begin("kosovo") == Begin.BEGUN
    assert on.calls == [("give ids", "kosovo")]


def test_every_step_is_a_row_of_its_card_or_deck() -> None:
    """Nothing else than the log is changed, and each row names deck and question."""
    on = shelf(entry("kosovo"))
    here = library(on)
    card = f"{YEAR.id}/year"
    here.set_aside("kosovo")
    here.take_back(card)
    here.start_over(card)
    here.unflag(card)
    assert did(on) == [
        (Action.SET_ASIDE, "kosovo", ""),
        (Action.UNSUSPEND, "kosovo", card),
        (Action.START_OVER, "kosovo", card),
        (Action.UNFLAG, "kosovo", card),
    ]
    assert {row.question for row in on.rows if row.card} == {YEAR.id}


def test_starting_over_brings_a_card_back_that_was_set_aside() -> None:
    """A leech that starts over is asked again, as a new one."""
    on = shelf(entry("kosovo"))
    on.append(Entry(Action.SUSPEND, moment(SetClock()), card=str(OSMANI.id), deck="kosovo"))
    here = library(on)
    here.start_over(str(OSMANI.id))
    assert here.set_aside_cards() == ()
    assert on.card(str(OSMANI.id)).is_new


def test_accepted_spellings_are_listed_with_their_deck_and_can_be_taken_back() -> None:
    """A deck's page shows its own, and a row that voids another takes one back."""
    on = shelf()
    accept = Entry(Action.ACCEPT, moment(SetClock()), card=OSMANI.id or "", deck="kosovo")
    accept = replace(accept, question=OSMANI.id or "")
    for text in ("Vjosa", "V. O."):
        on.append(replace(accept, text=text))
    page = library(on).deck("kosovo")
    assert page is not None
    assert [(line.question, line.spelling) for line in page.spellings] == [
        (OSMANI.id, "Vjosa"),
        (OSMANI.id, "V. O."),
    ]
    assert page.spellings[0].prompt == "Who wrote the letter?"
    other = library(on).deck("nato")
    assert other is not None
    assert other.spellings == ()
    library(on).forget_spelling(OSMANI.id or "", "Vjosa")
    assert on.accepted(OSMANI.id or "") == ["V. O."]


def test_files_are_taken_in_and_chosen_by_the_shelf() -> None:
    """The presenter passes them on as they are."""
    on = shelf(entry("kosovo"))
    here = library(on)
    here.take_in(Path("/down/loaded.toml"))
    here.choose(Path("/decks/capitals.toml"))
    assert on.calls == [("take in", "/down/loaded.toml"), ("choose", "/decks/capitals.toml")]


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 1), (90, 1), (200, 1), (500, 2), (700, 4), (900, 4)]
)
def test_reading_takes_a_minute_for_two_hundred_words(words: int, minutes: int) -> None:
    """Rounded, and a minute at least."""
    assert reading_minutes("word " * words) == minutes


@pytest.mark.parametrize(
    ("words", "found"),
    [("", 2), ("LETTER", 1), ("osmani people", 1), ("osmani 2008", 0), ("  ", 2)],
)
def test_a_filter_wants_every_word(words: str, found: int) -> None:
    """In prompt, answer, tags or id, whatever the case."""
    page = library(shelf(entry("kosovo"))).deck("kosovo")
    assert page is not None
    hits: list[QuestionLine] = matching(page.questions, words)
    assert len(hits) == found
