"""For any series of edits to decks no card loses a review, and none gets another's."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from history_desk import TODAY, Desk, at, short
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from quizapp.collection.rebuild import check
from quizapp.content.deck import Deck
from quizapp.content.deck_file import save
from quizapp.content.question import Question

DECKS = ("alpha", "beta")
PICK = st.integers(0, 999)
WHERE = st.sampled_from(DECKS)


@dataclass(frozen=True)
class Written:
    """A question as it stands in a file: what it really is, and whether the file says its id.

    Attributes:
        number: which question it is, for whoever wrote it.
        wording: how often it was reworded.
    """

    number: int
    wording: int = 0
    with_id: bool = True

    @property
    def id(self) -> str:
        """The id that it has or had."""
        return f"question{'abcdefghijklmnopqrstuvwxyz'[self.number]}a"

    def question(self) -> Question:
        """The block in the file."""
        prompt = f"What of {self.number}, said in way {self.wording}?"
        return short(self.id if self.with_id else None, prompt)


class Author(RuleBasedStateMachine):
    """Edits two decks in any way, while a student answers whatever they ask."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Desk(Path(self.folder.name))
        self.files: dict[str, list[Written]] = {deck: [] for deck in DECKS}
        self.gone: list[tuple[str, Written]] = []
        self.reviews: Counter[int] = Counter()
        self.count = 0
        self.minute = 0

    def teardown(self) -> None:
        """Close the history."""
        self.desk.close()
        self.folder.cleanup()

    def saved(self, *decks: str) -> None:
        """The files of these decks are as the author has them, and the program looked."""
        self.desk.decks.mkdir(exist_ok=True)
        for deck in decks:
            questions = tuple(one.question() for one in self.files[deck])
            save(self.desk.decks / f"{deck}.toml", Deck(deck, deck, questions=questions))
        self.desk.shelf.rescan()

    @rule(deck=WHERE, pick=PICK)
    def adds(self, deck: str, pick: int) -> None:
        """A new question is put somewhere into a deck."""
        if self.count < 26:
            self.files[deck].insert(pick % (len(self.files[deck]) + 1), Written(self.count))
            self.count += 1
            self.saved(deck)

    @rule(deck=WHERE, pick=PICK)
    def rewords(self, deck: str, pick: int) -> None:
        """A question with an id is put in other words."""
        places = [n for n, one in enumerate(self.files[deck]) if one.with_id]
        if places:
            at_ = places[pick % len(places)]
            one = self.files[deck][at_]
            self.files[deck][at_] = replace(one, wording=one.wording + 1)
            self.saved(deck)

    @rule(deck=WHERE, order=st.randoms(use_true_random=False))
    def reorders(self, deck: str, order: object) -> None:
        """The questions of a deck change places."""
        order.shuffle(self.files[deck])  # type: ignore[attr-defined]
        self.saved(deck)

    @rule(deck=WHERE, pick=PICK)
    def removes(self, deck: str, pick: int) -> None:
        """A question is taken out."""
        if self.files[deck]:
            one = self.files[deck].pop(pick % len(self.files[deck]))
            self.gone.append((deck, one))
            self.saved(deck)

    @precondition(lambda self: self.gone)
    @rule(pick=PICK, deck=WHERE)
    def puts_back(self, pick: int, deck: str) -> None:
        """A question that was taken out comes back with its id, into either deck."""
        _, one = self.gone.pop(pick % len(self.gone))
        self.files[deck].append(replace(one, with_id=True))
        self.saved(deck)

    @rule(deck=WHERE, pick=PICK)
    def moves(self, deck: str, pick: int) -> None:
        """A question is moved to the other deck; both files are saved, then looked at."""
        if self.files[deck]:
            one = self.files[deck].pop(pick % len(self.files[deck]))
            other = DECKS[1 - DECKS.index(deck)]
            self.files[other].append(replace(one, with_id=True))
            self.saved(*DECKS)

    @rule(deck=WHERE, pick=PICK)
    def loses_its_id(self, deck: str, pick: int) -> None:
        """Somebody deletes an id line: the same words are still the same question."""
        if self.files[deck]:
            at_ = pick % len(self.files[deck])
            self.files[deck][at_] = replace(self.files[deck][at_], with_id=False)
            self.saved(deck)

    @rule(deck=WHERE)
    def is_given_ids(self, deck: str) -> None:
        """Ids are written into the file; questions known by their words get theirs back."""
        self.desk.shelf.give_ids(deck)
        known = {one.prompt: one.id for one in self.desk.shelf.questions(deck)}
        for n, one in enumerate(self.files[deck]):
            given = known.get(one.question().prompt)
            if self.reviews[one.number] and given is not None:
                assert given == one.id
                self.files[deck][n] = replace(one, with_id=True)
            elif given is not None and not one.with_id:
                # Never asked, so nobody can tell that it is not a new one.
                self.files[deck][n] = Written(one.number, one.wording, with_id=True)
        self.saved(deck)

    @rule(deck=WHERE)
    def file_is_away_for_a_while(self, deck: str) -> None:
        """A file is taken out of the folder and brought back."""
        path = self.desk.decks / f"{deck}.toml"
        if path.exists():
            away = self.desk.root / "away.toml"
            path.rename(away)
            self.desk.shelf.rescan()
            assert list(self.desk.collection.all_cards(deck)) == []
            away.rename(path)
            self.desk.shelf.rescan()

    @rule(deck=WHERE, pick=PICK)
    def answers(self, deck: str, pick: int) -> None:
        """The student answers a card that is there to be asked."""
        places = self.desk.collection.all_cards(deck)
        if places:
            place = places[pick % len(places)]
            number = int(place.question.prompt.split()[2].rstrip(","))
            self.minute += 1
            self.desk.answer(place.state.key, at(self.minute))
            self.reviews[number] += 1

    @invariant()
    def every_card_has_the_reviews_of_its_question(self) -> None:
        """Each card that is asked has as many reviews as its question was answered."""
        for deck in DECKS:
            there = {}
            for place in self.desk.collection.all_cards(deck):
                number = int(place.question.prompt.split()[2].rstrip(","))
                there[number] = place.state.reviews
                assert place.state.reviews == self.reviews[number]
            for one in self.files[deck]:
                if one.with_id or self.reviews[one.number]:
                    assert one.number in there

    @invariant()
    def no_review_is_lost(self) -> None:
        """All answers are in the log, and the cache is what the log says."""
        assert self.desk.collection.done_on(TODAY).answers == sum(self.reviews.values())
        assert check(self.desk.database) == []


TestAuthor = Author.TestCase
TestAuthor.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
