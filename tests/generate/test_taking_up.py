"""What "it", "they", "the minister" and "the country" take up, and when that is not sure."""

from __future__ import annotations

import pytest

from quizapp.content.question import PartialDate
from quizapp.generate.article import Article
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity
from quizapp.generate.facts.standing import _dated_last
from quizapp.generate.ground import ground_of


def _discourse(text: str, title: str = "") -> Discourse:
    return Discourse(ground_of(Article(text, title, PartialDate(2025, 5, 6))))


def _pronoun(text: str, title: str = "") -> str | None:
    """What the first pronoun of the last sentence means."""
    discourse = _discourse(text, title)
    last = list(discourse.prose)[-1]
    at = next(i for i, token in enumerate(last.tokens) if token.tag in ("PRP", "PRP$"))
    meant = discourse.pronoun(last.index, at)
    return meant.name if isinstance(meant, Entity) else meant


def _definite(text: str, title: str = "") -> str | None:
    """What the first words with "the" of the last sentence mean."""
    discourse = _discourse(text, title)
    last = list(discourse.prose)[-1]
    parse = discourse.parses[last.index]
    phrase = next(p for p in parse.phrases if parse.low(p.first) == "the")
    return discourse.definite(last.index, phrase, frozenset())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The jury had retired for two days. They acquitted Ole Lund.", "the jury"),
        ("The Bergholm council met on Monday. They rejected the plan.", "The Bergholm council"),
        ("The government fell in May. They had ruled for a year.", "the government"),
    ],
)
def test_a_group_acts_as_several(text: str, meant: str) -> None:
    """A jury decides together."""
    assert (_pronoun(text) or "").lower() == meant.lower()


@pytest.mark.parametrize(
    "text",
    [
        "The jury saw three detectives. They left at noon.",
        "The mill burned down. They left at noon.",
        "The council met the owners. They rejected the plan.",
    ],
)
def test_where_two_may_be_meant_none_is(text: str) -> None:
    """Those whom the jury saw may have left as well."""
    assert _pronoun(text) is None


@pytest.mark.parametrize(
    ("text", "decider"),
    [
        ("The Bergholm Council approved the plan. It was rejected by the Greens.", "Council"),
        ("The Saeima passed the bill. It was opposed by two parties.", "Saeima"),
        ("Norway signed the treaty. It was backed by the Greens.", "Norway"),
    ],
)
def test_what_is_decided_on_is_not_who_decides(text: str, decider: str) -> None:
    """It was backed: the plan, and not the council."""
    assert decider not in (_pronoun(text) or "")


@pytest.mark.parametrize(
    ("text", "decider"),
    [
        ("The Bergholm Council approved the plan. It was founded in 1921.", "Bergholm Council"),
        ("The Saeima passed the bill. It meets in Riga.", "Saeima"),
        ("Norway signed the treaty. It was praised by the Greens.", "Norway"),
    ],
)
def test_who_decides_is_taken_up_else(text: str, decider: str) -> None:
    """What is founded, meets or acts is a body."""
    assert _pronoun(text) == decider


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The finance minister, Liv Aas, spoke. A vote followed. The minister was pleased.",
         "Liv Aas"),
        ("“No,” said Ole Lund, the governor. On Tuesday the governor resigned.", "Ole Lund"),
        ("President Liv Aas flew home. On Tuesday the president resigned.", "Liv Aas"),
    ],
)  # fmt: skip
def test_an_office_is_its_one_holder(text: str, meant: str) -> None:
    """The article names one minister, one governor, one president."""
    assert _definite(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "The finance minister, Liv Aas, met the health minister, Ole Lund. The minister resigned.",
        "The former governor, Ole Lund, spoke. On Tuesday the governor resigned.",
        "The finance minister, Liv Aas, spoke. On Tuesday the health minister resigned.",
    ],
)
def test_another_holder_is_not_named(text: str) -> None:
    """Of two ministers either may be meant, and a former one is none."""
    assert _definite(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Few sat in the lower house, the National Chamber. On Friday the upper house met.",
         None),
        ("Members of the European Union met. The trade union was angry.", None),
        ("Workers at Bergholm Steel, a Norwegian company, left. The company closed a pit.",
         "Bergholm Steel"),
    ],
)  # fmt: skip
def test_other_words_before_a_noun_tell_of_another(text: str, meant: str | None) -> None:
    """A trade union is no union of states."""
    found = _definite(text)
    assert found == meant or (meant is None and not {"Union", "Chamber"} & set(str(found).split()))


def test_the_country_is_that_of_the_headline_and_no_language() -> None:
    """Who speaks German speaks no country."""
    text = "Pupils who speak little German get lessons. The country has 48,000 of them."
    assert _definite(text, "Austria teaches pupils German") is None
    named = "Austrian pupils get lessons. " + text
    assert _definite(named, "Austria teaches pupils German") == "Austria"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("About how many people slept on March 18, 2024 in a hall in Tel?",
         "About how many people slept in a hall in Tel on March 18, 2024?"),
        ("How many met on May 2, 2025 at the mill?", "How many met at the mill on May 2, 2025?"),
        ("Who spoke on May 2, 2025 in Riga?", "Who spoke in Riga on May 2, 2025?"),
        ("Who said on May 2, 2025 that it rained?", "Who said on May 2, 2025 that it rained?"),
        ("Who left on May 2, 2025?", "Who left on May 2, 2025?"),
        ("Who met on May 2, 2025 in huts that fell?",
         "Who met on May 2, 2025 in huts that fell?"),
    ],
)  # fmt: skip
def test_a_day_stands_behind_the_place(before: str, after: str) -> None:
    """Where nothing but the place stands behind it."""
    assert _dated_last(before) == after
