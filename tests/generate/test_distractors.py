"""Wrong options: of one sort with the answer, and not true."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generate.article import Article
from quizapp.generate.candidate import FactKind, Origin
from quizapp.generate.distractors import distractors, near_numbers
from quizapp.generate.entity import EntityKind
from quizapp.generate.fact import Fact
from quizapp.generate.ground import ground_of
from quizapp.generate.language.world import world

_QUAKE = (
    "Bolivia shares Lake Titicaca with Peru. Rosa Quispe governs Arequipa, the country's second "
    "city. Oscar Benavente spoke in Madrigal, a town nearby. Gladys Choque died in the town of "
    "Sibayo. Efrain Condori, 40, grew potatoes in Pisco, a port. Chile sent help."
)


def options(text: str, answer: str, kind: EntityKind, prompt: str) -> list[str]:
    """The wrong options for an answer in the first sentence of a text that names it."""
    ground = ground_of(Article(text))
    sentence = next(s.index for s in ground.sentences if answer in s.span.of(text))
    fact = Fact(FactKind.ACTION, sentence, (prompt,), (answer,), kind)
    return [words for words, _ in distractors(fact, ground, prompt)]


_PERSON, _COUNTRY = EntityKind.PERSON, EntityKind.COUNTRY
_BODY, _PLACE = EntityKind.ORGANISATION, EntityKind.PLACE


@pytest.mark.parametrize(
    ("text", "answer", "kind", "prompt", "unwanted"),
    [
        (_QUAKE, "Bolivia", _COUNTRY, "Which country shares Lake Titicaca with Peru?", "Peru"),
        (_QUAKE, "Bolivia", _COUNTRY, "Which country shares Lake Titicaca with Peru?", "Chile"),
        (_QUAKE, "Bolivia", _COUNTRY, "Which country sent nothing to Lima?", "Peru"),
        (_QUAKE, "Rosa Quispe", _PERSON, "Who governs Arequipa?", "Arequipa"),
        (_QUAKE, "Sibayo", _PLACE, "Where did Gladys Choque die?", "Lake Titicaca"),
        ("Serbia left. Ministers in Belgrade met.", "Serbia", _COUNTRY, "Which country left?",
         "Belgrade"),
        ("Serbia left the talks. Kosovo left the talks too.", "Serbia", _COUNTRY,
         "Which country left the talks early?", "Serbia"),
        ("Cyprus belongs to the European Union.", "Cyprus", _COUNTRY,
         "Which country belongs to the European Union?", "Greece"),
        ("The Swiss National Bank cut its rate.", "Swiss National Bank", _BODY,
         "Which bank cut its rate?", "Lehman Brothers"),
        ("NATO sent troops to Georgia.", "NATO", _BODY, "Which alliance sent troops to Georgia?",
         "North Atlantic Treaty Organization"),
        ("Ann Hill won. Joe Reed, Eva Stone and Kim lost.", "Ann Hill", _PERSON, "Who won?",
         "Kim"),
    ],
)  # fmt: skip
def test_what_is_no_option(
    text: str, answer: str, kind: EntityKind, prompt: str, unwanted: str
) -> None:
    """No alias, government, part, neighbour that fits, name of the stem or of another sort."""
    assert unwanted not in options(text, answer, kind, prompt)


@pytest.mark.parametrize(
    ("text", "answer", "kind", "prompt", "expected"),
    [
        (_QUAKE, "Rosa Quispe", _PERSON, "Who governs Arequipa?",
         {"Oscar Benavente", "Gladys Choque", "Efrain Condori"}),
        (_QUAKE, "Sibayo", _PLACE, "Where did Gladys Choque die?", {"Arequipa", "Madrigal"}),
        (_QUAKE, "Chile", _COUNTRY, "Which country sent help?", {"Bolivia", "Peru"}),
        ("The bank Ardun failed. The bank Belmo grew. The bank Corvi and the firm Delph shut.",
         "Ardun", _BODY, "Which bank failed?", {"Belmo", "Corvi"}),
    ],
)  # fmt: skip
def test_options_from_the_article(
    text: str, answer: str, kind: EntityKind, prompt: str, expected: set[str]
) -> None:
    """What the article names of the answer's sort comes before any table."""
    assert expected <= set(options(text, answer, kind, prompt)[: len(expected)])


@pytest.mark.parametrize(
    ("text", "answer", "kind", "prompt"),
    [
        ("Ann Hill won. Joe Reed lost.", "Ann Hill", _PERSON, "Who won?"),
        ("The Serbs left.", "Serbs", EntityKind.PEOPLE, "Who left?"),
        ("Serbia had not recognised Kosovo.", "Serbia", _COUNTRY,
         "Which country had not recognised Kosovo?"),
        ("Peru lies on the Ring of Fire.", "Peru", _COUNTRY,
         "Which country lies on the Ring of Fire?"),
        ("Kosovo is a member of the World Bank.", "Kosovo", _COUNTRY,
         "Which country is a member of the World Bank?"),
        ("They met near Pisoderi.", "Pisoderi", _PLACE, "Where did they meet?"),
        ("The ferry Elbe sank. The treaty of Ardun failed.", "Elbe", EntityKind.WORK,
         "Which ferry sank?"),
    ],
)  # fmt: skip
def test_no_options_where_none_are_good(
    text: str, answer: str, kind: EntityKind, prompt: str
) -> None:
    """Fewer than two good wrong options are none."""
    assert options(text, answer, kind, prompt) == []


@pytest.mark.parametrize("name", ["Serbia", "Peru", "Japan", "Rwanda", "Canada", "Iceland"])
def test_options_for_a_country_are_states_of_its_continent(name: str) -> None:
    """From the tables come states that could be taken for the answer."""
    found = options(f"{name} paid the fine.", name, _COUNTRY, "Which country paid the fine?")
    own = world().country(name)

    assert len(found) >= 3
    assert own is not None
    near = {country.name for country in world().near(own.country)}
    assert set(found) <= near


def test_a_capital_stands_beside_capitals() -> None:
    """Where a city is asked for that is a capital, other capitals are the options."""
    found = options("They met in Belgrade.", "Belgrade", _PLACE, "Where did they meet?")
    capitals = {country.capital for country in world().countries}

    assert len(found) >= 3
    assert set(found) <= capitals - {"Belgrade"}


def test_origins_tell_article_from_table() -> None:
    """An option knows whether the article or a table gave it."""
    text = "Serbia paid. Greece left. Spain left."
    ground = ground_of(Article(text))
    fact = Fact(FactKind.ACTION, 0, ("Which country paid?",), ("Serbia",), _COUNTRY)

    found = distractors(fact, ground, "Which country paid?")

    assert found[:2] == (("Greece", Origin.ARTICLE), ("Spain", Origin.ARTICLE))
    assert {origin for _, origin in found[2:]} == {Origin.TABLE}


@given(st.decimals("0.1", "1e9", places=1) | st.integers(1, 10**9).map(Decimal))
def test_near_numbers_are_near_and_others(value: Decimal) -> None:
    """Near numbers are positive, not the number itself, each once, and of its size."""
    near = near_numbers(value)

    assert value not in near
    assert len(set(near)) == len(near)
    assert all(0 < other <= 4 * value + 1 for other in near)
