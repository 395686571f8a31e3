"""What questions of a desk repeat of one another is found anew with each decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from drafting import Clock, Rules, article, worded
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.content.question import PartialDate, Question, Short
from quizapp.generate.article import Article
from quizapp.generate.candidate import Candidate, Light
from quizapp.generate.desk import Counts, Desk, Item
from quizapp.generate.draft_steps import Log
from quizapp.generate.engine import Rules as OwnRules

ARTICLES = Path(__file__).parent.parent / "articles"
BODIES = (
    Short("Which town?", "Velin"),
    Short("Who cut it?", "Ana Duka"),
    Short("Which town?", "the town of Velin"),
)
"""The last repeats the first."""


class Twice(Rules):
    """Rules that propose one question twice, and say so of the second."""

    def __init__(self) -> None:
        super().__init__(BODIES)

    def propose(self, article: Article) -> tuple[Candidate, ...]:
        """The second of two alike is red."""
        found = super().propose(article)
        ids = {each.question.id or "" for each in found[:2]}
        ground, asked = self.ground(article), tuple(each.question for each in found)
        held = self.repeats(found[2].question, ground, asked, ids)
        return (*found[:2], replace(found[2], findings=held))


def table() -> tuple[Desk, list[Item]]:
    """A desk with all its questions in sight."""
    desk = Desk(article(), Twice(), Clock())
    desk.show_red = True
    return desk, list(desk.items)


def codes(desk: Desk, item: Item) -> list[str]:
    """What is held against a question now."""
    return [finding.code for finding in desk.item(item.id).findings]


def test_a_second_wording_of_a_refused_question_says_so_and_stays_back() -> None:
    """It is not said that the deck asks it, and it does not come up to be refused once more."""
    desk, (first, _, second) = table()
    assert codes(desk, second) == ["duplicate"]
    desk.refuse(first.id)
    assert codes(desk, second) == ["refused-alike"]
    desk.show_red = False
    assert second.id not in {item.id for item in desk.items}
    desk.undo()
    assert codes(desk, second) == ["duplicate"]


def test_what_repeats_a_question_is_free_once_that_is_reworded() -> None:
    """The warning goes with the words that it quoted."""
    desk, (first, _, second) = table()
    desk.edit(first.id, worded(first.question, prompt="Which place?"))
    assert codes(desk, second) == []
    desk.show_red = False
    assert second.id in {item.id for item in desk.items}


@pytest.mark.parametrize("keeps", [True, False])
def test_what_was_in_sight_stays_when_an_edit_repeats_it(keeps: bool) -> None:
    """Both say so, and refusing one of them frees the other."""
    desk, (first, other, _) = table()
    desk.show_red = False
    desk.edit(first.id, worded(first.question, prompt=other.question.prompt))
    if keeps:
        desk.keep(first.id)
    assert desk.item(other.id) in desk.items
    assert codes(desk, first) == codes(desk, other) == ["duplicate"]
    desk.refuse(other.id)
    assert codes(desk, first) == []


def test_a_kept_one_stays_ready_whatever_comes_behind_it() -> None:
    """Of two kept ones alike the second is named."""
    desk, (first, _, second) = table()
    desk.keep(second.id)
    desk.keep(first.id)
    assert (codes(desk, first), codes(desk, second)) == ([], ["duplicate"])
    desk.refuse(first.id)
    assert codes(desk, second) == []


@lru_cache
def real(name: str) -> tuple[Article, Callable[[Article], tuple[Candidate, ...]]]:
    """An article, and what the rules propose of it."""
    text = (ARTICLES / f"{name}.md").read_text("utf-8")
    return Article(text, name, PartialDate(2023, 5, 12)), lru_cache(OwnRules().propose)


class Kept:
    """A keeper that remembers the log."""

    def __init__(self) -> None:
        self.aside: Path | None = None
        self.log = Log()

    def keep(self, article: Article, log: Log, counts: Counts, decks: Mapping[str, int]) -> Log:  # noqa: ARG002 - a keeper's
        """Remember it."""
        self.log = log
        return log


def desk_on(name: str, keeper: Kept | None = None) -> Desk:
    """The desk with an article, the program's own rules, and what a keeper remembers."""
    read, propose = real(name)
    rules = OwnRules()
    rules.propose = propose  # type: ignore[assignment, method-assign]
    log = keeper.log if keeper else None
    desk = Desk(read, rules, Clock(), log=log, keeper=keeper)
    desk.show_red = True
    return desk


@pytest.mark.parametrize("name", ["accord", "election"])
def test_before_any_decision_every_light_is_as_proposed(name: str) -> None:
    """Looking at the company anew changes nothing while nothing was decided."""
    desk = desk_on(name)
    read, propose = real(name)
    lights = {each.question.id: each.light for each in propose(read)}
    assert {item.id: item.light for item in desk.items} == lights
    assert Light.RED in lights.values()


DEEDS = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(["keep", "refuse", "reopen", "edit", "undo"])),
    max_size=8,
)


@settings(max_examples=25)
@given(DEEDS)
def test_what_is_remembered_of_pairs_is_what_would_be_found(deeds: list[tuple[int, str]]) -> None:
    """However one came there, a desk that lays the same decisions out fresh holds the same."""
    kept = Kept()
    desk = desk_on("accord", kept)
    for number, deed in deeds:
        items = desk.items
        item = items[number % len(items)]
        match deed:
            case "edit":
                other = items[(number + 1) % len(items)].question
                desk.edit(item.id, _asking(item.question, other.prompt))
            case "undo":
                desk.undo()
            case _:
                getattr(desk, deed)(item.id)
    assert desk_on("accord", kept).items == desk.items


def _asking(question: Question, prompt: str) -> Question:
    return replace(question, body=Short(prompt, "Skopje"))
