"""Options are drawn by a seed: all that is right is there, and nothing gives it away."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    Form,
    Match,
    Multi,
    Order,
    Question,
    Short,
    TrueFalse,
)
from quizapp.schedule.dice import seed_of
from quizapp.study.options import Options, drawn

SEEDS = st.integers(0, 2**64 - 1)
WORDS = st.text("abcdef", min_size=1, max_size=3)
SEVERAL = st.lists(WORDS, min_size=1, max_size=7, unique=True)


def shown_of(body: Body, seed: int, form: Form = Form.CHOOSE) -> Options:
    """The options of a question with nothing but its body."""
    return drawn(Question("k7f3q2m4xd", body), form, seed)


@given(SEVERAL, SEEDS, st.booleans())
def test_one_right_among_at_most_three_wrong(words: list[str], seed: int, short: bool) -> None:
    """The answer and up to three wrong ones, each once; k is how many are shown."""
    answer, wrong = words[0], tuple(words[1:])
    body = Short("?", answer, wrong=wrong) if short else Choice("?", answer, wrong)
    options = shown_of(body, seed)
    assert len(options.shown) == options.choices == min(4, len(words))
    assert set(options.shown) <= set(words)
    assert len(set(options.shown)) == len(options.shown)
    assert [options.shown[n] for n in options.right] == [answer]


@given(SEVERAL, SEEDS, st.data())
def test_multi_shows_all(words: list[str], seed: int, data: st.DataObject) -> None:
    """Every option is there, right ones marked; a guess is one of all sets but the empty one."""
    right = data.draw(st.integers(1, len(words)))
    options = shown_of(Multi("?", tuple(words[:right]), tuple(words[right:])), seed)
    assert sorted(options.shown) == sorted(words)
    assert {options.shown[n] for n in options.right} == set(words[:right])
    assert options.choices == 2 ** len(words) - 1


@given(SEEDS, st.booleans())
def test_true_false_has_its_two_buttons(seed: int, answer: bool) -> None:
    """Nothing is shuffled: true stands first, false second."""
    assert shown_of(TrueFalse("?", answer), seed) == Options(
        right=(0 if answer else 1,), choices=2
    )


@given(st.lists(WORDS, min_size=2, max_size=7), SEEDS)
def test_order_is_never_shown_in_order(words: list[str], seed: int) -> None:
    """Three or more items that differ are moved; the right order leads back to the answer."""
    options = shown_of(Order("?", tuple(words)), seed, Form.ORDER)
    assert [options.shown[n] for n in options.right] == words
    assert sorted(options.right) == list(range(len(words)))
    if len(words) > 2 and len(set(words)) > 1:
        assert list(options.shown) != words


@given(st.lists(st.tuples(WORDS, WORDS), min_size=2, max_size=7), SEEDS)
def test_match_never_stands_face_to_face(pairs: list[tuple[str, str]], seed: int) -> None:
    """Each left side finds its own right side, and not all stand opposite each other."""
    options = shown_of(Match("?", tuple(pairs)), seed, Form.MATCH)
    joined = [
        (left, options.shown[n]) for left, n in zip(options.left, options.right, strict=True)
    ]
    assert sorted(joined) == sorted(pairs)
    if len(pairs) > 2 and len({right for _, right in pairs}) > 1:
        assert list(options.shown) != [right for _, right in joined]


@pytest.mark.parametrize(
    ("body", "form"),
    [(Order("?", ("a", "b")), Form.ORDER), (Match("?", (("a", "1"), ("b", "2"))), Form.MATCH)],
)
def test_of_two_either_order_may_show(body: Body, form: Form) -> None:
    """A rule that always turned two round would tell the answer."""
    rights = Counter(shown_of(body, seed, form).right for seed in range(400))
    assert set(rights) == {(0, 1), (1, 0)}
    assert min(rights.values()) > 150


@pytest.mark.parametrize("form", [Form.TYPE, Form.RECALL])
def test_nothing_shows_where_nothing_is_chosen(form: Form) -> None:
    """A typed or recalled question has no options and cannot be guessed."""
    assert shown_of(Short("?", "a", wrong=("b", "c")), 1, form) == Options()
    assert shown_of(Cloze("{{a}}"), 1, form) == Options()


def test_the_next_review_draws_anew_and_undo_the_same() -> None:
    """The seed of a review draws the same options again, and another review others."""
    body = Choice("?", "a", tuple("bcdefgh"))
    first = shown_of(body, seed_of("k7f3q2m4xd", 3))
    assert shown_of(body, seed_of("k7f3q2m4xd", 3)) == first
    assert len({shown_of(body, seed_of("k7f3q2m4xd", n)).shown for n in range(20)}) > 15


def test_the_answer_stands_anywhere_alike() -> None:
    """Over many cards the right option is on each place about as often."""
    body = Choice("?", "a", ("b", "c", "d"))
    places = Counter(shown_of(body, seed_of(f"card{n}", 0)).right[0] for n in range(4000))
    assert sorted(places) == [0, 1, 2, 3]
    assert all(880 < count < 1120 for count in places.values())
