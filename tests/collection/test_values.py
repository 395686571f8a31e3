"""Small things the history rests on: ids, rows and questions as text, matching, which file."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
import strategies
from history_desk import answer, at
from hypothesis import given
from hypothesis import strategies as st

from quizapp.collection.matching import Missing, Nameless, adopted, suggested
from quizapp.collection.question_text import from_text, to_text
from quizapp.collection.rows import COLUMNS, from_columns, to_columns
from quizapp.collection.uuid7 import uuid7
from quizapp.collection.which_file import Candidate, Standing, standings
from quizapp.content.deck import Deck
from quizapp.schedule.log import Action, Rating, Row


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_an_id_is_a_uuid_of_version_7_that_begins_with_its_time(ms: int, chance: bytes) -> None:
    """Version and variant are RFC 9562's, and the first 48 bits are the milliseconds."""
    made = uuid7(ms, lambda size: chance[:size])
    assert [len(part) for part in made.split("-")] == [8, 4, 4, 4, 12]
    assert made[14] == "7"
    assert made[19] in "89ab"
    assert int(made.replace("-", "")[:12], 16) == ms


def test_ids_of_one_moment_differ_and_of_two_sort() -> None:
    """A thousand of one millisecond are a thousand; later ones come later."""
    dice = random.Random(1).randbytes
    assert len({uuid7(5, dice) for _ in range(1000)}) == 1000
    assert uuid7(5, dice) < uuid7(6, dice) < uuid7(2**40, dice)


@given(strategies.decks())
def test_a_question_kept_as_text_is_the_same_question(deck: Deck) -> None:
    """Every kind, with every field, reads back equal, id and line given beside."""
    for question in deck.questions:
        assert from_text(to_text(question), question.id, 7) == question
        assert from_text(to_text(question), None, 7).line == 7


ROWS = st.builds(
    Row,
    id=st.text(min_size=1),
    device=st.just("d"),
    sequence=st.integers(1, 9),
    t=st.integers(0, 2**50),
    moment=st.just(at()),
    action=st.sampled_from(list(Action)),
    card=st.text(),
    text=st.text(),
    number=st.floats(allow_nan=False),
    answer=st.none()
    | st.builds(
        replace,
        st.just(answer()),
        shown=st.lists(st.text()).map(tuple),
        given=st.lists(st.text()).map(tuple),
        rating=st.sampled_from(list(Rating)),
        predicted=st.none() | st.floats(0, 1),
        right=st.booleans(),
        hinted=st.booleans(),
        seconds=st.floats(0, 1e6),
    ),
)


@given(ROWS)
def test_a_row_is_the_same_after_its_columns(row: Row) -> None:
    """Each value of a row has a column of its own and comes back from it."""
    columns = to_columns(row)
    assert list(columns) != []
    assert from_columns([columns[name] for name in COLUMNS]) == row


@pytest.mark.parametrize(
    ("nameless", "missing", "expected"),
    [
        pytest.param([(0, "h")], [("a", "h")], {0: "a"}, id="same words"),
        pytest.param([(0, "h")], [("a", "other")], {}, id="other words"),
        pytest.param([(0, "h"), (1, "h")], [("a", "h")], {0: "a"}, id="the first of two"),
        pytest.param([(0, "h")], [("a", "h"), ("b", "h")], {0: "a"}, id="two are gone"),
        pytest.param(
            [(0, "h"), (1, "i")], [("a", "h"), ("a", "i")], {0: "a"}, id="an id is taken once"
        ),
        pytest.param([], [("a", "h")], {}, id="none is nameless"),
    ],
)
def test_which_question_takes_over_which_id(
    nameless: list[tuple[int, str]], missing: list[tuple[str, str]], expected: dict[int, str]
) -> None:
    """Exactly the same content takes over an id, first come first served."""
    found = adopted([Nameless(*one) for one in nameless], [Missing(*one) for one in missing])
    assert found == expected


@pytest.mark.parametrize(
    ("prompt", "near"),
    [
        ("Which state left Serbia in 2008?", True),
        ("Which state left Serbia in 2009?", True),
        ("Who signed the treaty of Lisbon?", False),
    ],
)
def test_near_words_are_suggested_and_far_ones_not(prompt: str, near: bool) -> None:
    """The nearest question that is gone is named where most of the words are the same."""
    gone = Missing("a", "h", "Which state left Serbia in 2008?", "Kosovo")
    found = suggested([Nameless(3, "i", prompt, "Kosovo")], [gone])
    assert (3 in found) is near


OWN, OTHER = Candidate("/own", "d", bundled=False), Candidate("/other", "d", bundled=False)
BUNDLED = Candidate("/bundled", "d", bundled=True)


@pytest.mark.parametrize(
    ("files", "chosen", "expected"),
    [
        pytest.param([BUNDLED], "", {"/bundled": Standing(used=True)}, id="bundled alone"),
        pytest.param(
            [OWN, BUNDLED],
            "",
            {"/own": Standing(used=True), "/bundled": Standing(used=False)},
            id="own hides bundled",
        ),
        pytest.param(
            [OWN, OTHER],
            "",
            {"/own": Standing(True, "/other"), "/other": Standing(False, "/own")},
            id="two of her own",
        ),
        pytest.param(
            [OWN, OTHER, BUNDLED],
            "/other",
            {
                "/own": Standing(False, "/other"),
                "/other": Standing(used=True),
                "/bundled": Standing(used=False),
            },
            id="she chose",
        ),
        pytest.param([OWN], "/gone", {"/own": Standing(used=True)}, id="what she chose is gone"),
    ],
)
def test_which_of_several_files_is_used(
    files: list[Candidate], chosen: str, expected: dict[str, Standing]
) -> None:
    """The user's own goes before a bundled one, and her choice before the order of files."""
    assert standings(files, {"d": chosen}) == expected
